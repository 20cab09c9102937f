"""Numerals in digits and words: the number they state, and what states none."""

from __future__ import annotations

import pytest

from marsad.arabic.numbers import digits_value, read_numeral, read_ordinal
from marsad.arabic.words import split_words


def keys(text: str) -> list[str]:
    return [word.key for word in split_words(text)]


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("25 قتيلا", 25, 1),
        ("٢٥ قتيلا", 25, 1),
        ("۲۵ قتيلا", 25, 1),
        ("1,200 نازح", 1200, 1),
        ("1.200 نازح", 1200, 1),
        ("1٬200 نازح", 1200, 1),
        ("واحد منهم", 1, 1),
        ("اثنان", 2, 1),
        ("ثلاثة أشخاص", 3, 1),
        ("ثلاث نساء", 3, 1),
        ("بثلاث غارات", 3, 1),
        ("والثلاثة الآخرون", 3, 1),
        ("أحد عشر", 11, 2),
        ("إحدى عشرة", 11, 2),
        ("اثني عشر", 12, 2),
        ("ثماني عشرة", 18, 2),
        ("عشرون", 20, 1),
        ("خمسة وعشرين مسلحا", 25, 2),
        ("واحد وثلاثون", 31, 2),
        ("مئة", 100, 1),
        ("مائة وخمسين", 150, 2),
        ("مئتين", 200, 1),
        ("مائتا شخص", 200, 1),
        ("ثلاثمئة", 300, 1),
        ("ثلاثمائة وخمسة وعشرون", 325, 3),
        ("خمس مئة", 500, 2),
        ("ألف شخص", 1000, 1),
        ("ألفا شخص", 2000, 1),
        ("ألف و200 شخص", 1200, 3),
        ("ألف ومئتين", 1200, 2),
        ("3 آلاف", 3000, 2),
        ("ثلاثة آلاف وخمسمئة", 3500, 3),
        ("عشرين ألفا", 20000, 2),
        ("مئة ألف", 100_000, 2),
        ("مليون", 1_000_000, 1),
        ("مليون ونصف", 1_500_000, 2),
        ("مليونين", 2_000_000, 1),
        ("2.5 مليون", 2_500_000, 2),
        ("نصف مليون", 500_000, 2),
    ],
)
def test_a_numeral_states_its_number(text: str, value: int, length: int) -> None:
    numeral = read_numeral(keys(text), 0)
    assert numeral is not None
    assert (numeral.value, numeral.length) == (value, length)


@pytest.mark.parametrize("text", ["14.5", "7:30", "2016/12/06", "0.200", "3٫5"])
def test_digits_with_other_signs_state_no_whole_number(text: str) -> None:
    numeral = read_numeral(keys(text), 0)
    assert numeral is not None
    assert numeral.value is None


@pytest.mark.parametrize("text", ["الاثنين", "لست وحدي", "نصف المدينة", "أحد المفقودين", "الواحد", "والي", "قتيل"])
def test_words_that_are_no_numbers_are_not_read(text: str) -> None:
    assert read_numeral(keys(text), 0) is None


def test_two_numbers_joined_by_and_stay_two() -> None:
    numeral = read_numeral(keys("ثلاثة وخمسة"), 0)
    assert numeral is not None
    assert (numeral.value, numeral.length) == (3, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [("الخامس من مايو", 5), ("في الثاني عشر من", None), ("الحادي والعشرين", 21), ("والعاشر", 10), ("الثلاثين", 30)],
)
def test_ordinals_count_the_days_of_a_month(text: str, value: int | None) -> None:
    ordinal = read_ordinal(keys(text), 0)
    assert (ordinal.value if ordinal else None) == value


def test_a_number_too_long_to_be_a_count_is_none() -> None:
    assert digits_value("1" * 40) is None
