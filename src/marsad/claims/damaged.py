"""Frames of destruction: what was destroyed or damaged, and by whom."""

from __future__ import annotations

from marsad.arabic.clitics import TO, UPON
from marsad.arabic.place_words import DONE_IN, DONE_TO, HIT_OR_IN, IN_A_PLACE
from marsad.claims.clause import as_governed, bare_groups, group_from, groups_with, verb_subject_object
from marsad.claims.parties import ACTORS, AMONG, Parties, is_a_side
from marsad.claims.scene import STOPS, Found, Group, Scene
from marsad.claims.where import is_anaphor
from marsad.mentions.chunks import Chunk


def destroy(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    taken = _taken_hold_of(found, groups) if found.type == "equipment_loss" else []
    if found.form.pos == "verb":
        parties = verb_subject_object(scene, found, groups, Parties())
        parties.targets = taken or parties.targets or what_burns(found, groups)
        if not parties.targets and found.type == "equipment_loss":
            # اغتنمت 4 دبابات, أعطب ثلاث عربات: arms by themselves are what was lost, not who took it
            parties.targets = next((group.chunks for group in bare_groups(groups) if group.head.kind == "weapon"), [])
            parties.agents = [chunk for chunk in parties.agents if chunk.kind != "weapon"]
        return parties
    parties = Parties()
    bare, marked = bare_groups(groups), groups_with(groups, *DONE_TO)
    if _done_by_them(scene, found, groups, parties):
        return parties
    if found.form.suffix:
        parties.object_pronoun = True
    elif taken:
        parties.targets = taken
    elif bare:
        parties.targets = bare[0].chunks
    elif marked:
        parties.targets = marked[0].chunks
    elif found.type == "property_damage":
        inside = [group for group in groups_with(groups, IN_A_PLACE[1]) if group.head.kind in ("facility", "other")]
        parties.targets = [chunk for group in inside[:1] for chunk in group.chunks if not is_anaphor(chunk)]
        parties.targets = parties.targets or _where_it_was_done(scene, found)
    parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


# Triggers of fires: what burns stands behind "in".
_FIRES = frozenset({"destroy.ignite", "destroy.set.alight", "destroy.flames", "destroy.fire.broke", "destroy.blaze"})


def what_burns(found: Found, groups: list[Group]) -> list[Chunk]:
    """أضرم مستوطنون النار في حقول X, نشبت النيران في خزان: what stands behind "in" where a fire was set."""
    if found.trigger.id not in _FIRES:
        return []
    inside = (group for group in groups_with(groups, IN_A_PLACE[1]) if group.head.kind in _BURN or _is_built(group))
    return next((group.chunks for group in inside if not is_anaphor(group.head)), [])


_BURN = frozenset({"facility", "weapon", "other"})


def _is_built(group: Group) -> bool:
    """حقول X, مخيم X: a place that its cue word calls a building or a camp."""
    return group.head.kind == "place" and group.head.cue in ("building", "camp", "base", "hospital", "port")


def _taken_hold_of(found: Found, groups: list[Group]) -> list[Chunk]:
    """عثر بحوزتهم على أربع بنادق, التحفظ على (10) بنادق, الاستيلاء على دبابة: what stands behind the preposition."""
    return next((group.chunks for group in groups_with(groups, UPON) if group.head.kind == "weapon"), [])


def _done_by_them(scene: Scene, found: Found, groups: list[Group], parties: Parties) -> bool:
    """إحراق مستوطنين منزلهم, إحراقهم منزله: who did it stands right behind the noun, then what it was done to."""
    if not groups or groups[0].preposition or groups[0].by or groups[0].first != found.last + 1:
        return False
    first = groups[0]
    if found.type != "property_damage":
        return not found.form.suffix and _of_materiel(groups, parties)
    if found.form.suffix:
        parties.agent_pronoun = first.head.kind in _DONE_TO
        parties.targets = first.chunks if parties.agent_pronoun else []
        return parties.agent_pronoun
    alone = first.head.kind == "fighters" and first.head.number == "s"
    behind = groups[1] if len(groups) > 1 and groups[1].preposition in ("", TO) and not groups[1].by else None
    if first.head.kind not in _DOERS or alone or behind is None or behind.head.kind not in _DONE_TO:
        return False
    if behind.first > first.chunks[-1].last + 2:
        return False
    parties.agents, parties.targets = first.chunks, behind.chunks
    parties.because.append("rule:noun-with-doer-and-object")
    return True


def _of_materiel(groups: list[Group], parties: Parties) -> bool:
    """إعطاب الجيش دبابتين: the side right behind the noun, then its loss; not إعطاب آليات X."""
    if len(groups) < 2 or groups[1].preposition not in ("", TO) or groups[1].by:
        return False
    if not is_a_side(groups[0].head) or groups[1].head.kind != "weapon":
        return False
    parties.agents, parties.targets = groups[0].chunks, groups[1].chunks
    parties.because.append("rule:noun-with-doer-and-object")
    return True


_DOERS = frozenset({"actor", "group", "fighters", "people"})
_DONE_TO = frozenset({"facility", "weapon", "place", "other", "people"})


def damage(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    hit = [
        g for g in groups_with(groups, *HIT_OR_IN, *AMONG) if g.head.kind in ("facility", "weapon", "other", "people")
    ]
    parties.targets = hit[0].chunks if hit else _where_it_was_done(scene, found)
    return parties


# How far behind the word for damage what was damaged stands, in words.
_DAMAGED_WITHIN = 8
_OF_HOUSES = frozenset({"facility", "weapon"})


def _where_it_was_done(scene: Scene, found: Found) -> list[Chunk]:
    """أضرار مادية لحقت بالمنازل, حريق اندلع في مستودع: what a verb between ties to the damage."""
    for chunk in scene.chunks:
        if not found.last < chunk.first <= found.last + _DAMAGED_WITHIN:
            continue
        if any(scene.key(at) in STOPS or at in scene.found_at for at in range(found.last + 1, chunk.first)):
            return []
        if chunk.kind in _OF_HOUSES and chunk.preposition in DONE_IN and not is_anaphor(chunk):
            return group_from(scene, chunk)
    return []
