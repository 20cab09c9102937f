"""Rows as CSV, XLSX, Parquet and SQLite: one record a line, no raw newline, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from marsad.errors import MissingExtraError

_BLANKS = re.compile(r"\s+")
# What a cell of a spreadsheet may not begin with, lest it be taken for a formula.
_RUNS = ("=", "+", "-", "@")
# Signs that XML, and so XLSX, cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
HXL = {
    "event_id": "#event+code", "event_id_cnty": "#event+code", "event_date": "#date+occurred", "year": "#date+year",
    "event_type": "#event+type", "type": "#event+type", "sub_event_type": "#event+subtype",
    "actor1": "#group+name+first", "assoc_actor_1": "#group+name+first+assoc", "actor2": "#group+name+second",
    "assoc_actor_2": "#group+name+second+assoc", "region": "#region+name", "country": "#country+name",
    "admin1": "#adm1+name", "admin2": "#adm2+name", "admin3": "#adm3+name", "location": "#loc+name",
    "place": "#loc+name", "latitude": "#geo+lat", "longitude": "#geo+lon", "source": "#meta+source",
    "notes": "#description", "fatalities": "#affected+killed", "date_from": "#date+start", "date_to": "#date+end",
    "killed_low": "#affected+killed+min", "killed_high": "#affected+killed+max", "geo_precision": "#geo+precision",
    "side_a": "#group+name+first", "side_b": "#group+name+second", "source_article": "#meta+source",
    "source_headline": "#description", "where_coordinates": "#loc+name", "adm_1": "#adm1+name", "adm_2": "#adm2+name",
    "date_start": "#date+start", "date_end": "#date+end", "best": "#affected+killed",
    "wounded_low": "#affected+injured+min", "wounded_high": "#affected+injured+max",
}  # fmt: skip


def safe(cell: object) -> object:
    """Text on one line, harmless to a spreadsheet and writable; numbers as they are, nothing as an empty cell."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return cell
    text = _BLANKS.sub(" ", _UNWRITABLE.sub("\ufffd", cell))
    return f"'{text}" if text.lstrip().startswith(_RUNS) else text


def csv_text(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], *, hxl: bool = False, bom: bool = False) -> str:
    """The rows as RFC 4180; the row of HXL tags and the mark that Excel wants for Arabic are added on request."""
    written = io.StringIO()
    if bom:
        written.write("\ufeff")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    if hxl:
        writer.writerow([HXL.get(name, "") for name in columns])
    writer.writerows([safe(row.get(name)) for name in columns] for row in rows)
    return written.getvalue()


def write_xlsx(sheets: Mapping[str, tuple[Sequence[str], Sequence[Mapping[str, Any]]]], path: Path) -> None:
    """A workbook with one sheet for each table, the headers frozen."""
    openpyxl = _guest("openpyxl")
    book = openpyxl.Workbook(write_only=True)
    for name, (columns, rows) in sheets.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        sheet.append(list(columns))
        for row in rows:
            sheet.append([safe(row.get(column)) for column in columns])
    book.save(path)


def write_parquet(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], path: Path) -> None:
    """A Parquet file with the types of the columns; an empty column is text."""
    arrow, parquet = _guest("pyarrow"), _guest("pyarrow.parquet")
    kinds = {int: arrow.int64(), float: arrow.float64(), str: arrow.string()}
    fields = []
    for name in columns:
        found = {type(row.get(name)) for row in rows if row.get(name) not in (None, "")}
        kind = float if found == {int, float} else next(iter(found)) if len(found) == 1 else str
        fields.append((name, kinds[kind]))
    schema = arrow.schema(fields)
    values = {
        name: [_typed(row.get(name), kind, arrow) for row in rows]
        for name, kind in zip(columns, schema.types, strict=True)
    }
    parquet.write_table(arrow.table(values, schema=schema), path)


def _typed(value: object, kind: Any, arrow: Any) -> object:
    if value is None or (value == "" and kind != arrow.string()):
        return None
    return str(value) if kind == arrow.string() else value


def write_sqlite(tables: Mapping[str, tuple[Sequence[str], Sequence[Mapping[str, Any]]]], path: Path) -> None:
    """A database with one table each; what was at the path is replaced."""
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    try:
        with base:
            for name, (columns, rows) in tables.items():
                names = ", ".join(f'"{column}"' for column in columns)
                base.execute(f'CREATE TABLE "{name}" ({names})')
                marks = ", ".join("?" * len(columns))
                base.executemany(
                    f'INSERT INTO "{name}" VALUES ({marks})', [[row.get(column) for column in columns] for row in rows]
                )
    finally:
        base.close()


def _guest(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(
            f"{name.split('.')[0]} is not installed: this format needs it; pip install 'marsad[export]'"
        ) from error
