"""When, by name of the calendar: dates, months and years. In: keys. Out: points, or None where nothing is read.

The lowest of the time rules (see dating.py): a rule reads one kind of expression at one word and knows no other file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from marsad.arabic import calendar_words as cw
from marsad.arabic.calendar import Moment
from marsad.arabic.number_words import ORDINALS
from marsad.arabic.numbers import digits_value, read_ordinal

YEARS = range(1900, 2101)
MONTHS_IN_YEAR = 12
_WEEKS_IN_MONTH = 4
_HIJRI_YEARS = range(1343, 1501)
DASHES = frozenset("-–—/")
COMMAS = frozenset("،,")
UNTIL = frozenset(("الي", "حتي", "وحتي", "والي", "لغايه", "ولغايه"))
_BETWEEN_YEARS = UNTIL | DASHES | {"و"}
_YMD = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_DMY = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:-\d{1,2}:\d.*)?")
_DM = re.compile(r"(\d{1,2})/(\d{1,2})")
_DD = re.compile(r"(\d{1,2})-(\d{1,2})")
_YEAR_CLOCK = re.compile(r"(\d{4})-\d{1,2}:\d.*")
SHIFTS = {"past": -1, "this": 0, "next": 1}


# Not frozen, as that makes it three times as dear; nothing changes one.
@dataclass(slots=True)
class Point:
    """What a rule read: its moments, the index of the first word behind it, and the kind of rule.

    ``start`` is None where the words fix no day (منذ أسابيع). ``since`` runs on to the publication day; ``stamp`` is a
    page's own date.
    """

    kind: str
    after: int
    start: Moment | None
    end: Moment | None = None
    since: bool = False
    stamp: bool = False


Keys = Sequence[str]
Rule = Callable[[Keys, int, str], Point | None]


def key_at(keys: Keys, at: int) -> str:
    """The key of a word, "" where there is no such word."""
    return keys[at] if 0 <= at < len(keys) else ""


def turn_at(keys: Keys, at: int) -> tuple[int, str]:
    """The adjective at ``at`` that says past, this or next, and the index behind it."""
    key = key_at(keys, at)
    if key in cw.PAST:
        return at + 1, "past"
    if key in cw.THIS:
        return at + 1, "this"
    return (at + 1, "next") if key in cw.NEXT else (at, "")


def first_read(rules: Sequence[Rule], keys: Keys, at: int, head: str) -> Point | None:
    """What the first rule that fits reads at ``at``, where ``head`` is the word with its proclitic off."""
    for rule in rules:
        point = rule(keys, at, head)
        if point is not None:
            return point
    return None


def date_rule(keys: Keys, at: int, head: str) -> Point | None:
    """6 ديسمبر/كانون الأول 2016, الخامس من مايو, 12 من الشهر الجاري, 3-5 مايو, 15 رمضان 1440 هـ."""
    days = _days_stated(keys, at, head)
    if days is None or key_at(keys, at - 1) in cw.NAMED_AFTER_DATES:
        return None
    first, second, after = days
    after += key_at(keys, after) in ("من", "/", "-")
    if key_at(keys, after) in cw.THIS and second is None:
        return Point("date", after + 1, Moment("date", day=first))
    month = _month_named(keys, after)
    if month is None:
        return _day_of_period(keys, after, first)
    base, after = month
    behind = after
    base, after, stamp = _year_tail(keys, after, replace(base, unit="date"))
    if second is None and first <= _WEEKS_IN_MONTH and key_at(keys, at - 1).removeprefix("ل") in cw.WEEK_WORDS:
        first, second = _days_of_week(first)  # الأسبوع الثاني من شباط
    if base.hijri and after == behind and keys[behind - 1] == "صفر":
        return None  # "two nil"
    start = replace(base, day=first)
    return Point("date", after, start, replace(base, day=second) if second else None, stamp=stamp)


def _days_of_week(number: int) -> tuple[int, int]:
    """The first and last day of a week of a month by its number."""
    return 7 * number - 6, 7 * number


def _days_stated(keys: Keys, at: int, head: str) -> tuple[int, int | None, int] | None:
    """One or two days of a month and the index behind: 5, الخامس, 3-5, 3 و5, 3 إلى 5."""
    pair = _DD.fullmatch(head)
    if pair:
        first, second, after = int(pair[1]), int(pair[2]), at + 1
        return (first, second, after) if 0 < first < second <= 31 else None
    day = _day_number(keys, at, head)
    if day is None:
        return None
    first, after = day
    joint = key_at(keys, after)
    if joint[:1] == "و" and joint[1:] in ORDINALS:
        ordinal = read_ordinal(keys, after)
        if ordinal and ordinal.value is not None and first < ordinal.value <= 31:
            return first, ordinal.value, ordinal.after
    if joint in UNTIL or joint in DASHES or joint in ("و", "او"):
        second_day = _day_number(keys, after + 1, key_at(keys, after + 1))
        if second_day and second_day[0] > first:
            return first, second_day[0], second_day[1]
    return first, None, after


def _day_number(keys: Keys, at: int, head: str) -> tuple[int, int] | None:
    value, after = (digits_value(head), at + 1) if head[:1].isdigit() else (None, at)
    if value is None and head in ORDINALS:
        ordinal = read_ordinal(keys, at)
        value, after = (ordinal.value, ordinal.after) if ordinal else (None, at)
    return (value, after) if value is not None and 1 <= value <= 31 else None


def _day_of_period(keys: Keys, after: int, day: int) -> Point | None:
    """12 من الشهر الماضي."""
    if cw.PERIODS.get(key_at(keys, after)) != "month":
        return None
    behind, turn = turn_at(keys, after + 1)
    return Point("date", behind, Moment("date", day=day, shift=SHIFTS[turn])) if turn else None


def _month_named(keys: Keys, at: int, head: str | None = None) -> tuple[Moment, int] | None:
    """A month by one or two of its names (ديسمبر/كانون الأول, كانون الأول (ديسمبر)), شهر before it or not.

    ``head`` is the word at ``at`` where it stands there with a proclitic.
    """
    head = key_at(keys, at) if head is None else head
    named = month_name(keys, at + 1) if head == "شهر" else month_name(keys, at, head)
    if named is None:
        return None
    month, after, hijri = named
    opened = key_at(keys, after) in ("/", "(", "-")
    second = month_name(keys, after + opened)
    if second and second[0] == month and not hijri:
        after = second[1] + (key_at(keys, after) == "(" and key_at(keys, second[1]) == ")")
    return Moment("month", month=month, hijri=hijri), after


def month_name(keys: Keys, at: int, head: str | None = None) -> tuple[int, int, bool] | None:
    """The month at ``at``, the index behind it, and whether it is Hijri."""
    key = key_at(keys, at) if head is None else head
    if key in cw.MONTHS:
        return cw.MONTHS[key], at + 1, False
    if key in cw.MONTH_HEADS and (key, key_at(keys, at + 1)) in cw.TWO_WORD_MONTHS:
        return cw.TWO_WORD_MONTHS[key, keys[at + 1]], at + 2, False
    if key in cw.HIJRI_MONTH_HEADS:
        for phrase, month in cw.HIJRI_MONTHS.items():
            if phrase[0] == key and tuple(keys[at + 1 : at + len(phrase)]) == phrase[1:]:
                return month, at + len(phrase), True
    return None


def _year_number(key: str, *, hijri: bool = False) -> int | None:
    clock = _YEAR_CLOCK.fullmatch(key)
    digits = clock[1] if clock else key
    if len(digits) == 4 and digits.isdigit() and int(digits) in (_HIJRI_YEARS if hijri else YEARS):
        return int(digits)
    return None


def _year_tail(keys: Keys, at: int, base: Moment) -> tuple[Moment, int, bool]:
    """The year or turn behind a month: 2016, الماضي, من العام الماضي, عام 2015; and whether a clock is glued on."""
    after = at + (key_at(keys, at) in ("،", ",", "/") and _year_number(key_at(keys, at + 1)) is not None)
    after, turn = turn_at(keys, after)
    if turn:
        return replace(base, turn=turn), after, False
    lead = after + (key_at(keys, after) == "من")
    if key_at(keys, lead) in cw.YEAR_LEADS:
        behind, turn = turn_at(keys, lead + 1)
        if key_at(keys, lead + 1) in cw.SAME:
            return replace(base, turn="same"), lead + 2, False
        if turn:
            return replace(base, year_shift=SHIFTS[turn]), behind, False
        after = lead + 1 if _year_number(key_at(keys, lead + 1), hijri=base.hijri) else after
    year = _year_number(key_at(keys, after), hijri=base.hijri)
    if year is None:
        return base, at, False
    stamp = _YEAR_CLOCK.fullmatch(keys[after]) is not None
    after += 1
    after += key_at(keys, after) in (cw.HIJRI_MARKS if base.hijri else cw.GREGORIAN_MARKS)
    return replace(base, year=year), after, stamp


def numeric_rule(keys: Keys, at: int, head: str) -> Point | None:
    """6/12/2016, 2016-12-06, and 6/12 where a word before or behind shows that it is a date."""
    if not head[:1].isdigit():
        return None
    after = at + 1
    if key_at(keys, at + 1) == key_at(keys, at + 3) == "/" and at + 4 < len(keys):
        head, after = "/".join(keys[at : at + 5 : 2]), at + 5
    if found := _YMD.fullmatch(head):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _DMY.fullmatch(head):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
    else:
        return _day_and_month(keys, at, head)
    if month > 12 >= day:
        day, month = month, day
    if year not in YEARS or month > 12:
        return None
    return Point("numeric", after, Moment("date", day=day, month=month, year=year), stamp=":" in head)


def _day_and_month(keys: Keys, at: int, head: str) -> Point | None:
    found = _DM.fullmatch(head)
    if not found or not (1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12):
        return None
    after, turn = turn_at(keys, at + 1)
    before = key_at(keys, at - 1)
    if not turn and before not in cw.DATE_LEADS and before not in cw.WEEKDAYS:
        return None
    return Point("numeric", after, Moment("date", day=int(found[1]), month=int(found[2]), turn=turn))


def month_rule(keys: Keys, at: int, head: str) -> Point | None:
    """مايو الماضي, شهر مايو الفائت, أيار/مايو 2018, and the bare name behind a preposition (في أكتوبر)."""
    if head not in cw.MONTHS and head not in cw.MONTH_HEADS and head not in cw.HIJRI_MONTH_HEADS and head != "شهر":
        return None
    named = _month_named(keys, at, head)
    before = key_at(keys, at - 1)
    if named is None or before in cw.NAMED_AFTER_DATES or before in ("ابو", "ابا", "ابي"):
        return None
    base, after = named
    tailed, behind, stamp = _year_tail(keys, after, base)
    if behind > after or head == "شهر":
        return Point("month", behind, tailed, stamp=stamp)
    if base.hijri or head == "اب" or (before not in cw.MONTH_CUES and after == at + 1 and keys[at] == head):
        return None
    if keys[at] != head and head in cw.WEAK_MONTHS:
        return None
    return Point("month", after, base)


def months_rule(keys: Keys, at: int, head: str) -> Point | None:
    """شهري آب وأيلول الماضيين: both months, the words behind holding for both."""
    first = _month_named(keys, at + 1) if head in cw.MONTHS_LEADS else None
    joint = key_at(keys, first[1]) if first else ""
    if first is None or not joint.startswith("و"):
        return None
    begin = first[1] + (joint == "و")
    rest = [keys[begin].removeprefix("و"), *keys[begin + 1 : begin + 10]] if begin < len(keys) else []
    second = _month_named(rest, 0)
    if second is None:
        return None
    base, after, stamp = _year_tail(rest, second[1], second[0])
    return Point("month", begin + after, replace(base, month=first[0].month), base, stamp=stamp)


def part_rule(keys: Keys, at: int, head: str) -> Point | None:
    """مطلع مايو, نهاية الشهر الماضي, بداية العام الحالي, أواخر 2015, النصف الثاني من مايو."""
    half = cw.HALVES.get(key_at(keys, at + 1)) if head in cw.HALF_HEADS and key_at(keys, at + 2) == "من" else None
    part = half or cw.PARTS.get(head)
    behind = at + (3 if half else 1)
    if part is None or behind >= len(keys):
        return None
    following = keys[behind]
    lone_year = _year_number(following)
    if lone_year is not None:
        return Point("part", behind + 1, Moment("year", year=lone_year, part=part))
    named = _month_named(keys, behind)
    if named and not named[0].hijri:
        base, after, stamp = _year_tail(keys, named[1], named[0])
        return Point("part", after, replace(base, part=part), stamp=stamp)
    point = first_read((this_rule, year_rule, period_rule, _bare_period), keys, behind, following)
    if point is None or point.start is None:
        return None
    start = point.start
    if half and start.unit == "week":
        return None
    if start.unit == "week":  # its end is yet to come, or the weekend that has passed: نهاية الأسبوع
        return replace(point, kind="part", start=None if part == "late" and start.shift == 0 else start)
    return replace(point, kind="part", start=replace(start, part=part))


def _bare_period(keys: Keys, at: int, head: str) -> Point | None:
    """العام behind its part is the current one: منذ بداية العام, مطلع الأسبوع."""
    unit = cw.PERIODS.get(head)
    if unit is None or not head.startswith("ال") or key_at(keys, at + 1) in cw.SAME:
        return None
    return Point("period", at + 1, Moment(unit, 0))


def this_rule(keys: Keys, at: int, head: str) -> Point | None:
    """هذا الشهر, هذا الأسبوع, هذا العام."""
    unit = cw.PERIODS.get(key_at(keys, at + 1)) if head in cw.THIS_LEADS else None
    if unit is None or not keys[at + 1].startswith("ال"):
        return None
    return Point("period", at + 2, Moment(unit, 0))


def period_rule(keys: Keys, at: int, head: str) -> Point | None:
    """الأسبوع الماضي, الشهر الجاري, العام المقبل."""
    unit = cw.PERIODS.get(head)
    if unit is None or not head.startswith("ال") or key_at(keys, at - 1) in cw.OFFICES:
        return None
    after, turn = turn_at(keys, at + 1)
    if not turn:
        return _nth_month(keys, at) if unit == "month" else None
    year = _year_number(key_at(keys, after)) if unit == "year" else None
    return (
        Point("period", after, Moment(unit, SHIFTS[turn]))
        if year is None
        else Point("year", after + 1, Moment("year", year=year))
    )


def _nth_month(keys: Keys, at: int) -> Point | None:
    """الشهر الثامن, الشهر الأول من عام 2015: the month by its number; not the first month of a war."""
    ordinal = read_ordinal(keys, at + 1) if key_at(keys, at + 1) in ORDINALS else None
    if ordinal is None or ordinal.value is None or not 1 <= ordinal.value <= MONTHS_IN_YEAR:
        return None
    base, after, stamp = _year_tail(keys, ordinal.after, Moment("month", month=ordinal.value))
    if after == ordinal.after and key_at(keys, after) in ("من", "علي", "ل"):
        return None
    return Point("month", after, base, stamp=stamp)


_BARE_YEAR_CUES = frozenset(("في", "وفي", "منذ", "ومنذ", "خلال", "حتي"))


def year_rule(keys: Keys, at: int, head: str) -> Point | None:
    """عام 2014, العام 2011, عامي 2015 و2016, and a bare year behind في or منذ."""
    lone = _year_number(head)
    if lone is not None and head == keys[at]:
        return Point("year", at + 1, Moment("year", year=lone)) if key_at(keys, at - 1) in _BARE_YEAR_CUES else None
    if head not in cw.YEAR_LEADS and head not in cw.YEARS_LEADS:
        return None
    year = _year_number(key_at(keys, at + 1))
    if year is None:
        return None
    after = at + 2
    end = None
    if head in cw.YEARS_LEADS and key_at(keys, after) in _BETWEEN_YEARS:
        last = _year_number(key_at(keys, after + 1))
        after, end = (after + 2, Moment("year", year=last)) if last else (after, None)
    after += key_at(keys, after) in cw.GREGORIAN_MARKS
    return Point("year", after, Moment("year", year=year), end)


def season_rule(keys: Keys, at: int, head: str) -> Point | None:
    """صيف 2014, صيف عام 2014, الصيف الماضي."""
    month = cw.SEASONS.get(head)
    if month is None:
        return None
    base, after, _ = _year_tail(keys, at + 1, Moment("season", month=month))
    return Point("season", after, base) if after > at + 1 else None
