"""Cue words: their kinds, numbers and written forms; what a wrong entry says."""

from __future__ import annotations

from typing import Any

import pytest

from marsad.arabic.normalize import fold
from marsad.errors import DataError
from marsad.places import load
from marsad.places.cues import PlaceCue, build, not_names
from marsad.places.gazetteer import load_built

SOURCE = load.load_source()
CUES = build(SOURCE)


@pytest.mark.parametrize(
    ("word", "kind", "drop", "number"),
    [
        ("حي", "neighbourhood", True, "s"),
        ("حيي", "neighbourhood", True, "d"),
        ("أحياء", "neighbourhood", True, "p"),
        ("مدينتي", "city", True, "d"),
        ("بلدتا", "town", True, "d"),
        ("بلدات", "town", True, "p"),
        ("قرى", "village", True, "p"),
        ("محافظتي", "governorate", True, "d"),
        ("جبهة", "front", True, "s"),
        ("مخيم", "camp", False, "s"),
        ("مطار", "airport", False, "s"),
        ("مشفى", "hospital", False, "s"),
        ("تلة", "hill", False, "s"),
        ("ريف", "side", False, "s"),
    ],
)
def test_a_cue_word_says_kind_and_number(word: str, kind: str, drop: bool, number: str) -> None:
    cue = CUES[fold(word)]
    assert (cue.kind, cue.drop, cue.number) == (kind, drop, number)


@pytest.mark.parametrize("word", ["حي", "بلدة", "قرية", "جبهة", "دوار", "مشفى"])
def test_a_name_that_nobody_knows_may_follow(word: str) -> None:
    assert CUES[fold(word)].introduces_unknown


@pytest.mark.parametrize("word", ["شمال", "شارع", "منطقة", "ريف"])
def test_only_known_names_follow_words_that_adjectives_follow(word: str) -> None:
    assert not CUES[fold(word)].introduces_unknown


def test_adjectives_after_a_cue_word_are_no_names() -> None:
    assert {fold("صغيرة"), fold("مجاورة")} <= not_names(SOURCE)


def test_every_kind_of_the_gazetteer_may_follow_some_cue() -> None:
    fits = load_built().fits
    kinds = {place.kind for place in load_built().places.values()}
    assert kinds - set().union(*fits.values()) <= {"country"}


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"kind": "city"}, "expected the fields"),
        ({"kind": "city", "word": "مدينة", "colour": "red"}, "expected the fields"),
        ({"kind": "planet", "word": "كوكب"}, "field kind"),
    ],
)
def test_a_wrong_entry_is_named(entry: dict[str, Any], says: str) -> None:
    with pytest.raises(DataError, match=says):
        load._check_cue(entry, frozenset(SOURCE["fits"]))


def test_cues_are_plain_words() -> None:
    assert all(isinstance(cue, PlaceCue) and key == fold(key) for key, cue in CUES.items())
