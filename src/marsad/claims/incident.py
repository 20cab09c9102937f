"""Which claims tell of one happening: weighed by training, claim by claim in the order of the text.

A claim is weighed against the last claim of each incident told last, by logistic regression: what both are, how far
apart they stand, how far their places and days, whether parties, speakers and status agree, and how its sentence
begins. It joins the incident that it goes with best, where that is likely enough; the score goes into ``because``
(``incident:+0.62``), and a claim without one begins an incident. Claims of other days or of places far apart are never
one incident. Events are gathered of the narrower passages (:mod:`marsad.claims.passages`), named in ``because`` too.
Weights: ``incident.json``, made by ``make train`` (docs/decisions/0012). Same input, same output.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from marsad.claims.draft import SIDE, Draft
from marsad.claims.headings import is_item
from marsad.claims.how_far import ABROAD, APART, how_far
from marsad.claims.linking import Name, name_of
from marsad.claims.links import RESULTS
from marsad.claims.passages import POLITICS, WAYS, left_behind
from marsad.claims.weights import Templates, probability, templates_of
from marsad.records import PASSAGE, PlaceMention

# With how many of the incidents told last a claim is weighed: with more, or with more claims of each, it gained nothing
# (docs/decisions/0012).
INCIDENTS_BACK = 3
# From this score on no incident told earlier is looked at: it saves pairs, and with .7, .8 and none F1 is the same.
SURE = 0.8
# Sentences and claims between two claims are counted up to the last of these.
_SENTENCES, _CLAIMS = ("0", "1", "2", "3", "4"), ("0", "1", "2", "3", "4", "5", "6")
# How two claims agree in something that both, one or neither names.
NEITHER, ONE_OF_THEM, SAME, SOME, OTHER = "none", "one", "all", "some", "other"
# Places so far apart are those of two happenings.
FAR = frozenset({APART, ABROAD})
# Forces on the move and fighting are two in another sentence: of such claims at one place and day, told at most two
# sentences apart, the annotated reports make one incident of one in nine.
MOVES, FIGHTING = "moves", frozenset({"ground", "remote"})
# How the places of two items of a list agree where they may tell of one happening: elsewhere it is another (annotated
# posts and pages: 41 of 1,616 pairs of claims in different items are of one).
_NOT_ELSEWHERE = frozenset({SAME, SOME, NEITHER, ONE_OF_THEM})
YES, NO = "y", "n"
_NOBODY: frozenset[Name] = frozenset()

# The features of two claims, in the order in which they are told.
FEATURES = (
    "was", "type", "ways", "sentences", "claims", "places", "days", "status", "agents", "targets", "speakers",
    "form", "word", "next",
)  # fmt: skip
TEMPLATES: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    sentences
    was type
    ways
    speakers
    places days sentences
    ways agents targets
    was type places
    sentences claims ways
    status days
    word next
    form ways
    """.strip().splitlines()
)
# Features with few values that several templates hang on: what these weigh together is remembered.
BUNDLES = (
    "places days sentences status speakers",
    "ways agents targets form",
    "sentences claims ways",
    "was type places",
)


class Told:
    """A claim as it is weighed with others: what it is, where, when, who, and how its sentence begins."""

    __slots__ = (
        "agents",
        "days",
        "draft",
        "form",
        "number",
        "places",
        "sentence",
        "speakers",
        "spots",
        "targets",
        "way",
        "word",
    )

    def __init__(self, draft: Draft, number: int, places: Sequence[PlaceMention]) -> None:
        """``number``: how many claims come before it; ``places``: where its places are."""
        scene, form = draft.scene, draft.found.form
        self.draft, self.number, self.sentence = draft, number, scene.line.index
        # A place that only a side is named after says nothing.
        self.places: Sequence[PlaceMention] = () if SIDE in draft.because else places
        self.spots = {place.place or place.text for place in self.places}
        self.days = draft.dates
        self.agents: AbstractSet[Name] = {name_of(chunk) for chunk in draft.agents} if draft.agents else _NOBODY
        self.targets: AbstractSet[Name] = {name_of(chunk) for chunk in draft.targets} if draft.targets else _NOBODY
        self.speakers: AbstractSet[Name] = {name_of(chunk) for chunk in draft.sources} if draft.sources else _NOBODY
        self.way = way_of(draft.type)
        self.form = form.pos + (YES if form.definite else NO)
        self.word = scene.key(scene.line.first)

    def with_(self, other: Told, where: str, days: str) -> tuple[str, ...]:
        """How it goes with a claim before it: ``FEATURES``; ``where``, ``days``: how their places and days agree."""
        one, two = other.draft, self.draft
        between, claims = self.sentence - other.sentence, self.number - other.number
        return (
            one.type,
            two.type,
            SAME if one.type == two.type else _both(other.way, self.way),
            _SENTENCES[between] if between < len(_SENTENCES) else _SENTENCES[-1],
            _CLAIMS[claims] if claims < len(_CLAIMS) else _CLAIMS[-1],
            where,
            days,
            SAME if one.status == two.status else _both(one.status, two.status),
            _who(other.agents, self.agents),
            _who(other.targets, self.targets),
            _who(other.speakers, self.speakers),
            self.form,
            self.word,
            YES if between else NO,
        )

    def apart_from(self, other: Told) -> bool:
        """Whether it tells in another sentence of what is a happening by itself: a move, a mine left behind."""
        if self.sentence == other.sentence:
            return False
        ways = {self.way, other.way}
        if MOVES in ways and not ways.isdisjoint(FIGHTING):
            return True
        return self.draft.type == "bombing" and left_behind(self.draft)

    def of_another_item(self, other: Told) -> bool:
        """Whether both stand in items of a list, each in its own: ▪ قصف X ▪ اشتباكات."""
        one, two = other.draft.scene.line, self.draft.scene.line
        return one.paragraph != two.paragraph and is_item(one) and is_item(two)


