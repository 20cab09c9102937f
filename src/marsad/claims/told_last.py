"""Who suffered, where how and where it was stands first: أصيب إثر انفجار لغم في بلدة X طفل, قتل في قصف على Y خمسة."""

from __future__ import annotations

from marsad.claims.clause import group_from
from marsad.claims.scene import STOPS, Found, Scene
from marsad.mentions.chunks import Chunk

_MORTALS = frozenset({"people", "fighters", "office"})
# How far behind its verb the subject may begin, in words.
_WITHIN = 18


def told_last(scene: Scene, found: Found) -> list[Chunk]:
    """The first people behind a verb, past the phrases that a preposition leads to, in the same clause."""
    if found.form.pos != "verb" or found.form.number != "s" or not scene.info(found.last + 1).preposition:
        return []
    relative = False
    at, last = found.last + 1, min(found.last + 1 + _WITHIN, scene.line.last)
    while at < last:
        info, chunk = scene.info(at), scene.chunk_at.get(at)
        if info.key in STOPS or info.that or info.speech:
            return []
        other = scene.found_at.get(at)
        if other is not None and other.form.pos == "verb":
            if not relative:
                return []
            relative = False
        relative = relative or info.relative
        if chunk is None or chunk.start != at:
            at += 1
        elif _is_a_subject(scene, chunk):
            return group_from(scene, chunk)
        else:
            at = chunk.last + 1
    return []


def _is_a_subject(scene: Scene, chunk: Chunk) -> bool:
    """Whether people stand free: behind no preposition, and not as those whom a noun right before them befell."""
    if chunk.kind not in _MORTALS or chunk.preposition or chunk.conjoined:
        return False
    before = scene.chunk_at.get(chunk.start - 1)
    return before is not None and before is not chunk and chunk.start - 1 not in scene.found_at
