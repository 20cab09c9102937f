"""What runs over many reports cost: ``python -m bench.runs WHAT [REPORTS]``, each in one go and with its own baseline.

WHAT is ``speed`` (two processes against one, the engine against two processes), ``memory`` (the peak of all processes
at REPORTS and at a tenth of them), ``same`` (one process, two, the engine, shuffled input), ``kills`` (workers of the
engine killed at 20 random moments) or ``corpus`` (generated short reports with a known key, and a tenth of them).

Reports are the samples, each again and again under other ids, days and outlets. Times are those of the processor where
the machine is not ours alone.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet

from bench.short_reports import key_of, short_reports
from marsad.reports import receive
from marsad.reports.received import Given
from marsad.runs.dask import on_dask
from marsad.runs.gather_run import Progress
from marsad.runs.job import Job
from marsad.runs.run import run
from marsad.runs.storage import Storage
from marsad.runs.workers import Processes, Workers
from marsad.scoring.groups import b_cubed, pairwise
from marsad.settings import DEFAULTS

SAMPLES = Path(__file__).parents[1] / "samples" / "reports"
KILLS = 20
SORTED = ("readings", "claims", "issues", "events")
Reports = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds by the clock and of all processors, by step, and the peak of memory in MB."""

    seconds: float
    processor: float
    steps: dict[str, float]
    peak: float
    manifest: dict[str, Any]


def repeated(count: int) -> Iterator[dict[str, Any]]:
    """So many reports: the samples under other ids, days and outlets each time, so of other happenings."""
    samples = [item.report for item in receive([str(SAMPLES)]) if item.report is not None]
    for number in range(count):
        report, again = samples[number % len(samples)], number // len(samples)
        day = (report.published or date(2018, 10, 9)) - timedelta(days=3 * again)
        yield {
            "id": f"{report.id}-{again}", "text": f"{report.text}\n{again}", "published": str(day),
            "outlet": f"{report.outlet} {again % 40}",
        }  # fmt: skip


def written(path: Path, reports: Iterator[dict[str, Any]] | Reports) -> Path:
    """Reports as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for report in reports:
            file.write(json.dumps(report, ensure_ascii=False) + "\n")
    return path


def cost(path: Path, output: Path, workers: Workers, tell: Callable[[Progress], None] | None = None) -> Cost:
    """A run with its costs."""
    steps: dict[str, float] = {}
    start, began = time.perf_counter(), _processor()

    def told(progress: Progress) -> None:
        steps[progress.step] = time.perf_counter() - start
        if tell is not None:
            tell(progress)

    with _peak() as peak:
        manifest = run([str(path)], Job(Storage(str(output))), workers, Given(None, None, DEFAULTS), tell=told)
    return Cost(time.perf_counter() - start, _processor() - began, steps, peak[0], manifest)


def _processor() -> float:
    """Processor seconds of this process and of those below it that live or have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(_used(pid) for pid in _below(os.getpid()))


def _used(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _below(pid: int) -> list[int]:
    """The processes below one, whichever of its threads started them."""
    found: list[int] = []
    for lists in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, lists.read_text().split()):
                found += [child, *_below(child)]
    return found


@contextmanager
def _peak() -> Iterator[list[float]]:
    """The most memory that this process and all below it held together, in MB, looked at ten times a second."""
    found, stop = [0.0], threading.Event()

    def look() -> None:
        while not stop.wait(0.1):
            held = sum(_held(pid) for pid in (os.getpid(), *_below(os.getpid())))
            found[0] = max(found[0], held)

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


def speed(folder: Path, count: int) -> None:
    """Two processes against one, and the engine with two workers against two processes; twice each, the best counts."""
    path = written(folder / "in.jsonl", repeated(count))
    found: dict[str, list[Cost]] = {"one process": [], "two processes": [], "the engine": []}
    for at in range(2):
        for name, workers in (("one process", Processes(1)), ("two processes", Processes(2))):
            with workers as those:
                list(those.each(abs, [0]))
                found[name].append(cost(path, folder / f"{name}{at}", those))
        with on_dask(None, 2) as engine:
            found["the engine"].append(cost(path, folder / f"engine{at}", engine))
    best = {name: min(costs, key=lambda each: each.seconds) for name, costs in found.items()}
    for name, each in best.items():
        per = f"{1000 * each.processor / count:.1f} ms a report"
        print(f"{name}: {each.seconds:.1f} s, {each.processor:.1f} s of processors, {per}; {_shown(each)}")
    alone, both, there = (best[name].seconds for name in found)
    print(f"two processes against one: {alone / both:.2f} times; the engine against two: {there / both:.2f} times")


def _shown(each: Cost) -> str:
    return ", ".join(f"{step} by {seconds:.0f} s" for step, seconds in each.steps.items())


