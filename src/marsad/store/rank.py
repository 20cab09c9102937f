"""One number that orders rows by day and, within a day, by their key: page after page is one walk along an index."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

KEY_BITS = 32
_KEYS = (1 << KEY_BITS) - 1


def rank_of(day: str | None, key: int) -> int:
    """The rank of a row; a month or a year stands at its first day, what has no day before all."""
    return (ordinal(day) << KEY_BITS) | key


def key_of(rank: int) -> int:
    """The key of the row with this rank."""
    return rank & _KEYS


def first_rank(day: str) -> int:
    """The lowest rank of a day, a month or a year."""
    return ordinal(day) << KEY_BITS


def last_rank(day: str) -> int:
    """The highest rank of a day, a month or a year."""
    year, *rest = (int(part) for part in day.split("-"))
    if len(rest) == 2:
        return ((ordinal(day) + 1) << KEY_BITS) - 1
    month = rest[0] if rest else 12
    if (year, month) == (date.max.year, date.max.month):  # no day follows it
        return ((date.max.toordinal() + 1) << KEY_BITS) - 1
    return (date(year + month // 12, month % 12 + 1, 1).toordinal() << KEY_BITS) - 1


@lru_cache(10_000)
def ordinal(day: str | None) -> int:
    """The number of a day given as an ISO prefix; 0 where there is none or it cannot be."""
    if not day:
        return 0
    try:
        return date.fromisoformat(f"{day}-01-01"[:10] if len(day) < 7 else f"{day}-01"[:10]).toordinal()
    except ValueError:
        return 0
