"""What runs over many reports cost: ``python -m bench.runs WHAT [COUNT…]``, each in one go and with its own baseline.

WHAT is ``speed`` (two processes against one, with ``--on dask`` the engine against two), ``memory`` (the peak of all
processes at each COUNT of reports), ``same`` (one process, two, the engine, shuffled input), ``kills`` (workers of
the engine killed at 20 random moments) or ``corpus`` (generated short reports with a known key: the cost of each at
each COUNT).

Reports are the samples or those of ``--reports``, again and again under other ids, days and outlets. ``--on dask`` has
the engine do what is measured of one runner; with ``--folder`` a measurement that is cut off goes on where it was.
Where the machine is not ours alone, the seconds of the clock say nothing: then look at those of the processor.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet

from bench.short_reports import key_of, short_reports
from bench.spent import Cost, below, cost
from marsad.reports import receive
from marsad.runs.dask import on_dask
from marsad.runs.gather_run import Progress
from marsad.runs.job import Job, rules
from marsad.runs.storage import Storage
from marsad.runs.workers import Processes, Workers
from marsad.scoring.groups import b_cubed, pairwise

SAMPLES = Path(__file__).parents[1] / "samples" / "reports"
KILLS = 20
SORTED = ("readings", "claims", "issues", "events")
Reports = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What to measure on: counts of reports, where they are repeated from, who does the work, and a folder for it."""

    counts: list[int]
    reports: Path
    on: str
    folder: Path
    times: int

    def workers(self) -> AbstractContextManager[Workers]:
        """Two of those who are asked for."""
        return on_dask(None, 2) if self.on == "dask" else Processes(2)


def repeated(count: int, source: Path) -> Iterator[dict[str, Any]]:
    """So many reports: those at hand under other ids, days and outlets each time, so of other happenings."""
    reports = [item.report for item in receive([str(source)]) if item.report is not None]
    for number in range(count):
        report, again = reports[number % len(reports)], number // len(reports)
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


def speed(asked: Asked) -> None:
    """Two processes against one; with ``--on dask`` the engine's two workers against them. The best of ``--times``."""
    folder, count = asked.folder, asked.counts[0]
    path = written(folder / "in.jsonl", repeated(count, asked.reports))
    found: dict[str, list[Cost]] = {"one process": [], "two processes": []}
    for at in range(asked.times):
        for name, number in (("one process", 1), ("two processes", 2)):
            with Processes(number) as workers:
                found[name].append(_warm_cost(path, folder / f"{name}{at}", workers, number))
        if asked.on == "dask":
            with on_dask(None, 2) as engine:
                found.setdefault("the engine", []).append(_warm_cost(path, folder / f"engine{at}", engine, 2))
    best = {name: min(costs, key=lambda each: each.undisturbed) for name, costs in found.items()}
    for name, each in best.items():
        per = f"{1000 * each.processor / count:.1f} ms a report"
        print(
            f"{name}: {each.seconds:.1f} s, {each.processor:.1f} s of processors ({per}), {each.undisturbed:.1f} s of "
            f"the busiest: {_shown(each)}"
        )
    for what in ("seconds", "undisturbed"):
        alone, both, *there = (getattr(best[name], what) for name in found)
        engine_too = "".join(f"; the engine takes {each / both:.2f} times as long as two" for each in there)
        print(f"{what}: two processes {alone / both:.2f} times as fast as one{engine_too}")


def _warm_cost(path: Path, output: Path, workers: Workers, number: int) -> Cost:
    """A run by workers that have loaded what they know: the start is no part of it."""
    list(workers.each(_warm, [output.name] * number))
    return cost(path, output, workers, looks=False)


def _warm(_: str) -> None:
    """Load, and leave the next one to another worker."""
    rules(Job(Storage("")))
    time.sleep(3)


def _shown(each: Cost) -> str:
    return ", ".join(
        f"{step} {seconds:.1f} s" + (f" {each.peaks[step]:.0f} MB" if each.peak else "")
        for step, seconds in each.steps.items()
    )


def memory(asked: Asked) -> None:
    """The peak of all processes together at each count of reports, with two workers."""
    peaks = [_apart(_memory_at, asked, size) for size in asked.counts]
    print(f"ratio {peaks[-1] / peaks[0]:.2f}")


