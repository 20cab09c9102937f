"""Events as plain data, and as one table of rows that every flat format shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marsad.records import Event, Figure, PlaceMention, Told

COLUMNS = (
    "event_id", "type", "types", "standing", "date_from", "date_to", "place", "place_id", "country", "admin1",
    "latitude", "longitude", "geo_precision", "radius_km", "agents", "agent_ids", "targets", "target_ids",
    "killed_low", "killed_high", "killed_selected", "wounded_low", "wounded_high", "wounded_selected", "captured_low",
    "captured_high", "displaced_low", "displaced_high", "toll_rule", "grade", "contradictions", "sources", "outlets",
    "reports", "claims", "words", "because",
)  # fmt: skip
# How far from the point of a place its happening may be, by geo_precision; a bare pin would be read as exact.
RADIUS_KM = {1: 1.0, 2: 5.0, 3: 30.0}
KINDS = ("killed", "wounded", "captured", "displaced")


def event_dict(event: Event, told: Mapping[str, Told]) -> dict[str, Any]:
    """One event as JSON-able data, with the words of its claims."""
    return {
        "id": event.id, "type": event.type, "types": list(event.types), "standing": event.standing,
        "date_from": event.date_from, "date_to": event.date_to,
        "places": [_place(place) for place in event.places],
        "agents": [{"text": one.text, "actor": one.actor, "name": one.name} for one in event.agents],
        "targets": [{"text": one.text, "actor": one.actor, "name": one.name} for one in event.targets],
        "figures": [_figure(figure) for figure in event.figures],
        "contradictions": [
            {"about": one.about, "says": one.says, "one": list(one.one), "other": list(one.other)}
            for one in event.contradictions
        ],
        "grade": event.grade, "roots": list(event.roots), "reports": list(event.reports),
        "because": list(event.because),
        "claims": [_claim(told[claim]) for claim in event.claims if claim in told],
    }  # fmt: skip


def _place(place: PlaceMention) -> dict[str, Any]:
    return {
        "text": place.text, "place": place.place, "name": place.name, "lat": place.lat, "lon": place.lon,
        "country": place.country, "admin1": place.admin1, "kind": place.kind, "precision": place.precision,
    }  # fmt: skip


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "kind": figure.kind, "whom": figure.whom, "low": figure.low, "high": figure.high, "selected": figure.selected,
        "rule": figure.rule, "at_low": list(figure.at_low), "at_high": list(figure.at_high),
        "estimates": [
            {
                "root": one.root, "low": one.low, "high": one.high, "published": one.published,
                "claims": list(one.claims), "superseded": list(one.superseded),
            }
            for one in figure.estimates
        ],
    }  # fmt: skip


def _claim(one: Told) -> dict[str, Any]:
    claim = one.claim
    return {
        "id": claim.id, "report": one.report, "outlet": one.outlet, "type": claim.type, "status": claim.status,
        "text": claim.trigger.text, "start": claim.trigger.start, "end": claim.trigger.end,
    }  # fmt: skip


def event_row(event: Event, told: Mapping[str, Told]) -> dict[str, Any]:
    """One event as a flat row of :data:`COLUMNS`; every row leads back to its claims."""
    place = event.places[0] if event.places else None
    claims = [told[claim] for claim in event.claims if claim in told]
    row: dict[str, Any] = {
        "event_id": event.id, "type": event.type, "types": _join(event.types), "standing": event.standing,
        "date_from": event.date_from, "date_to": event.date_to,
        "place": (place.name or place.text) if place else None, "place_id": place.place if place else None,
        "country": place.country if place else None, "admin1": place.admin1 if place else None,
        "latitude": place.lat if place else None, "longitude": place.lon if place else None,
        "geo_precision": place.precision if place else None, "radius_km": radius_km(place),
        "agents": _join(one.name or one.text for one in event.agents),
        "agent_ids": _join(one.actor or "" for one in event.agents),
        "targets": _join(one.name or one.text for one in event.targets),
        "target_ids": _join(one.actor or "" for one in event.targets),
        "toll_rule": event.figures[0].rule if event.figures else None, "grade": event.grade,
        "contradictions": _join(one.says for one in event.contradictions), "sources": _join(event.roots),
        "outlets": _join(sorted({one.outlet for one in claims if one.outlet})), "reports": _join(event.reports),
        "claims": _join(event.claims), "words": _join(one.claim.trigger.text for one in claims),
        "because": _join(event.because),
    }  # fmt: skip
    row |= totals(event.figures)
    return {name: row.get(name) for name in COLUMNS}


def totals(figures: Sequence[Figure]) -> dict[str, int | None]:
    """Lowest, highest and selected number of each kind over all groups of people; None where no number is known."""
    found: dict[str, int | None] = {}
    for kind in KINDS:
        mine = [figure for figure in figures if figure.kind == kind]
        if mine:
            found[f"{kind}_low"] = sum(figure.low for figure in mine)
            highs = [figure.high for figure in mine]
            found[f"{kind}_high"] = None if None in highs else sum(high or 0 for high in highs)
            chosen = [figure.selected for figure in mine]
            found[f"{kind}_selected"] = None if None in chosen else sum(one or 0 for one in chosen)
    return found


def radius_km(place: PlaceMention | None) -> float | None:
    """How far from its point the happening may be: as the gazetteer has it, else by the precision."""
    if place is not None and place.lat is not None and place.radius_km is not None:
        return place.radius_km
    return RADIUS_KM.get(place.precision or 1) if place and place.lat is not None else None


def _join(parts: object) -> str:
    return "; ".join(parts)  # type: ignore[arg-type]
