"""Cue words before place names, by every written form they take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from marsad.arabic.normalize import fold
from marsad.arabic.nouns import dual_keys


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """What a cue word says: the kind of place, whether it is dropped from the place's words, what may follow."""

    kind: str
    drop: bool
    introduces_unknown: bool
    number: str


def build(source: dict[str, Any]) -> dict[str, PlaceCue]:
    """Cues by folded key: singular, plurals and construct dual."""
    found: dict[str, PlaceCue] = {}
    for entry in source["cues"]:
        for key, number in _keys(entry):
            found.setdefault(
                key, PlaceCue(entry["kind"], entry.get("drop", False), entry.get("unknown", False), number)
            )
    return found


def not_names(source: dict[str, Any]) -> frozenset[str]:
    """Keys of words that follow a cue word as its adjective and are no name."""
    return frozenset(fold(word) for word in source["not_names"])


def _keys(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """A name follows in a construct, so the dual has lost its nun: بلدتا, بلدتي."""
    singular = fold(entry["word"])
    if entry.get("single", True):
        yield singular, "s"
    for plural in entry.get("plurals", ()):
        yield fold(plural), "p"
    if entry.get("dual", False):
        nominative, oblique = islice(dual_keys(singular), 2)
        yield oblique[:-1], "d"
        if not nominative.startswith(singular):  # else it is written like the accusative singular: حيا
            yield nominative[:-1], "d"
