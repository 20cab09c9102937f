"""When, in invented posts: the title of a list, its items, what is asked for a day to come."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report

DAY = date(2018, 10, 9)


@cache
def known() -> Knowledge:
    """All that a reading needs."""
    return pipeline.load_knowledge()


def times(text: str) -> dict[str, str | None]:
    """The time of each trigger."""
    read = pipeline.read(Report("sample", text, DAY, None), known())
    return {claim.trigger.text: claim.time.text if claim.time else None for claim in read.claims}


def test_the_time_of_a_title_holds_for_its_list() -> None:
    told = times(
        "#ريف_درعا في 24 ساعة\n1- اعتقال 9 شبان في نوى\n2- قصف على طفس مساء أمس\n3- الأهالي يطالبون بفتح الطريق"
    )
    assert told == {"اعتقال": "24 ساعة", "قصف": "مساء أمس", "يطالبون": None}


def test_a_title_with_a_verb_ends_with_a_colon() -> None:
    told = times("حملة واسعة فجر اليوم طالت 5 بلدات:\n- نوى: اعتقال 3 شبان\n- طفس: اعتقال شاب")
    assert set(told.values()) == {"فجر اليوم"}


def test_an_item_is_no_title() -> None:
    told = times("مراسلنا:\n- قصف على نوى مساء أمس\n- اعتقال 9 شبان في طفس")
    assert told["اعتقال"] is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("ندعو أهالي حلب إلى المشاركة في مظاهرة حاشدة في 12 تشرين الأول", None),
        ("طالب الأهالي اليوم بفتح الطريق إلى حلب المحاصرة", "اليوم"),
    ],
)
def test_a_day_far_behind_what_is_asked_is_not_that_of_the_word(text: str, time: str | None) -> None:
    told = times(text)
    assert next(value for trigger, value in told.items() if trigger in ("ندعو", "طالب")) == time


def test_an_hour_before_a_plan_is_that_of_the_planning() -> None:
    told = times("استقدمت قوات النظام بعد الظهر تعزيزات عسكرية من مدينة حماة تمهيداً لهجوم على إدلب")
    assert (told["تعزيزات"], told["هجوم"]) == ("بعد الظهر", None)
