"""Which places the names of one report mean: all mentions together, in passes, as each helps to place the others.

The first pass knows only how likely each place is in itself; its choices vote for countries and divisions and become
anchors for the next pass. Below a threshold nothing is pinned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, exp, radians

from marsad.arabic.clitics import first_keys
from marsad.arabic.normalize import fold
from marsad.places.context import Anchor, Context, Distances, Vote
from marsad.places.evidence import Seen, score
from marsad.places.gazetteer import Gazetteer, Place
from marsad.places.sides import Part

PASSES = 3
# Weights set on the even reports of the development gold, 2026-11-25.
LEAST_SCORE = 0.9
TEMPERATURE = 0.8
LEAST_ANCHOR = 0.5
COUNTRY_VOTE, SMALL_VOTE = 0.6, 0.6
ALTERNATIVES = 3
_KM_PER_DEGREE = 111.2
# How far from its middle a side of a place lies, in km where no radius is known, else as a share of it.
_SIDE_SHARE = 0.55
_SIDE_KM = {"governorate": 25.0, "city": 6.0}
_COUNTRYSIDE_KM = 20.0
_WIDE = frozenset({"country", "region", "governorate"})
_WIDE_M = 10_000
_SETTLED = frozenset({"city", "town", "village", "camp", "governorate"})
_CITIES = frozenset({"city", "town"})


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """One mention: its folded words, the ids its name may mean, the kind of its cue word, ids of what may hold it."""

    key: str
    ids: tuple[str, ...] = ()
    cue: str | None = None
    containers: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A place with ACLED's geo_precision: 1 the very place, 2 near it or a part of a region, 3 a region."""

    place: Place
    score: float
    alternatives: tuple[str, ...]
    precision: int


@dataclass(frozen=True, slots=True)
class _Mention:
    seen: Seen
    candidates: tuple[Place, ...]
    part: Part | None
    loose: bool


@dataclass(frozen=True, slots=True)
class _Choice:
    place: Place
    score: float
    share: float
    others: tuple[str, ...]


