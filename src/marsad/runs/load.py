"""A run brought into a store: every report once, with its bytes and the reading that the run made of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from marsad.errors import InputError
from marsad.records import Claim, Issue, Original, Reading, Report
from marsad.reports import NOT_READ, Received
from marsad.runs.intake import Step, add_all
from marsad.runs.made import KEPT_UNREAD, OF_READING
from marsad.runs.manifest import NAME
from marsad.runs.shares import part_name
from marsad.runs.storage import Storage
from marsad.runs.tables import batches
from marsad.store import Arrival, Entry, Outcome, Store, Versions
from marsad.store.codec import claim_from

# Reports kept in one transaction.
TOGETHER = 64


def manifest_of(output: Storage) -> dict[str, Any]:
    """The manifest of a run that is done."""
    if not output.exists(NAME):
        raise InputError(
            f"{output.address}: expected the tables of a run with its {NAME}, found none; make them with marsad run, "
            "or let the run there come to its end"
        )
    found: dict[str, Any] = json.loads(output.read(NAME))
    return found


def load(output: Storage, store: Store) -> Iterator[Step]:
    """What became of each report of a run; one that the store has already adds nothing."""
    about = manifest_of(output)
    made_by = Versions(**{name: about["made_by"][name] for name in Versions.__dataclass_fields__})
    for part in range(about["shares"]):
        yield from _part(output, part_name(part), store, made_by)


def _part(output: Storage, part: str, store: Store, made_by: Versions) -> Iterator[Step]:
    again: list[Received] = []
    readings = _Readings(output, part)
    for arrivals in _arrivals(output, part):
        there = store.known(arrivals)
        yield from (Step(id, Outcome.known) for id in there if id is not None)
        new = [arrival for arrival, id in zip(arrivals, there, strict=True) if id is None]
        yield from _kept(store, [Entry(arrival, readings.of(arrival)) for arrival in new], made_by, again)
    yield from readings.without_report()
    if again:
        yield from add_all(again, store, made_by)


def _kept(store: Store, entries: Sequence[Entry], made_by: Versions, again: list[Received]) -> Iterator[Step]:
    """Entries kept in one transaction; one whose id another report took is to be read again under a new id."""
    good = [entry for entry in entries if not _why(entry.reading)]
    yield from (Step(entry.reading.id, "skipped", entry.reading.issues) for entry in entries if _why(entry.reading))
    for entry, added in zip(good, store.add_received(good, made_by) if good else (), strict=True):
        reading = entry.reading
        if added.outcome is Outcome.id_taken:
            again.append(_received(entry))
        elif added.outcome is Outcome.known:
            yield Step(added.id, added.outcome)
        else:
            yield Step(
                added.id, added.outcome, reading.issues, len(reading.claims), added.copy_of, added.version_of
            )  # fmt: skip


def _why(reading: Reading) -> str:
    reasons = (issue.reason for issue in reading.issues)
    return next((reason for reason in reasons if reason in NOT_READ and reason not in KEPT_UNREAD), "")


def _received(entry: Entry) -> Received:
    arrival = entry.arrival
    of_intake = tuple(issue for issue in entry.reading.issues if issue.reason not in OF_READING)
    report = arrival.report
    return Received(
        report.id, arrival.kept.origin, report, of_intake, entry.reading.sha256, arrival.received, arrival.kept
    )


def _arrivals(output: Storage, part: str) -> Iterator[list[Arrival]]:
    for batch in batches(output, f"reports/{part}.parquet"):
        rows = batch.to_pylist()
        for at in range(0, len(rows), TOGETHER):
            yield [_arrival(row) for row in rows[at : at + TOGETHER]]


def _arrival(row: dict[str, Any]) -> Arrival:
    exact: bytes = row["text_bytes"] if row["text_bytes"] is not None else row["text"].encode()
    report = Report(row["id"], _decoded(exact), _day(row["published"]), row["outlet"])
    raw = row["raw"] if row["raw"] is not None else exact
    headers = tuple((name, value) for name, value in json.loads(row["headers"]))
    kept = Original(
        raw, row["media_type"], row["origin"], row["fetched"], headers, row["title"], row["url"], row["date_kind"]
    )
    received = row["received_bytes"]
    return Arrival(report, kept, None if received is None else _decoded(received))


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogatepass")


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


class _Readings:
    """The readings of one part by their reports."""

    def __init__(self, output: Storage, part: str) -> None:
        self._rows = {row["id"]: row for row in _all(output, "readings", part, None)}
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        self._issues: dict[str, list[Issue]] = defaultdict(list)
        for row in _all(output, "claims", part, ["report", "body"]):
            self._claims[row["report"]].append(claim_from(row["body"]))
        for row in _all(output, "issues", part, None):
            self._issues[row["report"]].append(Issue(row["reason"], row["message"], row["start"], row["end"]))

    def of(self, arrival: Arrival) -> Reading:
        """The reading of a report that has come in."""
        row = self._rows[arrival.report.id]
        claims, issues = self._claims.get(row["id"], ()), self._issues.get(row["id"], ())
        self._issues.pop(row["id"], None)
        return Reading(
            row["id"], _day(row["published"]), row["outlet"], row["sha256"], tuple(claims), tuple(issues)
        )  # fmt: skip

    def without_report(self) -> Iterator[Step]:
        """What is left of reports that could not be received at all."""
        for id, issues in self._issues.items():
            if any(issue.reason in NOT_READ and issue.reason not in KEPT_UNREAD for issue in issues):
                yield Step(id, "skipped", tuple(issues))


def _all(output: Storage, table: str, part: str, columns: list[str] | None) -> Iterator[dict[str, Any]]:
    for batch in batches(output, f"{table}/{part}.parquet", columns):
        yield from batch.to_pylist()
