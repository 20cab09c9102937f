"""Events as PLOVER records, one JSON object each, with the fields of the manual's draft 2.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marsad.events.rules import Rules, bloc_of
from marsad.records import ActorMention, Event, PlaceMention, Told
from marsad.views.schemes import country_of

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
SCALE = {
    "AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5.0, "CONCEDE": 4.5, "COOPERATE": 9.5, "AID": 10.0, "RETREAT": 6.5,
    "REQUEST": 0.0, "ACCUSE": -3.0, "REJECT": -2.0, "THREATEN": -3.5, "PROTEST": -5.0, "SANCTION": -6.0,
    "MOBILIZE": -5.5, "COERCE": -7.0, "ASSAULT": -9.0,
}  # fmt: skip
_SECTORS = {"state": "MIL", "rebel": "REB", "militia": "PRM", "external_forces": "MIL", "political": "PTY"}
_RESOLUTION = {
    "neighbourhood": 5, "hospital": 5, "facility": 5, "city": 4, "town": 4, "village": 4, "district": 3,
    "governorate": 2, "region": 2, "country": 1,
}  # fmt: skip
_TWO_SIDED = frozenset({"clash", "talks", "agreement"})


def plover_records(
    events: Sequence[Event], told: Mapping[str, Told], rules: Rules, types: Mapping[str, tuple[str | None, str | None]]
) -> list[dict[str, Any]]:
    """The records of events PLOVER codes: those with an actor, of a type it has. ``types``: event and mode."""
    return [
        _record(event, told, rules, *coded)
        for event in events
        if event.standing == "claimed" and event.date_from and event.agents
        and (coded := _coded(types.get(event.type, (None, None)))) is not None
    ]  # fmt: skip


def _coded(equivalent: tuple[str | None, str | None]) -> tuple[str, str | None] | None:
    return None if equivalent[0] is None else (equivalent[0], equivalent[1])


def _record(event: Event, told: Mapping[str, Told], rules: Rules, code: str, mode: str | None) -> dict[str, Any]:
    claims = [told[claim] for claim in event.claims if claim in told]
    two_sided = event.type in _TWO_SIDED
    actors = [*event.agents, *(event.targets if two_sided else ())]
    record: dict[str, Any] = {
        "id": event.id, "date": event.date_from, "enddate": event.date_to, "has_event": True,
        "actor": [_entity(one, rules) for one in actors],
        "recipient": [] if two_sided else [_entity(one, rules) for one in event.targets], "event": [code],
        "mode": [mode] if mode else [], "context": ["military"] if code in ("ASSAULT", "MOBILIZE") else [],
        "quad_code": QUAD[code], "event_scale": SCALE[code],
        "event_text": [one.claim.trigger.text for one in claims], "size": _size(event),
        "cite_info": {
            "corpus": "marsad", "citation": "; ".join(event.reports), "language": "ar", "coder": "marsad",
            "codebook": "PLOVER 2.0 draft",
        },
        "text_info": [
            {"report": one.report, "start": one.claim.trigger.start, "end": one.claim.trigger.end} for one in claims
        ],
        "comment": event.grade, "claims": list(event.claims),
    }  # fmt: skip
    if event.places:
        record["event_loc"] = _location(event.places[0])
    return record


def _entity(mention: ActorMention, rules: Rules) -> dict[str, Any]:
    kind, _, country = bloc_of(mention.actor, rules).partition(":") if mention.actor else ("", "", "")
    return {
        "code": country if len(country) == 2 else "", "sector": _SECTORS.get(kind, "UNK"), "entity_text": mention.text,
        "identifier_text": mention.name or "",
    }  # fmt: skip


def _size(event: Event) -> dict[str, int]:
    """Dead, injured, arrested by the lowest figures."""
    names = {"killed": "dead", "wounded": "injured", "arrested": "arrested"}
    found: dict[str, int] = {}
    for figure in event.figures:
        if figure.kind in names:
            found[names[figure.kind]] = found.get(names[figure.kind], 0) + figure.low
    return found


def _location(place: PlaceMention) -> dict[str, Any]:
    return {
        "extracted_place": place.text, "resolved_place": place.name, "lat": place.lat, "lon": place.lon,
        "province": place.admin1, "country": country_of(place).name, "country_code": place.country,
        "resolution": _RESOLUTION.get(place.kind or "", 4),
    }  # fmt: skip
