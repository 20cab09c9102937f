"""With what, in invented sentences: the weapons of a strike and of what came of it."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report

DAY = date(2018, 10, 9)


@cache
def rules() -> Knowledge:
    """Without the ranker: what the rules alone make of a sentence."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def weapons(text: str, kind: str) -> list[str]:
    """The weapons of the first claim of one type."""
    read = pipeline.read(Report("sample", text, DAY), rules())
    claim = next(claim for claim in read.claims if claim.type == kind)
    return [weapon.text for weapon in claim.weapons]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("قتل أربعة مدنيين بانفجار عبوة ناسفة في مدينة الرمادي.", "killed", ["عبوة ناسفة"]),
        ("أصيب عاملان جراء 3 انفجارات ناجمة عن ألغام أرضية في مدينة الرقة.", "wounded", ["ألغام أرضية"]),
        ("استهدف الجيش حي الورد بقذائف الهاون ما أدى إلى مقتل طفل.", "killed", ["قذائف الهاون"]),
        ("تسببت قذيفة سقطت على السوق بمقتل ستة أشخاص في مدينة مارب.", "killed", ["قذيفة"]),
        ("قتل جندي وأصيب آخر في انفجار شاحنة في مدينة كركوك.", "wounded", ["شاحنة"]),
    ],
)
def test_what_came_of_a_strike_came_of_its_weapon(text: str, kind: str, expected: list[str]) -> None:
    assert weapons(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("قصف الجيش مدينة دوما بالمدفعية الثقيلة والصواريخ.", "shelling", ["المدفعية الثقيلة", "الصواريخ"]),
        ("قصف الجيش مدينة دوما بقذائف مدفعية وصاروخية.", "shelling", ["قذائف مدفعية وصاروخية"]),
        ("قصف الجيش مدينة دوما بعدة صواريخ وقذائف.", "shelling", ["صواريخ وقذائف"]),
        ("نفذ الجيش ضربات صاروخية على مدينة دوما.", "shelling", []),
    ],
)
def test_each_weapon_is_a_mention_of_its_own_and_an_adjective_is_none(
    text: str, kind: str, expected: list[str]
) -> None:
    assert weapons(text, kind) == expected


def test_a_weapon_belongs_to_the_strike_named_before_it() -> None:
    text = "تعرضت بلدة سرمين لقصف بالمدفعية الثقيلة وغارات بالبراميل المتفجرة."
    assert weapons(text, "shelling") == ["المدفعية الثقيلة"]
    assert weapons(text, "airstrike") == ["البراميل المتفجرة"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("أغارت الطائرات على بلدة سرمين وأطراف مدينة إدلب وقرى عدة جنوبها وشرقها مستخدمة صواريخ شديدة الانفجار.",
         "airstrike", ["صواريخ شديدة الانفجار"]),
        ("قصفت الفصائل الأحياء السكنية في مدينة عفرين وقرى عدة إلى الجنوب والشرق منها، بعدد من القذائف.",
         "shelling", ["القذائف"]),
        ("أصيب مهرب بطلق ناري على مستوى الساق، خلال اشتباكات في بلدة الزر.", "clash", []),
        ("قتل الضابط بتفجير عبوة ناسفة استهدف سيارته ما أدى إلى إصابة سائقه في مدينة درعا.", "wounded", ["عبوة ناسفة"]),
    ],
)  # fmt: skip
def test_what_was_used_may_stand_far_off_and_shots_are_another_deed(text: str, kind: str, expected: list[str]) -> None:
    assert weapons(text, kind) == expected


def test_a_bus_that_is_blown_up_is_no_weapon() -> None:
    assert weapons("وقع تفجير حافلة في مدينة حمص وقتل تسعة جنود.", "killed") == []


def test_bullets_with_whose_they_are_are_no_weapon_of_the_death() -> None:
    assert weapons("قتل شاب برصاص مسلحين مجهولين في مدينة نوى.", "killed") == []
    assert weapons("قتل شاب برصاص قناص في مدينة نوى.", "killed") == []
    assert weapons("قتل شاب برصاص عشوائي في مدينة نوى.", "killed") == ["رصاص عشوائي"]


def test_what_was_lost_to_the_guns_that_fired_was_lost_to_them() -> None:
    text = "قصفت مدفعية الجيش مواقع المسلحين قرب مدينة نوى، ما أدى إلى تدمير دبابة."
    assert weapons(text, "equipment_loss") == ["مدفعية الجيش"]


def test_what_was_lost_takes_no_weapon_told_of_another_deed() -> None:
    text = "استهدفت الفصائل تجمعاً للقوات بصواريخ غراد قرب مدينة نوى، كما تم تدمير دبابة في بلدة إنخل."
    assert weapons(text, "equipment_loss") == []
