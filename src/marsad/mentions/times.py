"""When: the dating expressions of a stretch of words. In: words. Out: time mentions; ``resolve`` gives their days.

A mention is found by small rules, each reading one kind of expression from left to right. A rule gives a
:class:`Moment` (arabic/calendar.py) that is turned into days only when the publication day is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from marsad.arabic import calendar_words as cw
from marsad.arabic.calendar import Moment, days_of, moved, nearest_weekday
from marsad.arabic.clitics import first_keys
from marsad.arabic.numbers import digits_value, read_numeral, read_ordinal
from marsad.arabic.number_words import FEMININE_ORDINALS, ORDINALS
from marsad.arabic.phrases import PhraseTable, joined
from marsad.arabic.words import Word

_CONTEXT = 4  # words before the stretch that may guard a word: صحيفة اليوم
_YEARS = range(1900, 2101)
_HIJRI_YEARS = range(1343, 1501)
_DASHES = frozenset("-–—/")
_COMMAS = frozenset("،,")
_QUOTES = frozenset("\"«“”'")
_UNTIL = frozenset(("الي", "حتي", "وحتي", "والي"))
_YMD = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_DMY = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:-\d{1,2}:\d.*)?")
_DM = re.compile(r"(\d{1,2})/(\d{1,2})")
_DD = re.compile(r"(\d{1,2})-(\d{1,2})")
_YEAR_CLOCK = re.compile(r"(\d{4})-\d{1,2}:\d.*")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words ``first`` to ``last`` (inclusive) date something.

    ``start`` is the moment worded, or the first of two where ``end`` is the second; ``since`` runs it on to the
    publication day. A vague mention (منذ أسابيع) has no moment. ``stamp`` marks a page's own date and clock time.
    ``kind`` is the rule that found it.
    """

    first: int
    last: int
    kind: str
    start: Moment | None = None
    end: Moment | None = None
    since: bool = False
    stamp: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """What a rule read: its moments and the index of the first word behind it."""

    kind: str
    after: int
    start: Moment | None
    end: Moment | None = None
    stamp: bool = False


Keys = Sequence[str]
Rule = Callable[[Keys, int, str], Point | None]


def resolve(time: TimeMention, published: date | None, *, ahead: bool = False) -> tuple[str, str] | None:
    """The ISO days ``time`` covers, or None where its words and the publication day fix none.

    ``ahead`` is for what is planned: a bare weekday or date is then the coming one.
    """
    if time.start is None:
        return None
    end = days_of(time.end, published, ahead=ahead) if time.end else None
    start = days_of(time.start, published, ahead=ahead)
    if start is None or (time.end is not None and end is None):
        return None
    first, last = start[0], (end or start)[1]
    if time.since and end is None:
        if published is None or first > published:
            return None
        last = published
    if first > last:
        if time.start.unit == "weekday" and time.start.weekday is not None:
            first = nearest_weekday(time.start.weekday, last)
        elif time.start.unit in ("date", "month") and time.start.year is None:
            earlier = days_of(time.start, moved(last, 0), ahead=False)
            first = earlier[0] if earlier else first
    return (first.isoformat(), last.isoformat()) if first <= last else None


def find_times(words: Sequence[Word], first: int, last: int) -> list[TimeMention]:
    """The dating expressions in words ``first`` to ``last`` (inclusive), in order, none overlapping."""
    offset = max(0, first - _CONTEXT)
    keys = [word.key or "_" for word in words[offset : last + 1]]  # a lone tatweel has an empty key
    found: list[TimeMention] = []
    at = first - offset
    while at < len(keys):
        mention = _mention_at(keys, at)
        if mention is None:
            at += 1
            continue
        at = mention.last + 1
        found.append(replace(mention, first=mention.first + offset, last=mention.last + offset))
    return found


