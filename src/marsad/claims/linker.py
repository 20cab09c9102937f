"""The trained linker: whether the agents and targets of the rules are right, and who fills a role they left empty.

The rules read the frames first. The linker weighs whom they chose by logistic regression (:mod:`marsad.claims.linking`)
and takes out who falls below the threshold; where nobody is left it weighs the parties around and takes those above.
What it did goes into ``because`` with the score: ``linker:agents:+0.71``, ``linker:agents:-0.12``. Weights:
``linker.json``, made by ``make train`` (docs/decisions/0010). Same input, same output.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, TypeVar

from marsad.claims.claimed import SPOKEN_BY
from marsad.claims.draft import Draft
from marsad.claims.linking import (
    BEFORE,
    CHOSEN,
    FEATURES,
    FILLING,
    HERE,
    NO,
    OF_CLAIMS,
    OF_PHRASES,
    OF_WAY,
    TYPE,
    YES,
    Asked,
    Candidate,
    Case,
    Past,
    Sentence,
    holders_of,
    name_of,
)
from marsad.claims.our_side import OURS, OWN
from marsad.claims.weights import TIE, Templates, least_points, probability, templates_of
from marsad.claims.whose_own import BY_HIS_FORCES
from marsad.mentions.chunks import Chunk

# The roles it fills: for places and sources it found little that the rules do not (docs/decisions/0010).
ROLES = ("agents", "targets")
# The features of one candidate.
TEMPLATES: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    back
    len
    kind
    prep
    cue
    id
    left
    right
    order
    depth
    after
    side
    before
    in
    in chosen kind
    in held
    in back
    number gender num side
    in side phrases triggers
    in side commas triggers
    in last kind back
    in id type
    in nearest side kind
    in type kind prep
    in frame pos kind prep side
    in type beside kind
    """.strip().splitlines()
)


# The features of a phrase that have few values together: what their templates weigh is remembered.
BUNDLES = ("kind prep cue back len order depth",)
# What templates add up to, under the values of the claim and then of the phrase that they hang on: claims and phrases
# are many, these values few. So many are remembered of each.
Sums = dict[tuple[str, ...], dict[tuple[Any, ...], int]]
_CLAIMS_KEPT, _PHRASES_KEPT = 400, 200
# What is remembered for a claim: what the claim adds up to by itself, and the sums of ties, ways and distances.
Kept = tuple[int, dict[tuple[Any, ...], int], dict[tuple[Any, ...], int], dict[tuple[Any, ...], int]]
# What phrases are ranked by: sums of weights, or in training their probabilities.
Score = TypeVar("Score", int, float)


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """For one role, in thousandths: the weights of the values of each template, of the rules that spoke, the bias.

    Templates of the claim alone stand apart, those of the phrase alone, of what ties both, of the way between the two,
    and of the way with the claim and the phrase. ``rules`` stand apart by whether the rules chose the phrase. ``most``
    is what the templates with a way add at most for a phrase that the rules did not choose, ``least`` what a phrase
    must come to in all to fill the role. ``filling`` has the kinds of phrases that may fill the role, ``kinds`` the
    fewer ones for claims of some types, in their sentence and in claims before.
    """

    of_claims: Templates
    of_phrases: Templates
    of_ties: Templates
    of_way: Templates
    of_distance: Templates
    rules: Mapping[bool, dict[str, int]]
    bias: int
    most: int
    least: int
    filling: AbstractSet[str]
    kinds: Mapping[tuple[str, str], AbstractSet[str]]
    claims: dict[tuple[str, tuple[str, ...]], Kept] = field(default_factory=dict)
    ties: Sums = field(default_factory=dict)
    ways: Sums = field(default_factory=dict)
    distances: Sums = field(default_factory=dict)

    def scores(self, case: Case, candidates: Sequence[Candidate], chosen: bool) -> list[tuple[int, Chunk]]:
        """What speaks for each candidate's filling the role; ``chosen``: whether the rules chose them for it.

        Without those that the rules did not choose and that fall below the threshold wherever they stand.
        """
        weighed: list[tuple[int, Chunk]] = []
        if not candidates:
            return weighed
        own, role, scene, said = case.own, case.role, case.draft.scene, YES if chosen else NO
        base, ties, ways, distances = self.claims.get((said, own)) or self._kept(own, said)
        base += sum(map(self.rules[chosen].get, case.draft.because, repeat(0)))
        for candidate in candidates:
            if not candidate.told:
                candidate.look(scene)
            told = candidate.told
            points = candidate.points.get(role)
            if points is None:
                points = candidate.points[role] = self.of_phrases.points(told)
            tied = case.ties(candidate, chosen)
            tie = ties.get((candidate.near, tied))
            if tie is None:
                tie = _keep(ties, (candidate.near, tied), self.of_ties.points((*own, *told, *tied)))
            points += base + tie
            if not chosen and points + self.most < self.least:
                continue
            way = case.way(candidate)
            between = ways.get(way)
            if between is None:
                between = _keep(ways, way, self.of_way.points((said, *way)))
            far = candidate.far, way[0], way[-1]
            distance = distances.get(far)
            if distance is None:
                distance = _keep(distances, far, self.of_distance.points((*own, *told, *tied, *way)))
            weighed.append((points + between + distance, candidate.chunk))
        return weighed

    def free(self, case: Case, held: Sequence[Candidate]) -> list[Candidate]:
        """Who may fill a role that the rules left empty or all of whose phrases are out."""
        kinds, chosen = self.kinds.get((case.draft.type, HERE), self.filling), case.chosen
        chosen = [*chosen, *case.draft.targets] if case.role == "agents" else chosen  # nobody falls to himself
        found = [one for one in held if one.chunk.kind in kinds and one.chunk not in chosen] if kinds else []
        kinds = self.kinds.get((case.draft.type, BEFORE), self.filling)
        return [*found, *case.before(held, kinds)] if kinds else found

    def _kept(self, own: tuple[str, ...], said: str) -> Kept:
        """What speaks for any phrase of a claim not met before, and the sums of claims that are like it."""
        if len(self.claims) >= _CLAIMS_KEPT:
            self.claims.clear()
        kept = self.claims[said, own] = (
            self.bias + self.of_claims.points(own),
            _sums_for(self.ties, (own[TYPE], own[CHOSEN])),
            _sums_for(self.ways, (said,)),
            _sums_for(self.distances, (said, *own[:TYPE])),
        )
        return kept


