"""When, counted from the report: ago, since, within, the last so many hours. In: keys. Out: points."""

from __future__ import annotations

from dataclasses import replace

from marsad.arabic import calendar_words as cw
from marsad.arabic.calendar import Moment
from marsad.arabic.dates import Keys, Point, first_read, key_at, month_name, period_rule, this_rule, turn_at
from marsad.arabic.numbers import number_word, read_numeral
from marsad.arabic.phrases import PhraseTable, joined

_VAGUE: PhraseTable[str] = PhraseTable(
    {joined(phrase): (kind,) for kind, phrases in cw.VAGUE.items() for phrase in phrases}
)
VAGUE_HEADS = frozenset(joined(phrase).split(" ")[0] for phrases in cw.VAGUE.values() for phrase in phrases)
ROUGHLY = frozenset(("اكثر", "نحو", "حوالي", "قرابه", "ما", "اقل", "زهاء"))
_DAYS_IN = {"day": 1, "week": 7}


def stretch_at(keys: Keys, at: int) -> tuple[str, int | None, int] | None:
    """A counted stretch: its unit, how many (None where vague) and the index behind it."""
    key = key_at(keys, at)
    if key in cw.SPAN_DUAL and not key.startswith("ال"):
        return cw.SPAN_DUAL[key], 2, at + 1
    if key in cw.VAGUE_FEW and key_at(keys, at + 1) in cw.SPAN_PLURAL:
        return cw.SPAN_PLURAL[keys[at + 1]], None, at + 2
    if key in cw.SPAN_PLURAL and not key.startswith("ال"):
        return cw.SPAN_PLURAL[key], None, at + 1 + (key_at(keys, at + 1) in cw.VAGUE_FEW)
    if key in cw.SPAN_SINGULAR:
        return None if _names_one(keys, at + 1) else (cw.SPAN_SINGULAR[key], 1, at + 1)
    if not key or _UNITS.isdisjoint(keys[at + 1 : at + 1 + _NUMERAL_WITHIN]):
        return None
    numeral = read_numeral(keys, at)
    if numeral is None or numeral.value is None:
        return None
    noun = key_at(keys, numeral.after)
    unit = cw.SPAN_SINGULAR.get(noun) or cw.SPAN_PLURAL.get(noun)
    return (unit, numeral.value, numeral.after + 1) if unit else None


def counts(key: str) -> bool:
    """Whether a counted stretch can begin at a word."""
    return key in cw.SPAN_DUAL or key in cw.VAGUE_FEW or key in _UNITS or number_word(key) != ""


_UNITS = frozenset(cw.SPAN_PLURAL) | frozenset(cw.SPAN_SINGULAR)
# How many words a numeral and its unit have at most.
_NUMERAL_WITHIN = 16


def _names_one(keys: Keys, at: int) -> bool:
    """Whether the word behind يوم, شهر or عام names which one: يوم الجمعة, شهر مايو, عام 2011."""
    key = key_at(keys, at)
    return bool(key) and (
        key[0].isdigit() or key.startswith("ال") or month_name(keys, at) is not None or key in cw.DAY_HEADS
    )


