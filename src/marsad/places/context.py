"""What a report names so far, indexed once for each pass so that each mention asks for its own part of it alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from operator import attrgetter, itemgetter

from marsad.places.gazetteer import Place

_EARTH_KM = 6371.0
# A report with more names of places than this is a list: the surest of them say where it plays.
MOST_ANCHORS = 120
# How many distances are kept for the next reports: some 15 MB.
MOST_DISTANCES = 50_000


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance."""
    lat_one, lat_other = radians(one.lat), radians(other.lat)
    half = (
        sin((lat_other - lat_one) / 2) ** 2 + cos(lat_one) * cos(lat_other) * sin(radians(other.lon - one.lon) / 2) ** 2
    )
    return 2 * _EARTH_KM * asin(sqrt(half))


class Distances:
    """Distances between places, each pair computed once; kept from report to report, emptied when they are many."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, float]] = {}
        self._pairs = 0

    def __len__(self) -> int:
        return self._pairs

    def make_room(self) -> None:
        """Forget them where they have become too many."""
        if self._pairs >= MOST_DISTANCES:
            self._known, self._pairs = {}, 0

    def between(self, one: Place, other: Place) -> float:
        """The distance in km, in whichever order the two are given."""
        if one.id in self._known:
            found = self._known[one.id].get(other.id)
            if found is not None:
                return found
        return self._measure(one, other)

    def known_from(self, place: Place) -> dict[str, float]:
        """The distances from a place that are known so far, by the id of the other."""
        known = self._known.get(place.id)
        if known is None:
            known = self._known[place.id] = {}
        return known

    def _measure(self, one: Place, other: Place) -> float:
        distance = distance_km(one, other)
        self.known_from(one)[other.id] = self.known_from(other)[one.id] = distance
        self._pairs += 1
        return distance


# Anchors, votes and support are made by the dozen for each report, and nothing ever changes them: they are not frozen,
# as that would make them three times as dear.
@dataclass(slots=True)
class Anchor:
    """A place the report is taken to name, at its step in the order of mentions."""

    step: int
    key: str
    place: Place
    weight: float


@dataclass(slots=True)
class Vote:
    """One name speaks for the country and division of the place it is taken to mean."""

    key: str
    country: str
    admin1: str | None
    weight: float


@dataclass(slots=True)
class Support:
    """How much speaks for countries and divisions: 1 for the strongest."""

    countries: Mapping[str, float]
    admin1: Mapping[tuple[str, str | None], float]


# What holds whole countries and divisions is beside nothing.
HOLDERS = frozenset({"country", "region", "governorate"})
# The latitude of an anchor, how sure it is, the id of its place, the place and the name.
Near = tuple[float, float, str, Place, str]
LATITUDE = itemgetter(0)


class Context:
    """What the report is about so far: one vote of each name, anchors, the country of outlet or actors.

    ``named``: one anchor for each name and place, the surest where there are many; countries are no anchors.
    """

    def __init__(
        self,
        votes: Sequence[Vote] = (),
        anchors: Sequence[Anchor] = (),
        hint: str | None = None,
        distances: Distances | None = None,
    ) -> None:
        self.hint = hint
        self.distances = Distances() if distances is None else distances
        self.named = _surest(anchors)
        self._vote_of = {vote.key: vote for vote in votes}
        self._supports: dict[tuple[str, str | None, float] | None, Support] = {}
        # The same, each with its place and its name, from south to north.
        self.by_latitude: list[Near] = [
            (anchor.place.lat, anchor.weight, anchor.place.id, anchor.place, anchor.key) for anchor in self.named
        ]
        self.by_latitude.sort(key=LATITUDE)
        self._nearness: dict[str, dict[str, float]] = {}
        self._by_step: dict[int, list[Anchor]] = {}
        for anchor in anchors:
            if anchor.place.kind not in HOLDERS:
                self._by_step.setdefault(anchor.step, []).append(anchor)
        self._by_place: dict[tuple[str, str | None], tuple[float, int]] = {}
        for vote in votes:
            where = vote.country, vote.admin1
            weight, so_far = self._by_place.get(where, (0.0, 0))
            self._by_place[where] = (weight + vote.weight, so_far + 1)

    def without(self, key: str) -> Support:
        """The support of countries and divisions by all names but one: no name speaks for itself."""
        own = self._vote_of.get(key)
        vote = (own.country, own.admin1, own.weight) if own is not None else None
        found = self._supports.get(vote)
        if found is None:
            found = self._supports[vote] = _share(self._by_place, own)
        return found

    def nearness(self, key: str) -> dict[str, float]:
        """A table for how near places are, by id, to the anchors of all names but one, as far as it was asked."""
        found = self._nearness.get(key)
        if found is None:
            found = self._nearness[key] = {}
        return found

    def beside(self, step: int, steps: int, key: str) -> list[Anchor]:
        """Anchors of other names at most so many steps away, in their order; none that holds whole divisions."""
        found: list[Anchor] = []
        by_step = self._by_step
        for at in range(step - steps, step + steps + 1):
            if at in by_step:
                for anchor in by_step[at]:
                    if anchor.key != key:
                        found.append(anchor)
        return found


def _surest(anchors: Sequence[Anchor]) -> list[Anchor]:
    best: dict[tuple[str, str], Anchor] = {}
    for anchor in anchors:
        pair = (anchor.key, anchor.place.id)
        if anchor.place.kind != "country" and (pair not in best or best[pair].weight < anchor.weight):
            best[pair] = anchor
    return sorted(best.values(), key=_WEIGHT, reverse=True)[:MOST_ANCHORS]


_WEIGHT = attrgetter("weight")


def _share(by_place: Mapping[tuple[str, str | None], tuple[float, int]], own: Vote | None) -> Support:
    countries: dict[str, float] = {}
    admin1: dict[tuple[str, str | None], float] = {}
    if own is not None:
        mine = own.country, own.admin1
        weight, votes = by_place[mine]
        by_place = {**by_place, mine: (weight - own.weight, votes - 1)}
    for place, (weight, votes) in by_place.items():
        if votes:
            country, division = place
            countries[country] = countries.get(country, 0.0) + weight
            admin1[place] = weight if division is not None else 0.0
    most, most_admin1 = max(countries.values(), default=1.0), max(admin1.values(), default=1.0) or 1.0
    return Support(
        {name: weight / most for name, weight in countries.items()},
        {name: weight / most_admin1 for name, weight in admin1.items()},
    )
