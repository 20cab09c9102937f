"""Which claims of a report share an incident."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report


@cache
def rules() -> Knowledge:
    return pipeline.load_knowledge(with_ranker=False)


def incidents(text: str) -> list[int | None]:
    return [claim.incident for claim in pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات مدينة سراقب، ما أدى إلى مقتل 3 مدنيين في السوق.",
        "قصفت الطائرات مدينة سراقب أمس.\nوأدى القصف إلى مقتل 3 مدنيين.",
        "قتل 26 شخصاً، بينهم 12 طفلاً، في مدينة إدلب.",
    ],
)
def test_a_deed_and_what_came_of_it_are_one_incident(text: str) -> None:
    assert len(set(incidents(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات مدينة سراقب أمس.\nوقصفت المدفعية مدينة أريحا أمس.",
        "قصفت الطائرات مدينة سراقب أمس.\nوقصفت الطائرات مدينة سراقب الخميس الماضي.",
    ],
)
def test_another_place_or_day_is_another_incident(text: str) -> None:
    assert len(set(incidents(text))) == 2
