"""What speaks for a candidate: small scores, each with its reason, weighed by what the rest of the report names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, log, log10

from marsad.places.context import LATITUDE, Anchor, Context, Distances, Near, Support, distance_km
from marsad.places.gazetteer import Gazetteer, Place

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
# A degree of latitude is longer than this: who lies farther north or south than the nearest can is not measured.
_LEAST_KM_PER_DEGREE = 111.0
# Degrees by which a sum of two may be off.
_ROUNDING = 1e-9
BESIDE, BESIDE_KM, BESIDE_STEPS = 1.2, 15.0, 2
PARENT_NAMED, LONE, LONE_BELOW = 1.5, -1.5, 0.25
HELD, HELD_KM = 2.5, 25.0
ONLY_ONE = 0.6
ORDINARY = -0.8
# Guessed from a word one letter off, or from the consonants of a name in Latin script.
GUESSED = {"spelling": -1.5, "skeleton": -1.0}
NO_GUESS, MOST_OF_THE_REPORT = -9.0, 0.5
# تونس, الجزائر, الكويت: without مدينة or العاصمة the country is meant.
NAMED_LIKE_ITS_COUNTRY = -2.5
# حي, قرية, بلدة, منطقة say that a place at hand is meant.
_AT_HAND = frozenset({"neighbourhood", "town", "village", "area", "front"})
# Named beside places that all lie far off, a village of that name is most often another.
FAR_FROM_ALL, FAR_KM, LEAST_BESIDE = -1.5, 90.0, 2
_SMALL_TOWN = 60_000
# A quarter or a village of a country that nothing else in the report points to.
SMALL_ELSEWHERE = -4.0


@dataclass(frozen=True, slots=True)
class Seen:
    """How a candidate was mentioned."""

    key: str
    cue: str | None
    containers: tuple[tuple[str, ...], ...]
    only_one: bool
    ordinary: bool
    basis: str = "name"
    shared_by_country: bool = False
    also_word: bool = False


def score(place: Place, seen: Seen, step: int, context: Context, support: Support, gazetteer: Gazetteer) -> float:
    """How well a candidate fits its mention, so many mentions into the report, and the report."""
    own, others = own_score(place, seen, gazetteer), around(seen.key, step, context)
    return score_in(place, seen, context, support, own, others)


@dataclass(frozen=True, slots=True)
class Own:
    """What speaks for a candidate by itself, the same in every pass: ``held`` is the part of what the text names."""

    points: float
    held: float


@dataclass(slots=True)
class Around:
    """The names that can speak for a mention: all of the report from south to north but its own, and those beside it.

    ``near``: how near the nearest of them is to a place, by its id, as far as it was asked.
    """

    key: str
    named: Sequence[Near]
    beside: Sequence[Anchor]
    near: dict[str, float]


def around(key: str, step: int, context: Context) -> Around:
    """The anchors of other names than that of the mention; what holds whole countries and divisions is not beside."""
    return Around(key, context.by_latitude, context.beside(step, BESIDE_STEPS, key), context.nearness(key))


def own_score(place: Place, seen: Seen, gazetteer: Gazetteer) -> Own:
    """What a place and the words of its mention say, whatever else the report names."""
    held = is_held(place, seen, gazetteer)
    return Own(prior(place) + name_says(place, seen) + cue_agrees(place, seen.cue, gazetteer) + held, held)


def score_in(place: Place, seen: Seen, context: Context, support: Support, own: Own, others: Around) -> float:
    """How well a candidate fits, its own points and the names around it known."""
    return (
        own.points
        + (guess(place, seen, support, own.held) if seen.basis in GUESSED else 0.0)
        + country_agrees(place, seen, support, context.hint)
        + is_near(place, others, context.distances, held=own.held > 0)
    )


def guess(place: Place, seen: Seen, support: Support, held: float) -> float:
    """A guessed name is believed only inside what the text says holds it, else in the country the report is about."""
    sure = held > 0 if seen.containers else support.countries.get(place.country or "", 0.0) >= MOST_OF_THE_REPORT
    return GUESSED[seen.basis] if sure else NO_GUESS


def prior(place: Place) -> float:
    """Big and reviewed places are meant more often."""
    kind = SMALL if place.kind in _SMALL else KIND.get(place.kind, 0.0)
    return kind + PER_TENFOLD * log10(place.population + 1) + REVIEWED * place.reviewed


def name_says(place: Place, seen: Seen) -> float:
    """A name that only one reviewed place has is clear; one that is an ordinary word is not."""
    if seen.ordinary:
        return ORDINARY * (seen.cue is None)
    if seen.shared_by_country and seen.cue is None and place.kind in ("city", "town", "governorate"):
        return NAMED_LIKE_ITS_COUNTRY
    return ONLY_ONE * (seen.only_one and place.reviewed)


def cue_agrees(place: Place, cue: str | None, gazetteer: Gazetteer) -> float:
    """The word before the name says what kind of place it is."""
    fits = gazetteer.fits.get(cue or "")
    if fits is None:
        return 0.0
    return CUE_FITS if place.kind in fits else CUE_MISFITS


def country_agrees(place: Place, seen: Seen, support: Support, hint: str | None) -> float:
    """The other places of the report lie in this country and division, or its actors do."""
    if place.country is None:
        return 0.0
    country, admin1, countries = place.country, place.admin1, support.countries
    agreed = countries.get(country, 0.0)
    points = COUNTRY * agreed + HINT * (country == hint)
    if admin1 is not None:
        points += ADMIN1 * support.admin1.get((country, admin1), 0.0)
    if not agreed and country != hint and (countries or hint) and place.kind != "country":
        local = place.kind in _SMALL or place.kind == "village" or seen.cue in _AT_HAND
        word = seen.also_word and seen.cue is None
        points += SMALL_ELSEWHERE if local or word else NO_COUNTRY
    return points


def is_near(place: Place, others: Around, distances: Distances, *, held: bool) -> float:
    """Places named together lie together, those named side by side the more; a quarter needs its city."""
    near = others.near.get(place.id)
    if near is None:
        near = others.near[place.id] = _nearness(place, others, distances)
    beside = _beside(place, others.beside, distances, held=held) if others.beside else 0.0
    if place.parent is None:
        return NEAR * near + BESIDE * beside
    named = _weight_of(place.parent, others)
    lone = place.kind == "neighbourhood" and not (named or held) and near < LONE_BELOW
    return NEAR * near + BESIDE * beside + PARENT_NAMED * named + LONE * lone


def _beside(place: Place, anchors: Sequence[Anchor], distances: Distances, *, held: bool) -> float:
    """How near the places named beside it are; a village far from all of them is another of that name."""
    beside, neighbours, least = 0.0, 0, inf
    for anchor in anchors:
        other = anchor.place
        if other.id == place.id:
            continue
        distance = distances.between(place, other)
        neighbours += 1
        if distance < least:
            least = distance
        nearness = anchor.weight * exp(-distance / BESIDE_KM)
        if nearness > beside:
            beside = nearness
    is_far = neighbours >= LEAST_BESIDE and least > FAR_KM and not held
    if is_far and place.kind in ("village", "town") and place.population < _SMALL_TOWN:
        beside += FAR_FROM_ALL / BESIDE
    return beside


def _nearness(place: Place, others: Around, distances: Distances) -> float:
    """How near the nearest of the named places is, by how sure it is that they are named."""
    start = bisect_left(others.named, place.lat, key=LATITUDE)
    near = _nearest(place, others.named[start:], others.key, 0.0, distances)
    return _nearest(place, others.named[:start][::-1], others.key, near, distances)


def _nearest(place: Place, named: Sequence[Near], key: str, near: float, distances: Distances) -> float:
    """The same of places ever farther north or south, but of one name; ``near``: what is known to be that near."""
    known, own, middle = distances.known_from(place), place.id, place.lat
    reach = -NEAR_KM * log(near) / _LEAST_KM_PER_DEGREE + _ROUNDING if near else inf
    for lat, weight, name, other, of_name in named:
        if abs(lat - middle) > reach:  # nor can those behind it be nearer
            break
        if name == own or weight <= near or of_name == key:
            continue
        distance = known[name] if name in known else distances.between(place, other)
        nearness = weight * exp(-distance / NEAR_KM)
        if nearness > near:
            near = nearness
            reach = -NEAR_KM * log(near) / _LEAST_KM_PER_DEGREE + _ROUNDING
    return near


def _weight_of(parent: str, others: Around) -> float:
    """How sure it is that the report names the place of this id."""
    own = others.key
    return max([weight for _, weight, name, _, key in others.named if name == parent and key != own], default=0.0)


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
