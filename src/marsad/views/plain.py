"""A reading as plain data, with the field names of the annotation guidelines and Marsad's own beside them."""

from __future__ import annotations

import json
from typing import Any

from marsad.records import ActorMention, Claim, Issue, PlaceMention, Reading, SourceMention, Span, WeaponMention

# JSON lets these stand in a string as they are; many a reader of lines breaks the line at them.
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


def reading_dict(reading: Reading) -> dict[str, Any]:
    """One reading as JSON-able data; the contract of ``marsad read --format jsonl``."""
    return {
        "id": reading.id,
        "published": reading.published.isoformat() if reading.published else None,
        "outlet": reading.outlet,
        "sha256": reading.sha256,
        "claims": [claim_dict(claim) for claim in reading.claims],
        "issues": [issue_dict(issue) for issue in reading.issues],
    }


def claim_dict(claim: Claim) -> dict[str, Any]:
    """One claim as JSON-able data."""
    return {
        "id": claim.id,
        "type": claim.type,
        "trigger": _span(claim.trigger),
        "agents": [_actor(mention) for mention in claim.agents],
        "targets": [_actor(mention) for mention in claim.targets],
        "places": [_place(mention) for mention in claim.places],
        "time": _span(claim.time) if claim.time else None,
        "date_from": claim.date_from,
        "date_to": claim.date_to,
        "count": _count(claim),
        "item": _weapon(claim.item) if claim.item else None,
        "outcome": claim.outcome,
        "weapons": [_weapon(mention) for mention in claim.weapons],
        "sources": [_source(mention) for mention in claim.sources],
        "status": claim.status,
        "incident": claim.incident,
        "because": list(claim.because),
    }


def issue_dict(issue: Issue) -> dict[str, Any]:
    """One issue as JSON-able data."""
    return {"reason": issue.reason, "message": issue.message, "start": issue.start, "end": issue.end}


def json_line(reading: Reading) -> str:
    """One reading on one line, also for readers that take the line ends of other alphabets for line ends."""
    return json.dumps(reading_dict(reading), ensure_ascii=False).translate(_LINE_ENDS)


def _span(span: Span) -> dict[str, Any]:
    return {"text": span.text, "start": span.start, "end": span.end}


def _actor(mention: ActorMention) -> dict[str, Any]:
    return {**_span(mention), "actor": mention.actor, "name": mention.name}


def _place(mention: PlaceMention) -> dict[str, Any]:
    return {
        **_span(mention), "place": mention.place, "name": mention.name, "lat": mention.lat, "lon": mention.lon,
        "country": mention.country, "admin1": mention.admin1, "kind": mention.kind, "precision": mention.precision,
        "name_ar": mention.name_ar, "admin2": mention.admin2, "pcode": mention.pcode, "radius_km": mention.radius_km,
        "where_prec": mention.where_prec, "basis": mention.basis,
        "alternatives": [
            {"place": other.place, "name": other.name, "share": other.share} for other in mention.alternatives
        ],
    }  # fmt: skip


def _source(mention: SourceMention) -> dict[str, Any]:
    return {**_span(mention), "source": mention.source, "name": mention.name, "kind": mention.kind}


def _weapon(mention: WeaponMention) -> dict[str, Any]:
    return {**_span(mention), "class": mention.weapon_class}


def _count(claim: Claim) -> dict[str, Any] | None:
    count = claim.count
    if count is None:
        return None
    return {"low": count.low, "high": count.high, "text": count.text, "start": count.start, "end": count.end}
