"""Words are searched by the keys under which they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.normalize import MARKS
from marsad.arabic.search_keys import beginnings_with, keys_with, search_keys, stem, words_searched
from marsad.arabic.words import split_words

SIGNS = "ابةؤ\u0640\u064e\u0670\u200f١٤9.,٫/:-_ A\u0130²\ud83d\x00\ufffd█(" + MARKS[1]


@given(st.text() | st.text(alphabet=SIGNS))
def test_keys_are_those_of_words_and_numbers(text: str) -> None:
    expected = [word.key for word in split_words(text) if word.key[:1].isalnum()]
    assert search_keys(text).words == " ".join(expected)
    assert search_keys(text).stems == " ".join(map(stem, expected))
    assert words_searched(text) == " ".join(expected)


@pytest.mark.parametrize("word", ["والمدرسة", "فبالقصف", "للبلدة", "وجد", "ولي", "قصف", "كالنار", "فال", "12:30", "ال"])
def test_a_word_is_among_the_keys_of_its_stem(word: str) -> None:
    found = search_keys(word)
    assert found.words in keys_with(found.stems)
    assert all(stem(key) == found.stems for key in keys_with(found.stems))
    assert any(found.words.startswith(beginning) for beginning in beginnings_with(found.stems[:2]))
