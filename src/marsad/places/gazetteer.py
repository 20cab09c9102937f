"""The gazetteer as it is used: places by id, names as a table of phrases. Built from plain data, nothing parsed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from marsad.arabic.phrases import PhraseTable
from marsad.errors import DataError
from marsad.places.added import merged
from marsad.places.guesses import Guesses
from marsad.places.guesses import build as build_guesses
from marsad.places.sides import Sides
from marsad.places.sides import build as build_sides

BUILT, GUARDS = "built/gazetteer.json", "built/guards.json"

# How many mentions of each kind are remembered: a mention takes a kilobyte or two.
MOST_REMEMBERED = 5_000

Value = TypeVar("Value")


class Decoded(Mapping[str, Value], Generic[Value]):
    """A mapping whose values are made when first asked for: a report names a handful of thousands of places."""

    def __init__(self, raw: Mapping[str, Any], decode: Callable[[Any], Value]) -> None:
        self._raw = raw
        self._decode = decode
        self._made: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._decode(self._raw[key])
        return made

    def get(self, key: str, default: Any = None) -> Any:
        """As of every mapping, without asking for what is not there."""
        made = self._made.get(key)
        if made is not None:
            return made
        return self[key] if key in self._raw else default

    def __contains__(self, key: object) -> bool:
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


@dataclass(frozen=True, slots=True)
class Place:
    """A place. ``population`` is 0 where unknown; ``parent`` is the id of the place that holds it.

    ``source`` names where a place was brought from that is neither the register's nor GeoNames' own.
    """

    id: str
    name: str
    name_ar: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    radius_m: int
    population: int
    parent: str | None
    reviewed: bool
    admin2: str | None = None
    pcode: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """``table`` finds the longest name, ``names`` the exact one (folded keys); ``ordinary`` names are also other words.

    ``placed`` names are so without their article and nobody reviewed them, ``governed`` ones are reviewed; ``small``
    names are of towns too small to be believed without a sign that a place is meant, ``also_words`` are believed
    without one only in reports on their country. ``fits`` says which kinds of place may follow a cue word of each kind.
    """

    places: Mapping[str, Place]
    table: PhraseTable[str]
    names: Mapping[str, tuple[str, ...]]
    ordinary: frozenset[str]
    placed: frozenset[str]
    governed: frozenset[str]
    small: frozenset[str]
    also_words: frozenset[str]
    fits: Mapping[str, frozenset[str]]
    countries: Mapping[str, str]
    sides: Sides
    guesses: Guesses
    ids: Sequence[str]
    # What was looked up of it before, by whoever looks: each under a name of his own, and emptied when it is full.
    remembered: dict[str, dict[Any, Any]] = field(default_factory=dict, compare=False, repr=False)

    def memory(self, name: str) -> dict[Any, Any]:
        """What was looked up before under a name: the same for all reports, so that it stays for the next ones."""
        known = self.remembered.get(name)
        if known is None:
            known = self.remembered[name] = {}
        elif len(known) >= MOST_REMEMBERED:
            known.clear()
        return known

    def spelt_otherwise(self, key: str) -> tuple[str, ...]:
        """Ids of places whose name is the key with one letter mistaken."""
        found = (self.names[other] for other in dict.fromkeys(self.guesses.one_letter_off(key)) if other in self.names)
        return tuple(dict.fromkeys(name for ids in found for name in ids))

    def by_skeleton(self, key: str) -> tuple[str, ...]:
        """Ids of places known in Latin script alone that have the consonants of the key."""
        return tuple(self.ids[at] for at in self.guesses.skeletons.get(self.guesses.skeleton(key), ()))


def build(source: dict[str, Any]) -> Gazetteer:
    """The gazetteer of a plain structure written by :mod:`marsad.places.compile`."""
    rows = source["places"]

    def names(found: list[int]) -> tuple[str, ...]:
        return tuple([rows[at][0] for at in found])

    return Gazetteer(
        places=Decoded({row[0]: row for row in rows}, lambda row: Place(*row)),
        table=PhraseTable(source["names"], names),
        names=Decoded(source["names"], names),
        ordinary=frozenset(source["ordinary"]),
        placed=frozenset(source["placed"]),
        governed=frozenset(source["governed"]),
        small=frozenset(source["small"]),
        also_words=frozenset(source["also_words"]),
        fits={kind: frozenset(kinds) for kind, kinds in source["fits"].items()},
        countries={row[4]: row[0] for row in rows if row[3] == "country" and row[4]},
        sides=build_sides(source["sides"]),
        guesses=build_guesses(source["spellings"], source["skeletons"]),
        ids=[row[0] for row in rows],
    )


def load_built(added: Path | None = None) -> Gazetteer:
    """The gazetteer of the package, with what a user added to it: a file compiled by :mod:`marsad.imports`."""
    source = load_plain(BUILT)
    if added is not None:
        source = merged(source, json.loads(added.read_text("utf-8")))
    return build(source)


def load_plain(name: str) -> dict[str, Any]:
    """A built file of this room as plain data."""
    path = Path(__file__).parent / name
    try:
        plain: dict[str, Any] = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise DataError(f"places/{name} was not built: run `make data`, or install the package again") from error
    return plain
