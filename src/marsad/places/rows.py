"""Rows of the register and of GeoNames, in one shape, before they become places. At build time only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import DataError
from marsad.lexicons.load import read_yaml

KINDS = frozenset(
    {
        "country", "region", "governorate", "district", "city", "town", "village", "neighbourhood", "camp", "base",
        "airport", "crossing", "hospital", "landmark", "road", "bridge", "dam", "hill", "valley", "mosque", "oil_field",
        "prison", "port", "facility",
    }
)  # fmt: skip
_REQUIRED = frozenset({"id", "kind", "name", "at", "names"})
_FIELDS = _REQUIRED | {"country", "radius_m", "admin1", "parent", "adjective", "capital"}


@dataclass(frozen=True, slots=True)
class Row:
    """One place with the names it goes by. ``reviewed``: a person wrote it into the register."""

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    country: str | None
    lat: float
    lon: float
    radius_m: int = 0
    admin1: str | None = None
    parent: str | None = None
    population: int = 0
    adjective: str | None = None
    capital: str | None = None
    reviewed: bool = True
    admin2: str | None = None
    pcode: str | None = None


def read_register(folder: Path) -> list[Row]:
    """Every row of the register, checked; ids are unique and parents exist."""
    rows: list[Row] = []
    where: dict[str, str] = {}
    for path in sorted(folder.glob("*.yml")):
        for row in _rows(path):
            if row.id in where:
                raise DataError(
                    f"{path.name}, place {row.id}: the id stands in {where[row.id]} too; give one another id"
                )
            where[row.id] = path.name
            rows.append(row)
    _check_links(rows, where)
    return rows


def _rows(path: Path) -> Iterator[Row]:
    source = read_yaml(path)
    for entry in source["places"]:
        yield _row(entry, source.get("country"), f"{path.name}, place {entry.get('id', entry)}")


def _row(entry: dict[str, Any], country: str | None, where: str) -> Row:
    unknown, missing = set(entry) - _FIELDS, _REQUIRED - set(entry)
    if unknown or missing:
        raise DataError(f"{where}: unknown fields {sorted(unknown)}, missing fields {sorted(missing)}; mend the entry")
    if entry["kind"] not in KINDS:
        raise DataError(f"{where}, field kind: {entry['kind']!r} is not one of {sorted(KINDS)}; mend the entry")
    names = entry["names"]
    if not names or not all(isinstance(name, str) for name in names):
        raise DataError(f"{where}, field names: expected a list of names, found {names!r}; quote numbers")
    lat, lon = entry["at"]
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise DataError(f"{where}, field at: expected latitude and longitude, found {entry['at']}; mend the entry")
    return Row(
        entry["id"], entry["kind"], entry["name"], tuple(names), entry.get("country", country),
        float(lat), float(lon),
        entry.get("radius_m", 0), entry.get("admin1"), entry.get("parent"), 0, entry.get("adjective"),
        entry.get("capital"),
    )  # fmt: skip


def _check_links(rows: Iterable[Row], where: dict[str, str]) -> None:
    for row in rows:
        for field, value in (("parent", row.parent), ("capital", row.capital)):
            if value is not None and value not in where:
                raise DataError(
                    f"{where[row.id]}, place {row.id}, field {field}: there is no place {value!r}; mend the entry"
                )
