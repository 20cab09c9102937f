"""Tolls that are said to have risen."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.claims.revised import REVISED
from marsad.events.pieces import REVISED as OF_EVENTS
from marsad.pipeline import Knowledge
from marsad.records import Report


@cache
def rules() -> Knowledge:
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def risen(text: str) -> list[bool]:
    """For each claim of killed or wounded, whether its number is said to have risen."""
    claims = pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims
    return [REVISED in claim.because for claim in claims if claim.type in ("killed", "wounded")]


@pytest.mark.parametrize(
    "text",
    [
        "ارتفعت حصيلة القصف على مدينة سراقب إلى 12 قتيلاً.",
        "ارتفع إلى أربعة عدد قتلى الغارات على مدينة سراقب.",
        "ورفع المرصد حصيلة الغارات على مدينة سراقب إلى 11 قتيلاً.",
    ],
)
def test_what_raises_a_toll_says_so(text: str) -> None:
    assert all(risen(text))


@pytest.mark.parametrize(
    "text", ["قتل 12 مدنياً بقصف على مدينة سراقب.", "قتل 3 مدنيين في مدينة سراقب وارتفع عدد النازحين إلى ألف."]
)
def test_a_toll_told_first_does_not(text: str) -> None:
    assert not any(risen(text))


def test_a_toll_that_was_told_before_is_where_the_news_is() -> None:
    text = "ارتفعت حصيلة القصف على مدينة سراقب اليوم إلى 12 قتيلاً.\nوكانت الحصيلة الأولى التي نشرتها أمس سبعة قتلى."
    claims = pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims
    assert [place.name for claim in claims[-1:] for place in claim.places] == ["Saraqib"]


def test_gathering_knows_the_reason_by_its_name() -> None:
    assert REVISED == OF_EVENTS
