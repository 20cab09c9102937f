"""The division and the city a brought place lies in, under the names the gazetteer uses for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import floor

from marsad.imports.rows import AddedPlace
from marsad.places.context import distance_km
from marsad.places.gazetteer import Gazetteer, Place

CELL = 0.5
FARTHEST_KM, CITY_KM = 60.0, 15.0
_PART_OF_A_CITY = frozenset({"neighbourhood", "hospital", "landmark", "mosque", "road", "bridge", "prison", "facility"})
Cells = Mapping[tuple[int, int], list[Place]]


def divided(rows: Iterable[AddedPlace], gazetteer: Gazetteer) -> Iterator[AddedPlace]:
    """Rows with the first-order division and, for parts of a city, the city; what a row says itself stays if known."""
    places = [place for place in gazetteer.places.values() if place.kind not in ("country", "region")]
    known = {(place.country, place.admin1) for place in places}
    codes = {place.pcode: place.admin1 for place in places if place.pcode and place.kind == "governorate"}
    settled = _cells(place for place in places if place.admin1 and place.kind != "governorate")
    cities = _cells(place for place in places if place.kind == "city")
    for row in rows:
        admin1 = (
            row.admin1
            if row.admin1 and (row.country, row.admin1) in known
            else _by_code(row, codes) or _admin1(row, settled)
        )
        city = _nearest(row, cities, CITY_KM) if row.kind in _PART_OF_A_CITY else None
        yield replace(row, admin1=admin1 or row.admin1, parent=row.parent or (city.id if city else None))


def _by_code(row: AddedPlace, codes: Mapping[str, str | None]) -> str | None:
    """The division whose code begins the row's own: SY0200 lies in SY02."""
    code = row.pcode or ""
    return next((codes[code[:size]] for size in (5, 4, 3) if code[:size] in codes), None)


def _admin1(row: AddedPlace, settled: Cells) -> str | None:
    place = _nearest(row, settled, FARTHEST_KM)
    return place.admin1 if place is not None else None


def _cells(places: Iterable[Place]) -> Cells:
    found: dict[tuple[int, int], list[Place]] = {}
    for place in places:
        found.setdefault(_cell(place.lat, place.lon), []).append(place)
    return found


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat / CELL), floor(lon / CELL)


def _nearest(row: AddedPlace, cells: Cells, farthest_km: float) -> Place | None:
    north, east = _cell(row.lat, row.lon)
    near = [
        (distance_km(place, replace(place, lat=row.lat, lon=row.lon)), place.id, place)
        for up in (-1, 0, 1)
        for right in (-1, 0, 1)
        for place in cells.get((north + up, east + right), ())
        if row.country is None or place.country == row.country
    ]
    return min(near)[2] if near and min(near)[0] <= farthest_km else None
