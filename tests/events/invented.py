"""Invented claims: places, people and happenings of no report."""

from __future__ import annotations

from datetime import date

from marsad.events.rules import Rules
from marsad.records import ActorMention, Claim, Count, PlaceMention, SourceMention, Span, Told, WeaponMention

ARMY, REBELS, ALLY = "xx-army", "xx-rebels", "xx-air-force"
SPOTS = {"wadi": (35.0, 36.0), "jisr": (35.02, 36.02), "sahl": (35.5, 36.8), "tall": (36.4, 38.0)}
RULES = Rules(
    parents={ALLY: ARMY},
    blocs={ARMY: "state:XX", ALLY: "state:XX", REBELS: "rebel:XX", "xx-guests": "external_forces:YY"},
    leanings={"gov": "government", "opp": "opposition", "wire": "independent", "other": "Gulf"},
)


def place(key: str) -> PlaceMention:
    """A spot of the invented country."""
    lat, lon = SPOTS[key]
    return PlaceMention(key, 0, len(key), key, key.title(), lat, lon, "XX", "North", "town", 1)


def actor(key: str) -> ActorMention:
    """A party by its id."""
    return ActorMention(key, 0, len(key), key, key.upper())


def told(
    claim_id: str,
    name: str = "airstrike",
    *,
    report: str = "r1",
    outlet: str = "opp",
    day: str | None = "2020-03-02",
    published: str = "2020-03-02",
    at: str | None = "wadi",
    agents: tuple[str, ...] = (),
    targets: tuple[ActorMention, ...] = (),
    count: tuple[int, int | None] | None = None,
    status: str = "asserted",
    source: SourceMention | None = None,
    incident: int = 1,
    start: int = 0,
    item: str | None = None,
    outcome: str | None = None,
) -> Told:
    """One invented claim with its report."""
    claim = Claim(
        id=claim_id, type=name, trigger=Span(name, start, start + len(name)), agents=tuple(map(actor, agents)),
        targets=targets, places=(place(at),) if at else (), date_from=day, date_to=day,
        count=Count(*count, str(count[0]), 0, 1) if count else None, status=status,
        sources=(source,) if source else (), incident=incident, outcome=outcome,
        item=WeaponMention(item, 0, len(item), item) if item else None,
    )  # fmt: skip
    return Told(claim, report, outlet, date.fromisoformat(published))


def people(word: str = "مدنيين") -> tuple[ActorMention, ...]:
    """Victims in the words of a report."""
    return (ActorMention(word, 0, len(word)),)


def speaker(text: str, source: str | None = None) -> SourceMention:
    """Who says so."""
    return SourceMention(text, 0, len(text), source)
