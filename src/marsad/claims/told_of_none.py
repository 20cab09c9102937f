"""Doubts about words that tell of no happening: what is asked or remembered, what another word of a sentence names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from marsad.arabic.clitics import AND
from marsad.claims.guards import Context
from marsad.claims.links import SPEECH_ACTS
from marsad.claims.scene import HARD_STOPS, STOPS, Found, Group, Scene

_FORCES = "mobilize.reinforce"
# How far behind the verb the forces stand that it brings up, in words.
_BROUGHT_WITHIN = 6


def launched_attack(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """أطلق عملية برية: the operation itself is the trigger."""
    if found.trigger.id not in ("mobilize.launch", "mobilize.announce"):
        return False
    return any(
        other is not found and other.type == "attack" and 0 <= other.first - found.first <= 6 for other in scene.found
    )


def asked_whether(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """لم يوضح ما إذا كانت الطائرات قد قصفت: asked is not told."""
    if found.form.pos != "verb":
        return False
    whether = context.words.get("whether", frozenset())
    opening = first_words_of(whether)
    if not scene.has_any(opening):
        return False
    keys, behind = scene.line.keys, scene.line.keys[found.first]
    for at in range(found.first - 1, max(scene.line.first, found.first - 9) - 1, -1):
        key = keys[at]
        if key in HARD_STOPS:
            return False
        if key in opening and f"{key} {behind}" in whether:
            return True
        behind = key
    return False


@lru_cache(maxsize=8)
def first_words_of(phrases: frozenset[str]) -> frozenset[str]:
    """The words that such phrases begin with."""
    return frozenset(phrase.split()[0] for phrase in phrases)


def unless(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """ما لم يتم إطلاق سراحهم: it has not happened."""
    conditions = context.words.get("unless", frozenset())
    opening, first, keys = first_words_of(conditions), scene.line.first, scene.line.keys
    for at in range(max(first, found.first - 4), found.first - 1):
        if keys[at] in opening and f"{keys[at]} {keys[at + 1]}" in conditions:
            return True
    return False


# How far before a deed the relative word may stand behind which it is told, in words.
_RELATIVE_WITHIN = 4
_STRUCK = frozenset({"attack", "airstrike", "shelling", "bombing", "suicide_bombing", "shooting"})


# How far behind the deed a place may stand that makes it news all the same, in words.
_PLACE_WITHIN = 5


def _is_place(scene: Scene, at: int) -> bool:
    chunk = scene.chunk_at.get(at)
    return chunk is not None and chunk.kind == "place"


def where_it_struck(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """الأماكن التي استهدفها, ليست المرة الأولى التي يقصف فيها: which places they are, how often it has been."""
    if found.type not in _STRUCK:
        return False
    places, times = context.words.get("struck_places", frozenset()), context.words.get("times_of", frozenset())
    for at in range(found.first - 1, max(scene.line.first + 1, found.first - _RELATIVE_WITHIN) - 1, -1):
        info = scene.info(at)
        if info.relative:
            named = any(_is_place(scene, place) for place in range(found.last + 1, found.last + _PLACE_WITHIN))
            return (scene.key(at - 1) in places and not named) or scene.key(at - 2) in times
        if not (info.light or info.auxiliary or info.key in context.words["undergoing"]):
            return False
    return False


# A title over a part of the report that names what the part tells, in words.
_SUBHEAD_WORDS = 4


def subhead(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """هجمات في البادية, as a title over what is told next; مقتل 15 جندياً tells something itself."""
    if scene.line.index not in context.titles or found.form.pos == "verb":
        return False
    words = [info for info in scene.line.infos[scene.line.first : scene.line.last] if info.is_word]
    return len(words) <= _SUBHEAD_WORDS and not any(chunk.count is not None for chunk in scene.chunks)


# How near before a deed the word for its anniversary stands, in words.
_REMEMBERED_WITHIN = 4


def remembered(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """الذكرى الستون لاتفاقية جنيف: what is remembered is long past."""
    if found.form.pos == "verb":
        return False
    days = context.words.get("anniversaries", frozenset())
    before = range(max(scene.line.first, found.first - _REMEMBERED_WITHIN), found.first)
    return scene.has_any(days) and any(scene.key(at) in days or scene.info(at).rest in days for at in before)


def brought_up(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """استقدم الجيش تعزيزات: the forces themselves are the trigger."""
    if found.trigger.id == _FORCES:
        return False
    near = range(found.last + 1, found.last + 1 + _BROUGHT_WITHIN)
    return any(at in scene.found_at and scene.found_at[at].trigger.id == _FORCES for at in near)


# How far behind the word that supposes a thing the thing stands, in words.
_SUPPOSED_WITHIN = 8


def supposed(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """إذا هاجموا المدينة, في حال تعرضها لهجوم: what may come is no happening."""
    suppositions = context.words["suppositions"]
    opening, keys, behind = first_words_of(suppositions), scene.line.keys, scene.line.keys[found.first]
    for at in range(found.first - 1, max(scene.line.first, found.first - _SUPPOSED_WITHIN) - 1, -1):
        key = keys[at]
        if key in STOPS:
            return False
        if key in opening and (key in suppositions or f"{key} {behind}" in suppositions):
            return not scene.info(at + 1).speech  # إذا أعلن الجيش, for إذ
        behind = key
    return False


# How far behind the word of fearing the thing stands that may come, in words.
_FEARED_WITHIN = 7


def feared_that(scene: Scene, found: Found, context: Context) -> bool:
    """تخشى أنقرة أن يتسبب هجوم, مخاوف من شن ضربات: what somebody is afraid of has not come."""
    if found.type in SPEECH_ACTS or found.prefix.startswith(AND):
        return False
    keys, fears = scene.line.keys, context.words["fears_that"]
    for at in range(found.first - 1, max(scene.line.first, found.first - _FEARED_WITHIN) - 1, -1):
        if keys[at] in STOPS:
            return False
        if keys[at] in fears:
            return True
    return False


def tagged(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """سمات انفجار ضابط مصر: the tags of a page below its text."""
    return scene.key(scene.line.first) in context.words["tags_of_pages"]
