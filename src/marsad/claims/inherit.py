"""Parties that a clause leaves out: from its cause, from the deed beside it, from the sentences before."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claims.draft import Draft
from marsad.claims.links import (
    MODES,
    RESULTS,
    SPEECH_ACTS,
    antecedent,
    beaten_off,
    blamed_for_their_deeds,
    carried_by,
    hit_by,
    joined_deed,
    leads_to,
    lost_before,
    sentence_subject,
    sides_of_the_attack,
)
from marsad.claims.memory import Memory
from marsad.claims.parties import ownerless
from marsad.claims.said_by import Scope, speakers_at

# How much farther a mode after its result counts than one before it, in words.
CAUSE_AFTER = 10


def fill_parties(drafts: list[Draft], memory: Memory, scopes: Sequence[Scope]) -> None:
    """Parties that the clause leaves out: from the mode it results from, the sentence, the narrative."""
    for at, draft in enumerate(drafts):
        _owners_of_aircraft(draft, memory)
        if draft.agents:
            continue
        _speaker_as_subject(draft, scopes)
        if draft.agents:
            continue
        joined = joined_deed(drafts[:at], draft)
        if joined is not None:
            draft.agents = list(joined.agents)
            draft.note("rule:agent-of-the-deed-beside")
            continue
        if draft.type in RESULTS:
            cause = _cause(drafts, at)
            if cause is not None:
                draft.agents = [chunk for chunk in cause.agents if chunk not in draft.targets]
                draft.note("rule:agent-of-cause")
        if draft.found.form.pos == "phrase" and not draft.agents:
            carried_by(drafts[at:], draft)
        if draft.type == "clash" and not draft.agents:
            sides_of_the_attack(drafts[:at], draft, drafts[at + 1 :])
        scope = speakers_at(scopes, draft.found.first)
        if draft.type in SPEECH_ACTS and not draft.agents and draft.found.form.pos == "word" and scope is not None:
            draft.agents = scope.chain[:1]
            draft.note("rule:speaker-is-subject")
        if not draft.agents and draft.found.trigger.id == "threaten.swear" and memory.agents:
            draft.parties.dropped_subject = True
        if not draft.agents and (
            draft.parties.dropped_subject or draft.parties.agent_pronoun or draft.parties.object_pronoun
        ):
            earlier = next(
                (other for other in reversed(drafts[:at]) if other.agents and other.found is not draft.found), None
            )
            subject = sentence_subject(draft)
            draft.agents = list(earlier.agents) if earlier is not None else subject or list(memory.agents)
            draft.note("rule:agent-carried-on")
        if (
            not draft.agents
            and draft.type in MODES | RESULTS
            and memory.mode_agents
            and (draft.type in memory.air_modes or not draft.places_differ(memory.narrative.places))
        ):
            draft.agents = list(memory.mode_agents)
            draft.note("rule:agent-of-narrative")
    for at, draft in enumerate(drafts):
        if draft.parties.object_pronoun and not draft.targets:
            _pronoun_target(drafts, at, memory)
        elif draft.type == "accuse" and draft.parties.agent_pronoun and not draft.targets:
            blamed_for_their_deeds(drafts[:at], draft)
        elif draft.type == "repel" and not draft.targets:
            beaten_off([*memory.drafts, *drafts[:at]], draft)
        elif draft.type == "shooting" and not draft.targets and leads_to(draft):
            hit_by(drafts, draft)


def _owners_of_aircraft(draft: Draft, memory: Memory) -> None:
    """طائرات أخرى, الطيران: the side whose aircraft flew before, where the report has named it."""
    if draft.agents and memory.fliers and all(chunk.kind == "weapon" and ownerless(chunk) for chunk in draft.agents):
        draft.agents = list(memory.fliers)
        draft.note("rule:owner-of-the-aircraft")
    elif (
        draft.type == "airstrike"
        and draft.agents
        and not all(chunk.kind == "weapon" and ownerless(chunk) for chunk in draft.agents)
    ):
        memory.fliers = draft.agents


def _speaker_as_subject(draft: Draft, scopes: Sequence[Scope]) -> None:
    """قالت الجماعة إنها أسقطت: the pronoun after that is the speaker."""
    scene, found = draft.scene, draft.found
    if found.form.pos != "verb" or found.first == scene.line.first:
        return
    before = scene.key(found.first - 1)
    scope = speakers_at(scopes, found.first)
    if scope is not None and scope.chain and before in ("انه", "انها", "انهم", "بانه", "بانها", "بانهم"):
        draft.agents = [scope.chain[0]]
        draft.note("rule:speaker-is-subject")


def _pronoun_target(drafts: list[Draft], at: int, memory: Memory) -> None:
    draft = drafts[at]
    chunk = antecedent(draft)
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


def _cause(drafts: list[Draft], at: int) -> Draft | None:
    """The mode of the same sentence that brought a result about: the nearest, one told before rather than after.

    A mode after the result is its cause where a word of cause or means leads to it: قتل 3 جراء قصف.
    """
    first = drafts[at].found.first
    ranked = sorted(
        (
            abs(other.found.first - first) + (0 if other.found.first < first or leads_to(other) else CAUSE_AFTER),
            number,
            other,
        )
        for number, other in enumerate(drafts)
        if other.type in MODES and other.agents
    )
    return ranked[0][2] if ranked else None


def name_victims(draft: Draft, memory: Memory) -> None:
    """A bare number counts the people named before it: مقتل 9."""
    if draft.type not in ("killed", "wounded"):
        return
    if len(draft.targets) == 1 and draft.targets[0].kind == "count" and draft.toll.first >= 0:
        number = draft.scene.key(draft.targets[0].last)
        if number.isdigit() or draft.scene.key(draft.targets[0].first).isdigit():
            draft.targets = list(memory.victims)
            draft.note("rule:victims-of-narrative")
    elif draft.targets and draft.targets[0].kind in ("people", "fighters"):
        memory.victims = draft.targets


def name_fighters(draft: Draft, drafts: Sequence[Draft], memory: Memory) -> None:
    """عنصر without its army is one of those attacked before."""
    if (
        draft.type in RESULTS
        and len(draft.targets) == 1
        and draft.targets[0].head == "عنصر"
        and not draft.targets[0].inner
    ):
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
