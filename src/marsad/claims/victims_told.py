"""Whether a word for victims tells of them: not at their funeral, nor where a verb beside it says the same."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND, ARTICLE
from marsad.claims.guards import Context
from marsad.claims.scene import HARD_STOPS, Found, Group, Scene, number_behind
from marsad.mentions.chunks import Chunk

# How near before victims the word for their funeral stands, in words.
_FUNERAL_WITHIN = 3


def buried(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """تشييع الشهداء, الرحمة لشهدائنا: who is buried or prayed for was killed before, and that is not told here."""
    if found.form.pos != "victims":
        return False
    funerals, prayers = context.words["funerals"], context.words["prayers"]
    near = range(max(scene.line.first, found.first - _FUNERAL_WITHIN), found.first)
    if any(scene.key(at) in prayers for at in near):
        return True  # اللهم ارحم شهداءنا
    return any(scene.key(at) in funerals or scene.info(at).rest in funerals for at in near)


def told_by_its_verb(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """أصيب 15 جريحاً, سقط قتلى: the victims of a verb that says the same are told by the verb."""
    own = scene.chunk_at.get(found.first)
    if found.form.pos != "victims" or own is None:
        return False
    behind = scene.found_at.get(own.last + 2)
    either = behind is not None and behind.form.pos == "victims" and behind.form.number == "s"
    if _told_behind(scene, found, own) or (either and scene.key(own.last + 1) in context.words["amid"]):
        return True
    start = own.start
    if scene.key(start - 1) in context.words["between"]:
        return False  # سقطوا بين قتيل وجريح: one verb for both, each told by its own word
    verb = next((other for other in reversed(scene.found) if other.last < start and other is not found), None)
    if verb is None or verb.form.pos != "verb" or verb.type != found.type:
        return False
    return not any(at in scene.chunk_at or scene.info(at).opener for at in range(verb.last + 1, start))


# How far behind victims the verb of the same happening stands, in words.
_TOLD_BEHIND_WITHIN = 4


def _told_behind(scene: Scene, found: Found, own: Chunk) -> bool:
    """سبع ضحايا قضوا, الشهداء الذين ارتقوا: the verb right behind tells it."""
    for at in range(own.last + 1, own.last + 1 + _TOLD_BEHIND_WITHIN):
        verb = scene.found_at.get(at)
        if verb is not None:
            return verb.form.pos == "verb" and verb.type == found.type and not verb.prefix
        if at in scene.chunk_at or scene.key(at) in HARD_STOPS or not scene.info(at).is_word:
            return False
    return False


# The word for whoever came to harm, which says less than the one behind the number.
_VICTIMS = "victims"
# How far before the wounded their death stands, and how far behind a toll its victims, in words.
_DIED_WITHIN, _COUNTED_WITHIN = 2, 14


# The fall of people, of whom what follows says what became: سقوط جرحى.
_FALLEN = frozenset({"people.fall"})


def died_of_it(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """وفاة مصاب متأثرا بجراحه, فارق مصابان الحياة: who died of his wounds was hurt before, and that is not told."""
    if found.prefix.startswith(AND):
        return False
    for at in range(found.first - 1, max(scene.line.first, found.first - _DIED_WITHIN) - 1, -1):
        death = scene.found_at.get(at)
        if death is not None:
            return death.type == "killed" and death.form.pos != "victims" and death.trigger.id not in _FALLEN
        if scene.key(at) in HARD_STOPS or scene.info(at).preposition:
            return False
    return False


def counted_behind(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """ارتفع عدد ضحايا القصف إلى 11 قتيلا: the toll names the dead, and who they are counted as stands behind it."""
    own = scene.chunk_at.get(found.first)
    if own is not None and own.count is not None:
        return False
    if found.trigger.id != _VICTIMS and number_behind(scene, found) is not None:
        return False  # عدد الجرحى 492 جريحا: of these it is the number
    if scene.key(found.first - 1).removeprefix(AND).removeprefix(ARTICLE) not in context.words["toll_nouns"]:
        return False
    for at in range(found.last + 1, min(found.last + _COUNTED_WITHIN, scene.line.last)):
        other = scene.found_at.get(at)
        if other is not None and other.form.pos == "victims":
            chunk = scene.chunk_at.get(at)
            counted = other.form.number == "d" or (chunk is not None and chunk.count is not None)
            return counted and other.type == found.type
    return False