def memory(folder: Path, count: int) -> None:
    """The peak at so many reports and at a tenth of them, with two processes."""
    peaks = []
    for size in (count // 10, count):
        path = written(folder / f"{size}.jsonl", repeated(size))
        with Processes(2) as workers:
            each = cost(path, folder / str(size), workers)
        peaks.append(each.peak)
        print(f"{size} reports: peak {each.peak:.0f} MB of all processes, {each.seconds:.0f} s, {_counts(each)}")
        _sizes(folder / str(size))
    print(f"ratio {peaks[1] / peaks[0]:.2f}")


def _counts(each: Cost) -> str:
    stages = each.manifest["stages"]
    return f"{stages['reading']['counts']['claims']} claims, {stages['gathering']['counts']}"


def _sizes(output: Path) -> None:
    """Bytes of each table."""
    sizes = {
        table.name: sum(file.stat().st_size for file in table.iterdir()) for table in output.iterdir() if table.is_dir()
    }
    print("  MB:", ", ".join(f"{name} {size / 1e6:.1f}" for name, size in sorted(sizes.items())))


def same(folder: Path, count: int) -> None:
    """Whether one process, two, the engine and shuffled input give the same."""
    reports = list(repeated(count))
    path = written(folder / "in.jsonl", reports)
    shuffled = written(folder / "shuffled.jsonl", random.Random(1).sample(reports, len(reports)))
    with Processes(1) as one:
        manifest = cost(path, folder / "one", one).manifest
    with Processes(2) as two:
        print("two processes: same", cost(path, folder / "two", two).manifest == manifest)
        cost(shuffled, folder / "shuffled", two)
    with on_dask(None, 2) as engine:
        print("the engine: same", cost(path, folder / "engine", engine).manifest == manifest)
    print("bytes of all files:", all(_bytes(folder / "one") == _bytes(folder / name) for name in ("two", "engine")))
    print("shuffled, rows sorted:", _rows(folder / "one") == _rows(folder / "shuffled"))


def _bytes(output: Path) -> dict[str, bytes]:
    return {str(file.relative_to(output)): file.read_bytes() for file in output.rglob("*") if file.is_file()}


def _rows(output: Path) -> list[str]:
    files = (file for table in SORTED for file in (output / table).iterdir())
    return sorted(str(row) for file in files for row in parquet.read_table(file).to_pylist())


def kills(folder: Path, count: int) -> None:
    """Workers of the engine killed at random moments: the bytes are those of a run in peace."""
    path = written(folder / "in.jsonl", repeated(count))
    with Processes(2) as two:
        calm = cost(path, folder / "calm", two)
    draw, stop, killed = random.Random(7), threading.Event(), [0]
    with on_dask(None, 2) as engine:
        pause = calm.seconds / KILLS

        def kill() -> None:
            while killed[0] < KILLS and not stop.wait(draw.uniform(0.2, 1.8) * pause):
                those = [pid for pid in _below(os.getpid()) if _is_worker(pid)]
                if those:
                    os.kill(draw.choice(those), signal.SIGKILL)
                    killed[0] += 1

        thread = threading.Thread(target=kill, daemon=True)
        thread.start()
        each = cost(path, folder / "killed", engine)
        stop.set()
        thread.join()
    identical = _bytes(folder / "calm") == _bytes(folder / "killed")
    print(f"{killed[0]} workers killed in {each.seconds:.0f} s ({calm.seconds:.0f} s in peace): same bytes {identical}")


def _is_worker(pid: int) -> bool:
    """Whether a process does tasks: those that watch over workers, and the one that counts shared memory, do not."""
    try:
        return "multiprocessing.spawn" in Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return False


def corpus(folder: Path, count: int) -> None:
    """Generated short reports: the cost of each, and agreement with the key."""
    costs = []
    for size in (count // 10, count):
        path = written(folder / f"{size}.jsonl", short_reports(size))
        with Processes(2) as workers:
            each = cost(path, folder / str(size), workers)
        costs.append(each.processor / size)
        found = _found(folder / str(size))
        key = {claim: key_of(claim_report) for claim, claim_report in found[1].items()}
        print(
            f"{size} short reports: {each.seconds:.0f} s, {1000 * costs[-1]:.2f} ms of processors each, peak "
            f"{each.peak:.0f} MB, {_counts(each)}, pairwise F1 {pairwise(key, found[0]).f1:.3f}, B-cubed F1 "
            f"{b_cubed(key, found[0]).f1:.3f}; {_shown(each)}"
        )
        _sizes(folder / str(size))
    print(f"ratio {costs[1] / costs[0]:.2f}")


def _found(output: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The event and the report of each claim."""
    events = {
        claim: row["id"]
        for file in (output / "events").iterdir()
        for row in parquet.read_table(file, columns=["id", "claims"]).to_pylist()
        for claim in row["claims"]
    }
    reports = {
        row["id"]: row["report"]
        for file in (output / "claims").iterdir()
        for row in parquet.read_table(file, columns=["id", "report"]).to_pylist()
    }
    return events, reports


WHAT: dict[str, tuple[Callable[[Path, int], None], int]] = {
    "speed": (speed, 2_000), "memory": (memory, 50_000), "same": (same, 1_000), "kills": (kills, 4_000),
    "corpus": (corpus, 100_000),
}  # fmt: skip


def main() -> None:
    """Measure what is asked for."""
    measure, count = WHAT[sys.argv[1] if len(sys.argv) > 1 else "speed"]
    folder = Path(tempfile.mkdtemp(prefix="marsad-runs-"))
    try:
        measure(folder, int(sys.argv[2]) if len(sys.argv) > 2 else count)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
