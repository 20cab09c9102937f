"""Precision in two schemes, radius, sides with a distance, the middle of a way."""

from __future__ import annotations

import pytest

from marsad.arabic.phrases import joined
from marsad.places.answer import Resolved
from marsad.places.context import distance_km
from marsad.places.gazetteer import load_built
from marsad.places.resolve import PlaceQuery, place_all

GAZETTEER = load_built()


def last(*queries: PlaceQuery | str) -> Resolved:
    asked = [query if isinstance(query, PlaceQuery) else PlaceQuery(joined(query)) for query in queries]
    answer = place_all(asked, GAZETTEER)[-1]
    assert isinstance(answer, Resolved)
    return answer


@pytest.mark.parametrize(
    ("name", "precision", "where_prec"),
    [("سوريا", 3, 6), ("محافظة إدلب", 3, 4), ("سراقب", 1, 1), ("ريف حلب الشرقي", 3, 4), ("شمال سراقب", 2, 2)],
)
def test_both_schemes_say_how_precise(name: str, precision: int, where_prec: int) -> None:
    answer = last("سوريا", PlaceQuery(joined(name), (), "governorate" if "محافظة" in name else None))
    assert (answer.precision, answer.where_prec) == (precision, where_prec)


def test_a_side_with_a_distance_lies_that_far_off() -> None:
    answer = last("العراق", PlaceQuery(joined("شرق بعقوبة"), km=20.0))
    assert distance_km(answer.place, GAZETTEER.places["iq-baqubah"]) == pytest.approx(20, abs=0.3)
    assert (answer.basis, answer.where_prec, answer.radius_km) == ("part", 2, 10.0)


def test_what_lies_between_two_places_is_put_in_the_middle() -> None:
    one, other = GAZETTEER.places["sy-palmyra"], GAZETTEER.places["sy-deir-ez-zor"]
    answer = last("سوريا", PlaceQuery(joined("تدمر"), to=(other.id,)))
    assert (answer.basis, answer.where_prec) == ("between", 5)
    assert distance_km(answer.place, one) == pytest.approx(distance_km(answer.place, other), rel=0.02)
    assert answer.radius_km == pytest.approx(distance_km(one, other) / 2, abs=0.1)


def test_a_road_of_two_ends_is_between_them_and_a_road_of_one_is_near_it() -> None:
    assert last("العراق", "طريق بغداد كركوك").basis == "between"
    assert last("سوريا", "طريق عامودا").precision == 2


def test_between_two_countries_there_is_no_middle() -> None:
    assert last(PlaceQuery(joined("سوريا"), to=("lebanon",))).place.id == "syria"


def test_a_city_that_shares_its_name_with_its_governorate_is_exact_only_where_the_text_says_city() -> None:
    assert last("سوريا", "إدلب").precision == 2
    assert last("سوريا", PlaceQuery(joined("إدلب"), (), "city")).precision == 1


def test_a_capital_named_like_its_country_needs_a_word_that_says_so() -> None:
    assert last("تونس").place.id == "tunisia"
    assert last(PlaceQuery(joined("تونس"), (), "city")).place.kind == "city"


def test_a_farm_beside_a_city_is_not_the_city() -> None:
    assert last(PlaceQuery(joined("مزرعة غرب مدينة إدلب"), GAZETTEER.names[joined("إدلب")], "city")).precision == 2


def test_governorates_carry_their_official_code() -> None:
    assert last("سوريا", PlaceQuery(joined("إدلب"), (), "governorate")).place.pcode == "SY07"
