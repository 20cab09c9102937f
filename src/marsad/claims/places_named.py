"""Which phrases of a sentence name places where something may have happened, none that lies or stands elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from marsad.arabic.clitics import AND, ARTICLE, FEMININE, FEMININE_PLURAL
from marsad.arabic.place_words import (
    AT,
    AT_A_BORDER,
    FROM,
    HELD_BY,
    IN_A_PLACE,
    LIES_IN,
    NEAR_TO,
    PARTED,
    ROUND,
    SIDES,
    STRIP,
    UNITS,
    UPON,
)
from marsad.claims.not_there import Elsewhere
from marsad.claims.scene import Scene
from marsad.claims.where import ANAPHORIC, ANAPHORS, WITNESS, is_anaphor, points
from marsad.mentions.chunks import Chunk

# Who speaks or is meant from a place is not where it happened.
_NOT_IN = frozenset({"source", "office", "actor"})
# What may be known by a name that no register has.
_THINGS = frozenset({"other", "facility"})
# How far behind a road the place stands that it leads to, in words.
ENDS_WITHIN = 3
# How far behind a place the region stands that holds it, in words: قرية X في الريف الغربي.
HELD_WITHIN = 2


def place_chunks(scene: Scene, *, elsewhere: Elsewhere, landmarks: Collection[str]) -> list[Chunk]:
    """The chunks of a sentence that name places: whole ones, and those inside a facility or a people."""
    found: list[Chunk] = []
    start = dateline_end(scene)
    road: Chunk | None = None
    for chunk in scene.chunks:
        kind = chunk.kind
        if chunk.first < start:
            continue
        if chunk.head in ANAPHORIC and is_anaphor(chunk):
            if (chunk.antecedent is not None and points(scene, chunk)) or _is_the_strip(chunk):
                found.append(chunk)
        elif kind == "place":
            ends = road is not None and road is found[-1] and _leads_to(road, chunk, elsewhere)
            if not (ends or elsewhere.names(scene, chunk) or _is_a_deed(scene, chunk) or _is_a_unit(scene, chunk)):
                found.append(chunk)
        elif kind == "actor" and _saw_it(scene, chunk):
            found.append(chunk)
        elif kind == "other" and chunk.head in elsewhere.borders and _is_border(scene, chunk):
            found.append(chunk)
            start = chunk.last + 1
        elif kind in _THINGS and (
            _is_shown(scene, chunk, landmarks)
            or (chunk.conjoined and _is_beside_a_place(scene, chunk, found, landmarks))
        ):
            found.append(chunk)
        elif chunk.last == chunk.first or kind in _NOT_IN:
            continue  # no place in it, and it is none itself: that takes a word more
        elif (
            kind == "other"
            and chunk.head in ROUND
            and (inside := chunk.first_inner("facility"))
            and _names_itself(scene, inside, landmarks)
        ):
            inside.preposition = inside.preposition or chunk.preposition
            found.append(inside)  # محيط المشفى الوطني
        elif chunk.inner and (inner := chunk.first_inner("place")) is not None:
            if (kind in _HOLDING or _are_aimed_at(chunk, inner)) and not elsewhere.not_there(scene, chunk):
                inner.preposition = inner.preposition or chunk.preposition
                found.append(inner)
        else:
            named = way = chunk.head in elsewhere.roads and elsewhere.is_way(scene, chunk)
            if not named and chunk.definite and not _holds_the_last(scene, chunk, found):
                named = elsewhere.is_region(scene, chunk) or elsewhere.is_beside(chunk)
            named = named or (kind == "facility" and _is_landmark(scene, chunk, landmarks))
            if named and not elsewhere.not_there(scene, chunk):
                found.append(chunk)
                road = chunk if way else road
    if not found and scene.has_any(elsewhere.held):
        return [chunk for chunk in scene.chunks if chunk.first >= start and _is_a_sides(scene, chunk, elsewhere.held)]
    if len(found) > 1:
        if _is_a_tag(scene, found[-1]):
            found.pop()
        found = [chunk for chunk in found if not _is_the_strip(chunk)] or found
        return [chunk for at, chunk in enumerate(found) if not at or not elsewhere.is_around(scene, chunk)]
    if not found and scene.has_any(_THE_STRIP):
        return [_strip_in(scene, chunk) for chunk in scene.chunks if scene.key(chunk.last) == STRIP]
    return found


def _leads_to(road: Chunk, chunk: Chunk, elsewhere: Elsewhere) -> bool:
    """Whether a place is an end of a road, which is called after both: الطريق الواصل بين X وY."""
    ends = chunk.preposition in elsewhere.between
    if ends and chunk.start - road.last <= ENDS_WITHIN:
        road.last = chunk.last
    return ends


def _holds_the_last(scene: Scene, chunk: Chunk, found: Sequence[Chunk]) -> bool:
    """Whether a phrase only says where the place before it lies: قرية X في الريف الغربي, no ريف X، والريف الشمالي."""
    near = bool(found) and chunk.start - found[-1].last <= HELD_WITHIN
    return near and not scene.info(chunk.start).prefix.startswith(AND)


_TAG = "#"


def _is_a_tag(scene: Scene, chunk: Chunk) -> bool:
    """Whether a place is only the tag that closes a post, which says where all of it is: … في حي X #بنغازي."""
    line = scene.line
    if chunk.preposition or chunk.conjoined or chunk.last + 1 < line.last:
        return False
    start = line.words[chunk.start].start
    return start > 0 and line.text[start - 1] == _TAG and not _is_side(scene, chunk.start - 1)


