"""Files as records: CSV and TSV, GeoJSON, folders of GeoJSON, GeoNames dumps plain or zipped, spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from marsad.errors import InputError, MissingExtraError

# A record: column to value; of GeoJSON also the geometry, under a name no column has.
Record = Mapping[str, Any]
GEOMETRY = "#geometry"
GEONAMES = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature class", "feature code",
    "country code", "cc2", "admin1 code", "admin2 code", "admin3 code", "admin4 code", "population", "elevation", "dem",
    "timezone", "modification date",
)  # fmt: skip
_ALTERNATE = ("alternateNameId", "geonameid", "isolanguage", "alternate name")
csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


def read_records(path: Path) -> Iterator[Record]:
    """The records of a file or of a folder of GeoJSON files."""
    if path.is_dir():
        for file in sorted(path.rglob("*.geojson")):
            yield from _geojson(file.read_text("utf-8-sig"), file)
        return
    suffix = path.suffix.lower()
    if suffix in (".geojson", ".json"):
        yield from _geojson(_text(path), path)
    elif suffix == ".xlsx":
        yield from _sheet(path)
    elif suffix == ".zip":
        yield from _delimited(_zipped(path))
    else:
        yield from _delimited(_text(path))


def alternate_names(path: Path) -> dict[str, list[str]]:
    """Arabic names by GeoNames id, from a dump of alternate names."""
    found: dict[str, list[str]] = {}
    text = _zipped(path) if path.suffix.lower() == ".zip" else _text(path)
    for line in text.splitlines():
        values = dict(zip(_ALTERNATE, line.split("\t"), strict=False))
        if values.get("isolanguage") == "ar" and values.get("alternate name"):
            found.setdefault(values["geonameid"], []).append(values["alternate name"])
    return found


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: expected text in UTF-8, found another encoding ({error}); save it as UTF-8"
        ) from error


def _zipped(path: Path) -> str:
    """The largest text of an archive that is no readme."""
    with zipfile.ZipFile(path) as archive:
        found = [info for info in archive.infolist() if info.filename.lower().endswith((".txt", ".csv", ".tsv"))]
        found = [info for info in found if "readme" not in info.filename.lower()]
        if not found:
            raise InputError(f"{path}: expected a .txt or .csv in the archive, found none; unpack it and name the file")
        return archive.read(max(found, key=lambda info: info.file_size)).decode("utf-8-sig")


def _delimited(text: str) -> Iterator[Record]:
    first = text.split("\n", 1)[0]
    if _is_geonames(first):
        yield from (dict(zip(GEONAMES, line.split("\t"), strict=False)) for line in text.splitlines() if line)
        return
    delimiter = max((",", "\t", ";", "|"), key=first.count)
    yield from csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)


def _is_geonames(first: str) -> bool:
    values = first.rstrip("\r").split("\t")
    return len(values) == len(GEONAMES) and values[0].isdigit()


def _geojson(text: str, path: Path) -> Iterator[Record]:
    try:
        source = json.loads(text)
        features = source["features"] if source.get("type") == "FeatureCollection" else [source]
        for feature in features:
            yield {**(feature.get("properties") or {}), GEOMETRY: feature.get("geometry")}
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise InputError(
            f"{path}: expected GeoJSON features, found something else ({error}); check the file"
        ) from error


def _sheet(path: Path) -> Iterator[Record]:
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtraError(f"{path}: a spreadsheet needs openpyxl: pip install 'marsad[export]'") from error
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        header = [str(cell or "") for cell in next(rows, ())]
        yield from (dict(zip(header, row, strict=False)) for row in rows)
