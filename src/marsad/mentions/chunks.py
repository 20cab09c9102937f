"""Chunks: the noun phrases of a sentence that can fill a role, found from left to right in one pass.

A chunk opens at a known name (actor, place, source, weapon), at a cue word (حي, بلدة …) or at a noun that heads
mentions (people, fighters, groups, offices, facilities), and runs on as far as the phrase does. Its number stands
beside it, not in it: the text of a chunk begins at its head.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from marsad.arabic.words import Word
from marsad.mentions.vocabulary import WordInfo

LONGEST_PHRASE = 8


@dataclass(slots=True)
class Chunk:
    """Words ``first`` to ``last`` (inclusive). ``start`` is where the phrase begins with its number and preposition."""

    kind: str
    first: int
    last: int
    start: int
    sentence: int = 0
    known: Any = None
    number: str = ""
    low: int | None = None
    high: int | None = None
    count_first: int = -1
    count_last: int = -1
    preposition: str = ""
    conjoined: bool = False
    definite: bool = False
    head: str = ""
    category: str = ""
    group: int = -1
    cue: str = ""
    owner: Any = None
    weapon: Any = None
    inside: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Line:
    """One sentence as the finders see it: the report's words and infos, and where the sentence lies in them."""

    index: int
    first: int
    last: int
    words: list[Word]
    infos: list[WordInfo]
