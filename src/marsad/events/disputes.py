"""Who contradicts whom: on toll, blame, place, control, or whether it happened at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from marsad.events.compare import distance_km
from marsad.events.families import MODES, family
from marsad.events.pieces import spots_of
from marsad.events.rules import Rules, bloc_of, chain
from marsad.records import Claim, Contradiction, Figure, Told

CONTROL = frozenset({"control_gain", "withdrawal"})


def contradictions(
    told: Sequence[Told], figures: Sequence[Figure], roots: Mapping[str, str], rules: Rules
) -> tuple[Contradiction, ...]:
    """Every contradiction among the claims of one event."""
    claims = [one.claim for one in told]
    return (
        *_tolls(figures), *_happened(claims, roots), *_blame(claims, roots, rules), *_control(claims, roots, rules),
        *_places(told, roots, rules),
    )  # fmt: skip


def _tolls(figures: Sequence[Figure]) -> Iterator[Contradiction]:
    for figure in figures:
        least = [one for one in figure.estimates if one.low == figure.low]
        most = max(figure.estimates, key=lambda one: (one.low, one.root))
        lowest = min(least, key=lambda one: (one.high is None, one.high or 0, one.root))
        if lowest.high is not None and most.low > lowest.high:
            says = (
                f"{figure.kind} ({figure.whom}): {lowest.root} says {_range(lowest.low, lowest.high)}, "
                f"{most.root} says {_range(most.low, most.high)}"
            )
            yield Contradiction("toll", lowest.claims, most.claims, says)


def _range(low: int, high: int | None) -> str:
    return f"{low} or more" if high is None else str(low) if low == high else f"{low} to {high}"


def _happened(claims: Sequence[Claim], roots: Mapping[str, str]) -> Iterator[Contradiction]:
    """Denials against assertions of the same family; a gain denied is a dispute about control."""
    for name in sorted({claim.type for claim in claims if claim.status == "denied"}):
        group = family(name)
        denied = [claim for claim in claims if claim.type == name and claim.status == "denied"]
        told = [
            claim for claim in claims if claim.status in ("asserted", "background", "rumoured")
            and (claim.type == name if group == "result" else family(claim.type) == group and claim.type not in CONTROL)
        ]  # fmt: skip
        told = [claim for claim in told if {roots[claim.id]} - {roots[one.id] for one in denied}]
        if told and name not in CONTROL:
            one, other = _ids(told), _ids(denied)
            yield Contradiction(
                "happened", one, other, f"{name}: {_who(told, roots)} say so, {_who(denied, roots)} deny it"
            )


def _blame(claims: Sequence[Claim], roots: Mapping[str, str], rules: Rules) -> Iterator[Contradiction]:
    """Different authors of one deed; a clash has two sides and no author."""
    for group in ("remote", "explosion", "direct", "custody"):
        authors: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if family(claim.type) == group and claim.status != "denied":
                for mention in claim.agents:
                    if mention.actor:
                        authors[bloc_of(mention.actor, rules)].append(claim)
        blocs = sorted(authors, key=lambda bloc: (-len(authors[bloc]), bloc))
        for other in blocs[1:]:
            one_told, other_told = authors[blocs[0]], authors[other]
            if {roots[claim.id] for claim in one_told}.isdisjoint(roots[claim.id] for claim in other_told):
                says = f"{group}: {_who(one_told, roots)} name {blocs[0]}, {_who(other_told, roots)} name {other}"
                yield Contradiction("blame", _ids(one_told), _ids(other_told), says)


def _control(claims: Sequence[Claim], roots: Mapping[str, str], rules: Rules) -> Iterator[Contradiction]:
    gains = [claim for claim in claims if claim.type in CONTROL and claim.status in ("asserted", "background")]
    denied = [claim for claim in claims if claim.type in CONTROL and claim.status == "denied"]
    told = [claim for claim in gains if roots[claim.id] not in {roots[one.id] for one in denied}]
    if told and denied:
        says = f"control: {_who(told, roots)} say it changed, {_who(denied, roots)} deny it"
        yield Contradiction("control", _ids(told), _ids(denied), says)
    holders: dict[str, list[Claim]] = defaultdict(list)
    for claim in gains:
        if claim.type == "control_gain":
            for bloc in sorted({bloc_of(mention.actor, rules) for mention in claim.agents if mention.actor}):
                holders[bloc].append(claim)
    blocs = sorted(holders)
    for at, one in enumerate(blocs):
        for other in blocs[at + 1 :]:
            if {roots[claim.id] for claim in holders[one]}.isdisjoint(roots[claim.id] for claim in holders[other]):
                says = f"control: {_who(holders[one], roots)} name {one}, {_who(holders[other], roots)} name {other}"
                yield Contradiction("control", _ids(holders[one]), _ids(holders[other]), says)


def _places(told: Sequence[Told], roots: Mapping[str, str], rules: Rules) -> Iterator[Contradiction]:
    """One deed at two spots that are not one: claims of one type that each name a single spot."""
    spots = {}
    for one in told:
        if one.claim.type not in MODES or one.claim.status == "denied":
            continue
        points = [spot for spot in spots_of([one.claim], rules) if not spot.area and spot.lat is not None]
        if len(points) == 1:
            spots[one.claim.id] = (one.claim, points[0])
    found = sorted(spots.values(), key=lambda pair: pair[0].id)
    for at, (one_claim, here) in enumerate(found):
        for other_claim, there in found[at + 1 :]:
            apart = distance_km(here, there) > max(here.radius_km, there.radius_km) and here.key != there.key
            if apart and one_claim.type == other_claim.type and roots[one_claim.id] != roots[other_claim.id]:
                one_says, other_says = _who([one_claim], roots), _who([other_claim], roots)
                says = f"{one_claim.type}: {one_says} say at {here.name}, {other_says} say at {there.name}"
                yield Contradiction("place", (one_claim.id,), (other_claim.id,), says)
                return


def names_parent(one: str, other: str, rules: Rules) -> bool:
    """Whether one actor is the other, or a part of it."""
    return one in chain(other, rules) or other in chain(one, rules)


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.id for claim in claims}))


def _who(claims: Sequence[Claim], roots: Mapping[str, str]) -> str:
    return " and ".join(sorted({roots[claim.id] for claim in claims}))
