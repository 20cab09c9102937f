"""Calendar days from worded moments. No day is invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.calendar import (
    Days,
    Moment,
    closest_weekday,
    days_of,
    hijri_day,
    hijri_year,
    month_days,
    months_back,
    nearest_weekday,
    week_days,
)

TUESDAY = date(2016, 12, 6)


def day(year: int, month: int, number: int) -> Days:
    return date(year, month, number), date(year, month, number)


@pytest.mark.parametrize(
    ("weekday", "turn", "expected"),
    [
        (1, "", date(2016, 12, 6)),
        (1, "past", date(2016, 11, 29)),
        (1, "next", date(2016, 12, 13)),
        (6, "", date(2016, 12, 4)),
        (2, "", date(2016, 11, 30)),
        (2, "next", date(2016, 12, 7)),
    ],
)
def test_a_weekday_is_the_nearest_past_unless_the_words_turn_it(weekday: int, turn: str, expected: date) -> None:
    assert nearest_weekday(weekday, TUESDAY, turn) == expected


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 6))
def test_nearest_and_closest_weekdays_are_that_weekday_and_near(anchor: date, weekday: int) -> None:
    nearest, closest = nearest_weekday(weekday, anchor), closest_weekday(weekday, anchor)
    assert nearest.weekday() == closest.weekday() == weekday
    assert 0 <= (anchor - nearest).days <= 6
    assert abs((anchor - closest).days) <= 3


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (Moment("day", -1), day(2016, 12, 5)),
        (Moment("day", -1, weekday=0), day(2016, 12, 5)),
        (Moment("date", day=6, month=12, year=2016), day(2016, 12, 6)),
        (Moment("date", day=31, month=2, year=2016), None),
        (Moment("date", day=29, month=2, year=2015), None),
        (Moment("date", day=5, month=8), day(2016, 8, 5)),
        (Moment("date", day=20, month=12), day(2016, 12, 20)),
        (Moment("date", day=20, month=12, turn="past"), day(2015, 12, 20)),
        (Moment("date", day=12, shift=-1), day(2016, 11, 12)),
        (Moment("date", day=31, shift=-1), None),
        (Moment("date", day=2, month=1, year_shift=-1), day(2015, 1, 2)),
        (Moment("month", month=10), (date(2016, 10, 1), date(2016, 10, 31))),
        (Moment("month", month=12, turn="past"), (date(2015, 12, 1), date(2015, 12, 31))),
        (Moment("month", -1), (date(2016, 11, 1), date(2016, 11, 30))),
        (Moment("month", 0), (date(2016, 12, 1), TUESDAY)),
        (Moment("month", month=3, year=2015, part="late"), (date(2015, 3, 21), date(2015, 3, 31))),
        (Moment("week", -1), (date(2016, 11, 28), date(2016, 12, 4))),
        (Moment("year", -1), (date(2015, 1, 1), date(2015, 12, 31))),
        (Moment("year", 0), (date(2016, 1, 1), TUESDAY)),
        (Moment("span", -1), (date(2016, 12, 5), TUESDAY)),
        (Moment("back", -3), (date(2016, 9, 6), TUESDAY)),
        (Moment("season", month=6, turn="past"), (date(2016, 6, 1), date(2016, 8, 31))),
        (Moment("day", -(10**9)), None),
    ],
)
def test_a_moment_covers_these_days_from_the_publication_day(moment: Moment, expected: Days | None) -> None:
    assert days_of(moment, TUESDAY) == expected


def test_what_is_planned_looks_ahead() -> None:
    assert days_of(Moment("weekday", weekday=3), TUESDAY, ahead=True) == day(2016, 12, 8)
    assert days_of(Moment("date", day=5, month=8), TUESDAY, ahead=True) == day(2017, 8, 5)


@pytest.mark.parametrize(
    ("moment", "known"),
    [
        (Moment("day", -1), False),
        (Moment("weekday", weekday=3), False),
        (Moment("date", day=5, month=8), False),
        (Moment("date", day=5, month=8, year=2014), True),
        (Moment("month", month=8, year=2014), True),
        (Moment("year", year=2014), True),
    ],
)
def test_without_a_publication_day_only_a_stated_year_fixes_days(moment: Moment, known: bool) -> None:
    assert (days_of(moment, None) is not None) is known


def test_hijri_dates_follow_umm_al_qura() -> None:
    assert hijri_day(1438, 3, 7) == TUESDAY
    assert hijri_year(TUESDAY) == 1438
    assert hijri_day(1438, 3, 31) is None
    assert days_of(Moment("date", day=7, month=3, hijri=True), TUESDAY) == day(2016, 12, 6)


def test_months_count_over_the_turn_of_the_year() -> None:
    assert month_days(2016, 0) == (date(2015, 12, 1), date(2015, 12, 31))
    assert months_back(date(2016, 3, 31), 1) == date(2016, 2, 29)
    assert week_days(date(2017, 1, 1)) == (date(2016, 12, 26), date(2017, 1, 1))
