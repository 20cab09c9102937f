"""Who the victims are that a claim only counts: those named before, those of the side attacked before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.arabic.nouns import SOUND_PLURALS
from marsad.claims.draft import Draft
from marsad.claims.links import MODES, RESULTS
from marsad.claims.memory import Memory
from marsad.claims.parties import OF_THEM


def name_those_of_them(draft: Draft, before: Sequence[Draft]) -> None:
    """أصيب 7 منهم: a bare number of "them" counts the people named last before it, who did not do it."""
    if len(draft.targets) != 1 or draft.targets[0].kind != "count" or draft.type not in RESULTS:
        return
    counted = draft.targets[0]
    if draft.scene.key(counted.last + 1) not in OF_THEM:
        return
    start = min(counted.start, counted.first, draft.found.first)
    for chunk in reversed(draft.scene.chunks):
        many = chunk.number != "s" or draft.scene.key(chunk.first).endswith(SOUND_PLURALS[:2])
        if chunk.last < start and chunk.kind in _PEOPLE and chunk not in draft.agents and many:
            draft.targets = [chunk]
            draft.note("rule:those-of-them")
            return
    told = next((other for other in reversed(before) if other.type == draft.type and other.targets), None)
    if told is not None:
        draft.targets = list(told.targets)
        draft.note("rule:those-of-them")


_PEOPLE = frozenset({"people", "fighters", "actor", "group"})


def name_victims(draft: Draft, memory: Memory) -> None:
    """A bare number of killed or wounded counts the people named before it: مقتل 9."""
    if len(draft.targets) == 1 and draft.targets[0].kind == "count" and draft.toll.first >= 0:
        number = draft.scene.key(draft.targets[0].last)
        if number.isdigit() or draft.scene.key(draft.targets[0].first).isdigit():
            draft.targets = list(memory.victims)
            draft.note("rule:victims-of-narrative")
    elif draft.targets and draft.targets[0].kind in ("people", "fighters"):
        memory.victims = draft.targets


# How those fell whom somebody killed, who is told before, and the words that say that he did it himself.
_OF_ATTACKERS = frozenset({"rule:plural-verb-with-object", "rule:victim-in-genitive"})
_BY_HAND = frozenset({"kill", "captured.take"})


def name_fighters(draft: Draft, drafts: Sequence[Draft], memory: Memory, words: Mapping[str, frozenset[str]]) -> None:
    """قتلوا 20 عنصراً: a member without its army whom the attackers killed is one of those attacked before."""
    if _OF_ATTACKERS.isdisjoint(draft.because) or draft.found.trigger.id not in _BY_HAND:
        return
    if len(draft.targets) == 1 and draft.targets[0].head in words["of_an_army"] and not draft.targets[0].inner:
        attacked = [
            chunk
            for other in drafts
            if other.found.first < draft.found.first and other.type in MODES
            for chunk in other.targets
            if chunk.kind in ("actor", "group")
        ]
        enemies = [chunk for chunk in attacked or memory.enemies if chunk not in draft.agents]
        if enemies:
            draft.targets = enemies
            draft.note("rule:side-of-the-fighters")
