"""Two pieces compared: eight small pure functions, each a level with a sentence; their points add up."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from marsad.events import levels
from marsad.events.families import VIOLENT, family
from marsad.events.levels import Level
from marsad.events.pieces import Piece, Spot
from marsad.events.rules import Rules, bloc_of, chain

KM_PER_DEGREE = 111.2
LONGEST_OVERLAP = 3  # days; what spans more is a summary of many happenings
MOSTLY = 0.5  # share of the claims of both from which on they tell of the same spots
LATE_RESULT = 3  # days in which a toll is still corrected


@dataclass(frozen=True, slots=True)
class Score:
    """How alike two pieces are, and the levels that say why."""

    points: float
    levels: tuple[str, ...]


def compare(one: Piece, other: Piece, rules: Rules) -> Score:
    """The score of two pieces; it stops at the first level that excludes."""
    points, found = 0.0, []
    for name, comparison in COMPARISONS.items():
        level = comparison(one, other, rules)
        points += level.points
        found.append(f"{name}:{level.name}")
        if level.points <= levels.NEVER:
            break
    return Score(points, tuple(found))


def same_time(one: Piece, other: Piece, rules: Rules) -> Level:
    """Whether both can be of one day."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return levels.TIME["missing"]
    if one.to_come != other.to_come:
        return levels.TIME["to_come"]
    if one.types & other.types & LASTING and not _sums_up(one, other) and _gap(one, other) <= LATE_RESULT:
        return levels.TIME["in_force"]
    if not (one.first <= other.last and other.first <= one.last):
        return _apart(one, other)
    if _sums_up(one, other):
        return levels.TIME["summary"]
    if not (one.told_days and other.told_days):
        return levels.TIME["report_day"]
    exact = one.first == one.last == other.first == other.last
    return levels.TIME["same_day" if exact else "overlap"]


def _sums_up(one: Piece, other: Piece) -> bool:
    """Whether one of them tells of many days."""
    return any((piece.last or 0) - (piece.first or 0) >= LONGEST_OVERLAP for piece in (one, other))


def _gap(one: Piece, other: Piece) -> int:
    """The days between both, 0 or less where they overlap."""
    return max((other.first or 0) - (one.last or 0), (one.first or 0) - (other.last or 0))


def _apart(one: Piece, other: Piece) -> Level:
    early, late = (one, other) if (one.first or 0) < (other.first or 0) else (other, one)
    gap = (late.first or 0) - (early.last or 0)
    if gap <= LATE_RESULT and late.families <= RESULT:
        return levels.TIME["revised" if late.revised else "later_toll"]
    return levels.TIME["next_day"] if gap == 1 else levels.TIME["other_days"]


def same_place(one: Piece, other: Piece, rules: Rules) -> Level:
    """Whether most of what they tell is of the same spots; else the best level that any two of their places reach."""
    if not one.spots or not other.spots:
        return levels.PLACE["missing"]
    shared = _shared(one.spots, other.spots)
    if shared >= MOSTLY:
        return levels.PLACE["same"]
    if shared:
        return levels.PLACE["shares"]
    found = [_spots(here, there, rules) for here in one.spots for there in other.spots]
    best = max(found, key=lambda name: levels.PLACE[name].points)
    return levels.PLACE["front" if best == "near" and _fought(one) and _fought(other) else best]


def _fought(piece: Piece) -> bool:
    """Whether it tells of fighting on the ground; an attack told beside fire from afar is that fire."""
    return bool(piece.types & FOUGHT) or ("attack" in piece.types and "remote" not in piece.families)


def _shared(mine: Sequence[Spot], theirs: Sequence[Spot]) -> float:
    """The part of what both tell that is of spots common to both, by claims."""
    here = {spot.key: spot.votes for spot in mine if not spot.area}
    there = {spot.key: spot.votes for spot in theirs if not spot.area}
    if not here or not there:
        return 0.0
    all_here, all_there = sum(here.values()), sum(there.values())
    return sum(min(votes / all_here, there[key] / all_there) for key, votes in here.items() if key in there)


def _spots(here: Spot, there: Spot, rules: Rules) -> str:
    if here.key == there.key:
        return "same_area" if here.area and there.area else "holds"
    if _same_name(here.words, there.words) and (here.admin1 == there.admin1 or not (here.admin1 and there.admin1)):
        return "within"
    if here.key in there.holders or there.key in here.holders:
        return "holds"
    if here.lat is None or there.lat is None:
        return "missing"
    apart = distance_km(here, there)
    if here.area or there.area:
        held = apart <= max(spot.radius_km for spot in (here, there) if spot.area)
        return "holds" if held else "province" if here.admin1 and here.admin1 == there.admin1 else "elsewhere"
    if apart <= max(here.radius_km, there.radius_km):
        return "within"
    return "near" if apart <= rules.near_km else "elsewhere"