def _mention_at(keys: Keys, at: int) -> TimeMention | None:
    for head in _heads(keys[at]):
        since = head in cw.SINCE
        point = _since(keys, at) if since else _point(keys, at, head)
        if point:
            point = _joined(keys, at, point)
            stamp = point.stamp or _is_stamp(keys, at, point)
            return TimeMention(at, point.after - 1, point.kind, point.start, point.end, since, stamp)
    return None


_HEADS = frozenset().union(
    cw.WEEKDAYS, cw.BARE_WEEKDAYS, cw.MONTHS, cw.MONTH_HEADS, cw.HIJRI_MONTH_HEADS, cw.DAY_HEADS, cw.DAY_PARTS,
    cw.DAY_LEADS, cw.PAIR_LEADS, cw.PERIODS, cw.SEASONS, cw.THIS_LEADS, cw.YEAR_LEADS, cw.YEARS_LEADS,
    cw.MONTHS_LEADS, cw.PARTS, cw.SPAN_DUAL, cw.SPAN_PLURAL, cw.AGO, cw.SINCE, cw.AFTER, ORDINALS,
    (joined(phrase).split(" ")[0] for phrase in cw.VAGUE),
)  # fmt: skip
_VAGUE = PhraseTable({joined(phrase): (True,) for phrase in cw.VAGUE})
_known: dict[str, tuple[str, ...]] = {}
_KNOWN_KEPT = 100_000


def _heads(key: str) -> tuple[str, ...]:
    """The readings of a word that can begin a dating expression, its proclitic off; remembered."""
    if key[0].isdigit():
        return (key,)
    found = _known.get(key)
    if found is None:
        if len(_known) >= _KNOWN_KEPT:
            _known.clear()
        found = _known[key] = tuple(rest for _, rest in first_keys(key) if rest in _HEADS)
    return found


def _get(keys: Keys, at: int) -> str:
    return keys[at] if 0 <= at < len(keys) else ""


def _point(keys: Keys, at: int, head: str) -> Point | None:
    """What the first rule that fits reads at ``at``."""
    for rule in RULES:
        point = rule(keys, at, head)
        if point:
            return point
    return None


def _point_at(keys: Keys, at: int) -> Point | None:
    return next((point for head in _heads(keys[at]) if (point := _point(keys, at, head))), None) if _get(keys, at) else None


# Days ---------------------------------------------------------------------------------------------------------------


def _day(keys: Keys, at: int, head: str) -> Point | None:
    """اليوم, أمس, أول من أمس, غدا, and the weekday or date that follows in apposition."""
    if head not in cw.DAY_HEADS:
        return None
    for phrase, shift in cw.DAYS.items():
        after = at + len(phrase)
        if phrase[0] == head and tuple(keys[at + 1 : after]) == phrase[1:]:
            break
    else:
        return None
    if phrase == ("اليوم",) and not _is_today(keys, at, after):
        return _nth_day(keys, after)
    if phrase in (("غد",), ("الغد",)) and _get(keys, at - 1) not in cw.DAY_PARTS | cw.DAY_LEADS:
        return None
    if phrase == ("الليله",) and _get(keys, at - 1) in ("تلك", "ذات", "نفس"):
        return None
    return _apposition(keys, Point("day", after, Moment("day", shift)))


def _is_today(keys: Keys, at: int, after: int) -> bool:
    """Whether اليوم is today: no newspaper's name, no numbered or other day."""
    following = _get(keys, after)
    if _get(keys, at - 1) in cw.TODAY_NAMES and following not in cw.WEEKDAYS:
        return False
    return following not in ORDINALS and following not in cw.NOT_TODAY_AFTER and following not in FEMININE_ORDINALS


def _nth_day(keys: Keys, after: int) -> Point | None:
    """لليوم الثالث على التوالي: the publication day."""
    ordinal = read_ordinal(keys, after) if after < len(keys) else None
    if ordinal and tuple(keys[ordinal.after : ordinal.after + 2]) == ("علي", "التوالي"):
        return Point("nth_day", ordinal.after + 2, Moment("day", 0))
    return None