def _is_side(scene: Scene, at: int) -> bool:
    return scene.info(at).rest in SIDES


def _are_aimed_at(chunk: Chunk, inner: Chunk) -> bool:
    """Whether the people of a place are what a deed was aimed at: الهجوم على فلاحي قرية X."""
    return chunk.kind == "people" and chunk.preposition == UPON and bool(inner.cue)


def _is_a_unit(scene: Scene, chunk: Chunk) -> bool:
    """Whether it is a unit whose people are told of, or one before its own place: 13 من الفرقة 17, الفرقة 22 X."""
    if chunk.cue or scene.key(chunk.first) not in UNITS:  # not على محور الفوج 46
        return False
    behind = scene.chunk_at.get(chunk.last + 1)
    return chunk.preposition == FROM or (behind is not None and behind.kind == "place" and not behind.conjoined)


def _is_beside_a_place(scene: Scene, chunk: Chunk, found: Sequence[Chunk], landmarks: Collection[str]) -> bool:
    """Whether a facility by its name, conjoined, stands with a place in one list: على مخيم X وسوق Y."""
    if chunk.kind != "facility" or not found or found[-1].last != chunk.start - 1:
        return False
    named = chunk.last > chunk.first and chunk.number == "s" and chunk.count is None
    return named and chunk.head in landmarks and scene.info(chunk.last).noun is None


def _is_shown(scene: Scene, chunk: Chunk, landmarks: Collection[str]) -> bool:
    """Whether what stands beside a phrase shows that it names a place."""
    if not chunk.preposition:
        return chunk.kind == "other" and _is_of_a_fight(scene, chunk)
    return chunk.preposition in HELD_BY and _is_held(scene, chunk, landmarks)


_THE_STRIP = frozenset({STRIP})


def _strip_in(scene: Scene, chunk: Chunk) -> Chunk:
    """The strip in a phrase that it ends: مستشفيات القطاع."""
    return Chunk("place", chunk.last, chunk.last, chunk.last, scene.line.index, STRIP, "s", definite=True)


def _is_the_strip(chunk: Chunk) -> bool:
    """Whether it is the one strip that needs no name: إلى القطاع."""
    return chunk.head == STRIP and chunk.antecedent is None and chunk.first == chunk.last


def _is_of_a_fight(scene: Scene, chunk: Chunk) -> bool:
    """Whether fighting is called after a place whose name is a word too: اشتباكات الزاوية, معارك صلاح الدين."""
    fight = scene.found_at.get(chunk.first - 1)
    if fight is None or fight.type != "clash" or fight.form.pos == "verb" or fight.form.definite:
        return False
    name, last = scene.info(chunk.first), scene.info(chunk.last)
    known = name.place is not None and name.noun is None and not name.prefix.strip(ARTICLE)
    return known and last.definite and chunk.last - chunk.first <= 1


def _is_a_deed(scene: Scene, chunk: Chunk) -> bool:
    """Whether the name is read as a verb that leads on: قتلت 4 منهم وتدمر عربة, not في حلب وتدمر."""
    deed = scene.found_at.get(chunk.first)
    if deed is None or deed.form.pos != "verb" or not deed.prefix.startswith(AND) or chunk.first != chunk.last:
        return False
    before = scene.chunk_at.get(chunk.first - 1)
    return before is None or before.kind != "place"


def _is_held(scene: Scene, chunk: Chunk, landmarks: Collection[str]) -> bool:
    """Whether a name no register has stands right before what holds it: على رهيد النوبة بشمال X, قرب علوة Y شرقي Z."""
    whole = scene.chunk_at.get(chunk.last + 1)
    if (
        whole is None
        or whole.kind != "place"
        or whole.conjoined
        or chunk.count is not None
        or chunk.number in ("p", "d")
    ):
        return False
    side = scene.info(whole.start).rest in SIDES
    if not side and whole.preposition != IN_A_PLACE[0]:
        return False
    if chunk.kind == "facility":
        name = chunk.head.removeprefix(ARTICLE) in landmarks and chunk.last > chunk.first and not chunk.conjoined
        last = scene.info(chunk.last)
        return name and not chunk.inner and (last.noun is None or last.place is not None)
    info = scene.info(chunk.first)
    if chunk.inner or info.noun is not None or info.triggers or info.verb_like or info.speech or info.quantifier:
        return False
    return not (info.definite and chunk.first == chunk.last)  # على الأقل بريف X


