"""The answer for one mention: the point, how far it may be off, how precise that is, what else it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, radians

from marsad.places.context import distance_km
from marsad.places.gazetteer import Place
from marsad.places.sides import Part

WIDE = frozenset({"country", "region", "governorate"})
_WIDE_M = 10_000
_KM_PER_DEGREE = 111.2
# How far from its middle a side of a place lies, in km where no radius is known, else as a share of it.
_SIDE_SHARE = 0.55
_SIDE_KM = {"governorate": 25.0, "city": 6.0}
_COUNTRYSIDE_KM = 20.0
# How far places of a kind reach where the gazetteer does not say, in km.
_REACH_KM = {"governorate": 50.0, "region": 40.0, "district": 12.0, "city": 5.0, "town": 2.0, "village": 1.0}
_LEAST_REACH_KM = 0.5
# What lies somewhere in or near a place is sought this much farther out.
_AROUND_KM = 3.0
# UCDP's where_prec: 1 exact, 2 within 25 km, 3 second-order division, 4 first-order division, 5 a line or a large
# area, 6 country.
EXACT, NEAR, DISTRICT, DIVISION, AREA, COUNTRY = 1, 2, 3, 4, 5, 6

# Why a mention has the place it has, or none.
PARENT, PART, BETWEEN, UNSURE, UNKNOWN = "parent", "part", "between", "unsure", "unknown"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another place the words may mean, with its share of belief (all shares of a mention add up to one)."""

    id: str
    share: float


# Not frozen, as that makes it three times as dear; nothing changes one.
@dataclass(slots=True)
class Resolved:
    """A place with ACLED's geo_precision: 1 the very place, 2 near it or a part of a region, 3 a region.

    ``basis`` says how it was found: name, spelling, skeleton, part, parent, between.
    """

    place: Place
    score: float
    alternatives: tuple[Alternative, ...]
    precision: int
    where_prec: int
    radius_km: float
    basis: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """No place: ``unsure`` where candidates were too unlikely, ``unknown`` where no source has the name."""

    basis: str
    alternatives: tuple[Alternative, ...] = ()


def exactly(place: Place, score: float, others: Sequence[Alternative], *, loose: bool, basis: str) -> Resolved:
    """The place itself; ``loose`` where the words say less than the very place."""
    precision = 3 if place.kind in WIDE else 2 if place.radius_m > _WIDE_M or place.kind == "district" or loose else 1
    reach = reach_km(place) + _AROUND_KM * (loose and place.kind not in WIDE)
    return Resolved(place, round(score, 3), tuple(others), precision, where_prec(place, precision), reach, basis)


def around(place: Place, score: float) -> Resolved:
    """Somewhere in or near a place that holds what the words name."""
    precision = 3 if place.kind in WIDE else 2
    return Resolved(
        place, score, (), precision, where_prec(place, precision), reach_km(place) + _AROUND_KM, basis=PARENT
    )


def side_of(place: Place, part: Part, score: float, others: Sequence[Alternative], km: float | None) -> Resolved:
    """The place moved towards the side that is meant, so many km where the words say how far."""
    precision = 3 if place.kind == "country" else 2
    moved = _moved(place, part, km)
    reach = max(_AROUND_KM, km / 2) if km is not None else reach_km(place) + _AROUND_KM
    prec = NEAR if km is not None else where_prec(place, precision)
    return Resolved(moved, round(score, 3), tuple(others), precision, prec, reach, basis=PART)


def between(one: Place, other: Place, score: float, others: Sequence[Alternative]) -> Resolved:
    """The middle of the way from one place to another, unsure by half its length."""
    half = round(distance_km(one, other) / 2, 1)
    middle = replace(
        one,
        name=f"Between {one.name} and {other.name}",
        lat=round((one.lat + other.lat) / 2, 4),
        lon=round((one.lon + other.lon) / 2, 4),
        admin1=one.admin1 if one.admin1 == other.admin1 else None,
    )
    precision = 2 if one.country == other.country else 3
    return Resolved(middle, round(score, 3), tuple(others), precision, AREA, max(half, _AROUND_KM), basis=BETWEEN)


def where_prec(place: Place, precision: int) -> int:
    """UCDP's precision of a place of this kind."""
    if place.kind == "country":
        return COUNTRY
    if place.kind == "governorate":
        return DIVISION
    if place.kind == "region":
        return AREA if place.admin1 is None else DIVISION
    if place.kind == "district":
        return DISTRICT
    return EXACT if precision == 1 else NEAR


def reach_km(place: Place) -> float:
    """How far the place reaches from its point, or how unsure the point is."""
    if place.radius_m:
        return place.radius_m / 1000
    return 0.0 if place.kind == "country" else _REACH_KM.get(place.kind, _LEAST_REACH_KM)


def _moved(place: Place, part: Part, km: float | None) -> Place:
    north, east = part.bearing
    if not (north or east):
        return replace(place, name=f"{part.name} {place.name}") if part.name else place
    reach = (_side_km(place, part) if km is None else km) / (2**0.5 if north and east else 1)
    lat = place.lat + north * reach / _KM_PER_DEGREE
    lon = place.lon + east * reach / (_KM_PER_DEGREE * cos(radians(place.lat)))
    name = f"{part.name} {place.name}" if km is None else f"{km:g} km {_towards(part.name)} of {place.name}"
    return replace(place, name=name, lat=round(lat, 4), lon=round(lon, 4))


def _towards(side: str) -> str:
    """The direction of a side: Northern Eastern, north east."""
    return " ".join(word.removesuffix("ern") for word in side.lower().split())


def _side_km(place: Place, part: Part) -> float:
    if part.countryside and place.kind not in WIDE:
        return _COUNTRYSIDE_KM
    if place.radius_m:
        return place.radius_m / 1000 * (_SIDE_SHARE if place.kind in WIDE else 1.0)
    return _SIDE_KM.get(place.kind, 3.0)
