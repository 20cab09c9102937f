"""Words with offsets. A word keeps its place in the report as received and carries its folded key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from marsad.arabic.normalize import HIDES, MARKS, fold

# Digits with separators stay one word (1,200 and 14.5 and 2016/12/06); letters with their marks stay one
# word; any other visible character is a word of its own. Letters and digits part company: "3دبابات" is two.
NUMBER = r"\d+(?:[.,٫٬/:-]\d+)*"
LETTERS = rf"[^\W\d_{MARKS}][^\W\d_{MARKS}]*(?:[{MARKS}]+(?:{HIDES})?[^\W\d_{MARKS}]*)*"
_WORD = re.compile(rf"(?P<number>{NUMBER})|(?P<letters>{LETTERS})|(?P<other>[^\s{MARKS}])")


class Word(NamedTuple):
    """One word or punctuation mark: ``text[start:end]`` as received, and its folded ``key``."""

    start: int
    end: int
    key: str


_keys: dict[str, str] = {}
_KEYS_KEPT = 200_000


def key_of(surface: str) -> str:
    """The folded key of one surface form, remembered: news repeats its words."""
    key = _keys.get(surface)
    if key is None:
        if len(_keys) >= _KEYS_KEPT:
            _keys.clear()
        key = _keys[surface] = fold(surface)
    return key


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Every word and punctuation mark of ``text[start:end]``, in order, with offsets into ``text``."""
    stop = len(text) if end is None else end
    return [Word(match.start(), match.end(), key_of(match.group())) for match in _WORD.finditer(text, start, stop)]


_KEY = itemgetter(2)


def keys_of(words: Sequence[Word]) -> list[str]:
    """The folded keys of words, in order."""
    return list(map(_KEY, words))


def forget_keys() -> None:
    """Empty the memory of folded words; for measuring."""
    _keys.clear()
