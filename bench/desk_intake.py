"""A desk that is read while reports come in: so many requests a second, and what is taken in meanwhile.

    python -m bench.desk_intake --rate 200 --seconds 300 --reports 2000 --incoming 1

A store of samples under other ids is made, ``marsad serve`` shows it, ``marsad watch`` takes in what is laid into a
folder, one file after the other, and readers ask for the pages that people look at, each at its moment whether or not
those before were answered late. Exit code 1 where an answer was an error, a report that came in is not in the store
with its reading, the store is not sound, or the rate was missed by more than a twentieth.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.desk_load import LOOKS, Tally, Visitor, _place, _wait_for
from bench.runs import SAMPLES, repeated, written
from bench.spent import used
from marsad.store import open_store

READERS = 24
PATIENCE_S = 180.0


@dataclass(frozen=True, slots=True)
class Load:
    """How many requests a second, for how long, on how many reports, and how many more come in each second."""

    rate: float
    seconds: float
    reports: int
    incoming: float


def marsad(*words: str, **about: Any) -> subprocess.Popen[bytes]:
    """A command of Marsad, started."""
    return subprocess.Popen([sys.executable, "-m", "marsad", *words], **about)


def filled(folder: Path, count: int) -> Path:
    """A store with so many reports, gathered."""
    store = folder / "war.sqlite"
    path = written(folder / "before.jsonl", repeated(count, SAMPLES))
    for words in (["add", str(path), "--store", str(store)], ["gather", "--store", str(store)]):
        if marsad(*words, stdout=subprocess.DEVNULL).wait():
            raise SystemExit(f"marsad {words[0]} failed")
    return store


def incoming(inbox: Path, load: Load, stop: threading.Event) -> list[str]:
    """The ids of what was laid into the folder until the end."""
    laid: list[str] = []
    start = time.monotonic()
    for number, report in enumerate(repeated(int(load.incoming * load.seconds), SAMPLES)):
        if stop.wait(max(0.0, start + number / load.incoming - time.monotonic())):
            break
        report |= {"id": f"new-{number}", "text": f"{report['text']}\n{number}", "outlet": "وكالة الوارد"}
        written(inbox / f"{number:06d}.jsonl", [report])
        laid.append(str(report["id"]))
    return laid


def read(visitor: Visitor, at: int, load: Load, start: float) -> None:
    """Ask at one's moments: overviews, pages of events, an event's report."""
    chance, report = random.Random(at), None
    for number in range(at, int(load.rate * load.seconds), READERS):
        time.sleep(max(0.0, start + number / load.rate - time.monotonic()))
        if report is not None and chance.random() < 0.3:
            visitor.asks("GET", f"/api/reports/{report}")
        elif chance.random() < 0.4:
            page = visitor.asks("GET", f"/api/events?offset={chance.randrange(100)}&limit=1")
            report = page["events"][0]["reports"][0] if page and page["events"] else None
        else:
            visitor.asks("GET", chance.choice(LOOKS))


def under_load(place: str, load: Load) -> tuple[Tally, float]:
    """What all readers saw, and how long they needed."""
    tallies = [Tally() for _ in range(READERS)]
    start = time.monotonic() + 1

    def visit(at: int) -> None:
        visitor = Visitor(place, tallies[at])
        try:
            read(visitor, at, load, start)
        except Exception as error:  # whatever ends a reader is a failure of the desk
            tallies[at].failures.append(repr(error))
        finally:
            if visitor.line is not None:
                visitor.line.close()

    threads = [threading.Thread(target=visit, args=(at,), daemon=True) for at in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    whole = Tally()
    for tally in tallies:
        whole.answers += tally.answers
        whole.seconds += tally.seconds
        whole.failures += tally.failures
    return whole, time.monotonic() - start


def lost(store: Path, laid: list[str]) -> list[str]:
    """What is wrong once the intake has had time to finish: reports that are not there, and what the store says."""
    until = time.monotonic() + PATIENCE_S
    while True:
        with open_store(str(store)) as opened:
            there = {found.reading.id for found in opened.readings(laid)}
            if len(there) == len(set(laid)) or time.monotonic() > until:
                faults = [f"{fault.where}: {fault.what}" for fault in opened.verify()]
                return [f"{id} was laid in and is not there" for id in laid if id not in there] + faults
        time.sleep(1)


def measured(folder: Path, load: Load) -> tuple[Tally, float, int, list[str]]:
    """The tally, its seconds, how many reports came in meanwhile, and what is wrong."""
    store, inbox, said = filled(folder, load.reports), folder / "inbox", folder / "said.txt"
    inbox.mkdir()
    stop, laid = threading.Event(), list[str]()
    with said.open("wb") as errors, (folder / "watched.txt").open("wb") as watched:
        desk = marsad("serve", "--store", str(store), "--port", "0", stderr=errors)
        intake = marsad("watch", str(inbox), "--every", "1s", "--store", str(store), stdout=watched, stderr=watched)
        try:
            place = _place(said)
            _wait_for(place)
            arriving = threading.Thread(target=_into(laid, incoming), args=(inbox, load, stop), daemon=True)
            arriving.start()
            tally, seconds = under_load(place, load)
            spent = used(desk.pid), used(intake.pid)
            stop.set()
            arriving.join()
            wrong = lost(store, laid)
        finally:
            desk.terminate()
            intake.terminate()
    print(f"processor seconds: desk {spent[0]:.0f}, intake {spent[1]:.0f}")
    wrong += said.read_text("utf-8").splitlines()[1:][-40:]
    return tally, seconds, len(laid), [*tally.failures, *wrong]


def _into(found: list[str], make: Callable[..., list[str]]) -> Callable[..., None]:
    """The function, with what it gives added to a list: a thread gives nothing back."""
    return lambda *given: found.extend(make(*given))


def main() -> int:
    """Print the figures; 1 where something is wrong."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rate", type=float, default=200)
    options.add_argument("--seconds", type=float, default=300)
    options.add_argument("--reports", type=int, default=2_000)
    options.add_argument("--incoming", type=float, default=1)
    given = options.parse_args()
    load = Load(given.rate, given.seconds, given.reports, given.incoming)
    with tempfile.TemporaryDirectory(prefix="marsad-desk-") as folder:
        tally, seconds, came, wrong = measured(Path(folder), load)
    times = sorted(tally.seconds) or [0.0]
    reached = len(times) / seconds
    print(
        f"{len(times)} requests in {seconds:.0f} s: {reached:.0f} a second of {load.rate:.0f}; {came} reports came in"
    )
    print(f"answers by status: {json.dumps(tally.answers)}; wrong: {len(wrong)}")
    print(*(f"{part} of 100 below {times[len(times) * part // 100] * 1000:.0f} ms" for part in (50, 95, 99)), sep=", ")
    print(*wrong[:20], sep="\n")
    return 1 if wrong or reached < 0.95 * load.rate else 0


if __name__ == "__main__":
    raise SystemExit(main())
