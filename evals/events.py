"""Events of the sample reports beside their written key: ``python -m evals.events``.

``samples/key.csv`` gives, passage by passage, the event that a passage tells of. A claim belongs to the passage that
holds its trigger; claims outside every passage tell of nothing the key counts.
"""

from __future__ import annotations

import csv
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from evals.gold import ROOT
from marsad import pipeline
from marsad.records import Event, Told
from marsad.reports import receive
from marsad.runs import read_all
from marsad.scoring.groups import Agreement, b_cubed, pairwise

SAMPLES = ROOT / "samples"


def told_samples(known: pipeline.Knowledge) -> list[Told]:
    """The claims of all sample reports."""
    return pipeline.told(read_all(receive([str(SAMPLES / "reports")]), known))


def leanings() -> dict[str, str]:
    """Whose side each invented outlet is on, from the index of the samples."""
    with (SAMPLES / "reports" / "reports.csv").open(encoding="utf-8", newline="") as file:
        return {row["outlet"]: row["leaning"] for row in csv.DictReader(file)}


def key_of(told: Iterable[Told]) -> dict[str, str]:
    """The event of each claim by the written key."""
    passages: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    with (SAMPLES / "key.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            passages[row["report"]].append((int(row["start"]), int(row["end"]), row["event"]))
    found = {}
    for one in told:
        event = _event_at(sorted(passages[one.report]), one.claim.trigger.start)
        if event is not None:
            found[one.claim.id] = event
    return found


def _event_at(passages: Sequence[tuple[int, int, str]], at: int) -> str | None:
    place = bisect_right([start for start, _, _ in passages], at) - 1
    if place < 0 or at >= passages[place][1]:
        return None
    return passages[place][2]


def measure(events: Iterable[Event], told: Sequence[Told]) -> dict[str, Agreement]:
    """Both measures of the events against the key."""
    key = key_of(told)
    found = {claim: event.id for event in events for claim in event.claims}
    return {"pairwise": pairwise(key, found), "B-cubed": b_cubed(key, found)}


def main() -> None:
    """Print the figures; with ``--errors`` the events that hold two of the key, and those of the key that are torn."""
    known = pipeline.load_knowledge()
    told = told_samples(known)
    gathered = pipeline.gather(told, [], pipeline.gathering_rules(known, leanings()))
    for name, figure in measure(gathered.events, told).items():
        print(f"{name:<10} P {figure.precision:.3f}  R {figure.recall:.3f}  F1 {figure.f1:.3f}")
    print(f"{len(told)} claims, {len(key_of(told))} in the key, {len(gathered.events)} events")
    if "--errors" in sys.argv:
        _errors(gathered.events, told)


def _errors(events: Sequence[Event], told: Sequence[Told]) -> None:
    key = key_of(told)
    by_id = {one.claim.id: one for one in told}
    homes: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for claim in event.claims:
            if claim in key:
                homes[key[claim]].add(event.id)
    for event in events:
        keys = {key.get(claim, "-") for claim in event.claims}
        if len(keys) > 1 or any(len(homes[name]) > 1 for name in keys if name != "-"):
            where = ", ".join(place.name or place.text for place in event.places)
            print(f"\n{event.id} {event.type} {event.date_from}..{event.date_to} {where}")
            for claim in event.claims:
                one = by_id[claim]
                places = "+".join(place.name or place.text for place in one.claim.places)
                print(
                    f"   {key.get(claim, '-'):<14}{one.report} #{one.claim.incident} {one.claim.type} "
                    f"{one.claim.trigger.text} | {places} | {one.claim.date_from} {one.claim.status}"
                )


if __name__ == "__main__":
    main()
