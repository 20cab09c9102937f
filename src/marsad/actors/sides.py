"""Sides as the registers write them, compared word by word: "Houthi-controlled" and "Houthi-self" agree."""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS = re.compile(r"[a-z]+")
# Words of a leaning that say nothing about the side.
_EMPTY = frozenset(
    {
        "self", "neutral", "pro", "state", "aligned", "leaning", "controlled", "pejorative", "label", "after", "to",
        "run", "linked", "official", "independent", "mainstream", "monitor", "area", "authorities", "post", "the",
    }
)  # fmt: skip


@lru_cache(maxsize=1024)
def words_of(side: str | None) -> frozenset[str]:
    """The words of a side that name it."""
    return frozenset(_WORDS.findall((side or "").lower())) - _EMPTY


def agree(one: str | None, other: str | None) -> bool:
    """Whether two sides have a word in common."""
    return bool(words_of(one) & words_of(other))
