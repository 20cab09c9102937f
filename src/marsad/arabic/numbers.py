"""Numerals: digits and number words to whole numbers. In: folded keys. Out: values. What is counted is no concern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.arabic import number_words as nw
from marsad.arabic.clitics import ARTICLE, first_keys
from marsad.arabic.remembered import Remembered

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,٬]\d{3})+")
_DECIMAL = re.compile(r"(\d+)[.,٫](\d+)")
_LARGEST = 10**12


# Not frozen, as that makes it three times as dear; nothing changes one that was read.
@dataclass(slots=True)
class Numeral:
    """``length`` words from ``first`` on state ``value``; None where they state no whole number (14.5)."""

    first: int
    length: int
    value: int | None
    digits: bool = False

    @property
    def after(self) -> int:
        """The index of the first word behind the numeral."""
        return self.first + self.length


def digits_value(key: str) -> int | None:
    """The whole number a digit word states (25, 1,200), or None (14.5, 7:30, 2016/12/06)."""
    if key.isdecimal():
        return int(key) if len(key) < 13 else None
    if key[:1].isdigit() and _GROUPED.fullmatch(key):
        return int(re.sub(r"\D", "", key))
    return None


def _bare(key: str) -> str:
    """The key without the article where what remains is a number word that takes one."""
    rest = key.removeprefix(ARTICLE)
    return key if rest in nw.NOT_WITH_ARTICLE else rest if rest in _WORDS else key


_WORDS = frozenset(nw.UNITS) | frozenset(nw.TENS) | frozenset(nw.HUNDREDS) | frozenset(nw.TEEN_HEADS)
_STARTERS = _WORDS | frozenset(nw.LONE_SCALES) | set(nw.FRACTIONS)


def number_word(key: str) -> str:
    """The number word that ``key`` is when its proclitic and article are off, or "" (بثلاثة -> ثلاثه)."""
    return _known[key]


def _look(key: str) -> str:
    if key.removeprefix(nw.AND) in nw.LIKE_A_NUMBER:
        return ""
    for prefix, rest in first_keys(key):
        bare = _bare(rest)
        if bare in _STARTERS and not (prefix and bare in nw.NOT_WITH_PROCLITIC and prefix != "و"):
            return bare
    return ""


_known: Remembered[str] = Remembered(_look)


def _joined(keys: Sequence[str], at: int) -> tuple[str, int] | None:
    """The key that ``و`` joins on at ``at`` and the index behind it: written together (وعشرين) or apart (و 200)."""
    if at >= len(keys):
        return None
    if keys[at] == "و":
        return (_bare(keys[at + 1]), at + 2) if at + 1 < len(keys) else None
    return (_bare(keys[at][1:]), at + 1) if keys[at][0] == "و" and len(keys[at]) > 2 else None


def _below_hundred(key: str, keys: Sequence[str], after: int) -> tuple[int, int] | None:
    """A value below 100 that begins with ``key``, the words from ``after`` on following it."""
    follower = keys[after] if after < len(keys) else ""
    if key in nw.TEEN_HEADS and follower in nw.TEEN_TAILS:
        return nw.TEEN_HEADS[key] + 10, after + 1
    if key in nw.TENS:
        return nw.TENS[key], after
    unit = nw.UNITS.get(key) or nw.TEEN_HEADS.get(key)
    if unit is None:
        return None
    tens = _joined(keys, after)
    if tens and tens[0] in nw.TENS and unit < 10:
        return unit + nw.TENS[tens[0]], tens[1]
    return (unit, after) if key in nw.UNITS else None


def _below_thousand(key: str, keys: Sequence[str], after: int) -> tuple[int, int] | None:
    """A value below 1000 in words that begins with ``key``."""
    hundreds = nw.HUNDREDS.get(key)
    if hundreds is None and key in nw.UNITS and after < len(keys) and keys[after] in nw.HUNDRED:
        hundreds, after = nw.UNITS[key] * 100, after + 1
    if hundreds is None:
        return _below_hundred(key, keys, after)
    rest = _joined(keys, after)
    if rest:
        value = digits_value(rest[0])
        small = (value, rest[1]) if value is not None and value < 100 else _below_hundred(rest[0], keys, rest[1])
        if small:
            return hundreds + small[0], small[1]
    return hundreds, after


def _group(key: str, keys: Sequence[str], after: int) -> tuple[int, int, int] | None:
    """One group with its scale, as value, scale and the index behind: 3 آلاف is 3000, 1000."""
    value = digits_value(key) if key[:1].isdigit() else None
    if value is None:
        scale = nw.SCALES.get(keys[after], 0) if after < len(keys) else 0
        decimal = _DECIMAL.fullmatch(key) if scale else None
        if decimal:
            whole, part = decimal.groups()
            return int(whole) * scale + int(part) * scale // 10 ** len(part), scale, after + 1
        if key in nw.LONE_SCALES:
            lone = nw.LONE_SCALES[key]
            return lone, lone if lone in nw.SCALES.values() else lone // 2, after
        read = _below_thousand(key, keys, after)
        if read is None:
            return None
        value, after = read
    scale = nw.SCALES.get(keys[after], 0) if after < len(keys) else 0
    return (value * scale, scale, after + 1) if scale else (value, 1, after)


def read_numeral(keys: Sequence[str], at: int) -> Numeral | None:
    """The longest numeral that begins at word ``at``, in digits or words, or None."""
    key = keys[at]
    digits = key[0].isdigit()
    head = key if digits else number_word(key)
    if not head:
        return None
    if head in nw.FRACTIONS:
        return _fraction_of_scale(head, keys, at)
    group = _group(head, keys, at + 1)
    if group is None:
        return Numeral(at, 1, None, True) if digits else None
    value, scale, after = group
    while scale > 1:
        rest = _joined(keys, after)
        if rest is None:
            break
        if rest[0] in nw.FRACTIONS:
            value, scale, after = value + scale // nw.FRACTIONS[rest[0]], 1, rest[1]
            break
        further = _group(rest[0], keys, rest[1])
        if further is None or further[0] >= scale:
            break
        value, scale, after = value + further[0], further[1], further[2]
    return Numeral(at, after - at, value if value < _LARGEST else None, digits)


def _fraction_of_scale(head: str, keys: Sequence[str], at: int) -> Numeral | None:
    """نصف مليون is a number; نصف alone is a fraction of something and none."""
    scale = nw.SCALES.get(keys[at + 1], 0) if at + 1 < len(keys) else 0
    return Numeral(at, 2, scale // nw.FRACTIONS[head]) if scale > 1000 else None


def read_ordinal(keys: Sequence[str], at: int) -> Numeral | None:
    """A day of the month as an ordinal: الخامس, الثاني عشر, الحادي والعشرين; its first word without proclitic."""
    value = next((nw.ORDINALS[rest] for _, rest in first_keys(keys[at]) if rest in nw.ORDINALS), None)
    if value is None:
        return None
    if value < 10:
        if at + 1 < len(keys) and keys[at + 1] in nw.TEEN_TAILS:
            return Numeral(at, 2, value + 10)
        tens = keys[at + 1][1:] if at + 1 < len(keys) and keys[at + 1][0] == "و" else ""
        if tens in nw.ORDINALS and nw.ORDINALS[tens] >= 20:
            return Numeral(at, 2, value + nw.ORDINALS[tens])
    return Numeral(at, 1, value)


def number_prefix(key: str) -> str:
    """و and prepositions before a number word stand in its key; digits carry none."""
    return key[0] if key and key[0] in "وبل" and len(key) > 3 else ""
