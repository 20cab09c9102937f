"""Frames of blasts: what went off, in what, and who blew it up or himself."""

from __future__ import annotations

from marsad.arabic.place_words import PASSING, WENT_OFF_AT, WENT_OFF_IN, WENT_OFF_INSIDE, WHILE
from marsad.claims.clause import bare_groups, doers_before, group_from, groups_with, verb_subject_object
from marsad.claims.launched_by import object_behind, relative_clause
from marsad.claims.parties import ACTORS, Parties
from marsad.claims.scene import AIMING, HARD_STOPS, STOPS, Found, Group, Scene
from marsad.claims.where import is_anaphor
from marsad.claims.who_attacks import assault
from marsad.mentions.chunks import Chunk


def explode(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = assault(scene, found, groups) if found.form.pos != "verb" else Parties()
    parties.agents = [chunk for chunk in parties.agents if chunk.kind not in ("weapon", "other", "facility")]
    # انفجار مجهول: one person alone behind the word for a blast describes it
    parties.agents = [chunk for chunk in parties.agents if chunk.kind != "fighters" or chunk.number != "s"]
    if not parties.agents:
        parties.agents = [c for c in relative_clause(scene, found, parties) if c.kind in ACTORS - {"weapon"}]
    parties.targets = [
        chunk for chunk in parties.targets if chunk.kind in ("facility", "people", "fighters", "group", "actor")
    ]
    if found.form.pos == "verb":
        parties.targets = [
            c
            for g in groups_with(groups, *WENT_OFF_AT)
            for c in g.chunks
            if c.kind in ("facility", "people", "fighters", "group")
        ]
    if not parties.targets and found.form.pos == "noun":
        bare = bare_groups(groups)[:1]
        stores = [c for group in bare for c in group.chunks if c.kind == "weapon" and c.ids[:1] == _STORE]
        parties.targets = stores  # انفجار مستودع للذخيرة
    if not parties.targets:
        parties.targets = _aimed_at(scene, found) or _passing_by(scene, found)
    if not parties.targets:
        parties.targets = _blown_up_in(scene, found)
        parties.because.extend(["rule:what-it-went-off-in"] if parties.targets else [])
    return parties


_STORE = ("depot",)
# How far behind the word for a blast those stand at whom it was aimed, or who were passing, in words.
_BEHIND_WITHIN = 14


def _aimed_at(scene: Scene, found: Found) -> list[Chunk]:
    """انفجرت سيارة مفخخة مستهدفة X: what the participle behind the verb names."""
    if found.form.pos != "verb" or not scene.has_any(AIMING):
        return []
    for at in range(found.last + 1, min(found.last + _BEHIND_WITHIN, scene.line.last)):
        if scene.key(at) in STOPS or (at in scene.found_at and scene.found_at[at].form.pos == "verb"):
            return []
        if scene.key(at) in AIMING:
            return object_behind(scene, at)
    return []


def _passing_by(scene: Scene, found: Found) -> list[Chunk]:
    """انفجرت عبوة لدى مرور دورية X: who was passing is whom it hit."""
    if not scene.has_any(_PASSING):
        return []
    for at in range(found.last + 1, min(found.last + _BEHIND_WITHIN, scene.line.last)):
        if scene.key(at) in HARD_STOPS:
            return []
        if scene.key(at) == PASSING and scene.key(at - 1) in WHILE:
            own, passing = scene.chunk_at.get(at), scene.chunk_at.get(at + 1)
            if own is not None and own.inner and own.inner[0].first == at + 1:
                return [own.inner[0]] if own.inner[0].kind in _MOVING else []
            return group_from(scene, passing) if passing is not None and passing.kind in _MOVING else []
    return []


_PASSING = frozenset({PASSING})
_MOVING = frozenset({"weapon", "facility", "group", "actor", "people", "fighters"})
# How far behind the word for a blast what it went off in stands, in words.
_IN_WITHIN = 9
_BLOWN_UP = frozenset({"weapon", "facility"})
_VEHICLES = frozenset({"civilian_vehicle", "military_vehicle", "armoured_vehicle", "tank", "ship", "warship"})


def _blown_up_in(scene: Scene, found: Found) -> list[Chunk]:
    """انفجار عبوة بسيارة X, لغم انفجر أسفل مدرعة: the vehicle that it went off in or under."""
    for chunk in scene.chunks:
        if not found.last < chunk.first <= found.last + _IN_WITHIN or chunk.kind not in _BLOWN_UP:
            continue
        if any(scene.key(at) in STOPS or at in scene.found_at for at in range(found.last + 1, chunk.first)):
            return []
        if chunk.kind == "weapon" and chunk.preposition in WENT_OFF_IN and _VEHICLES.intersection(chunk.ids[:1]):
            return group_from(scene, chunk)
        if chunk.kind == "facility" and chunk.preposition in WENT_OFF_INSIDE and not is_anaphor(chunk):
            return group_from(scene, chunk)
    return []


def blow_up(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    if found.form.pos == "verb":
        parties = verb_subject_object(scene, found, groups, Parties())
        parties.targets = [c for c in parties.targets if c.kind not in ("weapon",)]
        return parties
    parties = explode(scene, found, groups)
    bare = bare_groups(groups)
    if not parties.targets and bare and bare[0].head.kind in ("facility", "place"):
        parties.targets = bare[0].chunks
    return parties


def blow_up_self(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    acting = [group for group in bare_groups(groups) if group.head.kind in ACTORS]
    parties.agents = acting[0].chunks if acting else doers_before(scene, found, parties)
    return parties
