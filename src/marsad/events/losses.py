"""Materiel claimed lost, by owner, class and outcome, for each claimant. A claim in words documents no loss."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from marsad.events.rules import Rules, bloc_of
from marsad.events.victims import side
from marsad.records import Claim, Event, Told

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Loss:
    """What one claimant says was lost; ``documented`` counts losses shown in an image: none, as words show none."""

    owner: str
    item_class: str
    outcome: str
    claimant: str
    low: int
    high: int | None
    events: int
    claims: tuple[str, ...]
    documented: int = 0


def losses(events: Sequence[Event], told: Iterable[Told], roots: Mapping[str, str], rules: Rules) -> tuple[Loss, ...]:
    """The table of losses. Within one event a claimant's largest number counts, over events they add up."""
    by_id = {one.claim.id: one for one in told}
    cells: dict[tuple[str, str, str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        for claim_id in event.claims:
            claim = by_id[claim_id].claim
            if claim.type == "equipment_loss" and claim.status in ("asserted", "background") and claim.item:
                kind = claim.item.weapon_class or UNKNOWN
                key = (owner(claim, rules), kind, claim.outcome or UNKNOWN, roots[claim_id])
                cells[key][event.id].append(claim)
    return tuple(_loss(key, cells[key]) for key in sorted(cells))


def owner(claim: Claim, rules: Rules) -> str:
    """Whose it was: the side it was taken from, or unknown; who destroyed it does not say so."""
    sides = [side(bloc_of(mention.actor, rules)) for mention in claim.targets if mention.actor]
    if sides:
        return sides[0]
    taker = [side(bloc_of(mention.actor, rules)) for mention in claim.agents if mention.actor]
    facing = {"state": "nonstate", "nonstate": "state"}
    return facing.get(taker[0], UNKNOWN) if taker else UNKNOWN


def _loss(key: tuple[str, str, str, str], by_event: Mapping[str, Sequence[Claim]]) -> Loss:
    bounds = [_most(claims) for claims in by_event.values()]
    high = None if any(top is None for _, top in bounds) else sum(top or 0 for _, top in bounds)
    claims = tuple(sorted(claim.id for group in by_event.values() for claim in group))
    return Loss(*key, low=sum(low for low, _ in bounds), high=high, events=len(by_event), claims=claims)


def _most(claims: Sequence[Claim]) -> tuple[int, int | None]:
    counts = [(claim.count.low, claim.count.high) for claim in claims if claim.count] or [(1, None)]
    return max(counts, key=lambda pair: (pair[0], pair[1] or 10**9))
