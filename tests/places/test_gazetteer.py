"""The built gazetteer: names, guards and the shape of its places."""

from __future__ import annotations

import pytest

from marsad.arabic.phrases import joined
from marsad.places.context import distance_km
from marsad.places.gazetteer import load_built
from marsad.places.rows import KINDS

GAZETTEER = load_built()


def test_every_name_points_to_a_place() -> None:
    assert all(found in GAZETTEER.places for ids in GAZETTEER.names.values() for found in ids)


def test_every_place_has_a_known_kind_and_its_parent_exists() -> None:
    for place in GAZETTEER.places.values():
        assert place.kind in KINDS
        assert place.parent is None or place.parent in GAZETTEER.places


def test_parents_are_near() -> None:
    far = [
        place.id
        for place in GAZETTEER.places.values()
        if place.parent is not None and distance_km(place, GAZETTEER.places[place.parent]) > 40
    ]
    assert far == []


@pytest.mark.parametrize("name", ["حلب", "الرقة", "عدن", "دير الزور", "ديرالزور", "كفر نبل", "كفرنبل", "كوباني"])
def test_plain_names_are_believed_anywhere(name: str) -> None:
    assert GAZETTEER.names[joined(name)]
    assert joined(name) not in GAZETTEER.ordinary


@pytest.mark.parametrize("name", ["النصر", "السلام", "سلمى", "الشرقية", "الثورة", "البيضاء", "القائم", "الميدان"])
def test_ordinary_words_need_a_cue(name: str) -> None:
    assert joined(name) in GAZETTEER.names
    assert joined(name) in GAZETTEER.ordinary


@pytest.mark.parametrize("name", ["الجمعة", "مايو", "تشرين", "دينار", "منطقة"])
def test_words_that_are_never_meant_as_places_are_left_out(name: str) -> None:
    assert joined(name) not in GAZETTEER.names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("شمال سوريا", "الشمال السوري"),
        ("شمال غرب سوريا", "شمالي غربي سورية"),
        ("سوريا", "الأراضي السورية"),
        ("دمشق", "العاصمة السورية دمشق"),
        ("مشفى العيون", "مستشفى العيون"),
        ("الضفة الغربية", "الضفة"),
    ],
)
def test_names_of_one_place(one: str, other: str) -> None:
    names = GAZETTEER.names
    assert set(names[joined(one)]) & set(names[joined(other)])
