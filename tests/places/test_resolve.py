"""Which place a name means: by cue word, neighbours, containers and country; and what is left unpinned."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic.phrases import joined
from marsad.places.context import distance_km
from marsad.places.gazetteer import Gazetteer, Place, load_built
from marsad.places.resolve import PlaceQuery, Resolved, compound, resolve

GAZETTEER = load_built()


def query(name: str, cue: str | None = None, *holders: str) -> PlaceQuery:
    return PlaceQuery(joined(name), (), cue, tuple(GAZETTEER.names[joined(holder)] for holder in holders))


def meant(*names: str, hint: str | None = None) -> list[Resolved | None]:
    return resolve([query(name) for name in names], GAZETTEER, country_hint=hint)


def first(*names: str, hint: str | None = None) -> Place:
    (resolved, *_) = meant(*names, hint=hint)
    assert resolved is not None
    return resolved.place


def near(place: Place, lat: float, lon: float) -> float:
    spot = Place("spot", "", "", "town", None, None, lat, lon, 0, 0, None, False)
    return distance_km(place, spot)


@pytest.mark.parametrize(
    ("names", "country", "lat", "lon"),
    [
        (("الزهراء", "نبل"), "SY", 36.361, 37.011),
        (("القصير", "حمص"), "SY", 34.509, 36.58),
        (("الحديدة", "اليمن"), "YE", 14.80, 42.95),
        (("عدن",), "YE", 12.79, 45.02),
        (("الرقة",), "SY", 35.95, 39.01),
        (("القدس",), "PS", 31.78, 35.22),
        (("طرابلس", "بنغازي", "ليبيا"), "LY", 32.88, 13.19),
        (("طرابلس", "بيروت", "لبنان"), "LB", 34.43, 35.84),
        (("البيضاء", "رداع", "اليمن"), "YE", 14.1, 45.5),
        (("البيضاء", "درنة", "ليبيا"), "LY", 32.76, 21.75),
        (("المنصورة", "عدن"), "YE", 12.86, 44.98),
        (("الميادين", "دير الزور"), "SY", 35.02, 40.45),
        (("الشجاعية", "غزة"), "PS", 31.50, 34.47),
    ],
)
def test_the_report_tells_which_one(names: tuple[str, ...], country: str, lat: float, lon: float) -> None:
    place = first(*names)
    assert place.country == country
    assert near(place, lat, lon) < 30


@pytest.mark.parametrize(("hint", "lat", "lon"), [("LY", 32.88, 13.19), ("LB", 34.43, 35.84)])
def test_without_neighbours_the_actors_country_decides(hint: str, lat: float, lon: float) -> None:
    assert near(first("طرابلس", hint=hint), lat, lon) < 15


def test_a_neighbourhood_goes_before_a_village_when_its_city_is_named() -> None:
    assert first("الزهراء", "حلب", "حلب الجديدة").kind == "neighbourhood"
    assert first("الزهراء", "نبل").kind in ("town", "village")


def test_a_cue_word_says_the_kind() -> None:
    (governorate,) = resolve([query("إدلب", "governorate")], GAZETTEER)
    (city,) = resolve([query("إدلب", "city")], GAZETTEER)
    assert governorate is not None
    assert city is not None
    assert (governorate.place.kind, city.place.kind) == ("governorate", "city")
    assert (governorate.precision, city.precision) == (3, 1)


def test_a_holder_named_in_the_text_decides() -> None:
    (in_aleppo,) = resolve([query("العامرية", None, "حلب")], GAZETTEER)
    assert in_aleppo is not None
    assert near(in_aleppo.place, 36.1707, 37.1261) < 2


@pytest.mark.parametrize(
    ("words", "country", "precision"),
    [
        ("ريف حلب الشرقي", "SY", 2),
        ("شمال غرب سوريا", "SY", 3),
        ("جنوب قطاع غزة", "PS", 2),
        ("محيط مدينة الباب", "SY", 2),
        ("شرق الموصل", "IQ", 2),
    ],
)
def test_sides_and_surroundings_are_less_exact(words: str, country: str, precision: int) -> None:
    (resolved,) = meant(words)
    assert resolved is not None
    assert resolved.place.country == country
    assert resolved.precision in (precision, 3)


def test_a_side_is_moved_that_way() -> None:
    east, west = first("ريف حلب الشرقي"), first("ريف حلب الغربي")
    assert east.lon > west.lon
    assert abs(east.lat - west.lat) < 0.1


@pytest.mark.parametrize("words", ["ريف حلب الشرقي", "شمال غرب سوريا", "جنوب قطاع غزة", "محيط مدينة الباب"])
def test_compound_finds_the_known_name_inside(words: str) -> None:
    assert compound(joined(words), GAZETTEER)


@pytest.mark.parametrize("words", ["شارع بلا اسم", "مزرعة زعفران قرب لا مكان", "كلام"])
def test_what_nobody_knows_is_not_pinned(words: str) -> None:
    assert meant(words) == [None]


def test_an_ordinary_word_alone_is_not_pinned_far_from_the_report() -> None:
    assert meant("الحياة", hint="SY") == [None]


@pytest.mark.parametrize(("words", "named"), [("المدينة", "حمص"), ("ريفها الشرقي", "حمص"), ("المخيم", "مخيم جنين")])
def test_a_word_without_a_name_means_the_place_before(words: str, named: str) -> None:
    before, back = meant(named, words)
    assert before is not None
    assert back is not None
    assert near(back.place, before.place.lat, before.place.lon) < 25


def test_the_country_of_the_report_is_meant_by_its_own_word() -> None:
    *_, country = meant("حمص", "حماة", "جنوبي البلاد")
    assert country is not None
    assert country.place.country == "SY"


def test_alternatives_are_named() -> None:
    (resolved,) = meant("طرابلس", hint="LY")
    assert resolved is not None
    assert any(GAZETTEER.places[other.id].country == "LB" for other in resolved.alternatives)


def test_nothing_in_nothing_out() -> None:
    assert resolve([], GAZETTEER) == []


KEYS = st.lists(st.sampled_from(sorted(GAZETTEER.names)), max_size=6)


@settings(max_examples=50, deadline=None)
@given(KEYS)
def test_every_mention_has_an_answer_and_the_same_one_again(keys: list[str]) -> None:
    queries = [PlaceQuery(key) for key in keys]
    answers = resolve(queries, GAZETTEER)
    assert len(answers) == len(keys)
    assert answers == resolve(queries, GAZETTEER)
    assert all(answer is None or answer.precision in (1, 2, 3) for answer in answers)


def test_the_gazetteer_is_not_changed_by_reading() -> None:
    before: Gazetteer = load_built()
    meant("ريف حلب الشرقي", "نبل")
    assert before.places == GAZETTEER.places
