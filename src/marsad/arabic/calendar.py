"""Calendar days: from a worded moment and the publication day to the days it names. Pure functions, nothing guessed.

In: a :class:`Moment`. Out: the first and the last day it covers, or None where the words fix none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

Days = tuple[date, date]

# A day and month without a year is the latest one past, unless it is this near ahead and nearly a year gone.
_SOON_DAYS = 60
_MONTHS = 12
HALVES = ("first", "second")
# The weekdays on which a week begins where Monday does not: Saturday and Sunday.
_TURNS = (5, 6)


# Not frozen, as that makes it three times as dear; nothing changes one.
@dataclass(slots=True)
class Moment:
    """A day or stretch of days as worded.

    ``unit``: day, span, ago, back, weekday, date, week, month, season or year. ``shift`` counts units from the
    publication day where no name or number fixes them. ``turn`` is past, this or next where the words say so
    (الماضي, الجاري, المقبل), or same where they point to a year named before. ``part`` is early, middle, late, or the
    first or second half.
    """

    unit: str
    shift: int = 0
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    year_shift: int | None = None
    turn: str = ""
    part: str = ""
    hijri: bool = False


def made(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is none (31 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, days: int) -> date:
    """The day so many days later, or earlier where negative."""
    return day + timedelta(days=days)


def month_days(year: int, month: int) -> Days | None:
    """The first and the last day of a month; months beyond 1 to 12 count into the years around."""
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    first = made(year, month, 1)
    following = made(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return (first, moved(following, -1)) if first and following else None


def year_days(year: int) -> Days | None:
    """The first and the last day of a year."""
    first, last = made(year, 1, 1), made(year, 12, 31)
    return (first, last) if first and last else None


def week_days(day: date, weeks: int = 0) -> Days:
    """Monday to Sunday of the week that holds ``day``, so many weeks on."""
    monday = moved(day, 7 * weeks - day.weekday())
    return monday, moved(monday, 6)


def months_back(day: date, months: int) -> date | None:
    """The same day so many months earlier, or the month's last where it is shorter."""
    days = month_days(day.year, day.month - months)
    return None if days is None else min(moved(days[0], day.day - 1), days[1])


def nearest_weekday(weekday: int, anchor: date, turn: str = "") -> date:
    """The weekday nearest before ``anchor`` (itself included), strictly before it (past) or after it (next)."""
    back = (anchor.weekday() - weekday) % 7
    if turn == "next":
        return moved(anchor, 7 - back)
    if turn == "past" and back == 0:
        back = 7
    return moved(anchor, -back)


def closest_weekday(weekday: int, anchor: date) -> date:
    """The weekday closest to ``anchor`` on either side, for words that name both (أمس الأحد)."""
    back = (anchor.weekday() - weekday) % 7
    return moved(anchor, -back if back <= 3 else 7 - back)


def told_weekday(weekday: int, shift: int, published: date) -> date:
    """The day of أمس الأحد: closest to that before publication, but never ahead of what could be told by then."""
    day = closest_weekday(weekday, moved(published, shift))
    return day if shift > 0 or day <= moved(published, 1 + shift) else moved(day, -7)


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date (Umm al-Qura), or None where there is none."""
    from hijridate import Hijri  # here: few reports need it

    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def hijri_year(day: date) -> int | None:
    """The Hijri year that holds a Gregorian day."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def days_of(moment: Moment, published: date | None, *, ahead: bool = False) -> Days | None:
    """The days a moment covers. ``ahead`` reads a bare weekday or date as coming, for what is planned."""
    if moment.turn == "same":
        return None
    if published is None:
        return _absolute(moment)
    try:
        return _BY_UNIT[moment.unit](moment, published, ahead)
    except OverflowError:  # a count of days that leaves the calendar: قبل 900000 يوم
        return None


def _absolute(moment: Moment) -> Days | None:
    """The days of a moment that needs no publication day: it says its year."""
    if moment.year is None or moment.unit not in ("date", "month", "season", "year"):
        return None
    return _BY_UNIT[moment.unit](moment, date(moment.year if not moment.hijri else 2000, 1, 1), False)


def _one(day: date | None) -> Days | None:
    return (day, day) if day else None


def _day(moment: Moment, published: date, ahead: bool) -> Days | None:
    if moment.weekday is None:
        return _one(moved(published, moment.shift))
    return _one(told_weekday(moment.weekday, moment.shift, published))


def _span(moment: Moment, published: date, ahead: bool) -> Days | None:
    """The days up to the publication day, or from it on."""
    other = moved(published, moment.shift)
    return (min(other, published), max(other, published))


def _weekday(moment: Moment, published: date, ahead: bool) -> Days | None:
    if moment.weekday is None:
        return None
    if moment.year_shift is not None:  # of a named week
        return _one(moved(week_days(published, moment.year_shift)[0], moment.weekday))
    turn = moment.turn
    if not turn and ahead and published.weekday() != moment.weekday:
        turn = "next"
    return _one(nearest_weekday(moment.weekday, published, turn))


def _week(moment: Moment, published: date, ahead: bool) -> Days | None:
    """The week; at its turn, which is Saturday or Sunday by the region, last week is the seven days before."""
    if moment.shift == -1 and published.weekday() in _TURNS:
        return moved(published, -7), moved(published, -1)
    days = week_days(published, moment.shift)
    return days if moment.shift else _so_far(days, published, ahead)


def _so_far(days: Days, published: date, ahead: bool) -> Days:
    """The part of a current week, month or year that is past, or to come where the words look ahead."""
    if not days[0] <= published <= days[1]:
        return days
    return (published, days[1]) if ahead else (days[0], published)


