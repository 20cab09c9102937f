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
            yield from _table(parcel, given, file)
    except (arrow.ArrowException, OSError) as error:
        said = str(error).splitlines()[0][:160]
        yield notice(parcel.name, parcel.origin, Issue("broken", f"Expected a whole Parquet file, found {said}."))


def _table(parcel: Parcel, given: Given, file: Any) -> Iterator[Received]:
    names = list(file.schema_arrow.names)
    wrong = columns.missing(names, given.columns)
    sample: list[dict[str, Any]] = next(
        (batch.to_pylist() for batch in file.iter_batches(batch_size=columns.SAMPLE)), []
    )
    mapping = columns.guess(names, sample, given.columns) if wrong is None else {}
    if "text" not in mapping:
        yield notice(parcel.name, parcel.origin, wrong or columns.no_text(names))
        return
    days = [row.get(mapping.get("published", "")) or "" for row in sample]
    table = rows.Table(parcel.name, parcel.origin, mapping, given, is_month_first(days))
    yield notice(parcel.name, parcel.origin, columns.how_read(names, mapping, month_first=table.month_first))
    number = 0
    for batch in file.iter_batches(batch_size=_BATCH):
        for row in batch.to_pylist():
            number += 1
            yield rows.received(table, number, row)
