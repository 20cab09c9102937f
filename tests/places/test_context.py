"""What a report names is indexed: the work grows with the text, not with its square."""

from __future__ import annotations

import pytest

from marsad.places import context as contexts
from marsad.places.context import MOST_ANCHORS, Anchor, Context, Distances, Vote
from marsad.places.gazetteer import Gazetteer, Place, load_built
from marsad.places.resolve import PlaceQuery, resolve

NAMES = ("حلب", "دمشق", "حمص", "ادلب", "درعا", "الرقه", "تعز", "عدن", "الموصل", "بغداد", "دوما", "طرابلس")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_built()


def counted(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer, times: int) -> int:
    calls = 0
    measure = contexts.distance_km

    def distance(one: Place, other: Place) -> float:
        nonlocal calls
        calls += 1
        return measure(one, other)

    monkeypatch.setattr(contexts, "distance_km", distance)
    gazetteer.remembered.clear()
    resolve([PlaceQuery(name) for _ in range(times) for name in NAMES], gazetteer)
    monkeypatch.setattr(contexts, "distance_km", measure)
    return calls


def test_naming_the_same_places_again_measures_no_new_distance(
    monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer
) -> None:
    assert counted(monkeypatch, gazetteer, 40) == counted(monkeypatch, gazetteer, 2)


def test_a_list_of_many_places_is_weighed_by_its_surest() -> None:
    anchors = [Anchor(at, f"k{at}", place(f"p{at}"), 1.0 if at % 2 else 0.6) for at in range(4 * MOST_ANCHORS)]
    named = Context(anchors=anchors).named
    assert len(named) == MOST_ANCHORS
    assert {anchor.weight for anchor in named} == {1.0}


def test_distances_are_the_same_in_both_directions() -> None:
    distances = Distances()
    one, other = place("a", 36.0), place("b", 37.0)
    assert distances.between(one, other) == distances.between(other, one) == pytest.approx(111.2, abs=0.2)
    assert len(distances) == 1


def test_distances_are_kept_for_the_next_report_until_they_are_many(
    monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer
) -> None:
    assert counted(monkeypatch, gazetteer, 1) > 0
    kept = gazetteer.memory("distances")["all"]
    assert len(kept) > 0
    kept.make_room()
    assert len(kept) > 0
    monkeypatch.setattr(contexts, "MOST_DISTANCES", len(kept))
    kept.make_room()
    assert len(kept) == 0


def test_no_name_speaks_for_itself() -> None:
    context = Context((Vote("x", "SY", "Homs", 1.0), Vote("y", "IQ", "Basra", 0.5), Vote("z", "SY", "Homs", 0.5)))
    assert context.without("y").countries == {"SY": 1.0}
    assert context.without("x").countries == {"SY": 1.0, "IQ": 1.0}
    assert context.without("unnamed").countries == {"SY": 1.0, "IQ": pytest.approx(1 / 3)}


def place(name: str, lat: float = 36.0) -> Place:
    return Place(name, name, name, "town", "SY", None, lat, 37.0, 0, 0, None, True)
