"""The trained linker: who did it and to whom, where the rules found nobody.

The rules read the frames first; a role they filled stays as it is. Where they left one empty, the linker weighs the
phrases around by logistic regression (:mod:`marsad.claims.linking`) and takes those above the threshold of the role;
its score goes into ``because``, as in ``linker:agents:0.71``. Weights: ``linker.json``, made by ``make train``
(docs/decisions/0010). Same input, same output.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.claims.draft import Draft
from marsad.claims.linking import CLAIMS_BACK, Candidate, Case, before, can_fill, name_of, within
from marsad.mentions.chunks import Chunk

# The roles it fills: for targets and places it found little that the rules do not (docs/decisions/0010).
ROLES = ("agents",)
# What ties the values of a feature made of several; no value holds it.
TIE = "\t"
# The features of one candidate.
TEMPLATES: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    back
    len
    def
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
    frame pos
    number gender num side
    side phrases triggers
    side commas triggers
    last kind back
    before kind back
    pronouns last
    id type
    nearest side kind
    type kind prep side
    frame pos kind prep side
    type beside kind
    """.strip().splitlines()
)
# Nobody is the target of a loss of equipment: what was lost is its item.
_NO_TARGETS = frozenset({"equipment_loss"})


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """For one role: the weights of the values of each template, those of the rules that spoke, bias and threshold."""

    tables: tuple[tuple[tuple[str, ...], Mapping[str, float]], ...]
    rules: Mapping[str, float]
    bias: float
    threshold: float

    def score(self, case: Case, told: Mapping[str, str]) -> float:
        """The probability that a candidate fills the role."""
        total = self.bias
        for names, table in self.tables:
            total += table.get(feature(names, told), 0.0)
        for rule in case.why:
            total += self.rules.get(rule, 0.0)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Linker:
    """The weights of the roles; ``fill`` fills what the rules left empty."""

    roles: Mapping[str, RoleWeights]

    def fill(self, drafts: Sequence[Draft]) -> None:
        """Name the parties of a report's claims that the rules left without, by what the rules said of the others."""
        won: list[tuple[Case, list[tuple[float, Chunk]]]] = []
        for case, found in cases(drafts):
            weights = self.roles[case.role]
            weighed = [(weights.score(case, case.features(candidate)), candidate.chunk) for candidate in found]
            won.append((case, best_of([pair for pair in weighed if pair[0] >= weights.threshold])))
        for case, kept in won:
            for score, _ in kept:
                case.draft.note(f"linker:{case.role}:{score:.2f}")
            setattr(case.draft, case.role, [chunk for _, chunk in sorted(kept, key=lambda pair: pair[1].first)])


def cases(drafts: Sequence[Draft]) -> Iterator[tuple[Case, list[Candidate]]]:
    """Each role that a claim of a report lacks, with the phrases that may fill it."""
    ordered = sorted(drafts, key=lambda draft: draft.found.first)
    lines: dict[int, list[Draft]] = {}
    for draft in ordered:
        lines.setdefault(draft.scene.line.index, []).append(draft)
    phrases: dict[int, list[Candidate]] = {}
    for draft in ordered:
        lacking = [role for role in ROLES if not getattr(draft, role)]
        if draft.type in _NO_TARGETS and "targets" in lacking:
            lacking.remove("targets")
        if not lacking:
            continue
        here = draft.scene.line.index
        if here not in phrases:
            phrases[here] = within(draft.scene)
        own = phrases[here]
        past = [other for other in ordered if other.found.first < draft.found.first][-CLAIMS_BACK:]
        for role in lacking:
            found = [*own, *before(draft, own, past)] if role == "agents" else own
            fitting = [candidate for candidate in found if can_fill(role, draft, candidate.chunk)]
            if fitting:
                yield Case(draft, role, lines[here], past), fitting


def feature(names: Sequence[str], told: Mapping[str, str]) -> str:
    """The value of a template for one candidate."""
    return told[names[0]] if len(names) == 1 else TIE.join([told[name] for name in names])


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
        tables = tuple((tuple(names.split()), table) for names, table in kept["weights"].items())
        roles[role] = RoleWeights(tables, kept["rules"], kept["bias"], kept["threshold"])
    return Linker(roles)
