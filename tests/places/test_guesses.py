"""Names one letter off and names known in Latin script alone: guesses, believed only where the report supports them."""

from __future__ import annotations

import pytest

from marsad.arabic.phrases import joined
from marsad.lexicons.load import read_yaml
from marsad.places.answer import UNKNOWN, UNSURE, Resolved, Unplaced
from marsad.places.gazetteer import load_built
from marsad.places.guesses import latin_skeleton
from marsad.places.load import HERE
from marsad.places.resolve import PlaceQuery, place_all

GAZETTEER = load_built()
RULES = read_yaml(HERE / "spellings.yml")


def place(*queries: PlaceQuery) -> list[Resolved | Unplaced]:
    return place_all(queries, GAZETTEER)


def named(name: str, cue: str | None = None, *holders: str) -> PlaceQuery:
    return PlaceQuery(joined(name), (), cue, tuple(GAZETTEER.names[joined(holder)] for holder in holders))


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Mellit", "مليط"), ("Al Hasaheisa", "الحصاحيصا"), ("Kabkābīyah", "كبكابية"), ("Burām", "برام"),
        ("Ad Dindar", "الدندر"), ("Qaşr Bin Ghashīr", "قصر بن غشير"), ("Kutum", "كتم"),
    ],
)  # fmt: skip
def test_both_scripts_leave_the_same_consonants(latin: str, arabic: str) -> None:
    assert latin_skeleton(latin, RULES) == GAZETTEER.guesses.skeleton(joined(arabic)) != ""


@pytest.mark.parametrize("name", ["آبا", "Aba", ""])
def test_too_few_consonants_say_nothing(name: str) -> None:
    assert latin_skeleton(name, RULES) == GAZETTEER.guesses.skeleton(joined(name)) == ""


def test_one_letter_off_is_found_in_the_country_of_the_report() -> None:
    *_, guessed = place(named("إدلب"), named("معرة النعمان"), named("سراكب", "city"))
    assert isinstance(guessed, Resolved)
    assert (guessed.place.id, guessed.basis) == ("sy-saraqib", "spelling")


def test_one_letter_off_is_no_place_in_another_country() -> None:
    *_, guessed = place(named("صنعاء"), named("تعز"), named("سراكب", "city"))
    assert isinstance(guessed, Unplaced)
    assert guessed.basis == UNSURE
    assert guessed.alternatives[0].id == "sy-saraqib"


def test_a_name_without_a_cue_word_is_not_guessed() -> None:
    *_, unknown = place(named("إدلب"), named("سراكب"))
    assert unknown == Unplaced(UNKNOWN)


def test_a_latin_name_is_found_by_its_consonants() -> None:
    *_, guessed = place(named("السودان"), named("الفاشر"), named("كبكابية", "town"))
    assert isinstance(guessed, Resolved)
    assert (guessed.place.name_ar, guessed.basis) == ("", "skeleton") or guessed.basis == "name"


def test_a_guess_outside_what_holds_it_falls_back_to_the_holder() -> None:
    *_, guessed = place(named("حلب"), named("سراكب", "city", "اللاذقية"))
    assert isinstance(guessed, Resolved)
    assert (guessed.place.admin1, guessed.basis, guessed.precision) == ("Latakia", "parent", 2)