def _apposition(keys: Keys, point: Point) -> Point:
    """A day with the weekday or date that names it again: اليوم الأربعاء، 3 مايو; أمس (السبت)."""
    at = point.after
    opened = _get(keys, at) == "("
    at += opened
    if _get(keys, at) in cw.WEEKDAYS and point.start and (not opened or _get(keys, at + 1) == ")"):
        start = replace(point.start, weekday=cw.WEEKDAYS[keys[at]])
        point = replace(point, after=at + 1 + opened, start=start)
    return _dated(keys, point)


def _dated(keys: Keys, point: Point) -> Point:
    """The date behind a weekday takes over and keeps the weekday as its witness."""
    at = point.after + (_get(keys, point.after) in _COMMAS)
    at += _get(keys, at) == "الموافق"
    named = _date(keys, at, _get(keys, at)) or _numeric(keys, at, _get(keys, at)) if at < len(keys) else None
    if named is None or named.start is None or point.start is None or named.end:
        return point
    return replace(named, start=replace(named.start, weekday=point.start.weekday))


def _weekday(keys: Keys, at: int, head: str) -> Point | None:
    """الأحد, الأحد الماضي, الأحد من الأسبوع الماضي; جمعة الغضب in quotes."""
    bare = cw.BARE_WEEKDAYS.get(head)
    if bare is not None and _get(keys, at - 1) in _QUOTES and _get(keys, at + 1).startswith("ال"):
        return Point("weekday", at + 2, Moment("weekday", weekday=bare))
    weekday = cw.WEEKDAYS.get(head)
    if weekday is None or _get(keys, at - 1) in cw.NAMED_AFTER_DATES:
        return None
    after, turn = _turn(keys, at + 1)
    week = after + (_get(keys, after) == "من")
    if not turn and cw.PERIODS.get(_get(keys, week)) == "week":
        behind, turn = _turn(keys, week + 1)
        if turn:
            return Point("weekday", behind, Moment("weekday", weekday=weekday, year_shift=_SHIFTS[turn]))
    return _dated(keys, Point("weekday", after, Moment("weekday", weekday=weekday, turn=turn)))


_SHIFTS = {"past": -1, "this": 0, "next": 1}


def _turn(keys: Keys, at: int) -> tuple[int, str]:
    """The adjective at ``at`` that says past, this or next, and the index behind it."""
    key = _get(keys, at)
    if key in cw.PAST:
        return at + 1, "past"
    if key in cw.THIS:
        return at + 1, "this"
    return (at + 1, "next") if key in cw.NEXT else (at, "")


def _day_part(keys: Keys, at: int, head: str) -> Point | None:
    """فجر أمس, ليل الأحد, منتصف ليل السبت الأحد, صباح يوم 3 مايو; the part alone where it tells of today."""
    if head not in cw.DAY_PARTS and head not in cw.DAY_LEADS and head not in cw.PAIR_LEADS:
        return None
    inner = at + 1
    while _get(keys, inner) in cw.DAY_PARTS or _get(keys, inner) in cw.DAY_LEADS:
        inner += 1
    point = next((found for key in _plain(keys, inner) if (found := _first_of(_NAMED_DAYS, keys, inner, key))), None)
    if point is None:
        return _bare_part(keys, at, head)
    night = head in cw.NIGHT or any(key in cw.NIGHT for key in keys[at + 1 : inner])
    return _night(keys, point) if night else point


def _plain(keys: Keys, at: int) -> tuple[str, ...]:
    return (keys[at],) if at < len(keys) else ()


def _first_of(rules: Sequence[Rule], keys: Keys, at: int, head: str) -> Point | None:
    return next((point for rule in rules if (point := rule(keys, at, head))), None)


