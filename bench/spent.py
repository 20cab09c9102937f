"""What a run and its workers cost: seconds by the clock, of each processor, by step, and memory, seen from outside."""

from __future__ import annotations

import os
import resource
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marsad.reports.received import Given
from marsad.runs.gather_run import Progress
from marsad.runs.job import Job
from marsad.runs.run import run
from marsad.runs.storage import Storage
from marsad.runs.workers import Workers
from marsad.settings import DEFAULTS


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds by the clock, of all processors, those of a machine of its own, and memory by step.

    On a machine of its own it takes as long as the busiest worker in each step, and all that this process does.
    """

    seconds: float
    processor: float
    undisturbed: float
    steps: dict[str, float]
    peaks: dict[str, float]
    manifest: dict[str, Any]

    @property
    def peak(self) -> float:
        """The most memory of all steps, in MB."""
        return max(self.peaks.values(), default=0.0)


@dataclass(slots=True)
class _Steps:
    """Processor seconds of each process at the end of each step."""

    spent: dict[int, float] = field(default_factory=lambda: {})
    steps: dict[str, float] = field(default_factory=lambda: {})

    def close(self, name: str) -> None:
        """A step has ended: what its busiest worker took, and this process beside it."""
        now = {pid: used(pid) for pid in below(os.getpid())}
        own = time.process_time()
        busiest = max((seconds - self.spent.get(pid, 0.0) for pid, seconds in now.items()), default=0.0)
        self.steps[name] = self.steps.get(name, 0.0) + busiest + own - self.spent.get(0, own)
        self.spent = {**now, 0: own}


def cost(
    path: Path, output: Path, workers: Workers, tell: Callable[[Progress], None] | None = None, *, looks: bool = True
) -> Cost:
    """A run with its costs; without looks at its memory, which take time themselves, where seconds matter."""
    steps, peaks = _Steps(), dict[str, float]()
    steps.close("start")
    steps.steps.clear()
    start, began = time.perf_counter(), processor()

    def told(progress: Progress) -> None:
        if progress.done == progress.total:
            steps.close(progress.step)
            peaks[progress.step], peak[0] = peak[0], 0.0
        if tell is not None:
            tell(progress)

    with _peak() if looks else nullcontext([0.0]) as peak:
        manifest = run([str(path)], Job(Storage(str(output))), workers, Given(None, None, DEFAULTS), tell=told)
    steps.close("end")
    peaks["end"] = peak[0]
    seconds, spent = time.perf_counter() - start, processor() - began
    return Cost(seconds, spent, sum(steps.steps.values()), steps.steps, peaks, manifest)


def processor() -> float:
    """Processor seconds of this process and of those below it that live or have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(used(pid) for pid in below(os.getpid()))


def used(pid: int) -> float:
    """Processor seconds of a process."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def below(pid: int) -> list[int]:
    """The processes below one, whichever of its threads started them."""
    found: list[int] = []
    for lists in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, lists.read_text().split()):
                found += [child, *below(child)]
    return found


@contextmanager
def _peak() -> Iterator[list[float]]:
    """The most memory that this process and all below it held together, in MB, looked at twice a second."""
    found, stop = [0.0], threading.Event()

    def look() -> None:
        while not stop.wait(0.5):
            found[0] = max(found[0], sum(_held(pid) for pid in (os.getpid(), *below(os.getpid()))))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        stop.set()
        thread.join()


def _held(pid: int) -> float:
    """Memory of a process that is its own, with its part of what is shared, in MB."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("Pss:")), 0.0)
