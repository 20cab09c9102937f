"""Which claims tell of one happening: same causal story, no contradiction in place, day or status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.claims.draft import SIDE, Draft
from marsad.claims.links import RESULTS
from marsad.claims.narrative import ELSEWHERE

POLITICS = frozenset({"accuse", "demand", "reject", "threaten", "talks", "agreement", "aid", "protest", "siege"})
# How many incidents back a claim may be joined to: reports return to their first lines, seldom further.
LOOK_BACK = 6


@dataclass(slots=True)
class Incident:
    """What the claims of one incident have told so far."""

    number: int
    places: set[str] = field(default_factory=set)
    dates: tuple[str, str] | None = None
    background: bool = False
    politics: bool = False
    sentence: int = 0
    types: set[str] = field(default_factory=set)


def assign(drafts: Sequence[Draft]) -> None:
    """Give each draft its incident number, in the order of the text."""
    incidents: list[Incident] = []
    for at, draft in enumerate(drafts):
        cause = _told_with(drafts[:at], draft)
        incident = next((known for known in incidents if cause is not None and known.number == cause.incident), None)
        places = _place_keys(draft)
        lately = reversed(incidents[-LOOK_BACK:])
        incident = incident or next((known for known in lately if _joins(draft, places, known)), None)
        if incident is None:
            incident = Incident(
                len(incidents) + 1, background=draft.status == "background", politics=draft.type in POLITICS
            )
            incidents.append(incident)
        _add(incident, draft, places)
        draft.incident = incident.number


def _told_with(before: Sequence[Draft], draft: Draft) -> Draft | None:
    """The claim right before a result in its sentence, where no place or day parts them: قصفوا X ما أدى إلى مقتل 3."""
    if not before or before[-1].scene is not draft.scene or draft.type not in RESULTS:
        return None
    other = before[-1]
    if other.type in POLITICS or other.status != draft.status or not _same_days(draft, other):
        return None
    return other if other.found is draft.found or _tied(draft, other) else None


def _same_days(draft: Draft, other: Draft) -> bool:
    return draft.dates is None or other.dates is None or _overlap(draft.dates, other.dates)


def _tied(draft: Draft, other: Draft) -> bool:
    """Whether nothing but the deed before places the result; another place of its own is another happening."""
    if not draft.own_places:
        return True
    return "rule:agent-of-cause" in draft.because and not draft.places_differ(other.places)


def _place_keys(draft: Draft) -> set[str]:
    """The names of the places; one that only a side is named after says nothing."""
    if SIDE in draft.because:
        return set()
    return {place.head.removeprefix("ال") for place in draft.places}


def _joins(draft: Draft, places: set[str], incident: Incident) -> bool:
    if (draft.type in POLITICS) != incident.politics:
        return False
    if incident.politics and (draft.type not in incident.types and draft.scene.line.index - incident.sentence > 1):
        return False
    if (draft.status == "background") != incident.background:
        return False
    if draft.dates and incident.dates and not _overlap(draft.dates, incident.dates):
        return False
    if not places and ELSEWHERE & set(draft.because):
        return draft.scene.line.index == incident.sentence
    if places and incident.places and not places & incident.places:
        return False
    return draft.scene.line.index - incident.sentence <= 2 or bool(places & incident.places)


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _add(incident: Incident, draft: Draft, places: set[str]) -> None:
    incident.places |= places
    incident.dates = incident.dates or draft.dates
    incident.sentence = draft.scene.line.index
    incident.types.add(draft.type)
