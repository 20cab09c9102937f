"""Parts and surroundings of places: what شمال X, ريف X الشرقي or ريفها mean, told from the words around a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.arabic.clitics import ARTICLE, first_keys
from marsad.arabic.normalize import fold


@dataclass(frozen=True, slots=True)
class Part:
    """Words around a name read away: ``inner`` is the name's words, ``bearing`` where in it, as (north, east).

    ``only_heads``: they say what kind of place it is and nothing else, as in مدينة X.
    """

    inner: tuple[str, ...]
    name: str
    bearing: tuple[int, int]
    around: bool
    countryside: bool
    only_heads: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """Look-ups by folded key; see sides.yml."""

    bearings: Mapping[str, tuple[str, int, int]]
    around: frozenset[str]
    countryside: frozenset[str]
    of_the_last: frozenset[str]
    the_country: frozenset[str]
    the_last: Mapping[str, str]
    within_city: frozenset[str]
    heads: frozenset[str]
    roads: frozenset[str]
    between: frozenset[str]
    named_after: frozenset[str]
    kilometres: frozenset[str]

    def read(self, keys: Sequence[str]) -> Part:
        """The words without those of sides and surroundings before and after them."""
        first, last = 0, len(keys)
        found: list[tuple[str, int, int]] = []
        while first < last and self._takes(keys[first], found, bare=True):
            first += 1
        while last > first and self._takes(keys[last - 1], found, bare=False):
            last -= 1
        if first == 0 and last == len(keys):
            return Part(tuple(keys), "", (0, 0), False, False, True)
        north = max((row[1] for row in found), key=abs, default=0)
        east = max((row[2] for row in found), key=abs, default=0)
        name = " ".join(dict.fromkeys(row[0] for row in found))
        countryside = any(key.removeprefix(ARTICLE) in self.countryside for key in keys[:first])
        heads = last == len(keys) and all(key in self.heads for key in keys[:first])
        return Part(tuple(keys[first:last]), name, (north, east), True, countryside, heads)

    def _takes(self, key: str, found: list[tuple[str, int, int]], *, bare: bool) -> bool:
        """Whether the word says a side or surroundings; after the name only with the article (ريف حلب الشرقي)."""
        rest = key if bare else key.removeprefix(ARTICLE)
        if not bare and rest == key:
            return False
        bearing = self.bearings.get(rest) or self.bearings.get(key.removeprefix(ARTICLE))
        if bearing is not None:
            found.append(bearing)
            return True
        if not bare:
            return False
        if rest in self.around or rest in self.of_the_last or rest.removeprefix(ARTICLE) in self.countryside:
            return True
        for prefix, part in first_keys(key):
            if prefix and part in self.heads:
                return True
        return False


def build(source: dict[str, Any]) -> Sides:
    """Sides of the plain structure of sides.yml."""
    bearings = {fold(word): (row["name"], *row["at"]) for row in source["sides"] for word in row["words"]}
    return Sides(
        bearings=bearings,
        around=_keys(source["around"]) | _keys(source["countryside"]),
        countryside=_keys(source["countryside"]) | _keys(source["of_the_last"]),
        of_the_last=_keys(source["of_the_last"]),
        the_country=_keys(source["the_country"]),
        the_last={fold(word): kind for kind, words in source["the_last"].items() for word in words},
        within_city=_keys(source["within_city"]),
        heads=_keys(source["heads"]),
        roads=_keys(source["roads"]),
        between=_keys(source["between"]),
        named_after=_keys(source["named_after"]),
        kilometres=_keys(source["kilometres"]),
    )


def _keys(words: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
