"""Who came to harm together with those named: قتل مع تسعة آخرين, مقتله ومعه اثنان, فضلا عن أربعين مسلحا آخرين."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.arabic.clitics import AND
from marsad.arabic.nouns import CALLED
from marsad.claims.scene import HARD_STOPS, Found, Scene
from marsad.claims.toll import PERSONS
from marsad.mentions.chunks import Chunk

Words = Mapping[str, frozenset[str]]
# What befalls people together.
_TOGETHER = frozenset({"killed", "wounded", "captured", "abducted", "arrested", "released", "displaced"})
_CAUSES = frozenset({"airstrike", "shelling", "bombing", "attack", "clash", "suicide_bombing", "shooting"})
_SIDES = frozenset({"actor", "group"})
_COUNTED = frozenset({"other", "count", "actor"})
# How far behind those named their companions stand, and the others who are counted, in words. Within these the rule
# found 19 right claims and one false one in all annotated reports (2026-11-27).
_WITH_WITHIN, _OTHERS_WITHIN = 8, 14


def harmed_with(scene: Scene, found: Found, end: int, words: Words) -> list[Chunk]:
    """The companions of those who came to harm, who are told up to the word ``end``, or others counted behind them."""
    if found.type not in _TOGETHER:
        return []
    accompanied = scene.has_any(words["with_them"]) or scene.has_any(words["with"])
    others = scene.has_any(words["others"])
    if not (accompanied or others):
        return []
    end = max(end, found.last)
    behind = [chunk for chunk in scene.chunks if end < chunk.start <= end + _OTHERS_WITHIN]
    companion = _companion(scene, found, end, behind, words) if accompanied else None
    if companion is not None:
        return [companion]
    return _others(scene, found, end, behind, words) if others else []


def _companion(scene: Scene, found: Found, end: int, behind: Sequence[Chunk], words: Words) -> Chunk | None:
    """مع عدد من مرافقيه, ومعه ثلاثة جنود: the people right behind "with", where names alone stand before it."""
    for chunk in behind:
        if chunk.start > end + _WITH_WITHIN or not _runs_on(scene, found, range(end + 1, chunk.start), frozenset()):
            return None
        pronominal = scene.key(chunk.start - 1).removeprefix(AND) in words["with_them"]
        if pronominal or chunk.preposition in words["with"]:
            return chunk if _are_people(chunk) else None
        if chunk.kind != "other" or chunk.preposition:
            return None
    return None


def _others(scene: Scene, found: Found, end: int, behind: Sequence[Chunk], words: Words) -> list[Chunk]:
    """وسبعة مسلحين آخرين, فضلا عن أربعين مسلحا آخرين: others in number, behind "and" or a word of adding."""
    for chunk in behind:
        if not _runs_on(scene, found, range(end + 1, chunk.start), _CAUSES):
            return []
        number = chunk.count
        if number is None or not (chunk.kind in PERSONS or chunk.kind in _SIDES):
            continue
        if words["others"].isdisjoint((scene.key(chunk.last), scene.key(chunk.last + 1))):
            return []
        added = scene.key(number.first)[:1] == AND or any(
            scene.key(at).removeprefix(AND) in words["adding"] for at in range(chunk.start - 3, chunk.start)
        )
        return [chunk] if added else []
    return []


def _runs_on(scene: Scene, found: Found, between: range, causes: frozenset[str]) -> bool:
    """Whether no stop and no other deed stands between two words, but nouns of what may have done the harm."""
    for at in between:
        info = scene.info(at)
        if info.opener or info.relative or info.key in HARD_STOPS:
            return False
        other = scene.found_at.get(at)
        if other is not None:
            if other is not found and (other.form.pos not in ("noun", "phrase") or other.type not in causes):
                return False
        elif info.verb_like and scene.key(at) not in CALLED:
            return False
    return True


def _are_people(chunk: Chunk) -> bool:
    """Whether a phrase tells of people: by its kind, or by a number and a word that is no side: خمسة من ذويه."""
    return chunk.kind in PERSONS or (chunk.count is not None and chunk.kind in _COUNTED)
