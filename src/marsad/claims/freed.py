"""Frames of release: who was set free, and by whom."""

from __future__ import annotations

from dataclasses import replace

from marsad.arabic.clitics import OFF
from marsad.arabic.neighbours import RELEASE
from marsad.claims.clause import as_governed, bare_groups, doers_before, groups_with, is_passive
from marsad.claims.parties import ACTORS, Parties, is_a_side
from marsad.claims.scene import Found, Group, Scene
from marsad.mentions.chunks import Chunk


def release(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """أفرج X عن Y, إفراج X عن Y, أطلق X سراح Y."""
    parties = Parties()
    about = groups_with(groups, OFF)
    bare = bare_groups(groups)
    if found.form.pos == "verb":
        before = doers_before(scene, found, parties)
        acting = [group for group in bare if group.head.kind in ACTORS - {"people"}]
        parties.agents = acting[0].chunks if acting else before
        passive = (found.form.gender, found.form.number) == ("m", "s") or is_passive(scene, found)  # أفرج عن X
        parties.dropped_subject = not (parties.agents or passive) and bool(about)
    elif about and bare and is_a_side(bare[0].head) and bare[0].first == found.last + 1:
        parties.agents = bare[0].chunks
    else:
        parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
    freed = [_past_the_release(scene, group.chunks) for group in bare if group.chunks != parties.agents]
    freed = [chunks for chunks in freed if chunks]
    parties.targets = about[0].chunks if about else (freed[0] if freed else [])
    return parties


def _past_the_release(scene: Scene, chunks: list[Chunk]) -> list[Chunk]:
    """أطلقت قسد سراح X: who is set free, without the word that the verb is split from."""
    head = chunks[0]
    if scene.key(head.first) != RELEASE:
        return chunks
    return [replace(head, first=head.first + 1, start=head.first + 1), *chunks[1:]] if head.last > head.first else []
