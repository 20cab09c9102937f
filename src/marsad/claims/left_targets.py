"""Targets that a claim leaves to other clauses: whom a pronoun stands for, whose attack it was, who was shot."""

from __future__ import annotations

from marsad.arabic.clitics import WITH
from marsad.arabic.nouns import HIS
from marsad.claims.beaten_off import beaten_off, whose_attack
from marsad.claims.draft import Draft
from marsad.claims.links import (
    MODES,
    antecedent,
    blamed_for_their_deeds,
    hit_by,
    lost_before,
)
from marsad.claims.memory import Memory
from marsad.claims.whose_own import by_fire
from marsad.mentions.chunks import Chunk


def fill_targets(drafts: list[Draft], at: int, draft: Draft, memory: Memory) -> None:
    """Targets that a pronoun, a beaten attack or the shots leave to other clauses."""
    if draft.parties.object_pronoun:
        _pronoun_target(drafts, at, memory)
    elif draft.type == "accuse" and draft.parties.agent_pronoun:
        blamed_for_their_deeds(drafts[:at], draft)
    elif draft.type == "repel":
        if not whose_attack(drafts[at + 1 :], draft):
            beaten_off([*memory.drafts, *drafts[:at]], draft)
    elif draft.type == "shooting" and by_fire(draft):
        hit_by(drafts, draft)
    elif at and draft.found.trigger.id.startswith(_RAIDS) and draft.found.form.pos != "verb":
        _struck_with_it(drafts[at - 1], draft)


_FROM_AFAR = frozenset({"airstrike", "shelling"})
_RAIDS = "airstrike"
# How far behind a strike the means of it stands, in words.
_MEANS_WITHIN = 12


def _struck_with_it(before: Draft, draft: Draft) -> None:
    """استهدف X قرية Y بأكثر من 80 غارة وبلدة Z بغارة: raids that were the means hit the place right before them."""
    scene, found = draft.scene, draft.found
    if before.scene is not scene or before.type not in _FROM_AFAR or not before.targets:
        return
    own = scene.chunk_at.get(found.first) or scene.chunk_at.get(found.first - 1)
    counted = own is not None and own.start < found.first and (own.kind == "count" or own.last >= found.first)
    start = own.start if counted and own is not None else found.first
    if not (found.prefix == WITH or (start < found.first and scene.key(start).startswith(WITH))):
        return
    hit = scene.chunk_at.get(start - 1) or scene.chunk_at.get(start - 2)
    if hit is not None and hit.kind in ("place", "facility") and hit not in before.targets and hit.conjoined:
        draft.targets = [hit]
    elif found.first - before.found.last <= _MEANS_WITHIN:
        draft.targets = list(before.targets)
    draft.note("rule:struck-with-it" if draft.targets else "")


_INHERITED = frozenset({"rule:agent-carried-on", "rule:agent-of-the-deed-beside", "rule:agent-of-cause"})


def _befell_him(draft: Draft, other: Chunk | None) -> bool:
    """الانتحاري … ومحاصرته وقتله: one man told of before as doer, where nobody else is, is whom it befell."""
    one = draft.agents[0] if len(draft.agents) == 1 else None
    alone = one is not None and one.kind in ("fighters", "people") and one.number == "s" and one.count is None
    man = other is not None and other.kind in ("fighters", "people", "office")
    own = draft.found.form.pos == "noun" and draft.found.form.suffix == HIS and bool(_INHERITED & set(draft.because))
    return alone and own and not man


def _pronoun_target(drafts: list[Draft], at: int, memory: Memory) -> None:
    draft = drafts[at]
    chunk = antecedent(draft)
    if _befell_him(draft, chunk):
        draft.targets, draft.agents = list(draft.agents), []
        draft.note("rule:pronoun")
        return
    lost = lost_before(drafts[:at]) if draft.type in MODES else []
    if lost:
        draft.targets = [other.item for other in lost if other.item is not None]
        draft.agents = list(lost[-1].agents) or draft.agents
    elif chunk is not None:
        draft.targets = [chunk]
    elif at and drafts[at - 1].targets:
        draft.targets = list(drafts[at - 1].targets)
    else:
        draft.targets = list(memory.targets)
    draft.note("rule:pronoun")
