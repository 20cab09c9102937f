"""Which places a claim names as hit: its targets, the road, the place in the name of a facility."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from marsad.arabic.place_words import WHERE_IT_LIES
from marsad.claims.draft import Draft
from marsad.claims.links import MODES, RESULTS
from marsad.claims.where import ANAPHORIC, is_anaphor
from marsad.mentions.chunks import Chunk


def places_hit(draft: Draft, roads: Collection[str]) -> list[Chunk]:
    """The places that are themselves hit, the road that is, or the place in the name of the facility that is."""
    if not draft.targets:
        return []
    own: list[Chunk] = []
    facilities: list[Chunk] = []
    for chunk in draft.targets:
        if chunk.kind == "place" or (
            chunk.head in ANAPHORIC and is_anaphor(chunk) and draft.scene.key(chunk.last + 1) not in WHERE_IT_LIES
        ):
            own.append(chunk.antecedent or chunk)
        elif chunk.kind == "facility":
            facilities.append(chunk)
    if own or not facilities:
        return own
    hit = [road for road in facilities if road.head in roads and road.number == "s" and road.last > road.first]
    if hit and hit[0].definite:
        return hit
    return [inner for chunk in facilities if (inner := _in_its_name(chunk))]


def where_it_was_asked(told: Sequence[Draft]) -> list[Chunk]:
    """The places of the protest of the sentence that asks: تظاهر المئات في X مطالبين بالإفراج عنه."""
    crowd = next((other for other in reversed(told) if other.type in _CROWDS), None)
    return list(crowd.own_places) if crowd is not None else []


_CROWDS = frozenset({"protest", "riot"})


def comes_of(draft: Draft, other: Draft) -> bool:
    """Whether a result is told behind the deed that may have brought it about."""
    return draft.type in RESULTS and other.type in MODES and other.found.first < draft.found.first


def _in_its_name(chunk: Chunk) -> Chunk | None:
    """The place in the name of a facility, not that of the people in it: مشفى X, but no قافلة من أهالي X."""
    for inner in chunk.inner:
        found = inner if inner.kind == "place" else _in_its_name(inner) if inner.kind == "facility" else None
        if found is not None:
            return found
    return None


def told_places(draft: Draft, told: Sequence[Draft]) -> tuple[list[Chunk], int]:
    """The places of the last claim before it in the sentence that has its own, and its last word if it came of that."""
    for teller in reversed(told):
        if teller.own_places:
            return teller.own_places, teller.found.last if comes_of(draft, teller) else -1
    return [], -1
