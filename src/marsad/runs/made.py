"""What those who read make of a report beside its reading: all that can be made without the store they write to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from marsad.records import Issue, Original, Reading
from marsad.reports import NOT_READ, Received
from marsad.store.entries import Arrival, Entry, Ready
from marsad.store.make_ready import ready

# Read again after an upgrade, so kept; with any other reason not to be read a report holds nothing to keep.
KEPT_UNREAD = frozenset({"not_read"})
# Reasons of issues that the reader gives; all others were met when the report came in.
OF_READING = frozenset({"no_date", "other_day", "no_conflict", "not_read", "not_arabic", "empty"})
LEFT_OUT = NOT_READ | {"too_old"}
# What is read of a report, ready to be kept; the issues of one that could not be read.
Read = Ready | tuple[Issue, ...]
Reader = Callable[[Iterable[Received]], Iterator[Read]]


def made_ready(item: Received, reading: Reading) -> Read:
    """What is written of a report and its reading, made by whoever read it; the issues alone where it is skipped."""
    if why(reading.issues) in ("", *KEPT_UNREAD):
        return ready(Entry(arrival_of(item), reading))
    return reading.issues


def arrival_of(item: Received) -> Arrival:
    """A received report as the store takes it, its origin in full."""
    assert item.report is not None
    kept = item.kept or Original(item.report.text.encode("utf-8", "surrogatepass"), "text/plain", item.origin)
    if "://" not in kept.origin and kept.origin != "-":
        kept = replace(kept, origin=os.path.abspath(kept.origin))
    report = item.report
    if "\x00" in report.id:
        report = replace(report, id=report.id.replace("\x00", "\ufffd"))
    return Arrival(report, kept, item.original)


def why(issues: Iterable[Issue]) -> str:
    """The reason why a report was not read, or nothing."""
    return next((issue.reason for issue in issues if issue.reason in LEFT_OUT), "")
