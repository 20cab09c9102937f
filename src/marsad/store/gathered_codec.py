"""Events and pieces as JSON and back, without loss."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from marsad.records import ActorMention, Contradiction, Estimate, Event, Figure, PlaceAlternative, PlaceMention
from marsad.store.codec import canonical, plain

if TYPE_CHECKING:  # an intake does without the rules of gathering
    from marsad.events.pieces import Piece, Spot

_SETS = ("reports", "types", "families", "agents", "targets", "words", "weapons")
_PAIRS = ("groups", "tolls")
_PLAIN = ("id", "published", "first", "last", "told_days", "revised", "home", "to_come")


def event_json(event: Event) -> str:
    """An event as canonical JSON."""
    return canonical(plain(event))


def event_from(body: str) -> Event:
    """The event that was written as JSON."""
    data = json.loads(body)
    return Event(
        **data
        | {name: tuple(data[name]) for name in ("types", "claims", "reports", "roots", "because")}
        | {
            "places": tuple(map(_place, data["places"])),
            "agents": tuple(ActorMention(**each) for each in data["agents"]),
            "targets": tuple(ActorMention(**each) for each in data["targets"]),
            "figures": tuple(map(_figure, data["figures"])),
            "contradictions": tuple(
                Contradiction(each["about"], tuple(each["one"]), tuple(each["other"]), each["says"])
                for each in data["contradictions"]
            ),
        }
    )


def _place(data: dict[str, Any]) -> PlaceMention:
    others = tuple(PlaceAlternative(**each) for each in data["alternatives"])
    return PlaceMention(**data | {"alternatives": others})


def _figure(data: dict[str, Any]) -> Figure:
    estimates = tuple(
        Estimate(**each | {"claims": tuple(each["claims"]), "superseded": tuple(each["superseded"])})
        for each in data["estimates"]
    )
    ends = {name: tuple(data[name]) for name in ("at_low", "at_high")}
    return Figure(**data | ends | {"estimates": estimates})


def piece_json(piece: Piece) -> str:
    """A piece as it is compared, as JSON; its claims stand elsewhere."""
    data: dict[str, Any] = {name: getattr(piece, name) for name in _PLAIN}
    data |= {name: sorted(getattr(piece, name)) for name in _SETS}
    data |= {name: sorted(map(list, getattr(piece, name)), key=repr) for name in _PAIRS}
    data["kinds"] = list(map(list, piece.kinds))
    data["spots"] = [
        {field.name: getattr(spot, field.name) for field in fields(spot)} | {"holders": sorted(spot.holders)}
        for spot in piece.spots
    ]
    return canonical(data)


def piece_from(body: str) -> Piece:
    """The piece that was written as JSON, without its claims."""
    from marsad.events.pieces import Piece

    data: dict[str, Any] = json.loads(body)
    data |= {name: frozenset(data[name]) for name in _SETS}
    data |= {name: frozenset(map(tuple, data[name])) for name in _PAIRS}
    data["kinds"] = tuple(map(tuple, data["kinds"]))
    data["spots"] = tuple(map(_spot, data["spots"]))
    return Piece(**data, told=())


def _spot(data: dict[str, Any]) -> Spot:
    from marsad.events.pieces import Spot

    return Spot(**data | {"holders": frozenset(data["holders"])})
