"""Figures of an event: every root's last word, the range over all of them, and one value by a named rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from marsad.events.rules import Rules
from marsad.events.victims import ORDER, whom
from marsad.records import Claim, Estimate, Figure, Told

KINDS = ("killed", "wounded", "captured", "abducted", "arrested", "released", "displaced")
VAGUE = 2  # a plural without a number is two or more
_OPEN = 10**9


def figures(told: Sequence[Told], roots: Mapping[str, str], rules: Rules) -> tuple[Figure, ...]:
    """The figures of an event, by kind and by whom they count."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    parts = _parts(told)
    for one in told:
        claim = one.claim
        if claim.type in KINDS and claim.status != "planned" and claim.id not in parts and _bounds(claim):
            groups[claim.type, whom(claim, rules)].append(one)
    ordered = sorted(groups, key=lambda key: (KINDS.index(key[0]), ORDER.index(key[1])))
    return tuple(_figure(key, groups[key], roots, rules) for key in ordered)


def _bounds(claim: Claim) -> tuple[int, int | None] | None:
    """The number a claim gives. That nobody was hurt is a stated zero, not a number that is missing."""
    if claim.status == "denied":
        return (0, 0) if claim.count is None or claim.count.high == 0 else None
    return (claim.count.low, claim.count.high) if claim.count else None


def _parts(told: Sequence[Told]) -> frozenset[str]:
    """Claims that count a part of what another claim with the same trigger counts in all."""
    by_trigger: dict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    for one in told:
        if one.claim.count:
            by_trigger[one.report, one.claim.type, one.claim.trigger.start].append(one.claim)
    return frozenset(
        claim.id
        for group in by_trigger.values()
        if len(group) > 1
        for claim in group
        if claim is not max(group, key=lambda one: (one.count.low if one.count else 0, one.id))
    )


def _figure(key: tuple[str, str], told: Sequence[Told], roots: Mapping[str, str], rules: Rules) -> Figure:
    by_root: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_root[roots[one.claim.id]].append(one)
    estimates = tuple(_estimate(root, by_root[root]) for root in sorted(by_root))
    told_numbers = numbers(estimates)
    counted = [one for one in told_numbers if one.high != 0] or told_numbers
    low = min(one.low for one in told_numbers)
    high = _highest(estimates)
    selected, rule = _selected(counted, rules.toll_rule)
    return Figure(
        kind=key[0], whom=key[1], low=low, high=high, selected=selected, rule=rule,
        at_low=_claims(one for one in told_numbers if one.low == low),
        at_high=_claims(one for one in estimates if _reach(one) == max(map(_reach, estimates))),
        estimates=estimates,
    )  # fmt: skip


def numbers(estimates: Sequence[Estimate]) -> list[Estimate]:
    """Estimates that give a number: "several" is no lower figure than the number that another root gives."""
    given = [one for one in estimates if one.high is not None or one.low > VAGUE]
    return given or list(estimates)


def _claims(estimates: Iterable[Estimate]) -> tuple[str, ...]:
    return tuple(sorted(claim for one in estimates for claim in one.claims))


def _reach(estimate: Estimate) -> int:
    """The upper end, an open one counted by its lower."""
    return estimate.low if estimate.high is None else estimate.high


def _highest(estimates: Sequence[Estimate]) -> int | None:
    """The upper end of all; None where the highest word of all gives none."""
    top = max(map(_reach, estimates))
    return None if any(one.high is None and one.low == top for one in estimates) else top


def _estimate(root: str, told: Sequence[Told]) -> Estimate:
    """A root's last word: the largest number of its latest report; what it said before is superseded."""
    days = [one.published.isoformat() if one.published else "" for one in told]
    latest = max(days)
    now = [one for one, day in zip(told, days, strict=True) if day == latest]
    bounds = {one.claim.id: _bounds(one.claim) or (0, 0) for one in told}
    low, high = max((bounds[one.claim.id] for one in now), key=lambda pair: (pair[0], pair[1] or _OPEN))
    stands = [one.claim.id for one in told if bounds[one.claim.id] == (low, high)]
    rest = tuple(sorted({one.claim.id for one in told} - set(stands)))
    return Estimate(root, low, high, latest or None, tuple(sorted(stands)), rest)


def _selected(estimates: Sequence[Estimate], rule: str) -> tuple[int | None, str]:
    """The value that the named rule chooses, and the rule in words."""
    if rule == "airwars":
        return None, "airwars: the range stands, no value is selected"
    if rule == "ucdp":
        votes = Counter(one.low for one in estimates)
        best = max(votes, key=lambda low: (votes[low], -low))
        return best, "ucdp: what most independent sources say, the lower first"
    return min(one.low for one in estimates), "acled: the lowest figure reported"
