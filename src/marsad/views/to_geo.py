"""Events as GeoJSON (RFC 7946) and as GeoPackage, each point with its precision and the radius it stands for."""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_TYPES = {int: "INTEGER", float: "REAL", str: "TEXT"}
_APPLICATION_ID = 0x47504B47  # "GPKG"
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)
_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  PRIMARY KEY (table_name, column_name));
"""


def geojson(rows: Sequence[Mapping[str, Any]]) -> str:
    """A feature for each row; a row without coordinates has no geometry."""
    features = [
        {"type": "Feature", "id": row["event_id"], "geometry": _point(row), "properties": dict(row)} for row in rows
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def _point(row: Mapping[str, Any]) -> dict[str, Any] | None:
    if row["latitude"] is None or row["longitude"] is None:
        return None
    return {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}


def write_geopackage(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], path: Path, *, changed: str) -> None:
    """A GeoPackage with one layer, events; ``changed`` is the ISO time its contents bear."""
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    try:
        with base:
            base.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            base.execute("PRAGMA user_version = 10300")
            base.executescript(_TABLES)
            base.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", _reference_systems())
            _fill(base, rows, columns, changed)
    finally:
        base.close()


def _reference_systems() -> list[tuple[str, int, str, int, str, str]]:
    return [
        ("WGS 84 geodetic", 4326, "EPSG", 4326, _WGS84, "longitude and latitude"),
        ("Undefined cartesian", -1, "NONE", -1, "undefined", ""),
        ("Undefined geographic", 0, "NONE", 0, "undefined", ""),
    ]


def _fill(base: sqlite3.Connection, rows: Sequence[Mapping[str, Any]], columns: Sequence[str], changed: str) -> None:
    kinds = ", ".join(f'"{name}" {_kind(name, rows)}' for name in columns)
    base.execute(f"CREATE TABLE events (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, {kinds})")
    marks = ", ".join("?" * (len(columns) + 1))
    names = ", ".join(f'"{name}"' for name in columns)
    base.executemany(
        f"INSERT INTO events (geom, {names}) VALUES ({marks})",
        [(_blob(row), *(row[name] for name in columns)) for row in rows],
    )
    points = [(row["longitude"], row["latitude"]) for row in rows if row["latitude"] is not None]
    bounds = [
        min((x for x, _ in points), default=None), min((y for _, y in points), default=None),
        max((x for x, _ in points), default=None), max((y for _, y in points), default=None),
    ]  # fmt: skip
    contents = ("events", "features", "events", "Events as claimed", changed, *bounds, 4326)
    base.execute("INSERT INTO gpkg_contents VALUES (?,?,?,?,?,?,?,?,?,?)", contents)
    base.execute("INSERT INTO gpkg_geometry_columns VALUES ('events','geom','POINT',4326,0,0)")


def _kind(name: str, rows: Sequence[Mapping[str, Any]]) -> str:
    value = next((row[name] for row in rows if row[name] is not None), "")
    return _TYPES.get(type(value), "TEXT")


def _blob(row: Mapping[str, Any]) -> bytes | None:
    """GeoPackage's header and a little-endian point."""
    if row["latitude"] is None or row["longitude"] is None:
        return None
    return b"GP\x00\x01" + struct.pack("<i", 4326) + struct.pack("<bIdd", 1, 1, row["longitude"], row["latitude"])
