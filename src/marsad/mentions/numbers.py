"""How many: the numbers of a stretch of words with their bounds. In: words. Out: number mentions.

Every number is found; one that dates, times, measures, prices or labels something carries a ``unit``, so that who
counts people and materiel can pass it over. Grammatical number (a dual, an indefinite singular) is the noun's affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import TypeVar

from marsad.arabic import calendar_words as cw
from marsad.arabic import number_words as nw
from marsad.arabic.clitics import ARTICLE, first_keys, with_prefix
from marsad.arabic.numbers import Numeral, digits_value, number_word, read_numeral
from marsad.arabic.phrases import PhraseTable, joined
from marsad.arabic.remembered import Remembered
from marsad.arabic.words import Word, keys_of

_BEHIND = 7  # how far a bound may stand behind its number: 35 هجمة جوية روسية على الأقل
_CONTEXT = 6  # words before the stretch that may tell what a number is
_STOPS = frozenset('.؛;:؟?!،,()[]«»"”“|')
_QUOTES = frozenset("\"“”«»’‘'")
_DASHES = frozenset("-–—")
_RANGE_YEARS = range(1950, 2036)  # بين 2012 و2013 are years
_T = TypeVar("_T")


# Not frozen, as that makes it three times as dear; nothing changes one that was found.
@dataclass(slots=True, eq=False)
class NumberMention:
    """Words ``first`` to ``last`` (inclusive) state a number, bound words included; ``core_*`` are the bare number.

    A bound behind the noun (4 مدنيين على الأقل) sets the bounds, but the noun and it are outside ``last``.
    ``kind``: exact, more, atleast, atmost, approx, between or vague. ``high`` is None where the words leave it open.
    ``unit`` is None for a count, else what the number measures: date, clock, age, percent, distance, money, duration
    or other (labels, calibres, weights, decimals).
    """

    first: int
    last: int
    core_first: int
    core_last: int
    low: int
    high: int | None
    kind: str
    unit: str | None = None


def start_of_a_range(number: NumberMention, keys: Sequence[str], start: int, first: int) -> int:
    """Where the words begin that say between what a number lies: بين 10 و15, ما بين 10 و15; ``first``: of the line."""
    if number.kind != "between" or start == first or keys[start - 1] not in nw.BETWEEN:
        return start
    return start - 1 - (start - 1 > first and keys[start - 2] == nw.WHAT)


def _phrases(groups: Iterable[tuple[_T, Iterable[str]]]) -> PhraseTable[_T]:
    return PhraseTable({joined(phrase): (value,) for value, phrases in groups for phrase in phrases})


_BEFORE = _phrases(nw.BEFORE.items())
_AFTER = _phrases(nw.AFTER.items())
_VAGUE = _phrases(nw.VAGUE.items())
_DATE_FOLLOWERS = frozenset(cw.MONTHS) | cw.MONTH_HEADS | cw.THIS
_DATE_TAILS = _DATE_FOLLOWERS | frozenset(cw.PERIODS)


def find_numbers(words: Sequence[Word], first: int, last: int) -> list[NumberMention]:
    """The numbers stated in words ``first`` to ``last`` (inclusive), in order, none overlapping."""
    return numbers_among(keys_of(words), first, last)


def numbers_among(report_keys: Sequence[str], first: int, last: int) -> list[NumberMention]:
    """The same, where the keys of all words are at hand."""
    offset = max(0, first - _CONTEXT)
    keys = report_keys[offset : last + 1]
    if "" in keys:
        keys = [key or "_" for key in keys]  # a lone tatweel has an empty key
    found: list[NumberMention] = []
    behind = first - offset
    openings = list(map(_openings.__getitem__, keys))
    for at in compress(range(behind, len(keys)), openings[behind:]):
        mention = _mention_at(keys, at, openings[at]) if at >= behind else None
        if mention is not None:
            behind = mention.last + 1
            found.append(_shifted(mention, offset))
    return found


# What can begin at a word, a letter for each.
_BOUND, _SOME, _NUMBER = "b", "v", "n"


def _opening(key: str) -> str:
    """What can begin at this key, empty if nothing: a bound, a vague word, a number."""
    rests = [rest for _, rest in first_keys(key)]
    found = _BOUND if any(_BEFORE.starts(rest) for rest in rests) else ""
    found += _SOME if any(_VAGUE.starts(rest) for rest in rests) else ""
    return found + (_NUMBER if key[0].isdigit() or number_word(key) else "")


_openings: Remembered[str] = Remembered(_opening)


def _shifted(mention: NumberMention, by: int) -> NumberMention:
    if by:
        mention.first += by
        mention.last += by
        mention.core_first += by
        mention.core_last += by
    return mention


def _opens(keys: Sequence[str], at: int, table: PhraseTable[_T]) -> tuple[_T, int] | None:
    """The value of the longest phrase that begins at ``at``, its first proclitic off, and the index behind it."""
    for _, rest in first_keys(keys[at]):
        match = table.longest(rest, keys, at + 1)
        if match is not None:
            return match.values[0], at + match.length
    return None


def _mention_at(keys: Sequence[str], at: int, opening: str) -> NumberMention | None:
    """The number that begins at word ``at``, or None; ``opening``: what can begin there."""
    bound = _opens(keys, at, _BEFORE) if _BOUND in opening else None
    bounded = _bounded(keys, at, *bound) if bound else None
    if bound and (bounded or _SOME not in opening):
        return bounded
    vague = _opens(keys, at, _VAGUE) if _SOME in opening else None
    if vague:
        (low, high), after = vague
        if keys[at] == nw.WITH_SEVERAL and not _is_indefinite_noun(_get(keys, after)):
            return None  # بعده "after him", not بعدة "with several"
        return NumberMention(
            at, after - 1, at, after - 1, low, high, "vague", _measured(keys, at, after, "", _get(keys, after))
        )
    if _NUMBER not in opening or _is_no_number(keys, at):
        return None
    numeral = _numeral(keys, at)
    return _stated(keys, numeral) if numeral else None


def _get(keys: Sequence[str], at: int) -> str:
    return keys[at] if 0 <= at < len(keys) else ""


def _is_indefinite_noun(key: str) -> bool:
    """A guess from the shape: the plurals that بعدة counts (قذائف, غارات) are longer than most perfects (وصل)."""
    return len(key) > 3 and key.isalpha() and not key.startswith(ARTICLE)


def _is_no_number(keys: Sequence[str], at: int) -> bool:
    """Number words that state none: the hundred of a percentage, the tail of an ordinal (الرابعة عشرة)."""
    key, before = keys[at], _get(keys, at - 1)
    if key in nw.PERCENT_WORDS or (before == nw.IN and key in nw.HUNDREDTHS):
        return True
    return (before in nw.ORDINALS or before in nw.FEMININE_ORDINALS) and (
        key in nw.TEEN_TAILS or (key[0] == nw.AND and key[1:] in nw.ORDINALS)
    )


def _numeral(keys: Sequence[str], at: int) -> Numeral | None:
    if at >= len(keys):
        return None
    if keys[at][0].isdigit() or number_word(keys[at]):
        return read_numeral(keys, at)
    return None


def _bounded(keys: Sequence[str], at: int, kind: str, after: int) -> NumberMention | None:
    """A number under a bound that stands before it. Bounds chain: ما لا يقل عن نحو 20."""
    if after < len(keys) and (inner := _opens(keys, after, _BEFORE)):
        after = inner[1]
    after += _get(keys, after) in (ARTICLE, "(")
    numeral = _numeral(keys, after)
    if numeral is None or numeral.value is None:
        return None
    if kind == "more" and after == at + 1 and keys[at].endswith(nw.MORE) and not numeral.digits:
        return None  # أكثر ثلاثة …: only digits take the bare word
    stated = _stated(keys, numeral)
    low, high = _bounds(kind, stated.low)
    if stated.kind == "between":
        low, high, kind = stated.low, stated.high, "between"
    return replace(stated, first=at, low=low, high=high, kind="atmost" if kind == "less" else kind)


def _bounds(kind: str, value: int) -> tuple[int, int | None]:
    """Low and high of a bounded number. Fewer than n still says that there were some."""
    if kind == "more":
        return value + 1, None
    if kind == "atleast":
        return value, None
    if kind == "less":
        return min(1, value), max(value - 1, 0)
    if kind == "atmost":
        return min(1, value), value
    return value, value


def _stated(keys: Sequence[str], numeral: Numeral) -> NumberMention:
    """The mention of a numeral with the range it opens, the bound behind it and its unit."""
    first, after, low = numeral.first, numeral.after, numeral.value
    high, kind = low, "exact"
    upper = _upper(keys, numeral)
    if upper:
        after, high, kind = upper.after, upper.value, "between"
        low = digits_value(keys[first].partition("-")[0]) if upper.first == first else low
    unit = _unit(keys, first, after) if upper or low is not None else _form_of(keys[first])
    if upper and low in _RANGE_YEARS and high in _RANGE_YEARS:
        unit = "date"
    last = after - 1
    if low is None:
        return NumberMention(first, last, first, last, 0, None, "exact", unit or "other")
    mention = NumberMention(first, last, first, last, low, high, kind, unit)
    behind = None if unit or kind == "between" else _bound_behind(keys, after)
    if behind is None:
        return mention
    kind, end = behind
    low, high = _bounds(kind, low)
    adjacent = _bound_at(keys, after) is not None  # else the noun stands between, and it is the caller's
    return replace(mention, last=end - 1 if adjacent else last, low=low, high=high, kind=kind)


def _upper(keys: Sequence[str], numeral: Numeral) -> Numeral | None:
    """The upper end of a range whose lower end is ``numeral``: 10-15, 10 إلى 15, بين 10 و15, 3 أو 4."""
    first, after = numeral.first, numeral.after
    if numeral.value is None:
        low, dash, high = keys[first].partition("-")
        small, large = digits_value(low), digits_value(high)
        if dash and small is not None and large is not None and small < large:
            return Numeral(first, 1, large, True)
        return None
    if after >= len(keys):
        return None
    joint = keys[after]
    before = _get(keys, first - 1)
    if before in nw.BETWEEN and joint[0] == nw.AND:
        upper = _second(keys, after)
    elif (joint in nw.TO and not _rises(keys, first, before)) or joint in _DASHES or joint == nw.OR:
        upper = _numeral(keys, after + 1)
    else:
        return None
    if upper is None or upper.value is None or upper.value <= numeral.value:
        return None
    if before in nw.YEAR_CUES and numeral.value in _RANGE_YEARS and upper.value not in _RANGE_YEARS:
        return None  # في 2016 إلى 50 مليار: a year, and another number
    return upper


def _second(keys: Sequence[str], at: int) -> Numeral | None:
    """The numeral that و joins on at ``at``."""
    return _numeral(keys, at + 1) if keys[at] == nw.AND else _numeral(keys, at)


def _rises(keys: Sequence[str], first: int, before: str) -> bool:
    """Whether ``من A إلى B`` tells of a change (ارتفع من 3 إلى 5), not of a range."""
    return before == nw.FROM and any(key in nw.RISE for key in keys[max(0, first - 7) : first])


def _bound_behind(keys: Sequence[str], after: int) -> tuple[str, int] | None:
    """The bound that stands behind the number and its noun, as kind and the index behind it."""
    behind = keys[after : after + _BEHIND]
    if _AFTER_BEGINS.isdisjoint(behind):
        return None
    for at, key in enumerate(behind, after):
        if key in _STOPS or key[0].isdigit():
            return None
        found = _bound_at(keys, at) if key in _AFTER_BEGINS else None
        if found or number_word(key):
            return found
    return None


# What a bound behind a number can begin with, with "and" and without it.
_AFTER_BEGINS = with_prefix(
    frozenset({joined(phrase).split()[0] for group in nw.AFTER.values() for phrase in group}), nw.AND
)


def _bound_at(keys: Sequence[str], at: int) -> tuple[str, int] | None:
    """The bound that begins at ``at`` and the index behind it: على الأقل, فأكثر."""
    key = _get(keys, at)
    if key not in _AFTER_BEGINS:
        return None
    bare = key.removeprefix(nw.AND)
    for rest in (key, bare) if bare != key else (key,):
        match = _AFTER.longest(rest, keys, at + 1)
        if match is not None:
            return match.values[0], at + match.length
    return None


def _unit(keys: Sequence[str], first: int, after: int) -> str | None:
    """What the number measures, or None where it counts."""
    before = _get(keys, first - 1)
    if before == ARTICLE:
        before = _get(keys, first - 2)
    following = _get(keys, after)
    return (
        _measured(keys, first, after, before, following)
        or _dated(keys, first, after, before, following)
        or (_labelled(keys, first, after, before, following) if keys[first][0].isdigit() else None)
    )


def _form_of(key: str) -> str:
    """What a digit word that is no whole number is, by its signs: 7:30, 2016/12/06, 14.5."""
    if ":" in key:
        return "clock" if key.count("-") == 0 else "date"
    return "date" if "/" in key or key.count(".") == 2 or key.count("-") == 2 else "other"


# What the noun behind a number measures: of two that one noun is under, the first.
_UNIT_OF: dict[str, str] = {noun: unit for unit in reversed(nw.MEASURED) for noun in nw.MEASURED[unit]}


_MEASURES_BEFORE = frozenset({cue for cues in nw.MEASURED_BEFORE.values() for cue in cues})


def _measured(keys: Sequence[str], first: int, after: int, before: str, following: str) -> str | None:
    if following in nw.PERCENT or before in nw.PERCENT or following in nw.PERCENT_WORDS:
        return "percent"
    if following == nw.IN and _get(keys, after + 1) in nw.HUNDREDTHS:
        return "percent"
    if before in _MEASURES_BEFORE:
        return next(unit for unit, cues in nw.MEASURED_BEFORE.items() if before in cues or before[1:] in cues)
    if before[1:] in _MEASURES_BEFORE:
        return next(unit for unit, cues in nw.MEASURED_BEFORE.items() if before[1:] in cues)
    measured = _UNIT_OF.get(following)
    if measured is None or (following in nw.BARREL and _get(keys, after + 1) in nw.BARREL_BOMB):
        return None
    return _years(keys, after, before) if measured == "years" else measured


def _years(keys: Sequence[str], after: int, before: str) -> str:
    if any(key in nw.AGE_TAILS for key in keys[after + 1 : after + 4]) or before in nw.AGE_CUES:
        return "age"
    return "duration" if before in nw.DURATION_CUES or not before[-1:].isalpha() else "age"


def _dated(keys: Sequence[str], first: int, after: int, before: str, following: str) -> str | None:
    value = keys[first]
    if following in _DATE_FOLLOWERS or (following == nw.FROM and _get(keys, after + 1) in _DATE_TAILS):
        return "date"
    if value.isdigit() and len(value) == 4 and 1900 <= int(value) < 2100:
        leads = (before, before[1:])  # with و or another proclitic on it
        if any(key in nw.YEAR_CUES or key in _DATE_FOLLOWERS for key in leads) or following in nw.YEAR_MARKS:
            return "date"
        if _get(keys, first - 2) in cw.MONTH_HEADS:
            return "date"
        if any(key.isdigit() and len(key) == 4 and key[:2] in ("19", "20") for key in keys[max(0, first - 2) : first]):
            return "date"
    if "-" in value and all(part.isdigit() and 1900 <= int(part) < 2100 for part in value.split("-")):
        return "date"
    return "date" if before in cw.DATE_LEADS and value[0].isdigit() else None


def _labelled(keys: Sequence[str], first: int, after: int, before: str, following: str) -> str | None:
    dashed = before in _DASHES and first > 1
    name = keys[first - 2] if dashed else before
    models = nw.DASHED_MODEL_LETTERS if dashed else nw.MODEL_LETTERS
    if before in nw.LABELS or before[1:] in nw.LABELS or name in models or (name.isascii() and name.isalpha()):
        return "other"
    if (
        following in _QUOTES
        and before[-1:].isalpha()
        and any(key in _QUOTES for key in keys[max(0, first - 3) : first])
    ):
        return "other"  # the name of an outlet or an operation in quotes: "السويداء 24"
    return None