# Each two of a few words as one, put together once.
_PAIRS: dict[tuple[str, str], str] = {}


def _both(one: str, two: str) -> str:
    """Two words as one."""
    pair = _PAIRS.get((one, two))
    if pair is None:
        pair = _PAIRS[one, two] = f"{one} {two}"
    return pair


def way_of(type_: str) -> str:
    """The way of violence that a type of claim is, or what else."""
    if type_ in POLITICS:
        return "politics"
    return "result" if type_ in RESULTS else WAYS.get(type_, "other")


@dataclass(frozen=True, slots=True)
class Joiner:
    """The weights in thousandths, and the score from which a claim joins an incident."""

    templates: Templates
    bias: int
    threshold: float

    def assign(self, drafts: Sequence[Draft], places: Iterable[Sequence[PlaceMention]]) -> None:
        """Give each draft its incident number, in the order of the text, and its reason where it joins one."""
        claims = [Told(draft, number, where) for number, (draft, where) in enumerate(zip(drafts, places, strict=True))]
        for draft, (incident, score) in zip(drafts, self.incidents(claims), strict=True):
            draft.incident = incident + 1
            draft.note(f"{PASSAGE}{draft.passage}")
            if score:
                draft.note(f"incident:+{score:.2f}")

    def incidents(self, claims: Sequence[Told]) -> Iterator[tuple[int, float]]:
        """The incident of each claim, counted from 0, and the score by which it joins it: 0 where it begins one."""
        # The last claim of each incident, and the incidents told last, the latest last.
        last: list[Told] = []
        recent: list[int] = []
        for told in claims:
            score, best = self._best(told, last, recent)
            if best < 0:
                best = len(last)
                last.append(told)
            else:
                recent.remove(best)
                last[best] = told
            recent = [*recent[-INCIDENTS_BACK + 1 :], best]
            yield best, score

    def _best(self, told: Told, last: Sequence[Told], recent: Sequence[int]) -> tuple[float, int]:
        """The incident that a claim joins, with the score; -1 where it goes with none of those told last."""
        most, best = 0.0, -1
        for at in reversed(recent):
            score = self._together(told, last[at])
            if score > most and score >= self.threshold:
                most, best = score, at
                if score >= SURE:
                    break
        return most, best

    def _together(self, told: Told, other: Told) -> float:
        """How likely two claims are of one incident."""
        days = days_of_both(other, told)
        if days == OTHER:
            return 0.0
        where = places_of_both(other, told)
        if where in FAR or told.apart_from(other) or (where not in _NOT_ELSEWHERE and told.of_another_item(other)):
            return 0.0
        return probability(self.bias + self.templates.points(told.with_(other, where, days)))


def build(source: dict[str, Any]) -> Joiner:
    """The joiner from its plain structure."""
    return Joiner(templates_of(source["weights"], FEATURES, BUNDLES), source["bias"], source["threshold"])


def places_of_both(one: Told, two: Told) -> str:
    """How the places of two claims agree: by what they are, else by how far apart they are."""
    if not one.spots or not two.spots:
        return ONE_OF_THEM if one.spots or two.spots else NEITHER
    agree = _who(one.spots, two.spots)
    return how_far(one.places, two.places) if agree == OTHER else agree


def _who(one: AbstractSet[Any], two: AbstractSet[Any]) -> str:
    """How those whom two claims name agree, where both name somebody."""
    if not one or not two:
        return NEITHER
    if one == two:
        return SAME
    return OTHER if one.isdisjoint(two) else SOME


def days_of_both(first: Told, second: Told) -> str:
    """How the days of two claims agree."""
    one, two = first.days, second.days
    if one is None or two is None:
        return NEITHER if one is two else ONE_OF_THEM
    if one == two:
        return SAME
    return SOME if one[0] <= two[1] and two[0] <= one[1] else OTHER
