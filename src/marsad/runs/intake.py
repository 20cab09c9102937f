"""Reports come in, are read side by side and kept: what is there already is not read again, so a run can be resumed."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from marsad.records import Issue
from marsad.reports import Received, is_notice
from marsad.runs.made import Read, Reader, arrival_of, made_ready, why
from marsad.store import Added, Arrival, Outcome, Ready, Store, Versions

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from marsad.pipeline import Knowledge

# Reports kept in one transaction, fewer where they take long: what a run that is killed has to read again.
TOGETHER = 256
SECONDS = 5.0
# Reports looked up at a time.
LOOKED_UP = 256
# Who forgets bytes that are due by the settings of a store.
BY_SETTING = "keep_originals_days"


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one report: added, known, skipped (with its issues), in a dry run new; or a notice about many.

    At the end comes whose bytes were forgotten, as the settings of the store say.
    """

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
            self.skipped[why(step.issues) or step.issues[0].reason] += 1
        else:
            self.issues.update(issue.reason for issue in step.issues)


def add_all(
    received: Iterable[Received], store: Store, made_by: Versions, *,
    jobs: int = 1, since: date | None = None, known: Knowledge | None = None, places: Path | None = None,
    readers: Executor | None = None,
) -> Iterator[Step]:  # fmt: skip
    """Read and keep reports, one step for each; a report that another run gave its id meanwhile is read again.

    ``readers``: processes that :func:`marsad.runs.local.started` started before there was a store.
    """
    intake = _Intake(store, made_by, since, _reading_with(known, jobs, places, readers))
    yield from intake.run(received)
    while intake.again:
        again, intake.again = intake.again, []
        yield from intake.run(again)
    for id in store.forget_due(by=BY_SETTING) or ():
        yield Step(id, "forgotten")


def look_at(received: Iterable[Received], store: Store | None, *, since: date | None = None) -> Iterator[Step]:
    """What :func:`add_all` would do, without reading or keeping anything."""
    for item in received:
        if (skipped := _skipped(item, since)) is not None:
            yield skipped
            continue
        there = store.known([arrival_of(item)])[0] if store is not None else None
        yield Step(there or item.id, Outcome.known if there else "new")


def _reading_with(known: Knowledge | None, jobs: int, places: Path | None, readers: Executor | None) -> Reader:
    """What reads, loaded when the first report has to be read."""

    def read(received: Iterable[Received]) -> Iterator[Read]:
        from marsad.runs.local import make_all

        yield from make_all(received, made_ready, known, jobs=jobs, places=places, readers=readers)

    return read


class _Intake:
    def __init__(self, store: Store, made_by: Versions, since: date | None, read: Reader) -> None:
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
            named = _named(item, arrival, id)
            self._waiting.append(named)
            yield named

    def _looked_up(self, received: Iterator[Received]) -> Iterator[tuple[Received, Arrival, str | None]]:
        """Reports to take in with the ids under which they are there already, a batch at a time."""
        while some := list(islice(received, LOOKED_UP)):
            skipped = [_skipped(item, self.since) for item in some]
            self._steps += [step for step in skipped if step is not None]
            wanted = [item for item, step in zip(some, skipped, strict=True) if step is None]
            arrivals = [arrival_of(item) for item in wanted]
            self._there = self.store.taken([arrival.report.id for arrival in arrivals])
            yield from zip(wanted, arrivals, self.store.known(arrivals), strict=True)

    def _said(self) -> Iterator[Step]:
        while self._steps:
            yield self._steps.popleft()

    def _keep(self, read: list[Read]) -> None:
        items = [self._waiting.popleft() for _ in read]
        pairs = list(zip(items, read, strict=True))
        self._steps += [Step(item.id, "skipped", made) for item, made in pairs if isinstance(made, tuple)]
        kept = [(item, made) for item, made in pairs if isinstance(made, Ready)]
        outcomes = self.store.add_ready([made for _, made in kept], self.made_by) if kept else []
        for (item, made), added in zip(kept, outcomes, strict=True):
            if added.outcome is Outcome.id_taken:
                self.again.append(item)
            else:
                self._steps.append(_step(added, made))


def _step(added: Added, made: Ready) -> Step:
    if added.outcome is Outcome.known:
        return Step(added.id, added.outcome)
    issues = tuple(Issue(*row) for row in made.reading.issues)
    return Step(added.id, added.outcome, issues, len(made.reading.claims), added.copy_of, added.version_of)


def _skipped(item: Received, since: date | None) -> Step | None:
    if is_notice(item):
        return Step(item.id, "notice", item.issues)
    if item.report is None or why(item.issues):
        return Step(item.id, "skipped", item.issues)
    published = item.report.published
    if since is not None and published is not None and published < since:
        message = f"Published on {published}, before {since}: it was left out."
        return Step(item.id, "skipped", (Issue("too_old", message),))
    return None


def _named(item: Received, arrival: Arrival, id: str) -> Received:
    """A report under the id it will have; in a store two reports of one id are told apart."""
    issues = tuple(issue for issue in item.issues if issue.reason != "same_id")
    if item.id == id and item.report == arrival.report and issues == item.issues:
        return item
    return replace(item, id=id, report=replace(arrival.report, id=id), issues=issues)


def _together(read: Iterator[Read]) -> Iterator[list[Read]]:
    """So many as go into one transaction: at most 256, and those of a few seconds."""
    some: list[Read] = []
    began = monotonic()
    for one in read:
        some.append(one)
        if len(some) == TOGETHER or monotonic() - began > SECONDS:
            yield some
            some, began = [], monotonic()
    if some:
        yield some
