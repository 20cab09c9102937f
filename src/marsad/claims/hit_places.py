"""Which places a claim names as hit: its targets, those listed farther on, the road, the place in a facility's name."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from marsad.arabic.clitics import AND, FROM
from marsad.arabic.place_words import ADDING, AMONG_WHICH, LYING, WHERE_IT_LIES
from marsad.claims.draft import Draft
from marsad.claims.links import MODES, RESULTS
from marsad.claims.parties import UNDERGOES, Parties
from marsad.claims.scene import COMMAS, HARD_STOPS, Found, Scene
from marsad.claims.where import ANAPHORIC, is_anaphor
from marsad.mentions.chunks import Chunk


def places_hit(draft: Draft, roads: Collection[str]) -> list[Chunk]:
    """The places that are themselves hit, the road that is, or the place in the name of the facility that is."""
    if not draft.targets or (draft.targets[0].kind == "facility" and _GOES_ON in draft.because):
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
        # what a list goes on with stands before its first, behind which the places are looked for
        return [*own[1:], own[0]] if _GOES_ON in draft.because and own else own
    hit = [road for road in facilities if road.head in roads and road.number == "s" and road.last > road.first]
    if hit and hit[0].definite:
        return hit
    return [inner for chunk in facilities if (inner := _in_its_name(chunk))]


def where_it_was_asked(told: Sequence[Draft]) -> list[Chunk]:
    """The places of the protest of the sentence that asks: تظاهر المئات في X مطالبين بالإفراج عنه."""
    crowd = next((other for other in reversed(told) if other.type in _CROWDS), None)
    return list(crowd.own_places) if crowd is not None else []


# What a result is told with: what it came of, or what came of that beside it: ما أسفر عن مقتل 3 وجرح 5.
_BEFORE_IT = MODES | RESULTS
_CROWDS = frozenset({"protest", "riot"})


def comes_of(draft: Draft, other: Draft) -> bool:
    """Whether a result is told behind the deed that may have brought it about, or behind another result of it."""
    return draft.type in RESULTS and other.type in _BEFORE_IT and other.found.first < draft.found.first


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


# What of a list may be hit: places and houses. Which kinds of places hold others, and which are held by them.
_HIT = frozenset({"place", "facility"})
_WIDE = frozenset({"governorate", "district", "side", "valley", "region", "country"})


def hit_farther_on(scene: Scene, found: Found, parties: Parties) -> None:
    """قصفت مبنى X وسط Y، ومركزاً للشرطة: a list of what was hit goes on behind where its first lie."""
    last = parties.targets[-1] if parties.targets else None
    if last is None or last.kind not in _HIT or found.type not in _STRIKES:
        return
    if last.first < found.first and UNDERGOES not in parties.because:
        return  # but in تعرضت X لقصف
    more: list[Chunk] = []
    end, beside = last.last, None
    for chunk in scene.chunks[scene.chunks.index(last) + 1 :]:
        if _ends_between(scene, end + 1, chunk):
            break
        if _is_added(scene, end, chunk):
            more.append(chunk)
            last, beside = chunk, None
        elif not chunk.conjoined:
            if chunk.kind != "place" and chunk.preposition not in LYING:
                break
            beside = chunk
        elif beside is None or _is_of_the_list(scene, last, beside, chunk):
            if chunk.kind not in _HIT:
                break
            more.append(chunk)
            beside = None
        end = chunk.last
    if more:
        parties.targets = [*parties.targets, *more]
        parties.because.append(_GOES_ON)


def hit_as_well(draft: Draft, hit: Sequence[Chunk]) -> None:
    """تعرضت بلدة X جنوب Y وقرية Z لقصف: the places that a list of places hit goes on with were hit as well."""
    if draft.type not in _STRIKES or not draft.targets or draft.targets[-1].kind != "place":
        return
    first = _where_it_stands(draft.targets[0])
    more = [place for place in draft.places if place not in hit and _where_it_stands(place) > first]
    if more:
        draft.targets = sorted([*draft.targets, *more], key=_where_it_stands)
        draft.note(_GOES_ON)
    if _GOES_ON in draft.because:
        draft.places.sort(key=_where_it_stands)


def _where_it_stands(chunk: Chunk) -> tuple[int, int]:
    return chunk.sentence, chunk.first


_GOES_ON = "rule:list-goes-on"
_STRIKES = frozenset({"attack", "shelling", "airstrike", "bombing", "property_damage"})


def _is_added(scene: Scene, end: int, chunk: Chunk) -> bool:
    """إضافة إلى قرية X, من بينها مصنع: a word before it says that this was hit too; "among them" only of houses."""
    if chunk.kind not in _HIT or chunk.preposition == FROM:  # قرب المدينة، وبالقرب منها من مواقعها
        return False
    for at in range(max(end + 1, chunk.start - _ADDED_WITHIN), chunk.start):
        if scene.info(at).rest in ADDING:
            return chunk.kind == "facility" or scene.info(at).rest not in AMONG_WHICH
    return False


# How far before it the word stands that adds it.
_ADDED_WITHIN = 3


def _is_of_the_list(scene: Scene, hit: Chunk, beside: Chunk, chunk: Chunk) -> bool:
    """Whether what و ties on is one more that was hit, not one more place where the last of them lies."""
    if chunk.kind not in _HIT or (chunk.kind == "place" and (hit.kind != "place" or chunk.cue in _WIDE)):
        return False
    if not scene.info(chunk.start).prefix.startswith(AND):
        return False
    if scene.key(chunk.start - 1) in COMMAS or chunk.kind != beside.kind:
        return True
    return beside.cue in _WIDE and chunk.cue not in _WIDE


def _ends_between(scene: Scene, at: int, chunk: Chunk) -> bool:
    """Whether the clause ends before a phrase, or the phrase begins another one with a verb behind it."""
    for place in range(at, chunk.start):
        info = scene.info(place)
        if info.key in HARD_STOPS or info.verb_like or info.opener or info.relative or info.that or info.speech:
            return True
        if place in scene.found_at:
            return True
    behind = scene.info(chunk.last + 1)
    return chunk.first in scene.found_at or (chunk.conjoined and (behind.verb_like or chunk.last + 1 in scene.found_at))