def _night(keys: Keys, point: Point) -> Point:
    """The night between two days names both: ليل السبت الأحد, ليلة السبت - الأحد, ليل السبت على الأحد."""
    at = point.after
    at += _get(keys, at) in _DASHES or _get(keys, at) in ("علي", "الي")
    weekday = cw.WEEKDAYS.get(_get(keys, at).removeprefix("و"))
    if weekday is None or point.start is None or point.start.unit != "weekday":
        return point
    if point.start.weekday is None or weekday != (point.start.weekday + 1) % 7:
        return point
    return replace(point, after=at + 1, end=Moment("weekday", weekday=weekday))


def _bare_part(keys: Keys, at: int, head: str) -> Point | None:
    for phrase, shift in cw.BARE_PARTS.items():
        if phrase[0] == head and tuple(keys[at + 1 : at + len(phrase)]) == phrase[1:]:
            return Point("day_part", at + len(phrase), Moment("day", shift))
    return None


# Dates --------------------------------------------------------------------------------------------------------------


def _date(keys: Keys, at: int, head: str) -> Point | None:
    """6 ديسمبر/كانون الأول 2016, الخامس من مايو, 12 من الشهر الجاري, 3-5 مايو, 15 رمضان 1440 هـ."""
    days = _days_stated(keys, at, head)
    if days is None or _get(keys, at - 1) in cw.NAMED_AFTER_DATES:
        return None
    first, second, after = days
    after += _get(keys, after) == "من"
    if _get(keys, after) in cw.THIS and second is None:
        return Point("date", after + 1, Moment("date", day=first))
    month = _month_named(keys, after)
    if month is None:
        return _day_of_period(keys, after, first)
    base, after = month
    if base.month is None:
        return None
    base, after, stamp = _year_tail(keys, after, replace(base, unit="date"))
    start = replace(base, day=first)
    return Point("date", after, start, replace(base, day=second) if second else None, stamp)


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
    joint = _get(keys, after)
    if joint in _UNTIL or joint in _DASHES or joint in ("و", "او"):
        second_day = _day_number(keys, after + 1, _get(keys, after + 1))
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
    if cw.PERIODS.get(_get(keys, after)) != "month":
        return None
    behind, turn = _turn(keys, after + 1)
    return Point("date", behind, Moment("date", day=day, shift=_SHIFTS[turn])) if turn else None


def _month_named(keys: Keys, at: int) -> tuple[Moment, int] | None:
    """A month by one or two of its names (ديسمبر/كانون الأول, كانون الأول (ديسمبر)), شهر before it or not."""
    after = at + (_get(keys, at) == "شهر")
    named = _month_name(keys, after)
    if named is None:
        return None
    month, after, hijri = named
    opened = _get(keys, after) in ("/", "(", "-")
    second = _month_name(keys, after + 1) if opened else None
    if second and second[0] == month and not hijri:
        after = second[1] + (_get(keys, after) == "(" and _get(keys, second[1]) == ")")
    return Moment("month", month=month, hijri=hijri), after


def _month_name(keys: Keys, at: int) -> tuple[int, int, bool] | None:
    """The month at ``at``, the index behind it, and whether it is Hijri."""
    key = _get(keys, at)
    if key in cw.MONTHS:
        return cw.MONTHS[key], at + 1, False
    if key in cw.MONTH_HEADS and (key, _get(keys, at + 1)) in cw.TWO_WORD_MONTHS:
        return cw.TWO_WORD_MONTHS[key, keys[at + 1]], at + 2, False
    if key in cw.HIJRI_MONTH_HEADS:
        for phrase, month in cw.HIJRI_MONTHS.items():
            if tuple(keys[at : at + len(phrase)]) == phrase:
                return month, at + len(phrase), True
    return None


def _year_number(key: str, *, hijri: bool = False) -> int | None:
    clock = _YEAR_CLOCK.fullmatch(key)
    digits = clock[1] if clock else key
    if len(digits) == 4 and digits.isdigit() and int(digits) in (_HIJRI_YEARS if hijri else _YEARS):
        return int(digits)
    return None


