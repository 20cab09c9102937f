"""Days as data give them: ISO, seconds since 1970, e-mail's form, day/month/year, words. Never the day of a crawl."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from marsad.arabic.words import split_words
from marsad.mentions.times import find_times, resolve

# What gives a day, in the order in which one goes before the other.
KINDS = {
    "given": "the command said it",
    "index": "reports.csv says it",
    "column": "a column or field of the data says it",
    "message": "the message bears it",
    "email": "the head of the e-mail bears it",
    "page": "the page's own data say it",
    "feed": "the feed says it",
    "sitemap": "the sitemap says when it was published",
    "url": "it stands in the address",
    "text": "a line of the report bears it",
    "file": "it stands in the name of the file",
    "document": "the document says when it was made",
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_PLAIN = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?!\d)|(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_EPOCH = re.compile(r"-?\d{9,10}(?:\.\d+)?|\d{12,13}")
# A day in an address: /2016/12/06/ or 2016-12-06; a year and month alone are no day.
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/\-_.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DIGITS = {0x660 + n: str(n) for n in range(10)} | {0x6F0 + n: str(n) for n in range(10)}
# The first day computers count: where it stands, nobody gave one.
_ZERO = date(1970, 1, 1)
_LONGEST_LINE = 80
_MOST_WORDS = 6
# Lines before the first of the main text in which its day is looked for.
BEFORE = 6
# Words beside the day on a line of its own within the report: next to none.
MOST_WITHIN = 2


def day_of(value: object, *, month_first: bool = False) -> date:
    """The day that a cell, a field or a head gives; ValueError for what is none."""
    if isinstance(value, datetime):
        return _checked(value.date())
    if isinstance(value, date):
        return _checked(value)
    if isinstance(value, bool) or value is None:
        raise ValueError("no day")
    if isinstance(value, int | float):
        return _checked(_since_1970(float(value)))
    words = str(value).strip().translate(_DIGITS)
    return _checked(_worded(words, month_first))


def _worded(words: str, month_first: bool) -> date:
    if match := _ISO.match(words):
        return date(*map(int, match.groups()))
    if _EPOCH.fullmatch(words):
        return _since_1970(float(words))
    if match := _PLAIN.fullmatch(words):
        return date(*map(int, match.groups()))
    if match := _SLASHED.match(words):
        first, second, year, *backwards = match.groups()
        if year is None:
            return date(*map(int, backwards))
        return date(int(year), *map(int, (first, second) if month_first else (second, first)))
    from email.utils import parsedate_to_datetime  # few days are written so, and every start would wait for it

    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        pass
    day = _in_english(words) or day_in_line(words)
    if day is None:
        raise ValueError("no day")
    return day


def _in_english(words: str) -> date | None:
    for form in ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%A, %B %d, %Y"):
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None


def _since_1970(seconds: float) -> date:
    if not -3e9 < seconds < 3e13:
        raise ValueError("no day")
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds / (1000 if seconds > 1e11 else 1))).date()


def _checked(day: date) -> date:
    if day == _ZERO:
        raise ValueError("1970-01-01, which stands where no day was given")
    return day


def is_ahead(day: date) -> bool:
    """Whether a day has not come yet anywhere on earth: nothing was published on it."""
    return day > datetime.now(UTC).date() + timedelta(days=1)


def is_month_first(values: Iterable[object]) -> bool:
    """Whether days with slashes put the month first, as the values prove; day first where nothing proves it."""
    found = [match for value in values if (match := _SLASHED.match(str(value).strip().translate(_DIGITS)))]
    pairs = [(int(match[1]), int(match[2])) for match in found if match[1]]
    return any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs)


def day_in_address(address: str) -> date | None:
    """The day that stands in an address or the name of a file, as many sites put it; None for several."""
    days = set()
    for match in _IN_ADDRESS.finditer(address):
        days.add(_made(match[1], match[3], match[4]))
    if not days:
        days = {_made(*match.groups()) for match in _PLAIN.finditer(address)}
    days.discard(None)
    return days.pop() if len(days) == 1 else None


def _made(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def day_in_line(line: str, *, beside: int = _MOST_WORDS) -> date | None:
    """The one day with its year that a short line names in words or figures: الأحد 4 كانون الأول 2016.

    ``beside`` is how many other words the line may hold: with more it is a sentence that tells of a day.
    """
    if len(line) > _LONGEST_LINE or not any(char.isdigit() for char in line):
        return None
    words = split_words(line)
    times = find_times(words, 0, len(words) - 1)
    taken = {at for time in times for at in range(time.first, time.last + 1)}
    if sum(word.key[:1].isalpha() and len(word.key) > 1 for at, word in enumerate(words) if at not in taken) > beside:
        return None
    days = {days for time in times if (days := resolve(time, None)) is not None and days[0] == days[1]}
    return date.fromisoformat(days.pop()[0]) if len(days) == 1 else None


def best_day(file: str, text: str, made: date | None) -> tuple[date | None, str | None]:
    """The day of a document and what gives it: a line of its own, the name of the file, else the day it was made."""
    published, kind = days_in_lines(text)
    if published is not None:
        return published, kind
    in_name = day_in_address(file)
    if in_name is not None:
        return in_name, "file"
    return (made, "document") if made else (None, None)


def days_in_lines(text: str) -> tuple[date | None, str | None]:
    """The one day that the first lines of a plain text bear by themselves."""
    lines = [line.strip() for line in text[:2000].split("\n") if line.strip()][: BEFORE + 1]
    days = {found for line in lines if (found := _stamp(line)) is not None}
    return (days.pop(), "text") if len(days) == 1 else (None, None)


def _stamp(line: str) -> date | None:
    """The day of a line that holds little else."""
    return day_in_line(line, beside=MOST_WITHIN)
