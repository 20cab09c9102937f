"""What a party tells under its own name: its fighters are the party, and what nobody is named for was its deed.

كتائب X: استهداف دبابة; غرفة عمليات Y: تحرير بلدة. The media office of a force speaks for the force.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.nouns import POSSESSIVES
from marsad.claims.clause import is_passive
from marsad.claims.draft import Draft
from marsad.claims.headed import HEADED, Heading
from marsad.claims.links import MODES, RESULTS, told_as_occasion
from marsad.claims.who_killed import one_side
from marsad.mentions.chunks import Chunk

Words = Mapping[str, frozenset[str]]
OURS, OWN = "rule:our-side", "rule:deed-of-the-speaker"
SUFFERED = "rule:passive-by-single-phrase"
NARRATED, ONLY = "rule:agent-of-narrative", "rule:only-doer-of-the-post"
_OUR = POSSESSIVES[-1]
_PARTY = frozenset({"actor", "group", "source"})
_TITLED = frozenset({HEADED, "rule:title-of-a-speaker", "lexicon:speech.announce"})
# What a party does where it names no other doer; strikes only where what they hit is of the other side.
_DEEDS = frozenset({"arrested", "captured", "clash", "control_gain", "equipment_loss", "mobilize", "released", "repel"})
_AMBUSH, _ONLY_FOUND = frozenset({"attack.ambush"}), frozenset({"bodies"})
_FOES = frozenset({"actor", "group", "fighters", "weapon"})
_HARM = frozenset({"killed", "wounded"})
# What a list tells without its doer, and what names one.
_LISTED = frozenset(
    {
        "attack",
        "shelling",
        "airstrike",
        "arrested",
        "property_damage",
        "equipment_loss",
        "mobilize",
        "killed",
        "wounded",
    }
)
_FULL_STOP = "."
_NOT_NOW = frozenset({"rule:answered", "rule:another-day-another-place"})
_BY_US = frozenset({OURS, OWN})
_DOING = MODES | RESULTS | {"violation", "mobilize", "control_gain"}


def name_our_side(draft: Draft, before: Sequence[Draft], heading: Heading, armed: frozenset[str], words: Words) -> None:
    """قواتنا, مجاهدونا are the party that speaks; what it tells that was done, and not by whom, it did.

    ``before``: the drafts of the sentence told before this one; ``armed``: ids of groups that fight for themselves.
    """
    keys = draft.scene.line.keys
    titled = [] if _TITLED.isdisjoint(draft.because) else draft.sources
    party = next((side for chunk in [*heading.speakers, *titled] if (side := _party_of(chunk, keys))), None)
    own = [chunk for chunk in draft.agents if keys[chunk.first] in words["our_forces"]]
    if own and party is not None:
        draft.agents = [party, *(chunk for chunk in draft.agents if chunk not in own and chunk is not party)]
        draft.note(OURS)
    if not draft.sources or (draft.agents and NARRATED not in draft.because):
        return
    *others, speaker = draft.sources
    if (speaker not in heading.speakers and not titled) or any(
        keys[chunk.first] not in words["our_forces"] for chunk in others
    ):
        return
    side = _side_of(draft, speaker, armed, words)
    told = not draft.agents or (side is not None and draft.agents[0].first == side.first)
    if side is not None and told and _is_its_deed(draft, before, side, words):
        draft.agents = [side]
        if draft.type == "repel":  # the side that moved last was taken for the one beaten off
            draft.targets = [chunk for chunk in draft.targets if not one_side(side, chunk)]
        draft.note(OWN)


def _party_of(chunk: Chunk, keys: Sequence[str]) -> Chunk | None:
    """The party that a speaker is, or the one whose office he holds: الناطق باسم X."""
    if chunk.kind in _PARTY or keys[chunk.first].isascii():
        return chunk
    return chunk.first_inner("actor") if chunk.kind == "office" else None


def name_only_doer(draft: Draft, before: Sequence[Draft], told: Sequence[Draft]) -> None:
    """خروقات X: - قصف على A - إحراق مزرعة في B: what a post lists without a doer was done by the only one it names.

    ``before``: the drafts of the sentence told before this one; ``told``: those of the sentences before.
    """
    beaten_off = bool(before) and before[-1].type == "repel"
    written_out = draft.scene.key(draft.scene.line.last - 1) == _FULL_STOP  # no item of a list
    if (
        draft.agents
        or beaten_off
        or written_out
        or draft.type not in _LISTED
        or (draft.found.form.pos == "verb" and not _suffered(draft))
    ):
        return
    line = draft.scene.line.paragraph
    above = [other for other in told if other.scene.line.paragraph != line and other.type in _DOING]
    doers = [other.agents for other in above if other.agents]
    if (
        not doers
        or not _NOT_NOW.isdisjoint(draft.because)
        or told_as_occasion(draft)
        or draft.status in ("denied", "background")
        or any(not _BY_US.isdisjoint(other.because) for other in above)
        or any(not one_side(doers[0][0], agents[0]) or len(agents) > 1 for agents in doers)
    ):
        return
    draft.agents = list(doers[0])
    draft.note(ONLY)


def _suffered(draft: Draft) -> bool:
    """Whether a verb tells what somebody suffered: أُسر 16."""
    return is_passive(draft.scene, draft.found) or SUFFERED in draft.because


def _side_of(draft: Draft, speaker: Chunk, armed: frozenset[str], words: Words) -> Chunk | None:
    """The armed side or authority that a speaker is or speaks for: the force in the name of its media office."""
    infos, bodies = draft.scene.line.infos, words["armed_bodies"]
    named = range(speaker.first, speaker.last + 1)
    if speaker.kind not in _PARTY | {"office"} or any(infos[at].rest in words["not_armed"] for at in named):
        return None
    if not armed.isdisjoint(speaker.ids):
        return speaker
    at = next((at for at in named if infos[at].rest.removeprefix(ARTICLE) in bodies), None)
    if at is None:
        return None
    return replace(speaker, kind="group", first=at, start=at, ids=()) if speaker.kind == "source" else speaker


def _is_its_deed(draft: Draft, before: Sequence[Draft], side: Chunk, words: Words) -> bool:
    """Whether a deed that nobody is named for can be the speaker's: told by its noun or in the passive."""
    found, keys = draft.found, draft.scene.line.keys
    suffered = draft.targets or ([draft.item] if draft.item is not None else [])
    own = any(keys[chunk.last].endswith(_OUR) or one_side(side, chunk) for chunk in suffered)
    if own and draft.type != "repel":
        return False
    if draft.type in _HARM:
        if found.trigger.id in _ONLY_FOUND:
            return False
        by_it = any(OWN in other.because and (other.type in MODES or other.found is found) for other in before)
        return by_it or _are_foes(suffered, words)
    if found.form.pos == "verb" and not _suffered(draft):
        return False
    if before and before[-1].type == "repel" and draft.type in MODES:
        return False  # إحباط هجوم: it was the attack of others
    if draft.type in _DEEDS or found.trigger.id in _AMBUSH:
        return True
    return draft.type in MODES and any(chunk.kind in _FOES for chunk in suffered)


def _are_foes(fell: Sequence[Chunk], words: Words) -> bool:
    """مقتل 23 مرتزقا: whether those who fell are called by what a side calls its foes, or are of a named one."""
    return any(
        chunk.head.removeprefix(ARTICLE) in words["foes"] or chunk.first_inner("actor") is not None for chunk in fell
    )
