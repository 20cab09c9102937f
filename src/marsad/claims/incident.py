"""Which claims tell of one happening: same causal story, no contradiction in place, day or status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.claims.draft import INHERITED, SIDE, Draft
from marsad.claims.links import RESULTS
from marsad.claims.narrative import ELSEWHERE

POLITICS = frozenset({"accuse", "demand", "reject", "threaten", "talks", "agreement", "released", "aid", "protest"})
# Ways of violence that one incident seldom mixes beyond a sentence: of claims joined across sentences that were one of
# these and one of those, the development gold makes one incident of one in eight.
WAYS = {
    "shelling": "remote", "airstrike": "remote", "chemical_attack": "remote", "attack": "ground", "clash": "ground",
    "repel": "ground", "control_gain": "ground", "withdrawal": "ground", "bombing": "blast",
    "suicide_bombing": "blast", "mobilize": "moves",
}  # fmt: skip
# Which other ways each is apart from.
APART = {
    "remote": frozenset({"ground", "moves"}), "ground": frozenset({"remote", "moves"}),
    "moves": frozenset({"remote", "ground"}), "blast": frozenset(),
}  # fmt: skip
# Fire from the ground and from the air, where the report says what with; a mere قصف may be either.
FIRED = frozenset({"shelling", "airstrike"})
# The word for what is left behind, and how near it stands behind its explosion, in words.
LEFT, LEFT_WITHIN = frozenset({"مخلفات"}), 6
EXCHANGED = frozenset({"arrested", "abducted", "captured", "released"})
# How many incidents back a claim may be joined to: reports return to their first lines, seldom further.
LOOK_BACK = 6
# Within so many sentences a claim without a place goes on with an incident; farther on it needs a place of its own.
NEAR = 2


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
    ways: set[str] = field(default_factory=set)


def assign(drafts: Sequence[Draft]) -> None:
    """Give each draft its incident number, in the order of the text."""
    incidents: list[Incident] = []
    for at, draft in enumerate(drafts):
        cause = _told_with(drafts[at - 1], draft) if at and draft.type in RESULTS else None
        places = _place_keys(draft)
        incident = incidents[cause.incident - 1] if cause is not None else _joined(draft, places, incidents)
        if incident is None:
            incident = Incident(
                len(incidents) + 1, background=draft.status == "background", politics=draft.type in POLITICS
            )
            incidents.append(incident)
        _add(incident, draft, places)
        draft.incident = incident.number


def _joined(draft: Draft, places: set[str], incidents: Sequence[Incident]) -> Incident | None:
    """The latest of the last incidents that the claim can be of."""
    background, dates, sentence = draft.status == "background", draft.dates, draft.scene.line.index
    for known in reversed(incidents[-LOOK_BACK:]):
        if background != known.background or (places and known.places and places.isdisjoint(known.places)):
            continue
        if dates is not None and known.dates is not None and not _overlap(dates, known.dates):
            continue
        if _joins(draft, places, known, sentence):
            return known
    return None


def _told_with(other: Draft, draft: Draft) -> Draft | None:
    """The claim right before a result in its sentence, where no place or day parts them: قصفوا X ما أدى إلى مقتل 3."""
    if other.scene is not draft.scene:
        return None
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
    if not draft.places or SIDE in draft.because:
        return set()
    return {place.head.removeprefix("ال") for place in draft.places}


def _joins(draft: Draft, places: set[str], incident: Incident, sentence: int) -> bool:
    """Whether a claim of a sentence can be of an incident, with no other places or days: by what it is and how far."""
    if (draft.type in POLITICS) != incident.politics and not _in_one_breath(draft, incident):
        return False
    if incident.politics and (draft.type not in incident.types and sentence - incident.sentence > 1):
        return False
    if sentence != incident.sentence and _another_way(draft, incident):
        return False
    if not places and not ELSEWHERE.isdisjoint(draft.because):
        return sentence == incident.sentence
    if sentence - incident.sentence <= NEAR:
        return True
    return not places.isdisjoint(incident.places) and INHERITED not in draft.because


def _in_one_breath(draft: Draft, incident: Incident) -> bool:
    """Whether one sentence tells of deeds that go together: support beside fighting, who is held and who set free."""
    if incident.sentence != draft.scene.line.index:
        return False
    held = incident.types & EXCHANGED - {draft.type}
    return "aid" in {draft.type} | incident.types or (draft.type in EXCHANGED and bool(held))


def _another_way(draft: Draft, incident: Incident) -> bool:
    """Whether it tells of another way of violence than all of the incident so far."""
    if draft.type == "bombing" and _left_behind(draft):
        return True
    if draft.weapons and draft.type in FIRED and draft.type not in incident.types and incident.types & FIRED:
        return True
    if not incident.ways or draft.type not in WAYS:
        return False
    mine = WAYS[draft.type]
    return mine not in incident.ways and not incident.ways.isdisjoint(APART[mine])


def _left_behind(draft: Draft) -> bool:
    """Whether what blew up was left behind by fighting long over: انفجار لغم من مخلفات X."""
    words = range(draft.found.last + 1, min(draft.found.last + LEFT_WITHIN, draft.scene.line.last))
    return any(draft.scene.key(at) in LEFT for at in words)


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _add(incident: Incident, draft: Draft, places: set[str]) -> None:
    incident.places |= places
    incident.dates = incident.dates or draft.dates
    incident.sentence = draft.scene.line.index
    incident.types.add(draft.type)
    if draft.type in WAYS:
        incident.ways.add(WAYS[draft.type])