def _year_tail(keys: Keys, at: int, base: Moment) -> tuple[Moment, int, bool]:
    """The year or turn behind a month: 2016, الماضي, من العام الماضي, عام 2015; and whether a clock is glued on."""
    after = at + (_get(keys, at) in _COMMAS and _year_number(_get(keys, at + 1)) is not None)
    after, turn = _turn(keys, after)
    if turn:
        return replace(base, turn=turn), after, False
    lead = after + (_get(keys, after) == "من")
    if _get(keys, lead) in cw.YEAR_LEADS:
        behind, turn = _turn(keys, lead + 1)
        if turn:
            return replace(base, year_shift=_SHIFTS[turn]), behind, False
        after = lead + 1 if _year_number(_get(keys, lead + 1), hijri=base.hijri) else after
    year = _year_number(_get(keys, after), hijri=base.hijri)
    if year is None:
        return base, at, False
    stamp = _YEAR_CLOCK.fullmatch(keys[after]) is not None
    after += 1
    after += _get(keys, after) in (cw.HIJRI_MARKS if base.hijri else cw.GREGORIAN_MARKS)
    return replace(base, year=year), after, stamp


def _numeric(keys: Keys, at: int, head: str) -> Point | None:
    """6/12/2016, 2016-12-06, and 6/12 where a word before or behind shows that it is a date."""
    if not head[:1].isdigit() or len(head) < 3:
        return None
    if found := _YMD.fullmatch(head):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _DMY.fullmatch(head):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
    else:
        return _day_and_month(keys, at, head)
    if month > 12 >= day:
        day, month = month, day
    if year not in _YEARS or month > 12:
        return None
    return Point("numeric", at + 1, Moment("date", day=day, month=month, year=year), stamp=":" in head)


def _day_and_month(keys: Keys, at: int, head: str) -> Point | None:
    found = _DM.fullmatch(head)
    if not found or not (1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12):
        return None
    after, turn = _turn(keys, at + 1)
    before = _get(keys, at - 1)
    if not turn and before not in cw.DATE_LEADS and before not in cw.WEEKDAYS:
        return None
    return Point("numeric", after, Moment("date", day=int(found[1]), month=int(found[2]), turn=turn))


# Months, weeks, years -------------------------------------------------------------------------------------------------


_MONTH_CUES = frozenset(("في", "وفي", "منذ", "ومنذ", "خلال", "وخلال", "حتي", "من", "الي", "بين", "قبل"))


def _month(keys: Keys, at: int, head: str) -> Point | None:
    """مايو الماضي, شهر مايو الفائت, أيار/مايو 2018, and the bare name behind a preposition (في أكتوبر)."""
    if head not in cw.MONTHS and head not in cw.MONTH_HEADS and head not in cw.HIJRI_MONTH_HEADS and head != "شهر":
        return None
    line = [*keys[:at], head, *keys[at + 1 : at + 9]] if head != _get(keys, at) else keys
    named = _month_named(line, at)
    before = _get(keys, at - 1)
    if named is None or before in cw.NAMED_AFTER_DATES or before in ("ابو", "ابا", "ابي"):
        return None
    base, after = named
    tailed, behind, stamp = _year_tail(line, after, base)
    if behind > after or head == "شهر":
        return Point("month", behind, tailed, stamp=stamp)
    if base.hijri or head == "اب" or (before not in _MONTH_CUES and after == at + 1 and keys[at] == head):
        return None
    if keys[at] != head and head in cw.WEAK_MONTHS:
        return None
    return Point("month", after, base)


