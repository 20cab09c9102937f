"""The trained linker: whether the agents and targets of the rules are right, and who fills a role they left empty.

The rules read the frames first. The linker weighs whom they chose by logistic regression (:mod:`marsad.claims.linking`)
and takes out who falls below the threshold; where nobody is left it weighs the parties around and takes those above.
What it did goes into ``because`` with the score: ``linker:agents:+0.71``, ``linker:agents:-0.12``. Weights:
``linker.json``, made by ``make train`` (docs/decisions/0010). Same input, same output.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.claims.between import Between
from marsad.claims.draft import Draft
from marsad.claims.linking import (
    CLAIMS_BACK,
    NO,
    OF_DISTANCE,
    OF_PHRASES,
    Candidate,
    Case,
    before,
    can_fill,
    holders_of,
    name_of,
    within,
)
from marsad.claims.weights import ONE, TIE, Templates, probability, templates_of
from marsad.mentions.chunks import Chunk

# The roles it fills: for places and sources it found little that the rules do not (docs/decisions/0010).
ROLES = ("agents", "targets")
# The features of one candidate.
TEMPLATES: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    back
    len
    def
    kind
    count
    prep
    cue
    conj
    id
    left
    right
    after
    order
    depth
    that
    before
    in
    in chosen kind
    in held
    in back
    frame pos
    number gender num side
    in side phrases triggers
    in side commas triggers
    in last kind back
    in before kind back
    in pronouns last
    in id type
    in nearest side kind
    type kind prep side
    in type kind prep
    in frame pos kind prep side
    in type beside kind
    """.strip().splitlines()
)


# Features with few values that several templates hang on: what these weigh together is remembered.
BUNDLES = (
    "back len def count conj order depth",
    "kind prep cue",
    "in chosen kind held back last before pronouns",
)
BUNDLES_OF_DISTANCE = ("in side phrases triggers commas that", "in type kind prep side nearest")


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """For one role, in thousandths: the weights of the values of each template, of the rules that spoke, the bias.

    The templates of what a phrase is by itself stand apart from those of it and the claim, and these from those of the
    words between the two. ``most`` is what the last add at most for a phrase that the rules did not choose, ``least``
    what is too little in all to fill the role.
    """

    of_phrases: Templates
    of_both: Templates
    of_distance: Templates
    rules: dict[tuple[str, str], int]
    bias: int
    threshold: float
    most: int
    least: int

    def score(self, case: Case, candidate: Candidate) -> float:
        """The probability that a candidate fills the role.

        None of a phrase that the rules did not choose, where it falls below the threshold wherever the phrase stands.
        """
        told = case.near_features(candidate)
        own = candidate.points.get(case.role)
        if own is None:
            own = candidate.points[case.role] = self.of_phrases.points(told)
        points = self.bias + own + self.of_both.points(told)
        chosen, rules = told["in"], self.rules
        for rule in case.why:
            points += rules.get((chosen, rule), 0)
        if chosen == NO and points + self.most < self.least:
            return 0.0
        case.add_distance(told, candidate)
        return probability(points + self.of_distance.points(told))


def role_weights(
    weights: Mapping[str, Mapping[str, float]], rules: Mapping[str, float], bias: float, threshold: float
) -> RoleWeights:
    """The weights of a role ready to be looked up: of templates of several features by all their values at once."""
    own = {names: table for names, table in weights.items() if OF_PHRASES.issuperset(names.split())}
    far = {names: table for names, table in weights.items() if not set(OF_DISTANCE).isdisjoint(names.split())}
    both = {names: table for names, table in weights.items() if names not in own and names not in far}
    spoken: dict[tuple[str, str], int] = {}
    for rule, weight in rules.items():
        chosen, _, why = rule.partition(TIE)
        spoken[chosen, why] = round(ONE * weight)
    return RoleWeights(
        templates_of(own, BUNDLES),
        templates_of(both, BUNDLES),
        templates_of(far, BUNDLES_OF_DISTANCE),
        spoken,
        round(ONE * bias),
        threshold,
        sum([_most(names.split(), table) for names, table in far.items()]),
        math.floor(ONE * math.log(threshold / (1 - threshold))) - 1,
    )


