"""Who did it together with the doer: بالتنسيق مع X, برفقة X, بمشاركة X, إلى جانب X."""

from __future__ import annotations

from collections.abc import Mapping

from marsad.claims.clause import group_from
from marsad.claims.parties import Parties
from marsad.claims.scene import HARD_STOPS, Found, Scene
from marsad.mentions.chunks import Chunk

# How far behind the doer and behind the deed those stand who did it with him, in words.
BEHIND_DOER, BEHIND_DEED = 6, 9
_SIDES = frozenset({"actor", "group", "fighters"})
# Lists of the words one of which names a companion.
_NAMING = ("beside", "jointly", "at_the_side")
_OF_SPEECH = frozenset({"speak", "aid", "aid_by", "backed"})


def add_companions(scene: Scene, found: Found, parties: Parties, words: Mapping[str, frozenset[str]]) -> None:
    """Sides that the clause puts beside its doer are doers too."""
    if not parties.agents or found.trigger.frame in _OF_SPEECH or not _may_name(scene, words):
        return
    known = [*parties.agents, *parties.targets]
    for start, reach in ((parties.agents[-1].last, BEHIND_DOER), (found.last, BEHIND_DEED)):
        for chunk in _beside(scene, found, start, reach, words):
            if chunk not in known:
                parties.agents = [*parties.agents, chunk]
                known.append(chunk)
                parties.because.append("rule:together-with")


def companions_of(scene: Scene, found: Found, agents: list[Chunk], words: Mapping[str, frozenset[str]]) -> list[Chunk]:
    """Doers carried on from their own sentence with those named beside them."""
    if not agents or agents[-1].sentence != scene.line.index or agents[-1].first > found.first:
        return agents
    more = _beside(scene, found, agents[-1].last, BEHIND_DOER, words) if _may_name(scene, words) else []
    return [*agents, *(chunk for chunk in more if chunk not in agents)]


def _may_name(scene: Scene, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether the sentence has a word that names a companion."""
    for name in _NAMING:
        if scene.has_any(words[name]):
            return True
    return False


def _beside(scene: Scene, found: Found, start: int, reach: int, words: Mapping[str, frozenset[str]]) -> list[Chunk]:
    """The first side behind a word that is named as a companion, with those tied to it."""
    for chunk in scene.chunks:
        if not start < chunk.first <= start + reach:
            continue
        between = range(start + 1, chunk.first)
        if any(scene.key(at) in HARD_STOPS or _another(scene, found, at) for at in between):
            return []
        if chunk.preposition in words["beside"] and chunk.kind in _SIDES:
            return group_from(scene, chunk)
        jointly = scene.info(chunk.first - 2).rest in words["jointly"] and scene.key(chunk.first - 1) in words["with"]
        if jointly and chunk.kind in _SIDES:
            return group_from(scene, chunk)
        inner = chunk.inner[0] if chunk.inner and scene.info(chunk.first).rest in words["at_the_side"] else None
        if inner is not None and inner.kind in _SIDES and chunk.preposition in words["to"]:
            return [inner, *group_from(scene, chunk)[1:]]
    return []


def _another(scene: Scene, found: Found, at: int) -> bool:
    other = scene.found_at.get(at)
    return scene.info(at).that or (other is not None and other is not found)
