"""The words of a report as they are read, each with its place in the text as received."""

from __future__ import annotations

import re

from marsad.arabic.clitics import AND
from marsad.arabic.words import Word, key_of, split_words
from marsad.sentences.posts import without_marks
from marsad.sentences.wrapped import unwrapped

_BLANKS = re.compile(r"[ \t\u00a0]+")


def words_of(text: str) -> list[Word]:
    """The words of a report without the marks that say nothing, "and" written with its word: و قال is وقال."""
    flowing = unwrapped(text)
    return _with_and(flowing, without_marks(flowing, split_words(flowing)))


def _with_and(text: str, words: list[Word]) -> list[Word]:
    """The words with each "and" that stands by itself before letters tied to what follows on its line."""
    if not any(word.key == AND for word in words):
        return words
    tied: list[Word] = []
    for word in words:
        before = tied[-1] if tied else None
        if before is not None and before.key == AND and _goes_on(text, before, word):
            tied[-1] = Word(before.start, word.end, key_of(AND + text[word.start : word.end]))
        else:
            tied.append(word)
    return tied


def _goes_on(text: str, before: Word, word: Word) -> bool:
    """Whether nothing but blanks stands between "and" and a word of letters."""
    return word.key[:1].isalpha() and len(word.key) > 1 and _BLANKS.fullmatch(text, before.end, word.start) is not None
