"""The pipeline at work on one machine: one process, or several that each load the knowledge once."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Issue, Reading
from marsad.reports.files import Received

# Reports handed to a process at a time, and how many batches wait: memory stays flat whatever the input.
BATCH = 16
WAITING = 4

_known: Knowledge | None = None


def read_all(received: Iterable[Received], known: Knowledge | None = None, *, jobs: int = 1) -> Iterator[Reading]:
    """One reading for each report received, in order; a report that cannot be read gives a reading with its issue."""
    if jobs <= 1:
        known = known or _load_apart()
        for item in received:
            yield read_one(item, known)
        return
    from concurrent.futures import ProcessPoolExecutor  # not needed by the one report of most starts

    with ProcessPoolExecutor(jobs, initializer=_load) as pool:
        items = iter(received)
        waiting = [pool.submit(_batch, batch) for batch in islice(_batches(items), jobs * WAITING)]
        while waiting:
            yield from waiting.pop(0).result()
            waiting.extend(pool.submit(_batch, batch) for batch in islice(_batches(items), 1))


def read_one(item: Received, known: Knowledge) -> Reading:
    """The reading of one received report; a fault in the reader becomes an issue of this report alone."""
    if item.report is None:
        return Reading(item.id, None, None, hashlib.sha256(b"").hexdigest(), (), item.issues)
    try:
        reading = pipeline.read(item.report, known)
    except Exception as error:  # whatever a report does to the reader, the rest of the batch goes on
        message = (
            f"{item.origin}: the reader failed on this report ({type(error).__name__}: {error}); please report it."
        )
        issue = Issue("not_read", message)
        report = item.report
        return Reading(
            report.id, report.published, report.outlet, pipeline.digest(report.text), (), (*item.issues, issue)
        )
    return replace(reading, issues=(*item.issues, *reading.issues))


def _load() -> None:
    global _known
    _known = _load_apart()


def _load_apart() -> Knowledge:
    """The knowledge, set apart from what the collector of garbage looks through: it lives as long as the process."""
    known = pipeline.load_knowledge()
    gc.freeze()
    gc.enable()
    return known


def _batches(items: Iterator[Received]) -> Iterator[list[Received]]:
    while batch := list(islice(items, BATCH)):
        yield batch


def _batch(items: list[Received]) -> list[Reading]:
    assert _known is not None
    return [read_one(item, _known) for item in items]
