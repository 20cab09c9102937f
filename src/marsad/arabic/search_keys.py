"""What a word is searched by: its folded key, and that key without article and proclitics, right or wrong.

The second is no reading: it only has to be the same for the text and for the question.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from marsad.arabic.words import LETTERS, NUMBER, key_of

# The numbers and the words of letters among the words of marsad.arabic.words, without their places.
_SEARCHED = re.compile(f"{NUMBER}|{LETTERS}")
_LEADING = re.compile("^(?:[وف]?(?:لل|[بلك]?ال)|[وف])(?=..)")
# All that it takes away: a stem behind each of these are the keys that have it.
_LED_BY = tuple(first + then for then in ("", "ال", "لل", "بال", "لال", "كال") for first in ("", "و", "ف"))
_SHORTEST = 3


class SearchKeys(NamedTuple):
    """The words of a text as one string, and their stems as another, place by place."""

    words: str
    stems: str


def search_keys(text: str) -> SearchKeys:
    """The keys of the letters and numbers of a text, in order."""
    keys = list(map(key_of, _SEARCHED.findall(text)))
    return SearchKeys(" ".join(keys), " ".join(map(stem, keys)))


class _Pieces(dict[str, str]):
    """The keys of what stands between two spaces, remembered: no word goes beyond a space."""

    def __missing__(self, piece: str) -> str:
        keys = key_of(piece) if piece.isalpha() else " ".join(map(key_of, _SEARCHED.findall(piece)))
        self[piece] = keys
        return keys


_pieces = _Pieces()
_KEPT = 200_000


def words_searched(text: str) -> str:
    """The keys of the letters and numbers of a text, as one string: for whole texts, and names in them."""
    return " ".join(pieces_searched(text))


def pieces_searched(text: str) -> list[str]:
    """The same piece by piece: of each that stands between spaces its keys, mostly one."""
    if len(_pieces) > _KEPT:
        _pieces.clear()
    return list(filter(None, map(_pieces.__getitem__, text.split())))


@lru_cache(50_000)
def words_of_name(text: str) -> str:
    """The keys of a short text as one string, remembered: without stems."""
    return words_searched(text)


@lru_cache(50_000)
def keys_of_name(text: str) -> SearchKeys:
    """The keys of a short text, remembered: names and phrases come again and again."""
    return search_keys(text)


@lru_cache(100_000)
def stem(key: str) -> str:
    """A folded key without what may stand before the word; three letters stay."""
    rest = _LEADING.sub("", key)
    return rest if len(rest) >= _SHORTEST else key


@lru_cache(1_000)
def keys_with(stem_of_all: str) -> tuple[str, ...]:
    """Every key that has this stem, the stem itself first where it is one."""
    return tuple(key for first in _LED_BY if stem(key := first + stem_of_all) == stem_of_all)


@lru_cache(1_000)
def beginnings_with(stem_of_all: str) -> tuple[str, ...]:
    """How the keys begin whose stem begins so."""
    return tuple(first + stem_of_all for first in _LED_BY)
