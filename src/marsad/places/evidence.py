"""What speaks for a candidate: small scores, each with its reason, weighed by what the rest of the report names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, exp, log10, radians, sin, sqrt

from marsad.places.gazetteer import Gazetteer, Place

_EARTH_KM = 6371.0
_SMALL = frozenset({"neighbourhood", "landmark", "road", "hospital", "mosque", "bridge", "prison", "facility", "port"})
# Weights set on the even reports of the development gold, 2026-11-25.
PER_TENFOLD = 0.35
REVIEWED = 1.0
KIND = {"country": 2.0, "region": 0.4, "governorate": 0.3, "city": 0.6, "town": 0.2, "village": -0.2}
SMALL = -0.6
CUE_FITS, CUE_MISFITS = 2.5, -1.5
COUNTRY, NO_COUNTRY, HINT = 3.0, -1.0, 1.0
ADMIN1 = 1.2
NEAR, NEAR_KM = 2.0, 30.0
BESIDE, BESIDE_KM, BESIDE_STEPS = 1.2, 15.0, 2
PARENT_NAMED, LONE, LONE_BELOW = 1.5, -1.5, 0.25
HELD, HELD_KM = 2.5, 25.0
ONLY_ONE = 0.6
ORDINARY = -0.8


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place the report is taken to name, at its step in the order of mentions."""

    step: int
    key: str
    place: Place
    weight: float


@dataclass(frozen=True, slots=True)
class Vote:
    """One name speaks for the country and division of the place it is taken to mean."""

    key: str
    country: str
    admin1: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class Support:
    """How much speaks for countries and divisions: 1 for the strongest."""

    countries: Mapping[str, float]
    admin1: Mapping[tuple[str, str | None], float]


@dataclass(frozen=True, slots=True)
class Context:
    """What the report is about so far: votes for countries and divisions, anchors, the country of outlet or actors."""

    votes: Sequence[Vote] = ()
    anchors: Sequence[Anchor] = ()
    hint: str | None = None

    def without(self, key: str) -> Support:
        """The support of countries and divisions by all names but one: no name speaks for itself."""
        countries: dict[str, float] = {}
        admin1: dict[tuple[str, str | None], float] = {}
        for vote in self.votes:
            if vote.key != key:
                countries[vote.country] = countries.get(vote.country, 0.0) + vote.weight
                place = (vote.country, vote.admin1)
                admin1[place] = admin1.get(place, 0.0) + vote.weight * (vote.admin1 is not None)
        most, most_admin1 = max(countries.values(), default=1.0), max(admin1.values(), default=1.0) or 1.0
        return Support(
            {name: weight / most for name, weight in countries.items()},
            {name: weight / most_admin1 for name, weight in admin1.items()},
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """How a candidate was mentioned."""

    step: int
    key: str
    cue: str | None
    containers: tuple[tuple[str, ...], ...]
    only_one: bool
    ordinary: bool


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance."""
    lat_one, lat_other = radians(one.lat), radians(other.lat)
    half = (
        sin((lat_other - lat_one) / 2) ** 2 + cos(lat_one) * cos(lat_other) * sin(radians(other.lon - one.lon) / 2) ** 2
    )
    return 2 * _EARTH_KM * asin(sqrt(half))


def score(place: Place, seen: Seen, context: Context, support: Support, gazetteer: Gazetteer) -> float:
    """How well a candidate fits its mention and the report."""
    held = is_held(place, seen, gazetteer)
    return (
        prior(place)
        + name_says(place, seen)
        + cue_agrees(place, seen.cue, gazetteer)
        + country_agrees(place, support, context.hint)
        + is_near(place, seen, context, held=held > 0)
        + held
    )


def prior(place: Place) -> float:
    """Big and reviewed places are meant more often."""
    kind = SMALL if place.kind in _SMALL else KIND.get(place.kind, 0.0)
    return kind + PER_TENFOLD * log10(place.population + 1) + REVIEWED * place.reviewed


def name_says(place: Place, seen: Seen) -> float:
    """A name that only one reviewed place has is clear; one that is an ordinary word is not."""
    if seen.ordinary:
        return ORDINARY * (seen.cue is None)
    return ONLY_ONE * (seen.only_one and place.reviewed)


def cue_agrees(place: Place, cue: str | None, gazetteer: Gazetteer) -> float:
    """The word before the name says what kind of place it is."""
    fits = gazetteer.fits.get(cue or "")
    if fits is None:
        return 0.0
    return CUE_FITS if place.kind in fits else CUE_MISFITS


def country_agrees(place: Place, support: Support, hint: str | None) -> float:
    """The other places of the report lie in this country and division, or its actors do."""
    if place.country is None:
        return 0.0
    agreed = support.countries.get(place.country, 0.0)
    points = COUNTRY * agreed + HINT * (place.country == hint)
    if place.admin1 is not None:
        points += ADMIN1 * support.admin1.get((place.country, place.admin1), 0.0)
    if not agreed and place.country != hint and (support.countries or hint) and place.kind != "country":
        points += NO_COUNTRY
    return points


def is_near(place: Place, seen: Seen, context: Context, *, held: bool) -> float:
    """Places named together lie together, those named side by side the more; a quarter needs its city."""
    near = beside = named = 0.0
    for anchor in context.anchors:
        if anchor.key == seen.key:
            continue
        if anchor.place.kind == "country" or anchor.place.id == place.id:
            continue
        distance = distance_km(place, anchor.place)
        near = max(near, anchor.weight * exp(-distance / NEAR_KM))
        if abs(anchor.step - seen.step) <= BESIDE_STEPS:
            beside = max(beside, anchor.weight * exp(-distance / BESIDE_KM))
        if anchor.place.id == place.parent:
            named = max(named, anchor.weight)
    needs_city = place.parent is not None and place.kind == "neighbourhood"
    lone = needs_city and not (named or held) and near < LONE_BELOW
    return NEAR * near + BESIDE * beside + PARENT_NAMED * named + LONE * lone


def is_held(place: Place, seen: Seen, gazetteer: Gazetteer) -> float:
    """The text names what holds it: في حي X بمدينة Y."""
    for ids in seen.containers:
        if any(_holds(gazetteer.places[found], place) for found in ids if found in gazetteer.places):
            return HELD
    return 0.0


def _holds(whole: Place, part: Place) -> bool:
    if whole.id == part.id or whole.country != part.country:
        return False
    if whole.id == part.parent or whole.kind == "country":
        return True
    if whole.kind == "governorate":
        return whole.admin1 == part.admin1
    return distance_km(whole, part) <= max(HELD_KM, whole.radius_m / 1000)
