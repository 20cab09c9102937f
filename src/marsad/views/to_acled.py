"""Events as rows of ACLED: 31 columns in ACLED's order, and the claims behind each row.

Rules of the view, after ACLED's codebook: one row for a day, a place and its parties, under the graver type; the lowest
figure; a total for several places is divided, the rest going to the first; no information is 0. A gain of territory
counts when it lasts over a day: it is *provisional* in ``tags`` until a later report is at hand, and an armed clash
where it was taken back within the day or is denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from marsad.events.pieces import AREA_KINDS
from marsad.events.rules import Rules, bloc_of
from marsad.events.tolls import numbers
from marsad.events.victims import side
from marsad.records import Event, Figure, PlaceMention, Told
from marsad.views.schemes import Party, acled_rank, country_of, is_armed, parties
from marsad.views.territory import TRANSFER, Gain, Ruled, gains, ruled

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
CLAIMS = "claims"
BATTLES, EXPLOSIONS, CIVILIANS, STRATEGIC = (
    "Battles", "Explosions/Remote violence", "Violence against civilians", "Strategic developments",
)  # fmt: skip
LONGEST_WEEK = 7
# Classes of weapons by the sub-event of fire from afar that they make, the graver first.
MEANS = {
    "Chemical weapon": frozenset({"chemical"}),
    "Suicide bomb": frozenset({"suicide_vest"}),
    "Air/drone strike": frozenset({"aircraft", "helicopter", "drone", "aerial_bomb", "barrel_bomb"}),
    "Shelling/artillery/missile attack": frozenset({"artillery", "mortar", "mlrs", "missile", "rocket", "shell"}),
    "Remote explosive/landmine/IED": frozenset({"mine", "ied", "vbied", "bomb", "explosive_remnants"}),
}
BY_HAND = frozenset({"small_arms", "melee", "heavy_machine_gun", "rpg"})


@dataclass(frozen=True, slots=True)
class Options:
    """Where the codebook leaves a choice: what "tens" and an unnumbered plural are worth."""

    tens: int = 10
    several: int = 3


@dataclass(frozen=True, slots=True)
class Coded:
    """An event under ACLED's types, and what is still open about it."""

    event_type: str
    sub_event: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Territory:
    """Every gain that is claimed, and the last day that anything is told of."""

    gains: Sequence[Gain]
    last: date


def acled_rows(
    events: Sequence[Event], told: Mapping[str, Told], rules: Rules, types: Mapping[str, tuple[str | None, str | None]],
    options: Options = Options(),
) -> list[dict[str, Any]]:  # fmt: skip
    """The rows, by date and id; ``types`` are the codebook's equivalents in ACLED."""
    known = gains(events, told, rules)
    happened = [event.date_to for event in events if event.date_to and event.standing == "claimed"]
    last = date.fromisoformat(max(happened)) if happened else date.min
    rows: dict[tuple[object, ...], dict[str, Any]] = {}
    for event in events:
        coded = code(event, told, rules, types) if event.standing == "claimed" and event.date_from else None
        if coded is None or not event.places or not event.places[0].country:
            continue
        for row in _rows(event, coded, told, rules, options, Territory(known, last)):
            key = (row["event_date"], row["location"], *sorted((row["actor1"], row["actor2"])))
            if key in rows and not _violent(rows[key], row):
                key = (*key, row["event_id_cnty"])
            rows[key] = _graver(rows[key], row) if key in rows else row
    return sorted(rows.values(), key=lambda row: (row["event_date"], row["event_id_cnty"]))


