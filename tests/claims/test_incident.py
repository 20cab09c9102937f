"""Which claims of a report share a passage, by rules, and an incident, by training."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.claims.how_far import how_far
from marsad.pipeline import Knowledge
from marsad.records import PASSAGE, Claim, PlaceMention, Report

Put = Callable[[str], list[int | None]]


@cache
def rules() -> Knowledge:
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False, with_joiner=False)


@cache
def joined() -> Knowledge:
    return pipeline.load_knowledge(with_ranker=False)


def claims(text: str, known: Knowledge) -> tuple[Claim, ...]:
    return pipeline.read(Report("sample", text, date(2018, 10, 9)), known).claims


def passages(text: str) -> list[int | None]:
    """Without the trained joiner a passage is an incident."""
    return [claim.incident for claim in claims(text, rules())]


def incidents(text: str) -> list[int | None]:
    return [claim.incident for claim in claims(text, joined())]


@pytest.mark.parametrize("put", [passages, incidents])
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
def test_a_deed_and_what_came_of_it_are_one_incident(text: str, put: Put) -> None:
    assert len(set(put(text))) == 1


@pytest.mark.parametrize("put", [passages, incidents])
@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات مدينة سراقب أمس.\nوقصفت المدفعية مدينة أريحا أمس.",
        "قصفت الطائرات مدينة سراقب أمس.\nوقصفت الطائرات مدينة سراقب الخميس الماضي.",
    ],
)
def test_another_place_or_day_is_another_incident(text: str, put: Put) -> None:
    assert len(set(put(text))) == 2


@pytest.mark.parametrize("put", [passages, incidents])
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
def test_another_way_of_violence_in_another_sentence_is_another_incident(text: str, put: Put) -> None:
    assert len(set(put(text))) == 2


@pytest.mark.parametrize("put", [passages, incidents])
def test_fighting_and_fire_in_one_sentence_are_one_incident(put: Put) -> None:
    assert len(set(put("اندلعت اشتباكات في مدينة سراقب أمس وسط قصف مدفعي."))) == 1


def test_a_town_and_its_quarter_are_one_place_of_an_incident() -> None:
    told = "انفجرت سيارة مفخخة في مدينة حلب أمس.\nووقع الانفجار في حي الشعار وأسفر عن مقتل 4 مدنيين."
    assert len(set(passages(told))) == 2
    assert len(set(incidents(told))) == 1


def test_items_of_a_list_at_different_places_are_different_incidents() -> None:
    items = "▪️ غارة على منزل في الصاخور، 3 شهداء\n▪️ إصابة طفل برصاص قناص في حي الشعار"
    assert incidents("حصيلة اليوم من حلب:\n" + items) == [1, 1, 2, 2]


def test_what_joins_a_claim_and_its_passage_are_told() -> None:
    first, second = claims("قصفت الطائرات مدينة سراقب، ما أدى إلى مقتل 3 مدنيين في السوق.", joined())
    assert not any(why.startswith("incident:") for why in first.because)
    assert any(why.startswith("incident:+0.") for why in second.because)
    assert PASSAGE + "1" in first.because
    assert PASSAGE + "1" in second.because


def test_what_was_read_before_changes_no_incident() -> None:
    told = "اندلعت اشتباكات في سراقب أمس. وقتل 3 جنود. وقصفت المدفعية أريحا اليوم. وندد الائتلاف بالقصف."
    fresh = pipeline.load_knowledge(with_ranker=False)
    alone = [claim.because for claim in claims(told, fresh)]
    for text in ("قصفت الطائرات مدينة سراقب أمس.\nوقصفت المدفعية مدينة أريحا أمس.", "أسر الجيش 3 جنود في إدلب أمس."):
        claims(text, joined())
    assert [claim.because for claim in claims(told, joined())] == alone


ALEPPO = PlaceMention("حلب", 0, 3, "aleppo", lat=36.20, lon=37.16, country="SY", admin1="08", kind="city")
QUARTER = PlaceMention("الشعار", 0, 6, "shaar", lat=36.21, lon=37.18, country="SY", admin1="08", kind="neighbourhood")
PROVINCE = PlaceMention("إدلب", 0, 4, "idlib", lat=35.9, lon=36.6, country="SY", admin1="12", kind="governorate")
TOWN = PlaceMention("سراقب", 0, 5, "saraqib", lat=35.86, lon=36.80, country="SY", admin1="12", kind="town")
NEXT_TOWN = PlaceMention("أريحا", 0, 5, "ariha", lat=35.82, lon=36.61, country="SY", admin1="12", kind="town")
COUNTRY = PlaceMention("سوريا", 0, 5, "syria", lat=35.0, lon=38.0, country="SY", kind="country")
BEIRUT = PlaceMention("بيروت", 0, 5, "beirut", lat=33.89, lon=35.50, country="LB", admin1="04", kind="city")
NOWHERE = PlaceMention("المفرق", 0, 6)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (ALEPPO, QUARTER, "near"),
        (PROVINCE, TOWN, "in_region"),
        (TOWN, COUNTRY, "in_country"),
        (TOWN, NEXT_TOWN, "apart"),
        (ALEPPO, BEIRUT, "abroad"),
        (ALEPPO, NOWHERE, "unsure"),
    ],
)
def test_how_far_two_places_are(one: PlaceMention, two: PlaceMention, expected: str) -> None:
    assert how_far([one], [two]) == how_far([two], [one]) == expected


def test_the_nearest_two_of_several_places_count() -> None:
    assert how_far([BEIRUT, PROVINCE], [ALEPPO, TOWN]) == "in_region"
