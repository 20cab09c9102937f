"""Who of those that did a deed killed: not the side that fell, of a clash the armed side or the other nation."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import ARTICLE
from marsad.claims.both_sides import Words
from marsad.claims.draft import Draft
from marsad.claims.links import RESULTS
from marsad.mentions.chunks import Chunk

_ARMED = frozenset({"actor", "group", "fighters"})
_SIDES_OF_A_CLASH = 2
# How many letters of the name of a register tell the country: ps-armed-factions.
_COUNTRY = 3


def who_killed(agents: Sequence[Chunk], draft: Draft, means: str, words: Words) -> list[Chunk]:
    """The agents without the side that suffered; of a clash of two, nobody where no side is known to have suffered."""
    left = without_victims(agents, draft)
    if means == "clash" and draft.type in ("killed", "wounded"):
        left = _of_other_nations(_against_a_crowd(left, draft, words), draft)
    either = means == "clash" and draft.type in ("killed", "wounded") and len(left) > 1 and len(left) == len(agents)
    return [] if either else left


def without_victims(agents: Sequence[Chunk], draft: Draft) -> list[Chunk]:
    """The agents that are not of the side that suffered: who fell in a clash was killed by the other side."""
    suffered = draft.targets or ([draft.item] if draft.item is not None else [])
    if not suffered or draft.type not in RESULTS:
        return list(agents)
    return [agent for agent in agents if not any(one_side(agent, target) for target in suffered)]


# What is done to men, and what those who did it to them seized or destroyed in the same clash.
_DONE_TO_MEN = frozenset({"killed", "wounded", "captured", "arrested"})
_SEIZED = frozenset({"equipment_loss", "property_damage", "arrested", "captured"})


def without_the_fallen(agents: list[Chunk], draft: Draft, drafts: Sequence[Draft]) -> list[Chunk]:
    """القضاء على ثلاثة إرهابيين في اشتباك مع القوات وضبط أسلحة: those who fell in the clash seized nothing in it."""
    if len(agents) != _SIDES_OF_A_CLASH or draft.type not in _SEIZED:
        return agents
    fell = [chunk for other in drafts if other.type in _DONE_TO_MEN and other is not draft for chunk in other.targets]
    left = [agent for agent in agents if not any(one_side(agent, chunk) for chunk in fell)]
    return left or agents


def _against_a_crowd(agents: list[Chunk], draft: Draft, words: Words) -> list[Chunk]:
    """مواجهات بين X ومتظاهرين: people without arms who fell in them fell to the armed side."""
    armed = [agent for agent in agents if agent.kind in _ARMED]
    if len(agents) != len(armed) + 1 or not armed or len(draft.targets) != 1:
        return agents
    fell = draft.targets[0]
    unarmed = fell.kind in ("people", "other") and fell.head.removeprefix(ARTICLE) not in words["no_party"]
    return armed if unarmed else agents


def one_side(agent: Chunk, target: Chunk) -> bool:
    """Whether two mentions are of one party: one actor of the registers, or one and the same phrase."""
    if agent is target:
        return True
    if agent.kind == target.kind and agent.kind in ("people", "fighters") and agent.head == target.head:
        return not (agent.inner or target.inner)
    one, other = agent.first_inner("actor"), target.first_inner("actor")
    if one is None or other is None:
        return False
    same_word = one.head.removeprefix(ARTICLE) == other.head.removeprefix(ARTICLE)
    unnamed = any(all(name.startswith("generic:") for name in party.ids) for party in (one, other))
    return bool(set(one.ids) & set(other.ids)) or (same_word and unnamed)


def _of_other_nations(agents: list[Chunk], draft: Draft) -> list[Chunk]:
    """القتلى الفلسطينيين في اشتباكات بين مسلحين فلسطينيين وX: who fell fell to the side of another nation."""
    fell = {nation_of(target) for target in draft.targets}
    if len(agents) < _SIDES_OF_A_CLASH or len(fell) != 1 or "" in fell:
        return agents
    others = [agent for agent in agents if nation_of(agent) not in fell]
    return others if others and all(nation_of(agent) for agent in agents) else agents


def nation_of(chunk: Chunk) -> str:
    """The country of a registered actor, or of the adjective of a phrase or of the last one inside it."""
    named = chunk.adjective_actor or (chunk.ids[0] if chunk.ids and chunk.kind == "actor" else "")
    if named[_COUNTRY - 1 : _COUNTRY] == "-":
        return named[:_COUNTRY]
    return nation_of(chunk.inner[-1]) if chunk.inner else ""