def moment_back(unit: str, many: int, *, since: bool) -> Moment:
    """The moment so many units back; ``since`` lets hours and months run on to the publication day."""
    if unit == "hour":
        return Moment("span" if since else "day", -(many // 24))
    if unit in _DAYS_IN:
        return Moment("day", -many * _DAYS_IN[unit])
    months = many if unit == "month" else 12 * many
    return Moment("back" if since else "ago", -months)


def ago_rule(keys: Keys, at: int, head: str) -> Point | None:
    """قبل يومين, قبل ثلاثة أيام, قبل ساعات; not قبل يومين من …, which counts from something else."""
    if head not in cw.AGO:
        return None
    if key_at(keys, at + 1) in cw.JUST_NOW and key_at(keys, at + 2) != "من":
        return Point("ago", at + 2, Moment("day", 0))
    roughly = key_at(keys, at + 1) in ROUGHLY
    stretch = stretch_at(keys, at + 1 + roughly + (roughly and key_at(keys, at + 2) == "من"))
    if stretch is None or key_at(keys, stretch[2]) in ("من", "علي", "ان"):
        return None
    unit, many, after = stretch
    return Point("ago", after, None if many is None or roughly else moment_back(unit, many, since=False))


def after_rule(keys: Keys, at: int, head: str) -> Point | None:
    """بعد أسبوع من هجوم: the attack was that long ago."""
    if head in cw.AFTER and tuple(keys[at + 1 : at + 3]) == ("ليله", "من"):
        return Point("day_part", at + 2, Moment("span", -1))
    if head in cw.ON_THE_MORROW:
        return Point("after", at + 1, Moment("day", -1))
    stretch = stretch_at(keys, at + 1) if head in cw.AFTER else None
    if stretch is None or key_at(keys, stretch[2]) not in ("من", "علي"):
        return None
    unit, many, after = stretch
    if many is None or unit not in _DAYS_IN:
        return None
    return Point("after", after, moment_back(unit, many, since=False))


def lasting_rule(keys: Keys, at: int, head: str) -> Point | None:
    """الساعات الـ24 الماضية, الأيام الثلاثة الماضية, اليومين الماضيين; vague without a number."""
    if not head.startswith("ال") or (head not in cw.SPAN_PLURAL and head not in cw.SPAN_DUAL):
        return None
    unit, inner = cw.SPAN_PLURAL.get(head) or cw.SPAN_DUAL[head], at + 1
    many = 2 if head in cw.SPAN_DUAL else None
    inner += key_at(keys, inner) == "ال"
    numeral = read_numeral(keys, inner) if inner < len(keys) else None
    if numeral and numeral.value is not None:
        many, inner = numeral.value, numeral.after
    inner += key_at(keys, inner) in cw.VAGUE_FEW
    return _past_or_coming(keys, inner, unit, many)


def _past_or_coming(keys: Keys, at: int, unit: str, many: int | None) -> Point | None:
    after, turn = turn_at(keys, at)
    if not turn and key_at(keys, at) in cw.LATEST:
        after, turn = turn_at(keys, at + 1)
        turn = turn or "past"
    if turn not in ("past", "next"):
        return None
    if many is None:
        just_now = unit == "hour" and turn == "past"  # الساعات الماضية are of the publication day
        return Point("lasting", after, Moment("day", 0) if just_now else None)
    back = moment_back(unit, many, since=True)
    start = back if back.unit == "back" else Moment("span", back.shift)
    if turn == "next":
        start = Moment("span", -start.shift) if start.unit == "span" else Moment("back", -start.shift)
    return Point("lasting", after, start)


_WITHIN = frozenset(("خلال", "وخلال", "غضون", "اخر"))
# Behind "in" only hours make up what is summed up: حصاد X في 24 ساعة.
_IN, _SUMMED_UP = frozenset(("في",)), 12
_SOON = 10  # days: خلال 30 يوما is a term that is set, not a time that has passed


def counted_rule(keys: Keys, at: int, head: str) -> Point | None:
    """24 ساعة الماضية, and behind خلال a counted stretch: خلال 48 ساعة, خلال ثلاثة أيام."""
    stretch = stretch_at(keys, at)
    if stretch is None:
        return None
    unit, many, after = stretch
    if many is None:
        return None
    point = _past_or_coming(keys, after, unit, many)
    before = key_at(keys, at - 1)
    within = before in _WITHIN or (before == "ال" and key_at(keys, at - 2) in _WITHIN)
    within = within or (before == "من" and key_at(keys, at - 2) == "اقل" and key_at(keys, at - 3) in _WITHIN)
    within = within or (before in _IN and unit == "hour" and many >= _SUMMED_UP)
    soon = unit == "hour" or many * _DAYS_IN.get(unit, _SOON + 1) <= _SOON
    if point or not within or not soon:
        return point
    if key_at(keys, after) in ("من", "علي"):
        return None  # خلال خمسة أيام من ورودها counts from something else
    back = moment_back(unit, many, since=True)
    return Point("within", after, Moment("span", back.shift))


def vague_rule(keys: Keys, at: int, head: str) -> Point | None:
    """مؤخرا, الفترة الماضية: dating words without a day; في وقت سابق من الشهر الجاري with the stretch it lies in."""
    match = _VAGUE.longest(head, keys, at + 1)
    if match is None:
        return None
    after = at + match.length
    if match.values[0] == "earlier":
        inner = after + (key_at(keys, after) == "من")
        held = first_read((this_rule, period_rule), keys, inner, key_at(keys, inner))
        if held is not None:
            return replace(held, kind=match.values[0])
    return Point(match.values[0], after, None)
