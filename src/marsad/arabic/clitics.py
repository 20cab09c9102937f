"""Proclitics (و ف ب ل ك س) split off only as proposals: the caller keeps the split whose rest it knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from marsad.arabic.remembered import Remembered

ARTICLE = "ال"
# Ta marbuta as it is folded: the ending of most feminine nouns.
FEMININE = "ه"
FEMININE_PLURAL = "ات"
AND = "و"
AT = "ب"
WITH, TO = "ب", "ل"
# The preposition of one of many, and proclitics that stand before words for many: بجميع, لكل.
FROM, PREPOSED = "من", (WITH, TO)
# The preposition of what is acted upon: أثر على, استولى على.
UPON = "علي"
OFF = "عن"
# The preposition of those whom something is done against.
AGAINST = "ضد"
# Like, written as a letter that may as well be a name's own.
LIKE = "ك"
# First letters of the present, third person.
PRESENT = ("ي", "ت")
_ONE = ("و", "ف", "ب", "ل", "ك")
_TWO = ("وب", "ول", "وك", "فب", "فل", "فك")


@lru_cache(maxsize=16_384)
def first_keys(key: str) -> tuple[tuple[str, str], ...]:
    """Proposed splits ``(prefix, rest)`` of a folded key, the unsplit key first, then the shortest prefix first.

    ``لل…`` gives back the article it swallowed: ``للجيش`` is proposed as ``("ل", "الجيش")``. A rest has two letters
    at least. Nothing is stripped blindly: والي and بلدة are proposed as wholes first, and only a rest that some list
    knows is to be believed. Kept for the words met last: most words of a report are asked for again and again.
    """
    return tuple(_splits(key))


@lru_cache(maxsize=256)
def with_prefix(words: frozenset[str], prefix: str) -> frozenset[str]:
    """The words as they stand behind a prefix and without it; for lists of the lexicons, made once for each."""
    return words | {prefix + word for word in words}


def _splits(key: str) -> Iterator[tuple[str, str]]:
    yield "", key
    for prefix in _ONE:
        if key.startswith(prefix) and len(key) > 2:
            yield prefix, key[1:]
            break
    if key.startswith("لل") and len(key) > 3:
        yield "ل", ARTICLE + key[2:]
    for prefix in _TWO:
        if key.startswith(prefix) and len(key) > 3:
            yield prefix, key[2:]
            break
    if key.startswith(("ولل", "فلل")) and len(key) > 4:
        yield key[0] + "ل", ARTICLE + key[3:]


def _rests(key: str) -> frozenset[str]:
    return frozenset([rest for _, rest in first_keys(key)])


def _with_bare(key: str) -> frozenset[str]:
    return rests[key].union([rest.removeprefix(ARTICLE) for rest in rests[key]])


# What a key may be with its proclitics off, itself among them; the same with the article off too.
rests: Remembered[frozenset[str]] = Remembered(_rests)
rests_and_bare: Remembered[frozenset[str]] = Remembered(_with_bare)