def _apart(measure: Callable[[Asked, int], float], asked: Asked, size: int) -> float:
    """One count measured in a process of its own, so that nothing that another left behind is counted with it."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return apart.submit(measure, asked, size).result()


def _memory_at(asked: Asked, size: int) -> float:
    path = written(asked.folder / f"{size}.jsonl", repeated(size, asked.reports))
    with asked.workers() as workers:
        each = cost(path, asked.folder / str(size), workers)
    print(
        f"{size} reports, {asked.on}: peak {each.peak:.0f} MB of all processes, {each.seconds:.0f} s, "
        f"{each.processor:.0f} s of processors, {_counts(each)}",
        flush=True,
    )
    _sizes(asked.folder / str(size))
    return each.peak


def _counts(each: Cost) -> str:
    stages = each.manifest["stages"]
    return f"{stages['reading']['counts']['claims']} claims, {stages['gathering']['counts']}"


def _sizes(output: Path) -> None:
    """Bytes of each table."""
    sizes = {
        table.name: sum(file.stat().st_size for file in table.iterdir()) for table in output.iterdir() if table.is_dir()
    }
    print("  MB:", ", ".join(f"{name} {size / 1e6:.1f}" for name, size in sorted(sizes.items())))


def same(asked: Asked) -> None:
    """Whether one process, two, the engine and shuffled input give the same."""
    folder, reports = asked.folder, list(repeated(asked.counts[0], asked.reports))
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


def _differing(one: Path, other: Path) -> list[str]:
    first, second = _bytes(one), _bytes(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def _rows(output: Path) -> list[str]:
    files = (file for table in SORTED for file in (output / table).iterdir())
    return sorted(str(row) for file in files for row in parquet.read_table(file).to_pylist())


def kills(asked: Asked) -> None:
    """Workers of the engine killed at random moments of all steps: the bytes are those of a run in peace."""
    path = written(asked.folder / "in.jsonl", repeated(asked.counts[0], asked.reports))
    steps, killed, draw = list[str](), list[str](), random.Random(7)
    with Processes(2) as two:
        calm = cost(path, asked.folder / "calm", two, lambda progress: steps.append(progress.step))
    moments = draw.sample(range(len(steps)), KILLS)
    steps.clear()

    def kill(step: str) -> None:
        while not (those := [pid for pid in below(os.getpid()) if _is_worker(pid)]):
            time.sleep(0.1)  # all dead: the next to start is meant
        os.kill(draw.choice(those), signal.SIGKILL)
        killed.append(step)

    def told(progress: Progress) -> None:
        if len(steps) in moments:
            timer = threading.Timer(draw.random(), kill, [progress.step])
            timer.daemon = True
            timer.start()
        steps.append(progress.step)

    with on_dask(None, 2) as engine:
        each = cost(path, asked.folder / "killed", engine, told)
    print(f"{len(killed)} workers killed in {each.seconds:.0f} s ({calm.seconds:.0f} s in peace)")
    print("other files:", _differing(asked.folder / "calm", asked.folder / "killed") or "none, all bytes the same")
    print("killed while at", dict(Counter(killed)))


def _is_worker(pid: int) -> bool:
    """Whether a process does tasks: those that watch over workers, and the one that counts shared memory, do not."""
    try:
        return "multiprocessing.spawn" in Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return False


def corpus(asked: Asked) -> None:
    """Generated short reports: the cost of each, and agreement with the key."""
    costs = [_apart(_corpus_of, asked, size) for size in asked.counts]
    print(f"ratio {costs[-1] / costs[0]:.2f}")


def _corpus_of(asked: Asked, size: int) -> float:
    path, output = asked.folder / f"{size}.jsonl", asked.folder / str(size)
    if not path.exists():
        written(path, short_reports(size))
    with asked.workers() as workers:
        each = cost(path, output, workers)
    events, reports = _found(output)
    key = {claim: key_of(report) for claim, report in reports.items()}
    print(
        f"{size} short reports, {asked.on}: {each.seconds:.0f} s, {1000 * each.processor / size:.2f} ms of processors "
        f"each, peak {each.peak:.0f} MB, {_counts(each)}, pairwise F1 {pairwise(key, events).f1:.3f}, B-cubed F1 "
        f"{b_cubed(key, events).f1:.3f}; {_shown(each)}",
        flush=True,
    )
    _sizes(output)
    return each.processor / size


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


WHAT: dict[str, tuple[Callable[[Asked], None], list[int]]] = {
    "speed": (speed, [5_000]), "memory": (memory, [5_000, 50_000]), "same": (same, [1_000]), "kills": (kills, [800]),
    "corpus": (corpus, [10_000, 100_000]),
}  # fmt: skip


def main() -> None:
    """Measure what is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=WHAT)
    options.add_argument("counts", type=int, nargs="*")
    options.add_argument("--reports", type=Path, default=SAMPLES)
    options.add_argument("--on", choices=("local", "dask"), default="local")
    options.add_argument("--folder", type=Path)
    options.add_argument("--times", type=int, default=2)
    given = options.parse_args()
    measure, counts = WHAT[given.what]
    with ExitStack() as opened:
        folder = given.folder or Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="marsad-runs-")))
        folder.mkdir(exist_ok=True)
        measure(Asked(given.counts or counts, given.reports, given.on, folder, given.times))


if __name__ == "__main__":
    main()