def _part(keys: Keys, at: int, head: str) -> Point | None:
    """مطلع مايو, نهاية الشهر الماضي, بداية العام الحالي, أواخر 2015."""
    part = cw.PARTS.get(head)
    if part is None or at + 1 >= len(keys):
        return None
    following = keys[at + 1]
    lone_year = _year_number(following)
    if lone_year is not None:
        return Point("part", at + 2, Moment("year", year=lone_year, part=part))
    named = _month_named(keys, at + 1)
    if named and not named[0].hijri:
        base, after, stamp = _year_tail(keys, named[1], named[0])
        return Point("part", after, replace(base, part=part), stamp=stamp)
    point = _first_of((_this, _year, _period), keys, at + 1, following)
    if point is None or point.start is None:
        return None
    start = point.start
    return replace(point, kind="part", start=replace(start, part="" if start.unit == "week" else part))


def _this(keys: Keys, at: int, head: str) -> Point | None:
    """هذا الشهر, هذا الأسبوع, هذا العام."""
    unit = cw.PERIODS.get(_get(keys, at + 1)) if head in cw.THIS_LEADS else None
    if unit is None or not keys[at + 1].startswith("ال"):
        return None
    return Point("period", at + 2, Moment(unit, 0))


_OFFICES = frozenset(
    ("الامين", "المدير", "المدعي", "النائب", "المفتش", "الامن", "الراي", "القطاع", "الاضراب", "القائد", "العفو", "القايد")
)


def _period(keys: Keys, at: int, head: str) -> Point | None:
    """الأسبوع الماضي, الشهر الجاري, العام المقبل."""
    unit = cw.PERIODS.get(head)
    if unit is None or not head.startswith("ال") or _get(keys, at - 1) in _OFFICES:
        return None
    after, turn = _turn(keys, at + 1)
    return Point("period", after, Moment(unit, _SHIFTS[turn])) if turn else None


_BARE_YEAR_CUES = frozenset(("في", "وفي", "منذ", "ومنذ", "خلال", "حتي"))


def _year(keys: Keys, at: int, head: str) -> Point | None:
    """عام 2014, العام 2011, عامي 2015 و2016, and a bare year behind في or منذ."""
    lone = _year_number(head)
    if lone is not None and head == keys[at]:
        return Point("year", at + 1, Moment("year", year=lone)) if _get(keys, at - 1) in _BARE_YEAR_CUES else None
    if head not in cw.YEAR_LEADS and head not in cw.YEARS_LEADS:
        return None
    year = _year_number(_get(keys, at + 1))
    if year is None:
        return None
    after = at + 2
    end = None
    if head in cw.YEARS_LEADS and _get(keys, after) in ("و", *_UNTIL, *_DASHES):
        last = _year_number(_get(keys, after + 1))
        after, end = (after + 2, Moment("year", year=last)) if last else (after, None)
    after += _get(keys, after) in cw.GREGORIAN_MARKS
    return Point("year", after, Moment("year", year=year), end)


def _season(keys: Keys, at: int, head: str) -> Point | None:
    """صيف 2014, صيف عام 2014, الصيف الماضي."""
    month = cw.SEASONS.get(head)
    if month is None:
        return None
    base, after, _ = _year_tail(keys, at + 1, Moment("season", month=month))
    return Point("season", after, base) if after > at + 1 else None


# Counted back -----------------------------------------------------------------------------------------------------------


_DAYS_IN = {"day": 1, "week": 7}


def _stretch(keys: Keys, at: int) -> tuple[str, int | None, int] | None:
    """A counted stretch: its unit, how many (None where vague) and the index behind it."""
    key = _get(keys, at)
    if key in cw.SPAN_DUAL and not key.startswith("ال"):
        return cw.SPAN_DUAL[key], 2, at + 1
    if key in cw.VAGUE_FEW and _get(keys, at + 1) in cw.SPAN_PLURAL:
        return cw.SPAN_PLURAL[keys[at + 1]], None, at + 2
    if key in cw.SPAN_PLURAL and not key.startswith("ال"):
        return cw.SPAN_PLURAL[key], None, at + 1 + (_get(keys, at + 1) in cw.VAGUE_FEW)
    if key in cw.SPAN_SINGULAR:
        return None if _names_one(keys, at + 1) else (cw.SPAN_SINGULAR[key], 1, at + 1)
    numeral = read_numeral(keys, at) if key else None
    if numeral is None or numeral.value is None:
        return None
    noun = _get(keys, numeral.after)
    unit = cw.SPAN_SINGULAR.get(noun) or cw.SPAN_PLURAL.get(noun)
    return (unit, numeral.value, numeral.after + 1) if unit else None


