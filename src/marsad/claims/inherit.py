"""Parties that a clause leaves out: from its cause, from the deed beside it, from the sentences before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import itemgetter

from marsad.claims.beaten_off import is_what_was_beaten
from marsad.claims.both_sides import MET, Words, add_who_met_them, name_both_sides
from marsad.claims.clause import group_from
from marsad.claims.draft import Draft
from marsad.claims.left_targets import fill_targets
from marsad.claims.links import (
    DEEDS,
    MODES,
    RESULTS,
    SPEECH_ACTS,
    accused_of,
    carried_by,
    described_people,
    joined_deed,
    leads_to,
    of_both_sides,
    sentence_subject,
    sides_of_the_attack,
    told_as_occasion,
)
from marsad.claims.memory import Memory
from marsad.claims.parties import ownerless, who_did
from marsad.claims.scopes import SPOKEN, Scope, speakers_at
from marsad.claims.subject import opening_subject
from marsad.claims.together import companions_of
from marsad.claims.unnamed_deed import doers_of_unnamed_deed
from marsad.claims.victims import name_those_of_them
from marsad.claims.who_killed import one_side, who_killed, without_the_fallen
from marsad.claims.whose_own import announced_its_own, brought_about, only_heard, told_of_its_foes
from marsad.mentions.chunks import Chunk

# How much farther a mode after its result counts than one before it, in words.
CAUSE_AFTER = 10
# How far behind the word for beating it off an attack stands, in words; how far a second number behind the first.
FOILED_WITHIN, BESIDE = 3, 5


def fill_parties(
    drafts: list[Draft],
    memory: Memory,
    scopes: Sequence[Scope],
    words: Words,
    recalled: Callable[[Draft], bool],
    unclaimed: Callable[[Draft], list[Chunk]],
) -> None:
    """Parties that the clause leaves out: from the mode it results from, the sentence, the narrative."""
    for at, draft in enumerate(drafts):
        kind = draft.type
        if kind in _COUNTED and at + 1 < len(drafts):
            _counted_with_the_next(draft, drafts[at + 1])
        if len(draft.targets) == 1 and draft.targets[0].kind == "count":
            name_those_of_them(draft, [*memory.drafts, *drafts[:at]])
        if at and drafts[at - 1].type == "repel" and _is_beaten_off(drafts[at - 1], draft):
            continue
        if draft.agents:
            if memory.fliers or kind == "airstrike":
                _owners_of_aircraft(draft, memory)
            name_both_sides(draft, drafts[:at], memory, words)
        if kind in MET:
            if kind == "clash" and draft.parties.agent_pronoun and len(draft.agents) == 1:
                _other_side(drafts[:at], draft, memory)
            add_who_met_them(draft, drafts[:at], speakers_at(scopes, draft.found.first), words)
        if draft.agents or (kind == "bombing" and only_heard(draft, words)) or _told_beside(drafts, at, scopes):
            continue
        if kind == "displaced" or "rule:answered" in draft.because or (kind in RESULTS and of_both_sides(draft)):
            continue  # whose attack was answered, and who drove people out, is told or not known
        apart = kind in RESULTS and told_as_occasion(draft)
        _from_the_sentence(drafts, at, scopes, words, apart)
        if draft.agents:
            continue
        if not apart and kind in _HARM:
            draft.agents = who_killed(unclaimed(draft), draft, "attack", words)
            draft.note("rule:agent-of-cause" if draft.agents else "")
        if not draft.agents and _leaves_out(draft, memory):
            _carried_on(drafts[:at], draft, memory, speakers_at(scopes, draft.found.first), words)
        if not draft.agents and scopes and kind in RESULTS:
            told_of_its_foes(draft, scopes, words)
        if not draft.agents and not apart and _narrative_holds(draft, memory, words) and not recalled(draft):
            foes = _known_foes(draft, memory) if len(memory.mode_agents) < 2 else []
            draft.agents = who_killed([*memory.mode_agents, *foes], draft, memory.mode_type, words)
            draft.note("rule:agent-of-narrative" if draft.agents else "")
    for at, draft in enumerate(drafts):
        if draft.agents:
            draft.agents = who_did(draft.type, draft.agents)
        if not draft.targets:
            fill_targets(drafts, at, draft, memory)


def _is_beaten_off(before: Draft, draft: Draft) -> bool:
    """إحباط هجوم: who foils an attack does not launch it."""
    if before.scene is not draft.scene or draft.type not in MODES:
        return False
    if not 0 < draft.found.first - before.found.last <= FOILED_WITHIN:
        return False
    draft.agents = [chunk for chunk in draft.agents if chunk not in before.agents]
    return True


_COUNTED = frozenset({"killed", "wounded"})


def _counted_with_the_next(draft: Draft, behind: Draft) -> None:
    """قتل 5 وأصيب 11 آخرون من X: a bare number counts those that the number beside it counts."""
    if behind.type == draft.type or behind.type not in _COUNTED or behind.scene is not draft.scene:
        return
    bare = len(draft.targets) == 1 and (draft.targets[0].kind == "count" or _names_victims(draft))
    if not bare or not 0 < behind.found.first - draft.found.last <= BESIDE or not behind.targets:
        return
    named = [inner for chunk in behind.targets for inner in (chunk.inner or [chunk]) if inner.kind != "count"]
    whose = any(chunk.inner for chunk in behind.targets) or OF_A_GROUP in behind.because
    if named and whose:
        draft.targets = named
        draft.note("rule:counted-with-the-next")


OF_A_GROUP = "rule:victims-of-a-group"


def _names_victims(draft: Draft) -> bool:
    """سقط 20 قتيلا وعدد من الجرحى في صفوف X: a word for victims alone, with its number."""
    own = draft.targets[0]
    alone = own.first == own.last == draft.found.first and own.count is not None and not own.definite
    return draft.found.form.pos == "victims" and alone and OF_A_GROUP not in draft.because


def _told_beside(drafts: Sequence[Draft], at: int, scopes: Sequence[Scope]) -> bool:
    """Whether the speaker, an accusation or the deed that و ties it to names the agent."""
    draft = drafts[at]
    pos = draft.found.form.pos
    if pos == "verb":
        _speaker_as_subject(draft, scopes)
        if draft.agents:
            return True
    elif (at and accused_of(drafts[at - 1], draft)) or (scopes and announced_its_own(draft, scopes)):
        return True
    if not at:
        return False  # no deed was told before it
    joined = joined_deed(drafts[at - 1], draft) if pos == "noun" else None
    if joined is None and draft.type in MODES:
        joined = brought_about(drafts[:at], draft)
    if joined is None:
        return False
    draft.agents = list(joined.agents)
    draft.note("rule:agent-of-the-deed-beside")
    return True


def _from_the_sentence(drafts: list[Draft], at: int, scopes: Sequence[Scope], words: Words, apart: bool) -> None:
    """The agent of the cause, who carries the weapon, the sides of the attack, the speaker of a word of speech."""
    draft = drafts[at]
    kind, pos = draft.type, draft.found.form.pos
    if kind in RESULTS:
        cause = _cause(drafts[at:], 0) if apart else _cause(drafts, at)
        if cause is not None:
            draft.agents = who_killed(cause.agents, draft, cause.type, words)
            if cause.type == "clash":
                draft.agents = without_the_fallen(draft.agents, draft, drafts)
            draft.note("rule:agent-of-cause" if draft.agents else "rule:either-side")
    if pos == "phrase" and not draft.agents:
        carried_by(drafts[at:], draft)
    if not draft.agents and not apart and kind in _OF_DEEDS:
        doers = doers_of_unnamed_deed(draft, words)
        if doers:
            draft.agents = who_killed(doers, draft, draft.type, words)
            draft.note("rule:doer-of-the-deed-around-it" if draft.agents else "")
    if kind == "clash" and not draft.agents:
        sides_of_the_attack(drafts[:at], draft, drafts[at + 1 :])
    if kind in SPEECH_ACTS and not draft.agents:
        scope = speakers_at(scopes, draft.found.first)
        word = pos == "word" or draft.found.trigger.id == "demand.need"  # أكد X على ضرورة
        if word and scope is not None:
            draft.agents = scope.chain[:1]
            draft.note("rule:speaker-is-subject")


# What comes of a strike.
_HARM = frozenset({"killed", "wounded", "property_damage", "equipment_loss", "displaced"})
# What those may have done who carried out the operation or campaign that the sentence names.
_OF_DEEDS = (MODES - {"clash"}) | RESULTS
# What has several parties, none of whom a later verb without a subject means.
_OF_SEVERAL = frozenset({"aid", "talks", "agreement"})


def _carried_on(before: Sequence[Draft], draft: Draft, memory: Memory, scope: Scope | None, words: Words) -> None:
    """The subject that a verb leaves out or a pronoun stands for: of the deed before, of the sentence, of the last."""
    if draft.type in SPEECH_ACTS and _who_spoke(before, draft, memory, scope):
        return
    deeds = (other for other in reversed(before) if other.agents and other.found is not draft.found)
    earlier = next((other for other in deeds if other.type not in _OF_SEVERAL), None)
    draft.agents = list(earlier.agents) if earlier is not None else sentence_subject(draft) or list(memory.agents)
    draft.agents = companions_of(draft.scene, draft.found, draft.agents, words)
    draft.note("rule:agent-carried-on")


def _leaves_out(draft: Draft, memory: Memory) -> bool:
    """Whether the verb leaves its subject out or a pronoun stands for a party."""
    parties = draft.parties
    if parties.dropped_subject or parties.agent_pronoun or parties.object_pronoun:
        return True
    return draft.found.trigger.id == "threaten.swear" and bool(memory.agents)


def _who_spoke(before: Sequence[Draft], draft: Draft, memory: Memory, scope: Scope | None) -> bool:
    """وطالب, محذرا: who spoke last in the sentence, else who speaks in it, else who spoke last."""
    described = described_people(draft)
    if described is not None:
        draft.agents = group_from(draft.scene, described)
        draft.note("rule:speaker-is-subject")
        return True
    spoken = next((other.agents for other in reversed(before) if other.type in SPEECH_ACTS and other.agents), [])
    within = scope.chain[:1] if scope is not None and scope.at < draft.found.first else []
    beside = draft.found.form.pos == "word" or BESIDE_THE_VERB in draft.because
    if beside and (not within or (scope is not None and scope.because == DROPPED)):
        opener = opening_subject(draft.scene, draft.found)
        within = [opener] if opener is not None else within
    deed = any(other.type not in SPEECH_ACTS and other.agents for other in before)
    many = draft.found.form.number in ("p", "d")
    draft.agents = list(spoken or within or ([] if deed or many else memory.voice))
    draft.note("rule:speaker-is-subject" if draft.agents else "")
    return bool(draft.agents)


# Why a speaker stands who is left out of his verb; what is asked beside the verb of the sentence.
DROPPED, BESIDE_THE_VERB = "rule:speaker-dropped", "rule:asks-beside-the-verb"
# Deeds whose doer is told anew where he is known (dev gold and set1, set3: inherited rightly in none of 14).
_TOLD_ANEW = frozenset({"assassination", "abducted", "captured"})
# Blasts are inherited only from blasts.
_BLASTS = frozenset({"bombing", "suicide_bombing"})


def _other_side(drafts: Sequence[Draft], draft: Draft, memory: Memory) -> None:
    """اشتباكات بينها وبين X: the pronoun is the side that acted before."""
    earlier = next((other.agents for other in reversed(drafts) if other.agents), memory.agents)
    draft.agents = [*(agent for agent in earlier if agent not in draft.agents), *draft.agents]
    draft.note("rule:pronoun")


def _narrative_holds(draft: Draft, memory: Memory, words: Words) -> bool:
    """Whether the doer of the deeds told before is taken to have done this too.

    Not what is recalled from other days, not a clash from one side's deed, not a blast from what was no blast.
    """
    if draft.type not in DEEDS or not memory.mode_agents or draft.type in _TOLD_ANEW:
        return False
    if "rule:another-day-another-place" in draft.because or draft.found.trigger.frame == "fall":
        return False
    if draft.type == "clash" and len(memory.mode_agents) < 2 and not _known_foes(draft, memory):
        return False
    if draft.type == "clash" and memory.mode_type in ("airstrike", "shelling"):
        return False
    if draft.type in _BLASTS and memory.mode_type not in _BLASTS:
        return False
    afar = draft.type in ("airstrike", "shelling") and bool(memory.air_modes)
    again = _points_back(draft, words) or _foes_fell(draft, memory)
    return afar or again or not draft.places_differ(memory.narrative.places)


# How far before a result the word stands that points back to the strike it came of, in words.
_BACK_WITHIN = 6


def _points_back(draft: Draft, words: Words) -> bool:
    """القصف أسفر عن مقتل X: the strike told before brought it about."""
    first = max(draft.scene.line.first, draft.found.first - _BACK_WITHIN)
    told = draft.scene.line.keys[first : draft.found.first]
    return draft.type in RESULTS and not words["the_strike"].isdisjoint(told)


def _foes_fell(draft: Draft, memory: Memory) -> bool:
    """Whether those who fell elsewhere are of the side that the doer of the deeds before fought."""
    return draft.type in RESULTS and any(one_side(foe, fell) for foe in memory.enemies for fell in draft.targets)


def _known_foes(draft: Draft, memory: Memory) -> list[Chunk]:
    """Those whom the doer of the deeds before fought: the other side of "the clashes"."""
    if draft.type != "clash" or not draft.found.form.definite:
        return []
    return [foe for foe in memory.enemies if not any(one_side(agent, foe) for agent in memory.mode_agents)][:1]


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
    if not scopes or scene.key(found.first - 1) not in ("انه", "انها", "انهم", "بانه", "بانها", "بانهم"):
        return
    scope = speakers_at(scopes, found.first)
    if scope is not None and scope.chain:
        draft.agents = [scope.chain[0]]
        draft.note("rule:speaker-is-subject")


def _cause(drafts: list[Draft], at: int) -> Draft | None:
    """The mode of the same sentence that brought a result about: the nearest, one told before rather than after.

    A mode after the result is its cause where a word of cause or means leads to it: قتل 3 جراء قصف.
    """
    first, beaten = drafts[at].found.first, _beaten_off(drafts)
    ranked: list[tuple[int, Draft]] = []
    for other in drafts:
        if other.type in MODES and other is not beaten:
            far = other.found.first - first
            ranked.append((-far if far < 0 else far + (0 if leads_to(other) else CAUSE_AFTER), other))
    if not ranked:
        return None
    ranked.sort(key=_RANK)
    nearest = ranked[0][1]
    led_to = not nearest.agents and leads_to(nearest)
    if led_to and nearest.type in _BLASTS:
        return None  # nobody is named for the blast, whoever did the other deeds of the sentence
    own = led_to and nearest.found.first > first
    for _, other in ranked:
        # قتل طفل بقصف مدفعي: the strikes of others told before are not the shelling that killed him
        if other.agents and not (own and other.type in _FROM_AFAR and other.type != nearest.type):
            return other
    return None


_RANK = itemgetter(0)


def _beaten_off(drafts: Sequence[Draft]) -> Draft | None:
    """The attack that the sentence says was beaten off: who fell in it fell to those who held out."""
    for before, draft in pairwise(drafts):
        if before.type == "repel" and before.agents and is_what_was_beaten(before, draft):
            return draft
    return None


# Modes that one side carries on from place to place in one report.
_FROM_AFAR = frozenset({"airstrike", "shelling"})


def remember_parties(drafts: Sequence[Draft], memory: Memory, scopes: Sequence[Scope]) -> None:
    """What the next sentences take their parties from."""
    voices: list[tuple[int, list[Chunk]]] = []
    for draft in drafts:
        kind, agents = draft.type, draft.agents
        if kind in DEEDS and not (kind == "equipment_loss" and _was_shot_down(drafts, draft, memory)):
            _remember_doers(draft, memory)
        if agents and kind in SPEECH_ACTS:
            voices.append((draft.found.first, agents[:1]))
        elif agents and kind not in _NOT_CARRIED_ON:
            memory.agents = agents
        if draft.targets:
            memory.targets = draft.targets
    for scope in scopes:
        if scope.verb and scope.because.startswith(SPOKEN):
            voices.append((scope.at, scope.chain[:1]))
    if voices:
        memory.voice = max(voices, key=_RANK)[1]


def _was_shot_down(drafts: Sequence[Draft], draft: Draft, memory: Memory) -> bool:
    """تصدت دفاعات X للصواريخ وأسقطت معظمها: what those brought down who held out is no deed that goes on."""
    held_out = [other.agents for other in drafts if other.type == "repel"]
    return bool(memory.mode_agents) and draft.agents in held_out


# What somebody does with others, whom a later verb does not mean; of speech the speaker is remembered apart.
_NOT_CARRIED_ON = _OF_SEVERAL - {"aid"}


def _remember_doers(draft: Draft, memory: Memory) -> None:
    """Who did the last deed and whom he fought."""
    kind, agents, is_mode = draft.type, draft.agents, draft.type in MODES
    if draft.targets and is_mode:
        memory.enemies = [chunk for chunk in draft.targets if chunk.kind in ("actor", "group")] or memory.enemies
    elif draft.targets and agents:
        fallen = [chunk.first_inner("actor") for chunk in draft.targets]
        memory.enemies = [party for party in fallen if party is not None] or memory.enemies
    if not agents or (kind == "repel" and memory.mode_agents):
        return
    if kind in _FROM_AFAR:
        memory.air_modes = frozenset({kind})
    elif agents != memory.mode_agents:
        memory.air_modes = frozenset()
    if kind != "clash" or "rule:agent-of-narrative" not in draft.because:
        memory.mode_agents = agents
    memory.mode_type = kind if is_mode else memory.mode_type
