"""Which places of a sentence lie in one another, and which stand beside each other in a list."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND, ARTICLE, AT
from marsad.arabic.place_words import (
    ADDING,
    AROUND_IT,
    BEGINNING,
    FOR_WHOM,
    FROM,
    HOLDING,
    IN_A_PLACE,
    INTO,
    LIES,
    LIES_IN,
    SIDES,
    SUBJECT_TO,
    WHOLE,
)
from marsad.claims.scene import Found, Scene
from marsad.mentions.chunks import Chunk


def most_specific(scene: Scene, chunk: Chunk, before: Sequence[Chunk]) -> Chunk:
    """In "في حي X بمدينة Y" the one before the container."""
    if chunk not in before:
        return chunk
    at = before.index(chunk)
    while at > 0 and _contains(scene, before[at - 1], before[at]):
        at -= 1
    return before[at]


def _contains(scene: Scene, part: Chunk, whole: Chunk) -> bool:
    """Whether ``whole`` follows ``part`` as its container: nothing but في, ب, a side or a comma between them."""
    if whole.conjoined:
        added = scene.info(whole.start).prefix.startswith(AND) or not _is_side(scene, whole)
        if added or scene.key(whole.start - 1) not in ("،", ","):
            return False
    behind = part.last + 1
    if scene.key(behind) in ("،", ",") and scene.key(behind + 1) in LIES_IN and whole.first - behind <= LIES_WITHIN:
        return not any(at in scene.found_at or scene.info(at).opener for at in range(behind, whole.first))
    if whole.first - part.last > HOLDS_WITHIN or _and_in(scene, part, whole) or is_narrower(part, whole):
        return False
    apart = _is_side(scene, whole) or scene.info(whole.start).prefix == AT  # X، غرب Y; X، بمحافظة Y
    for at in range(behind, whole.first):
        info = scene.info(at)
        if info.key in ("،", ",") and not apart:
            return False
        if info.is_word and not (
            info.preposition in HOLDING
            or info.cue
            or info.rest in SIDES
            or info.rest in AROUND_IT
            or info.key in FOR_WHOM
            or _describes(scene, at)
        ):
            return False
    return True


# Kinds of places that hold settlements, and settlements.
_WIDE = frozenset({"governorate", "district", "side", "valley"})
_SETTLED = frozenset({"village", "town", "neighbourhood", "camp", "city"})


def is_narrower(wide: Chunk, place: Chunk) -> bool:
    """Whether a place named behind a wider one lies in it: في ريف حمص في مدينة X, في جبل الزاوية بقرية X."""
    if place.cue not in _SETTLED or place.conjoined or place.preposition not in IN_A_PLACE:
        return False
    return wide.cue in _WIDE or (wide.cue == "hill" and bool(wide.ids) and place.cue == "village")


def narrowest(scene: Scene, chunk: Chunk, places: Sequence[Chunk]) -> Chunk:
    """The place behind a wider one of the same clause that lies in it, else the place itself."""
    at = places.index(chunk) + 1
    if at >= len(places) or not is_narrower(chunk, places[at]) or places[at].start - chunk.last > HOLDS_WITHIN:
        return chunk
    between = range(chunk.last + 1, places[at].start)
    if scene.key(chunk.last + 1).startswith(AND):
        return chunk  # في محافظة X وفي مدينة Y
    return chunk if any(place in scene.found_at or scene.info(place).opener for place in between) else places[at]


# How far behind a place the wider one may stand, in words: دوما الفلسطينية القريبة من X.
HOLDS_WITHIN = 6
# The same where a comma sets apart how it lies: X، الواقعة إلى الشرق من Y.
LIES_WITHIN = 12


def _describes(scene: Scene, at: int) -> bool:
    """Whether a word behind a place says more of it: دوما القريبة من X, الحي الهادئ في X, في الجهة الآسيوية من X."""
    info = scene.info(at)
    if info.relative or info.rest in LIES or info.key in WHOLE or (info.auxiliary and info.key.startswith(ARTICLE)):
        return True  # الحميرة المحاذية لكركوك
    deed = scene.found_at.get(at)
    besieged = deed is not None and deed.type == "siege" and deed.form.pos == "word"  # X المحاصرة قرب Y
    return info.definite and not info.prefix and (deed is None or besieged) and info.place is None


def _is_side(scene: Scene, chunk: Chunk) -> bool:
    """Whether the words are a side of a wider place: غرب مأرب."""
    return scene.info(chunk.start).rest in SIDES or scene.info(chunk.first).rest in SIDES


def group_of(scene: Scene, chunk: Chunk, places: Sequence[Chunk]) -> list[Chunk]:
    """The chunk with what is coordinated with it, without containers."""
    first = places.index(chunk)
    while first > 0 and places[first].conjoined and _adjacent(scene, places[first - 1], places[first]):
        first = places.index(most_specific(scene, places[first - 1], places))
    group = [places[first]]
    last = group[0]
    for other in places[first + 1 :]:
        if _contains(scene, last, other):
            last = other
        elif (
            (other.conjoined and _adjacent(scene, last, other))
            or _and_in(scene, last, other)
            or _added(scene, last, other)
        ):
            group.append(other)
            last = other
        else:
            break
    return group


def _and_in(scene: Scene, last: Chunk, other: Chunk) -> bool:
    """Whether another place follows with its preposition and opens no clause: في محافظة X وفي مدينة Y."""
    at = last.last + 1
    start = other.start
    if start != at + 1 or not scene.key(at).startswith(AND) or scene.info(at).preposition != last.preposition:
        return False
    behind = range(other.last + 1, min(other.last + 4, scene.line.last))
    return not any(
        place in scene.found_at or scene.info(place).light or scene.info(place).verb_like for place in behind
    )


# How far behind a place the next may stand that a word adds, in words.
ADDED_WITHIN = 9


def _added(scene: Scene, last: Chunk, other: Chunk) -> bool:
    """Whether a word that adds stands between: في X إضافة إلى نقطة في Y, في X ولا سيما محيط Y."""
    gap = range(last.last + 1, other.start)
    if last.first == last.last and not last.cue and scene.info(last.first).actor is not None:
        return False  # a country: its towns say no more than where in it
    if len(gap) > ADDED_WITHIN or not any(scene.key(at) in ADDING for at in gap):
        return False
    return not any(
        at in scene.found_at or scene.info(at).verb_like or scene.info(at).light or scene.info(at).relative
        for at in gap
    )


def _adjacent(scene: Scene, one: Chunk, other: Chunk) -> bool:
    if other.start - one.last > 5:
        return False
    return not any(at in scene.found_at for at in range(one.last + 1, other.first))


# Who tells of going.
_WENT = frozenset({"withdrawal", "displaced"})


def is_way_of_another(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """Whether it is where those went of whom another trigger tells: سيطروا على المبنى بعد انسحاب الجيش نحو X."""
    if chunk.preposition not in INTO:
        return False
    before = [other for other in scene.found if other.first < chunk.first]
    return bool(before) and before[-1] is not found and before[-1].type in _WENT


def without_where_from(scene: Scene, found: Found, places: Sequence[Chunk]) -> Sequence[Chunk]:
    """The places without where a force came from, if the sentence says where it went: تعزيزات من X باتجاه Y."""
    behind = [chunk for chunk in places if chunk.first > found.last]
    if len(behind) < 2 or FROM not in (behind[0].preposition, scene.key(behind[0].start - 2)):
        return places
    if scene.key(behind[0].start - 2) in BEGINNING:
        return places
    went = any(chunk.preposition in INTO for chunk in behind[1:])
    return [chunk for chunk in places if chunk is not behind[0]] if went else places


# How far before the word for it the verb stands by which a place is under an agreement, in words (annotated: 1 to 6).
_UNDER_WITHIN = 7


def under_it(scene: Scene, found: Found, places: Sequence[Chunk]) -> list[Chunk]:
    """The place that an agreement holds for: محافظة X تخضع لاتفاق, خضوع منطقة X لاتفاق."""
    if found.type != "agreement" or not scene.has_any(SUBJECT_TO):
        return []
    for at in range(found.first - 1, max(scene.line.first, found.first - _UNDER_WITHIN) - 1, -1):
        if scene.key(at) in SUBJECT_TO:
            behind = [chunk for chunk in places if at < chunk.start < found.first]
            before = [chunk for chunk in places if chunk.last < at]
            near = behind[0] if behind else most_specific(scene, before[-1], places) if before else None
            return group_of(scene, near, places) if near is not None else []
    return []
