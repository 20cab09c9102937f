"""Words are searched by the keys under which they are read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.normalize import MARKS
from marsad.arabic.search_keys import search_keys, stem
from marsad.arabic.words import split_words

SIGNS = "ابةؤ\u0640\u064e\u0670\u200f١٤9.,٫/:-_ A\u0130²\ud83d\x00\ufffd█(" + MARKS[1]


@given(st.text() | st.text(alphabet=SIGNS))
def test_keys_are_those_of_words_and_numbers(text: str) -> None:
    expected = [word.key for word in split_words(text) if word.key[:1].isalnum()]
    assert search_keys(text).words == " ".join(expected)
    assert search_keys(text).stems == " ".join(map(stem, expected))
