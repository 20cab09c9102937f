"""The words of a report as they are read, each with its place in the text as received."""

from __future__ import annotations

import re

from marsad.arabic.clitics import AND, ARTICLE
from marsad.arabic.words import Word, key_of, keys_of, split_words
from marsad.sentences.posts import without_marks
from marsad.sentences.wrapped import unwrapped

_BLANKS = re.compile(r"[ \t\u00a0]+")


def words_of(text: str) -> list[Word]:
    """The words of a report without the marks that say nothing; what is written apart and belongs together is tied.

    و قال is وقال; the article of a number in digits goes: ال 15.
    """
    flowing = unwrapped(text)
    return _tied(flowing, without_marks(flowing, split_words(flowing)))


_APART = frozenset({AND, ARTICLE})


def _tied(text: str, words: list[Word]) -> list[Word]:
    if _APART.isdisjoint(keys_of(words)):
        return words
    tied: list[Word] = []
    for word in words:
        before = tied[-1] if tied else None
        if before is None or before.key not in _APART or not _goes_on(text, before, word):
            tied.append(word)
        elif before.key == AND:
            tied[-1] = Word(before.start, word.end, key_of(AND + text[word.start : word.end]))
        else:
            tied[-1] = word
    return tied


def _goes_on(text: str, before: Word, word: Word) -> bool:
    """Whether nothing but blanks stands between "and" and a word of letters, or the article and a number."""
    fits = len(word.key) > 1 and word.key[0].isalpha() if before.key == AND else word.key[:1].isdigit()
    return fits and (before.end == word.start or _BLANKS.fullmatch(text, before.end, word.start) is not None)
