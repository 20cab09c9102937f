"""Which places the names of one report mean: all mentions together, in passes, as each helps to place the others.

The first pass knows only how likely each place is in itself; its choices vote for countries and divisions and become
anchors for the next pass. Below a threshold nothing is pinned, and the answer says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import exp

from marsad.arabic.clitics import first_keys
from marsad.arabic.normalize import fold
from marsad.places.answer import (
    PARENT,
    UNKNOWN,
    UNSURE,
    WIDE,
    Alternative,
    Resolved,
    Unplaced,
    around,
    between,
    exactly,
    side_of,
)
from marsad.places.context import Anchor, Context, Distances, Vote
from marsad.places.evidence import Own, Seen, own_score, score, score_in
from marsad.places.evidence import around as names_around
from marsad.places.gazetteer import Gazetteer, Place
from marsad.places.reading import Words, compound, read_words
from marsad.places.sides import Part

__all__ = ["Alternative", "PlaceQuery", "Resolved", "Unplaced", "candidates", "compound", "place_all", "resolve"]

PASSES = 3
# Weights set on the even reports of the development gold, 2026-11-25.
LEAST_SCORE = 0.9
TEMPERATURE = 0.8
LEAST_ANCHOR = 0.5
COUNTRY_VOTE, SMALL_VOTE = 0.6, 0.6
ALTERNATIVES = 3
LEAST_SHARE = 0.005
# Ways longer than this are read as their two ends.
FARTHEST_KM = 400.0
_SETTLED = frozenset({"city", "town", "village", "camp", "governorate"})
_CITIES = frozenset({"city", "town"})
_RURAL = frozenset({"village", "town"})


# Not frozen, as that makes it three times as dear; nothing changes one.
@dataclass(slots=True)
class PlaceQuery:
    """One mention: its folded words, the ids its name may mean, the kind of its cue word, ids of what may hold it.

    ``km``: how far off the place lies by the words around it; ``to``: ids of the other end of a road it is named with;
    ``speaks``: the name stands for whoever speaks there and does not say where the report is; ``held_by``: the folded
    words of the first of what may hold it.
    """

    key: str
    ids: tuple[str, ...] = ()
    cue: str | None = None
    containers: tuple[tuple[str, ...], ...] = ()
    km: float | None = None
    to: tuple[str, ...] = ()
    speaks: bool = False
    held_by: str = ""


# Made anew for each mention and each pass, and never changed: not frozen, as that would make them three times as dear.
@dataclass(slots=True)
class _Mention:
    step: int
    query: PlaceQuery
    seen: Seen
    candidates: tuple[Place, ...]
    words: Words
    own: tuple[Own, ...] = ()
    # A side known under its own name.
    is_side: bool = False
    # What is chosen before any other name of the report is known, by the country that the report hints at: the same
    # for all mentions of these words, whatever report they stand in.
    alone: dict[str | None, _Choice | None] = field(default_factory=dict)


@dataclass(slots=True)
class _Choice:
    place: Place
    score: float
    share: float
    others: tuple[Alternative, ...]


def resolve(
    mentions: Sequence[PlaceQuery], gazetteer: Gazetteer, *, country_hint: str | None = None
) -> list[Resolved | None]:
    """What each mention means, in order; None where nothing is known or nothing is likely enough."""
    placed = place_all(mentions, gazetteer, country_hint=country_hint)
    return [answer if isinstance(answer, Resolved) else None for answer in placed]


def place_all(
    mentions: Sequence[PlaceQuery], gazetteer: Gazetteer, *, country_hint: str | None = None
) -> list[Resolved | Unplaced]:
    """What each mention means, in order, or why it has no place."""
    known: dict[tuple[object, ...], _Mention] = gazetteer.memory("mentions")
    read = [_mention_again(step, query, known, gazetteer) for step, query in enumerate(mentions)]
    distances: Distances = gazetteer.memory("distances").setdefault("all", Distances())
    distances.make_room()
    choices = _alone(read, Context(hint=country_hint, distances=distances))
    context = _context(read, choices, country_hint, distances)
    for _ in range(1, PASSES):
        before, choices = choices, [_choose(mention, context) for mention in read]
        context = _context(read, choices, country_hint, distances)
        if _are_settled(before, choices):
            break
    return _answers(read, choices, context, gazetteer)


def _alone(read: Sequence[_Mention], context: Context) -> list[_Choice | None]:
    """The choices of the first pass, in which no name knows of the others."""
    hint = context.hint
    choices: list[_Choice | None] = []
    for mention in read:
        if hint not in mention.alone:
            mention.alone[hint] = _choose(mention, context)
        choices.append(mention.alone[hint])
    return choices


def _are_settled(before: Sequence[_Choice | None], now: Sequence[_Choice | None]) -> bool:
    """Whether another pass chose the same places, so that the next would too."""
    for one, other in zip(before, now, strict=True):
        if one is None or other is None:
            if one is not other:
                return False
        elif one.place is not other.place:
            return False
    return True


def candidates(key: str, gazetteer: Gazetteer, *, country_hint: str | None = None) -> list[tuple[Place, str]]:
    """Every place that folded words may mean and how it was found, the likeliest first."""
    mention = _mention(0, PlaceQuery(key, cue="any"), gazetteer)
    context, seen = Context(hint=country_hint), replace(mention.seen, cue=None)
    support = context.without("")
    ranked = sorted(
        mention.candidates, key=lambda place: (-score(place, seen, 0, context, support, gazetteer), place.id)
    )
    return [(place, mention.words.basis) for place in ranked]


def _mention_again(
    step: int, query: PlaceQuery, known: dict[tuple[object, ...], _Mention], gazetteer: Gazetteer
) -> _Mention:
    """A mention; words that a report has used before are not read again."""
    words = (query.key, query.ids, query.cue, query.containers)
    before = known.get(words)
    if before is None:
        found = known[words] = _mention(step, query, gazetteer)
        return found
    return _Mention(step, query, before.seen, before.candidates, before.words, before.own, before.is_side, before.alone)


def _mention(step: int, query: PlaceQuery, gazetteer: Gazetteer) -> _Mention:
    words = read_words(query.key, query.ids, gazetteer, cue=query.cue)
    places = tuple(gazetteer.places[found] for found in words.ids if found in gazetteer.places)
    seen = Seen(
        query.key,
        query.cue or None,
        query.containers,
        only_one=len(places) == 1,
        ordinary=query.key in gazetteer.ordinary,
        also_word=query.key in gazetteer.also_words or query.key in gazetteer.ordinary,
        basis=words.basis,
        shared_by_country=any(place.kind == "country" for place in places),
    )
    own = tuple([own_score(place, seen, gazetteer) for place in places])
    part = words.part or gazetteer.sides.read(query.key.split(" "))
    return _Mention(step, query, seen, places, words, own, is_side=part.around and not part.only_heads)


def _choose(mention: _Mention, context: Context) -> _Choice | None:
    if not mention.candidates:
        return None
    seen = mention.seen
    support, others = context.without(seen.key), names_around(seen.key, mention.step, context)
    if len(mention.candidates) == 1:
        place = mention.candidates[0]
        return _Choice(place, score_in(place, seen, context, support, mention.own[0], others), 1.0, ())
    scored = [
        (score_in(place, seen, context, support, own, others), place)
        for place, own in zip(mention.candidates, mention.own, strict=True)
    ]
    scored.sort(key=_best_first)
    best, place = scored[0]
    weights = [exp((points - best) / TEMPERATURE) for points, _ in scored]
    total = sum(weights)
    shares = [round(weight / total, 3) for weight in weights[1 : ALTERNATIVES + 1]]
    rest = [
        Alternative(other.id, share)
        for share, (_, other) in zip(shares, scored[1:], strict=False)
        if share >= LEAST_SHARE
    ]
    return _Choice(place, best, 1 / total, tuple(rest))


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
            anchors.append(Anchor(mention.step, key, place, choice.share))
        if place.country is not None and key not in votes:
            votes[key] = Vote(key, place.country, place.admin1, choice.share * _weight(place))
    return Context(tuple(votes.values()), anchors, hint, distances)


def _weight(place: Place) -> float:
    if place.kind == "country":
        return COUNTRY_VOTE
    return 1.0 if place.reviewed or place.population else SMALL_VOTE


def _answers(
    read: Sequence[_Mention], choices: Sequence[_Choice | None], context: Context, gazetteer: Gazetteer
) -> list[Resolved | Unplaced]:
    """Choices as answers; words like ريفها or البلدة take the place named before."""
    answers: list[Resolved | None] = []
    for mention, choice in zip(read, choices, strict=True):
        if choice is not None and choice.score >= LEAST_SCORE:
            answers.append(_resolved(choice, mention, context, gazetteer))
        elif choice is None or _in_some_city(mention, gazetteer):
            told = [answer for one, answer in zip(read, answers, strict=False) if not one.query.speaks]
            answers.append(_back(mention, told, context, gazetteer))
        else:
            answers.append(_held(mention, context, gazetteer))
    named = {
        one.seen.key: answer
        for one, answer in reversed(list(zip(read, answers, strict=True)))
        if answer and one.seen.key
    }
    return [
        answer or _ahead(at, read, answers, gazetteer) or named.get(read[at].seen.key) or _unplaced(choices[at])
        for at, answer in enumerate(answers)
    ]


def _unplaced(choice: _Choice | None) -> Unplaced:
    if choice is None:
        return Unplaced(UNKNOWN)
    return Unplaced(UNSURE, (Alternative(choice.place.id, round(choice.share, 3)), *choice.others))


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
    return around(answer.place, LEAST_SCORE) if answer else None


def _held(mention: _Mention, context: Context, gazetteer: Gazetteer) -> Resolved | None:
    """Somewhere in what the words say holds it, the nearest holder first: مشفى X في حي Y بمدينة Z."""
    for ids in mention.seen.containers:
        held = [gazetteer.places[found] for found in ids if found in gazetteer.places]
        if held:
            place = _likeliest(held, mention, context, gazetteer)
            part = _side_that_holds(mention, gazetteer) if ids is mention.seen.containers[0] else None
            return side_of(place, part, LEAST_SCORE, (), None) if part else around(place, LEAST_SCORE)
    return None


def _side_that_holds(mention: _Mention, gazetteer: Gazetteer) -> Part | None:
    """The side of a place in whose countryside a village of no known name lies: قرية X شرق Y."""
    part = gazetteer.sides.read(mention.query.held_by.split(" "))
    if part.bearing == (0, 0) or mention.seen.cue not in _RURAL:
        return None
    return replace(part, countryside=True)


def _back(
    mention: _Mention, answers: Sequence[Resolved | None], context: Context, gazetteer: Gazetteer
) -> Resolved | None:
    """The place that words without a known name refer to: the country, the town named before, what holds them."""
    sides, keys, part = gazetteer.sides, mention.seen.key.split(" "), mention.words.part
    inner = part.inner if part else tuple(keys)
    if inner and inner[0] in sides.the_country:
        countries = context.without("").countries
        country = max(countries, key=lambda name: countries[name], default=context.hint)
        place = gazetteer.places.get(gazetteer.countries.get(country or "", ""))
        return _part_of_country(place, keys[:-1], mention, gazetteer) if place else None
    held = _held(mention, context, gazetteer)
    if held is not None:
        return held
    wanted = _wanted(keys, gazetteer)
    for answer in reversed(answers):
        if answer is not None and answer.place.kind in wanted:
            if part is not None:
                return side_of(answer.place, part, LEAST_SCORE, (), mention.query.km)
            if len(keys) > 1 or keys[0] in sides.within_city:
                return around(answer.place, LEAST_SCORE)
            return replace(answer, basis=PARENT) if answer.basis != PARENT else answer
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
    step = mention.step
    return min(places, key=lambda place: (-score(place, seen, step, context, support, gazetteer), place.id))


def _part_of_country(place: Place, sides: Sequence[str], mention: _Mention, gazetteer: Gazetteer) -> Resolved:
    """جنوبي البلاد as the register's region of that name where it has one, else the country moved that way."""
    known = gazetteer.names.get(" ".join((*sides, fold(place.name_ar))))
    if known and sides:
        return exactly(gazetteer.places[known[0]], LEAST_SCORE, (), loose=False, basis=PARENT)
    part = mention.words.part
    return side_of(place, part, LEAST_SCORE, (), None) if part else around(place, LEAST_SCORE)


