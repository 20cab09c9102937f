"""Signatures are those that stores hold already, and tell how alike two texts are."""

from __future__ import annotations

import struct
from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from marsad.store.signatures import FEWEST_WORDS, PLACES, bands_of, likeness, signature

WORDS = st.lists(st.text("ابتثج١2\ud83d", min_size=1, max_size=4), min_size=FEWEST_WORDS, max_size=200)


def _lowest(words: list[str]) -> dict[int, int]:
    """The lowest value of every place, one row of words after the other."""
    found: dict[int, int] = {}
    hashes = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    for one, two, three in zip(hashes, hashes[1:], hashes[2:], strict=False):
        value = (one * 0x9E3779B185EBCA87 + two * 0xC2B2AE3D27D4EB4F + three * 0x165667B19E3779F9) % 2**64
        value = (value ^ value >> 32) * 0x27D4EB2F165667C5 % 2**64
        found[value >> 58] = min(found.get(value >> 58, 2**32 - 1), value >> 26 & 0xFFFFFFFF)
    return found


@given(WORDS)
def test_a_place_holds_the_lowest_value_of_its_rows_of_words(words: list[str]) -> None:
    signed = signature(" ".join(words))
    assert signed is not None
    places = struct.unpack(f"<{PLACES}I", signed)
    assert {place: places[place] for place in _lowest(words)} == _lowest(words)


def test_a_text_has_the_signature_it_always_had() -> None:
    signed = signature(" ".join(map(str, range(20))))
    assert signed is not None
    assert signed.hex()[:32] == "08cefcc15754c5235e1fd30dada59b6f"
    assert bands_of(signed)[0] == -8676541838057446758


def test_a_text_of_few_words_has_none() -> None:
    assert signature("ا " * (FEWEST_WORDS - 1)) is None


def test_a_text_with_another_headline_is_like_it() -> None:
    text = " ".join(map(str, range(100)))
    one, other = signature(text), signature(f"عنوان اخر {text}")
    assert one is not None
    assert other is not None
    assert likeness(one, other) > 0.9