def _names_one(keys: Keys, at: int) -> bool:
    """Whether the word behind يوم, شهر or عام names which one: يوم الجمعة, شهر مايو, عام 2011."""
    key = _get(keys, at)
    return bool(key) and (
        key[0].isdigit() or key.startswith("ال") or _month_name(keys, at) is not None or key in cw.DAY_HEADS
    )


def _moment_back(unit: str, many: int, *, since: bool) -> Moment:
    if unit == "hour":
        return Moment("span" if since else "day", -(many // 24))
    if unit in _DAYS_IN:
        return Moment("day", -many * _DAYS_IN[unit])
    months = many if unit == "month" else 12 * many
    return Moment("back" if since else "ago", -months)


def _ago(keys: Keys, at: int, head: str) -> Point | None:
    """قبل يومين, قبل ثلاثة أيام, قبل ساعات; not قبل يومين من …, which counts from something else."""
    if head not in cw.AGO:
        return None
    if _get(keys, at + 1) in cw.JUST_NOW and _get(keys, at + 2) != "من":
        return Point("ago", at + 2, Moment("day", 0))
    stretch = _stretch(keys, at + 1)
    if stretch is None or _get(keys, stretch[2]) in ("من", "علي", "ان"):
        return None
    unit, many, after = stretch
    return Point("ago", after, _moment_back(unit, many, since=False) if many is not None else None)


def _after(keys: Keys, at: int, head: str) -> Point | None:
    """بعد أسبوع من هجوم: the attack was that long ago."""
    if head in cw.AFTER and tuple(keys[at + 1 : at + 3]) == ("ليله", "من"):
        return Point("day_part", at + 2, Moment("span", -1))
    stretch = _stretch(keys, at + 1) if head in cw.AFTER else None
    if stretch is None or _get(keys, stretch[2]) != "من" or stretch[0] == "hour" or stretch[1] is None:
        return None
    return Point("after", stretch[2], _moment_back(stretch[0], stretch[1], since=False))


def _since(keys: Keys, at: int) -> Point | None:
    """منذ with what follows it: a point that runs on to the publication day, a stretch counted back, or the vague."""
    inner = at + 1
    if _get(keys, inner) in cw.JUST_NOW or (_get(keys, inner) == "قليل"):
        return Point("since", inner + 1, Moment("day", 0))
    roughly = _get(keys, inner) in ("اكثر", "نحو", "حوالي", "قرابه", "ما", "اقل", "زهاء")
    stretch = None
    for skip in range(inner, inner + 4 if roughly else inner + 1):
        stretch = stretch or _stretch(keys, skip)
    if stretch:
        unit, many, after = stretch
        fixed = many is not None and not roughly
        return Point("since", after, _moment_back(unit, many or 0, since=True) if fixed else None)
    point = _point_at(keys, inner)
    return replace(point, kind="since") if point else None


def _lasting(keys: Keys, at: int, head: str) -> Point | None:
    """الساعات الـ24 الماضية, الأيام الثلاثة الماضية, اليومين الماضيين; vague without a number."""
    if not head.startswith("ال") or (head not in cw.SPAN_PLURAL and head not in cw.SPAN_DUAL):
        return None
    unit, inner = cw.SPAN_PLURAL.get(head) or cw.SPAN_DUAL[head], at + 1
    many = 2 if head in cw.SPAN_DUAL else None
    inner += _get(keys, inner) == "ال"
    numeral = read_numeral(keys, inner) if inner < len(keys) else None
    if numeral and numeral.value is not None:
        many, inner = numeral.value, numeral.after
    inner += _get(keys, inner) in cw.VAGUE_FEW
    return _past_or_coming(keys, inner, unit, many)


def _past_or_coming(keys: Keys, at: int, unit: str, many: int | None) -> Point | None:
    after, turn = _turn(keys, at)
    if turn not in ("past", "next"):
        return None
    if many is None:
        return Point("lasting", after, None)
    back = _moment_back(unit, many, since=True)
    start = back if back.unit == "back" else Moment("span", back.shift)
    if turn == "next":
        start = Moment("span", -start.shift) if start.unit == "span" else Moment("back", -start.shift)
    return Point("lasting", after, start)


_WITHIN = frozenset(("خلال", "وخلال", "غضون", "اخر"))


def _counted(keys: Keys, at: int, head: str) -> Point | None:
    """24 ساعة الماضية, and behind خلال a counted stretch: خلال 48 ساعة, خلال ثلاثة أيام."""
    before = _get(keys, at - 1)
    within = before in _WITHIN or (before == "ال" and _get(keys, at - 2) in _WITHIN)
    if not within:
        return None
    stretch = _stretch(keys, at)
    if stretch is None or stretch[1] is None:
        return None
    unit, many, after = stretch
    point = _past_or_coming(keys, after, unit, many)
    if point or unit not in ("hour", "day"):
        return point
    back = _moment_back(unit, many, since=True)
    return Point("lasting", after, Moment("span", back.shift))


def _vague(keys: Keys, at: int, head: str) -> Point | None:
    match = _VAGUE.longest(head, keys, at + 1)
    return Point("vague", at + match.length, None) if match else None


_NAMED_DAYS: tuple[Rule, ...] = (_day, _weekday, _date, _numeric)
# In this order: the longer reading first.
RULES: tuple[Rule, ...] = (
    _day, _weekday, _day_part, _date, _numeric, _counted, _month, _part, _this, _year, _period, _season, _ago, _after,
    _lasting, _vague,
)  # fmt: skip

# Two points ---------------------------------------------------------------------------------------------------------------


def _joined(keys: Keys, at: int, point: Point) -> Point:
    """The second point of a pair: اليوم أو غدا, من الاثنين إلى الأربعاء, بين 3 مايو و5 يونيو, يومي الجمعة والسبت."""
    if point.end or point.start is None or point.start.unit in ("span", "ago", "back"):
        return point
    joint, inner = _get(keys, point.after), point.after + 1
    paired = _get(keys, at - 1) in ("بين", "وبين") or keys[at] in cw.PAIR_LEADS
    if joint.startswith("و") and len(joint) > 1 and paired:
        inner = point.after
    elif not (joint in _UNTIL or joint == "او" or joint in _DASHES or (joint == "و" and paired)):
        return point
    second = _point_at(keys, inner)
    if second is None or second.start is None or second.start.unit in ("span", "ago", "back"):
        return point
    return replace(point, after=second.after, end=second.end or second.start)


def _is_stamp(keys: Keys, at: int, point: Point) -> bool:
    """Whether a full date is the page's own: led by نشر or تحديث, or followed by a clock time as in page chrome."""
    if point.start is None or point.start.unit != "date" or point.start.year is None:
        return False
    if any(key in cw.STAMP_LEADS for key in keys[max(0, at - 3) : at]):
        return True
    behind = [key for key in keys[point.after : point.after + 3] if key not in ("،", ",", "-", "|", "–")]
    clock = next((key for key in behind if key not in cw.CLOCK_WORDS), "")
    return ":" in clock and clock[0].isdigit() and _get(keys, at - 1) not in ("في", "يوم")
