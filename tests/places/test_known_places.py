"""The probe towns and the places of the first report, where the shared folder is at hand."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from marsad.arabic.phrases import joined
from marsad.places.context import distance_km
from marsad.places.gazetteer import Place, load_built
from marsad.places.resolve import PlaceQuery, Resolved, resolve

SHARED = Path(os.environ.get("MARSAD_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
TOWNS = SHARED / "data" / "gazetteer" / "tests" / "towns100.csv"
SEED = SHARED / "seed" / "places.csv"
GAZETTEER = load_built()


def rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        pytest.skip(f"{path.name} is not at hand")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def km_off(resolved: Resolved | None, row: dict[str, str]) -> float:
    if resolved is None:
        return float("inf")
    spot = Place("spot", "", "", "town", None, None, float(row["lat"]), float(row["lon"]), 0, 0, None, False)
    return distance_km(resolved.place, spot)


def test_every_probe_town_is_known() -> None:
    wrong = {}
    for row in rows(TOWNS):
        (resolved,) = resolve([PlaceQuery(joined(row["name_ar"]))], GAZETTEER, country_hint=row["cc"])
        if km_off(resolved, row) > 15:
            wrong[row["name_en"]] = resolved and resolved.place.id
    assert wrong == {}


def test_the_places_of_the_first_report_are_pinned() -> None:
    table = rows(SEED)
    found = resolve([PlaceQuery(joined(row["words"])) for row in table], GAZETTEER)
    off = {row["name_en"]: km_off(resolved, row) for row, resolved in zip(table, found, strict=True)}
    assert {name: km for (name, km), row in zip(off.items(), table, strict=True) if km > float(row["within_km"])} == {}