def _violent(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return STRATEGIC not in (one["event_type"], other["event_type"])


def code(
    event: Event, told: Mapping[str, Told], rules: Rules, types: Mapping[str, tuple[str | None, str | None]]
) -> Coded | None:
    """The event's type and sub-event; None for what ACLED does not code. Places taken are ruled on one by one."""
    if event.type == "control_gain":
        return Coded(BATTLES, "Armed clash")
    if event.type in ("killed", "wounded"):
        return _by_result(event, _weapons(event, told))
    if event.type == "withdrawal":
        return Coded(STRATEGIC, "Non-violent transfer of territory")
    if event.type == "equipment_loss":
        return Coded(STRATEGIC, "Disrupted weapons use")
    if event.type == "property_damage":
        return Coded(STRATEGIC, "Looting/property destruction")
    event_type, sub_event = types.get(event.type, (None, None))
    if event_type is None or sub_event is None:
        return None
    if event.type in ("attack", "shooting") and _hits_civilians(event, rules):
        return Coded(CIVILIANS, "Attack")
    return Coded(event_type, sub_event)


def _by_result(event: Event, weapons: Set[str]) -> Coded | None:
    """Dead by the means that killed them; without one, fighters fell fighting, and others are coded only where somebody
    is said to have killed them: nobody saw an attack where no more is told than the dead. Wounded alone are not coded.
    """
    groups = {figure.whom for figure in event.figures if figure.kind == "killed"}
    if event.type == "wounded" or not (groups or event.agents):
        return None
    remote = next((sub_event for sub_event, classes in MEANS.items() if weapons & classes), None)
    if remote is not None:
        return Coded(EXPLOSIONS, remote)
    if not groups <= {"civilians", "people"}:
        return Coded(BATTLES, "Armed clash")
    return Coded(CIVILIANS, "Attack") if event.agents or weapons & BY_HAND else None


def _weapons(event: Event, told: Mapping[str, Told]) -> frozenset[str]:
    """The classes of the weapons that claims of an event name as means."""
    claims = [told[claim].claim for claim in event.claims if claim in told]
    return frozenset(one.weapon_class for claim in claims for one in claim.weapons if one.weapon_class)


def _hits_civilians(event: Event, rules: Rules) -> bool:
    return any(figure.whom == "civilians" for figure in event.figures) and not any(
        mention.actor and side(bloc_of(mention.actor, rules)) != "civilians" for mention in event.targets
    )


def _rows(
    event: Event, coded: Coded, told: Mapping[str, Told], rules: Rules, options: Options, territory: Territory
) -> Iterable[dict[str, Any]]:
    spots = [place for place in event.places if place.lat is not None and place.kind not in AREA_KINDS] or [
        event.places[0]
    ]
    deaths = _deaths(event.figures, options)
    for at, place in enumerate(spots):
        share = deaths // len(spots) + (1 if at < deaths % len(spots) else 0)
        decided = ruled(event, place, territory.gains, territory.last)
        yield _row(event, coded if decided is None else _taken(decided), place, at, share, told, rules)


def _taken(decided: Ruled) -> Coded:
    """A place that was taken, under the type of its sub-event."""
    event_type = STRATEGIC if decided.sub_event == TRANSFER else BATTLES
    return Coded(event_type, decided.sub_event, (decided.tag,) if decided.tag else ())


def _deaths(figures: Iterable[Figure], options: Options) -> int:
    """The lowest figures of all groups together; vague words by ACLED's defaults."""
    return sum(_lowest(figure, options) for figure in figures if figure.kind == "killed")


def _lowest(figure: Figure, options: Options) -> int:
    vague = {(10, 99): options.tens, (2, None): options.several}
    values = [vague.get((one.low, one.high), one.low) for one in numbers(figure.estimates)]
    return min([value for value in values if value] or [0])


def _row(
    event: Event, coded: Coded, place: PlaceMention, at: int, deaths: int, told: Mapping[str, Told], rules: Rules
) -> dict[str, Any]:
    country = country_of(place)
    agents, targets = parties(event, country, rules)
    one, other, allies, victims = _sides(coded, agents, targets, country.name)
    claims = [told[claim] for claim in event.claims if claim in told]
    day, precision = _day(event)
    hits_civilians = other is not None and not is_armed(other) and coded.event_type in (CIVILIANS, EXPLOSIONS)
    return {
        "event_id_cnty": f"{country.letters}{int(event.id[1:9], 16) + at}", "event_date": day.isoformat(),
        "year": day.year, "time_precision": precision, "disorder_type": disorder(coded.event_type, coded.sub_event),
        "event_type": coded.event_type, "sub_event_type": coded.sub_event, "actor1": one.name,
        "assoc_actor_1": "; ".join(ally.name for ally in allies), "inter1": one.inter,
        "actor2": other.name if other else "", "assoc_actor_2": "; ".join(victim.name for victim in victims),
        "inter2": other.inter if other else "", "interaction": interaction(one, other),
        "civilian_targeting": "Civilian targeting" if hits_civilians else "", "iso": country.iso,
        "region": country.region, "country": country.name, "admin1": place.admin1 or "",
        "admin2": place.admin2 or "", "admin3": "",
        "location": place.name or place.text, "latitude": _four(place.lat), "longitude": _four(place.lon),
        "geo_precision": place.precision or 3,
        "source": "; ".join(sorted({told.outlet for told in claims if told.outlet})),
        "source_scale": _scale(claims, rules), "notes": _notes(event, day, place, deaths, coded), "fatalities": deaths,
        "tags": "; ".join(coded.tags), "timestamp": _timestamp(claims), CLAIMS: "; ".join(event.claims),
    }  # fmt: skip


def _sides(
    coded: Coded, agents: Sequence[Party], targets: Sequence[Party], country: str
) -> tuple[Party, Party | None, list[Party], list[Party]]:
    """Who stands against whom; in a battle civilians are no party."""
    unknown = Party(f"Unidentified Armed Group ({country})", 3, "Political militia")
    armed = sorted((one for one in targets if is_armed(one)), key=lambda one: one.code)
    facing = armed if coded.event_type == BATTLES else list(targets)
    one = agents[0] if agents else unknown
    rest = list(agents[1:])
    if not facing and coded.event_type == BATTLES:
        others = [ally for ally in rest if _face(one, ally)]
        facing = others[:1] or [unknown]
        rest = [ally for ally in rest if ally not in facing]
    if not facing and coded.event_type == CIVILIANS:
        facing = [Party(f"Civilians ({country})", 7, "Civilians")]
    return one, facing[0] if facing else None, rest, facing[1:]


def _face(one: Party, other: Party) -> bool:
    """Whether two parties named together are likelier foes than allies: a state or its guests, and its opponents."""
    return (one.code in (1, 8)) != (other.code in (1, 8))


def interaction(one: Party, other: Party | None) -> str:
    """ACLED's text for two kinds of actors, the lower number first; outsiders stand before civilians."""
    if other is None:
        return f"{one.inter} only"
    first, second = sorted((one, other), key=lambda party: party.code)
    if (first.code, second.code) == (7, 8):
        first, second = second, first
    return f"{first.inter}-{second.inter}"


def disorder(event_type: str, sub_event: str) -> str:
    """The disorder type that goes with a type."""
    if event_type in (BATTLES, EXPLOSIONS, CIVILIANS) or sub_event == "Mob violence":
        return "Political violence"
    if event_type == STRATEGIC:
        return STRATEGIC
    return "Political violence; Demonstrations" if sub_event.startswith("Excessive") else "Demonstrations"


def _day(event: Event) -> tuple[date, int]:
    """The day and its precision: the middle of a period that is not a day."""
    first = date.fromisoformat(event.date_from or "")
    last = date.fromisoformat(event.date_to or event.date_from or "")
    span = (last - first).days
    if span == 0:
        return first, 1
    return first + timedelta(days=span // 2), 2 if span <= LONGEST_WEEK else 3


def _four(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _scale(claims: Sequence[Told], rules: Rules) -> str:
    leanings = {(rules.leanings.get(one.outlet or "") or "").casefold() for one in claims}
    national = any("government" in one or "state" in one for one in leanings)
    international = any("international" in one or "independent" in one for one in leanings)
    if national or international:
        return "National-International" if national and international else "National" if national else "International"
    return "New media" if any("opposition" in one for one in leanings) else "Other"


def _notes(event: Event, day: date, place: PlaceMention, deaths: int, coded: Coded) -> str:
    """A sentence that begins with date and place, and says what is disputed."""
    ranges = [
        f"{figure.kind} ({figure.whom}) {figure.low} to {figure.high if figure.high is not None else 'more'}"
        for figure in event.figures
    ]
    parts = [f"On {day.day} {day:%B %Y}, {coded.sub_event.casefold()} at {place.name or place.text}."]
    parts += [f"Figures: {', '.join(ranges)}; fatalities coded {deaths}."] if ranges else []
    parts += [f"Disputed: {'; '.join(one.says for one in event.contradictions)}."] if event.contradictions else []
    return " ".join(" ".join(parts).split())


def _timestamp(claims: Sequence[Told]) -> int:
    """The day of the last report, as Unix time: the same input gives the same file."""
    days = [one.published for one in claims if one.published]
    last = max(days) if days else date(1970, 1, 1)
    return int(datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp())


def _graver(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Two rows of one day, place and parties as one, under the graver type; deaths and claims add up."""
    ranked = sorted(
        (one, other), key=lambda row: (acled_rank(row["event_type"], row["sub_event_type"]), row["event_id_cnty"])
    )
    kept = dict(ranked[0])
    kept["fatalities"] = one["fatalities"] + other["fatalities"]
    kept["notes"] = f"{ranked[0]['notes']} {ranked[1]['notes']}"
    for name in ("source", "tags", CLAIMS):
        parts = [part for row in ranked for part in row[name].split("; ") if part]
        kept[name] = "; ".join(dict.fromkeys(parts))
    return kept