def _until(days: Days, published: date, ahead: bool) -> Days:
    """Days that have begun, cut at the publication day: what is told of them has happened."""
    return (days[0], published) if days[0] <= published < days[1] and not ahead else days


def _date(moment: Moment, published: date, ahead: bool) -> Days | None:
    if moment.day is None:
        return None
    if moment.month is None:
        days = month_days(published.year, published.month + moment.shift)
        return days and _one(made(days[0].year, days[0].month, moment.day))
    if moment.hijri:
        return _one(_hijri(moment, published))
    if moment.year is not None or moment.year_shift is not None:
        year = moment.year if moment.year is not None else published.year + (moment.year_shift or 0)
        return _one(made(year, moment.month, moment.day))
    return _one(_yearless(moment, published, ahead))


def _yearless(moment: Moment, published: date, ahead: bool) -> date | None:
    """The year of a day and month: what the words say (الماضي), what the weekday proves, else the latest past."""
    near = (made(published.year + by, moment.month or 0, moment.day or 0) for by in (-1, 0, 1))
    days = [day for day in near if day]
    past = [day for day in days if day <= published]
    future = [day for day in days if day >= published]
    if moment.turn == "this":
        return next((day for day in days if day.year == published.year), None)
    if moment.weekday is not None:
        days = [day for day in days if day.weekday() == moment.weekday] or days
        return min(days, key=lambda day: abs((day - published).days), default=None)
    if moment.turn == "next" or (ahead and moment.turn != "past"):
        return min(future, default=None)
    soon = min(future, default=None)
    gone = max(past, default=None)
    if moment.turn != "past" and soon and (soon - published).days <= _SOON_DAYS:
        return soon if gone is None or (published - gone).days > _SOON_DAYS else gone
    return gone


def _hijri(moment: Moment, published: date) -> date | None:
    month, day = moment.month or 0, moment.day or 0
    if moment.year is not None:
        return hijri_day(moment.year, month, day)
    year = hijri_year(published)
    if year is None:
        return None
    near = [hijri_day(year + by, month, day) for by in (-1, 0)]
    return max((found for found in near if found and found <= published), default=None)


def _month(moment: Moment, published: date, ahead: bool) -> Days | None:
    if moment.hijri:
        return _hijri_month(moment, published)
    year, month = published.year, moment.month
    if month is None:
        month = published.month + moment.shift
    elif moment.year is not None:
        year = moment.year
    elif moment.year_shift is not None:
        year += moment.year_shift
    elif moment.turn == "next" or (ahead and not moment.turn):
        year += month < published.month or (moment.turn == "next" and month == published.month)
    elif moment.turn != "this":
        year -= month > published.month or (moment.turn == "past" and month == published.month)
    days = month_days(year, month)
    if days and moment.part:
        return _until(_part_of_month(days, moment.part), published, ahead)
    return days if days is None or moment.year is not None else _so_far(days, published, ahead)


def _hijri_month(moment: Moment, published: date) -> Days | None:
    """A Hijri month: the latest that has begun where no year is said."""
    first = _hijri(replace(moment, day=1), published)
    year = hijri_year(first) if first else None
    if first is None or year is None:
        return None
    month = moment.month or 0
    following = hijri_day(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return (first, moved(following, -1)) if following else None


def _part_of_month(days: Days, part: str) -> Days:
    """Early, middle and late third (UCDP GED codebook, appendix 2)."""
    first, last = days
    if part in HALVES:
        return (first, moved(first, 14)) if part == "first" else (moved(first, 15), last)
    if part == "early":
        return first, moved(first, 9)
    return (moved(first, 10), moved(first, 19)) if part == "middle" else (moved(first, 20), last)


def _season(moment: Moment, published: date, ahead: bool) -> Days | None:
    """Three months from the season's first; the latest that began where no year is said."""
    if moment.month is None:
        return None
    year = moment.year if moment.year is not None else published.year + (moment.year_shift or 0)
    if moment.year is None and moment.year_shift is None:
        year += 1 if moment.turn == "next" and moment.month <= published.month else 0
        year -= 1 if moment.turn != "next" and moment.month + 2 >= published.month else 0
    first, last = month_days(year, moment.month), month_days(year, moment.month + 2)
    return (first[0], last[1]) if first and last else None


_MONTHS_OF_PART = {"early": (1, 4), "middle": (5, 8), "late": (9, 12), "first": (1, 6), "second": (7, 12)}


def _year(moment: Moment, published: date, ahead: bool) -> Days | None:
    days = year_days(moment.year if moment.year is not None else published.year + moment.shift)
    if days is None:
        return None
    if moment.part:
        months = _MONTHS_OF_PART[moment.part]
        first, last = month_days(days[0].year, months[0]), month_days(days[0].year, months[1])
        return _until((first[0], last[1]), published, ahead) if first and last else None
    return days if moment.year is not None or moment.shift else _so_far(days, published, ahead)


def _ago(moment: Moment, published: date, ahead: bool) -> Days | None:
    """The month that holds the day so many months back (قبل شهرين)."""
    day = months_back(published, -moment.shift)
    return month_days(day.year, day.month) if day else None


def _back(moment: Moment, published: date, ahead: bool) -> Days | None:
    """The days from so many months back up to the publication day (منذ شهرين)."""
    day = months_back(published, -moment.shift)
    return (day, published) if day else None


_BY_UNIT = {
    "day": _day,
    "span": _span,
    "ago": _ago,
    "back": _back,
    "weekday": _weekday,
    "week": _week,
    "date": _date,
    "month": _month,
    "season": _season,
    "year": _year,
}
