"""Tables of phrases: the longest known phrase that begins at a word, in time independent of the table's size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from marsad.arabic.normalize import fold
from marsad.arabic.words import split_words

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase of ``length`` words was found; ``values`` are what the table holds for it."""

    length: int
    values: tuple[Value, ...]


def phrase_keys(phrase: str) -> tuple[str, ...]:
    """The folded keys of a phrase, punctuation left out, split as reports are split."""
    return tuple(word.key for word in split_words(phrase) if word.key[0].isalnum())


class PhraseTable(Generic[Value]):
    """Phrases by their first key, longest first. Built from plain data so that it can be loaded compiled."""

    def __init__(self, phrases: Mapping[str, Iterable[Value]]) -> None:
        """``phrases``: folded keys joined by one blank, each with its values."""
        first: dict[str, list[tuple[tuple[str, ...], tuple[Value, ...]]]] = {}
        for joined, values in phrases.items():
            head, *rest = joined.split(" ")
            first.setdefault(head, []).append((tuple(rest), tuple(values)))
        for found in first.values():
            if len(found) > 1:
                found.sort(key=lambda item: -len(item[0]))
        self._first = first

    def starts(self, key: str) -> bool:
        """Whether some phrase begins with this key."""
        return key in self._first

    def longest(self, first: str, following: Sequence[str], at: int = 0) -> Match[Value] | None:
        """The longest phrase made of ``first`` and the keys of ``following`` from ``at`` on, or None."""
        for rest, values in self._first.get(first, ()):
            size = len(rest)
            if size == 0 or tuple(following[at : at + size]) == rest:
                return Match(size + 1, values)
        return None


def joined(phrase: str) -> str:
    """A phrase as a key of a :class:`PhraseTable`."""
    return " ".join(phrase_keys(fold(phrase)))
