"""Lists checked by hand: pins of the pool, actors of the development gold; what was judged, and whether it still holds.

python -m evals.hand

hand/pins.csv: places with precision 1 in readings of the pool, three samples, each judged by reading the report. Errors
of the first two were read and their causes mended; the third was drawn afterwards from other reports and is the figure.
hand/actors.csv: mentions of the register's actors in the development gold. No text is kept, only offsets.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from evals.gold import ROOT, gold_sets, shared_folder
from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Report

HAND = ROOT / "evals" / "hand"
WRONG_PINS, RIGHT_ACTORS = 0.05, 0.92
MEASURED_SAMPLE = "3"
# Of the rows once judged right so many may have changed since: another reading is not always a worse one.
KEPT = 0.9
Row = Mapping[str, str]


def main() -> None:
    """Print both lists; fail where a figure is missed or too much of what was right is lost."""
    pins, actors = rows("pins.csv"), rows("actors.csv")
    wrong = share([row for row in pins if row["sample"] == MEASURED_SAMPLE], "wrong")
    right = share(actors, "right")
    print(f"pins with precision 1 that are wrong   {wrong:.3f}  at most {WRONG_PINS:.2f}")
    print(f"actors resolved rightly                {right:.3f}  at least {RIGHT_ACTORS:.2f}  of {len(actors)}")
    kept = [1.0] if shared_folder() is None else list(held(pins, actors, pipeline.load_knowledge()))
    sys.exit(wrong > WRONG_PINS or right < RIGHT_ACTORS or min(kept) < KEPT)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a list."""
    with (HAND / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def share(judged: list[dict[str, str]], verdict: str) -> float:
    """The share of rows with a verdict."""
    return sum(row["verdict"] == verdict for row in judged) / len(judged)


def held(pins: list[dict[str, str]], actors: list[dict[str, str]], known: Knowledge) -> Iterator[float]:
    """How much of what was judged right the reading of today still gives."""
    shared = shared_folder()
    assert shared is not None
    gold = {report.report.id: report.report for group in gold_sets() if group.name == "dev" for report in group.reports}
    pool = reports_of(shared / "data" / "pool" / "pool.jsonl.gz", {row["report"] for row in pins})
    for name, judged, reports, field in (("pins", pins, pool, "place"), ("actors", actors, gold, "actor")):
        claims = {name: pipeline.read(reports[name], known).claims for name in {row["report"] for row in judged}}
        as_then = Counter(row["verdict"] for row in judged if gives(row, claims[row["report"]], field))
        once = Counter(row["verdict"] for row in judged)
        print(f"{name}: {as_then['right']} of {once['right']} right ones as then", end=", ")
        print(f"{once['wrong'] - as_then['wrong']} of {once['wrong']} wrong ones changed")
        yield as_then["right"] / once["right"]


def gives(row: Row, claims: tuple[Claim, ...], field: str) -> bool:
    """Whether some claim still gives the mention what the row says."""
    span = (int(row["start"]), int(row["end"]))
    if field == "place":
        given = {(place.start, place.end, place.place or "") for claim in claims for place in claim.places}
    else:
        given = {
            (actor.start, actor.end, actor.actor or "") for claim in claims for actor in (*claim.agents, *claim.targets)
        }
    return (*span, row[field]) in given


def reports_of(path: Path, wanted: set[str]) -> dict[str, Report]:
    """The reports of the pool with these ids."""
    found = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            if raw["id"] in wanted:
                day = (raw.get("published") or "")[:10]
                published = date.fromisoformat(day) if len(day) == 10 else None
                found[raw["id"]] = Report(raw["id"], raw["text"], published, raw["outlet"])
    return found


if __name__ == "__main__":
    main()
