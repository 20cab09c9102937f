"""Arabic told from Persian, Urdu and Kurdish."""

from __future__ import annotations

import pytest

import marsad
from marsad.arabic.language import is_other_language

TEXT = "قتل خمسة مدنيين في قصف على مدينة دوما، بحسب ناشطين في المدينة.\r\nوأصيب آخرون.\n"


@pytest.mark.parametrize(
    "text",
    [
        "پنج غیرنظامی در حمله هوایی به شهر دوما کشته شدند و تعدادی دیگر مجروح گردیدند",
        "شام کے شہر دوما میں فضائی حملے میں پانچ شہری ہلاک ہو گئے اور کئی زخمی ہوئے",
        "لە هێرشێکی ئاسمانی بۆ سەر شاری دوما پێنج کەس کوژران و چەند کەسێک بریندار بوون",
    ],
    ids=["Persian", "Urdu", "Kurdish"],
)
def test_other_languages_in_arabic_letters_are_told(text: str) -> None:
    assert is_other_language(text)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "قتل ثلاثة في چومان",
        "وقال القائد إن القوات وصلت إلى گرمیان والمدینة كلها تحت السيطرة الكاملة",
        "Five people were killed",
        "",
    ],
)
def test_arabic_with_foreign_names_and_other_alphabets_are_not(text: str) -> None:
    assert not is_other_language(text)


@pytest.mark.parametrize(
    "text", ["پنج غیرنظامی در حمله هوایی به شهر دوما کشته شدند و گروهی مجروح شدند.", "Five were killed in Douma."]
)
def test_another_language_has_this_issue_alone_and_no_claims(text: str) -> None:
    reading = marsad.read(text)
    assert [issue.reason for issue in reading.issues] == ["not_arabic"]
    assert reading.claims == ()


def test_half_a_surrogate_pair_in_an_id_does_not_stop_the_reading() -> None:
    assert marsad.read("قتل خمسة مدنيين في قصف على مدينة دوما أمس.", id="a \ud800").claims
