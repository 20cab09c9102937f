"""What the mentions of a report are taken to mean together: places by their surroundings, actors by their outlet."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.records import ActorMention, PlaceMention, Report, SourceMention


@cache
def known() -> pipeline.Knowledge:
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def read(text: str, outlet: str | None = None) -> tuple[list[PlaceMention], list[ActorMention], list[SourceMention]]:
    claims = pipeline.read(Report("r", text, date(2016, 12, 6), outlet), known()).claims
    places = [place for claim in claims for place in claim.places]
    actors = [actor for claim in claims for actor in (*claim.agents, *claim.targets)]
    return places, actors, [source for claim in claims for source in claim.sources]


def test_a_distance_beside_a_side_moves_the_point_that_far() -> None:
    place = read("انفجرت عبوة ناسفة شرق بعقوبة بـ20 كم وقتل شخصان.")[0][0]
    assert (place.name, place.radius_km, place.where_prec) == ("20 km east of Baqubah", 10.0, 2)


@pytest.mark.parametrize(
    "text",
    ["قتل جنديان في كمين على الطريق بين تدمر ودير الزور.", "قتل جنديان في كمين على طريق تدمر - دير الزور."],
)
def test_on_the_way_between_two_places_is_neither(text: str) -> None:
    place = read(text)[0][0]
    assert (place.basis, place.where_prec) == ("between", 5)
    assert place.lat == pytest.approx(34.95, abs=0.05)


def test_two_quarters_under_one_dual_head_are_two_places() -> None:
    places = read("قصف الطيران حيي القاطرجي وكرم الطحان في حلب.")[0]
    assert {place.place for place in places} == {"sy-karm-al-qaterji", "sy-karm-al-tahhan"}


def test_a_hospital_of_no_source_lies_in_the_quarter_that_holds_it() -> None:
    place = read("قصفت الطائرات مشفى السلام في حي قاضي عسكر بحلب.")[0][0]
    assert (place.text, place.place, place.basis, place.precision) == ("مشفى السلام", "sy-qadi-askar", "parent", 2)
    assert place.radius_km is not None
    assert place.radius_km > 3


def test_a_place_of_no_source_keeps_its_words_and_says_so() -> None:
    place = read("قتل طفل بقصف استهدف قرية الوهمية.")[0][0]
    assert (place.text, place.place, place.lat, place.basis) == ("الوهمية", None, None, "unknown")


def test_what_stands_beside_a_place_does_not_hold_it() -> None:
    place = read("قتل ثلاثة في قصف على بلدة الوهمية وبلدتي نبل والزهراء.")[0][0]
    assert (place.text, place.place) == ("الوهمية", None)


def test_a_governorate_carries_both_names_and_its_code() -> None:
    place = read("قتل مدني بقصف في محافظة إدلب.")[0][0]
    assert (place.name_ar, place.name, place.pcode, place.where_prec) == ("إدلب", "Idlib", "SY07", 4)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ('قتلت قوات "التحالف الدولي" قيادياً في إدلب.', 'قوات "التحالف الدولي"', "us-led-coalition"),
        ("قتل أربعة جنود أتراك قرب سراقب.", "جنود أتراك", "tr-turkey"),
        ("قتل مدنيان عراقيان في قصف قرب الموصل.", "مدنيان عراقيان", None),
    ],
)
def test_a_state_is_meant_by_its_servants_and_not_by_its_people(text: str, words: str, actor: str | None) -> None:
    assert next(mention.actor for mention in read(text)[1] if mention.text == words) == actor


@pytest.mark.parametrize(("outlet", "source"), [(None, None), ("26sep.net", None)])
def test_an_agency_of_two_capitals_is_nobody_where_the_outlet_does_not_tell(
    outlet: str | None, source: str | None
) -> None:
    (mention, *_) = read("قالت وكالة سبأ إن ثلاثة مدنيين قتلوا في غارة على مدينة تعز.", outlet)[2]
    assert (mention.text, mention.source, mention.kind) == ("وكالة سبأ", source, "agency")
