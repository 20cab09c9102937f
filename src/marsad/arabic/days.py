"""When, by the day: today and yesterday, weekdays, parts of the day. In: keys. Out: points."""

from __future__ import annotations

from dataclasses import replace

from marsad.arabic import calendar_words as cw
from marsad.arabic.calendar import Moment
from marsad.arabic.dates import (
    COMMAS,
    DASHES,
    SHIFTS,
    Keys,
    Point,
    Rule,
    date_rule,
    first_read,
    key_at,
    numeric_rule,
    turn_at,
)
from marsad.arabic.number_words import FEMININE_ORDINALS, ORDINALS
from marsad.arabic.numbers import read_ordinal

# How far into a report the name of its outlet may end before a dash, in words.
BYLINE = 2
_QUOTES = frozenset("\"«“”'")
_BEFORE_TOMORROW = frozenset(cw.DAY_PARTS | cw.DAY_LEADS)
LEADS_TO_DAY = frozenset(_BEFORE_TOMORROW | cw.PAIR_LEADS | cw.HOURS)
_NAMES_DAY = frozenset(_BEFORE_TOMORROW | cw.DAY_HEADS | frozenset(cw.WEEKDAYS))
_BEHIND_EVENING = frozenset(cw.DAY_HEADS | cw.DAY_LEADS | _QUOTES)


_LAST_NIGHT = ("الليله", "الماضيه")
_ALL_OF = frozenset(("خلال", "وخلال", "طوال", "طيله"))


# The phrases for days under their first word, in their order.
_DAYS_BY_HEAD = {head: [phrase for phrase in cw.DAYS if phrase[0] == head] for head, *_ in cw.DAYS}


def day_rule(keys: Keys, at: int, head: str) -> Point | None:
    """اليوم, أمس, أول من أمس, غدا, and the weekday or date that follows in apposition."""
    if head not in cw.DAY_HEADS:
        return None
    for phrase in _DAYS_BY_HEAD.get(head, ()):
        after = at + len(phrase)
        if len(phrase) == 1 or tuple(keys[at + 1 : after]) == phrase[1:]:
            break
    else:
        return None
    if phrase == ("اليوم",) and not _is_today(keys, at, after):
        return _nth_day(keys, after)
    if phrase in (("غد",), ("الغد",)) and key_at(keys, at - 1) not in _BEFORE_TOMORROW:
        return None
    if phrase == ("الليله",) and key_at(keys, at - 1) in ("تلك", "ذات", "نفس"):
        return None
    if phrase == _LAST_NIGHT and key_at(keys, after) not in cw.WEEKDAYS:
        return Point("day", after, _last_night(keys, at))
    return _apposition(keys, Point("day", after, Moment("day", cw.DAYS[phrase])))


def _last_night(keys: Keys, at: int) -> Moment:
    """Last night is the day before; its middle, or all of it, reaches into today, behind its middle it is today."""
    before = key_at(keys, at - 1)
    if before == "منتصف":
        return Moment("day", 0) if key_at(keys, at - 2) in cw.AFTER else Moment("span", -1)
    return Moment("span" if before in _ALL_OF else "day", -1)


def _is_today(keys: Keys, at: int, after: int) -> bool:
    """Whether اليوم is today: no newspaper's name, no numbered or other day."""
    following = key_at(keys, after)
    if following in cw.WEEKDAYS:
        return True
    if key_at(keys, at - 1) in cw.TODAY_NAMES:
        return False
    if following in DASHES and 0 < at <= BYLINE:
        return False  # عين اليوم –
    if following in _QUOTES and (key_at(keys, at - 2) in _QUOTES or key_at(keys, at - 2) in cw.OUTLET_WORDS):
        return False  # "سوريا اليوم"
    return following not in ORDINALS and following not in cw.NOT_TODAY_AFTER and following not in FEMININE_ORDINALS


def _nth_day(keys: Keys, after: int) -> Point | None:
    """لليوم الثالث على التوالي: the publication day."""
    ordinal = read_ordinal(keys, after) if after < len(keys) else None
    if ordinal and tuple(keys[ordinal.after : ordinal.after + 2]) == ("علي", "التوالي"):
        return Point("nth_day", ordinal.after + 2, Moment("day", 0))
    if ordinal and keys[after - 1].lstrip("و").startswith("لل"):
        return Point("nth_day", ordinal.after, Moment("day", 0))
    return None


