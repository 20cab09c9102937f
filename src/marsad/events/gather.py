"""Gathering on one screen: constraints, pieces, groups, events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from marsad.events.cluster import cluster
from marsad.events.judged import constraints
from marsad.events.merge import merge
from marsad.events.pieces import make_pieces
from marsad.events.roots import roots_of
from marsad.events.rules import Rules
from marsad.records import Event, Issue, Judgement, Told


@dataclass(frozen=True, slots=True)
class Gathered:
    """The events by day and id, the root claimant of each claim, and judgements that could not be kept."""

    events: tuple[Event, ...]
    roots: dict[str, str]
    issues: tuple[Issue, ...] = ()


def gather(told: Iterable[Told], judgements: Iterable[Judgement], rules: Rules) -> Gathered:
    """Events of these claims: the same for every order of claims and judgements."""
    asked = constraints(judgements)
    once = {one.claim.id: one for one in sorted(told, key=_order) if one.claim.id not in asked.rejected}
    claims = list(once.values())
    roots = roots_of(claims, rules)
    groups = cluster(make_pieces(claims, rules, asked.claims()), asked, rules)
    events = sorted((merge(group, roots, rules) for group in groups), key=_by_day)
    return Gathered(tuple(events), roots, asked.issues)


def _order(told: Told) -> tuple[str, int, str]:
    return told.report, told.claim.trigger.start, told.claim.id


def _by_day(event: Event) -> tuple[str, str]:
    return event.date_from or "9999", event.id
