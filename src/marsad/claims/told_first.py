"""Who was killed or hurt by a verb of many or a passive whose subject stands farther before it."""

from __future__ import annotations

from marsad.arabic.clitics import AND
from marsad.arabic.neighbours import OR
from marsad.claims.clause import before_verb, group_from
from marsad.claims.parties import Parties
from marsad.claims.scene import HARD_STOPS, Found, Scene
from marsad.mentions.chunks import Chunk

_HARMED = frozenset({"killed", "wounded"})
_PEOPLE = frozenset({"people", "fighters", "office"})
# How far before the verb those stand whom "that" brings in, in words.
_BROUGHT_IN_WITHIN = 24


def told_first(scene: Scene, found: Found) -> list[Chunk]:
    """Those of the verb that stands right before, else those whom "that" brings in at the head of the clause."""
    return _of_the_verb_beside(scene, found) or _brought_in(scene, found)


def _of_the_verb_beside(scene: Scene, found: Found) -> list[Chunk]:
    """العشرات من X قتلوا وجرحوا, قُتلوا أو أصيبوا: the second of two verbs of many has the subject of the first."""
    before = found.first - 2 if scene.key(found.first - 1) == OR else found.first - 1
    other = scene.found_at.get(before)
    tied = before < found.first - 1 or found.prefix == AND
    if other is None or not tied or other.form.pos != "verb" or other.type not in _HARMED:
        return []
    return before_verb(scene, other, Parties()) if other.form.number == found.form.number else []


def _brought_in(scene: Scene, found: Found) -> list[Chunk]:
    """إن ثلاثة شبان يشتبه بأنهم تسللوا قتلوا, إن القيادي في X، المدعو Y، قُتل: who stands right behind "that"."""
    if found.prefix:
        return []
    many = found.form.number in ("p", "d")
    for chunk in reversed(scene.chunks):
        start = min(chunk.start, chunk.first)
        if start >= found.first:
            continue
        if start < found.first - _BROUGHT_IN_WITHIN or _ends_between(scene, chunk.last + 1, found.first):
            return []
        if chunk.kind in _PEOPLE and not chunk.preposition and scene.info(start - 1).that:
            fits = (chunk.count is not None or chunk.number != "s") if many else chunk.number == "s"
            return group_from(scene, chunk) if fits else []
    return []


def _ends_between(scene: Scene, at: int, end: int) -> bool:
    """Whether the clause ends between two words, or another deed of the kind is told there."""
    for place in range(at, end):
        other = scene.found_at.get(place)
        if scene.key(place) in HARD_STOPS or (other is not None and other.type in _HARMED):
            return True
    return False
