"""Keys of words: letters in old shapes, and one word that would fold to another."""

from __future__ import annotations

from marsad.arabic.normalize import fold
from marsad.arabic.words import split_words


def test_letters_in_their_old_shapes_are_letters() -> None:
    assert fold("\ufed3\ufeae\ufeed\ufe8d") == "فروا"
    assert fold("\ufefb") == "لا"


def test_a_vehicle_is_not_to_him() -> None:
    assert fold("آلية") != fold("إليه")
    assert fold("والآلية") == "وال" + fold("آلية")
    assert fold("إليه") == "اليه"


def test_a_word_hidden_from_filters_is_its_word() -> None:
    assert [word.key for word in split_words("قـ.صف المـ.دفعـ.ي وقـ.ـتـ.ل")] == ["قصف", "المدفعي", "وقتل"]
    assert [word.key for word in split_words("عام 1436هـ.وقال كـبير. ثم")] == [
        "عام", "1436", "ه", ".", "وقال", "كبير", ".", "ثم",
    ]  # fmt: skip
