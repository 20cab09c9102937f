"""The names that a chunk can open with, as the registers, the gazetteer and the lexicons give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from marsad.arabic.phrases import PhraseTable
from marsad.places.cues import PlaceCue


@dataclass(frozen=True, slots=True)
class Names:
    """The tables a chunk can open with: registers, gazetteer, weapons, place cues, nationality adjectives."""

    actors: PhraseTable[str]
    sources: PhraseTable[str]
    places: PhraseTable[str]
    weapons: PhraseTable[str]
    cues: Mapping[str, PlaceCue]
    adjectives: Mapping[str, str]
    ordinary: frozenset[str]
    governed: frozenset[str]
    of_the_last: frozenset[str]
    not_names: frozenset[str]
