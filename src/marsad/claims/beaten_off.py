"""Whose attack was beaten off: the one that stands beside the word for it, or the side that moved before."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claims.draft import Draft
from marsad.claims.links import MODES

# What a side does against another: whose attack is beaten off after it.
_MOVES = MODES | {"mobilize", "control_gain", "siege"}
# How many sentences back the attack may be told; how near behind it stands, in words.
MOVE_WITHIN, ATTACK_WITHIN = 1, 6


def is_what_was_beaten(repel: Draft, attack: Draft) -> bool:
    """Whether an attack of another side stands right behind the word for beating it off or its subject."""
    if attack.type not in MODES or not attack.agents or any(agent in repel.agents for agent in attack.agents):
        return False
    subject = [chunk.last for chunk in repel.agents if repel.found.last < chunk.last < attack.found.first]
    near = repel.scene is attack.scene and attack.found.form.pos != "verb"
    return near and attack.found.first - max([repel.found.last, *subject]) <= ATTACK_WITHIN


def whose_attack(following: Sequence[Draft], draft: Draft) -> bool:
    """تصدت لهجوم شنه X: whose attack it was stands right behind."""
    other = following[0] if following else None
    if other is None or not is_what_was_beaten(draft, other):
        return False
    draft.targets = list(other.agents)
    draft.note("rule:whose-attack-was-beaten-off")
    return True


def beaten_off(told: Sequence[Draft], draft: Draft) -> None:
    """Whose attack was beaten off, where the clause does not say it: the side that moved last against this one."""
    own = {chunk.head for chunk in draft.agents}
    here = draft.scene.line.index
    for other in reversed(told):
        if here - other.scene.line.index > MOVE_WITHIN:
            return
        if other.type in _MOVES and other.agents and not own & {chunk.head for chunk in other.agents}:
            draft.targets = list(other.agents)
            draft.note("rule:whose-attack-was-beaten-off")
            return
