"""What gathering is told beside the claims: who belongs to whom, how large places are, which figure is selected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from marsad.actors.register import Register
from marsad.errors import SettingError
from marsad.places.gazetteer import Gazetteer, Place

TOLL_RULES = ("acled", "ucdp", "airwars")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a gathering; ``leanings`` says whose side an outlet or source is on, where that is known."""

    places: Mapping[str, Place] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)
    blocs: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    leanings: Mapping[str, str] = field(default_factory=dict)
    toll_rule: str = "acled"
    threshold: float = 6.0
    """From this score on two pieces are one event; found on the sample reports, 2026-11-25."""
    largest_block: int = 60
    """In a larger block each piece is compared with this many neighbours only, in an order of content."""
    near_km: float = 8.0
    """Places not farther apart than this may be two names of one spot; the villages of one front are."""


def rules_of(
    actors: Register, gazetteer: Gazetteer, *, leanings: Mapping[str, str] | None = None, toll_rule: str = "acled"
) -> Rules:
    """The rules that the registers give; ``leanings`` adds whose side outlets are on."""
    if toll_rule not in TOLL_RULES:
        raise SettingError(
            f"toll rule: expected one of {', '.join(TOLL_RULES)}, found {toll_rule!r}; choose one of them"
        )
    known = {
        name: entry.leaning
        for entry in actors.sources.values()
        if entry.leaning
        for name in (entry.id, entry.name, entry.name_ar)
    }
    return Rules(
        places=gazetteer.places,
        parents={actor.id: actor.parent for actor in actors.actors.values() if actor.parent},
        blocs={actor.id: _bloc(actor.kind, actor.country) for actor in actors.actors.values()},
        names={actor.id: actor.name for actor in actors.actors.values()},
        leanings=known | dict(leanings or {}),
        toll_rule=toll_rule,
    )


def _bloc(kind: str, country: str | None) -> str:
    """The side an actor stands on as far as its kind says: the state, its opponents, outsiders of one country."""
    side = {"state_forces": "state", "government": "state", "rebel": "rebel", "political": "political"}.get(kind, kind)
    return f"{side}:{country or '-'}"


def bloc_of(actor: str, rules: Rules) -> str:
    """The bloc of the actor's topmost parent."""
    return rules.blocs.get(chain(actor, rules)[-1], actor)


def chain(actor: str, rules: Rules) -> tuple[str, ...]:
    """The actor and those it is part of, nearest first."""
    found = [actor]
    while (parent := rules.parents.get(found[-1])) is not None and parent not in found:
        found.append(parent)
    return tuple(found)