def _same_name(mine: str, theirs: str) -> bool:
    """Whether two names that no gazetteer has are one, be it with a word for its surroundings before it."""
    if not mine or not theirs:
        return False
    return mine == theirs or mine.endswith(f" {theirs}") or theirs.endswith(f" {mine}")


def distance_km(here: Spot, there: Spot) -> float:
    """Kilometres between two spots, good to a percent; infinite where one has no coordinates."""
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return math.inf
    north = here.lat - there.lat
    east = (here.lon - there.lon) * math.cos(math.radians((here.lat + there.lat) / 2))
    return KM_PER_DEGREE * math.hypot(north, east)


def same_type(one: Piece, other: Piece, rules: Rules) -> Level:
    """Whether what they tell of mostly can be one happening."""
    mine, theirs = leading(one), leading(other)
    if mine == theirs == RESULT:
        return levels.TYPE["same" if one.types & other.types & RESULTS else "result"]
    if RESULT in (mine, theirs):
        return levels.TYPE["result" if mine | theirs <= VIOLENT | RESULT else "other"]
    if mine & theirs:
        shared = {name for name in one.types & other.types if family(name) in mine & theirs}
        if shared & LASTING:
            return levels.TYPE["deal"]
        return levels.TYPE["same" if shared else "sibling" if mine & theirs == {"remote"} else "family"]
    if (one.families & other.families) - RESULT:
        return levels.TYPE["aside"]
    return levels.TYPE["kin" if mine & VIOLENT and theirs & VIOLENT else "other"]


def leading(piece: Piece) -> set[str]:
    """The families that it tells of mostly; results count only where it tells of no violence, and of little else."""
    told = {name: number for name, number in piece.kinds if name not in RESULT}
    if told.keys().isdisjoint(VIOLENT) and sum(told.values()) < dict(piece.kinds).get("result", 0):
        return set(RESULT)
    return {name for name, number in told.items() if number >= MOSTLY * max(told.values())}


def same_parties(one: Piece, other: Piece, rules: Rules) -> Level:
    """Whether the same actors, their parents or their side take part."""
    mine, theirs = one.agents | one.targets, other.agents | other.targets
    if not mine or not theirs:
        return levels.PARTIES["missing"]
    if one.agents & other.agents and one.targets & other.targets:
        return levels.PARTIES["both"]
    if mine & theirs or _lines(mine, rules) & _lines(theirs, rules):
        return levels.PARTIES["one"]
    same_side = {bloc_of(name, rules) for name in mine} & {bloc_of(name, rules) for name in theirs}
    return levels.PARTIES["bloc" if same_side else "other"]


def _lines(actors: frozenset[str], rules: Rules) -> set[str]:
    return {above for actor in actors for above in chain(actor, rules)}


def same_toll(one: Piece, other: Piece, rules: Rules) -> Level:
    """Whether they give the same numbers; one and two are too common to say anything."""
    pairs = [(mine, theirs) for mine in one.tolls for theirs in other.tolls if mine[0] == theirs[0]]
    if not pairs:
        return levels.TOLL["missing"]
    if any(mine == theirs and mine[1] > 2 for mine, theirs in pairs):
        return levels.TOLL["same"]
    return levels.TOLL["overlap" if any(_overlap(mine, theirs) for mine, theirs in pairs) else "other"]


def _overlap(mine: tuple[str, int, int | None], theirs: tuple[str, int, int | None]) -> bool:
    return (mine[2] is None or mine[2] >= theirs[1]) and (theirs[2] is None or theirs[2] >= mine[1])


def same_weapons(one: Piece, other: Piece, rules: Rules) -> Level:
    """Whether a class of weapon is common to both."""
    if not one.weapons or not other.weapons:
        return levels.WEAPONS["missing"]
    return levels.WEAPONS["same" if one.weapons & other.weapons else "other"]


def same_words(one: Piece, other: Piece, rules: Rules) -> Level:
    """How many telling words both use."""
    shared = len(one.words & other.words)
    return levels.WORDS["many" if shared >= 2 else "one" if shared else "none"]


def same_report(one: Piece, other: Piece, rules: Rules) -> Level:
    """Whether one report tells them apart, as two incidents."""
    shared = len(one.reports & other.reports)
    few = min(len(one.reports), len(other.reports))
    return levels.REPORT["other_report" if not shared else "same_report" if shared > MOSTLY * few else "some_report"]


FOUGHT = frozenset({"clash", "repel", "control_gain", "withdrawal"})
LASTING = frozenset({"agreement"})
RESULT = frozenset({"result"})
RESULTS = frozenset({"killed", "wounded", "equipment_loss", "property_damage"})
COMPARISONS: dict[str, Callable[[Piece, Piece, Rules], Level]] = {
    "time": same_time, "place": same_place, "type": same_type, "parties": same_parties, "toll": same_toll,
    "weapons": same_weapons, "words": same_words, "report": same_report,
}  # fmt: skip
