"""What it costs to keep what is read: an intake into a new store against reading alone, and the same intake again.

    python -m bench.intake reports.jsonl --rounds 3

Without a file, reports are made of the samples. Reading and intake are run in turn, each as a process of its own that
reads with two; wall time and the processor time of all its processes are compared, the medians of all rounds. Memory is
watched in one more intake, which is not timed: to add up what its processes hold costs it a twentieth. An intake
reads and keeps; the events are gathered afterwards, which ``marsad add`` does by itself and is timed apart. Fails where
the intake takes more than 1.3 times, the second intake more than 5 %, or all processes more than 600 MB.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.store import ROOT, lines_of_reports

TIMES_READING, SHARE_AGAIN, MEGABYTES = 1.3, 0.05, 600
CACHE = Path(tempfile.gettempdir()) / "marsad-bench-bytecode"
READING = """
import gc, sys
gc.disable()
from marsad.reports import receive
from marsad.runs import read_all
if __name__ == "__main__":
    print(sum(len(reading.claims) for reading in read_all(receive([sys.argv[1]]), jobs=2)))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds on the clock, seconds of processors, megabytes at its peak where it was watched."""

    wall: float
    cpu: float
    megabytes: float


def main() -> None:
    """Measure, print, fail where it falls short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(not measured(Path(folder), given.source, given.rounds))


def measured(folder: Path, source: Path | None, rounds: int) -> bool:
    """Whether the figures are reached."""
    if source is None:
        source = folder / "reports.jsonl"
        source.write_text("\n".join(lines_of_reports(400)), "utf-8")
    alone = folder / "read.py"
    alone.write_text(READING, "utf-8")
    costs: dict[str, list[Cost]] = {"reading": [], "intake": [], "again": [], "gather": []}
    few = folder / "few.jsonl"
    few.write_text("\n".join(lines_of_reports(40)), "utf-8")
    for command in ([str(alone), str(few)], ["-m", "marsad", "add", str(few), "--store", str(folder / "few.sqlite")]):
        cost_of(command)
    for number in range(rounds):
        into = ["--store", str(folder / f"{number}.sqlite")]
        add = ["-m", "marsad", "add", str(source), "--jobs", "2", *into]
        commands = {
            "reading": [str(alone), str(source)], "intake": [*add, "--no-gather"], "again": add,
            "gather": ["-m", "marsad", "gather", *into],
        }  # fmt: skip
        for name, command in commands.items():
            costs[name].append(cost_of(command))
            one = costs[name][-1]
            print(f"{name:<8} {one.wall:7.2f} s   {one.cpu:7.2f} s of processors", flush=True)
    watched = ["-m", "marsad", "add", str(source), "--jobs", "2", "--no-gather", "--store", str(folder / "w.sqlite")]
    return _told(costs, cost_of(watched, watch=True).megabytes)


def _told(costs: dict[str, list[Cost]], peak: float) -> bool:
    wall = {name: statistics.median(each.wall for each in some) for name, some in costs.items()}
    cpu = {name: statistics.median(each.cpu for each in some) for name, some in costs.items()}
    # The second time is the command as it is typed, so the first is intake with the events made at its end.
    first, spent = wall["intake"] + wall["gather"], cpu["intake"] + cpu["gather"]
    times, again = wall["intake"] / wall["reading"], wall["again"] / first
    print(f"intake  {times:.2f} times reading (limit {TIMES_READING}); processors {cpu['intake'] / cpu['reading']:.2f}")
    both = first / wall["reading"], spent / cpu["reading"]
    print(f"        {both[0]:.2f} times with the gathering of events; processors {both[1]:.2f}")
    print(f"again   {again:.1%} of the first (limit {SHARE_AGAIN:.0%}); processors {cpu['again'] / spent:.1%}")
    print(f"memory  {peak:.0f} MB over all processes (limit {MEGABYTES})")
    return times <= TIMES_READING and again <= SHARE_AGAIN and peak <= MEGABYTES


def cost_of(command: Sequence[str], *, watch: bool = False) -> Cost:
    """What a Python command takes with all its processes; ``watch``: also what they hold together."""
    # Bytecode is written aside: an installed program has its own.
    path = {"PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": str(CACHE), "PYTHONDONTWRITEBYTECODE": ""}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], env=os.environ | path, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)  # fmt: skip
    peaks = [0.0]
    watching = threading.Thread(target=_watch, args=(process, peaks))
    if watch:
        watching.start()
    process.wait()
    wall = time.perf_counter() - begun
    if watch:
        watching.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: expected it to end well, it ended with {process.returncode}")
    return Cost(wall, cpu, max(peaks))


def _watch(process: subprocess.Popen[bytes], peaks: list[float]) -> None:
    """Note now and then how much memory a process and those below it hold, what they share counted once."""
    while process.poll() is None:
        peaks.append(sum(map(_megabytes, _family(process.pid))))
        time.sleep(0.5)


def _family(pid: int) -> list[int]:
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(each for child in below for each in _family(int(child)))]


def _megabytes(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    main()
