"""Bytes of many makes: the text they hold, under its right encoding, or none."""

from __future__ import annotations

import pytest

from marsad.reports.decode import decode

TEXT = "قتل خمسة مدنيين في قصف على مدينة دوما، بحسب ناشطين في المدينة.\r\nوأصيب آخرون.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_comes_back_to_the_letter_with_its_line_ends(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded.text == TEXT
    assert decoded.lost == 0


def test_the_two_arabic_code_pages_are_told_apart() -> None:
    text = TEXT.replace("،", ",")
    assert decode(text.encode("iso-8859-6")).encoding == "iso-8859-6"
    assert decode(text.encode("cp1256")).encoding == "cp1256"


@pytest.mark.parametrize("raw", [TEXT.encode()[:-1] + b"\xd9", TEXT.encode() + b"\xff\xfe" + TEXT.encode()])
def test_a_few_broken_bytes_do_not_hide_the_rest(raw: bytes) -> None:
    decoded = decode(raw)
    assert decoded.text is not None
    assert decoded.text.startswith(TEXT[:-1])
    assert decoded.lost == decoded.text.count("\ufffd") > 0


def test_a_file_cut_in_the_middle_of_a_mark_of_two_bytes_is_read() -> None:
    decoded = decode((TEXT * 3).encode("utf-16")[:-1])
    assert decoded.text is not None
    assert decoded.lost == 1


def test_a_nul_does_not_make_a_text_a_picture() -> None:
    assert decode((TEXT + "\x00" + TEXT).encode()).text == TEXT + "\x00" + TEXT


@pytest.mark.parametrize(
    "raw",
    [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + bytes(500), b"PK\x03\x04" + bytes(500), bytes(500), b"\x7fELF\x02"],
    ids=["every byte", "picture", "archive", "zeros", "program"],
)
def test_what_is_no_text_gives_none(raw: bytes) -> None:
    assert decode(raw).text is None


def test_latin_letters_of_a_western_code_page_are_text() -> None:
    assert decode("Cinq civils ont été tués à Douma.".encode("latin-1")).text == "Cinq civils ont été tués à Douma."


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"").text == ""
