"""The events of a store as everybody asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Engine, func, select

from marsad.records import Event, Issue, Judgement, Told, Tombstone
from marsad.store import event_queries, queries, told
from marsad.store.engine import at_once, reading
from marsad.store.entries import ShownClaim, StoredClaim, StoredReport
from marsad.store.event_filters import EventFilter
from marsad.store.event_queries import EventPage, Waiting
from marsad.store.event_sums import LossRow, Row, Summed, event_rows
from marsad.store.event_tables import events
from marsad.store.judgements import on_any

EVERYTHING = EventFilter()


class Events:
    """What can be asked of events that were gathered; the other half of a store."""

    engine: Engine

    def count_events(self) -> int:
        """How many events were gathered."""
        with reading(self.engine) as connection:
            return connection.scalar(select(func.count()).select_from(events)) or 0

    def event_page(self, wanted: EventFilter, sort: str, offset: int, limit: int) -> EventPage:
        """Some of the events that a filter leaves; ``sort`` is date, type, place, killed or claims, - for downwards."""
        with reading(self.engine) as connection:
            return event_queries.page_of(connection, wanted, sort, offset, limit)

    def events(self, wanted: EventFilter = EVERYTHING, types: Sequence[str] = ()) -> Iterator[Event]:
        """Every event that a filter leaves, by day; only those of some types where they are given."""
        with reading(self.engine) as connection:
            yield from event_queries.all_of(connection, wanted, types)

    def event(self, id: str) -> Event | None:
        """The event with this id."""
        with reading(self.engine) as connection:
            return event_queries.event_with(connection, id)

    def event_json(self, id: str) -> str | None:
        """The event with this id, as JSON."""
        with reading(self.engine) as connection:
            return event_queries.body_of(connection, id)

    def claims_shown(self, ids: Sequence[str]) -> list[ShownClaim]:
        """Claims by their ids, in their order, as JSON."""
        with reading(self.engine) as connection:
            return queries.claims_shown(connection, ids)

    def claims_of(self, report: str) -> list[StoredClaim]:
        """All claims of a report."""
        with reading(self.engine) as connection:
            return queries.claims_in(connection, report)

    def issues(self, report: str) -> tuple[Issue, ...]:
        """What could not be read in a report as hoped."""
        with reading(self.engine) as connection:
            return queries.issues_in(connection, report)

    def events_of(self, ids: Sequence[str]) -> dict[str, str]:
        """The event that each of these claims stands under."""
        with reading(self.engine) as connection:
            return event_queries.events_of(connection, ids)

    def event_roots(self, ids: Sequence[str] | None = None) -> dict[str, str]:
        """The root claimant of each of these claims, or of all."""
        with reading(self.engine) as connection:
            return event_queries.roots_of(connection, ids)

    def event_sums(self, wanted: EventFilter = EVERYTHING, *, only_days: bool = False) -> Summed:
        """The events that a filter leaves, summed up."""
        with reading(self.engine) as connection:
            return event_queries.sums(connection, wanted, only_days=only_days)

    def waiting(
        self, wanted: EventFilter, who: str | None, limit: int, *, enough: int | None = None
    ) -> tuple[int, list[Waiting]]:
        """How many claims of a view somebody has not judged, and the first: those on which most depends.

        ``enough``: a claim on which so many people have decided waits for nobody.
        """
        with reading(self.engine) as connection:
            return event_queries.waiting(connection, wanted, who, limit, enough=enough)

    def tombstones(self) -> list[Tombstone]:
        """What became of events that are no more."""
        with reading(self.engine) as connection:
            return event_queries.stones(connection)

    def told_with(self, ids: Sequence[str], types: Sequence[str] = ()) -> list[Told]:
        """Claims with their reports, by their ids; where types are given those of them, or changed by somebody."""
        with reading(self.engine) as connection:
            return told.told_with(connection, ids, types)

    # Many at once, where one after the other would ask a hundred times

    def claims_with(self, ids: Sequence[str]) -> dict[str, StoredClaim]:
        """Claims by their ids."""
        with reading(self.engine) as connection:
            return {one.claim.id: one for one in queries.claims_with(connection, ids)}

    def reports_with(self, ids: Sequence[str]) -> dict[str, StoredReport]:
        """Reports by their ids."""
        with reading(self.engine) as connection:
            return {one.id: one for one in queries.reports_with(connection, ids)}

    def judgements_on(self, ids: Sequence[str]) -> list[Judgement]:
        """The judgements on these claims, those included that name one of them as the other; oldest first."""
        with reading(self.engine) as connection:
            return on_any(connection, ids)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Whatever is asked within it is answered of one state of the store; nothing is to be written."""
        with at_once(self.engine):
            yield

    def event_rows(self, ids: Sequence[str] | None = None) -> tuple[list[Row], list[LossRow]]:
        """What sums need of all events, or of some."""
        with reading(self.engine) as connection:
            return event_rows(connection, ids)
