"""Every written form of a name, and none that is another word."""

from __future__ import annotations

import pytest

from marsad.actors.forms import Forms, load_forms
from marsad.arabic.normalize import fold
from marsad.arabic.phrases import joined


@pytest.fixture(scope="module")
def forms() -> Forms:
    return load_forms()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("الحوثيون", "الحوثيين"),
        ("الحوثيون", "حوثيون"),
        ("الحوثيون", "حوثيين"),
        ("المتمردون الحوثيون", "المتمردين الحوثيين"),
        ("مسلحون مجهولون", "مسلحين مجهولين"),
        ("مسلحو التنظيم", "مسلحي التنظيم"),
        ("ميليشيا الحوثي", "مليشيا الحوثي"),
        ("الميليشيات الإيرانية", "المليشيات الإيرانية"),
        ("قوات سوريا الديمقراطية", "قوات سورية الديموقراطية"),
        ("القوات الأمريكية", "القوات الأميركية"),
        ("عبد الملك الحوثي", "عبدالملك الحوثي"),
        ("أ.ف.ب", "أ ف ب"),
    ],
)
def test_a_name_is_met_in_its_other_forms(forms: Forms, name: str, form: str) -> None:
    assert joined(form) in forms.name_keys(name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("فلسطين", "فلسطون"),
        ("الكرملين", "الكرملون"),
        ("النصرة", "نصرة"),
        ("الانتقالي", "انتقالي"),
        ("راديو دبنقا", "رادي دبنقا"),
        ("وحدة المستعربين", "وحدة المستعربون"),
        ("المتمردون الحوثيون", "المتمردون الحوثيين"),
    ],
)
def test_a_name_makes_no_form_that_is_another_word(forms: Forms, name: str, other: str) -> None:
    assert joined(other) not in forms.name_keys(name)


def test_an_abbreviation_is_met_with_its_full_stops(forms: Forms) -> None:
    assert "ا . ف . ب" in forms.name_keys("أ.ف.ب")


@pytest.mark.parametrize(
    "form",
    ["إسرائيلي", "إسرائيلية", "الإسرائيلي", "الإسرائيلية", "إسرائيلياً", "إسرائيليتين", "إسرائيليين", "الإسرائيليون"],
)
def test_an_adjective_is_met_in_both_genders_and_all_numbers(forms: Forms, form: str) -> None:
    assert fold(form) in forms.adjective_keys("إسرائيلي")


def test_an_adjective_takes_no_pronoun(forms: Forms) -> None:
    assert not any(key.endswith(("ها", "هم", "نا")) for key in forms.adjective_keys("تركي"))


def test_a_source_named_by_an_ordinary_word_gets_its_cues(forms: Forms) -> None:
    assert {"وكالة معا", "موقع معا"} <= set(forms.with_cue("معا", "agency"))
