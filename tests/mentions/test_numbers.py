"""How many: which words state a number, its bounds, and which numbers count nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.words import split_words
from marsad.mentions.numbers import NumberMention, find_numbers

Bounds = tuple[int, int | None]


def numbers(text: str) -> list[NumberMention]:
    words = split_words(text)
    return find_numbers(words, 0, len(words) - 1)


def counts(text: str) -> list[Bounds]:
    return [(number.low, number.high) for number in numbers(text) if not number.unit]


def texts(text: str) -> list[str]:
    words = split_words(text)
    return [text[words[number.first].start : words[number.last].end] for number in numbers(text)]


@pytest.mark.parametrize(
    ("text", "bounds", "kind"),
    [
        ("مقتل 25 شخصا", (25, 25), "exact"),
        ("مقتل ٢٥ شخصا", (25, 25), "exact"),
        ("مقتل ثلاثة أشخاص", (3, 3), "exact"),
        ("مقتل خمسة وعشرين شخصا", (25, 25), "exact"),
        ("مقتل أكثر من 25 شخصا", (26, None), "more"),
        ("مقتل أكثر 25 شخصا", (26, None), "more"),
        ("مقتل ما يزيد على 25 شخصا", (26, None), "more"),
        ("مقتل ما لا يقل عن 25 شخصا", (25, None), "atleast"),
        ("مقتل 25 شخصا على الأقل", (25, None), "atleast"),
        ("مقتل 25 من سكان البلدة على الأقل", (25, None), "atleast"),
        ("مقتل نحو 20 شخصا", (20, 20), "approx"),
        ("مقتل حوالي 20 شخصا", (20, 20), "approx"),
        ("مقتل قرابة 20 شخصا", (20, 20), "approx"),
        ("مقتل زهاء 20 شخصا", (20, 20), "approx"),
        ("مقتل أقل من 20 شخصا", (1, 19), "atmost"),
        ("مقتل حتى 20 شخصا", (1, 20), "atmost"),
        ("مقتل بين 10 و15 شخصا", (10, 15), "between"),
        ("مقتل 10 إلى 15 شخصا", (10, 15), "between"),
        ("مقتل 10-15 شخصا", (10, 15), "between"),
        ("مقتل ما لا يقل عن نحو 20 شخصا", (20, None), "atleast"),
        ("إصابة لأكثر من (600) شخص", (601, None), "more"),
        ("نفذت 35 هجمة جوية عنيفة على الأقل", (35, None), "atleast"),
        ("ثلاثة أو أربعة مسلحين", (3, 4), "between"),
        ("ألقت المروحيات 20 برميلا متفجرا", (20, 20), "exact"),
        ("إطلاق نصف مليون طلقة", (500_000, 500_000), "exact"),
    ],
)
def test_bound_words_set_the_bounds(text: str, bounds: Bounds, kind: str) -> None:
    assert counts(text) == [bounds]
    assert [number.kind for number in numbers(text)] == [kind]


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("عدد من", (2, None)),
        ("العديد من", (2, None)),
        ("عديد من", (2, None)),
        ("عدة", (2, None)),
        ("عدد كبير من", (2, None)),
        ("مجموعة من", (2, None)),
        ("بضعة", (3, 9)),
        ("عشرات", (10, 99)),
        ("العشرات", (10, 99)),
        ("مئات", (100, 999)),
        ("آلاف", (1000, 9999)),
        ("عشرات الآلاف", (10_000, 99_999)),
        ("مئات الآلاف", (100_000, 999_999)),
    ],
)
def test_vague_words_have_fixed_bounds(words: str, bounds: Bounds) -> None:
    assert counts(f"نزوح {words} السكان") == [bounds]
    assert texts(f"نزوح {words} السكان") == [words]


def test_the_bound_words_belong_to_the_mention() -> None:
    assert texts("مقتل أكثر من 25 شخصا وجرح 3 آلاف") == ["أكثر من 25", "3 آلاف"]


def test_a_bound_behind_the_noun_leaves_the_noun_to_the_caller() -> None:
    assert texts("مقتل 4 مدنيين على الأقل وجرح خمسين على الأقل") == ["4", "خمسين على الأقل"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("في 6 ديسمبر", "date"),
        ("عام 2014", "date"),
        ("منذ 2014", "date"),
        ("بين 2012 و2013", "date"),
        ("الساعة 7:30", "clock"),
        ("الساعة 7", "clock"),
        ("شاب (25 عاما)", "age"),
        ("يبلغ 20 عاما", "age"),
        ("30% من السكان", "percent"),
        ("30 بالمئة من السكان", "percent"),
        ("30 في المئة من السكان", "percent"),
        ("على بعد 5 كم", "distance"),
        ("على مسافة 300 متر", "distance"),
        ("فدية قدرها 500 دولار", "money"),
        ("منذ 3 أيام", "duration"),
        ("خلال 24 ساعة", "duration"),
        ("قذائف عيار 120", "other"),
        ("القرار رقم 2254", "other"),
        ("نسبة 14.5", "other"),
        ("3 أطنان", "other"),
        ("داخل الفوج 46", "other"),
        ("طائرة ميغ-23", "other"),
        ('شبكة "ضفاف 24" المحلية', "other"),
        ("خلال الساعات ال24 الماضية", "duration"),
        ("بضعة أمتار من المقر", "distance"),
    ],
)
def test_a_number_that_counts_nobody_says_what_it_measures(text: str, unit: str) -> None:
    assert [number.unit for number in numbers(text)] == [unit]


@pytest.mark.parametrize(
    "text", ["الفوج الثالث", "للمرة الرابعة", "الفرقة الرابعة عشرة", "يوم الاثنين", "لست وحدي", "وصل بعده الوفد"]
)
def test_ordinals_and_look_alikes_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


def test_the_bare_number_is_kept_beside_its_bounds() -> None:
    (number,) = numbers("إصابة أكثر من 25 عنصرا")
    assert (number.first, number.core_first, number.core_last) == (1, 3, 3)


def test_a_stretch_of_words_keeps_the_indexes_of_the_report() -> None:
    words = split_words("قتل ثلاثة جنود. وأصيب 5 آخرون")
    assert [(number.first, number.low) for number in find_numbers(words, 4, len(words) - 1)] == [(5, 5)]


@pytest.mark.parametrize(
    "text",
    ["ارتفع العدد من 3 إلى 5", "ارتفعت الحصيلة من 10 إلى 15"],
)
def test_a_rise_is_two_numbers_and_no_range(text: str) -> None:
    assert all(number.kind == "exact" for number in numbers(text))


def test_a_year_before_another_number_opens_no_range() -> None:
    assert counts("من 38 مسلحا في العام 2016 إلى 50 مسلحا") == [(38, 38), (50, 50)]


_PIECES = [
    "أكثر", "من", "25", "3", "على", "الأقل", "بين", "و", "إلى", "-", "آلاف", "ألف", "عشرات", "خمسة", "وعشرون", "مئة",
    "أحد", "عشر", "شخصا", "ما", "لا", "يقل", "عن", "عدة", "ال", "ـ", "، ", "10-15", "14.5", "1,200", "واحد", "%",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=14))
def test_any_words_give_ordered_mentions_with_ordered_bounds(pieces: list[str]) -> None:
    found = numbers(" ".join(pieces))
    assert all(left.last < right.first for left, right in pairwise(found))
    for number in found:
        assert number.first <= number.core_first <= number.core_last <= number.last
        assert number.low >= 0
        assert number.high is None or number.low <= number.high
