"""One task of a run: the reports of a share are read, and its part of every table is written, whole or not at all."""

from __future__ import annotations

import faulthandler
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace

from marsad.records import Issue, Reading
from marsad.reports import Received, is_notice
from marsad.runs.job import Job, knowledge
from marsad.runs.local import read_one
from marsad.runs.made import arrival_of
from marsad.runs.share_reports import received_of
from marsad.runs.shares import Share
from marsad.runs.tables import Tables, claim_row, issue_rows, reading_row, report_row
from marsad.store.make_ready import identity

TABLES = ("reports", "readings", "claims", "issues")
DONE = "work/read"
_NOTICES = 20


@dataclass(frozen=True, slots=True)
class Mend:
    """What is known of a share beforehand, by the numbers of its reports: not to be read, left out, named otherwise."""

    unread: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()
    names: Mapping[int, str] = field(default_factory=dict)
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Order:
    """A share to read."""

    share: Share
    mend: Mend = Mend()


@dataclass(frozen=True, slots=True)
class Part:
    """What became of a share: counts, digests of its files, and what had to be mended."""

    number: int
    counts: dict[str, int]
    issues: dict[str, int]
    sha256: dict[str, str]
    notices: list[list[str]]
    mend: Mend


def read_share(job: Job, order: Order) -> Part:
    """Read a share and write its parts; one that was read before is read again only where more is to be mended."""
    share = order.share
    found = kept_part(job, share)
    if found is not None and order.mend in (Mend(), found.mend):
        return found
    issues: Counter[str] = Counter()
    notices: list[list[str]] = []
    with Tables(job.output, share.name, TABLES) as tables, Tables(job.output, share.name, ("ids",), "work/") as ids:
        for number, item in enumerate(_reports(job, order, notices)):
            if number not in order.mend.left_out:
                reading = _read(job, _named(item, order.mend.names.get(number)), number in order.mend.unread)
                issues.update(issue.reason for issue in reading.issues)
                _write(tables, item, reading)
            else:
                issues["same_report"] += 1
            ids.add("ids", {"id": item.id, "number": number, "identity": _identity(item)})
    part = Part(share.number, dict(tables.counts), dict(issues), tables.digests, notices, order.mend)
    job.output.write(f"{DONE}/{share.name}.json", json.dumps(asdict(part), sort_keys=True, default=sorted).encode())
    return part


def kept_part(job: Job, share: Share) -> Part | None:
    """What became of a share that was read already."""
    name = f"{DONE}/{share.name}.json"
    if not job.output.exists(name):
        return None
    kept = json.loads(job.output.read(name))
    mend = kept["mend"]
    names = {int(number): id for number, id in mend["names"].items()}
    sets = {each: frozenset(mend[each]) for each in ("unread", "left_out", "without")}
    return Part(**kept | {"mend": Mend(names=names, **sets)})


@dataclass(frozen=True, slots=True)
class Probe:
    """Some reports of a share to read without writing anything: which of them ends the worker?"""

    order: Order
    first: int = 0
    last: int = 0


def probe(job: Job, probe: Probe) -> int:
    """How many reports the share has; those asked for were read on the way."""
    seen = 0
    for number, item in enumerate(_reports(job, probe.order, [])):
        seen += 1
        if probe.first <= number < probe.last:
            _read(job, item, is_unread=False)
        elif number >= probe.last > 0:
            break
    return seen


def _reports(job: Job, order: Order, notices: list[list[str]]) -> Iterator[Received]:
    """The reports of the share; what is said of many at once goes into ``notices``."""
    for item in received_of(order.share, job.settings, job.columns, order.mend.without):
        if not is_notice(item):
            yield item
        elif len(notices) < _NOTICES:
            notices += [[item.origin, issue.reason, issue.message] for issue in item.issues]


def _named(item: Received, name: str | None) -> Received:
    if name is None or item.report is None:
        return item
    message = f"Another report has the id {item.report.id} too; this one has a mark of its own behind it."
    issues = (*item.issues, Issue("same_id", message))
    return replace(item, id=name, report=replace(item.report, id=name), issues=issues)


def _read(job: Job, item: Received, is_unread: bool) -> Reading:
    if is_unread:
        message = f"{item.origin}: reading it ended the process that did, or took too long; it was set aside."
        item = replace(item, issues=(*item.issues, Issue("not_read", message)))
    known = knowledge(job)
    with _limited(job.longest_s):
        return read_one(item, known)


@contextmanager
def _limited(seconds: float | None) -> Iterator[None]:
    """A process that is not done in time ends: only so is a reader stopped wherever it hangs."""
    if seconds is None:
        yield
        return
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _write(tables: Tables, item: Received, reading: Reading) -> None:
    if item.report is not None:
        kept = item.kept
        arrival = arrival_of(replace(item, report=replace(item.report, id=reading.id)))
        arrival = replace(arrival, kept=replace(arrival.kept, origin=item.origin))
        tables.add("reports", report_row(arrival, kept.title if kept else None))
    tables.add("readings", reading_row(reading))
    for claim in reading.claims:
        tables.add("claims", claim_row(claim, reading))
    for row in issue_rows(reading):
        tables.add("issues", row)


def _identity(item: Received) -> str:
    """What makes a report the same as another of its id: text, day and outlet."""
    if item.report is None:
        return item.sha256 or ""
    return identity(arrival_of(item))
