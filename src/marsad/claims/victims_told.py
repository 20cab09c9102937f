"""Whether a word for victims tells of them: not at their funeral, nor where a verb beside it says the same."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claims.guards import Context
from marsad.claims.scene import HARD_STOPS, Found, Group, Scene
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
