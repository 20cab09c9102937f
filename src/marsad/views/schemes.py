"""Codes and names of other schemes, from :file:`schemes.json`, and how parties are named in them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from marsad.events.rules import Rules, bloc_of
from marsad.events.victims import whom
from marsad.records import ActorMention, Claim, Event, PlaceMention, Span


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO number, name, three letters, ACLED region, Gleditsch-Ward number."""

    iso: int | None
    name: str
    letters: str
    region: str
    gwno: int | None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a row: its name, and ACLED's kind of actor as number and text."""

    name: str
    code: int
    inter: str


@lru_cache(maxsize=1)
def schemes() -> dict[str, Any]:
    """The tables of the file."""
    found: dict[str, Any] = json.loads((resources.files("marsad.views") / "schemes.json").read_text("utf-8"))
    return found


def country_of(place: PlaceMention | None) -> Country:
    """The country of a place; one the table lacks keeps its ISO code as name."""
    code = (place.country if place else None) or ""
    row = schemes()["countries"].get(code)
    return (
        Country(row[0], row[1], row[2], row[3], row[4], code)
        if isinstance(row, list)
        else Country(None, code, code or "XXX", "", None, code)
    )


def party(mention: ActorMention, country: Country, rules: Rules) -> Party:
    """A party as ACLED writes it; who the register does not know is civilian by its words, or unidentified."""
    table = schemes()
    if mention.actor:
        kind, _, home = bloc_of(mention.actor, rules).partition(":")
        if kind == "external_forces" and home == country.code:
            kind = "state"  # a state named as such is no outsider at home
        if kind == "state" and home not in (country.code, "-"):
            kind = "external_forces"
        known = kind if kind in table["inter"] else "civilians"
        named = table["actors"].get(mention.actor) or mention.name or mention.text
        return _party(str(named), known)
    group = whom(Claim("", "killed", Span("", 0, 0), targets=(mention,)), rules)
    if group in ("civilians", "people"):
        return _party(f"Civilians ({country.name})", "civilians")
    return _party(f"Unidentified Armed Group ({country.name})", "militia")


def _party(name: str, kind: str) -> Party:
    code, inter = schemes()["inter"][kind]
    return Party(name, code, inter)


def is_armed(one: Party) -> bool:
    """Whether a party bears arms."""
    return one.code not in (5, 6, 7)


def parties(event: Event, country: Country, rules: Rules) -> tuple[list[Party], list[Party]]:
    """Who did it and to whom, each once, under the names of the scheme."""
    agents = {one.name: one for mention in event.agents if (one := party(mention, country, rules)) and is_armed(one)}
    targets = {one.name: one for mention in event.targets if (one := party(mention, country, rules)).name not in agents}
    return list(agents.values()), list(targets.values())


def acled_rank(event_type: str, sub_event: str) -> int:
    """The place of a type in ACLED's hierarchy; the lower outranks."""
    order: list[list[str]] = schemes()["acled_order"]
    pair = [event_type, sub_event]
    return order.index(pair) if pair in order else len(order)
