"""Tables of phrases: the longest known phrase that begins at a word, in time independent of the table's size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from marsad.arabic.lines import LineTable
from marsad.arabic.normalize import fold
from marsad.arabic.remembered import Remembered
from marsad.arabic.words import split_words

Value = TypeVar("Value")


class Match(Generic[Value]):
    """A phrase of ``length`` words was found; ``values`` are what the table holds for it."""

    __slots__ = ("length", "values")

    def __init__(self, length: int, values: tuple[Value, ...]) -> None:
        self.length, self.values = length, values


def phrase_keys(phrase: str) -> tuple[str, ...]:
    """The folded keys of a phrase, punctuation left out, split as reports are split."""
    return tuple(word.key for word in split_words(phrase) if word.key[0].isalnum())


class PhraseTable(Generic[Value]):
    """Phrases by their joined keys. What they hold is decoded when it is first asked for: a start stays cheap."""

    def __init__(
        self,
        phrases: Mapping[str, Iterable[Value]] | Mapping[str, Any],
        decode: Callable[[Any], Iterable[Value]] | None = None,
        words: LineTable | None = None,
    ) -> None:
        """``phrases``: folded keys joined by one blank, each with its values, or with what ``decode`` makes them of.

        ``words``: those of one word, where they are many.
        """
        self._phrases = phrases
        self._words = words or LineTable({})
        self._decode = decode
        self._matches: dict[str, Match[Value]] = {}
        # The match of a word by itself, or None.
        self._alone = Remembered(self._of_one_word)
        # The first words of phrases of several words, and the second ones: most words are none of these.
        self._firsts: set[str] = set()
        self._seconds: set[str] = set()
        # How many words may follow the first of phrases of three or more, a bit for each number, by the first two.
        self._following_two: dict[str, int] = {}
        for phrase in phrases:
            if " " in phrase:
                first, _, others = phrase.partition(" ")
                second, _, more = others.partition(" ")
                self._firsts.add(first)
                self._seconds.add(second)
                if more:
                    two = f"{first} {second}"
                    self._following_two[two] = self._following_two.get(two, 0) | 1 << phrase.count(" ")

    def starts(self, key: str) -> bool:
        """Whether some phrase begins with this key."""
        return key in self._firsts or self._alone[key] is not None

    def opens_longer(self, key: str) -> bool:
        """Whether phrases of more words begin with this key, which is none by itself."""
        return key in self._firsts and self._alone[key] is None

    def longest(self, first: str, following: Sequence[str], at: int = 0) -> Match[Value] | None:
        """The longest phrase made of ``first`` and the keys of ``following`` from ``at`` on, or None."""
        if first in self._firsts and at < len(following) and following[at] in self._seconds:
            two = f"{first} {following[at]}"
            if two in self._following_two:
                left = len(following) - at
                for size in _longest_first(self._following_two[two]):
                    phrase = " ".join((first, *following[at : at + size])) if size <= left else ""
                    if phrase in self._phrases:
                        return self._match(phrase, size + 1)
            if two in self._phrases:
                return self._match(two, 2)
        return self._alone[first]

    def _of_one_word(self, word: str) -> Match[Value] | None:
        return self._match(word, 1) if word in self._phrases or word in self._words else None

    def _match(self, phrase: str, length: int) -> Match[Value]:
        match = self._matches.get(phrase)
        if match is not None:
            return match
        held: Any = self._phrases[phrase] if phrase in self._phrases else self._words.get(phrase)
        match = self._matches[phrase] = Match(length, tuple(self._decode(held) if self._decode else held))
        return match


@lru_cache(maxsize=1024)
def _longest_first(sizes: int) -> tuple[int, ...]:
    """The numbers whose bits are set, the largest first."""
    return tuple(size for size in range(sizes.bit_length() - 1, 0, -1) if sizes >> size & 1)


def joined(phrase: str) -> str:
    """A phrase as a key of a :class:`PhraseTable`."""
    return " ".join(phrase_keys(fold(phrase)))
