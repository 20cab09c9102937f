"""Frames of talks and deals: all who take part are agents, whoever called, visited or met the other."""

from __future__ import annotations

from dataclasses import replace

from marsad.arabic.clitics import AND, AT
from marsad.claims.clause import bare_groups, groups_with
from marsad.claims.parties import ACTORS_OR_PLACES, BRINGS_TOGETHER, Parties
from marsad.claims.scene import HARD_STOPS, Found, Group, Scene
from marsad.claims.who_attacks import clash
from marsad.mentions.chunks import Chunk

# Verbs that have the other side as their object, and those that have it behind ب.
_WITH_OBJECT = frozenset({"talks.meet", "talks.visit"})
_BEHIND_B = frozenset({"talks.meeting"})
# How far behind the noun the verb stands that says whom it brought together, in words.
_BROUGHT_WITHIN = 3


def talk(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """التقى X Y, اجتمع X بY, لقاء جمع X مع Y: people are named too, whom no register knows."""
    parties = clash(scene, found, groups)
    if found.type == "released" and not parties.targets:
        parties.targets = _exchanged(scene, found)
    if found.type not in ("talks", "agreement"):
        return parties
    bare = bare_groups(groups)
    if found.form.pos == "verb":
        first = bare[0].chunks if bare and not any(chunk in parties.agents for chunk in bare[0].chunks) else []
        _add(parties, [chunk for chunk in first if _is_person(scene, chunk)], front=True)
        if found.trigger.id in _WITH_OBJECT and len(bare) > 1 and bare[0].chunks[0] in parties.agents:
            _add(
                parties,
                [chunk for chunk in bare[1].chunks if chunk.kind in ACTORS_OR_PLACES or _is_person(scene, chunk)],
            )
        if found.trigger.id in _BEHIND_B:
            behind = [chunk for group in groups_with(groups, AT) for chunk in group.chunks]
            _add(parties, [chunk for chunk in behind if chunk.kind in ("office", "actor", "group", "fighters")])
    else:
        _add(parties, _brought_together(scene, found), front=True)
    return parties


def _exchanged(scene: Scene, found: Found) -> list[Chunk]:
    """تبادل أسرى: who is exchanged stands within the words that tell it."""
    own = scene.chunk_at.get(found.last)
    freed = own is not None and own.kind in _FREED and own.first > found.first
    return [own] if freed and own is not None else []


_FREED = frozenset({"people", "fighters"})


def _add(parties: Parties, more: list[Chunk], *, front: bool = False) -> None:
    new = [chunk for chunk in more if chunk not in parties.agents]
    parties.agents = [*new, *parties.agents] if front else [*parties.agents, *new]
    parties.because.extend(["rule:who-takes-part"] if new else [])


def _is_person(scene: Scene, chunk: Chunk) -> bool:
    """Whether words no list knows can name somebody: two of them, or one with the article."""
    if scene.info(chunk.first).prefix or scene.key(chunk.first).startswith(AND + AND):
        return False  # ووضع خطة: a verb of its own
    return chunk.kind == "other" and not chunk.preposition and (chunk.last > chunk.first or chunk.definite)


def _brought_together(scene: Scene, found: Found) -> list[Chunk]:
    """لقاء جمع X وY: whoever stands behind the verb that brought them together."""
    for at in range(found.last + 1, found.last + 1 + _BROUGHT_WITHIN):
        if scene.key(at) in HARD_STOPS or at in scene.found_at:
            return []
        if scene.key(at) in BRINGS_TOGETHER:
            chunk = scene.chunk_at.get(at + 1)
            if chunk is None or chunk.preposition or not (chunk.kind in ACTORS_OR_PLACES or _is_person(scene, chunk)):
                return []
            return [replace(chunk, first=at + 1, start=at + 1) if chunk.first == at else chunk]
    return []
