"""Lethal events as rows of UCDP GED: 49 columns in its order, and the claims behind each row.

``best`` is the sum of the deaths by side, ``low`` and ``high`` the ends of what is claimed. Dyad and conflict numbers
are UCDP's own and stay empty. A neighbourhood is placed at its town, named in brackets.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from marsad.events.rules import Rules
from marsad.records import Event, PlaceMention, Told
from marsad.views.schemes import country_of, is_armed, parties

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
CLAIMS = "claims"
_PRECISION = {"governorate": 4, "district": 3, "region": 5, "country": 6}


def ucdp_rows(events: Sequence[Event], told: Mapping[str, Told], rules: Rules) -> list[dict[str, Any]]:
    """The rows of events with a death in any estimate."""
    lethal = [
        event for event in events
        if event.standing == "claimed" and event.date_from and event.places
        and any(figure.kind == "killed" and figure.high != 0 for figure in event.figures)
    ]  # fmt: skip
    return [_row(event, told, rules) for event in lethal]


def _row(event: Event, told: Mapping[str, Told], rules: Rules) -> dict[str, Any]:
    place, described = _town(event.places[0], rules)
    country = country_of(place)
    agents, targets = parties(event, country, rules)
    armed = [one for one in (*agents, *targets) if is_armed(one)]
    state_based = any(one.code == 1 for one in armed) or any(one.code == 8 for one in armed)
    facing = [one for one in armed[1:] if one.code != armed[0].code]
    violence = 3 if not facing and _only_civilians(event) and armed else 1 if state_based else 2
    side_a = (
        f"Government of {country.name}" if any(one.code == 1 for one in armed) else armed[0].name if armed else "XXX"
    )
    side_b = "Civilians" if violence == 3 else facing[0].name if facing else f"{country.name} insurgents"
    claims = [told[claim] for claim in event.claims if claim in told]
    first = date.fromisoformat(event.date_from or "")
    last = date.fromisoformat(event.date_to or event.date_from or "")
    deaths = _deaths(event, violence)
    lows, highs = _ends(event)
    best = sum(deaths.values())
    row: dict[str, Any] = dict.fromkeys(COLUMNS, "")
    row |= {
        "id": int(event.id[1:9], 16), "relid": f"{country.letters}-{first.year}-{violence}-{event.id[1:7]}",
        "year": first.year, "active_year": "TRUE", "code_status": "Machine", "type_of_violence": violence,
        "conflict_name": f"{country.name}: Government", "dyad_name": f"{side_a} - {side_b}", "side_a": side_a,
        "side_b": side_b, "number_of_sources": len(event.roots), **_sources(event, claims),
        "where_prec": _where_precision(place), "where_coordinates": place.name or place.text,
        "where_description": described, "adm_1": f"{place.admin1} Governorate" if place.admin1 else "",
        "adm_2": f"{place.admin2} district" if place.admin2 else "",
        "latitude": _six(place.lat), "longitude": _six(place.lon), "geom_wkt": _wkt(place),
        "priogrid_gid": priogrid(place.lat, place.lon), "country": country.name, "country_id": country.gwno or "",
        "region": "Middle East" if country.region == "Middle East" else "Africa" if country.region else "",
        "event_clarity": 1, "date_prec": _date_precision((last - first).days), "date_start": first.isoformat(),
        "date_end": last.isoformat(), **deaths, "best": best, "high": max(highs, best), "low": min(lows, best),
        "gwnoa": (country.gwno or "") if side_a.startswith("Government of") else "", CLAIMS: "; ".join(event.claims),
    }  # fmt: skip
    return row


def _only_civilians(event: Event) -> bool:
    return {figure.whom for figure in event.figures if figure.kind == "killed"} <= {"civilians"}


def _deaths(event: Event, violence: int) -> dict[str, int]:
    """Best estimates by side: what most roots say; one-sided violence counts civilians alone."""
    column = {"state": "deaths_a", "nonstate": "deaths_b", "civilians": "deaths_civilians"}
    found = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0)
    for figure in event.figures:
        if figure.kind == "killed":
            name = "deaths_civilians" if violence == 3 else column.get(figure.whom, "deaths_unknown")
            votes = [one.low for one in figure.estimates if one.high != 0] or [0]
            found[name] += max(set(votes), key=lambda low: (votes.count(low), -low))
    return found


def _ends(event: Event) -> tuple[int, int]:
    killed = [figure for figure in event.figures if figure.kind == "killed"]
    highs = [figure.high if figure.high is not None else max(one.low for one in figure.estimates) for figure in killed]
    return sum(figure.low for figure in killed), sum(highs)


def _sources(event: Event, claims: Sequence[Told]) -> dict[str, str]:
    reports = sorted(
        {(one.outlet or "", one.published.isoformat() if one.published else "", one.report) for one in claims}
    )
    return {
        "source_article": ";".join(f'"{office},{day},{report}"' for office, day, report in reports),
        "source_office": ";".join(office for office, _, _ in reports),
        "source_date": ";".join(day for _, day, _ in reports),
        "source_headline": ";".join(name for _, _, name in reports),
        "source_original": "; ".join(event.roots),
    }  # fmt: skip


def _town(place: PlaceMention, rules: Rules) -> tuple[PlaceMention, str]:
    """A neighbourhood's town, where the gazetteer has it; the neighbourhood's name stays in brackets."""
    known = rules.places.get(place.place) if place.place else None
    above = rules.places.get(known.parent) if known and known.parent and place.kind == "neighbourhood" else None
    if above is None:
        return place, place.name or place.text
    town = replace(
        place, place=above.id, name=above.name, lat=above.lat, lon=above.lon, kind=above.kind, precision=1, where_prec=1
    )
    return town, f"{above.name} ({place.name or place.text})"


def _where_precision(place: PlaceMention) -> int:
    if place.where_prec is not None:
        return place.where_prec
    if place.kind in _PRECISION:
        return _PRECISION[place.kind]
    return {1: 1, 2: 2}.get(place.precision or 4, 4)


def _date_precision(span: int) -> int:
    """1 a day, 2 up to 6 days, 3 a week, 4 a month, 5 longer."""
    return 1 if span == 0 else 2 if span <= 5 else 3 if span <= 6 else 4 if span <= 30 else 5


def priogrid(lat: float | None, lon: float | None) -> int | str:
    """The PRIO-GRID cell: half degrees, counted from the south-west."""
    if lat is None or lon is None:
        return ""
    return math.floor((lat + 90) * 2) * 720 + math.floor((lon + 180) * 2) + 1


def _six(value: float | None) -> float | str:
    return "" if value is None else round(value, 6)


def _wkt(place: PlaceMention) -> str:
    return "" if place.lat is None or place.lon is None else f"POINT ({place.lon:.6f} {place.lat:.6f})"