def _resolved(choice: _Choice, mention: _Mention, context: Context, gazetteer: Gazetteer) -> Resolved:
    place, words = choice.place, mention.words
    end = _other_end(place, mention, context, gazetteer)
    if end is not None:
        return between(place, end, choice.score, choice.others)
    if words.part is not None and not words.part.only_heads:
        return side_of(place, words.part, choice.score, choice.others, mention.query.km)
    loose = (
        words.loose
        or mention.is_side
        or _is_misfit(place, mention, gazetteer)
        or _may_be_the_governorate(choice, mention)
    )
    return exactly(place, choice.score, choice.others, loose=loose, basis=words.basis)


def _other_end(place: Place, mention: _Mention, context: Context, gazetteer: Gazetteer) -> Place | None:
    """The place that the way leads to from this one; between wide areas and far places there is no middle."""
    found = mention.words.between or mention.query.to
    if not found or place.kind in WIDE:
        return None
    ends = [gazetteer.places[name] for name in found if name in gazetteer.places]
    near = [
        (context.distances.between(place, end), end.id, end)
        for end in ends
        if end.kind not in WIDE and end.id != place.id
    ]
    return min(near)[2] if near and min(near)[0] <= FARTHEST_KM else None


def _is_misfit(place: Place, mention: _Mention, gazetteer: Gazetteer) -> bool:
    """The cue word says another kind of place than the one that has the name: مقاطعة منبج, حقل الثورة."""
    fits = gazetteer.fits.get(mention.seen.cue or "")
    return fits is not None and place.kind not in fits and place.kind in _SETTLED


def _may_be_the_governorate(choice: _Choice, mention: _Mention) -> bool:
    """A bare name that a city shares with its governorate: what happened in إدلب may have happened around it."""
    return (
        choice.place.kind in _CITIES
        and mention.seen.cue in (None, "side", "governorate")
        and any(place.kind == "governorate" and place.country == choice.place.country for place in mention.candidates)
    )
