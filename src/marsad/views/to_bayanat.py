"""Events as rows for Bayanat's import of bulletins: alleged, machine created, each to be reviewed by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marsad.records import ActorMention, Event, Told
from marsad.views.schemes import schemes

COLUMNS = (
    "originid", "title", "title_ar", "description", "publish_date", "event_from", "event_to", "event_estimated",
    "event_type", "location", "location_ar", "latitude", "longitude", "labels", "alleged_perpetrator",
    "injured_party", "sources", "related_reports", "reliability", "status", "comments", "claims",
)  # fmt: skip


def bayanat_rows(events: Sequence[Event], told: Mapping[str, Told]) -> list[dict[str, Any]]:
    """One row for each event that is claimed to have happened."""
    return [_row(event, told) for event in events if event.standing == "claimed"]


def _row(event: Event, told: Mapping[str, Told]) -> dict[str, Any]:
    labels = schemes()["bayanat"]
    place = event.places[0] if event.places else None
    claims = [told[claim] for claim in event.claims if claim in told]
    named = sorted({str(labels[name]) for name in event.types if name in labels})
    where = (place.name or place.text) if place else "place not told"
    figures = ", ".join(f"{one.kind} ({one.whom}) {one.low}-{_end(one.high)}" for one in event.figures)
    return {
        "originid": event.id, "title": f"{event.type.replace('_', ' ')}, {where}, {event.date_from or 'day not told'}",
        "title_ar": " · ".join(dict.fromkeys(one.claim.trigger.text for one in claims)), "description": figures,
        "publish_date": min((one.published.isoformat() for one in claims if one.published), default=""),
        "event_from": event.date_from, "event_to": event.date_to,
        "event_estimated": "true" if "date:of-the-report" in event.because else "false",
        "event_type": str(labels.get(event.type, "")), "location": where, "location_ar": place.text if place else "",
        "latitude": place.lat if place else None, "longitude": place.lon if place else None,
        "labels": "; ".join(f"{name} (unverified)" for name in named), "alleged_perpetrator": _names(event.agents),
        "injured_party": _names(event.targets), "sources": "; ".join(event.roots),
        "related_reports": "; ".join(event.reports), "reliability": event.grade, "status": "Machine Created",
        "comments": "; ".join(one.says for one in event.contradictions), "claims": "; ".join(event.claims),
    }  # fmt: skip


def _end(high: int | None) -> str:
    return "" if high is None else str(high)


def _names(mentions: Sequence[ActorMention]) -> str:
    return "; ".join(one.name or one.text for one in mentions)
