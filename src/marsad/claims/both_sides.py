"""Two sides meant again by a word for two: بين الطرفين, بين الفصيلين. Who they were was told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.claims.draft import Draft
from marsad.claims.memory import Memory
from marsad.mentions.chunks import Chunk

Words = Mapping[str, frozenset[str]]
# Happenings whose agents are all the parties to them.
_BETWEEN = frozenset({"clash", "talks", "agreement"})
_ONE_ON_THE_OTHER = frozenset({"attack", "repel", "shelling", "siege", "control_gain", "violation"})


def name_both_sides(draft: Draft, before: Sequence[Draft], memory: Memory, words: Words) -> None:
    """بين الطرفين: the two sides told before. Without them "the two" are nobody, "the two groups" remain."""
    two = [chunk for chunk in draft.agents if _is_one_of(draft, chunk, words["two_of"])]
    if not two:
        return
    sides = _sides(draft, [*memory.drafts, *before])
    rest = [chunk for chunk in draft.agents if chunk not in two]
    nameless = [chunk for chunk in two if _is_one_of(draft, chunk, words["two_nameless"])]
    draft.agents = [*sides, *rest] if sides else [chunk for chunk in draft.agents if chunk not in nameless]
    draft.note("rule:both-sides" if sides else "")


def _is_one_of(draft: Draft, chunk: Chunk, duals: frozenset[str]) -> bool:
    """Whether a phrase is one of these definite duals with nothing that says whose they are."""
    info = draft.scene.info(chunk.first)
    return info.definite and info.rest in duals and not chunk.inner and not chunk.adjective_actor


def _sides(draft: Draft, told: Sequence[Draft]) -> list[Chunk]:
    """The parties of the last happening between two: of a clash, of talks, of an attack on a side."""
    for other in reversed(told):
        if other.found is draft.found:
            continue
        if other.type in _BETWEEN and len(other.agents) > 1:
            return list(other.agents)
        if other.type in _ONE_ON_THE_OTHER and len(other.agents) == 1:
            hit = [party for chunk in other.targets if (party := chunk.first_inner("actor")) is not None]
            if hit and hit[0] is not other.agents[0]:
                return [other.agents[0], hit[0]]
    return []
