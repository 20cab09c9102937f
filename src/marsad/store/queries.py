"""Claims and reports by filters, latest day first, a page at a time: a walk along one list, with a look into others."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, select

from marsad.errors import InputError
from marsad.records import Issue, Reading
from marsad.store import words
from marsad.store.codec import claim_from, claim_json, storable
from marsad.store.entries import (
    Filter,
    Listed,
    Page,
    ReportFilter,
    ShownClaim,
    StoredClaim,
    StoredReading,
    StoredReport,
    Versions,
)
from marsad.store.index import keys_of_lists
from marsad.store.judgements import judged, of_claims
from marsad.store.make_ready import folded
from marsad.store.rank import first_rank, key_of, last_rank, ordinal
from marsad.store.replaced import issues_of
from marsad.store.tables import claims, names, postings, readings, reports

NAMED = ("actor", "place", "source")
# A list up to this long is looked up as a whole; a longer one is walked.
SHORT = 2_000
MOST_NAMES = 200

Posted = tuple[int, ...]


def claims_of(connection: Connection, wanted: Filter, page: Page) -> list[StoredClaim]:
    """The claims that a filter leaves, latest day first."""
    ranks = connection.scalars(_ranks(connection, wanted, page)).all()
    return claims_at(connection, ranks)


def count_of(connection: Connection, wanted: Filter) -> int:
    """How many claims a filter leaves."""
    whole = _ranks(connection, wanted, None).order_by(None).subquery()
    return connection.scalar(select(func.count()).select_from(whole)) or 0


def _ranks(connection: Connection, wanted: Filter, page: Page | None) -> Select[Any]:
    base = _found(connection, wanted)
    if wanted.language is not None:
        rank, joined = next(iter(base.selected_columns)), claims.join(reports, claims.c.report == reports.c.key)
        of_report = (claims.c.rank == rank, reports.c.language == storable(wanted.language))
        base = base.where(select(claims.c.key).select_from(joined).where(*of_report).exists())
    return _bounded(base, wanted, page)


def _found(connection: Connection, wanted: Filter) -> Select[Any]:
    """The ranks of the claims that a filter leaves, whatever their day, their number and their language."""
    posted = _posted(connection, wanted)
    asked = words.terms(wanted.text or "")
    if wanted.text and not asked:
        raise InputError(f"text: expected words to look for, found {wanted.text!r}")
    if asked and not posted and wanted.report is None:
        return words.ranks_with(connection, words.CLAIMS, asked)
    if wanted.report is not None:
        key = select(reports.c.key).where(reports.c.id == storable(wanted.report)).scalar_subquery()
        base = _among(select(claims.c.rank).where(claims.c.report == key), posted)
    elif asked and _is_short(connection, words.ranks_with(connection, words.CLAIMS, asked)):
        return _among(words.ranks_with(connection, words.CLAIMS, asked), posted)
    else:
        base = _walked(connection, posted)
    if asked:
        base = base.where(words.stands(connection, words.CLAIMS, asked, next(iter(base.selected_columns))))
    return base


def _walked(connection: Connection, posted: Sequence[Posted]) -> Select[Any]:
    """A walk along the shortest list with a look into the others."""
    driving, *others = posted
    if others:
        lengths = _lengths(connection, posted)
        driving, *others = (each for _, each in sorted(zip(lengths, posted, strict=True), key=itemgetter(0)))
    base = select(postings.c.rank).where(_is_one(postings.c.list, driving))
    base = base.distinct() if len(driving) > 1 else base
    for each in others:
        base = base.where(_stands_in(each, postings.c.rank))
    return base


def _among(found: Select[Any], posted: Sequence[Posted]) -> Select[Any]:
    few = found.subquery()
    base = select(few.c.rank)
    for each in posted:
        base = base.where(_stands_in(each, few.c.rank))
    return base


def _stands_in(each: Posted, rank: ColumnElement[int]) -> ColumnElement[bool]:
    other = postings.alias()
    return select(other.c.rank).where(_is_one(other.c.list, each), other.c.rank == rank).exists()


def _is_one(column: ColumnElement[int], values: Posted) -> ColumnElement[bool]:
    return column == values[0] if len(values) == 1 else column.in_(values)


def _bounded(base: Select[Any], wanted: Filter | ReportFilter, page: Page | None) -> Select[Any]:
    rank = next(iter(base.selected_columns))
    if wanted.since:
        base = base.where(rank >= first_rank(_day("since", wanted.since)))
    if wanted.until:
        base = base.where(rank <= last_rank(_day("until", wanted.until)))
    if page is None:
        return base
    if page.after is not None:
        base = base.where(rank < page.after)
    return base.order_by(rank.desc()).limit(page.size)


def _day(name: str, value: str) -> str:
    if not ordinal(value):
        raise InputError(f"{name}: expected a day, a month or a year such as 2016-12-06, found {value!r}")
    return value


def _is_short(connection: Connection, found: Select[Any]) -> bool:
    some = found.limit(SHORT).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) < SHORT


def _lengths(connection: Connection, posted: Sequence[Posted]) -> Sequence[int]:
    """How long lists are, counted no further than matters, in one question."""
    counted = [
        select(func.count())
        .select_from(select(postings.c.rank).where(_is_one(postings.c.list, each)).limit(SHORT).subquery())
        .scalar_subquery()
        for each in posted
    ]
    return connection.execute(select(*counted)).one()


def _posted(connection: Connection, wanted: Filter) -> list[Posted]:
    """The lists in which a claim has to stand, each as the numbers of those of which one will do."""
    asked: list[list[Listed]] = []
    if wanted.country is not None:
        asked.append([("country", storable(wanted.country).upper())])
    if wanted.outlet is not None:
        asked.append([("outlet", folded(wanted.outlet))])
    for kind in NAMED:
        value = getattr(wanted, kind)
        if value is not None:
            asked.append([(kind, ref) for ref in refs_of(connection, kind, value) or (storable(value),)])
    for kind in ("type", "status", "verdict"):
        value = getattr(wanted, kind)
        if value is not None:
            asked.append([(kind, storable(value))])
    if not asked and wanted.text is None and wanted.report is None:
        asked.append([("all", "")])
    keys = keys_of_lists(connection, [each for some in asked for each in some])
    return [tuple(keys[each] for each in some if each in keys) for some in asked]


def refs_of(connection: Connection, kind: str, value: str) -> tuple[str, ...]:
    """What a name may stand for: an id as it is, a name as written somewhere, else names that begin with or hold it."""
    key = folded(value)
    tries: list[ColumnElement[bool]] = [names.c.ref == storable(value)]
    if key:
        holds = names.c.folded.contains(key, autoescape=True)
        tries += [names.c.folded == key, names.c.folded.startswith(key + " ", autoescape=True), holds]
    for found in tries:
        ref = select(names.c.ref).distinct().where(names.c.kind == kind, found).order_by(names.c.ref).limit(MOST_NAMES)
        refs = tuple(connection.scalars(ref))
        if refs:
            return refs
    return ()


_JOINED = claims.join(reports, claims.c.report == reports.c.key)
_CLAIMS = select(
    claims, reports.c.id.label("report_id"), reports.c.published, reports.c.outlet
).select_from(_JOINED)  # fmt: skip
_CLAIMS_AT = _CLAIMS.where(claims.c.key.in_(bindparam("wanted", expanding=True)))
_CLAIMS_IN = _CLAIMS.where(reports.c.id.in_(bindparam("wanted", expanding=True)))
_CLAIMS_WITH = _CLAIMS.where(claims.c.id.in_(bindparam("wanted", expanding=True)))


def claims_at(connection: Connection, ranks: Sequence[int]) -> list[StoredClaim]:
    """The claims with these ranks, latest day first."""
    return _claims(connection, _CLAIMS_AT, [key_of(rank) for rank in ranks])


def claims_with(connection: Connection, ids: Sequence[str]) -> list[StoredClaim]:
    """The claims with these ids, latest day first."""
    return _claims(connection, _CLAIMS_WITH, ids)


def claims_in(connection: Connection, report: str) -> list[StoredClaim]:
    """The claims of a report, in the order of its reading."""
    return _claims(connection, _CLAIMS_IN, [report])[::-1]


_SHOWN = (
    select(claims.c.id, claims.c.body, reports.c.id.label("report_id"), claims.c.verdict, claims.c.is_edited)
    .select_from(_JOINED)
    .where(claims.c.id.in_(bindparam("wanted", expanding=True)))
)


def claims_shown(connection: Connection, ids: Sequence[str]) -> list[ShownClaim]:
    """The claims with these ids as they stand now; only those that somebody edited are taken apart."""
    found: dict[str, ShownClaim] = {}
    for at in range(0, len(ids), 500):
        for row in connection.execute(_SHOWN, {"wanted": ids[at : at + 500]}).all():
            found[row[0]] = ShownClaim(*row)
    edited = [id for id, one in found.items() if one.is_edited]
    for one in claims_with(connection, edited) if edited else ():
        found[one.claim.id] = shown(one)
    return [found[id] for id in ids if id in found]


def shown(stored: StoredClaim) -> ShownClaim:
    """A claim as pages show it."""
    return ShownClaim(stored.claim.id, claim_json(stored.claim), stored.report, stored.verdict, stored.is_edited)


def _claims(connection: Connection, wanted: Select[Any], values: Sequence[Any]) -> list[StoredClaim]:
    rows: list[Row[Any]] = []
    for at in range(0, len(values), 500):
        rows += connection.execute(wanted, {"wanted": values[at : at + 500]}).all()
    on_claims = of_claims(connection, [row.id for row in rows if row.verdict or row.is_edited])
    return sorted((_claim(row, on_claims) for row in rows), key=lambda claim: -claim.rank)


def _claim(row: Row[Any], on_claims: dict[str, Any]) -> StoredClaim:
    as_read = claim_from(row.body)
    stands = judged(as_read, on_claims.get(row.id, ()))
    return StoredClaim(
        stands.claim, as_read, row.report_id, row.published, row.outlet, stands.verdict, stands.is_edited, row.rank
    )


def claim_with(connection: Connection, id: str) -> StoredClaim | None:
    """The claim with this id, or with the only id that begins so."""
    exact = claims_with(connection, [id])
    if exact or len(id) < 6:
        return exact[0] if exact else None
    begins = select(claims.c.rank).where(claims.c.id.startswith(id, autoescape=True)).limit(2)
    ranks = connection.scalars(begins).all()
    return claims_at(connection, ranks)[0] if len(ranks) == 1 else None


def reports_of(connection: Connection, wanted: ReportFilter, page: Page) -> list[StoredReport]:
    """The reports that a filter leaves, latest day first."""
    rank: ColumnElement[int] = reports.c.rank
    base = select(rank)
    if wanted.text:
        asked = words.terms(wanted.text)
        if not asked:
            raise InputError(f"text: expected words to look for, found {wanted.text!r}")
        if wanted == ReportFilter(since=wanted.since, until=wanted.until, text=wanted.text):
            found = _bounded(words.ranks_with(connection, words.REPORTS, asked), wanted, page)
            return reports_at(connection, connection.scalars(found).all())
        base = base.where(rank.in_(words.ranks_with(connection, words.REPORTS, asked)))
    for name in ("outlet", "copy_of", "version_of", "language"):
        value = getattr(wanted, name)
        if value is not None:
            base = base.where(reports.c[name] == storable(value))
    if wanted.is_latest:
        base = base.where(reports.c.newer.is_(None))
    if not wanted.is_removed:
        base = base.where(reports.c.deleted.is_(None))
    return reports_at(connection, connection.scalars(_bounded(base, wanted, page)).all())


_CURRENT = readings.alias()
_REPORTS = select(*(reports.c[name] for name in StoredReport.__dataclass_fields__ if name != "claims"),
    func.coalesce(_CURRENT.c.claims, 0).label("claims"),
).select_from(
    reports.outerjoin(_CURRENT, (_CURRENT.c.report == reports.c.key) & _CURRENT.c.is_current.is_(True))
)  # fmt: skip
_REPORTS_AT = _REPORTS.where(reports.c.rank.in_(bindparam("wanted", expanding=True)))
_REPORTS_WITH = _REPORTS.where(reports.c.id.in_(bindparam("wanted", expanding=True)))


def reports_at(connection: Connection, ranks: Sequence[int]) -> list[StoredReport]:
    """The reports with these ranks, latest day first."""
    return _reports(connection, _REPORTS_AT, ranks)


def reports_with(connection: Connection, ids: Sequence[str]) -> list[StoredReport]:
    """The reports with these ids, latest day first."""
    return _reports(connection, _REPORTS_WITH, ids)


def _reports(connection: Connection, wanted: Select[Any], values: Sequence[Any]) -> list[StoredReport]:
    found: list[StoredReport] = []
    for at in range(0, len(values), 500):
        found += [StoredReport(**row._mapping) for row in connection.execute(wanted, {"wanted": values[at : at + 500]})]
    return sorted(found, key=lambda report: -report.rank)


def report_with(connection: Connection, id: str) -> StoredReport | None:
    """The report with this id."""
    return next(iter(reports_with(connection, [id])), None)


def reading_of(connection: Connection, id: str) -> StoredReading | None:
    """The current reading of a report, exactly as it was read."""
    joined = reports.join(readings, readings.c.report == reports.c.key)
    wanted = select(readings, reports.c.id, reports.c.text_sha256, reports.c.published, reports.c.outlet)
    row = connection.execute(
        wanted.select_from(joined).where(reports.c.id == id, readings.c.is_current.is_(True))
    ).one_or_none()
    if row is None:
        return None
    bodies = connection.scalars(select(claims.c.body).where(claims.c.report == row.report).order_by(claims.c.key))
    day = _date(row.published)
    found = tuple(claim_from(body) for body in bodies)
    reading = Reading(id, day, row.outlet, row.text_sha256, found, issues_of(connection, row.key))
    return StoredReading(id, reading, Versions(row.code, row.lexicons, row.gazetteer, row.ranker), row.at, row.sha256)


_CURRENT_OF = (
    select(readings.c.key)
    .select_from(readings.join(reports, readings.c.report == reports.c.key))
    .where(reports.c.id == bindparam("report"), readings.c.is_current.is_(True))
)


def issues_in(connection: Connection, report: str) -> tuple[Issue, ...]:
    """The issues of the current reading of a report."""
    key = connection.scalar(_CURRENT_OF, {"report": report})
    return () if key is None else issues_of(connection, key)


def _date(value: str | None) -> Any:
    from datetime import date

    return date.fromisoformat(value) if value else None
