"""CSV and tab-separated values: one report a row; separator, encoding and columns are recognised and shown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from marsad.records import Issue
from marsad.reports import columns, rows
from marsad.reports.dates import is_month_first
from marsad.reports.decode import decode
from marsad.reports.parcel import Parcel, suffix
from marsad.reports.received import Given, Received, notice, of_encoding, written

SUFFIXES = (".csv", ".tsv")
SEPARATORS = (",", ";", "\t", "|")
# A table read with a wrong separator may have a million rows that are none.
SAID_ONE_BY_ONE = 100
_SAMPLE_BYTES = 256 * 1024
_FORMS = {"utf-16": "utf-16", "utf-32": "utf-32", "utf-8": "utf-8-sig"}


def read(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The reports of the rows, one at a time; what is wrong with a row is an issue of it alone."""
    with parcel.opened() as stream:
        sample = stream.read(_SAMPLE_BYTES)
    # A character cut in two at the end of the sample is no damage.
    found = decode(sample[: sample.rfind(b"\n") + 1] or sample)
    if found.text is None:
        yield notice(parcel.name, parcel.origin, Issue("not_text", "Expected a table as text, found other data."))
        return
    csv.field_size_limit(given.settings.max_characters * 4)
    separator = "\t" if suffix(parcel) == ".tsv" else _separator(found.text)
    issues = [issue for issue in of_encoding(found) if issue.reason == "encoding"]
    form = _FORMS.get(found.encoding, found.encoding)
    with parcel.opened() as stream, io.TextIOWrapper(stream, form, errors="replace", newline="") as text:
        yield from _table(parcel, given, csv.reader(text, delimiter=separator), separator, issues)


def _separator(text: str) -> str:
    """The separator that cuts the first rows into the most cells of the same number."""

    def cells(separator: str) -> tuple[bool, int]:
        rows = _rows(csv.reader(io.StringIO(text), delimiter=separator))
        found = [row for row in islice(rows, 50) if row and isinstance(row, list)]
        # The last row of a sample may be cut.
        widths = {len(row) for row in found[:-1] or found}
        return len(widths) == 1 and max(widths) > 1, len(found[0]) if found else 0

    return max(SEPARATORS, key=cells)


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str] | csv.Error]:
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield error


def _table(
    parcel: Parcel, given: Given, reader: Iterator[list[str]], separator: str, issues: list[Issue]
) -> Iterator[Received]:
    stream = (row for row in _rows(reader) if row)
    names = next(stream, [])
    if isinstance(names, csv.Error):
        yield notice(parcel.name, parcel.origin, Issue("broken", f"Expected a table in CSV; {names}. Mend the file."))
        return
    names = [name.strip() for name in names]
    first = list(islice(stream, columns.SAMPLE))
    sample = [dict(zip(names, row, strict=False)) for row in first if isinstance(row, list)]
    wrong = columns.missing(names, given.columns)
    mapping = columns.guess(names, sample, given.columns) if wrong is None else {}
    if "text" not in mapping:
        hint = f" Cells were cut at {separator!r}."
        yield notice(parcel.name, parcel.origin, wrong or columns.no_text(names, hint))
        return
    days = [row.get(mapping.get("published", ""), "") for row in sample]
    table = rows.Table(parcel.name, parcel.origin, mapping, given, is_month_first(days))
    shown = columns.how_read(names, mapping, month_first=table.month_first)
    yield Received(written(parcel.name), parcel.origin, None, (shown,))
    bad = 0
    for number, row in enumerate(chain(first, stream), start=1):
        item = _row(table, names, number, row, issues)
        bad += item.report is None
        if item.report is not None or bad <= SAID_ONE_BY_ONE:
            yield item
    if bad > SAID_ONE_BY_ONE:
        more = bad - SAID_ONE_BY_ONE
        message = f"Rows of {parcel.origin} that could not be read, besides the first {SAID_ONE_BY_ONE}: {more:,}."
        yield notice(parcel.name, parcel.origin, Issue("bad_row", message))


def _row(table: rows.Table, names: list[str], number: int, row: list[str] | csv.Error, issues: list[Issue]) -> Received:
    """The report of a row that has as many cells as there are columns."""
    if isinstance(row, csv.Error):
        what = str(row)
    elif len(row) != len(names):
        what = f"{len(row)} cells"
    else:
        item = rows.received(table, number, dict(zip(names, row, strict=True)))
        return _with(item, issues)
    message = f"Row {number} of {table.origin}: expected {len(names)} cells, found {what}; mend separators and quotes."
    return Received(written(f"{table.name}-{number}"), f"{table.origin}:{number}", None, (Issue("bad_row", message),))


def _with(item: Received, issues: list[Issue]) -> Received:
    lost = item.report.text.count("\ufffd") if item.report else 0
    broken = [Issue("damaged", f"Signs that are broken, read as \ufffd: {lost}.")] if lost else []
    return replace(item, issues=(*item.issues, *issues, *broken))
