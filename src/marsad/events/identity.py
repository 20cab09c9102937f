"""Ids of events, and what became of ids that are no more.

An event's id is that of the claim first told of it: of the earliest report, then the first in its text. What is told
later joins it without changing its name.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from marsad.records import Event, Told, Tombstone

ID_LENGTH = 12


def event_id(told: Iterable[Told]) -> str:
    """The id, from day, report and trigger of the claim first told."""
    first = min(told, key=_first_told)
    claim = first.claim
    raw = f"{first.report}\n{claim.trigger.start}\n{claim.trigger.end}\n{claim.type}\n{claim.id}"
    return "e" + hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def _first_told(told: Told) -> tuple[str, str, int, str]:
    day = told.published.isoformat() if told.published else "9999"
    return day, told.report, told.claim.trigger.start, told.claim.id


def tombstones(before: Sequence[Event], after: Sequence[Event]) -> tuple[Tombstone, ...]:
    """What became of each event of ``before`` whose id ``after`` lacks."""
    return tombstones_of({event.id: event.claims for event in before}, after)


def tombstones_of(before: Mapping[str, Sequence[str]], after: Sequence[Event]) -> tuple[Tombstone, ...]:
    """The same where of the earlier events only ids and claims are kept."""
    holder = by_claim(after)
    living = {event.id for event in after}
    stones = []
    for name in sorted(before):
        if name not in living:
            into = tuple(sorted({holder[claim] for claim in before[name] if claim in holder}))
            reason = "gone" if not into else "merged" if len(into) == 1 else "split"
            stones.append(Tombstone(name, reason, into))
    return tuple(stones)


def by_claim(events: Iterable[Event]) -> dict[str, str]:
    """The event of each claim."""
    return {claim: event.id for event in events for claim in event.claims}


def told_by_event(events: Iterable[Event], told: Iterable[Told]) -> dict[str, list[Told]]:
    """The claims of each event, in the order of their reports."""
    holder = by_claim(events)
    found: dict[str, list[Told]] = defaultdict(list)
    for one in sorted(told, key=_first_told):
        if one.claim.id in holder:
            found[holder[one.claim.id]].append(one)
    return found
