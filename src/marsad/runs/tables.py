"""The tables of a run as Arrow knows them, written a batch of rows at a time, and claims read back from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from typing import Any

from marsad.records import Claim, Event, Reading, Told
from marsad.reports.extras import need
from marsad.runs.storage import Hashed, Storage
from marsad.store import Arrival
from marsad.store.codec import canonical, claim_from, claim_json, plain, storable, text_bytes

# Rows of one row group: what a table holds in memory while it is written or read.
ROWS = 2_000
# Reports bring their texts and bytes; fewer of them are held.
TEXTS = 256
_TEXT, _LIST = "string", "list"
SCHEMAS: dict[str, dict[str, str]] = {
    "reports": {
        "id": _TEXT, "published": _TEXT, "outlet": _TEXT, "title": _TEXT, "url": _TEXT, "origin": _TEXT, "text": _TEXT,
        "text_bytes": "binary", "received_bytes": "binary", "raw": "binary", "media_type": _TEXT, "fetched": _TEXT,
        "headers": _TEXT, "date_kind": _TEXT,
    },
    "readings": {"id": _TEXT, "published": _TEXT, "outlet": _TEXT, "sha256": _TEXT, "claims": "int32"},
    "claims": {
        "id": _TEXT, "report": _TEXT, "published": _TEXT, "outlet": _TEXT, "sha256": _TEXT, "type": _TEXT,
        "status": _TEXT, "incident": "int32", "trigger": _TEXT, "start": "int32", "end": "int32", "date_from": _TEXT,
        "date_to": _TEXT, "low": "int64", "high": "int64", "agents": _LIST, "targets": _LIST, "place": _TEXT,
        "place_name": _TEXT, "country": _TEXT, "admin1": _TEXT, "latitude": "double", "longitude": "double",
        "geo_precision": "int32", "sources": _LIST, "body": _TEXT,
    },
    "issues": {"report": _TEXT, "reason": _TEXT, "message": _TEXT, "start": "int32", "end": "int32"},
    "events": {
        "id": _TEXT, "type": _TEXT, "standing": _TEXT, "date_from": _TEXT, "date_to": _TEXT, "place": _TEXT,
        "place_name": _TEXT, "country": _TEXT, "admin1": _TEXT, "latitude": "double", "longitude": "double",
        "geo_precision": "int32", "grade": _TEXT, "reports": "int32", "claims": _LIST, "body": _TEXT,
    },
    "ids": {"id": _TEXT, "number": "int32", "identity": _TEXT},
    "pieces": {"piece": "int64", "from": "int32", "to": "int32", "body": _TEXT},
    "marks": {
        "mark": "int64", "report": _TEXT, "day": _TEXT, "outlet": _TEXT, "count": "int32", "bundle": "int32",
    },
    "edges": {"one": "int64", "other": "int64", "points": "double", "levels": _TEXT},
    "told": {"basket": "int32", "piece": "int64", "id": _TEXT, "root": _TEXT, "told": _TEXT},
}  # fmt: skip
Row = Mapping[str, Any]


class Tables:
    """Tables of one part while they are written: :meth:`add` rows, then :meth:`close`; digests are kept by name."""

    def __init__(self, storage: Storage, part: str, names: Iterable[str], folder: str = "") -> None:
        self._arrow, self._parquet = need("pyarrow", "Parquet"), need("pyarrow.parquet", "Parquet")
        self._rows: dict[str, list[Row]] = {name: [] for name in names}
        self.counts = dict.fromkeys(self._rows, 0)
        self._files = ExitStack()
        self._streams: dict[str, Hashed] = {}
        self._writers: dict[str, Any] = {}
        self._schemas = {name: _schema(name) for name in self._rows}
        for name in self._rows:
            stream = self._files.enter_context(storage.written(f"{folder}{name}/{part}.parquet"))
            self._streams[name] = stream
            self._writers[name] = self._parquet.ParquetWriter(
                self._arrow.PythonFile(stream, mode="w"), self._schemas[name], compression="zstd"
            )

    def __enter__(self) -> Tables:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        for name in self._rows:
            if kind is None:
                self.flush(name)
            self._writers[name].close()  # before its stream is, also where what was written is thrown away
        self._files.__exit__(kind, error, trace)

    def add(self, name: str, row: Row) -> None:
        """One row; a full group is written."""
        rows = self._rows[name]
        rows.append(row)
        if len(rows) >= (TEXTS if name == "reports" else ROWS):
            self.flush(name)

    def flush(self, name: str) -> None:
        """Write the rows at hand as one row group."""
        rows = self._rows[name]
        if rows:
            table = self._arrow.Table.from_pylist(rows, schema=self._schemas[name])
            self._writers[name].write_table(table)
            self.counts[name] += len(rows)
            self._rows[name] = []

    @property
    def digests(self) -> dict[str, str]:
        """SHA-256 of each file, once it is closed."""
        return {name: stream.sha256 for name, stream in self._streams.items()}


def _schema(name: str) -> Any:
    arrow = need("pyarrow", "Parquet")
    kinds = {"list": arrow.list_(arrow.string())}
    return arrow.schema(
        [(column, kinds.get(kind) or arrow.type_for_alias(kind)) for column, kind in SCHEMAS[name].items()]
    )


def batches(storage: Storage, name: str, columns: Sequence[str] | None = None, filter: Any = None) -> Iterator[Any]:
    """The record batches of a file, one row group at a time; ``filter`` passes over groups by their statistics."""
    parquet = need("pyarrow.parquet", "Parquet")
    with storage.open(name) as stream, parquet.ParquetFile(stream) as file:
        names = [file.schema_arrow.field(at).name for at in range(len(file.schema_arrow))]
        for group in range(file.metadata.num_row_groups):
            if filter is None or filter(_bounds(file.metadata.row_group(group), names)):
                yield file.read_row_group(group, columns=columns)


def where(batch: Any, **bounds: tuple[int | None, int | None]) -> list[dict[str, Any]]:
    """The rows whose columns lie within bounds, the ends among them: the others never become Python's."""
    compute = need("pyarrow.compute", "Parquet")
    for column, (least, most) in bounds.items():
        for end, holds in ((least, compute.greater_equal), (most, compute.less_equal)):
            if end is not None:
                batch = batch.filter(holds(batch[column], end))
    rows: list[dict[str, Any]] = batch.to_pylist()
    return rows


