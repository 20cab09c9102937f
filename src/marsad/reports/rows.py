"""A row of data to a report: its text, its day, its outlet by the mapping of columns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from marsad.records import Issue, Original
from marsad.reports.columns import Row
from marsad.reports.dates import day_of
from marsad.reports.received import Facts, Given, Received, bad_day, from_text, written


@dataclass(frozen=True, slots=True)
class Table:
    """What the rows of one file share: its name and place, the mapping, how days with slashes are read."""

    name: str
    origin: str
    mapping: Mapping[str, str]
    given: Given
    month_first: bool = False
    date_kind: str = "column"


def received(table: Table, number: int, row: Row, kept: Original | None = None) -> Received:
    """The report of a row; a row without a text becomes an issue."""
    origin = f"{table.origin}:{number}"
    text = row.get(table.mapping["text"])
    name = _cell(table, row, "id") or f"{table.name}-{number}"
    if not isinstance(text, str) or not text.strip():
        found = "an empty cell" if text is None or text == "" or isinstance(text, str) else repr(text)[:40]
        message = f"Row {number} of {table.origin}: expected a text in {table.mapping['text']}, found {found}."
        return Received(written(name), origin, None, (Issue("bad_row", message),), kept=kept)
    issues: list[Issue] = []
    published = _published(table, number, row, issues)
    facts = Facts(
        published, table.date_kind, _cell(table, row, "outlet"), _cell(table, row, "title"), _cell(table, row, "url"),
        kept or _kept(table, number, row),
    )  # fmt: skip
    return replace(from_text(name, origin, text, table.given, issues, facts), origin=origin)


def _published(table: Table, number: int, row: Row, issues: list[Issue]) -> date | None:
    value = row.get(table.mapping.get("published", ""))
    if table.given.published is not None or value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        return day_of(value, month_first=table.month_first)
    except (ValueError, OverflowError):
        issues.append(bad_day(f"Row {number} of {table.origin}: ", value))
        return None


def _cell(table: Table, row: Row, field: str) -> str | None:
    value = row.get(table.mapping.get(field, ""))
    words = "" if value is None or isinstance(value, dict | list) else str(value).strip()
    return words or None


def _kept(table: Table, number: int, row: Row) -> Original:
    raw = json.dumps(row, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")
    return Original(raw, "application/json", f"{table.origin}:{number}")


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
