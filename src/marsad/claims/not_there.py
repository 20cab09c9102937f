"""Whether a place is named only for what lies far off, who came from it or who is cared for in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from marsad.claims.scene import Scene
from marsad.mentions.chunks import Chunk

# How many words may stand between a unit of length and the place it is measured from.
MEASURED_WITHIN = 3
# How far before a place the word may stand for who came from there, and for who is treated there, in words.
CAME_WITHIN = 3
TREATED_WITHIN = 6


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The words that tell so, from ``function_words.yml``: units of length, who came from a place, who is cared for."""

    units: Collection[str]
    come_from: Collection[str]
    cared_for: Collection[str]
    hospitals: Collection[str]
    sides: Collection[str]
    measured_from: Collection[str]
    left: Collection[str]

    @classmethod
    def of(cls, function: Mapping[str, Collection[str]]) -> Elsewhere:
        """The words of the grammar's lists."""
        return cls(
            *(function[name] for name in ("units_of_length", "come_from", "cared_for", "hospitals")),
            *(function[name] for name in ("parts_of_places", "measured_from", "left")),
        )

    def names(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether the place is named for another reason than that it happened there."""
        return self.far_from(scene, chunk) or self.left_behind(scene, chunk) or self.cared_for_in(scene, chunk)

    def far_from(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether the place is only what a distance is measured from: على بعد 5 كيلومترات من X, 20 كلم غرب X."""
        start = min(chunk.start, chunk.first)
        for at in range(start - 1, max(scene.line.first, start - MEASURED_WITHIN) - 1, -1):
            info = scene.info(at)
            if info.key in self.units:
                return True
            if info.is_word and info.preposition not in self.measured_from and info.rest not in self.sides:
                return False
        return False

    def left_behind(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether somebody once came from the place: عائلة نازحة من ريف X, شاب ينحدر من بلدة X."""
        start = min(chunk.start, chunk.first)
        for at in range(start - 1, max(scene.line.first, start - CAME_WITHIN) - 1, -1):
            info = scene.info(at)
            if info.rest in self.come_from or info.key in self.come_from:
                return at not in scene.found_at and chunk.preposition in self.left
        return False

    def cared_for_in(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether the place is the hospital that somebody was brought to: نقل إلى مستشفى X, يتلقى العلاج في مشفى X."""
        if chunk.head not in self.hospitals:
            return False
        start = min(chunk.start, chunk.first)
        for at in range(start - 1, max(scene.line.first, start - TREATED_WITHIN) - 1, -1):
            if at in scene.found_at:
                return False
            if scene.info(at).rest in self.cared_for or scene.key(at) in self.cared_for:
                return True
        return False
