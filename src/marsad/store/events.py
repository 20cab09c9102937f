"""The events of a store as everybody asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Engine, func, select

from marsad.records import Event, Judgement, Told, Tombstone
from marsad.store import event_queries, queries, told
from marsad.store.engine import reading
from marsad.store.entries import StoredClaim, StoredReport
from marsad.store.event_queries import EventFilter, EventPage, Summed, Waiting
from marsad.store.event_tables import events
from marsad.store.judgements import judgement_of
from marsad.store.tables import claims, judgements, reports

EVERYTHING = EventFilter()
AT_A_TIME = 400


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
            ranks = [
                rank
                for at in range(0, len(ids), AT_A_TIME)
                for rank in connection.scalars(select(claims.c.rank).where(claims.c.id.in_(ids[at : at + AT_A_TIME])))
            ]
            return {one.claim.id: one for one in queries.claims_at(connection, ranks)}

    def reports_with(self, ids: Sequence[str]) -> dict[str, StoredReport]:
        """Reports by their ids."""
        with reading(self.engine) as connection:
            ranks = [
                rank
                for at in range(0, len(ids), AT_A_TIME)
                for rank in connection.scalars(select(reports.c.rank).where(reports.c.id.in_(ids[at : at + AT_A_TIME])))
            ]
            return {one.id: one for one in queries.reports_at(connection, ranks)}

    def judgements_on(self, ids: Sequence[str]) -> list[Judgement]:
        """The judgements on these claims, those included that name one of them as the other; oldest first."""
        found: dict[int, Judgement] = {}
        with reading(self.engine) as connection:
            for at in range(0, len(ids), AT_A_TIME):
                for column in (judgements.c.claim, judgements.c.other):
                    some = select(judgements).where(column.in_(ids[at : at + AT_A_TIME]))
                    found |= {row.key: judgement_of(row) for row in connection.execute(some)}
        return [found[key] for key in sorted(found)]
