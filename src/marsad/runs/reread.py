"""Reports of a store are read again after an upgrade: only those that another code or other data read."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path

from marsad.pipeline import Knowledge
from marsad.reports import Received
from marsad.runs.local import read_all
from marsad.runs.made import OF_READING
from marsad.store import Change, Store, Versions


def reread(
    store: Store, made_by: Versions, *,
    jobs: int = 1, keeps: bool = True, known: Knowledge | None = None, places: Path | None = None,
) -> Iterator[Change]:  # fmt: skip
    """What each report says now that it did not, and the other way round; kept unless only the difference is asked."""
    outdated = store.outdated(made_by)
    if not outdated:
        return
    waiting = deque(outdated)
    for reading in read_all((_received(store, id) for id in outdated), known, jobs=jobs, places=places):
        id = waiting.popleft()
        yield store.reread(id, reading, made_by) if keeps else store.changes(id, reading)


def _received(store: Store, id: str) -> Received:
    """A report as it came in; the issues of its intake are kept beside those of the new reading."""
    report, received = store.arrival(id)
    (old,) = store.readings([id])
    issues = tuple(issue for issue in old.reading.issues if issue.reason not in OF_READING)
    return Received(id, id, report, issues, None, received if received != report.text else None)
