"""Sides: names that one side alone uses, and what rivals both call themselves."""

from __future__ import annotations

import json
from functools import cache

import pytest

from marsad.actors.load import load_source
from marsad.actors.register import Register, build
from marsad.actors.sides import agree
from marsad.actors.slant import find_slanted
from marsad.arabic.normalize import fold
from marsad.arabic.phrases import joined
from marsad.arabic.words import split_words


@cache
def register() -> Register:
    return build(json.loads(json.dumps(load_source())))


def found(text: str, country: str | None = "SY", published: str | None = "2016-12-06") -> list[tuple[str, str]]:
    slanted = find_slanted(split_words(text), register(), country=country, published=published)
    return [(item.actor, item.side) for item in slanted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت عصابات الأسد القرية", [("sy-government-forces", "opposition (pejorative)")]),
        ("تقدمت قوات الأسد وانسحب الثوار", [("sy-government-forces", "opposition")]),
        ("سيطر الجيش العربي السوري على التلة", [("sy-government-forces", "government-self")]),
        ("سيطرت قوات الحكومة السورية على التلة", []),
        ("قال سكان القرية", []),
    ],
)
def test_a_name_of_one_side_betrays_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [pair for pair in found(text) if pair[0] == "sy-government-forces"] == expected


def test_a_name_is_counted_where_it_stands_also_with_a_proclitic() -> None:
    words = split_words("اتهم الأهالي قوات الأسد بالقصف وقوات الأسد بالنهب")
    slanted = list(find_slanted(words, register(), country="SY", published="2016-12-06"))
    assert [(item.first, item.last) for item in slanted] == [(2, 3), (5, 6)]


def test_a_name_that_rivals_use_betrays_nobody_where_the_report_does_not_decide() -> None:
    assert found("أعلنت القوات المسلحة اليمنية", country=None, published=None) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Houthi-controlled", "Houthi-self", True),
        ("pro-government", "government", True),
        ("independent", "independent", False),
        ("state (split)", "state", False),
        (None, "opposition", False),
    ],
)
def test_sides_agree_by_the_words_that_name_them(one: str | None, other: str | None, same: bool) -> None:
    assert agree(one, other) is same


@pytest.mark.parametrize(
    ("side", "actor"),
    [("Houthi-controlled", "ye-army-and-popular-committees"), ("government", "ye-government-forces"), (None, None)],
)
def test_an_army_that_two_claim_to_be_is_told_by_the_side_of_the_outlet(side: str | None, actor: str | None) -> None:
    ids = ("ye-army-and-popular-committees", "ye-government-forces")
    key = joined("القوات المسلحة اليمنية")
    resolved = register().resolve(ids, country="YE", published="2019-01-01", key=key, side=side)
    assert (resolved.id if resolved else None) == actor


def test_an_agency_that_two_claim_to_be_is_nobody_unless_the_outlet_tells() -> None:
    ids = ("saba-sanaa", "saba-aden")
    assert register().resolve_source(ids, outlet=None) is None
    told = register().resolve_source(ids, outlet="saba-aden")
    assert told is not None
    assert told.id == "saba-aden"
    assert register().resolve_source(("sana",), outlet=None) is not None
    assert register().resolve_source((), outlet=None) is None


@pytest.mark.parametrize(
    ("adjective", "actor"),
    [("أتراك", "tr-turkey"), ("روس", "ru-russia"), ("إسرائيليان", "il-israel"), ("أمريكان", "us-united-states")],
)
def test_peoples_are_adjectives_in_every_number(adjective: str, actor: str) -> None:
    assert register().adjectives[fold(adjective)] == actor
