"""What a speech act is about, where it is no party: the deed that is refused, what is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AT
from marsad.arabic.whole_and_part import ANY
from marsad.claims.scene import Found, Scene
from marsad.mentions.chunks import Chunk


def refused(scene: Scene, found: Found, agents: Sequence[Chunk]) -> list[Chunk]:
    """The deed that is refused, where it is a noun right behind: رفضت الفصائل الخروج من المدينة, نرفض أي مقترح."""
    at = max([found.last, *(chunk.last for chunk in agents if chunk.first > found.last)]) + 1
    if at >= scene.line.last or found.form.pos != "verb":
        return []
    chunk = scene.chunk_at.get(at + 1) if scene.key(at) in ANY else None
    if chunk is not None and chunk.first == at + 1:
        return [chunk]  # نرفض أي مقترح
    info, deed = scene.info(at), scene.found_at.get(at)
    if not info.is_word or info.function or info.verb_like or not (info.definite or deed is not None):
        return []
    behind = scene.chunk_at.get(at + 2) if scene.info(at + 1).preposition else None
    end = behind.last if behind is not None and behind.first == at + 2 else at
    return [Chunk("other", at, end, at, scene.line.index, head=info.rest, number="s", definite=True)]


def said_to_be(scene: Scene, found: Found) -> list[Chunk]:
    """What is said to be refused: أن أي اقتراح … مرفوض."""
    that = next((at for at in range(found.first - 1, scene.line.first, -1) if scene.info(at).that), None)
    if that is None:
        return []
    return next(([chunk] for chunk in scene.chunks if that < chunk.first < found.first and not chunk.preposition), [])


def is_asked_for(scene: Scene, at: int) -> bool:
    """طالبوا بمحاسبة القتلة, يطالبون بإسقاط الحكومة: what a word behind "for" asks for, and nobody it is asked of."""
    info = scene.info(at)
    known = info.actor or info.place or info.source or info.noun or info.quantifier or info.function
    return info.key.startswith(AT) and not known and not info.definite and info.is_word
