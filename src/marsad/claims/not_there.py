"""Whether a place is named only for what lies far off, who came from it or who is cared for in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.place_words import AIMED_BY, ON_THE_SIDE
from marsad.claims.scene import Scene
from marsad.claims.where import ANAPHORS, WITNESS
from marsad.mentions.chunks import Chunk

# How many words may stand between a unit of length and the place it is measured from.
MEASURED_WITHIN = 3
# How far before a place the word may stand for who came from there, and for who is treated there, in words.
CAME_WITHIN = 3
TREATED_WITHIN = 6

# What a name of its own makes a place of what something happened beside.
_THINGS = frozenset({"facility", "other"})

# The lists of the grammar in the order of the fields below; those whose words few sentences have.
_LISTS = (
    *("units_of_length", "come_from", "cared_for", "hospitals", "parts_of_places", "measured_from", "left", "came_by"),
    *("called_after_places", "quote_open", "regions", "sides", "region_adjectives", "hold_of_a_side", "around_it"),
    *("beside_what", "roads", "on_a_road", "between", "stationed", "lies_near", "borders", "side_of_it", "points"),
    "linking_adjectives",
)
_SELDOM = ("points", "units_of_length", "come_from", "came_by", "stationed")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The words that tell so, from ``function_words.yml``: units of length, who came from a place, who is cared for."""

    units: frozenset[str]
    come_from: frozenset[str]
    cared_for: frozenset[str]
    hospitals: frozenset[str]
    sides: frozenset[str]
    measured_from: frozenset[str]
    left: frozenset[str]
    came_by: frozenset[str]
    called_after: frozenset[str]
    quotes: frozenset[str]
    regions: frozenset[str]
    region_sides: frozenset[str]
    region_adjectives: frozenset[str]
    held: frozenset[str]
    around: frozenset[str]
    beside: frozenset[str]
    roads: frozenset[str]
    on_a_road: frozenset[str]
    between: frozenset[str]
    stationed: frozenset[str]
    lies_near: frozenset[str]
    borders: frozenset[str]
    side_of_it: frozenset[str]
    points: frozenset[str]
    linking: frozenset[str]
    # The words of those lists that few sentences have: a sentence without any of them is not asked for their rules.
    seldom: frozenset[str]

    @classmethod
    def of(cls, function: Mapping[str, frozenset[str]]) -> Elsewhere:
        """The words of the grammar's lists."""
        words = [function[name] for name in _LISTS]
        words.append(frozenset[str]().union(*(function[name] for name in _SELDOM)))
        return cls(*words)

    def names(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether the place is named for another reason than that it happened there."""
        return (
            (not chunk.preposition and (self.names_talks(scene, chunk) or self.speaks(scene, chunk)))
            or self.near_to(scene, chunk)
            or self.cared_for_in(scene, chunk)
            or (chunk.preposition in ON_THE_SIDE and self.tells_whose(scene, chunk))
            or (scene.has_any(self.seldom) and self.names_by_seldom(scene, chunk))
        )

    def names_by_seldom(self, scene: Scene, chunk: Chunk) -> bool:
        """The same by words that few sentences have."""
        return (
            (scene.has_any(self.points) and self.lies_off(scene, chunk))
            or (scene.has_any(self.units) and self.far_from(scene, chunk))
            or (scene.has_any(self.come_from) and self.left_behind(scene, chunk))
            or (scene.has_any(self.came_by) and self.seen_from(scene, chunk))
            or (scene.has_any(self.stationed) and self.stands_at(scene, chunk))
        )

    def not_there(self, scene: Scene, chunk: Chunk) -> bool:
        """The same of a phrase that holds a place, or says how far from it: إلى مستشفى X, 70 كلم شمالي X."""
        far = scene.line.infos[chunk.first].rest in self.units
        return far or self.cared_for_in(scene, chunk) or (scene.has_any(self.came_by) and self.seen_from(scene, chunk))

    def is_region(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether a definite phrase names a part of what the report is about: في المنطقة الوسطى, في الريف الشمالي."""
        if chunk.last == chunk.first:
            return False
        if not chunk.preposition and scene.key(chunk.start - 1) not in WITNESS:
            return False
        if chunk.head not in self.regions and not (chunk.number == "p" and chunk.head in ANAPHORS):
            return False
        which = scene.key(chunk.first + 1).removeprefix(ARTICLE)
        return which in self.region_sides or which in self.region_adjectives

    def is_beside(self, chunk: Chunk) -> bool:
        """Whether a definite phrase is what a deed was beside, or the road it was on: قرب مزاد الأغنام القديم."""
        named = chunk.kind in _THINGS and chunk.last > chunk.first and chunk.count is None
        if not named or chunk.inner:
            return False
        return chunk.preposition in self.beside or (chunk.head in self.roads and chunk.preposition in self.on_a_road)

    def is_way(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether a road is one that leads from one place to another: الطريق الواصل بين X وY."""
        named = chunk.number == "s" and chunk.last > chunk.first
        return named and scene.key(chunk.last + 1) in self.between

    def is_around(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether it is no more than the surroundings of a place named before: X ومحيطها."""
        info = scene.info(chunk.first)
        return chunk.first == chunk.last and (info.rest in self.around or info.key in self.side_of_it)

    def far_from(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether the place is only what a distance is measured from: على بعد 5 كيلومترات من X, 20 كلم غرب X."""
        start = chunk.start
        for at in range(start - 1, max(scene.line.first, start - MEASURED_WITHIN) - 1, -1):
            info = scene.info(at)
            if info.key in self.units:
                return True
            if info.is_word and info.preposition not in self.measured_from and info.rest not in self.sides:
                return False
        return False

    def left_behind(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether somebody once came from the place: عائلة نازحة من ريف X, شاب ينحدر من بلدة X."""
        start = chunk.start
        for at in range(start - 1, max(scene.line.first, start - CAME_WITHIN) - 1, -1):
            info = scene.info(at)
            if info.rest in self.come_from or info.key in self.come_from:
                verb = at in scene.found_at and scene.found_at[at].form.pos == "verb"
                beside = any(scene.info(between).preposition in self.beside for between in range(at + 1, start))
                return not verb and not beside and chunk.preposition in self.left
        return False

    def near_to(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether the place only says where the one before it lies: الغوطة الشرقية، القريبة من دمشق."""
        infos, at = scene.line.infos, chunk.start - 1
        if at <= scene.line.first:
            return False  # there is no place before that
        word = at - 1 if infos[at].key in self.left else at
        if infos[word].rest not in self.lies_near:
            return False
        before = scene.chunk_at.get(word - 1) or scene.chunk_at.get(word - 2)
        return before is not None and before.kind == "place"

    def tells_whose(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether a country is only whose side somebody is on: الميليشيات المرتبطة بروسيا, المدعومة من تركيا."""
        if not chunk.ids or any("-" in known for known in chunk.ids):
            return False
        at = chunk.start - 1
        return scene.info(at - bool(scene.info(at).preposition)).rest in self.linking

    def lies_off(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether the place only says where another lies: زاهدان إلى الجنوب الشرقي من طهران."""
        at = chunk.start - 1
        if scene.key(at) not in self.left:
            return False
        at -= 1 + (scene.key(at - 1).removeprefix(ARTICLE) in self.region_sides)
        if scene.key(at) not in self.points or scene.info(at - 1).preposition not in self.measured_from:
            return False
        return any(other.kind == "place" and other.last < at for other in scene.chunks)

    def stands_at(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether a doer stands at the place while the deed is aimed at another: قصفت القوات المتمركزة في X بلدة Y."""
        start = chunk.start
        near = range(max(scene.line.first, start - CAME_WITHIN), start)
        if all(scene.key(at) not in self.stationed for at in near):
            return False
        behind = [other for other in scene.chunks if other.kind == "place" and other.first > chunk.last]
        return bool(behind) and not behind[0].conjoined and behind[0].preposition in AIMED_BY

    def cared_for_in(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether the place is the hospital that somebody was brought to: نقل إلى مستشفى X, يتلقى العلاج في مشفى X."""
        start = chunk.start
        if chunk.head not in self.hospitals and scene.line.infos[start].rest not in self.hospitals:
            return False
        for at in range(start - 1, max(scene.line.first, start - TREATED_WITHIN) - 1, -1):
            if at in scene.found_at and not (scene.found_at[at].type == "wounded" and scene.found_at[at].form.suffix):
                return False
            if scene.info(at).rest in self.cared_for or scene.key(at) in self.cared_for:
                return True
        return False

    def seen_from(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether something only came from that way: صواريخ من اتجاه شمال X."""
        if self.came_by.isdisjoint(scene.line.keys[scene.line.first : scene.line.last]):
            return False
        start = chunk.start
        return any(
            scene.info(at).rest in self.came_by and scene.key(at - 1) in self.left
            for at in range(max(scene.line.first + 1, start - CAME_WITHIN), start + 1)
        )

    def names_talks(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether talks or a deal are called after the place: محادثات أستانة, اتفاق ستوكهولم."""
        at = chunk.start - 1
        if chunk.conjoined or at < scene.line.first:
            return False
        if at > scene.line.first and scene.key(at) in self.quotes:
            at -= 1
        return scene.line.infos[at].rest in self.called_after

    def speaks(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether the place stands for who speaks there: وقالت دمشق إن."""
        at = chunk.start - 1
        opens = at < scene.line.first and bool(scene.info(chunk.last + 1).speech)  # كييف تقول إنها
        return opens or (at >= scene.line.first and bool(scene.line.infos[at].speech))
