"""A group of claims to an event: what they support, with range, dispute and grade; nothing of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from marsad.events.cluster import Group
from marsad.events.disputes import contradictions
from marsad.events.families import RANK, family
from marsad.events.grade import grade
from marsad.events.identity import event_id
from marsad.events.pieces import AREA_KINDS, Piece
from marsad.events.rules import Rules
from marsad.events.tolls import figures
from marsad.records import ActorMention, Claim, Event, PlaceMention, Told

HAPPENED = ("asserted", "background", "rumoured")


def merge(group: Group, roots: Mapping[str, str], rules: Rules) -> Event:
    """The event of one group."""
    told = sorted(group.piece.told, key=lambda one: (one.report, one.claim.trigger.start, one.claim.id))
    claims = [one.claim for one in told]
    happened = [claim for claim in claims if claim.status in HAPPENED] or claims
    counted = figures(told, roots, rules)
    disputed = contradictions(told, counted, roots, rules)
    graded = grade(told, disputed, roots, rules)
    first, last = _days(group.piece)
    dated = ("date:told",) if group.piece.told_days else ("date:of-the-report",)
    return Event(
        id=event_id(told), type=_type(happened), types=tuple(sorted({claim.type for claim in claims})),
        standing=_standing(claims), date_from=first, date_to=last, places=_places(happened),
        agents=_parties(happened, "agents"), targets=_parties(happened, "targets"),
        claims=tuple(claim.id for claim in claims), reports=tuple(sorted({one.report for one in told})),
        roots=tuple(sorted({roots[claim.id] for claim in happened})), figures=counted, contradictions=disputed,
        grade=graded.grade, because=(*dated, graded.rule, *group.because),
    )  # fmt: skip


def _standing(claims: Sequence[Claim]) -> str:
    statuses = {claim.status for claim in claims}
    if statuses & set(HAPPENED):
        return "claimed"
    return "denied" if "denied" in statuses else "planned"


def _type(claims: Sequence[Claim]) -> str:
    """The gravest type that two reports or a quarter of the claims tell; else the gravest of all."""
    counts = Counter(claim.type for claim in claims)
    modes = {name for name in counts if family(name) != "result"} or set(counts)
    often = {name for name in modes if counts[name] * 4 >= sum(counts[mode] for mode in modes)}
    return min(often or modes, key=_rank)


def _rank(name: str) -> tuple[int, str]:
    return (RANK.index(name) if name in RANK else len(RANK), name)


def _days(piece: Piece) -> tuple[str | None, str | None]:
    if piece.first is None or piece.last is None:
        return None, None
    return date.fromordinal(piece.first).isoformat(), date.fromordinal(piece.last).isoformat()


def _places(claims: Sequence[Claim]) -> tuple[PlaceMention, ...]:
    """Places, those that most claims name first, spots before areas."""
    found: dict[str, PlaceMention] = {}
    votes: Counter[str] = Counter()
    for claim in claims:
        for place in claim.places:
            key = place.place or place.text
            votes[key] += 1
            if key not in found or (place.precision or 9) < (found[key].precision or 9):
                found[key] = place
    area = {key: place.kind in AREA_KINDS or place.lat is None for key, place in found.items()}
    return tuple(found[key] for key in sorted(found, key=lambda key: (area[key], -votes[key], key)))


def _parties(claims: Iterable[Claim], role: str) -> tuple[ActorMention, ...]:
    """Parties of what was done, those that most claims name first; of results only where nothing else names any."""
    listed = list(claims)
    deeds = [claim for claim in listed if family(claim.type) != "result"]
    for chosen in (deeds, listed):
        votes: Counter[str] = Counter()
        found: dict[str, ActorMention] = {}
        for claim in chosen:
            for mention in getattr(claim, role):
                key = mention.actor or mention.text
                votes[key] += 1
                found.setdefault(key, mention)
        if found:
            return tuple(found[key] for key in sorted(found, key=lambda key: (-votes[key], key)))
    return ()


def told_of(event: Event, told: Mapping[str, Told]) -> list[Told]:
    """The claims of an event with their reports."""
    return [told[claim] for claim in event.claims if claim in told]
