"""Figures of places: right point and country on gold, the first report, probe towns, and what the gazetteer costs.

python -m evals.places            every figure beside its limit; fails where one is missed
python -m evals.places --wrong    also each gold place that was pinned wrongly, by report and words' length alone

Where ../shared is absent only the costs are measured. The limits are those of the issue that asked for the room.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

from evals.gold import ROOT, GoldReport, gold_sets, shared_folder
from marsad import pipeline
from marsad.arabic import words as arabic_words
from marsad.arabic.phrases import joined
from marsad.claims import naming
from marsad.pipeline import Knowledge
from marsad.places.context import distance_km
from marsad.places.gazetteer import Place
from marsad.places.resolve import PlaceQuery, Unplaced, resolve
from marsad.records import Report
from marsad.scoring.align import align
from marsad.scoring.mentions import mentions, same, text_of

NEAR_KM = 25.0
TOWN_KM = 15.0
ROUNDS = 11
MEMORY_MB, LOAD_S, COST = 150.0, 0.3, 1.3
FLOORS = {"within 25 km": 0.88, "right country": 0.97, "first report": 1.0, "probe towns": 0.97}
_LOADING = """
import time, tracemalloc
from marsad.places import gazetteer
begun = time.perf_counter()
gazetteer.load_built()
seconds = time.perf_counter() - begun
tracemalloc.start()
known = gazetteer.load_built()
print(seconds, tracemalloc.get_traced_memory()[0] / 1e6)
"""


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    name: str
    right: int
    of: int

    @property
    def value(self) -> float:
        """The share, 1 where there is nothing to measure."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Pin:
    """A gold place that was found, with where gold and reading put it."""

    report: str
    words: str
    gold: Mapping[str, Any]
    found: Mapping[str, Any]

    @property
    def km(self) -> float:
        """How far the reading's point lies from gold; endless where it has none."""
        if self.found["lat"] is None:
            return float("inf")
        return distance_km(spot(self.gold), spot(self.found))


