"""Who is said to hold which place, as the front end draws it: stretches of :mod:`marsad.events.control` by place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from marsad.events import Rules, control_timeline
from marsad.events.control import Stretch
from marsad.records import Event, PlaceMention, Told

# So many places are drawn, those first of which most is claimed.
MOST = 200


def control(
    events: Sequence[Event], told: Mapping[str, Told], roots: Mapping[str, str], rules: Rules
) -> list[dict[str, Any]]:
    """Places with the claims about who holds them, those with most claims first."""
    stretches = control_timeline(events, told.values(), roots, rules, planned=True)
    by_place = {key: list(found) for key, found in groupby(stretches, key=lambda one: one.place)}
    places: dict[str, PlaceMention] = {}
    for one in stretches:
        for place in told[one.claim].claim.places:
            places.setdefault(place.place or place.text, place)
    ordered = sorted(by_place.items(), key=lambda each: (-len(each[1]), each[0]))
    return [_place(places[key], found) for key, found in ordered[:MOST]]


def _place(place: PlaceMention, found: Sequence[Stretch]) -> dict[str, Any]:
    return {
        "place": place.name or place.text, "name_ar": place.name_ar, "text": place.text, "lat": place.lat,
        "lon": place.lon, "claims": [_said(one) for one in found],
    }  # fmt: skip


def _said(one: Stretch) -> dict[str, Any]:
    return {
        "claim": one.claim, "event": one.event, "type": one.type, "state": one.state, "status": one.status,
        "day": one.start, "until": one.until, "holder": one.actor or "", "holder_text": one.actor_words or "",
        "by": one.claimant, "is_contested": one.contested,
    }  # fmt: skip
