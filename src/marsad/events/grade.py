"""How well an event is corroborated, after Airwars: the first rule that holds gives the grade.

| rule | grade |
|---|---|
| only one root tells it and two roots of different sides deny it, or the teller took it back | discounted |
| somebody denies that it happened, names another author or another holder | contested |
| roots of two sides tell it, one of them on the side of who did it; or three roots of two sides | confirmed |
| two roots tell it that do not stand on one side | fair |
| anything else: one root, or one side's word alone | weak |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marsad.events.rules import Rules, bloc_of
from marsad.events.victims import side
from marsad.records import Contradiction, Told

GRADES = ("confirmed", "fair", "weak", "contested", "discounted")
# What the leaning of a source says of its side; a leaning not listed is a side of its own.
_SIDES = (
    ("opposition", "nonstate"), ("pro-revolution", "nonstate"), ("iran", "state"), ("axis", "state"),
    ("pro-government", "state"), ("government", "state"), ("state", "state"), ("independent", "independent"),
    ("international", "independent"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade and the rule that gave it."""

    grade: str
    rule: str


def grade(told: Sequence[Told], disputed: Sequence[Contradiction], roots: Mapping[str, str], rules: Rules) -> Graded:
    """The grade of an event by the first rule that holds."""
    says, denies = _tellers(told, roots, rules, denied=False), _tellers(told, roots, rules, denied=True)
    about = {one.about for one in disputed}
    only_denies = {root: lean for root, lean in denies.items() if root not in says}
    if len(says) <= 1 and len(only_denies) >= 2 and len(set(only_denies.values())) >= 2:
        return Graded("discounted", "grade:denied-by-two-sides")
    if about & {"happened", "blame", "control"}:
        return Graded("contested", f"grade:disputed-{sorted(about & {'happened', 'blame', 'control'})[0]}")
    sides = {lean for lean in says.values() if lean is not None}
    if len(says) >= 2 and len(sides) >= 2 and _admitted(told, says, rules):
        return Graded("confirmed", "grade:admitted-by-the-author")
    if len(says) >= 3 and len(sides) >= 2:
        return Graded("confirmed", "grade:three-roots-of-two-sides")
    unknown = sum(lean is None for lean in says.values())
    if len(says) >= 2 and (len(sides) >= 2 or (unknown and len(says) - unknown <= 1) or (unknown and sides)):
        return Graded("fair", "grade:two-roots")
    return Graded("weak", "grade:one-root" if len(says) <= 1 else "grade:one-side")


def _tellers(told: Sequence[Told], roots: Mapping[str, str], rules: Rules, *, denied: bool) -> dict[str, str | None]:
    """The roots that tell it, or deny it, each with its side."""
    return {
        roots[one.claim.id]: lean_of(roots[one.claim.id], one, rules)
        for one in sorted(told, key=lambda one: one.claim.id)
        if (one.claim.status == "denied") is denied and one.claim.status != "planned"
    }


def lean_of(root: str, told: Told, rules: Rules) -> str | None:
    """The side of a root: its own, that of the actor it is, or that of the outlet that alone quotes it."""
    leaning = rules.leanings.get(root)
    if leaning is None and root in rules.blocs:
        return side(bloc_of(root, rules))
    if leaning is None and told.outlet:
        leaning = rules.leanings.get(told.outlet)
    if leaning is None:
        return None
    return next((name for word, name in _SIDES if word in leaning.casefold()), leaning)


def _admitted(told: Sequence[Told], says: Mapping[str, str | None], rules: Rules) -> bool:
    authors = {
        side(bloc_of(mention.actor, rules)) for one in told for mention in one.claim.agents
        if mention.actor and one.claim.status == "asserted"
    }  # fmt: skip
    return bool(authors & {lean for lean in says.values() if lean})
