"""Reports go in: once each, as copies and versions where they are, with their bytes and what was read in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from marsad.store import blobs, bulk, index, words
from marsad.store.chain import Chain, now
from marsad.store.codec import claim_from, digest, plain
from marsad.store.copies import Copies, Copy
from marsad.store.entries import Added, Outcome, Ready, ReadyReading, Versions
from marsad.store.index import Place, Rows
from marsad.store.judgements import Judged, judged, of_claims
from marsad.store.known import Known
from marsad.store.rank import rank_of
from marsad.store.tables import bands, claims, issues, judgements, readings, reports

# What the log vouches for in a report; the rest may change: a newer version, removal.
VOUCHED = (
    "id", "identity", "text_sha256", "received_sha256", "raw_sha256", "size", "published", "date_kind", "outlet",
    "title", "url", "origin", "media_type", "fetched", "headers", "added", "version_of", "copy_of", "likeness",
)  # fmt: skip


def row_digest(row: Any) -> str:
    """What the log says of a report."""
    return digest([row[name] for name in VOUCHED])


@dataclass(slots=True)
class Pending:
    """Rows that are taken up and not yet written."""

    reports: list[tuple[Any, ...]] = field(default_factory=list)
    bands: list[tuple[int, int]] = field(default_factory=list)
    contents: list[tuple[str, int, bytes]] = field(default_factory=list)
    readings: list[tuple[Any, ...]] = field(default_factory=list)
    issues: list[tuple[Any, ...]] = field(default_factory=list)
    words: list[tuple[int, str]] = field(default_factory=list)
    claims: Rows = field(default_factory=Rows)

    def write(self, connection: Connection) -> None:
        """All of it into the tables."""
        bulk.put(connection, reports, self.reports)
        bulk.put(connection, bands, self.bands)
        blobs.put(connection, self.contents)
        bulk.put(connection, readings, self.readings)
        bulk.put(connection, issues, self.issues)
        index.write(connection, self.claims)
        words.put(connection, words.REPORTS, self.words)


class Keeper:
    """Writes reports and readings within one transaction; :meth:`close` writes what was gathered, and the log."""

    def __init__(self, connection: Connection, versions: Versions) -> None:
        self._connection, self._made_by, self._at = connection, plain(versions), now()
        self._chain, self._pending = Chain(connection), Pending()
        numbered = (reports, readings, claims, issues)
        self._next = {table.name: (connection.scalar(select(func.max(table.c.key))) or 0) + 1 for table in numbered}
        self._is_judged = connection.scalar(select(judgements.c.key).limit(1)) is not None

    def add(self, batch: Sequence[Ready]) -> list[Added]:
        """Take up reports, but for those that are there already."""
        known, copies = Known(self._connection, batch), Copies(self._connection, batch)
        return [self._add(ready, known, copies) for ready in batch]

    def _add(self, ready: Ready, known: Known, copies: Copies) -> Added:
        id = ready.row["id"]
        there = known.same_as(ready)
        if there is not None:
            return Added(there, Outcome.known)
        if known.is_taken(ready):
            return Added(id, Outcome.id_taken)
        before = self._version_before(ready, known)
        copy = copies.of(ready) if before is None else None
        root = (before.version_of or before.id) if before is not None else None
        row = self._report(ready, copy, root)
        if ready.signature is not None and copy is None:
            self._pending.bands += copies.take(row["key"], ready)
        known.take(ready)
        if before is not None:
            self._supersede(before, id)
        self.read(row, ready.reading)
        return Added(id, Outcome.added, copy.root if copy else None, root)

    def _version_before(self, ready: Ready, known: Known) -> Row[Any] | None:
        if not known.may_be_version(ready):
            return None
        self._write()
        return known.version_before(ready)

    def read(self, report: Any, reading: ReadyReading, *, is_listed: bool = True) -> None:
        """Take up what was read in a report, whose row has at least key, id, day and outlet."""
        key, number = self._number("readings"), len(reading.claims)
        self._pending.readings.append(
            (key, report["key"], *self._made_by.values(), self._at, number, reading.sha256, True, None)
        )
        about = {"report": report["id"], "reading": key, "by": self._made_by, "claims": number}
        self._chain.append("reading", about | {"sha256": reading.sha256}, self._at)
        self._pending.issues += [(self._number("issues"), key, *issue) for issue in reading.issues]
        where = (report["key"], report["id"], key, report["published"], report["outlet"])
        rows, stands = self._pending.claims, self._judged(reading)
        if is_listed:
            rows.names |= reading.names
        first = self._number("claims", number)
        if not stands:
            index.put_all(rows, Place(first, *where), reading.claims, is_listed=is_listed)
            return
        for at, claim in enumerate(reading.claims, first):
            place, own = Place(at, *where), stands.get(claim.id)
            if own is not None and own.is_edited:
                index.take_up(rows, place, own, claim.body, is_listed=is_listed)
            else:
                index.put_in(rows, place, claim, own, is_listed=is_listed)

    def _judged(self, reading: ReadyReading) -> dict[str, Judged]:
        """The claims on which there are judgements, as they stand; mostly none."""
        if not self._is_judged:
            return {}
        on_claims = of_claims(self._connection, [claim.id for claim in reading.claims])
        bodies = {claim.id: claim.body for claim in reading.claims}
        return {id: judged(claim_from(bodies[id]), given) for id, given in on_claims.items()}

    def close(self) -> None:
        """Write everything that was taken up, and the log."""
        self._write()
        self._chain.close()

    def _write(self) -> None:
        pending, self._pending = self._pending, Pending()
        pending.write(self._connection)

    def _report(self, ready: Ready, copy: Copy | None, root: str | None) -> dict[str, Any]:
        """Take up the row of a report, its bytes and its words."""
        key = self._number("reports")
        row = ready.row | {
            "added": self._at, "version_of": root, "copy_of": copy and copy.root, "likeness": copy and copy.likeness,
        }  # fmt: skip
        about = {"report": row["id"], "text": row["text_sha256"], "raw": row["raw_sha256"], "row": row_digest(row)}
        self._chain.append("report", about, self._at)
        rank = rank_of(row["published"], key)
        row |= {
            "key": key,
            "rank": rank,
            "signature": ready.signature,
            "newer": None,
            "deleted": None,
            "forgotten": None,
        }
        self._pending.reports.append(tuple(row[name] for name in reports.c.keys()))  # noqa: SIM118 - columns
        self._pending.contents += ready.contents
        self._pending.words.append((rank, ready.words))
        return row

    def _supersede(self, before: Row[Any], id: str) -> None:
        """The version before stays, out of the lists."""
        self._connection.execute(update(reports).where(reports.c.key == before.key).values(newer=id))
        words.drop(self._connection, words.REPORTS, [before.rank])
        index.unlist(self._connection, listed_claims(self._connection, before))

    def _number(self, name: str, many: int = 1) -> int:
        """The first of so many new numbers."""
        first = self._next[name]
        self._next[name] += many
        return first


def listed_claims(connection: Connection, report: Row[Any]) -> list[tuple[Place, Judged]]:
    """The claims of a report as they are listed."""
    rows = claim_rows(connection, report.key)
    on_claims = of_claims(connection, [row.id for row in rows])
    return [(place_of(row, report), judged(claim_from(row.body), on_claims.get(row.id, ()))) for row in rows]


def place_of(row: Row[Any], report: Row[Any]) -> Place:
    """Where a claim stands."""
    return Place(row.key, report.key, report.id, row.reading, report.published, report.outlet)


def claim_rows(connection: Connection, report: int) -> Sequence[Row[Any]]:
    """The claims of a report in the order in which they were read."""
    return connection.execute(select(claims).where(claims.c.report == report).order_by(claims.c.key)).all()
