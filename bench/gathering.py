"""What gathering costs: generated reports with a known key, in two sizes: ``python -m bench.gathering [REPORTS]``.

Prints seconds, peak memory, agreement with the key, and the cost per claim as a ratio to that at a tenth of the size.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from datetime import date, timedelta

from marsad import pipeline
from marsad.events import Rules
from marsad.records import ActorMention, Claim, Count, PlaceMention, Span, Told
from marsad.scoring.groups import b_cubed, pairwise

CLAIMS_PER_REPORT = 5
OUTLETS = tuple(f"outlet {at}" for at in range(40))
TYPES = ("airstrike", "shelling", "clash", "control_gain", "bombing")
TOWNS = 400
REPORTS_PER_DAY = 60
# A tenth of all reports are of one city, as wars have it: that shelf has to stay bounded.
CITY_SHARE = 0.1


def generate(reports: int, seed: int = 1) -> tuple[list[Told], dict[str, str]]:
    """Claims of so many reports, and the happening each tells of."""
    draw = random.Random(seed)
    towns = [(f"town-{at}", 33 + draw.random() * 4, 36 + draw.random() * 5) for at in range(TOWNS)]
    told: list[Told] = []
    key: dict[str, str] = {}
    for number in range(reports):
        day = date(2018, 1, 1) + timedelta(days=number // REPORTS_PER_DAY)
        town = towns[0] if draw.random() < CITY_SHARE else draw.choice(towns[1:])
        for one in _report(f"report-{number:06d}", day, town, draw):
            told.append(one)
            key[one.claim.id] = f"{one.claim.because[0]}"
    return told, key


def _report(report: str, day: date, town: tuple[str, float, float], draw: random.Random) -> list[Told]:
    kind = TYPES[hash_of(town[0], day) % len(TYPES)]
    party = ("army", "rebels")[hash_of(town[0]) % 2]
    ids = [f"{report}-{at}" for at in range(CLAIMS_PER_REPORT)]
    claims = [_claim(name, at, kind, party, town, day, draw) for at, name in enumerate(ids)]
    return [Told(claim, report, draw.choice(OUTLETS), day) for claim in claims]


def _claim(
    name: str, at: int, kind: str, party: str, town: tuple[str, float, float], day: date, draw: random.Random
) -> Claim:
    happening = f"{town[0]} {day} {kind}"
    number = 3 + hash_of(happening) % 20 + draw.choice((0, 0, 1)) if at in (1, 2, 4) else None
    what = kind if at in (0, 3) else ("killed", "wounded")[at % 2]
    return Claim(
        id=name, type=what, trigger=Span(what, at * 10, at * 10 + 5), agents=(ActorMention(party, 0, 4, party),),
        places=(PlaceMention(town[0], 0, 4, town[0], town[0], town[1], town[2], "XX", "North", "town", 1),),
        date_from=day.isoformat(), date_to=day.isoformat(),
        count=Count(number, number, str(number), 0, 1) if number else None, incident=1, because=(happening,),
    )  # fmt: skip


def hash_of(*parts: object) -> int:
    """A number that is the same in every run."""
    return sum(ord(sign) * (at + 7) for at, sign in enumerate("".join(map(str, parts))))


def measure(reports: int) -> float:
    """Seconds per claim of gathering so many reports; prints what it found."""
    told, key = generate(reports)
    rules = Rules(blocs={"army": "state:XX", "rebels": "rebel:XX"})
    gc.collect()
    gc.freeze()  # the claims given are no garbage: what is measured is gathering them
    start = time.perf_counter()
    gathered = pipeline.gather(told, (), rules)
    seconds = time.perf_counter() - start
    found = {claim: event.id for event in gathered.events for claim in event.claims}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(told):>8} claims of {reports} reports: {len(gathered.events)} events in {seconds:.1f} s, "
        f"{1e6 * seconds / len(told):.0f} µs a claim, peak {peak:.0f} MB, pairwise F1 {pairwise(key, found).f1:.3f}, "
        f"B-cubed F1 {b_cubed(key, found).f1:.3f}"
    )
    return seconds / len(told)


def main() -> None:
    """The larger size, a tenth of it, and their ratio."""
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    small = measure(reports // 10)
    print(f"ratio {measure(reports) / small:.2f}")


if __name__ == "__main__":
    main()
