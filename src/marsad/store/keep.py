"""Reports go in: once each, as copies and versions where they are, with their bytes and what was read in them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, func, insert, or_, select, update

from marsad.arabic.search_keys import SearchKeys, keys_of_name, search_keys
from marsad.records import Claim, Issue, Reading
from marsad.store import blobs, copies, index, words
from marsad.store.chain import Chain, now
from marsad.store.codec import canonical, claim_from, claim_json, digest, plain, reading_digest, sha256, storable
from marsad.store.codec import text_bytes as as_bytes
from marsad.store.copies import Copy
from marsad.store.entries import Added, Arrival, Change, Entry, Outcome, Versions
from marsad.store.index import Place, Rows
from marsad.store.judgements import Judged, judged, of_claims
from marsad.store.rank import rank_of
from marsad.store.tables import bands, claims, issues, readings, reports

# What the log vouches for in a report; the rest may change: a newer version, removal.
VOUCHED = (
    "id", "identity", "text_sha256", "received_sha256", "raw_sha256", "size", "published", "date_kind", "outlet",
    "title", "url", "origin", "media_type", "fetched", "headers", "added", "version_of", "copy_of", "likeness",
)  # fmt: skip


def identity(arrival: Arrival) -> str:
    """What makes a report the same: its text, its day, its outlet."""
    report = arrival.report
    day = report.published.isoformat() if report.published else None
    return digest([sha256(as_bytes(report.text)), day, report.outlet])


def same_as(connection: Connection, arrivals: Sequence[Arrival]) -> list[str | None]:
    """The ids of the reports that these are again; what a newcomer leaves open (day, outlet) may be anything."""
    names = [sha256(as_bytes(arrival.report.text)) for arrival in arrivals]
    columns = (reports.c.text_sha256, reports.c.id, reports.c.published, reports.c.outlet)
    wanted = select(*columns).where(reports.c.text_sha256.in_(names)).order_by(reports.c.key)
    there: dict[str, list[Any]] = {}
    for row in connection.execute(wanted):
        there.setdefault(row.text_sha256, []).append(row)
    found = (
        (row.id for row in there.get(name, ()) if _is_same(row, arrival))
        for name, arrival in zip(names, arrivals, strict=True)
    )
    return [next(ids, None) for ids in found]


def _is_same(row: Any, arrival: Arrival) -> bool:
    day, outlet = _day(arrival), _plain(arrival.report.outlet)
    return day in (None, row.published) and outlet in (None, row.outlet)


def is_taken(connection: Connection, id: str) -> bool:
    """Whether a report with this id is there."""
    return connection.scalar(select(reports.c.key).where(reports.c.id == id)) is not None


def other_id(arrival: Arrival) -> str:
    """The id of a report whose own is taken: with the beginning of its identity."""
    return f"{arrival.report.id}~{identity(arrival)[:8]}"


def row_digest(row: Any) -> str:
    """What the log says of a report."""
    return digest([row[name] for name in VOUCHED])


class Keeper:
    """Writes entries within one transaction; :meth:`close` writes what was gathered."""

    def __init__(self, connection: Connection, versions: Versions) -> None:
        self._connection, self._versions, self._at = connection, versions, now()
        self._chain, self._rows = Chain(connection), Rows()
        self._issues: list[dict[str, Any]] = []
        self._readings: list[dict[str, Any]] = []
        self._blobs: dict[str, bytes] = {}
        self._words: list[tuple[int, SearchKeys]] = []
        tables = (reports, readings, claims, issues)
        self._next = {table.name: (connection.scalar(select(func.max(table.c.key))) or 0) + 1 for table in tables}

    def add(self, entry: Entry) -> Added:
        """Take up one report, unless it is there already."""
        arrival, id = entry.arrival, entry.arrival.report.id
        (known,) = same_as(self._connection, [arrival])
        if known is not None:
            return Added(known, Outcome.known)
        if is_taken(self._connection, id):
            return Added(id, Outcome.id_taken)
        before = _version_before(self._connection, arrival)
        keys = search_keys(storable(arrival.report.text))
        signed = copies.signature(keys)
        copy = copies.copied_from(self._connection, signed) if signed and before is None else None
        root = (before.version_of or before.id) if before is not None else None
        key, rank = self._report(arrival, signed, copy, root)
        title = keys_of_name(storable(arrival.kept.title or ""))
        self._words.append((rank, SearchKeys(f"{title.words} {keys.words}", f"{title.stems} {keys.stems}")))
        if before is not None:
            self._supersede(before, id)
        row = {"key": key, "id": id, "published": _day(arrival), "outlet": arrival.report.outlet}
        self.read(row, entry.reading)
        return Added(id, Outcome.added, copy.root if copy else None, root)

    def read(self, report: dict[str, Any], reading: Reading, *, is_listed: bool = True) -> int:
        """Take up what was read in a report."""
        key = self._number("readings")
        bodies = [claim_json(claim) for claim in reading.claims]
        reading = replace(reading, issues=tuple(_storable(issue) for issue in reading.issues))
        made_by = plain(self._versions)
        own = reading_digest(bodies, reading.issues)
        row = {"key": key, "report": report["key"], "at": self._at, "claims": len(bodies), "sha256": own}
        self._readings.append({**row, **made_by, "is_current": True, "packed": None})
        about = {"report": report["id"], "reading": key, "by": made_by, "claims": len(bodies), "sha256": own}
        self._chain.append("reading", about, self._at)
        for issue in reading.issues:
            self._issues.append(_issue_row(self._number("issues"), key, issue))
        on_claims = of_claims(self._connection, [claim.id for claim in reading.claims])
        for claim, body in zip(reading.claims, bodies, strict=True):
            place = Place(
                self._number("claims"), report["key"], report["id"], key, report["published"], report["outlet"]
            )
            stands = judged(claim, on_claims.get(claim.id, ()))
            index.take_up(self._rows, place, stands, body, is_listed=is_listed)
        return key

    def close(self) -> None:
        """Write everything that was taken up, and the log."""
        blobs.put(self._connection, self._blobs.values())
        if self._readings:
            self._connection.execute(insert(readings), self._readings)
        if self._issues:
            self._connection.execute(insert(issues), self._issues)
        self._write_lists()
        self._chain.close()

    def _write_lists(self) -> None:
        index.write(self._connection, self._rows)
        words.put(self._connection, words.REPORTS, self._words)
        self._rows, self._words = Rows(), []

    def _report(self, arrival: Arrival, signed: bytes | None, copy: Copy | None, root: str | None) -> tuple[int, int]:
        """The key and the rank of the new row."""
        key = self._number("reports")
        row = _report_row(arrival, self._at) | {
            "version_of": root, "copy_of": copy and copy.root, "likeness": copy and copy.likeness,
        }  # fmt: skip
        rank = rank_of(row["published"], key)
        self._connection.execute(insert(reports), [{**row, "key": key, "rank": rank, "signature": signed}])
        if signed is not None and copy is None:
            self._connection.execute(insert(bands), copies.rows_of(key, signed))
        texts = [text for text in (arrival.report.text, arrival.received) if text is not None]
        for raw in (arrival.kept.raw, *map(as_bytes, texts)):
            self._blobs[sha256(raw)] = raw
        about = {"report": row["id"], "text": row["text_sha256"], "raw": row["raw_sha256"], "row": row_digest(row)}
        self._chain.append("report", about, self._at)
        return key, rank

    def _supersede(self, before: Row[Any], id: str) -> None:
        """The version before stays, out of the lists."""
        self._connection.execute(update(reports).where(reports.c.key == before.key).values(newer=id))
        self._write_lists()
        words.drop(self._connection, words.REPORTS, [before.rank])
        index.unlist(self._connection, listed_claims(self._connection, before), but="report")

    def _number(self, name: str) -> int:
        self._next[name] += 1
        return self._next[name] - 1


def replace_reading(connection: Connection, report: Row[Any], reading: Reading, versions: Versions) -> Change:
    """Another reading takes the place of the current one, which is kept; judgements stay on their claims."""
    old = connection.execute(
        select(readings).where(readings.c.report == report.key, readings.c.is_current.is_(True))
    ).one()
    bodies = [row.body for row in _claim_rows(connection, report.key)]
    before = list(map(claim_from, bodies))
    found = issues_of(connection, old.key)
    change = changes(connection, report.id, before, reading.claims)
    issues_now = [_storable(issue) for issue in reading.issues]
    is_same = old.sha256 == reading_digest(map(claim_json, reading.claims), issues_now)
    packed = None if is_same else pack(bodies, found)
    connection.execute(update(readings).where(readings.c.key == old.key).values(is_current=False, packed=packed))
    connection.execute(issues.delete().where(issues.c.reading == old.key))
    index.remove(connection, listed_claims(connection, report))
    keeper = Keeper(connection, versions)
    row = {name: getattr(report, name) for name in ("key", "id", "published", "outlet")}
    keeper.read(row, reading, is_listed=report.newer is None)
    keeper.close()
    return change


def changes(connection: Connection, report: str, before: Sequence[Claim], after: Sequence[Claim]) -> Change:
    """What is gone, new and other between two readings of a report, claim by claim."""
    old, new = {claim.id: claim for claim in before}, {claim.id: claim for claim in after}
    gone = tuple(claim for id, claim in old.items() if id not in new)
    other = tuple((claim, new[id]) for id, claim in old.items() if id in new and new[id] != claim)
    added = tuple(claim for id, claim in new.items() if id not in old)
    on_gone = of_claims(connection, [claim.id for claim in gone])
    return Change(report, gone, added, other, tuple(each for some in on_gone.values() for each in some))


def pack(bodies: Sequence[str], found: Sequence[Issue]) -> bytes:
    """A reading that was replaced, as compressed JSON: the claims as they were written then."""
    return zlib.compress(canonical({"claims": list(map(json.loads, bodies)), "issues": plain(tuple(found))}).encode())


def issues_of(connection: Connection, reading: int) -> tuple[Issue, ...]:
    """The issues of a reading, in order."""
    wanted = select(issues).where(issues.c.reading == reading).order_by(issues.c.key)
    return tuple(Issue(row.reason, row.message, row.start, row.end) for row in connection.execute(wanted))


def listed_claims(connection: Connection, report: Row[Any]) -> list[tuple[Place, Judged]]:
    """The claims of a report as they are listed."""
    rows = _claim_rows(connection, report.key)
    on_claims = of_claims(connection, [row.id for row in rows])
    return [(place_of(row, report), judged(claim_from(row.body), on_claims.get(row.id, ()))) for row in rows]


def place_of(row: Row[Any], report: Row[Any]) -> Place:
    """Where a claim stands."""
    return Place(row.key, report.key, report.id, row.reading, report.published, report.outlet)


def _claim_rows(connection: Connection, report: int) -> Sequence[Row[Any]]:
    return connection.execute(select(claims).where(claims.c.report == report).order_by(claims.c.key)).all()


def _version_before(connection: Connection, arrival: Arrival) -> Row[Any] | None:
    """The latest version of the page or file that this text is a newer version of."""
    kept = arrival.kept
    wanted = select(reports).where(reports.c.newer.is_(None), reports.c.deleted.is_(None))
    if kept.version_of is not None:
        of = kept.version_of
        wanted = wanted.where(or_(reports.c.id == of, reports.c.version_of == of))
    elif kept.url is not None:
        wanted = wanted.where(reports.c.url == storable(kept.url))
    elif kept.media_type.startswith("text/") and kept.origin.startswith("/"):
        wanted = wanted.where(reports.c.origin == storable(kept.origin))
    else:
        return None
    return connection.execute(wanted.order_by(reports.c.key.desc()).limit(1)).one_or_none()


def _day(arrival: Arrival) -> str | None:
    return arrival.report.published.isoformat() if arrival.report.published else None


def _report_row(arrival: Arrival, at: str) -> dict[str, Any]:
    report, kept = arrival.report, arrival.kept
    received = sha256(as_bytes(arrival.received)) if arrival.received is not None else None
    return {
        "id": report.id, "identity": identity(arrival), "text_sha256": sha256(as_bytes(report.text)),
        "received_sha256": received, "raw_sha256": sha256(kept.raw), "size": len(report.text),
        "published": _day(arrival), "date_kind": kept.date_kind, "outlet": _plain(report.outlet),
        "title": _plain(kept.title), "url": _plain(kept.url), "origin": storable(kept.origin),
        "media_type": storable(kept.media_type), "fetched": kept.fetched,
        "headers": storable(canonical(plain(kept.headers))), "added": at,
    }  # fmt: skip


def _plain(value: str | None) -> str | None:
    return None if value is None else storable(value)


def _issue_row(key: int, reading: int, issue: Issue) -> dict[str, Any]:
    return {"key": key, "reading": reading, **plain(issue)}


def _storable(issue: Issue) -> Issue:
    return replace(issue, message=storable(issue.message))


__all__ = ["Keeper", "is_taken", "other_id", "replace_reading", "same_as"]
