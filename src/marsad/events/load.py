"""The words of this room, folded: who is a civilian or a fighter, what names nothing, who speaks for an outlet."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.normalize import fold

_FILE = "words.json"


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words by what they say."""

    civilians: frozenset[str]
    fighters: frozenset[str]
    opposing: frozenset[str]
    army: frozenset[str]
    common: frozenset[str]
    reporters: frozenset[str]
    anonymous: frozenset[str]


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The words of :file:`words.json`."""
    source = json.loads((resources.files("marsad.events") / _FILE).read_text("utf-8"))
    return Words(**{name: frozenset(map(fold, source[name])) for name in Words.__dataclass_fields__})


# Reports name the same people, places and sides again and again.
REMEMBERED = 1 << 14
folded = lru_cache(maxsize=REMEMBERED)(fold)


@lru_cache(maxsize=REMEMBERED)
def bare_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, without quotation marks and articles."""
    return tuple(map(bare, fold(text).replace("«", " ").replace("»", " ").split()))


def bare(word: str) -> str:
    """A folded word without the article, so that it meets its indefinite form."""
    article = "".join(ARTICLE)
    return word[len(article) :] if word.startswith(article) and len(word) > len(article) + 2 else word
