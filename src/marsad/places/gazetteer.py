"""The gazetteer as it is used: places by id, names as a table of phrases. Built from plain data, nothing parsed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from marsad.arabic.phrases import PhraseTable
from marsad.errors import DataError
from marsad.places.sides import Sides
from marsad.places.sides import build as build_sides

BUILT = "built/gazetteer.json"


@dataclass(frozen=True, slots=True)
class Place:
    """A place. ``population`` is 0 where unknown; ``parent`` is the id of the place that holds it."""

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


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """``table`` finds the longest name, ``names`` the exact one (folded keys); ``ordinary`` names are also other words.

    ``fits`` says which kinds of place may follow a cue word of each kind.
    """

    places: Mapping[str, Place]
    table: PhraseTable[str]
    names: Mapping[str, tuple[str, ...]]
    ordinary: frozenset[str]
    fits: Mapping[str, frozenset[str]]
    countries: Mapping[str, str]
    sides: Sides


def build(source: dict[str, Any]) -> Gazetteer:
    """The gazetteer of a plain structure written by :mod:`marsad.places.compile`."""
    ids: list[str] = [row[0] for row in source["places"]]
    names = {key: tuple([ids[at] for at in found]) for key, found in source["names"].items()}
    places = {row[0]: Place(*row) for row in source["places"]}
    return Gazetteer(
        places=places,
        table=PhraseTable(names),
        names=names,
        ordinary=frozenset(source["ordinary"]),
        fits={kind: frozenset(kinds) for kind, kinds in source["fits"].items()},
        countries={place.country: place.id for place in places.values() if place.kind == "country" and place.country},
        sides=build_sides(source["sides"]),
    )


def load_built() -> Gazetteer:
    """The gazetteer of the package."""
    path = resources.files("marsad.places") / BUILT
    try:
        source = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise DataError(f"places/{BUILT} was not built: run `make data`, or install the package again") from error
    return build(source)