def compound(key: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Ids of the known name inside the words: the whole, the place whose side it is, else the first name in them."""
    return _read(key, (), gazetteer)[0]


def resolve(
    mentions: Sequence[PlaceQuery], gazetteer: Gazetteer, *, country_hint: str | None = None
) -> list[Resolved | None]:
    """What each mention means, in order; None where nothing is known or nothing is likely enough."""
    read = [_mention(step, query, gazetteer) for step, query in enumerate(mentions)]
    distances = Distances()
    context = Context(hint=country_hint, distances=distances)
    choices: list[_Choice | None] = []
    for _ in range(PASSES):
        choices = [_choose(mention, context, gazetteer) for mention in read]
        context = _context(read, choices, country_hint, distances)
    return _answers(read, choices, context, gazetteer)


def _mention(step: int, query: PlaceQuery, gazetteer: Gazetteer) -> _Mention:
    ids, part, loose = _read(query.key, query.ids, gazetteer)
    places = tuple(gazetteer.places[found] for found in ids if found in gazetteer.places)
    ordinary = query.key in gazetteer.ordinary
    return _Mention(
        Seen(step, query.key, query.cue or None, query.containers, len(places) == 1, ordinary), places, part, loose
    )


def _read(key: str, ids: tuple[str, ...], gazetteer: Gazetteer) -> tuple[tuple[str, ...], Part | None, bool]:
    """Candidate ids, the part of them that is meant, and whether the name is only one among the words."""
    sides, keys = gazetteer.sides, key.split(" ")
    if key in sides.the_last:
        return (), None, False
    whole = gazetteer.names.get(key)
    if whole:
        return whole, None, False
    part = sides.read(keys)
    if part.around and part.inner and part.inner[0] in sides.the_country:
        return (), part, False
    if part.around:
        inner = gazetteer.names.get(" ".join(part.inner)) or _inside(part.inner, gazetteer) or ids
        return inner, part, False
    if ids:
        return ids, None, False
    return _inside(keys, gazetteer), None, True


def _inside(keys: Sequence[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Ids of the first name among the words that is no ordinary word."""
    for at, key in enumerate(keys):
        match = gazetteer.table.longest(key, keys, at + 1)
        if match is not None and " ".join(keys[at : at + match.length]) not in gazetteer.ordinary:
            return match.values
    return ()


def _choose(mention: _Mention, context: Context, gazetteer: Gazetteer) -> _Choice | None:
    if not mention.candidates:
        return None
    seen, support = mention.seen, context.without(mention.seen.key)
    scored = sorted(
        ((score(place, seen, context, support, gazetteer), place) for place in mention.candidates), key=_best_first
    )
    best, place = scored[0]
    weights = [exp((points - best) / TEMPERATURE) for points, _ in scored]
    return _Choice(place, best, 1 / sum(weights), tuple(other.id for _, other in scored[1 : ALTERNATIVES + 1]))


def _best_first(item: tuple[float, Place]) -> tuple[float, str]:
    return -item[0], item[1].id


def _context(
    read: Sequence[_Mention], choices: Sequence[_Choice | None], hint: str | None, distances: Distances
) -> Context:
    """Votes and anchors of the choices so far; each name votes once however often it stands."""
    votes: dict[str, Vote] = {}
    anchors: list[Anchor] = []
    for mention, choice in zip(read, choices, strict=True):
        if choice is None or choice.score < LEAST_SCORE:
            continue
        place, key = choice.place, mention.seen.key
        if choice.share >= LEAST_ANCHOR:
            anchors.append(Anchor(mention.seen.step, key, place, choice.share))
        if place.country is not None:
            votes.setdefault(key, Vote(key, place.country, place.admin1, choice.share * _weight(place)))
    return Context(tuple(votes.values()), anchors, hint, distances)


def _weight(place: Place) -> float:
    if place.kind == "country":
        return COUNTRY_VOTE
    return 1.0 if place.reviewed or place.population else SMALL_VOTE


def _answers(
    read: Sequence[_Mention], choices: Sequence[_Choice | None], context: Context, gazetteer: Gazetteer
) -> list[Resolved | None]:
    """Choices as answers; words like ريفها or البلدة take the place named before."""
    answers: list[Resolved | None] = []
    for mention, choice in zip(read, choices, strict=True):
        if choice is not None and choice.score >= LEAST_SCORE:
            answers.append(_resolved(choice, mention.part, _is_loose(mention, gazetteer)))
        elif choice is None or _in_some_city(mention, gazetteer):
            answers.append(_back(mention, answers, context, gazetteer))
        else:
            answers.append(None)
    return [answer or _ahead(at, read, answers, gazetteer) for at, answer in enumerate(answers)]


def _in_some_city(mention: _Mention, gazetteer: Gazetteer) -> bool:
    return mention.seen.key.split(" ")[0] in gazetteer.sides.within_city


def _ahead(
    at: int, read: Sequence[_Mention], answers: Sequence[Resolved | None], gazetteer: Gazetteer
) -> Resolved | None:
    """The city named right after a building of no known name: في القصر الرئاسي في مقديشو."""
    if not _in_some_city(read[at], gazetteer):
        return None
    following = (answer for answer in answers[at + 1 : at + 3] if answer is not None and answer.place.kind in _CITIES)
    answer = next(following, None)
    return _around(answer.place) if answer else None


def _is_loose(mention: _Mention, gazetteer: Gazetteer) -> bool:
    """Whether the words say less than the very place: a name among others, a side known under its own name."""
    return mention.loose or gazetteer.sides.read(mention.seen.key.split(" ")).around


def _back(
    mention: _Mention, answers: Sequence[Resolved | None], context: Context, gazetteer: Gazetteer
) -> Resolved | None:
    """The place that words without a known name refer to: the country, the town named before, what holds them."""
    sides, keys = gazetteer.sides, mention.seen.key.split(" ")
    inner = mention.part.inner if mention.part else tuple(keys)
    if inner and inner[0] in sides.the_country:
        countries = context.without("").countries
        country = max(countries, key=lambda name: countries[name], default=context.hint)
        place = gazetteer.places.get(gazetteer.countries.get(country or "", ""))
        return _part_of_country(place, keys[:-1], mention, gazetteer) if place else None
    held = [gazetteer.places[found] for ids in mention.seen.containers for found in ids if found in gazetteer.places]
    if held:
        return _around(_likeliest(held, mention, context, gazetteer))
    wanted = _wanted(keys, gazetteer)
    for answer in reversed(answers):
        if answer is not None and answer.place.kind in wanted:
            if mention.part is not None:
                return _resolved(_Choice(answer.place, LEAST_SCORE, 1.0, ()), mention.part, False)
            return _around(answer.place) if len(keys) > 1 or keys[0] in sides.within_city else answer
    return None


def _wanted(keys: Sequence[str], gazetteer: Gazetteer) -> frozenset[str]:
    """Kinds of the place named before that words like البلدة, ريفها or فندق point to."""
    sides = gazetteer.sides
    if keys[0] in sides.of_the_last:
        return _SETTLED
    for key in keys:
        for _, rest in first_keys(key):
            if rest in sides.the_last:
                return gazetteer.fits[sides.the_last[rest]]
    return _CITIES if keys[0] in sides.within_city else frozenset()


def _likeliest(places: Sequence[Place], mention: _Mention, context: Context, gazetteer: Gazetteer) -> Place:
    seen = replace(mention.seen, cue=None, containers=())
    support = context.without(seen.key)
    return min(places, key=lambda place: (-score(place, seen, context, support, gazetteer), place.id))


def _around(place: Place) -> Resolved:
    """Somewhere in or near a place."""
    return Resolved(place, LEAST_SCORE, (), 3 if place.kind in _WIDE else 2)


def _part_of_country(place: Place, sides: Sequence[str], mention: _Mention, gazetteer: Gazetteer) -> Resolved:
    """جنوبي البلاد as the register's region of that name where it has one, else the country moved that way."""
    known = gazetteer.names.get(" ".join((*sides, fold(place.name_ar))))
    if known and sides:
        return _resolved(_Choice(gazetteer.places[known[0]], LEAST_SCORE, 1.0, known[1:]), None, False)
    return _resolved(_Choice(place, LEAST_SCORE, 1.0, ()), mention.part, False)


def _resolved(choice: _Choice, part: Part | None, loose: bool) -> Resolved:
    place = choice.place
    precision = 3 if place.kind in _WIDE else 2 if place.radius_m > _WIDE_M or place.kind == "district" or loose else 1
    if part is not None:
        precision = 3 if place.kind == "country" else 2
        place = _side(place, part)
    return Resolved(place, round(choice.score, 3), choice.others, precision)


def _side(place: Place, part: Part) -> Place:
    """The place moved towards the side that is meant, under a name that says so."""
    north, east = part.bearing
    if not (north or east):
        return replace(place, name=f"{part.name} {place.name}") if part.name else place
    reach = _reach_km(place, part) / (2**0.5 if north and east else 1)
    lat = place.lat + north * reach / _KM_PER_DEGREE
    lon = place.lon + east * reach / (_KM_PER_DEGREE * cos(radians(place.lat)))
    return replace(place, name=f"{part.name} {place.name}", lat=round(lat, 4), lon=round(lon, 4))


def _reach_km(place: Place, part: Part) -> float:
    if part.countryside and place.kind not in _WIDE:
        return _COUNTRYSIDE_KM
    if place.radius_m:
        return place.radius_m / 1000 * (_SIDE_SHARE if place.kind in _WIDE else 1.0)
    return _SIDE_KM.get(place.kind, 3.0)
