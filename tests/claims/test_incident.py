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
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def incidents(text: str) -> list[int | None]:
    return [claim.incident for claim in pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات مدينة سراقب، ما أدى إلى مقتل 3 مدنيين في السوق.",
        "قصفت الطائرات مدينة سراقب أمس.\nوأدى القصف إلى مقتل 3 مدنيين.",
        "سيطرت الفصائل على مدينة سراقب أمس بإسناد من الطيران.",
        "أفرجت الفصائل عن خمسة جنود في مدينة سراقب مقابل ثمانية معتقلين.",
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


@pytest.mark.parametrize(
    "text",
    [
        "اندلعت اشتباكات في مدينة سراقب أمس.\nوقصفت الطائرات المدينة أمس.",
        "اندلعت اشتباكات في مدينة سراقب أمس.\nوأرسل الجيش تعزيزات إلى مدينة سراقب أمس.",
        "قصفت المدفعية مدينة سراقب أمس.\nوألقت مروحيات أربعة براميل متفجرة على مدينة سراقب أمس.",
        "اندلعت اشتباكات في مدينة سراقب أمس.\nوانفجر لغم من مخلفات الجيش في المدينة أمس.",
        "قتل 3 جنود في مدينة سراقب أمس.\nوأطلقت الفصائل سراح 5 أسرى في مدينة سراقب أمس.",
    ],
)
def test_another_way_of_violence_in_another_sentence_is_another_incident(text: str) -> None:
    assert len(set(incidents(text))) == 2


def test_fighting_and_fire_in_one_sentence_are_one_incident() -> None:
    assert len(set(incidents("اندلعت اشتباكات في مدينة سراقب أمس وسط قصف مدفعي."))) == 1
