"""What one more report costs: in a store of 100,000 claims and in an empty one: ``python -m bench.adding [REPORTS]``.

Adding is what ``marsad add`` does once a report is read: it is kept with its claims, and the events near it are brought
up to date. Both stores take turns, so that whatever else the machine does weighs on both. Reports are generated as in
``bench.gathering``.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from bench.gathering import generate
from marsad.events import Rules
from marsad.records import Original, Reading, Report, Told
from marsad.runs.gathering import bring_up_to_date
from marsad.store import Arrival, Entry, Store, Versions, open_store

VERSIONS = Versions("bench", "bench", "bench", "bench")
RULES = Rules(blocs={"army": "state:XX", "rebels": "rebel:XX"})
TIMES_AN_EMPTY_ONE = 3.0
ROUNDS = 30


def main() -> None:
    """Fill a store, then add reports to it and to empty ones in turn."""
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(measure(Path(folder), reports) > TIMES_AN_EMPTY_ONE)


def measure(folder: Path, reports: int) -> float:
    """How many times the cost in an empty store a report costs in a full one."""
    with open_store(str(folder / "full.sqlite"), create=True) as full:
        return in_turns(folder, full, filled(full, reports))


def filled(full: Store, reports: int) -> list[Entry]:
    """Fill a store; the reports that are left to be added, half of them of days long past."""
    entries = list(entries_of(generate(reports + ROUNDS)[0]))
    late = entries[:: max(len(entries) // ROUNDS, 1)][: ROUNDS // 2]
    fresh = [*late, *entries[reports : reports + ROUNDS - len(late)]]
    names = {one.arrival.report.id for one in fresh}
    fill(full, [one for one in entries if one.arrival.report.id not in names])
    return fresh


def in_turns(folder: Path, full: Store, fresh: Sequence[Entry]) -> float:
    """Each report is added to an empty store and to the full one; the ratio of the medians."""
    in_full, in_empty = [], []
    for number, one in enumerate(fresh):
        with open_store(str(folder / f"{number}.sqlite"), create=True) as empty:
            gather(empty)
            in_empty.append(seconds(empty, one))
        in_full.append(seconds(full, one))
    full_ms, empty_ms = (1000 * statistics.median(times) for times in (in_full, in_empty))
    claims = full.totals().claims
    print(f"one more report: {full_ms:.1f} ms among {claims:,} claims, {empty_ms:.1f} ms in an empty store")
    print(f"ratio {full_ms / empty_ms:.2f}, limit {TIMES_AN_EMPTY_ONE:.0f}")
    return full_ms / empty_ms


def entries_of(told: Sequence[Told]) -> Iterator[Entry]:
    """Generated claims as reports that were read."""
    for report, group in groupby(told, key=lambda one: one.report):
        yield entry(report, list(group))


def entry(report: str, group: Sequence[Told]) -> Entry:
    """One report with its claims."""
    first = group[0]
    body = f"{report} {first.outlet}"
    day: date | None = first.published
    arrival = Arrival(Report(report, body, day, first.outlet), Original(body.encode(), "text/plain", report))
    return Entry(arrival, Reading(report, day, first.outlet, "0", tuple(one.claim for one in group)))


def fill(store: Store, entries: Sequence[Entry]) -> None:
    """Keep reports and gather their events."""
    begun = time.perf_counter()
    for at in range(0, len(entries), 500):
        store.add_received(entries[at : at + 500], VERSIONS)
    kept = time.perf_counter()
    gather(store)
    print(
        f"{len(entries)} reports kept in {kept - begun:.0f} s, {store.count_events()} events gathered from nothing in "
        f"{time.perf_counter() - kept:.0f} s"
    )


def gather(store: Store) -> None:
    """Bring the events of a store up to date."""
    bring_up_to_date(store, "bench", lambda: RULES)


def seconds(store: Store, one: Entry) -> float:
    """What adding one report takes."""
    begun = time.perf_counter()
    store.add_received([one], VERSIONS)
    gather(store)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
