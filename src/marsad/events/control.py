"""Claimed control of a place over time: who is said to hold it, by whom, and where that is disputed.

Only what is claimed is listed, place by place; no area is drawn from text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.events.grade import lean_of
from marsad.events.rules import Rules, bloc_of
from marsad.events.victims import side
from marsad.records import Claim, Event, PlaceMention, Told

CHANGES = ("control_gain", "withdrawal", "siege")
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One claim on a place: from ``start`` on, until the same claimant says otherwise, ``holder`` holds it or left it.

    ``state`` is *held*, *left*, *besieged* or *denied*; *contested* tells that another claimant says otherwise. The
    holder is a side; ``actor`` is its neutral name, or what the report calls it, as ``actor_words``.
    """

    place: str
    name: str
    start: str | None
    until: str | None
    state: str
    holder: str
    claimant: str
    leaning: str | None
    contested: bool
    contested_by: tuple[str, ...]
    event: str
    claim: str
    words: str
    type: str
    status: str
    actor: str | None
    actor_words: str | None


def control_timeline(
    events: Sequence[Event],
    told: Iterable[Told],
    roots: Mapping[str, str],
    rules: Rules,
    place: str | None = None,
    *,
    planned: bool = False,
) -> tuple[Stretch, ...]:
    """Every stretch of claimed control by place, day and claimant; of one place where ``place`` names it.

    Claims that nobody told of in ``told`` are passed over; what is only planned is listed where that is asked for.
    """
    by_id = {one.claim.id: one for one in told}
    found: dict[str, list[Stretch]] = defaultdict(list)
    for event in events:
        for claim_id in event.claims:
            one = by_id.get(claim_id)
            if one is not None and one.claim.type in CHANGES and (planned or one.claim.status != "planned"):
                for where in one.claim.places:
                    if place is None or named(where, place):
                        found[where.place or where.text].append(_stretch(event, one, where, roots[claim_id], rules))
    return tuple(stretch for key in sorted(found) for stretch in _contested(_ended(found[key])))


def named(where: PlaceMention, place: str) -> bool:
    """Whether a mention is of the place asked for: by id, by neutral name or by the words of the report."""
    wanted = place.casefold().strip()
    return wanted in ((where.place or "").casefold(), (where.name or "").casefold(), where.text.casefold())


def _stretch(event: Event, one: Told, where: PlaceMention, root: str, rules: Rules) -> Stretch:
    claim, agent = one.claim, next(iter(one.claim.agents), None)
    state = {"control_gain": "held", "withdrawal": "left", "siege": "besieged"}[claim.type]
    return Stretch(
        place=where.place or where.text, name=where.name or where.text, start=claim.date_from or event.date_from,
        until=None, state="denied" if claim.status == "denied" else state, holder=_holder(claim, rules), claimant=root,
        leaning=lean_of(root, one, rules), contested=False, contested_by=(), event=event.id, claim=claim.id,
        words=claim.trigger.text, type=claim.type, status=claim.status,
        actor=(agent.name or agent.text) if agent else None, actor_words=agent.text if agent else None,
    )  # fmt: skip


def _holder(claim: Claim, rules: Rules) -> str:
    sides = [side(bloc_of(mention.actor, rules)) for mention in claim.agents if mention.actor]
    return sides[0] if sides else UNKNOWN


def _ended(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Each stretch ends where the same claimant next says something of the place."""
    ordered = sorted(stretches, key=lambda one: (one.start or "", one.claim))
    ended = []
    for at, one in enumerate(ordered):
        later = (other for other in ordered[at + 1 :] if other.claimant == one.claimant and other.start != one.start)
        following = next(later, None)
        ended.append(replace(one, until=following.start if following else None))
    return ended


def _contested(stretches: Sequence[Stretch]) -> list[Stretch]:
    marked, of_day = [], defaultdict[str | None, list[Stretch]](list)
    for one in stretches:
        of_day[one.start].append(one)
    for one in stretches:
        against = tuple(sorted({other.claim for other in of_day[one.start] if _disagree(one, other)}))
        marked.append(replace(one, contested=bool(against), contested_by=against))
    return marked


def _disagree(one: Stretch, other: Stretch) -> bool:
    """Whether two claimants, who name the same first day, cannot both be right."""
    if one.claimant == other.claimant or not _meet(one, other):
        return False
    if one.holder == other.holder or UNKNOWN in (one.holder, other.holder):
        return (one.state == "denied") != (other.state == "denied")
    return one.state == other.state == "held"


def _meet(one: Stretch, other: Stretch) -> bool:
    return (one.start or "") < (other.until or "9999") and (other.start or "") < (one.until or "9999")
