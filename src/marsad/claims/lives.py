"""Whose lives and whose wounds: the people behind a word for lives, the one who died of the wounds he had."""

from __future__ import annotations

from marsad.claims.clause import group_from
from marsad.claims.parties import VICTIMS
from marsad.claims.scene import Found, Scene
from marsad.mentions.chunks import Chunk

# How far before the verb the one stands who has the wounds, in words.
_WOUNDED_WITHIN = 14


def who_has_the_wounds(scene: Scene, found: Found) -> list[Chunk]:
    """توفي X متأثرا بجروح أصيب بها: who died of the wounds has them."""
    for chunk in scene.chunks:
        near = found.first - _WOUNDED_WITHIN <= chunk.first < found.first
        known = chunk.kind in ("people", "fighters", "office") or chunk.first - 1 in scene.found_at
        if near and known and not chunk.preposition:
            return group_from(scene, chunk)
    return []


# How far behind the verb the word for lives stands, in words.
_LIVES_WITHIN = 5


def whose_lives(scene: Scene, found: Found) -> list[Chunk]:
    """أودى القصف بحياة طفلين: the people inside the phrase that the word for lives opens, or behind their number."""
    if found.trigger.frame != "toll_of":
        return []
    for at in range(found.first, found.last + _LIVES_WITHIN):
        if scene.key(at) not in found.trigger.then:
            continue
        own, behind = scene.chunk_at.get(at), scene.chunk_at.get(at + 1)
        inner = own.inner[0] if own is not None and own.inner else None
        people = inner or behind
        if people is None or people is own or people.kind not in VICTIMS:
            return []
        return [people, *(chunk for chunk in group_from(scene, own or people)[1:] if chunk.kind in VICTIMS)]
    return []
