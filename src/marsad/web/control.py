"""Who is said to hold which place, day by day: dated claims with who makes them, nothing filled in between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from marsad.records import Event, PlaceMention, Told

# What moves a place from one hand to another.
TYPES = ("control_gain", "withdrawal")


def control(events: Iterable[Event], told: Mapping[str, Told], most: int = 200) -> list[dict[str, Any]]:
    """Places with the claims about who holds them, those with most claims first."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    places: dict[str, PlaceMention] = {}
    for event in events:
        if not set(TYPES) & set(event.types):
            continue
        is_contested = any(each.about == "control" for each in event.contradictions)
        for one in (told[claim] for claim in event.claims if claim in told):
            if one.claim.type not in TYPES:
                continue
            for place in one.claim.places:
                key = place.place or place.text
                places.setdefault(key, place)
                found[key].append(_said(one, event, is_contested))
    ordered = sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))
    return [_place(places[key], claims) for key, claims in ordered[:most]]


def _place(place: PlaceMention, claims: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "place": place.name or place.text, "name_ar": place.name_ar, "text": place.text, "lat": place.lat,
        "lon": place.lon, "claims": sorted(claims, key=lambda each: (each["day"] or "", each["claim"])),
    }  # fmt: skip


def _said(one: Told, event: Event, is_contested: bool) -> dict[str, Any]:
    claim = one.claim
    source = claim.sources[-1] if claim.sources else None
    return {
        "claim": claim.id, "event": event.id, "type": claim.type, "status": claim.status,
        "day": claim.date_from or (one.published.isoformat() if one.published else None),
        "holder": next((agent.name or agent.text for agent in claim.agents), ""),
        "holder_text": next((agent.text for agent in claim.agents), ""),
        "by": (source.name or source.text) if source else (one.outlet or one.report),
        "is_contested": is_contested,
    }  # fmt: skip
