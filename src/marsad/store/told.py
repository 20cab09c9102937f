"""The claims that events are gathered from: as people have edited them, with the report that tells each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select, true

from marsad.records import Judgement, Told
from marsad.store.chain import records
from marsad.store.codec import claim_from
from marsad.store.event_tables import gatherings
from marsad.store.judgements import PAIRS, judged, judgement_of, of_claims, standing
from marsad.store.prepared import Prepared
from marsad.store.tables import claims, head, judgements, reports

AT_A_TIME = 400


def _wanted() -> Select[Any]:
    """Claims of the newest versions of reports, but for those that people rejected."""
    of_report = (reports.c.id.label("teller"), reports.c.published, reports.c.outlet, reports.c.text_sha256)
    columns = (claims.c.id, claims.c.body, claims.c.is_edited, *of_report, reports.c.copy_of)
    stands = (reports.c.newer.is_(None), reports.c.deleted.is_(None))
    is_kept = or_(claims.c.verdict.is_(None), claims.c.verdict != "reject")
    return select(*columns).select_from(claims.join(reports, claims.c.report == reports.c.key)).where(*stands, is_kept)


def told_all(connection: Connection) -> Iterator[Told]:
    """Every claim."""
    edited = set(connection.scalars(select(claims.c.id).where(claims.c.is_edited.is_(True))))
    changes = of_claims(connection, sorted(edited))
    with connection.execute(_wanted().order_by(claims.c.key).execution_options(yield_per=1000)) as rows:
        for row in rows:
            yield _told(row, changes)


def told_ids(connection: Connection) -> set[str]:
    """The ids of every claim that tells something."""
    return set(connection.scalars(_wanted().with_only_columns(claims.c.id)))


def told_of(connection: Connection, ids: Iterable[str]) -> list[Told]:
    """The claims of reports."""
    return _some(connection, reports.c.id, ids)


def told_with(connection: Connection, ids: Iterable[str], types: Sequence[str] = ()) -> list[Told]:
    """Claims by their ids; with types those that were read as one of them, or that somebody has changed."""
    return _some(connection, claims.c.id, ids, or_(claims.c.type.in_(types), claims.c.is_edited) if types else None)


def _some(connection: Connection, column: Any, values: Iterable[str], wanted: Any = None) -> list[Told]:
    listed, rows, asked = list(values), list[Row[Any]](), _wanted().where(true() if wanted is None else wanted)
    for at in range(0, len(listed), AT_A_TIME):
        rows += connection.execute(asked.where(column.in_(listed[at : at + AT_A_TIME]))).all()
    changes = of_claims(connection, [row.id for row in rows if row.is_edited])
    return [_told(row, changes) for row in rows]


def _told(row: Row[Any], changes: dict[str, list[Judgement]]) -> Told:
    claim = claim_from(row.body)
    if row.is_edited:
        claim = judged(claim, changes.get(row.id, ())).claim
    day = date.fromisoformat(row.published) if row.published else None
    return Told(claim, row.teller, row.outlet, day, row.text_sha256, row.copy_of)


def reports_with(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The reports that tell these claims."""
    listed, found = list(ids), set[str]()
    joined = select(reports.c.id).select_from(claims.join(reports, claims.c.report == reports.c.key))
    for at in range(0, len(listed), AT_A_TIME):
        found |= set(connection.scalars(joined.where(claims.c.id.in_(listed[at : at + AT_A_TIME]))))
    return found


def decided(connection: Connection) -> list[Judgement]:
    """What people joined and parted and did not take back.

    Two decisions may fall into one second: the later in the log is later.
    """
    wanted = select(judgements).where(judgements.c.kind.in_((*PAIRS, "withdraw"))).order_by(judgements.c.key)
    rows = connection.execute(wanted).all()
    keys = {row.id: row.key for row in rows}
    found = standing(map(judgement_of, rows))
    return [replace(one, at=f"{one.at}#{keys[one.id]:09d}") for one in found if one.kind in PAIRS]


@dataclass(frozen=True, slots=True)
class Since:
    """The reports about which something happened after a record of the log, and its last record now."""

    reports: frozenset[str]
    seq: int


def log_end(connection: Connection, *, held: bool = False) -> int:
    """The number of the last record; ``held``: nobody else writes until this transaction ends."""
    wanted = select(head.c.seq).where(head.c.key == 1)
    return int(connection.scalar(wanted.with_for_update() if held else wanted) or 0)


def since(connection: Connection, seq: int) -> Since:
    """What happened after a record of the log."""
    touched, judged_claims = set[str](), set[str]()
    for record in records(connection, seq):
        if record.kind in ("reading", "removed"):
            touched.add(str(record.body["report"]))
        elif record.kind == "judgement":
            judged_claims.add(str(record.body["claim"]))
        seq = record.seq
    touched |= reports_with(connection, judged_claims)
    touched |= _versions_of(connection, sorted(touched))
    return Since(frozenset(touched), seq)


def _versions_of(connection: Connection, ids: Sequence[str]) -> set[str]:
    """The other versions of reports that are versions of a page."""
    found = set[str]()
    for at in range(0, len(ids), AT_A_TIME):
        some = select(reports.c.version_of).where(
            reports.c.id.in_(ids[at : at + AT_A_TIME]), reports.c.version_of.is_not(None)
        )
        firsts = list(connection.scalars(some.distinct()))
        for of in (reports.c.id, reports.c.version_of):
            found |= set(connection.scalars(select(reports.c.id).where(of.in_(firsts)))) if firsts else set()
    return found


# Every answer of the desk begins with it.
_GATHERED = Prepared(
    select(gatherings.c.seq, gatherings.c.rules, head.c.seq.label("end")).join(head, head.c.key == gatherings.c.key)
)


def gathered(connection: Connection) -> tuple[int, str, int] | None:
    """Up to which record of the log and by which rules events were gathered, and the last record; None before."""
    row = _GATHERED.ask(connection).one_or_none()
    return (row.seq, row.rules, row.end) if row is not None else None
