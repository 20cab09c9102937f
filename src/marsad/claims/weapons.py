"""With what: the weapons of a claim, from its own clause and by the words that lead to them."""

from __future__ import annotations

from marsad.claims.draft import Draft
from marsad.claims.guards import Context, weapons_near
from marsad.mentions.chunks import Chunk

RESULTS = frozenset({"killed", "wounded", "equipment_loss"})
# By which words a weapon is the means of a result.
_BY = frozenset({"ب", "جراء", "نتيجه", "في", "بسبب", "اثر", "عبر", "بواسطه", "بفعل"})
# Aircraft are doers rather than weapons; a drone is named as the weapon it is (dev gold, even half).
_CARRIERS = frozenset({"warplane", "aircraft", "helicopter", "warship", "tank"})


def weapons_of(draft: Draft, context: Context) -> list[Chunk]:
    """The weapons of a draft, coordinated ones as one mention."""
    found: list[Chunk] = []
    for chunk in weapons_near(draft.scene, draft.found):
        if not _is_weapon(chunk, draft, context):
            continue
        if found and chunk.conjoined and 0 < chunk.first - found[-1].last <= 2:
            found[-1] = _joined(found[-1], chunk)
        else:
            found.append(chunk)
    return found


def _is_weapon(chunk: Chunk, draft: Draft, context: Context) -> bool:
    if not any(context.weapon_role.get(name) in ("weapon", "both") and name not in _CARRIERS for name in chunk.ids):
        return False
    if chunk in draft.targets or chunk is draft.item or chunk in context.hit:
        return False
    if draft.type in RESULTS:
        return (
            chunk.preposition in _BY
            or (chunk.first > draft.found.last and chunk.first - draft.found.last <= 2)
            or _does_it(chunk, draft)
        )
    return True


def _does_it(chunk: Chunk, draft: Draft) -> bool:
    """القذيفة قتلت: the weapon is the subject of the verb."""
    return draft.found.form.pos == "verb" and 0 < draft.found.first - chunk.last <= 2


def _joined(first: Chunk, second: Chunk) -> Chunk:
    return Chunk(
        first.kind, first.first, second.last, first.start, first.sentence, head=first.head, number="p", ids=first.ids,
        preposition=first.preposition,
    )  # fmt: skip
