"""ACLED's rule on territory, place by place: a gain counts when it lasts over a day, provisionally at first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from marsad.events.families import VIOLENT, family
from marsad.events.rules import Rules, bloc_of
from marsad.events.victims import side
from marsad.records import Event, PlaceMention, Told

REGAINED, OVERTAKES, CLASH = "Government regains territory", "Non-state actor overtakes territory", "Armed clash"
TRANSFER = "Non-violent transfer of territory"
PROVISIONAL, DISPUTED = "provisional", "gain disputed or short-lived"


@dataclass(frozen=True, slots=True)
class Gain:
    """A place that claims of an event say was taken, on which day and by whom."""

    event: str
    place: str
    day: date
    blocs: frozenset[str]
    fought: bool
    disputed: bool


@dataclass(frozen=True, slots=True)
class Ruled:
    """The sub-event of a gain and what is still open about it."""

    sub_event: str
    tag: str


def gains(events: Iterable[Event], told: Mapping[str, Told], rules: Rules) -> list[Gain]:
    """Every gain that is claimed, by event and place."""
    found: list[Gain] = []
    for event in events:
        claims = [told[claim].claim for claim in event.claims if claim in told]
        taken = [
            claim for claim in claims if claim.type == "control_gain" and claim.status in ("asserted", "background")
        ]
        if not taken or not event.date_from:
            continue
        fought = bool(event.figures) or any(
            family(name) in VIOLENT and name not in ("control_gain", "withdrawal") for name in event.types
        )
        blocs = frozenset(bloc_of(one.actor, rules) for claim in taken for one in claim.agents if one.actor)
        disputed = any(one.about == "control" for one in event.contradictions)
        places = sorted({key_of(place) for claim in taken for place in claim.places})
        day = date.fromisoformat(event.date_from)
        found += [Gain(event.id, place, day, blocs, fought, disputed) for place in places]
    return found


def key_of(place: PlaceMention) -> str:
    """What a place is told apart by."""
    return place.place or place.text


def ruled(event: Event, place: PlaceMention, known: Sequence[Gain], last: date) -> Ruled | None:
    """How ACLED codes what happened to the place in this event; None where nobody says that it was taken."""
    mine = next((gain for gain in known if gain.event == event.id and gain.place == key_of(place)), None)
    if mine is None:
        return None
    if mine.disputed or any(_takes_back(mine, other) for other in known):
        return Ruled(CLASH, DISPUTED)
    tag = PROVISIONAL if (last - mine.day).days <= 1 else ""
    if not mine.fought:
        return Ruled(TRANSFER, tag)
    state = {side(bloc) for bloc in mine.blocs} == {"state"}
    return Ruled(REGAINED if state else OVERTAKES, tag)


def _takes_back(mine: Gain, other: Gain) -> bool:
    """Whether the other gain ends this one on the same day or the next."""
    within = other.event != mine.event and 0 <= (other.day - mine.day).days <= 1
    return within and other.place == mine.place and not mine.blocs & other.blocs
