"""Two sides meant again by a word for two: بين الطرفين, بين الفصيلين. Who they were was told before."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claims.draft import Draft
from marsad.claims.memory import Memory
from marsad.mentions.chunks import Chunk

# Words for two of a kind that mean two sides told before; the first two name nobody by themselves.
_NAMELESS = frozenset({"طرف", "جانب"})
_KINDS = _NAMELESS | frozenset(
    {"فصيل", "جماعه", "فريق", "جيش", "تنظيم", "قوه", "حركه", "مجموعه", "بلد", "دوله", "قبيله", "عشيره", "عايله", "خصم",
     "عدو", "حليف", "غريم", "ميليشيا", "مليشيا", "كتيبه", "لواء", "جاره", "زعيم", "رييس", "وزير", "مسوول"}
)  # fmt: skip
_DUAL = ("ين", "ان")
# Happenings whose agents are all the parties to them.
_BETWEEN = frozenset({"clash", "talks", "agreement"})
_ONE_ON_THE_OTHER = frozenset({"attack", "repel", "shelling", "siege", "control_gain", "violation"})


def name_both_sides(draft: Draft, before: Sequence[Draft], memory: Memory) -> None:
    """بين الطرفين: the two sides told before. Without them "the two" are nobody, "the two groups" remain."""
    two = [chunk for chunk in draft.agents if _kind_of_two(draft, chunk)]
    if not two:
        return
    sides = _sides(draft, [*memory.drafts, *before])
    rest = [chunk for chunk in draft.agents if chunk not in two]
    nameless = [chunk for chunk in two if _kind_of_two(draft, chunk) in _NAMELESS]
    draft.agents = [*sides, *rest] if sides else [chunk for chunk in draft.agents if chunk not in nameless]
    draft.note("rule:both-sides" if sides else "")


def _kind_of_two(draft: Draft, chunk: Chunk) -> str:
    """The word in the singular, where a phrase is a definite dual of it with nothing that names whose they are."""
    key = draft.scene.info(chunk.first).rest.removeprefix("ال")
    if not chunk.definite or chunk.inner or chunk.adjective_actor or not key.endswith(_DUAL):
        return ""
    if not draft.scene.info(chunk.first).definite:
        return ""
    bare = key[:-2]
    one = bare[:-1] + "ه" if bare.endswith("ت") else bare
    return one if one in _KINDS else ""


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
