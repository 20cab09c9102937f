"""Places that share a name: each of them where the report's other places lie, none where they do not."""

from __future__ import annotations

import pytest

from marsad.arabic.phrases import joined
from marsad.places.gazetteer import load_built
from marsad.places.resolve import PlaceQuery, Resolved, resolve

GAZETTEER = load_built()


def read(*words: str) -> list[Resolved | None]:
    return resolve([PlaceQuery(joined(word)) for word in words], GAZETTEER)


def place_id(resolved: Resolved | None) -> str | None:
    return resolved.place.id if resolved else None


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        (("نبل", "الزهراء"), 1, "sy-al-zahraa-town-by-nubl"),
        (("حمص", "الزهراء"), 1, "sy-al-zahraa-homs"),
        (("حلب", "صلاح الدين"), 1, "sy-salah-al-din-aleppo"),
        (("تكريت", "بيجي", "صلاح الدين"), 2, "iq-salah-al-din-governorate"),
        (("حمص", "القصير"), 1, "sy-al-qusayr"),
        (("صنعاء", "الحديدة"), 1, "ye-al-hudaydah"),
        (("تعز", "عدن"), 1, "ye-aden"),
        (("بنغازي", "طرابلس"), 1, "ly-tripoli"),
        (("بيروت", "صيدا", "طرابلس"), 2, "lb-tripoli-lebanon"),
        (("رام الله", "القدس"), 1, "ps-jerusalem"),
        (("دير الزور", "الرقة"), 1, "sy-raqqa"),
        (("العريش", "الشيخ زويد", "رفح"), 2, "eg-rafah-egypt"),
        (("خان يونس", "غزة", "رفح"), 2, "ps-rafah"),
        (("نابلس", "دوما"), 1, "ps-duma-nablus"),
        (("حرستا", "دوما"), 1, "sy-douma"),
        (("مأرب", "صرواح", "البيضاء"), 2, "ye-al-bayda"),
        (("بنغازي", "درنة", "البيضاء"), 2, "ly-al-bayda-libya"),
        (("حلب", "الزيدية"), 1, "sy-az-zibdiyeh"),
        (("الحديدة", "الزيدية"), 1, "ye-al-zaydiyah"),
        (("الموصل", "سنجار"), 1, "iq-sinjar"),
    ],
)
def test_homonyms_follow_the_other_places(words: tuple[str, ...], at: int, expected: str) -> None:
    assert place_id(read(*words)[at]) == expected


def test_an_unknown_name_in_a_container_lies_somewhere_in_it() -> None:
    (found,) = resolve(
        [PlaceQuery(joined("مشفى الوردة البيضاء"), containers=(GAZETTEER.names[joined("إدلب")],))], GAZETTEER
    )
    assert found is not None
    assert (found.place.id, found.precision) == ("sy-idlib", 2)


def test_an_unknown_village_lies_on_the_side_of_the_town_that_it_is_told_with() -> None:
    holder = (GAZETTEER.names[joined("الرقة")],)
    village = PlaceQuery(joined("كفرخنبور"), cue="village", containers=holder, held_by=joined("شرق الرقة"))
    quarter = PlaceQuery(joined("كفرخنبور"), cue="neighbourhood", containers=holder, held_by=joined("شرق الرقة"))
    east, inside = resolve([village], GAZETTEER)[0], resolve([quarter], GAZETTEER)[0]
    assert east is not None
    assert inside is not None
    assert 0.1 < east.place.lon - inside.place.lon < 0.4
    assert east.place.lat == inside.place.lat


def test_an_unknown_name_is_not_pinned() -> None:
    assert read("حلب", "كفرخنبور")[1] is None


def test_a_quarter_of_another_country_is_not_pinned() -> None:
    assert read("صنعاء", "تعز", "بستان القصر")[2] is None


def test_a_building_lies_in_the_city_named_beside_it() -> None:
    before, after = read("القصر الرئاسي", "مقديشو")[0], read("مقديشو", "فندق النخلة")[1]
    assert place_id(before) == place_id(after) == "so-mogadishu"


def test_a_camp_is_not_its_town() -> None:
    assert place_id(read("مخيم جنين")[0]) == "ps-jenin-camp"
