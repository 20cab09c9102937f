"""Reports come in, are read side by side and kept: what is there already is not read again, so a run can be resumed."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain, islice
from pathlib import Path

from marsad.pipeline import Knowledge
from marsad.records import Issue, Original, Reading
from marsad.reports import NOT_READ, Received, is_notice
from marsad.runs.local import read_all
from marsad.store import Added, Arrival, Entry, Outcome, Store, Versions

# Reports kept in one transaction: what a run that is killed has to read again.
TOGETHER = 16
# Read again after an upgrade, so kept; with any other reason not to be read a report holds nothing to keep.
KEPT_UNREAD = frozenset({"not_read"})
LEFT_OUT = NOT_READ | {"too_old"}


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one report: added, known, skipped (with its issues), in a dry run new; or a notice about many."""

    id: str
    outcome: str
    issues: tuple[Issue, ...] = ()
    claims: int = 0
    copy_of: str | None = None
    version_of: str | None = None


@dataclass(slots=True)
class Summary:
    """How many reports became what, and why some were skipped."""

    outcomes: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    issues: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    copies: int = 0
    versions: int = 0

    def take(self, step: Step) -> None:
        """Count one step."""
        self.outcomes[step.outcome] += 1
        self.claims += step.claims
        self.copies += step.copy_of is not None
        self.versions += step.version_of is not None
        if step.outcome == "skipped":
            self.skipped[_why(step.issues) or step.issues[0].reason] += 1
        else:
            self.issues.update(issue.reason for issue in step.issues)


def add_all(
    received: Iterable[Received], store: Store, made_by: Versions, *,
    jobs: int = 1, since: date | None = None, known: Knowledge | None = None, places: Path | None = None,
) -> Iterator[Step]:  # fmt: skip
    """Read and keep reports, one step for each; a report that another run gave its id meanwhile is read again."""
    intake = _Intake(store, made_by, since, partial(read_all, known=known, jobs=jobs, places=places))
    yield from intake.run(received)
    while intake.again:
        again, intake.again = intake.again, []
        yield from intake.run(again)


def look_at(received: Iterable[Received], store: Store | None, *, since: date | None = None) -> Iterator[Step]:
    """What :func:`add_all` would do, without reading or keeping anything."""
    for item in received:
        if (skipped := _skipped(item, since)) is not None:
            yield skipped
            continue
        there = store.known([arrival_of(item)])[0] if store is not None else None
        yield Step(there or item.id, Outcome.known if there else "new")


class _Intake:
    def __init__(
        self, store: Store, made_by: Versions, since: date | None, read: Callable[..., Iterator[Reading]]
    ) -> None:
        self.store, self.made_by, self.since, self.read = store, made_by, since, read
        self.again: list[Received] = []
        self._steps: deque[Step] = deque()
        self._waiting: deque[Received] = deque()
        self._taken: set[str] = set()
        self._there: set[str] = set()

    def run(self, received: Iterable[Received]) -> Iterator[Step]:
        """One step for each report."""
        new = self._new(iter(received))
        first = next(new, None)
        yield from self._said()
        if first is None:
            return
        for some in _together(self.read(chain([first], new))):
            self._keep(some)
            yield from self._said()
        yield from self._said()

    def _new(self, received: Iterator[Received]) -> Iterator[Received]:
        """The reports that have to be read, under the ids they will have; of the others it is said what they are."""
        for item, arrival, there in self._looked_up(received):
            if there is not None:
                self._steps.append(Step(there, Outcome.known))
                continue
            own = arrival.report.id
            id = self.store.free_id(arrival, self._taken) if own in self._taken or own in self._there else own
            self._taken.add(id)
            renamed = replace(item, id=id, report=replace(arrival.report, id=id), issues=_without_same_id(item))
            self._waiting.append(renamed)
            yield replace(renamed, kept=None)

    def _looked_up(self, received: Iterator[Received]) -> Iterator[tuple[Received, Arrival, str | None]]:
        """Reports to take in with the ids under which they are there already, a batch at a time."""
        while some := list(islice(received, TOGETHER)):
            skipped = [_skipped(item, self.since) for item in some]
            self._steps += [step for step in skipped if step is not None]
            wanted = [item for item, step in zip(some, skipped, strict=True) if step is None]
            arrivals = [arrival_of(item) for item in wanted]
            self._there = self.store.taken([arrival.report.id for arrival in arrivals])
            yield from zip(wanted, arrivals, self.store.known(arrivals), strict=True)

    def _said(self) -> Iterator[Step]:
        while self._steps:
            yield self._steps.popleft()

    def _keep(self, readings: list[Reading]) -> None:
        items = [self._waiting.popleft() for _ in readings]
        pairs = list(zip(items, readings, strict=True))
        kept = [(item, reading) for item, reading in pairs if _why(reading.issues) in ("", *KEPT_UNREAD)]
        self._steps += [Step(r.id, "skipped", r.issues) for i, r in pairs if (i, r) not in kept]
        entries = [Entry(arrival_of(item), reading) for item, reading in kept]
        for (item, reading), added in zip(kept, self.store.add_received(entries, self.made_by), strict=True):
            if added.outcome is Outcome.id_taken:
                self.again.append(item)
            else:
                self._steps.append(_step(added, reading))


def _step(added: Added, reading: Reading) -> Step:
    if added.outcome is Outcome.known:
        return Step(added.id, added.outcome)
    return Step(added.id, added.outcome, reading.issues, len(reading.claims), added.copy_of, added.version_of)


def arrival_of(item: Received) -> Arrival:
    """A received report as the store takes it, its origin in full."""
    assert item.report is not None
    kept = item.kept or Original(item.report.text.encode("utf-8", "surrogatepass"), "text/plain", item.origin)
    if "://" not in kept.origin and kept.origin != "-":
        kept = replace(kept, origin=os.path.abspath(kept.origin))
    id = item.report.id.replace("\x00", "\ufffd")
    return Arrival(replace(item.report, id=id), kept, item.original)


def _skipped(item: Received, since: date | None) -> Step | None:
    if is_notice(item):
        return Step(item.id, "notice", item.issues)
    if item.report is None or _why(item.issues):
        return Step(item.id, "skipped", item.issues)
    published = item.report.published
    if since is not None and published is not None and published < since:
        message = f"Published on {published}, before {since}: it was left out."
        return Step(item.id, "skipped", (Issue("too_old", message),))
    return None


def _why(issues: Iterable[Issue]) -> str:
    """The reason why a report was not read, or nothing."""
    return next((issue.reason for issue in issues if issue.reason in LEFT_OUT), "")


def _without_same_id(item: Received) -> tuple[Issue, ...]:
    """In a store two reports of one id are told apart."""
    return tuple(issue for issue in item.issues if issue.reason != "same_id")


def _together(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    while some := list(islice(readings, TOGETHER)):
        yield some
