"""A store as everybody uses it: open it, add, ask, judge, verify. See the package for the whole."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Engine, func, select

from marsad.errors import InputError
from marsad.records import Judgement, Reading, Report, Told
from marsad.store import (
    derived,
    index,
    judgements,
    keep,
    kept,
    known,
    queries,
    removal,
    replaced,
    retention,
    search,
    tables,
    told,
)
from marsad.store.chain import Chain, Record, records
from marsad.store.engine import engine_of, reading, shown, writing
from marsad.store.entries import (
    Added,
    Arrival,
    Change,
    Entry,
    Fault,
    Filter,
    Hit,
    Page,
    Ready,
    ReportFilter,
    StoredClaim,
    StoredReading,
    StoredReport,
    StoredText,
    Totals,
    Versions,
)
from marsad.store.events import Events
from marsad.store.judgements import Judged
from marsad.store.kept import Kept
from marsad.store.make_ready import ready
from marsad.store.schema import NEWEST, ensure
from marsad.store.verify import verify

if TYPE_CHECKING:
    from marsad.store.ledger import Ledger

FIRST = Page()


def open_store(address: str, *, create: bool = False) -> Store:
    """The store at an address (a file, or postgresql://…), brought to the newest schema."""
    engine = engine_of(address, create=create)
    ensure(engine)
    store = Store(engine)
    store.begin()
    return store


class Store(Events):
    """Reports, readings, claims and judgements in one database; safe to use from several processes at once."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def address(self) -> str:
        """Where the store is, without a password."""
        return shown(self.engine)

    def close(self) -> None:
        """Give the database back."""
        self.engine.dispose()

    def begin(self) -> None:
        """Open the log of a new store."""
        with reading(self.engine) as connection:
            if connection.scalar(select(tables.head.c.seq)):
                return
        with writing(self.engine) as connection:
            chain = Chain(connection)
            if chain.seq == 0:
                chain.append("created", {"schema": NEWEST})
            chain.close()

    # What goes in

    def known(self, arrivals: Sequence[Arrival]) -> list[str | None]:
        """For each arrival the id of the report that it is again, or None where it is new."""
        with reading(self.engine) as connection:
            return known.same_as(connection, arrivals)

    def taken(self, ids: Sequence[str]) -> set[str]:
        """Those of the ids under which reports are there."""
        with reading(self.engine) as connection:
            return known.taken(connection, ids)

    def free_id(self, arrival: Arrival, taken: Container[str] = ()) -> str:
        """The id under which a new report is to be read: its own, or one with a mark where that is taken."""
        with reading(self.engine) as connection:
            is_taken = arrival.report.id in taken or bool(known.taken(connection, [arrival.report.id]))
        return known.other_id(arrival) if is_taken else arrival.report.id

    def add_received(self, entries: Sequence[Entry], versions: Versions) -> list[Added]:
        """Keep reports with their readings, all of them or none; a report that is there adds nothing."""
        return self.add_ready([ready(entry) for entry in entries], versions)

    def add_ready(self, batch: Sequence[Ready], versions: Versions) -> list[Added]:
        """The same with what :func:`ready` made of the entries, perhaps in other processes."""
        with writing(self.engine) as connection:
            keeper = keep.Keeper(connection, versions)
            found = keeper.add(batch)
            keeper.close()
            return found

    def reread(self, report: str, read: Reading, versions: Versions) -> Change:
        """Put another reading in the place of the current one, and say what it changed."""
        with writing(self.engine) as connection:
            row = connection.execute(select(tables.reports).where(tables.reports.c.id == report)).one()
            return replaced.replace_reading(connection, row, read, versions)

    def changes(self, report: str, read: Reading) -> Change:
        """What another reading would change."""
        with reading(self.engine) as connection:
            old = queries.reading_of(connection, report)
            return replaced.changes(connection, report, old.reading.claims if old else (), read.claims)

    def outdated(self, versions: Versions) -> list[str]:
        """The reports whose current reading was made by another code or other data."""
        columns = tables.readings.c
        is_same = [columns[name] == getattr(versions, name) for name in Versions.__dataclass_fields__]
        joined = tables.reports.join(tables.readings, columns.report == tables.reports.c.key)
        wanted = select(tables.reports.c.id).select_from(joined).where(columns.is_current.is_(True))
        for same in is_same[1:]:
            is_same[0] = is_same[0] & same
        with reading(self.engine) as connection:
            return list(connection.scalars(wanted.where(~is_same[0]).order_by(tables.reports.c.key)))

    # What comes out

    def claims(self, wanted: Filter = Filter(), page: Page = FIRST) -> list[StoredClaim]:  # noqa: B008 - frozen
        """Claims, latest day first; the next page is ``Page(size, after=claims[-1].rank)``."""
        with reading(self.engine) as connection:
            return queries.claims_of(connection, wanted, page)

    def all_claims(self, wanted: Filter) -> Iterator[StoredClaim]:
        """Every claim that a filter leaves, page by page."""
        page = Page(500)
        while found := self.claims(wanted, page):
            yield from found
            page = replace(page, after=found[-1].rank)

    def told(self) -> Iterator[Told]:
        """Every claim as people have edited it, with the report that tells it: what events are gathered from.

        An article that was changed later tells what its newest version tells; a rejected claim tells nothing.
        """
        with reading(self.engine) as connection:
            yield from told.told_all(connection)

    def decided(self) -> list[Judgement]:
        """What people joined and parted, in the order in which they decided."""
        with reading(self.engine) as connection:
            return told.decided(connection)

    @contextmanager
    def gathering(self) -> Iterator[Ledger]:
        """The rows of what was gathered, to be changed as a whole or not at all."""
        from marsad.store.ledger import Ledger  # brings the rules of gathering, which an intake does not need

        with writing(self.engine) as connection:
            yield Ledger(connection)

    def gathered(self) -> tuple[int, str, int] | None:
        """Up to which record of the log and by which rules events were gathered, and the last record; None before."""
        with reading(self.engine) as connection:
            return told.gathered(connection)

    def count(self, wanted: Filter = Filter()) -> int:  # noqa: B008 - frozen
        """How many claims a filter leaves."""
        with reading(self.engine) as connection:
            return queries.count_of(connection, wanted)

    def claim(self, id: str) -> StoredClaim | None:
        """The claim with this id, or the only one whose id begins so."""
        with reading(self.engine) as connection:
            return queries.claim_with(connection, id)

    def reports(self, wanted: ReportFilter = ReportFilter(), page: Page = FIRST) -> list[StoredReport]:  # noqa: B008
        """Reports, latest day first; the next page is ``Page(size, after=reports[-1].rank)``."""
        with reading(self.engine) as connection:
            return queries.reports_of(connection, wanted, page)

    def report(self, id: str) -> StoredReport | None:
        """The report with this id."""
        with reading(self.engine) as connection:
            return queries.report_with(connection, id)

    def text(self, id: str) -> StoredText:
        """The text of a report as received, with the bytes it came in."""
        with reading(self.engine) as connection:
            return search.text_of(connection, id)

    def arrival(self, id: str) -> tuple[Report, str]:
        """A report to read again, and its text as received."""
        with reading(self.engine) as connection:
            stored = queries.report_with(connection, id)
            if stored is None:
                raise InputError(f"{id}: expected the id of a report, found none such; see marsad list --reports")
            read = search.read_text_of(connection, id)
            received = search.text_of(connection, id).text
        from marsad.store.entries import report_of

        return report_of(stored, read), received

    def readings(self, ids: Sequence[str]) -> Iterator[StoredReading]:
        """The current readings of reports, exactly as they were read."""
        for id in ids:
            with reading(self.engine) as connection:
                found = queries.reading_of(connection, id)
            if found is not None:
                yield found

    def search(
        self,
        question: str,
        page: Page = FIRST,
        *,
        since: str | None = None,
        until: str | None = None,
        language: str | None = None,
    ) -> list[Hit]:
        """Reports with these words in any spelling: "in a row" between quotes, begun*, others with any article."""
        with reading(self.engine) as connection:
            return search.search(
                connection, ReportFilter(since=since, until=until, text=question, language=language), page
            )

    def totals(self) -> Totals:
        """How much the store holds."""
        reports, blobs = tables.reports, tables.blobs
        of = [
            select(func.count()).select_from(reports).where(reports.c.deleted.is_(None)),
            select(func.count()).select_from(reports).where(reports.c.copy_of.is_not(None)),
            select(func.count()).select_from(reports).where(reports.c.deleted.is_not(None)),
            select(func.count()).select_from(tables.claims),
            select(func.count()).select_from(tables.judgements),
            select(tables.head.c.seq),
            select(func.coalesce(func.sum(func.length(blobs.c.packed)), 0)),
        ]
        with reading(self.engine) as connection:
            return Totals(*(int(connection.scalar(each) or 0) for each in of))

    # What people decide

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a judgement; from now on it outranks what was read."""
        with writing(self.engine) as connection:
            stored = queries.claim_with(connection, judgement.claim)
            if stored is None:
                raise InputError(f"{judgement.claim}: expected the id of a claim, found none such; see marsad list")
            given = replace(judgement, claim=stored.claim.id)
            checked = judgements.checked(_with_other(connection, given), stored.claim)
            before = judgements.of_claims(connection, [stored.claim.id]).get(stored.claim.id, [])
            if (again := judgements.same_act(checked, before)) is not None:
                return again
            checked = judgements.told_apart(checked, before)
            key = (connection.scalar(select(func.max(tables.judgements.c.key))) or 0) + 1
            chain = Chain(connection)
            judgements.keep(connection, chain, key, checked)
            chain.close()
            stands = judgements.judged(stored.as_read, [*before, checked])
            _list_again(connection, stored, judgements.judged(stored.as_read, before), stands)
            return checked

    def judgements(self, claim: str | None = None) -> list[Judgement]:
        """The judgements on a claim, or all, oldest first."""
        wanted = select(tables.judgements).order_by(tables.judgements.c.key)
        if claim is not None:
            wanted = wanted.where((tables.judgements.c.claim == claim) | (tables.judgements.c.other == claim))
        with reading(self.engine) as connection:
            return [judgements.judgement_of(row) for row in connection.execute(wanted)]

    def kept(self, person: str, kind: str) -> list[Kept]:
        """What a person kept of a kind at the desk, and what others share."""
        with reading(self.engine) as connection:
            return kept.of_person(connection, person, kind)

    def keep(self, one: Kept) -> Kept:
        """Keep something for a person, over what was kept under the same name."""
        with writing(self.engine) as connection:
            return kept.keep(connection, one)

    def forget(self, person: str, kind: str, name: str) -> bool:
        """Take away what a person kept, and say whether it was there."""
        with writing(self.engine) as connection:
            return kept.forget(connection, person, kind, name)

    # Evidence

    def remove(self, report: str, *, reason: str, by: str | None = None) -> None:
        """Take away all a report said, keep its hashes, log it."""
        with writing(self.engine) as connection:
            removal.remove(connection, report, reason=reason, by=by)

    def forget_bytes(self, before: str, *, by: str | None = None) -> int:
        """Take away the bytes in which reports came that were added before a time (UTC, ISO); how many there were."""
        with writing(self.engine) as connection:
            return len(removal.forget_bytes(connection, before, by=by))

    def forget_due(self, days: int | None = None, *, by: str | None = None) -> list[str] | None:
        """The same for what is older than so many days, or than the setting says: whose; None where nothing is said."""
        with reading(self.engine) as connection:
            before = retention.due_before(connection, days)
            is_due = before is not None and removal.is_due(connection, before)
        if before is None or not is_due:
            return None if before is None else []
        with writing(self.engine) as connection:
            return removal.forget_bytes(connection, before, by=by)

    def settings(self) -> dict[str, str]:
        """What the store is told to keep, and for how long."""
        with reading(self.engine) as connection:
            return retention.all_settings(connection)

    def give_setting(self, name: str, value: str | None, *, by: str | None = None) -> None:
        """Tell the store what to keep; None takes a setting back."""
        with writing(self.engine) as connection:
            retention.give(connection, name, value, by=by)

    def rebuild(self, *, by: str | None = None) -> int:
        """Make anew what derives from reports, claims and judgements, but for events; how many reports there are."""
        with writing(self.engine) as connection:
            return derived.rebuild(connection, by=by)

    def log_export(self, **about: Any) -> None:
        """Say in the log what left the store, and whether it was redacted."""
        with writing(self.engine) as connection:
            chain = Chain(connection)
            chain.append("export", about)
            chain.close()

    def log(self, after: int = 0, kind: str | None = None, most: int | None = None) -> Iterator[Record]:
        """The records of the log, oldest first, at most so many."""
        with reading(self.engine) as connection:
            yield from records(connection, after, kind, most)

    def verify(self, noted: str | None = None) -> Iterator[Fault]:
        """Everything that is not as the log says; nothing where the store is sound."""
        with reading(self.engine) as connection:
            yield from verify(connection, noted)

    def log_end(self) -> str:
        """The hash of the last record: noted elsewhere, it vouches for the whole store."""
        with reading(self.engine) as connection:
            return str(connection.scalar(select(tables.head.c.hash)))


def _with_other(connection: Any, judgement: Judgement) -> Judgement:
    if judgement.kind == "withdraw":
        known = {note.id for note in judgements.of_claims(connection, [judgement.claim]).get(judgement.claim, [])}
        if judgement.other not in known:
            raise InputError(f"{judgement.other}: expected the id of a judgement on {judgement.claim}, found none such")
    if judgement.other is None or judgement.kind not in judgements.PAIRS:
        return judgement
    other = queries.claim_with(connection, judgement.other)
    if other is None or other.claim.id == judgement.claim:
        raise InputError(f"{judgement.other}: expected the id of another claim, found none such; see marsad list")
    return replace(judgement, other=other.claim.id)


def _list_again(connection: Any, stored: StoredClaim, before: Judged, after: Judged) -> None:
    """Lists and filters follow a judgement."""
    if before == after:
        return
    claim = connection.execute(select(tables.claims).where(tables.claims.c.rank == stored.rank)).one()
    report = connection.execute(select(tables.reports).where(tables.reports.c.key == claim.report)).one()
    place = keep.place_of(claim, report)
    index.remove(connection, [(place, before)])
    rows = index.Rows()
    index.take_up(rows, place, after, claim.body, is_listed=report.newer is None)
    index.write(connection, rows)
