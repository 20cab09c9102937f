"""Who fell to whom where a clash has two sides that are told only by their dead: قتل 30 من قوات X و21 من مسلحي Y."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.actors.register import GENERIC
from marsad.claims.draft import Draft
from marsad.claims.who_killed import one_side
from marsad.mentions.chunks import Chunk

_FELL = frozenset({"killed", "wounded", "captured"})
# Where two sides meet, each with its dead.
_TWO_SIDED = frozenset({"clash", "attack", "repel"})
_TWO = 2
# How many sentences before the second toll the first and the clash may stand.
_SENTENCES_BACK = 1


def name_each_other(drafts: Sequence[Draft], before: Sequence[Draft]) -> None:
    """The side whose dead are told too is whom those fell to that nobody is named for."""
    fell = [draft for draft in drafts if draft.type in _FELL]
    if not fell or all(draft.agents for draft in fell):
        return
    near = [*_of_sentences_from(fell[0].scene.line.index - _SENTENCES_BACK, before), *drafts]
    tolls = [other for other in near if other.type in _FELL]
    sides = _sides_of(tolls) if len(tolls) >= _TWO else []
    if len(sides) != _TWO or not _tells_of_a_clash(near):
        return
    for draft in tolls:
        own = [side for side in sides if any(one_side(side, _side_of(target)) for target in draft.targets)]
        if not draft.agents and len(own) == 1 and draft.status != "denied":
            draft.agents = [side for side in sides if side is not own[0]]
            draft.note("rule:fell-to-each-other")


def _of_sentences_from(first: int, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Of drafts in the order of their sentences those of this sentence and of the ones behind it."""
    start = len(drafts)
    while start > 0 and drafts[start - 1].scene.line.index >= first:
        start -= 1
    return drafts[start:]


def _tells_of_a_clash(near: Sequence[Draft]) -> bool:
    """Whether some sentence of these has a trigger of what two sides do to each other."""
    return any(found.type in _TWO_SIDED for other in near for found in (*other.scene.found, *other.scene.unclaimed))


def _sides_of(tolls: Sequence[Draft]) -> list[Chunk]:
    """The sides whose dead and wounded are told, each once: of those told together the first."""
    sides: list[Chunk] = []
    for draft in tolls:
        if not draft.targets or "rule:subset" in draft.because:
            continue
        side = _side_of(draft.targets[0])
        told = side.kind == "actor" and side.last > side.first  # القوات الحكومية, but not a bare العناصر
        named = told or side.kind == "group" or any(not name.startswith(GENERIC) for name in side.ids)
        if named and not any(one_side(side, known) for known in sides):
            sides.append(side)
    return sides


def _side_of(target: Chunk) -> Chunk:
    return target.first_inner("actor", "group") or target
