"""Names that are written like words: Ali and "on" differ by their last letter, where people write with care."""

from __future__ import annotations

import pytest

from marsad.arabic.words import split_words
from marsad.mentions.persons import infos_of
from tests.mentions.test_finder import known


def prepositions(text: str) -> list[str]:
    """The words that are read as "on"."""
    words = split_words(text)
    infos = infos_of(text, words, known().vocabulary)
    return [text[word.start : word.end] for word, info in zip(words, infos, strict=True) if info.preposition == "علي"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("أسفر القصف على البلدة عن مقتل علي أحمد حسين", ["على"]),
        ("أسفر القصف على البلدة عن مقتل الرقيب علي دوابشة وعلي سعيد", ["على"]),
        ("قال فرحان علي، إن القصف على البلدة انتهى", ["على"]),
        ("سيطروا علي المدينة بعد هجوم على القرية", ["علي", "على"]),
        ("قتل ثلاثة علي الأقل في هجوم على القرية", ["علي", "على"]),
        ("هاجموا القرية علي 3 محاور وسيطروا على المدينة", ["علي", "على"]),
        # Without another way of writing "on" nothing tells them apart.
        ("قتل علي دوابشة وسيطروا علي المدينة", ["علي", "علي"]),
        # Who writes "on" like the name once may do so before a place, too.
        ("سيطروا علي القرية ثم علي إدلب وقصفوا على الطريق", ["علي", "علي", "على"]),
    ],
)
def test_what_is_written_with_the_letter_of_ali_is_his_name(text: str, read: list[str]) -> None:
    assert prepositions(text) == read


def test_a_name_keeps_its_conjunction() -> None:
    text = "هاجموا على الطريق ناجي وعلي دوابشة"
    words = split_words(text)
    info = infos_of(text, words, known().vocabulary)[4]
    assert (info.prefix, info.rest, info.heads) == ("و", "علي", True)