def _bounds(group: Any, names: Sequence[str]) -> dict[str, tuple[Any, Any]]:
    """The least and the greatest value of each column of a row group that has them."""
    found = {}
    for at, name in enumerate(names):
        if at < group.num_columns and group.column(at).path_in_schema == name:
            statistics = group.column(at).statistics
            if statistics is not None and statistics.has_min_max:
                found[name] = (statistics.min, statistics.max)
    return found


def report_row(arrival: Arrival, title: str | None) -> Row:
    """The row of a report with its text and the bytes it came in."""
    report, kept = arrival.report, arrival.kept
    exact = text_bytes(report.text)
    shown = _text(report.text)
    return {
        "id": _text(report.id), "published": _day(report.published), "outlet": _text(report.outlet),
        "title": _text(title), "url": _text(kept.url), "origin": _text(kept.origin), "text": shown,
        "text_bytes": None if shown is not None and shown.encode() == exact else exact,
        "received_bytes": None if arrival.received is None else text_bytes(arrival.received),
        "raw": None if kept.raw == exact else kept.raw, "media_type": kept.media_type, "fetched": kept.fetched,
        "headers": canonical(plain(kept.headers)), "date_kind": kept.date_kind,
    }  # fmt: skip


def reading_row(reading: Reading) -> Row:
    """The row of a reading."""
    return {
        "id": _text(reading.id), "published": _day(reading.published), "outlet": _text(reading.outlet),
        "sha256": reading.sha256, "claims": len(reading.claims),
    }  # fmt: skip


def claim_row(claim: Claim, reading: Reading) -> Row:
    """The row of a claim: what is asked most in columns, all of it in ``body``."""
    place = claim.places[0] if claim.places else None
    count = claim.count
    return {
        "id": claim.id, "report": _text(reading.id), "published": _day(reading.published),
        "outlet": _text(reading.outlet), "sha256": reading.sha256, "type": claim.type, "status": claim.status,
        "incident": claim.incident, "trigger": _text(claim.trigger.text), "start": claim.trigger.start,
        "end": claim.trigger.end, "date_from": claim.date_from, "date_to": claim.date_to,
        "low": _number(count.low if count else None), "high": _number(count.high if count else None),
        "agents": [_text(one.actor or one.text) for one in claim.agents],
        "targets": [_text(one.actor or one.text) for one in claim.targets], **_place(place),
        "sources": [_text(one.source or one.text) for one in claim.sources], "body": claim_json(claim),
    }  # fmt: skip


def issue_rows(reading: Reading) -> Iterator[Row]:
    """The rows of the issues of a reading."""
    for issue in reading.issues:
        yield {
            "report": _text(reading.id), "reason": issue.reason, "message": _text(issue.message),
            "start": issue.start, "end": issue.end,
        }  # fmt: skip


def event_row(event: Event) -> Row:
    """The row of an event."""
    return {
        "id": event.id, "type": event.type, "standing": event.standing, "date_from": event.date_from,
        "date_to": event.date_to, **_place(event.places[0] if event.places else None), "grade": event.grade,
        "reports": len(event.reports), "claims": list(event.claims), "body": canonical(plain(event)),
    }  # fmt: skip


def told_from(row: Row) -> Told:
    """The claim in a row of claims, with the report that tells it."""
    published = date.fromisoformat(row["published"]) if row["published"] else None
    return Told(claim_from(row["body"]), row["report"], row["outlet"], published, row["sha256"])


def told_json(told: Told) -> str:
    """A claim with its report as JSON."""
    about = [told.report, told.outlet, _day(told.published), told.sha256]
    return canonical([about, plain(told.claim)])


def told_of(body: str) -> Told:
    """The claim with its report that was written as JSON."""
    from marsad.store.codec import claim_of

    (report, outlet, published, sha256), claim = json.loads(body)
    return Told(claim_of(claim), report, outlet, date.fromisoformat(published) if published else None, sha256)


def _place(place: Any) -> dict[str, Any]:
    return {
        "place": place and _text(place.place), "place_name": place and _text(place.name or place.text),
        "country": place and place.country, "admin1": place and _text(place.admin1), "latitude": place and place.lat,
        "longitude": place and place.lon, "geo_precision": place and place.precision,
    }  # fmt: skip


def _text(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(number: int | None) -> int | None:
    """A number that the column takes; a larger one is in the body alone."""
    return number if number is not None and abs(number) < 2**63 else None
