"""When, in invented sentences: the day after, the same day, an hour of a day, what is told of one deed alone."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Report

DAY = date(2018, 10, 9)


@cache
def rules() -> Knowledge:
    """Without the ranker: what the rules alone make of a sentence."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def claim(text: str, trigger: str) -> Claim:
    """The last claim with this trigger."""
    read = pipeline.read(Report("sample", text, DAY), rules())
    return [claim for claim in read.claims if claim.trigger.text == trigger][-1]


def day(text: str, trigger: str) -> tuple[str | None, str | None]:
    """The words that date the claim and the first day that they mean."""
    found = claim(text, trigger)
    return found.time.text if found.time is not None else None, found.date_from


@pytest.mark.parametrize(
    ("text", "trigger", "words", "first"),
    [
        (
            "قصفت الطائرات مدينة إدلب السبت، غداة مقتل خمسة جنود في هجوم في حماة.",
            "مقتل",
            "غداة",
            "2018-10-05",
        ),
        ("قصفت الطائرات مدينة إدلب السبت، غداة مقتل خمسة جنود في هجوم في حماة.", "قصفت", "السبت", "2018-10-06"),
        (
            "قتل خمسة جنود في هجوم في حماة يوم السبت. وفي اليوم ذاته قصفت الطائرات مدينة إدلب.",
            "قصفت",
            "يوم السبت",
            "2018-10-06",
        ),
        ("في 7 أكتوبر، وفي حوالي الساعة 8:00 صباحا، قصفت الطائرات مدينة إدلب.", "قصفت", "7 أكتوبر", "2018-10-07"),
        (
            "قتل خمسة جنود في حماة السبت. وانفجرت عبوة عند الساعة الثامنة مساء في المدينة. وقصفت الطائرات بلدة دوما.",
            "قصفت",
            "السبت",
            "2018-10-06",
        ),
        (
            "قتل خمسة جنود في حماة السبت. وانفجرت عبوة قبل ساعات في المدينة. وقصفت الطائرات بلدة دوما.",
            "قصفت",
            "السبت",
            "2018-10-06",
        ),
        ("قصفت الطائرات مدينة إدلب طوال الليل.", "قصفت", "طوال الليل", None),
    ],
)
def test_when_it_was(text: str, trigger: str, words: str, first: str | None) -> None:
    assert day(text, trigger) == (words, first)


def test_a_part_of_another_day_ends_the_day_told_before() -> None:
    before = "انفجر لغم بسيارة في سراقب {} وقتل مدنيان.\nوخطف مسلحون موظفين {}.\nوخرجت في مدينة أريحا مظاهرة."
    assert day(before.format("ظهر الاثنين", "مساءً"), "مظاهرة")[1] == "2018-10-09"
    assert day(before.format("ظهر الاثنين", "مساء الاثنين"), "مظاهرة")[1] == "2018-10-08"
