"""Parquet: one report a row, a batch of rows in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from marsad.records import Issue
from marsad.reports import columns, rows
from marsad.reports.dates import is_month_first
from marsad.reports.extras import need
from marsad.reports.parcel import Parcel
from marsad.reports.received import Given, Received, notice

_BATCH = 64


def read(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The reports of the rows; a file that is cut or broken is said where it breaks."""
    parquet, arrow = need("pyarrow.parquet", "Parquet"), need("pyarrow", "Parquet")
    try:
        with parcel.opened() as stream, parquet.ParquetFile(stream) as file:
            found, said = _table(parcel, given, file)
            yield from said
            if found is not None:
                yield from _rows(found, file.iter_batches(batch_size=_BATCH), 1)
    except (arrow.ArrowException, OSError) as error:
        shown = str(error).splitlines()[0][:160]
        yield notice(parcel.name, parcel.origin, Issue("broken", f"Expected a whole Parquet file, found {shown}."))


def read_rows(parcel: Parcel, given: Given, group: int, start: int, count: int, first: int) -> Iterator[Received]:
    """The reports of ``count`` rows of one row group, of which the first is row ``first`` of the file."""
    parquet, arrow = need("pyarrow.parquet", "Parquet"), need("pyarrow", "Parquet")
    try:
        with parcel.opened() as stream, parquet.ParquetFile(stream) as file:
            found, said = _table(parcel, given, file)
            yield from said
            if found is not None:
                yield from _rows(found, _part(file, group, start, count), first)
    except (arrow.ArrowException, OSError) as error:
        shown = str(error).splitlines()[0][:160]
        yield notice(parcel.name, parcel.origin, Issue("broken", f"Expected a whole Parquet file, found {shown}."))


def _part(file: Any, group: int, start: int, count: int) -> Iterator[Any]:
    """The batches of a part of a row group."""
    for batch in file.iter_batches(batch_size=_BATCH, row_groups=[group]):
        rows = batch.num_rows
        if start < rows and count > 0:
            taken = batch.slice(start, min(count, rows - start))
            count -= taken.num_rows
            yield taken
        start = max(0, start - rows)
        if count <= 0:
            return


def _table(parcel: Parcel, given: Given, file: Any) -> tuple[rows.Table | None, list[Received]]:
    """How the rows are read, as the first of them and the names of the columns show, and what is to be said of it."""
    names = list(file.schema_arrow.names)
    wrong = columns.missing(names, given.columns)
    sample: list[dict[str, Any]] = next(
        (batch.to_pylist() for batch in file.iter_batches(batch_size=columns.SAMPLE)), []
    )
    mapping = columns.guess(names, sample, given.columns) if wrong is None else {}
    if "text" not in mapping:
        return None, [notice(parcel.name, parcel.origin, wrong or columns.no_text(names))]
    days = [row.get(mapping.get("published", "")) or "" for row in sample]
    table = rows.Table(parcel.name, parcel.origin, mapping, given, is_month_first(days))
    how = columns.how_read(names, mapping, month_first=table.month_first)
    return table, [notice(parcel.name, parcel.origin, how)]


def _rows(table: rows.Table, batches: Iterator[Any], first: int) -> Iterator[Received]:
    number = first
    for batch in batches:
        for row in batch.to_pylist():
            yield rows.received(table, number, row)
            number += 1
