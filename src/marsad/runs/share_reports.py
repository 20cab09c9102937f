"""The reports of a share, in their order, each as it came in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from marsad.records import Issue
from marsad.reports import Received, from_jsonl, from_parquet, kinds
from marsad.reports.received import Given, notice
from marsad.runs.shares import Share, Source, parcel_of
from marsad.settings import Settings


def received_of(
    share: Share, settings: Settings, columns: Mapping[str, str], without: Collection[str] = ()
) -> Iterator[Received]:
    """Every report of the share; a file named in ``without`` is set aside with its issue."""
    for source in share.sources:
        given = Given(source.published, source.outlet, settings, source.issues, columns, source.date_kind)
        if source.address in without:
            message = (
                f"{source.address}: taking it apart ended the process that did, again and again; it was set aside."
            )
            yield notice(parcel_of(source).name, source.address, Issue("not_read", message))
        elif share.lines is not None:
            yield from _lines(source, share.lines, given)
        elif share.rows is not None:
            yield from from_parquet.read_rows(parcel_of(source), given, *share.rows)
        else:
            yield from kinds.receive(parcel_of(source), given)


def _lines(source: Source, cut: tuple[int, int, int], given: Given) -> Iterator[Received]:
    offset, first, count = cut
    parcel = parcel_of(source)
    try:
        with parcel.opened() as stream:
            stream.seek(offset)
            lines = islice(from_jsonl.lines_of(stream), count)
            yield from from_jsonl.from_lines(parcel.name, parcel.origin, lines, given, first)
    except OSError as error:
        message = f"The file could not be opened ({error.strerror or error}); check that it is there and may be read."
        yield notice(parcel.name, parcel.origin, Issue("unreadable", message))
