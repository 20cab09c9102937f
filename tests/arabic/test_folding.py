"""Keys of words: letters in old shapes, and one word that would fold to another."""

from __future__ import annotations

from marsad.arabic.normalize import fold


def test_letters_in_their_old_shapes_are_letters() -> None:
    assert fold("\ufed3\ufeae\ufeed\ufe8d") == "فروا"
    assert fold("\ufefb") == "لا"


def test_a_vehicle_is_not_to_him() -> None:
    assert fold("آلية") != fold("إليه")
    assert fold("والآلية") == "وال" + fold("آلية")
    assert fold("إليه") == "اليه"