def _sums_for(sums: Sums, claim: tuple[str, ...]) -> dict[tuple[Any, ...], int]:
    """The sums remembered for claims like one, to be added to."""
    known = sums.get(claim)
    if known is None:
        if len(sums) >= _CLAIMS_KEPT:
            sums.clear()
        known = sums[claim] = {}
    return known


def _keep(sums: dict[tuple[Any, ...], int], phrase: tuple[Any, ...], points: int) -> int:
    """The sum of a phrase that was not met before, remembered."""
    if len(sums) >= _PHRASES_KEPT:
        sums.clear()
    sums[phrase] = points
    return points


def role_weights(role: str, source: Mapping[str, Any]) -> RoleWeights:
    """The weights of a role ready to be looked up."""
    weights, rules, bias, threshold = source["weights"], source["rules"], source["bias"], source["threshold"]
    of: dict[str, dict[str, Mapping[str, int]]] = {"claim": {}, "phrase": {}, "tie": {}, "way": {}, "distance": {}}
    for names, table in weights.items():
        of[hangs_on(frozenset(names.split()))][names] = table
    spoken: dict[bool, dict[str, int]] = {True: {}, False: {}}
    for rule, weight in rules.items():
        chosen, _, why = rule.partition(TIE)
        spoken[chosen == YES][why] = weight
    return RoleWeights(
        templates_of(of["claim"], OF_CLAIMS),
        templates_of(of["phrase"], OF_PHRASES, BUNDLES),
        templates_of(of["tie"], FEATURES),
        templates_of(of["way"], ("in", *OF_WAY)),
        templates_of(of["distance"], FEATURES),
        spoken,
        bias,
        sum([_most(names.split(), table) for kind in ("way", "distance") for names, table in of[kind].items()]),
        least_points(threshold),
        FILLING[role],
        kinds_of(role, source["never"]),
    )


def kinds_of(role: str, never: Iterable[Sequence[str]]) -> dict[tuple[str, str], AbstractSet[str]]:
    """The kinds of phrases that may fill a role of claims of a type, ``HERE`` or ``BEFORE``, where some never do.

    ``never``: each such type, where, and kind.
    """
    kinds: dict[tuple[str, str], AbstractSet[str]] = {}
    for type_, where, kind in never:
        kinds[type_, where] = kinds.get((type_, where), FILLING[role]) - {kind}
    return kinds


