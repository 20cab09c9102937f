"""What is there already of the reports that come in: the same text, the same id, an earlier version of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from marsad.store import bulk
from marsad.store.codec import sha256, storable
from marsad.store.codec import text_bytes as as_bytes
from marsad.store.entries import Arrival, Ready
from marsad.store.make_ready import day_of, identity
from marsad.store.tables import reports


def same_as(connection: Connection, arrivals: Sequence[Arrival]) -> list[str | None]:
    """The ids of the reports that these are again; what a newcomer leaves open (day, outlet) may be anything."""
    names = [sha256(as_bytes(arrival.report.text)) for arrival in arrivals]
    there = _by_text(connection, names)
    asked = (
        (name, day_of(arrival), None if arrival.report.outlet is None else storable(arrival.report.outlet))
        for name, arrival in zip(names, arrivals, strict=True)
    )
    return [_same(there.get(name, ()), day, outlet) for name, day, outlet in asked]


def _by_text(connection: Connection, names: Iterable[str]) -> dict[str, list[tuple[str, str | None, str | None]]]:
    """Id, day and outlet of the reports with these texts, the first of each text first."""
    columns = ("key", "text_sha256", "id", "published", "outlet")
    there: dict[str, list[tuple[str, str | None, str | None]]] = {}
    every = list(dict.fromkeys(names))
    for _, name, id, day, outlet in sorted(bulk.look_up(connection, reports, columns, "text_sha256", every)):
        there.setdefault(name, []).append((id, day, outlet))
    return there


def _same(there: Iterable[tuple[str, str | None, str | None]], day: str | None, outlet: str | None) -> str | None:
    return next((id for id, its_day, its in there if day in (None, its_day) and outlet in (None, its)), None)


def taken(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Those of the ids under which reports are there."""
    return {row.id for row in bulk.look_up(connection, reports, ("id",), "id", ids)}


def other_id(arrival: Arrival) -> str:
    """The id of a report whose own is taken: with the beginning of its identity."""
    return f"{arrival.report.id}~{identity(arrival)[:8]}"


class Known:
    """What is there of a batch, asked for once; :meth:`take` notes what is added from it."""

    def __init__(self, connection: Connection, batch: Sequence[Ready]) -> None:
        self._connection = connection
        self._texts = _by_text(connection, [each.row["text_sha256"] for each in batch])
        self._ids = taken(connection, [each.row["id"] for each in batch])
        self._addresses = set(_addresses(connection, [(_column(each), each) for each in batch]))

    def same_as(self, ready: Ready) -> str | None:
        """The id of the report that this is again."""
        row = ready.row
        return _same(self._texts.get(row["text_sha256"], ()), row["published"], row["outlet"])

    def is_taken(self, ready: Ready) -> bool:
        """Whether another report has its id."""
        return ready.row["id"] in self._ids

    def may_be_version(self, ready: Ready) -> bool:
        """Whether there is, or was before in this batch, a report of the same page or file."""
        column = _column(ready)
        return column is not None and (column == "version_of" or (column, ready.row[column]) in self._addresses)

    def take(self, ready: Ready) -> None:
        """Note a report that is added."""
        row = ready.row
        self._texts.setdefault(row["text_sha256"], []).append((row["id"], row["published"], row["outlet"]))
        self._ids.add(row["id"])
        self._addresses |= {("url", row["url"]), ("origin", row["origin"])}

    def version_before(self, ready: Ready) -> Row[Any] | None:
        """The latest version of the page or file that this text is a newer version of."""
        wanted = select(reports).where(reports.c.newer.is_(None), reports.c.deleted.is_(None))
        column, of = _column(ready), ready.version_of
        if column is None:
            return None
        if column == "version_of":
            wanted = wanted.where(or_(reports.c.id == of, reports.c.version_of == of))
        else:
            wanted = wanted.where(reports.c[column] == ready.row[column])
        return self._connection.execute(wanted.order_by(reports.c.key.desc()).limit(1)).one_or_none()


def _column(ready: Ready) -> str | None:
    """By what an earlier version of a report is found: what it says itself, its address, its file of text."""
    row = ready.row
    if ready.version_of is not None:
        return "version_of"
    if row["url"] is not None:
        return "url"
    return "origin" if row["media_type"].startswith("text/") and row["origin"].startswith("/") else None


def _addresses(connection: Connection, batch: Sequence[tuple[str | None, Ready]]) -> Iterable[tuple[str, str]]:
    """Those of their addresses and files of which a version is there."""
    for column in ("url", "origin"):
        values = list({each.row[column] for named, each in batch if named == column})
        for (value,) in bulk.look_up(connection, reports, (column,), column, values):
            yield column, str(value)
