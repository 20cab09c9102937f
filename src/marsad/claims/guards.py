"""Guards: whether a word that can name a happening names one here. Small rules by name, used by the trigger lexicon.

Each takes the sentence, the trigger, the phrase groups to its right and the report's context: is the trigger kept?
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from marsad.arabic.clitics import AND, ARTICLE, AT
from marsad.arabic.neighbours import CLAUSE_MARKS, NOT_OF_WHOM
from marsad.claims.scene import HARD_STOPS, Found, Group, Scene
from marsad.mentions.chunks import Chunk

PERSONS = frozenset({"people", "fighters", "office", "count"})
PARTIES = frozenset({"actor", "group", "fighters", "people", "office"})
Guard = Callable[[Scene, Found, Sequence[Group], "Context"], bool]


@dataclass(slots=True, eq=False)
class Context:
    """What the guards may know of the whole report."""

    conflict: bool = False
    alone: bool = False
    off_topic: bool = False
    outlet: bool = False  # whether the report names who put it out
    posted: bool = False  # whether it is written as messages are
    score: int = 0
    # How likely its words make it a report of conflict, where that decided against it: see claims/topic.py.
    unlike: float | None = None
    sentences: int = 1
    air_only: bool = False
    ground_only: bool = False
    published: str | None = None
    weapon_remote: Mapping[str, str | None] = field(default_factory=dict)
    weapon_role: Mapping[str, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    titles: frozenset[int] = frozenset()
    adjectives: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    armed: frozenset[str] = frozenset()
    hit: list[Chunk] = field(default_factory=list)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    doubting: Mapping[str, frozenset[str]] = field(default_factory=dict)  # see claims/doubts.py

    def remote_near(self, scene: Scene, found: Found) -> str | None:
        """The mode that a weapon in the trigger's clause implies, the nearest weapon first."""
        best: tuple[int, str] | None = None
        for weapon in weapons_near(scene, found):
            mode = self._mode_of(weapon)
            if mode:
                distance = min(abs(weapon.first - found.last), abs(found.first - weapon.last))
                if (best is None or distance < best[0]) and not clause_between(scene, found, weapon):
                    best = (distance, mode)
        return best[1] if best else None

    def _mode_of(self, weapon: Chunk) -> str | None:
        """The mode that a weapon implies."""
        for name in weapon.ids:
            mode = self.weapon_remote.get(name)
            if mode and (name not in _MEANS_ONLY or weapon.preposition == AT):
                return mode
        return None


# Weapons that tell the mode only as its means: بالأسلحة الثقيلة. An assault that uses them is one still.
_MEANS_ONLY = frozenset({"heavy_weapons"})


def weapons_near(scene: Scene, found: Found, *, within: int = 12) -> Iterator[Chunk]:
    """Weapons near a trigger, nested ones too; a means behind ب may stand twice as far."""
    for chunk, weapon in scene.armed():
        reach = 2 * within if chunk.preposition == AT else within
        if found.first - within <= chunk.last and chunk.first <= found.last + reach:
            yield weapon


def clause_between(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """Whether another clause or deed stands between a trigger and a phrase."""
    low, high = (found.last + 1, chunk.first) if chunk.first > found.last else (chunk.last + 1, found.first)
    found_at, at = scene.found_at, low
    for info in scene.line.infos[low:high]:
        if info.opener or info.speech or (not info.is_word and info.key in CLAUSE_MARKS):
            return True
        other = found_at.get(at)
        if other is not None and other is not found and (other.form.pos == "verb" or _is_another_strike(other)):
            return True
        at += 1
    return False


def _is_another_strike(found: Found) -> bool:
    """قصف يومي وغارات للطيران: what stands behind another strike is its own."""
    return found.type in ("airstrike", "shelling") and found.form.pos == "noun" and found.prefix == AND


def has(groups: Sequence[Group], kinds: frozenset[str], *prepositions: str) -> bool:
    """Whether a group with one of these prepositions (any, without) holds a chunk of one of these kinds."""
    return any(
        chunk.kind in kinds or chunk.first_inner(*kinds) is not None
        for group in groups
        for chunk in group.chunks
        if not prepositions or group.preposition in prepositions
    )


def words_between(scene: Scene, found: Found, before: int, after: int) -> list[str]:
    """Keys around a trigger, the article off."""
    first, last = max(found.first - before, scene.line.first), min(found.last + 1 + after, scene.line.last)
    return [key.removeprefix(ARTICLE) for key in scene.line.keys[first:last] if key]


def first_chunk(groups: Sequence[Group]) -> Chunk | None:
    """The first phrase after the trigger."""
    return groups[0].chunks[0] if groups else None


# How far before a flight its people stand who were named before it, in words.
_NAMED_WITHIN = 9
_WHO = PERSONS | {"actor", "group"}


def named_before(scene: Scene, found: Found) -> Chunk | None:
    """Who was named last before a trigger, in its clause: أجبر العنف الآلاف على الفرار, العائلات تنوي الفرار."""
    for at in range(found.first - 1, max(scene.line.first, found.first - _NAMED_WITHIN) - 1, -1):
        if scene.key(at) in HARD_STOPS or at in scene.found_at:
            return None
        chunk = scene.chunk_at.get(at)
        if chunk is not None and chunk.kind in _WHO and chunk.preposition not in NOT_OF_WHOM:
            return chunk
    return None


def in_conflict(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """A word that names a happening in every report of a conflict."""
    return context.conflict


def is_country(chunk: Chunk, context: Context) -> bool:
    """Whether a place stands for a state: ماليزيا تعتقل."""
    return bool(chunk.ids) and set(chunk.ids) <= context.wide and not chunk.preposition