def _most(names: Sequence[str], table: Mapping[str, float]) -> int:
    """The most that a template adds for a phrase that the rules did not choose."""
    chosen = names.index("in") if "in" in names else -1
    left = [weight for value, weight in table.items() if chosen < 0 or value.split(TIE)[chosen] == NO]
    return round(ONE * max([0.0, *left]))


@dataclass(frozen=True, slots=True)
class Linker:
    """The weights of the roles; ``settle`` looks over the parties of a report's claims."""

    roles: Mapping[str, RoleWeights]

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Take out who does not fill a role and name who does, by what the rules said of all claims of the report."""
        done: list[tuple[Case, list[Chunk], list[str]]] = []
        for case, held, past in cases(drafts, self.roles):
            weights = self.roles[case.role]
            chosen, notes = list(getattr(case.draft, case.role)), []
            if chosen:
                told = [(weights.score(case, one), one.chunk) for one in held if one.chunk in chosen]
                out = [(score, chunk) for score, chunk in told if score < weights.threshold]
                if out:
                    gone = [chunk for _, chunk in out]
                    chosen = [chunk for chunk in chosen if chunk not in gone]
                    notes = [f"linker:{case.role}:-{score:.2f}" for score, _ in out]
            if not chosen:
                found = [*held, *before(case.role, case.draft, held, past)]
                others = [one for one in found if can_fill(case.role, one.chunk) and not case.chose(one.chunk)]
                told = [(weights.score(case, one), one.chunk) for one in others]
                best = best_of([pair for pair in told if pair[0] >= weights.threshold])
                chosen = [chunk for _, chunk in sorted(best, key=lambda pair: pair[1].first)]
                notes += [f"linker:{case.role}:+{score:.2f}" for score, _ in best]
            if notes:
                done.append((case, chosen, notes))
        for case, chosen, notes in done:
            setattr(case.draft, case.role, chosen)
            for note in notes:
                case.draft.note(note)


def cases(drafts: Sequence[Draft], roles: Iterable[str]) -> Iterator[tuple[Case, list[Candidate], list[Draft]]]:
    """Each claim of a report with the phrases of its sentence and of the rules' choice, and the claims before it."""
    ordered = sorted(drafts, key=lambda draft: draft.found.first)
    firsts = [draft.found.first for draft in ordered]
    lines: dict[int, list[Draft]] = {}
    for draft in ordered:
        lines.setdefault(draft.scene.line.index, []).append(draft)
    phrases = {here: within(found[0].scene) for here, found in lines.items()}
    known = {here: {id(candidate.chunk) for candidate in own} for here, own in phrases.items()}
    between = {here: Between(found[0].scene) for here, found in lines.items()}
    for role in roles:
        holders = {here: holders_of(role, found) for here, found in lines.items()}
        named = [{name_of(chunk) for chunk in getattr(draft, role)} for draft in ordered]
        for draft in ordered:
            here = draft.scene.line.index
            own = phrases[here]
            end = bisect_left(firsts, draft.found.first)
            start = max(0, end - CLAIMS_BACK)
            apart = [chunk for chunk in getattr(draft, role) if id(chunk) not in known[here]]
            held = [*own, *(Candidate(chunk, 0, "", len(own)) for chunk in apart)] if apart else own
            yield Case(draft, role, holders[here], named[start:end], between[here]), held, ordered[start:end]


def rule_feature(why: str, chosen: str) -> str:
    """The feature that a rule spoke, apart for phrases that the rules chose."""
    return f"{chosen}{TIE}{why}"


def best_of(weighed: Sequence[tuple[float, Chunk]]) -> list[tuple[float, Chunk]]:
    """The phrases in the order of their scores; of those that overlap or name the same only the best."""
    kept: list[tuple[float, Chunk]] = []
    for score, chunk in sorted(weighed, key=lambda pair: (-pair[0], pair[1].first)):
        if not any(_overlap(chunk, other) for _, other in kept):
            kept.append((score, chunk))
    return kept


def _overlap(one: Chunk, other: Chunk) -> bool:
    return (one.first <= other.last and other.first <= one.last) or name_of(one) == name_of(other)


def build(source: dict[str, Any]) -> Linker:
    """The linker from its plain structure."""
    return Linker(
        {
            role: role_weights(kept["weights"], kept["rules"], kept["bias"], kept["threshold"])
            for role, kept in source["roles"].items()
        }
    )
