"""Chunks: the noun phrases of a sentence that can fill a role, found from left to right in one pass.

A chunk opens at a known name (actor, place, source, weapon), at a cue word for a place or at a noun that heads
mentions (people, fighters, groups, offices, facilities), and runs on as far as the phrase does: adjectives, a
construct, a name in quotes, ``من`` or ``ل`` with the larger whole. Its number stands beside it, not in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.arabic.words import Word
from marsad.mentions.numbers import NumberMention
from marsad.mentions.vocabulary import WordInfo

LONGEST_PHRASE = 12


@dataclass(slots=True, eq=False)
class Chunk:
    """Words ``first`` to ``last`` (inclusive). ``start``, never behind ``first``, is where it begins with its number.

    ``kind``: actor, source, place, weapon, people, fighters, group, office, facility, other. ``preposition`` is the
    preposition or proclitic before it; ``conjoined`` says that و or a comma list ties it to the chunk before. A chunk
    is equal to itself alone.
    """

    kind: str
    first: int
    last: int
    start: int
    sentence: int
    head: str = ""
    number: str = ""
    definite: bool = False
    ids: tuple[str, ...] = ()
    count: NumberMention | None = None
    preposition: str = ""
    conjoined: bool = False
    inner: list[Chunk] = field(default_factory=list)
    adjective_actor: str = ""
    adjective_at: int = -1
    cue: str = ""
    antecedent: Chunk | None = None

    def first_inner(self, *kinds: str) -> Chunk | None:
        """The first chunk of one of these kinds in it, itself included."""
        if self.kind in kinds:
            return self
        for chunk in self.inner:
            if chunk.kind in kinds:
                return chunk
            found = chunk.first_inner(*kinds) if chunk.inner else None
            if found is not None:
                return found
        return None


@dataclass(slots=True, eq=False)
class Line:
    """One sentence as the finders see it: the report's words and infos, and where the sentence lies in them."""

    index: int
    paragraph: int
    first: int
    last: int
    words: list[Word]
    infos: list[WordInfo]
    keys: list[str]
    text: str
