"""Web pages: markup becomes blanks, words stay where they are."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.reports.markup import blank_markup, is_markup

PAGE = "<html><head><title>خبر</title><script>var قتل = '<p>';</script></head><body>\r\n<p>قتل <b>خمسة</b></p></body>"


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("قتل <b>خمسة</b> مدنيين", "قتل    خمسة     مدنيين"),
        ("أولاً<br>ثانياً", "أولاً\n   ثانياً"),
        ("في&nbsp;المدينة &amp; حولها", "في      المدينة       حولها"),
        ("<!-- قتل --> خبر <p>", "             خبر \n  "),
        ("خبر <script>قتل", "خبر            "),
        ("<SCRIPT>قتل</SCRIPT >خبر", "                     خبر"),
    ],
)
def test_markup_becomes_blanks_of_its_length(text: str, blanked: str) -> None:
    assert len(blank_markup(text)) == len(text)
    assert blank_markup(text) == blanked


def test_scripts_are_gone_and_words_keep_their_offsets() -> None:
    blanked = blank_markup(PAGE)
    assert "var" not in blanked
    assert "\r\n" in blanked
    assert blanked.index("خمسة") == PAGE.index("خمسة")


@pytest.mark.parametrize("text", ["٥ < ٧ و ٩ > ٨", "<اسم>", "البريد <someone@example.org>", "a <- b", ""])
def test_prose_with_angles_is_no_page(text: str) -> None:
    assert not is_markup(text)


@pytest.mark.parametrize("text", [PAGE, "خبر<br>", "<p>خبر", "<a href='x'>خبر</a>"])
def test_one_tag_makes_a_page(text: str) -> None:
    assert is_markup(text)


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<script>", "</script>", "<!--", "-->", "قتل", "<", ">", "&lt;", "\n"]))
)
def test_no_mixture_changes_the_length_or_the_lines(parts: list[str]) -> None:
    text = "".join(parts)
    blanked = blank_markup(text)
    assert len(blanked) == len(text)
    assert all(after == before for before, after in zip(text, blanked, strict=True) if before == "\n")


@pytest.mark.parametrize("piece", ["<script>", "<!--", "<svg>", "<a ", "<p>", "&amp"])
def test_a_page_that_never_closes_its_tags_costs_no_more_than_its_length(piece: str) -> None:
    begun = time.perf_counter()
    blank_markup(piece * 50_000)
    assert time.perf_counter() - begun < 2
