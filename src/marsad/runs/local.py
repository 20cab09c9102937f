"""The pipeline at work on one machine: one process, or several that each load the knowledge once."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from marsad import pipeline
from marsad.errors import MarsadError
from marsad.pipeline import Knowledge
from marsad.records import Issue, Reading, Report
from marsad.reports import NOT_READ, Received
from marsad.runs.restore import as_received

if TYPE_CHECKING:
    from concurrent.futures import Executor

# Reports handed to a process at a time, and how many batches wait: memory stays flat whatever the input.
BATCH = 16
WAITING = 4

Made = TypeVar("Made")

_known: Knowledge | None = None


def read_all(
    received: Iterable[Received], known: Knowledge | None = None, *, jobs: int = 1, places: Path | None = None
) -> Iterator[Reading]:
    """One reading for each report received, in order; a report that cannot be read gives a reading with its issue."""
    yield from make_all(received, _as_read, known, jobs=jobs, places=places)


def make_all(
    received: Iterable[Received], make: Callable[[Received, Reading], Made], known: Knowledge | None = None, *,
    jobs: int = 1, places: Path | None = None, readers: Executor | None = None,
) -> Iterator[Made]:  # fmt: skip
    """What a function of a module makes of each report and its reading, in order, where the report is read.

    ``readers``: processes :func:`started` before; they end with the reading.
    """
    if jobs <= 1:
        known = known or _load_apart(places)
        for item in received:
            yield make(item, read_one(item, known))
        return
    yield from _side_by_side(received, make, jobs, readers or started(jobs, places))


def _as_read(_: Received, reading: Reading) -> Reading:
    return reading


def started(jobs: int, places: Path | None = None) -> Executor:
    """Processes that load what they need to read with, while the one that starts them does something else."""
    from concurrent.futures import ProcessPoolExecutor  # not needed by the one report of most starts

    pool = ProcessPoolExecutor(jobs, initializer=_load, initargs=(places,))
    pool.submit(gc.isenabled)  # the first task starts them all
    return pool


def _side_by_side(
    received: Iterable[Received], make: Callable[[Received, Reading], Made], jobs: int, readers: Executor
) -> Iterator[Made]:
    from concurrent.futures.process import BrokenProcessPool

    batches = _batches(iter(received))
    with readers as pool:
        try:
            waiting = [pool.submit(_batch, batch, make) for batch in islice(batches, jobs * WAITING)]
            while waiting:
                yield from waiting.pop(0).result()
                waiting.extend(pool.submit(_batch, batch, make) for batch in islice(batches, 1))
        except BrokenProcessPool as error:
            raise MarsadError(
                "a process that was reading ended before it was done, perhaps for want of memory; try fewer --jobs"
            ) from error


def read_one(item: Received, known: Knowledge, reader: Callable[[Report, Knowledge], Reading] | None = None) -> Reading:
    """The reading of one received report; a fault in the reader becomes an issue of this report alone."""
    report = item.report
    if report is None:
        return Reading(item.id, None, None, item.sha256 or hashlib.sha256(b"").hexdigest(), (), item.issues)
    sha256 = item.sha256 or pipeline.digest(report.text)
    unread = Reading(report.id, report.published, report.outlet, sha256, (), item.issues)
    if any(issue.reason in NOT_READ for issue in item.issues):
        return unread
    try:
        reading = (reader or pipeline.read)(report, known)
    except Exception as error:  # whatever a report does to the reader, the rest of the batch goes on
        fault = f"{type(error).__name__}: {error}"
        message = f"{item.origin}: the reader failed on this report ({fault}); please report it."
        return replace(unread, issues=(*item.issues, Issue("not_read", message)))
    if item.original is not None:
        reading = as_received(reading, item.original)
    return replace(reading, sha256=sha256, issues=(*item.issues, *reading.issues))


def _load(places: Path | None) -> None:
    global _known
    _known = _load_apart(places)


def _load_apart(places: Path | None) -> Knowledge:
    """The knowledge, set apart from what the collector of garbage looks through: it lives as long as the process."""
    known = pipeline.load_knowledge(places=places)
    gc.freeze()
    # Claims are many small objects without cycles: to look through them after every 700 new ones takes a tenth.
    gc.set_threshold(20_000, 20, 50)
    gc.enable()
    return known


def _batches(items: Iterator[Received]) -> Iterator[list[Received]]:
    while batch := list(islice(items, BATCH)):
        yield batch


def _batch(items: list[Received], make: Callable[[Received, Reading], Made]) -> list[Made]:
    assert _known is not None
    return [make(item, read_one(item, _known)) for item in items]
