"""Two ratios: a whole reading against one pass of tokenising and folding, and a cold start against its libraries.

The floor of the first is ``split_words`` over the same text: every word and mark with its offsets and its folded key.
The memory of folded words is emptied before each report, for the floor and for the reading alike. What the reading has
looked up of a word in lexicons and registers stays, as in a batch: the first round, which has to look everything up, is
left out and shown beside. Floor and reading alternate, and a reading is divided by what the floor took before and
behind it, so that whatever else the machine does weighs on both; what counts is processor time, as a floor of
milliseconds seldom has to wait for others and a reading often has.
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from marsad import pipeline
from marsad.arabic import words as arabic_words
from marsad.claims import reader
from marsad.records import Report

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "samples" / "reports").glob("*.txt"))
WORDS_PER_REPORT = 500
ROUNDS, STARTS = 21, 9
READING_LIMIT, COMPILED_LIMIT, START_LIMIT = 20.0, 10.0, 5.0


def main() -> None:
    """Measure both, print them, fail above a limit."""
    reading, start = reading_ratio(), start_ratio()
    limit = COMPILED_LIMIT if is_compiled() else READING_LIMIT
    print(f"reading / one pass of tokenising and folding   {reading:6.1f}   limit {limit:.0f}")
    print(f"cold start / python -c 'import typer, rich'    {start:6.1f}   limit {START_LIMIT:.0f}")
    sys.exit(reading > limit or start > START_LIMIT)


def is_compiled() -> bool:
    """Whether the reader that is measured was compiled (``make native``)."""
    return not str(reader.__file__).endswith(".py")


def texts() -> list[str]:
    """Reports of about 500 words, made by joining the samples."""
    made, current = [], ""
    for path in SAMPLES:
        current += path.read_text("utf-8") + "\n"
        if len(current.split()) >= WORDS_PER_REPORT:
            made.append(current)
            current = ""
    return made


def reading_ratio() -> float:
    """The median over the rounds of reading time divided by floor time."""
    before, begun = peak_mb(), time.perf_counter()
    known = pipeline.load_knowledge()
    print(f"knowledge loaded in {time.perf_counter() - begun:.2f} s and {peak_mb() - before:.0f} MB")
    reports = [Report(f"bench-{number}", text, date(2018, 10, 9)) for number, text in enumerate(texts())]

    def floor() -> None:
        for report in reports:
            arabic_words.forget_keys()
            arabic_words.split_words(report.text)

    def read() -> None:
        for report in reports:
            arabic_words.forget_keys()
            pipeline.read(report, known)

    first = worked(read) / worked(floor)
    ratios, floors = [], [worked(floor)]
    for _ in range(ROUNDS):
        reading = worked(read)
        floors.append(worked(floor))
        ratios.append(2 * reading / (floors[-2] + floors[-1]))
    size = sum(len(report.text.split()) for report in reports)
    print(
        f"{len(reports)} reports, {size} words; floor {1e6 * min(floors) / size:.2f} µs a word; "
        f"ratios {min(ratios):.1f} to {max(ratios):.1f}, the first round {first:.1f}; "
        f"peak memory {peak_mb():.0f} MB"
    )
    return median(ratios)


def start_ratio() -> float:
    """The median time of reading one report from a cold start, divided by that of importing typer and rich."""
    command = [
        sys.executable,
        "-m",
        "marsad",
        "read",
        str(SAMPLES[0]),
        "--published",
        "2018-10-09",
        "--format",
        "jsonl",
    ]
    base = [sys.executable, "-c", "import typer, rich"]
    ours, theirs = [], []
    for _ in range(STARTS):
        theirs.append(timed(lambda: run(base)))
        ours.append(timed(lambda: run(command)))
    shown = (f"{median(times):.2f} s (least {min(times):.2f})" for times in (ours, theirs))
    print("cold start {}, libraries alone {}".format(*shown))
    return median(ours) / median(theirs)


# An installed package keeps its bytecode; the source tree must be let do the same, or it is compiled at every start.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(command: list[str]) -> None:
    """A process, its output thrown away."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=ENVIRONMENT)


def peak_mb() -> float:
    """The most memory this process has held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def timed(work: Callable[[], None]) -> float:
    """Seconds of one run."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def worked(work: Callable[[], None]) -> float:
    """Seconds of processor time of one run, with the garbage that it leaves: nobody else is to pay for it."""
    begun = time.process_time()
    work()
    gc.collect(0)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