def _apposition(keys: Keys, point: Point) -> Point:
    """A day with the weekday or date that names it again: اليوم الأربعاء، 3 مايو; أمس (السبت)."""
    at, key = point.after, key_at(keys, point.after)
    opened = key == "("
    if opened or (key in COMMAS and key_at(keys, at + 1) in cw.WEEKDAYS):
        at, key = at + 1, key_at(keys, at + 1)
    if key in cw.WEEKDAYS and point.start and (not opened or key_at(keys, at + 1) == ")"):
        start = replace(point.start, weekday=cw.WEEKDAYS[keys[at]])
        point = replace(point, after=at + 1 + opened, start=start)
    return _dated(keys, point)


def _dated(keys: Keys, point: Point) -> Point:
    """The date behind a weekday takes over and keeps the weekday as its witness."""
    at, head = point.after, key_at(keys, point.after)
    if head in COMMAS:
        at, head = at + 1, key_at(keys, at + 1)
    if head == "الموافق":
        at, head = at + 1, key_at(keys, at + 1)
    if not head[:1].isdigit() and head not in ORDINALS:
        return point
    named = first_read((date_rule, numeric_rule), keys, at, head)
    if named is None or named.start is None or point.start is None or named.end:
        return point
    return replace(named, start=replace(named.start, weekday=point.start.weekday))


def weekday_rule(keys: Keys, at: int, head: str) -> Point | None:
    """الأحد, الأحد الماضي, الأحد من الأسبوع الماضي; جمعة الغضب in quotes."""
    bare = cw.BARE_WEEKDAYS.get(head)
    if bare is not None and key_at(keys, at - 1) in _QUOTES and key_at(keys, at + 1).startswith("ال"):
        return Point("weekday", at + 2, Moment("weekday", weekday=bare))
    weekday = cw.WEEKDAYS.get(head)
    if weekday is None or key_at(keys, at - 1) in cw.NAMED_AFTER_DATES:
        return None
    after, turn = turn_at(keys, at + 1)
    week = after + (key_at(keys, after) == "من")
    if not turn and cw.PERIODS.get(key_at(keys, week)) == "week":
        behind, turn = turn_at(keys, week + 1)
        if turn:
            return Point("weekday", behind, Moment("weekday", weekday=weekday, year_shift=SHIFTS[turn]))
    return _dated(keys, Point("weekday", after, Moment("weekday", weekday=weekday, turn=turn)))


def day_part_rule(keys: Keys, at: int, head: str) -> Point | None:
    """فجر أمس, ليل الأحد, منتصف ليل السبت الأحد, صباح يوم 3 مايو; the part alone where it tells of today."""
    if head not in LEADS_TO_DAY:
        return None
    inner = at + 1
    while head in cw.HOURS and key_at(keys, inner) in cw.HOURS_TAIL:
        inner += 1
    while inner < len(keys) and (keys[inner] in cw.DAY_PARTS or keys[inner] in cw.DAY_LEADS):
        inner += 1
    point = first_read(NAMED_DAYS, keys, inner, keys[inner]) if inner < len(keys) else None
    if point is None:
        return _bare_part(keys, at, head)
    night = head in cw.NIGHT or any(key in cw.NIGHT for key in keys[at + 1 : inner])
    if not night:
        return point
    point = _night(keys, point)
    return _next_day(point) if head == "منتصف" and key_at(keys, at - 1) in cw.AFTER else point


def _night(keys: Keys, point: Point) -> Point:
    """The night between two days names both: ليل السبت الأحد, ليلة السبت - الأحد, ليل السبت على الأحد."""
    at = point.after
    at += key_at(keys, at) in DASHES or key_at(keys, at) in ("علي", "الي")
    weekday = cw.WEEKDAYS.get(key_at(keys, at).removeprefix("و"))
    if weekday is None or point.start is None or point.start.unit != "weekday":
        return point
    if point.start.weekday is None or weekday != (point.start.weekday + 1) % 7:
        return point
    return replace(point, after=at + 1, end=Moment("weekday", weekday=weekday))


def _next_day(point: Point) -> Point:
    """بعد منتصف ليل أمس, بعد منتصف ليل السبت الأحد: what came after midnight is of the day that the night led to."""
    start = point.start
    if point.end is not None:
        return replace(point, start=point.end, end=None)
    if start is None or start.unit not in ("day", "weekday"):
        return point
    weekday = None if start.weekday is None else (start.weekday + 1) % 7
    return replace(point, start=replace(start, weekday=weekday, shift=start.shift + (start.unit == "day")))


