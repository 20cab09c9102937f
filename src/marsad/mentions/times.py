"""When: the dating expressions of a stretch of words. In: words. Out: time mentions; ``resolve`` gives their days.

The rules that read them are language and live in arabic/: dating.py (all of them), dates.py, days.py, stretches.py.
A mention holds a :class:`Moment` (arabic/calendar.py); it becomes days only when the publication day is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

from marsad.arabic.calendar import Moment, days_of, moved, nearest_weekday, told_weekday
from marsad.arabic.clitics import AND
from marsad.arabic.dating import heads, read_time
from marsad.arabic.words import Word, keys_of

# How many days a page may be dated before or after the day that its own words call today. Of 261 reports of the pool
# that give it a weekday 243 agree, 13 are a day off and one two; one each at four and five days is taken for a slip.
_LATE_DAYS = 3
_CONTEXT = 4  # words before the stretch that may guard a word: صحيفة اليوم


# Not frozen, as that makes it three times as dear; nothing changes one.
@dataclass(slots=True, eq=False)
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


def was_earlier(time: TimeMention | None) -> bool:
    """Whether a stretch that goes on is named for what was before in it: في وقت سابق من الشهر الجاري."""
    return time is not None and time.kind == "earlier"


def resolve(time: TimeMention, published: date | None, *, ahead: bool = False) -> tuple[str, str] | None:
    """The ISO days ``time`` covers, or None where its words and the publication day fix none.

    ``ahead`` is for what is planned: a bare weekday or date is then the coming one.
    """
    if time.start is None:
        return None
    start = days_of(time.start, published, ahead=ahead)
    if start is None:
        return None
    first, last = start
    if time.end is not None:
        end = days_of(time.end, published, ahead=ahead)
        if end is None:
            return None
        first, last = _tonight(time, first, published) or _ordered(time.start, first, end[1])
    elif time.since:
        if published is None:
            return None
        last = published
    return (first.isoformat(), last.isoformat()) if first <= last else None


def told_on(times: Iterable[TimeMention], published: date | None) -> date | None:
    """The day the report calls today: that of publication, or near it where أمس الأحد or اليوم الاثنين says another.

    Where the words contradict each other, or the days lie further apart than a page is late, it is that of publication.
    """
    if published is None:
        return None
    meant = {
        moved(told_weekday(time.start.weekday, time.start.shift, published), -time.start.shift)
        for time in times
        if time.start is not None and time.start.unit == "day" and time.start.weekday is not None
    }
    day = meant.pop() if len(meant) == 1 else published
    return day if abs((day - published).days) <= _LATE_DAYS else published


def _tonight(time: TimeMention, first: date, published: date | None) -> tuple[date, date] | None:
    """ليل الاثنين الثلاثاء told on the Monday: the night that leads to the day after, not that of a week ago."""
    start, end = time.start, time.end
    if start is None or end is None or first != published or start.unit != "weekday" or end.unit != "weekday":
        return None
    led = start.weekday is not None and end.weekday == (start.weekday + 1) % 7 and not (start.turn or end.turn)
    return (first, moved(first, 1)) if led and time.kind == "weekday" else None


def _ordered(start: Moment, first: date, last: date) -> tuple[date, date]:
    """The first day of a pair put before its last where only the last fixes it: من الأحد إلى الثلاثاء."""
    if first <= last:
        return first, last
    if start.unit == "weekday" and start.weekday is not None:
        return nearest_weekday(start.weekday, last), last
    if start.unit in ("date", "month") and start.year is None:
        days = days_of(start, last)
        return (days[0] if days else first), last
    return first, last


def _is_full_date(moment: Moment | None) -> bool:
    """Whether a moment names day, month and year: on a line of its own it is the page's date, as a lone اليوم is."""
    return moment is not None and moment.unit == "date" and moment.year is not None


def _is_next_day(before: TimeMention, begin: int, start: Moment | None) -> bool:
    """Whether a day told with و right behind another is the one after it: أمس واليوم, السبت والأحد."""
    first = before.start
    if before.last != begin - 1 or before.end is not None or before.since or first is None or start is None:
        return False
    if first.unit == start.unit == "weekday" and first.weekday is not None:
        return start.weekday == (first.weekday + 1) % 7
    return first.unit == start.unit == "day" and start.shift == first.shift + 1


def find_times(words: Sequence[Word], first: int, last: int) -> list[TimeMention]:
    """The dating expressions in words ``first`` to ``last`` (inclusive), in order, none overlapping."""
    return times_among(keys_of(words), first, last)


def times_among(report_keys: Sequence[str], first: int, last: int) -> list[TimeMention]:
    """The same, where the keys of all words are at hand."""
    offset = max(0, first - _CONTEXT)
    keys = report_keys[offset : last + 1]
    if "" in keys:
        keys = [key or "_" for key in keys]  # a lone tatweel has an empty key
    found: list[TimeMention] = []
    behind = first - offset
    read = list(map(heads.__getitem__, keys))
    for at in compress(range(behind, len(keys)), read[behind:]):
        point = read_time(keys, at, read[at]) if at >= behind else None
        if point is None:
            continue
        begin, end = at + offset, point.after - 1 + offset
        if found and keys[at].startswith(AND) and _is_next_day(found[-1], begin, point.start):
            found[-1].last, found[-1].end, behind = end, point.start, point.after
            continue
        stamp = point.stamp or (begin == first and end == last and (begin == end or _is_full_date(point.start)))
        found.append(TimeMention(begin, end, point.kind, point.start, point.end, point.since, stamp))
        behind = point.after
    return found
