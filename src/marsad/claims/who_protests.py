"""Frames of protest: who gathers, marches or strikes, and against whom."""

from __future__ import annotations

from marsad.arabic.clitics import AGAINST
from marsad.claims.clause import as_governed, bare_groups, before_verb, group_from, groups_with
from marsad.claims.launched_by import relative_clause
from marsad.claims.parties import ACTORS, Parties
from marsad.claims.scene import Found, Group, Scene
from marsad.mentions.chunks import Chunk


def protest(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    bare = bare_groups(groups)
    against = groups_with(groups, AGAINST)
    crowd = _crowd_within(scene, found)
    if crowd is not None:
        parties.agents = group_from(scene, crowd) if crowd in scene.chunks else [crowd]
    elif found.form.pos == "verb":
        before = before_verb(scene, found, parties)
        acting = [
            group for group in bare if group.head.kind in ("people", "count", "other", "actor", "group", "fighters")
        ]
        parties.agents = before if found.form.number == "p" or not acting else acting[0].chunks
    else:
        parties.agents = list(relative_clause(scene, found, parties) or as_governed(scene, found, parties))
        if not parties.agents and bare and bare[0].first <= found.last + 2:
            parties.agents = [c for c in bare[0].chunks if c.kind in ACTORS]
    parties.targets = against[0].chunks if against else []
    return parties


def _crowd_within(scene: Scene, found: Found) -> Chunk | None:
    """تجمع المتظاهرون: the crowd that is part of the trigger, also where its verb reads as a word for a place."""
    last = scene.chunk_at.get(found.last)
    if found.last == found.first or last is None:
        return None
    inner = last.inner[0] if last.inner and last.first == found.first else last
    return inner if inner.kind == "people" and found.first < inner.first <= found.last else None


def protesters(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    chunk = scene.chunk_at.get(found.first)
    return Parties(agents=[chunk] if chunk is not None else [])