def clock_rule(keys: Keys, at: int, head: str) -> Point | None:
    """الساعة الواحدة بعد منتصف الليل, الساعة الثالثة عصرا, الساعة 23:35: an hour of the day told of, whichever that is.

    None where a day follows (الساعة الثامنة من مساء أمس): the day is read by itself.
    """
    hour = key_at(keys, at + 1)
    if head not in cw.CLOCK_HEADS or not (hour[:1].isdigit() or hour in FEMININE_ORDINALS or hour in cw.CLOCK_TAILS):
        return None
    if key_at(keys, at - 1)[:1].isdigit() or key_at(keys, at - 1) == "|":
        return None  # behind a date: a page's own time
    after = at + 2
    while (
        key_at(keys, after) in cw.CLOCK_TAILS or key_at(keys, after) in (":", "و") or key_at(keys, after)[:1].isdigit()
    ):
        after += 1
    part = next((phrase for phrase in cw.CLOCK_PARTS if tuple(keys[after : after + len(phrase)]) == phrase), ())
    if keys[after - 1] == "من" or (part and _names_evening(keys, after + len(part) - 1)):
        return None
    lead = after + len(part) + (key_at(keys, after + len(part)) in ("في", "من", "،"))
    if first_read(NAMED_DAYS, keys, lead, key_at(keys, lead)) is not None:
        return None
    if key_at(keys, after) in _NAMES_DAY and not part:
        return None
    return Point("clock", after + len(part), Moment("day", 0) if part else None)


def hour_rule(keys: Keys, at: int, head: str) -> Point | None:
    """الرابعة عصرا, العاشرة والربع صباحا: an hour without the word for it, of the day told of."""
    if head not in FEMININE_ORDINALS or key_at(keys, at - 1) in cw.CLOCK_HEADS:
        return None
    after = at + 1
    while key_at(keys, after) in cw.CLOCK_TAILS:
        after += 1
    part = next((phrase for phrase in cw.CLOCK_PARTS if tuple(keys[after : after + len(phrase)]) == phrase), ())
    after += len(part)
    if not part or _names_evening(keys, after - 1):
        return None
    after += key_at(keys, after) == "من"
    if key_at(keys, after) in _NAMES_DAY:
        return None  # السادسة صباحا من يوم السبت
    return Point("clock", after, Moment("day", 0)) if keys[after - 1] != "من" else None


def noon_rule(keys: Keys, at: int, head: str) -> Point | None:
    """قبل الظهر, بعد الظهر: a part of the day told of, where no day stands beside it."""
    before, behind = key_at(keys, at - 1), key_at(keys, at + 2)
    if key_at(keys, at + 1) not in cw.NOON or before in _NAMES_DAY or behind == "من" or behind in _NAMES_DAY:
        return None
    return None if _is_clock(keys, at) else Point("day_part", at + 2, Moment("day", 0))


def _is_clock(keys: Keys, at: int) -> bool:
    """Whether a part of the day tells the hour rather than the day: الساعة الخامسة فجرا, 7:30 صباحا."""
    before = key_at(keys, at - 1)
    return before[:1].isdigit() or before in FEMININE_ORDINALS or before in cw.CLOCK_TAILS


def part_behind(keys: Keys, point: Point) -> Point:
    """A day with the part of it that stands behind: أمس صباحا, الأربعاء ليلا."""
    after = point.after
    if after >= len(keys) or keys[after] not in cw.PART_ADVERBS:
        return point
    if point.start is None or point.start.unit not in ("day", "weekday", "date"):
        return point
    return point if _names_evening(keys, point.after) else replace(point, after=point.after + 1)


def _names_evening(keys: Keys, at: int) -> bool:
    """Whether مساء goes on to name the day: مساء أمس, مساء الأحد, مساء "الأحد"."""
    following = key_at(keys, at + 1)
    return keys[at] in cw.EVENING and (
        following.startswith("ال") or following in _BEHIND_EVENING or following[:1].isdigit()
    )


def _bare_part(keys: Keys, at: int, head: str) -> Point | None:
    if _is_clock(keys, at) or key_at(keys, at + 1) in cw.DAY_AND_NIGHT or _names_evening(keys, at):
        return None
    if head in cw.BARE_NIGHT:
        return Point("day_part", at + 1, Moment("span", -1))
    if head in cw.NIGHT and key_at(keys, at + 1) in cw.OF_A_NIGHT:
        return Point("night", at + 2, Moment("span", -1))
    for phrase, shift in cw.BARE_PARTS.items():
        if phrase[0] == head and tuple(keys[at + 1 : at + len(phrase)]) == phrase[1:]:
            return Point("day_part", at + len(phrase), Moment("day", shift))
    return None


NAMED_DAYS: tuple[Rule, ...] = (day_rule, weekday_rule, date_rule, numeric_rule)
