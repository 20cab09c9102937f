"""The words of a report as they are read, each with its place in the text as received."""

from __future__ import annotations

import re
from itertools import compress

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
    keys = keys_of(words)
    if _APART.isdisjoint(keys):
        return words
    tied: list[Word] = []
    behind = 0
    for at in compress(range(len(words) - 1), map(_APART.__contains__, keys)):
        before, word = words[at], words[at + 1]
        if at < behind or not _goes_on(text, before, word):
            continue
        tied += words[behind:at]
        if before.key == AND:
            word = Word(before.start, word.end, key_of(AND + text[word.start : word.end]))
        tied.append(word)
        behind = at + 2
    return tied + words[behind:]


def _goes_on(text: str, before: Word, word: Word) -> bool:
    """Whether nothing but blanks stands between "and" and a word of letters, or the article and a number."""
    fits = len(word.key) > 1 and word.key[0].isalpha() if before.key == AND else word.key[:1].isdigit()
    return fits and (before.end == word.start or _BLANKS.fullmatch(text, before.end, word.start) is not None)