def main() -> None:
    """Measure, print, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list the gold places that were pinned wrongly")
    options = parser.parse_args()
    known = pipeline.load_knowledge()
    missed = 0
    for share in shares(known, wrong=options.wrong):
        missed += share.value < FLOORS[share.name]
        print(f"{share.name:<24}{share.value:>8.3f}  at least {FLOORS[share.name]:.2f}   {share.right} of {share.of}")
    for name, value, limit in costs(known):
        missed += value > limit
        print(f"{name:<24}{value:>8.2f}  at most {limit:.2f}")
    sys.exit(1 if missed else 0)


def shares(known: Knowledge, *, wrong: bool) -> Iterator[Share]:
    """Every share that the data at hand lets us measure."""
    shared = shared_folder()
    if shared is None:
        print("gold, first report, probe towns: skipped: no shared data (../shared or MARSAD_SHARED)")
        return
    sets = {gold.name: gold.reports for gold in gold_sets()}
    pins = [pin for report in sets["dev"] for pin in pins_of(report, known)]
    yield Share("within 25 km", sum(pin.km <= NEAR_KM for pin in pins), len(pins))
    placed = [pin for pin in pins if pin.found["lat"] is not None and pin.gold.get("country")]
    yield Share("right country", sum(pin.found["country"] == pin.gold["country"] for pin in placed), len(placed))
    yield first_report(shared / "seed" / "places.csv", sets["seed"][0], known, wrong=wrong)
    yield probe_towns(shared / "data" / "gazetteer" / "tests" / "towns100.csv", known, wrong=wrong)
    for pin in pins if wrong else ():
        if pin.km > NEAR_KM:
            print(f"  {pin.report} {pin.words!r}: {pin.found['place']} is {pin.km:.0f} km from {pin.gold['name_en']}")


def pins_of(gold: GoldReport, known: Knowledge) -> Iterator[Pin]:
    """Gold places with a point whose words the reading found."""
    predicted = asdict(pipeline.read(gold.report, known))["claims"]
    for ours, theirs in align(gold.truth["claims"], predicted):
        if ours["type"] != theirs["type"]:
            continue
        for place, at in zip(mentions(ours, "places"), ours.get("place_geo") or [], strict=False):
            if not at or at.get("lat") is None:
                continue
            found = next((other for other in theirs["places"] if same(place, text_of(other))), None)
            if found is not None:
                yield Pin(gold.report.id, place, at, found)


def first_report(table: Path, gold: GoldReport, known: Knowledge, *, wrong: bool) -> Share:
    """How many places of the first report are pinned as near as they should be: in its reading, else by their words."""
    reading = pipeline.read(gold.report, known)
    pinned = {joined(place.text): asdict(place) for claim in reading.claims for place in claim.places if place.lat}
    right, rows = 0, read_table(table)
    resolved = resolve([PlaceQuery(joined(row["words"])) for row in rows], known.gazetteer)
    for row, alone in zip(rows, resolved, strict=True):
        found = pinned.get(joined(row["words"]))
        at = spot(found) if found is not None else alone.place if alone is not None else None
        km = distance_km(at, spot(row)) if at is not None else float("inf")
        right += km <= float(row["within_km"])
        if wrong and km > float(row["within_km"]):
            print(f"  first report {row['name_en']}: {km:.1f} km off")
    return Share("first report", right, len(rows))


def probe_towns(table: Path, known: Knowledge, *, wrong: bool) -> Share:
    """How many probe towns are found by their Arabic name and country alone."""
    right, rows = 0, read_table(table)
    for row in rows:
        (found,) = resolve([PlaceQuery(joined(row["name_ar"]))], known.gazetteer, country_hint=row["cc"])
        near = found is not None and distance_km(found.place, spot(row)) <= TOWN_KM
        right += near
        if wrong and not near:
            print(f"  probe town {row['name_en']}: {found and found.place.id}")
    return Share("probe towns", right, len(rows))


def costs(known: Knowledge) -> Iterator[tuple[str, float, float]]:
    """Memory and time of loading the gazetteer, and a reading with resolution against one without."""
    loads = [loaded() for _ in range(5)]
    yield "memory, MB", median(mb for _, mb in loads), MEMORY_MB
    yield "time to load, s", median(seconds for seconds, _ in loads), LOAD_S
    yield "reading, with / without", cost_of_resolution(known), COST


def loaded() -> tuple[float, float]:
    """Seconds and MB of loading the gazetteer in a fresh process."""
    done = subprocess.run([sys.executable, "-c", _LOADING], check=True, capture_output=True, text=True, cwd=ROOT)
    seconds, mb = done.stdout.split()
    return float(seconds), float(mb)


def cost_of_resolution(known: Knowledge) -> float:
    """The median ratio over rounds that alternate, so that whatever else the machine does weighs on both."""
    paths = sorted((ROOT / "samples" / "reports").glob("*.txt"))
    reports = [Report(path.stem, path.read_text("utf-8"), date(2018, 10, 9)) for path in paths]
    timed(reports, known)
    ratios = []
    for _ in range(ROUNDS):
        whole = timed(reports, known)
        with patch.object(naming, "place_all", _nothing):
            ratios.append(whole / timed(reports, known))
    return median(ratios)


def _nothing(queries: list[PlaceQuery], *_: object, **__: object) -> list[Unplaced]:
    return [Unplaced("unknown") for _ in queries]


def timed(reports: list[Report], known: Knowledge) -> float:
    """Seconds to read all."""
    begun = perf_counter()
    for report in reports:
        arabic_words.forget_keys()
        pipeline.read(report, known)
    return perf_counter() - begun


def spot(row: Mapping[str, Any]) -> Place:
    """A bare point."""
    return Place("", "", "", "town", None, None, float(row["lat"]), float(row["lon"]), 0, 0, None, False)


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