# What may hold the place where something happened.
_HOLDING = frozenset({"facility", "other", "group"})


# How long a dateline may be, in words: دبي، الإمارات العربية المتحدة (CNN) –.
DATELINE = 14
_DASHES = frozenset({"-", "–", "—"})


def dateline_end(scene: Scene) -> int:
    """Where a report's first line begins behind its dateline, which says where it was written: دمشق (أ ف ب) -."""
    first = scene.line.first
    if scene.line.index or _DASHES.isdisjoint(scene.line.keys[first : first + DATELINE]):
        return first
    closed = False
    for at in range(first, min(first + DATELINE, scene.line.last)):
        key = scene.line.keys[at]
        if key in _DASHES and closed:
            return at + 1
        if at in scene.found_at:
            return first
        closed = key in (")", "]")
    return first


def _saw_it(scene: Scene, chunk: Chunk) -> bool:
    """Whether a country is what lived to see something: شهد العراق أمس تفجيرات."""
    seen = not chunk.preposition and chunk.first == chunk.last and scene.key(chunk.first - 1) in WITNESS
    return seen and scene.info(chunk.first).place is not None


def _is_border(scene: Scene, chunk: Chunk) -> bool:
    """Whether it is a border with the countries that it parts, all of which it names from now on: على الحدود مع X."""
    parted = PARTED.get(scene.key(chunk.last + 1), 0)
    near = {scene.key(chunk.start - 1), scene.key(chunk.start - 2)}
    beside = not near.isdisjoint(NEAR_TO) or chunk.preposition in AT_A_BORDER or scene.key(chunk.start - 1) in WITNESS
    if not parted or not beside or scene.key(chunk.start - 2) in LIES_IN:
        return False  # المنطقة الواقعة على الحدود مع X
    last, ids = chunk.last + 1, chunk.ids
    for _ in range(parted):
        other = next((scene.chunk_at.get(at) for at in (last + 1, last + 2) if scene.chunk_at.get(at)), None)
        if other is None or other.kind not in ("place", "actor", "other") or not other.definite:
            return False
        last, ids = other.last, ids or (other.ids if other.kind == "place" else ())
    chunk.kind, chunk.last, chunk.ids, chunk.cue = "place", last, ids, "border"
    return True


def _is_a_sides(scene: Scene, chunk: Chunk, held: Collection[str]) -> bool:
    """Whether it is the places that a side holds, whom it names from now on: مناطق سيطرة المعارضة, مناطق نفوذ «قسد»."""
    at = chunk.last + (scene.key(chunk.last) not in held)
    if chunk.number != "p" or scene.key(at) not in held or chunk.head not in ANAPHORS:
        return False
    if not any(found.first < chunk.first for found in scene.found) and _spoken_before(scene, chunk):
        return False  # تحدث الدفاع المدني في مناطق سيطرة X عن سبعة قتلى
    side = scene.chunk_at.get(at + 1) or scene.chunk_at.get(at + 2)
    if side is None or side.kind not in _SIDES or side.preposition or side.first > at + 2:
        return False
    chunk.last = side.last
    return True


def _spoken_before(scene: Scene, chunk: Chunk) -> bool:
    return any(info.speech for info in scene.line.infos[scene.line.first : chunk.first])


# Kinds of those who hold places.
_SIDES = frozenset({"actor", "group"})


def _is_landmark(scene: Scene, chunk: Chunk, landmarks: Collection[str]) -> bool:
    """Whether a facility is one that has a name, said to be where something is: قرب فندق السلام, خارج مبنى البرلمان."""
    near = chunk.preposition == FROM and scene.key(chunk.start - 2) in NEAR_TO
    return (near or chunk.preposition in AT) and _names_itself(scene, chunk, landmarks)


def _names_itself(scene: Scene, chunk: Chunk, landmarks: Collection[str]) -> bool:
    named = chunk.kind == "facility" and chunk.number == "s" and chunk.last > chunk.first
    known = named and chunk.count is None and chunk.head.removeprefix(ARTICLE) in landmarks
    return known and (chunk.definite or _is_called(scene, chunk))


def _is_called(scene: Scene, chunk: Chunk) -> bool:
    """Whether what follows a feminine word agrees with it in nothing, as its name: جامعة عثمان سامر, no مدرسة قديمة."""
    name = scene.info(chunk.first + 1)
    plain = name.noun is None and not name.prefix and not name.triggers
    return plain and scene.key(chunk.first).endswith(FEMININE) and not name.key.endswith((FEMININE, FEMININE_PLURAL))
