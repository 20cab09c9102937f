"""Judgements of people as constraints: which claims must be together, which must not, and which cannot be kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.records import Issue, Judgement


@dataclass(frozen=True, slots=True)
class Constraints:
    """Claims joined and parted by people, in the order in which they are applied, and the judgements left out."""

    same: tuple[tuple[str, str], ...]
    different: tuple[tuple[str, str], ...]
    rejected: frozenset[str]
    issues: tuple[Issue, ...]

    def claims(self) -> frozenset[str]:
        """Every claim that a judgement joins or parts."""
        return frozenset(claim for pair in (*self.same, *self.different) for claim in pair)


def constraints(judgements: Iterable[Judgement]) -> Constraints:
    """What the judgements ask for. The later outranks: an earlier one that it excludes becomes an issue."""
    latest = sorted(set(judgements), key=lambda one: (one.at, one.id), reverse=True)
    roots: dict[str, str] = {}
    same: list[tuple[str, str]] = []
    different: list[tuple[str, str]] = []
    issues = []
    for judgement in latest:
        pair = _pair(judgement)
        if pair is None:
            continue
        one, other = (_root(claim, roots) for claim in pair)
        parted = any({_root(a, roots), _root(b, roots)} == {one, other} for a, b in different)
        if judgement.kind == "same" and not parted:
            if one != other:
                roots[one] = other
            same.append(pair)
        elif judgement.kind == "different" and one != other:
            different.append(pair)
        else:
            issues.append(_unkept(judgement, pair))
    return Constraints(tuple(sorted(same)), tuple(sorted(different)), _rejected(latest), tuple(issues))


def _pair(judgement: Judgement) -> tuple[str, str] | None:
    if judgement.kind not in ("same", "different") or not judgement.other or judgement.other == judgement.claim:
        return None
    one, other = sorted((judgement.claim, judgement.other))
    return one, other


def _rejected(latest: Sequence[Judgement]) -> frozenset[str]:
    verdicts: dict[str, str] = {}
    for judgement in latest:
        if judgement.kind in ("accept", "reject"):
            verdicts.setdefault(judgement.claim, judgement.kind)
    return frozenset(claim for claim, verdict in verdicts.items() if verdict == "reject")


def _root(claim: str, roots: dict[str, str]) -> str:
    while claim in roots:
        claim = roots[claim]
    return claim


def _unkept(judgement: Judgement, pair: tuple[str, str]) -> Issue:
    message = (
        f"judgement {judgement.id}: expected claims {pair[0]} and {pair[1]} to be {judgement.kind}, but later "
        "judgements say otherwise; it was not kept. Withdraw one of them."
    )
    return Issue("judgement_unkept", message)
