"""Whether everything is as the log says: bytes, the log itself, reports, readings, judgements. Names what is not."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, case, select

from marsad.records import Issue
from marsad.store import derived, index
from marsad.store.blobs import unpacked
from marsad.store.chain import START, hash_of
from marsad.store.codec import canonical, claim_from, digest, reading_digest, sha256
from marsad.store.entries import Fault
from marsad.store.judgements import judged, judgement_of, row_digest
from marsad.store.keep import VOUCHED, place_of
from marsad.store.retention import all_settings
from marsad.store.tables import blobs, claims, head, issues, judgements, log, readings, reports

AT_A_TIME = 1000


@dataclass(slots=True)
class Logged:
    """What the log vouches for."""

    reports: dict[str, str] = field(default_factory=dict)
    readings: dict[int, str] = field(default_factory=dict)
    judgements: dict[str, str] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)
    settings: dict[str, str] = field(default_factory=dict)
    at_end: str = START

    def take(self, kind: str, body: dict[str, Any]) -> None:
        """Take up what one record says."""
        if kind == "report":
            self.reports[str(body.get("report"))] = str(body.get("row"))
        elif kind == "reading":
            self.readings[int(body.get("reading", 0))] = str(body.get("sha256"))
        elif kind == "judgement":
            self.judgements[str(body.get("judgement"))] = str(body.get("row"))
        elif kind == "removed":
            self.removed.add(str(body.get("report")))
        elif kind == "forgotten":
            self.forgotten.add(str(body.get("report")))
        elif kind == "setting":
            self.settings.pop(str(body.get("name")), None)
            if body.get("value") is not None:
                self.settings[str(body.get("name"))] = str(body.get("value"))


def verify(connection: Connection, expected_end: str | None = None) -> Iterator[Fault]:
    """Every fault of a store; ``expected_end`` is a hash of the log noted earlier, which must still be in it."""
    logged = Logged()
    hashes = set[str]()
    yield from _log(connection, logged, hashes if expected_end else None)
    if expected_end and expected_end not in hashes:
        yield Fault("log", f"the hash {expected_end} that was noted is not in it: records were replaced")
    if all_settings(connection) != logged.settings:
        yield Fault("settings", "are not those that the log says were given")
    yield from _reports(connection, logged)
    yield from _blobs(connection)
    yield from _readings(connection, logged)
    yield from _judgements(connection, logged)
    yield from _derived(connection)


def _derived(connection: Connection) -> Iterator[Fault]:
    """What search and the events have is what they derive from."""
    stands = (reports.c.deleted.is_(None), reports.c.newer.is_(None))
    joined = reports.join(blobs, blobs.c.sha256 == reports.c.text_sha256)
    columns = (reports.c.id, reports.c.rank, reports.c.title, blobs.c.packed)
    some: list[tuple[Row[Any], str]] = []
    for row in _rows(connection, select(*columns).select_from(joined).where(*stands).order_by(reports.c.rank)):
        raw = unpacked(row.packed)
        if raw is not None:  # damaged bytes were named before
            some.append((row, raw.decode("utf-8", "surrogatepass")))
        if len(some) == AT_A_TIME:
            yield from derived.faults_of_words(connection, some)
            some = []
    yield from derived.faults_of_words(connection, some)
    yield from derived.faults_of_totals(connection, derived.number_of_listed(connection))
    yield from derived.faults_of_events(connection)
    yield from derived.faults_of_index(connection)  # last, as it takes the lock of those who write


def _rows(connection: Connection, wanted: Any) -> Iterator[Row[Any]]:
    with connection.execute(wanted.execution_options(yield_per=AT_A_TIME)) as rows:
        yield from rows


def _log(connection: Connection, logged: Logged, hashes: set[str] | None) -> Iterator[Fault]:
    last = 0
    for row in _rows(connection, select(log).order_by(log.c.seq)):
        where = f"log record {row.seq}"
        if row.seq != last + 1:
            yield Fault("log", f"records {last + 1} to {row.seq - 1} are missing")
        if row.previous != logged.at_end:
            yield Fault(where, "does not follow the record before it: one was changed, removed or moved")
        if row.hash != hash_of(row.seq, row.at, row.kind, row.body, row.previous):
            yield Fault(where, f"({row.kind}) was changed")
        last, logged.at_end = row.seq, row.hash
        if hashes is not None:
            hashes.add(row.hash)
        body = _object(row.body)
        if body is None:
            yield Fault(where, "cannot be read")
        else:
            logged.take(row.kind, body)
    end = connection.execute(select(head)).one_or_none()
    if end is None or (end.seq, end.hash) != (last, logged.at_end):
        yield Fault("log", f"expected to end at record {end.seq if end else '?'}, ends at {last}: its end is missing")


def _object(body: str) -> dict[str, Any] | None:
    try:
        found = json.loads(body)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _reports(connection: Connection, logged: Logged) -> Iterator[Fault]:
    missing = set(logged.reports)
    for row in _rows(connection, select(reports).order_by(reports.c.key)):
        where = f"report {row.id}"
        if row.id not in logged.reports:
            yield Fault(where, "is not in the log")
        missing.discard(row.id)
        if (row.deleted is not None) != (row.id in logged.removed):
            yield Fault(where, "is marked as removed, which the log does not say, or the other way round")
        if (row.forgotten is not None) != (row.id in logged.forgotten):
            yield Fault(where, "has its bytes marked as forgotten, which the log does not say, or the other way round")
        own = row._mapping
        if row.deleted is None and logged.reports.get(row.id) not in (None, digest([own[name] for name in VOUCHED])):
            yield Fault(where, "its data (day, outlet, origin …) are not those of the log")
    for id in sorted(missing):
        yield Fault(f"report {id}", "is in the log and no longer in the store")


def _blobs(connection: Connection) -> Iterator[Fault]:
    wanted = dict[str, str]()
    its_bytes = case((reports.c.forgotten.is_(None), reports.c.raw_sha256))
    columns = (reports.c.text_sha256, reports.c.received_sha256, its_bytes)
    for row in _rows(connection, select(reports.c.id, *columns).where(reports.c.deleted.is_(None))):
        wanted.update(dict.fromkeys(map(str, filter(None, row[1:])), str(row.id)))
    for row in _rows(connection, select(blobs)):
        raw = unpacked(row.packed)
        id = wanted.pop(row.sha256, None)
        where = f"bytes {row.sha256[:16]} of report {id}" if id else f"bytes {row.sha256[:16]}"
        if raw is None or sha256(raw) != row.sha256 or len(raw) != row.size:
            yield Fault(where, "were changed")
        if id is None:
            yield Fault(where, "belong to no report")
    for name, id in wanted.items():
        yield Fault(f"bytes {name[:16]} of report {id}", "are missing")


def _readings(connection: Connection, logged: Logged) -> Iterator[Fault]:
    missing = dict(logged.readings)
    stands_by_claim = _judgements_by_claim(connection)
    has_current = set[int]()
    wanted = select(readings).order_by(readings.c.report, readings.c.key.desc())
    later: dict[int, str] = {}
    by_key = {row.key: row for row in _rows(connection, select(reports))}
    for row in _rows(connection, wanted):
        report = by_key.get(row.report)
        where = f"reading {row.key} of report {report.id if report else '?'}"
        if missing.pop(row.key, None) != row.sha256:
            yield Fault(where, "is not the one in the log")
        if report is None or report.deleted is not None:
            continue
        if row.is_current:
            has_current.add(row.report)
            yield from _current(connection, row, report, where, stands_by_claim)
        elif row.packed is None:
            if later.get(row.report) != row.sha256:
                yield Fault(where, "its claims are missing")
        elif _packed_digest(row.packed) != row.sha256:
            yield Fault(where, "its claims were changed")
        later[row.report] = row.sha256
    for key in missing:
        yield Fault(f"reading {key}", "is in the log and no longer in the store")
    for key, report in by_key.items():
        if report.deleted is None and key not in has_current:
            yield Fault(f"report {report.id}", "has no reading")


def _current(
    connection: Connection, row: Row[Any], report: Row[Any], where: str, stands: dict[str, list[Any]]
) -> Iterator[Fault]:
    found = connection.execute(select(claims).where(claims.c.report == row.report).order_by(claims.c.key)).all()
    met = connection.execute(select(issues).where(issues.c.reading == row.key).order_by(issues.c.key))
    issues_met = [Issue(each.reason, each.message, each.start, each.end) for each in met]
    if reading_digest([claim.body for claim in found], issues_met) != row.sha256:
        yield Fault(where, "its claims or issues were changed")
        return
    yield from _listed(connection, report, found, where, stands)


def _listed(
    connection: Connection, report: Row[Any], found: Iterable[Row[Any]], where: str, stands: dict[str, list[Any]]
) -> Iterator[Fault]:
    """What lists and filters show must be what was read and judged."""
    rows = index.Rows()
    kept = list(found)
    for row in kept:
        judged_now = judged(claim_from(row.body), stands.get(row.id, ()))
        index.take_up(rows, place_of(row, report), judged_now, row.body, is_listed=report.newer is None)
    if [tuple(row) for row in kept] != rows.claims:
        yield Fault(where, "what lists show of its claims is not what was read and judged")
    yield from derived.faults_of_lists(connection, rows, where)


def _packed_digest(packed: bytes) -> str | None:
    """The digest of a reading that was replaced; None where it is damaged."""
    try:
        data = json.loads(zlib.decompress(packed))
        found = [Issue(**issue) for issue in data["issues"]]
        return reading_digest([canonical(claim) for claim in data["claims"]], found)
    except (zlib.error, ValueError, KeyError, TypeError):
        return None


def _judgements_by_claim(connection: Connection) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in _rows(connection, select(judgements).order_by(judgements.c.key)):
        found.setdefault(row.claim, []).append(judgement_of(row))
    return found


def _judgements(connection: Connection, logged: Logged) -> Iterator[Fault]:
    missing = dict(logged.judgements)
    for row in _rows(connection, select(judgements)):
        judgement = judgement_of(row)
        if missing.pop(judgement.id, None) != row_digest(judgement):
            yield Fault(f"judgement {judgement.id}", f"({judgement.kind} on claim {judgement.claim}) was changed")
    for id in missing:
        yield Fault(f"judgement {id}", "is in the log and no longer in the store")
