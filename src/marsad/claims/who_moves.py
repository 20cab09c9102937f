"""Frames of ground: who took, left or besieged a place, who was sent there."""

from __future__ import annotations

from marsad.arabic.clitics import AND, FEMININE
from marsad.arabic.nouns import EXPENSE
from marsad.claims.clause import as_governed, bare_groups, doers_before, group_from, groups_from, groups_of_whom
from marsad.claims.parties import ACTORS, ON, Parties
from marsad.claims.scene import HARD_STOPS, Found, Group, Scene
from marsad.mentions.chunks import Chunk

# Words whose object is the side that is driven out, and those that name it behind "from".
_DRIVEN = frozenset({"control.expel", "control.oust"})
# What a side does by itself, so that ل behind its noun names the side: تعزيزات للجيش, انسحاب لقوات X.
_OF_ITS_OWN = frozenset({"mobilize", "withdrawal"})
_FREED = frozenset({"control.clear", "control.liberate", "control.recapture", "control.regain", "control.retake"})


def gain(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """سيطر X على Y: X is the agent, Y the place; who is driven out of it is the target."""
    bare = bare_groups(groups)
    if found.form.pos == "noun" and found.trigger.id in _DRIVEN and bare and not found.form.suffix:
        parties = Parties(targets=[c for c in bare[0].chunks if c.kind in ACTORS], because=["rule:who-is-driven-out"])
        parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
        return parties
    parties = _takers(scene, found, groups)
    if found.form.pos == "verb" and found.trigger.id in _DRIVEN and found.form.voice != "passive":
        driven = [group.chunks for group in bare if group.chunks != parties.agents and group.head.kind in ACTORS]
        parties.targets = driven[0] if driven else []
        parties.because.extend(["rule:who-is-driven-out"] if driven else [])
    if found.trigger.id in _FREED and not parties.targets:
        out = [g for g in groups_from(groups) if g.head.kind in ("actor", "group") and not g.by]
        parties.targets = out[0].chunks if out else []
        parties.because.extend(["rule:who-is-driven-out"] if out else [])
    if found.type == "control_gain" and not parties.targets:
        parties.targets = _at_whose_expense(scene, found)
        parties.because.extend(["rule:who-is-driven-out"] if parties.targets else [])
    return parties


# The reason of a battle or an operation that begins; events are gathered by it (events/pieces.py).
BATTLE_OPENED = "rule:battle-opened"


def opens_battle(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """أطلق X معركة «…»: who opens a battle fights, unlike who only sends a column."""
    parties = gain(scene, found, groups)
    parties.because.append(BATTLE_OPENED)
    return parties


# How far behind the taking those stand who lost by it, in words: a list of villages stands between.
_EXPENSE_WITHIN = 40


def _at_whose_expense(scene: Scene, found: Found) -> list[Chunk]:
    """سيطرت X على قريتي Y وZ على حساب W: who lost what was taken."""
    for chunk in scene.chunks:
        if chunk.head != EXPENSE or not found.last < chunk.first <= found.last + _EXPENSE_WITHIN:
            continue
        if any(scene.key(at) in HARD_STOPS or at in scene.found_at for at in range(found.last + 1, chunk.first)):
            return []
        side = chunk.inner[0] if chunk.preposition == ON and chunk.inner else None
        if side is not None and side.kind in _SIDES:
            return [side, *(other for other in group_from(scene, chunk)[1:] if other.kind in _SIDES)]
    return []


_SIDES = frozenset({"actor", "group", "fighters"})


def _takers(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """Who takes the ground: the subject, the genitive of the noun, or the subject of the verb around it."""
    parties = Parties()
    bare = bare_groups(groups)
    if found.form.pos == "verb":
        before = doers_before(scene, found, parties)
        acting = [group for group in bare if group.head.kind in ACTORS]
        parties.agents = acting[0].chunks if acting and found.form.number == "s" and not before else before
        parties.dropped_subject = not parties.agents
    elif found.form.suffix:
        parties.agent_pronoun = True
    elif bare and bare[0].first <= found.last + 4 and bare[0].head.kind in ACTORS - {"people"}:
        parties.agents = bare[0].chunks
        parties.because.append("rule:doer-in-genitive")
    if not parties.agents and found.type in _OF_ITS_OWN and found.form.pos != "verb":
        whose = [
            g
            for g in groups_of_whom(groups)
            if g.head.kind in ("actor", "group", "fighters") and g.first <= found.last + 3
        ]
        parties.agents = whose[0].chunks if whose and not found.form.suffix else []
        parties.because.extend(["rule:doer-behind-preposition"] if parties.agents else [])
    if not parties.agents:
        parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


def leave(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = gain(scene, found, groups)
    if found.trigger.id in ("withdraw.pull", "withdraw.vacate") and not parties.agents:
        parties.dropped_subject = True
    return parties


def _is_besieged(scene: Scene, found: Found, behind: Chunk) -> bool:
    """Whether the word is the noun of besieging with its object: محاصرة الموقع, but not المدينة المحاصرة."""
    masdar = scene.info(found.first).rest.endswith(FEMININE) and not scene.info(found.first).definite
    bare = not behind.preposition and not behind.conjoined and behind.first == found.last + 1
    return masdar and bare and (behind.definite or behind.kind != "other")


def besieged(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """المدينة المحاصرة: the noun before it is besieged."""
    chunk = scene.chunk_at.get(found.first)
    before, behind = scene.chunk_at.get(found.first - 1), scene.chunk_at.get(found.last + 1)
    if chunk is None and behind is not None and _is_besieged(scene, found, behind):
        parties = Parties(targets=group_from(scene, behind), because=["rule:object-in-genitive"])
        parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
        return parties
    target = chunk if chunk is not None and chunk.first < found.first else before
    if target is not None and target.kind == "place" and target.preposition and found.prefix == AND:
        at = scene.chunks.index(target)  # الغوطة الشرقية القريبة من X والمحاصرة
        target = scene.chunks[at - 1] if at and scene.chunks[at - 1].kind == "place" else target
    return Parties(targets=[target] if target is not None else [])
