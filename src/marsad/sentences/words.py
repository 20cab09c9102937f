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

    و قال is وقال, ال قرار is القرار; the article of a number in digits goes: ال 15.
    """
    flowing = unwrapped(text)
    return _tied(flowing, without_marks(flowing, split_words(flowing)))


_APART = frozenset({AND, ARTICLE, AND + ARTICLE})


def _tied(text: str, words: list[Word]) -> list[Word]:
    if _APART.isdisjoint(keys_of(words)):
        return words
    tied: list[Word] = []
    for word in words:
        before = tied[-1] if tied else None
        if before is None or before.key not in _APART or not _goes_on(text, before, word):
            tied.append(word)
        elif word.key[:1].isalpha():
            tied[-1] = Word(before.start, word.end, key_of(before.key + text[word.start : word.end]))
        else:
            tied[-1:] = [word] if before.key == ARTICLE else [before, word]
    return tied


def _goes_on(text: str, before: Word, word: Word) -> bool:
    """Whether nothing but blanks stands between two words, the second of more than one letter or a number."""
    long = word.key[:1].isdigit() or (word.key[:1].isalpha() and len(word.key) > 1)
    return long and (before.end == word.start or _BLANKS.fullmatch(text, before.end, word.start) is not None)
