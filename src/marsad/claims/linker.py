"""The trained linker: whether who did it by the rules did it, and who did where the rules found nobody.

The rules read the frames first. The linker weighs whom they chose by logistic regression (:mod:`marsad.claims.linking`)
and takes out who falls below the threshold; where nobody is left it weighs the parties around and takes those above.
What it did goes into ``because`` with the score: ``linker:agents:+0.71``, ``linker:agents:-0.12``. Weights:
``linker.json``, made by ``make train`` (docs/decisions/0010). Same input, same output.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.claims.draft import Draft
from marsad.claims.linking import CLAIMS_BACK, Candidate, Case, before, can_fill, holders_of, name_of, within
from marsad.claims.weights import TIE, Tables, probability, tables_of, total
from marsad.mentions.chunks import Chunk

# The roles it fills: for targets and places it found little that the rules do not (docs/decisions/0010).
ROLES = ("agents",)
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


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """For one role: the weights of the values of each template, those of the rules that spoke, bias and threshold."""

    tables: Tables
    rules: Mapping[str, float]
    bias: float
    threshold: float

    def score(self, case: Case, told: Mapping[str, str]) -> float:
        """The probability that a candidate fills the role."""
        found = self.bias + total(self.tables, told)
        for rule in case.why:
            found += self.rules.get(rule_feature(rule, told["in"]), 0.0)
        return probability(found)


@dataclass(frozen=True, slots=True)
class Linker:
    """The weights of the roles; ``settle`` looks over the parties of a report's claims."""

    roles: Mapping[str, RoleWeights]

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Take out who did not do it and name who did, by what the rules said of all claims of the report."""
        done: list[tuple[Case, list[Chunk], list[str]]] = []
        for case, held, past in cases(drafts):
            weights = self.roles[case.role]
            chosen, notes = list(getattr(case.draft, case.role)), []
            if chosen:
                told = [(weights.score(case, case.features(one)), one.chunk) for one in held if case.chose(one.chunk)]
                out = [(score, chunk) for score, chunk in told if score < weights.threshold]
                chosen = [chunk for chunk in chosen if not any(chunk is other for _, other in out)]
                notes = [f"linker:{case.role}:-{score:.2f}" for score, _ in out]
            if not chosen:
                found = [*held, *before(case.draft, held, past)]
                others = [one for one in found if not case.chose(one.chunk) and can_fill(one.chunk)]
                told = [(weights.score(case, case.features(one)), one.chunk) for one in others]
                best = best_of([pair for pair in told if pair[0] >= weights.threshold])
                chosen = [chunk for _, chunk in sorted(best, key=lambda pair: pair[1].first)]
                notes += [f"linker:{case.role}:+{score:.2f}" for score, _ in best]
            if notes:
                done.append((case, chosen, notes))
        for case, chosen, notes in done:
            setattr(case.draft, case.role, chosen)
            for note in notes:
                case.draft.note(note)


def cases(drafts: Sequence[Draft]) -> Iterator[tuple[Case, list[Candidate], list[Draft]]]:
    """Each claim of a report with the phrases of its sentence and of the rules' choice, and the claims before it."""
    ordered = sorted(drafts, key=lambda draft: draft.found.first)
    lines: dict[int, list[Draft]] = {}
    for draft in ordered:
        lines.setdefault(draft.scene.line.index, []).append(draft)
    phrases = {here: within(found[0].scene) for here, found in lines.items()}
    holders = {(role, here): holders_of(role, found) for here, found in lines.items() for role in ROLES}
    for draft in ordered:
        here = draft.scene.line.index
        own = phrases[here]
        past = [other for other in ordered if other.found.first < draft.found.first][-CLAIMS_BACK:]
        for role in ROLES:
            known = {id(candidate.chunk) for candidate in own}
            apart = [chunk for chunk in getattr(draft, role) if id(chunk) not in known]
            held = [*own, *(Candidate(chunk, 0, "", len(own)) for chunk in apart)]
            yield Case(draft, role, holders[role, here], past), held, past


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
    roles = {}
    for role, kept in source["roles"].items():
        roles[role] = RoleWeights(tables_of(kept["weights"]), kept["rules"], kept["bias"], kept["threshold"])
    return Linker(roles)
