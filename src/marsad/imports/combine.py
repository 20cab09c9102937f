"""What a file brings beside what is known: new places, places known already, names that another place has too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from marsad.arabic.phrases import joined
from marsad.imports.rows import AddedPlace
from marsad.places.context import distance_km
from marsad.places.gazetteer import Gazetteer, Place

# Two places of one name this near are one place; a division is as large as its namesake town is far from its middle.
SAME_KM = {"governorate": 80.0, "district": 25.0, "city": 12.0, "town": 8.0, "region": 80.0, "country": 500.0}
NEAR_KM = 4.0
SAME_DIVISION_KM = 400.0
_SETTLED = frozenset({"city", "town", "village", "camp", "neighbourhood", "district"})
_APART = frozenset({"governorate", "region", "country"})


@dataclass(slots=True)
class Outcome:
    """The rows to keep and what to tell of them. ``known``: the gazetteer's id by the row that has the same place."""

    rows: list[AddedPlace] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    added: int = 0
    repeated: int = 0
    homonyms: list[tuple[str, str]] = field(default_factory=list)


def combine(brought: Iterable[AddedPlace], held: Sequence[AddedPlace], gazetteer: Gazetteer) -> Outcome:
    """Each row beside the gazetteer and the rows that the user's file held; a newer row takes the older's place."""
    outcome = Outcome()
    rows = {row.id: row for row in held}
    for row in brought:
        repeated = row.id in rows
        rows[row.id] = row
        namesakes = _namesakes(row, gazetteer)
        same = [place for place in namesakes if is_same(row, place)]
        outcome.repeated += repeated
        outcome.added += not (same or repeated)
        if same:
            outcome.known[row.id] = min(same, key=lambda place: (_km(row, place), place.id)).id
        elif any(place.reviewed for place in namesakes):
            outcome.homonyms.append((row.id, next(place.id for place in namesakes if place.reviewed)))
    outcome.rows = list(rows.values())
    return outcome


def known_by(rows: Iterable[AddedPlace], gazetteer: Gazetteer) -> dict[str, str]:
    """Ids of the gazetteer by the row that means the same place."""
    return combine(rows, (), gazetteer).known


def is_same(row: AddedPlace, place: Place) -> bool:
    """Whether a row means a place that is known: near enough for their kinds, and both areas or both settled."""
    if (row.kind in _APART) != (place.kind in _APART) or (row.kind in _SETTLED) != (place.kind in _SETTLED):
        return False
    if row.kind == place.kind == "governorate" and row.country == place.country:
        return _km(row, place) <= SAME_DIVISION_KM
    return _km(row, place) <= max(SAME_KM.get(row.kind, NEAR_KM), SAME_KM.get(place.kind, NEAR_KM))


def _namesakes(row: AddedPlace, gazetteer: Gazetteer) -> list[Place]:
    ids = dict.fromkeys(name for key in map(joined, row.names) for name in gazetteer.names.get(key, ()))
    places = (gazetteer.places[name] for name in ids)
    return [place for place in places if row.country is None or place.country == row.country]


def _km(row: AddedPlace, place: Place) -> float:
    return distance_km(place, replace(place, lat=row.lat, lon=row.lon))