def hangs_on(names: frozenset[str]) -> str:
    """Whether a template hangs on the claim, the phrase, what ties both, the way between them, or this and more."""
    if names.issubset(OF_CLAIMS):
        return "claim"
    if names.issubset(OF_PHRASES):
        return "phrase"
    if names.isdisjoint(OF_WAY):
        return "tie"
    return "way" if names.issubset(("in", *OF_WAY)) else "distance"


def _most(names: Sequence[str], table: Mapping[str, int]) -> int:
    """The most that a template adds for a phrase that the rules did not choose."""
    chosen = names.index("in") if "in" in names else -1
    left = [weight for value, weight in table.items() if chosen < 0 or value.split(TIE)[chosen] == NO]
    return max([0, *left])


@dataclass(frozen=True, slots=True)
class Linker:
    """The weights of the roles; ``settle`` looks over the parties of a report's claims."""

    roles: Mapping[str, RoleWeights]

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Take out who does not fill a role and name who does, by what the rules said of all claims of the report."""
        done: list[tuple[Case, list[Chunk], list[str]]] = []
        for case in cases(drafts, self.roles):
            weights, role = self.roles[case.role], case.role
            chosen, notes = case.chosen, []
            if chosen and (role != "agents" or _SURE.isdisjoint(case.draft.because)):
                least = weights.least
                out = [pair for pair in weights.scores(case, case.those_chosen(), True) if pair[0] < least]
                if out:
                    gone = [chunk for _, chunk in out]
                    chosen = [chunk for chunk in chosen if chunk not in gone]
                    notes = [f"linker:{role}:-{probability(points):.2f}" for points, _ in out]
            if not chosen:
                told = weights.scores(case, weights.free(case, case.candidates()), False)
                fit = [pair for pair in told if pair[0] >= weights.least]
                if fit or notes:
                    best = best_of(fit)
                    chosen = [chunk for _, chunk in sorted(best, key=lambda pair: pair[1].first)]
                    notes += [f"linker:{role}:+{probability(points):.2f}" for points, _ in best]
            if notes:
                done.append((case, chosen, notes))
        for case, chosen, notes in done:
            setattr(case.draft, case.role, chosen)
            for note in notes:
                case.draft.note(note)


# Why an agent is not weighed: who is quoted with "we demand" demands, a party that tells its own deeds did them.
_SURE = frozenset({SPOKEN_BY, OURS, OWN, BY_HIS_FORCES})


def cases(drafts: Sequence[Draft], roles: Iterable[str]) -> Iterator[Case]:
    """Each role of each claim of a report, role by role, the claims in their order."""
    ordered = sorted(drafts, key=lambda draft: draft.found.first)
    firsts = [draft.found.first for draft in ordered]
    lines: dict[int, list[Draft]] = {}
    for draft in ordered:
        lines.setdefault(draft.scene.line.index, []).append(draft)
    sentences = {here: Sentence(found[0].scene) for here, found in lines.items()}
    asked = [
        Asked(draft, sentences[draft.scene.line.index], bisect_left(firsts, draft.found.first)) for draft in ordered
    ]
    for role in roles:
        holders = {here: holders_of(role, found) for here, found in lines.items()}
        past = Past(role, asked)
        for one in asked:
            yield Case(one, role, holders[one.draft.scene.line.index], past)


def rule_feature(why: str, chosen: str) -> str:
    """The feature that a rule spoke, apart for phrases that the rules chose."""
    return f"{chosen}{TIE}{why}"


def best_of(weighed: Sequence[tuple[Score, Chunk]]) -> list[tuple[Score, Chunk]]:
    """The phrases in the order of their scores; of those that overlap or name the same only the best."""
    kept: list[tuple[Score, Chunk]] = []
    for score, chunk in sorted(weighed, key=lambda pair: (-pair[0], pair[1].first)):
        if not any(_overlap(chunk, other) for _, other in kept):
            kept.append((score, chunk))
    return kept


def _overlap(one: Chunk, other: Chunk) -> bool:
    return (one.first <= other.last and other.first <= one.last) or name_of(one) == name_of(other)


def build(source: dict[str, Any]) -> Linker:
    """The linker from its plain structure."""
    return Linker({role: role_weights(role, kept) for role, kept in source["roles"].items()})
