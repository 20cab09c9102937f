"""Plain text: the words as they are; the day from a line of its own or from the name of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from marsad.records import Issue
from marsad.reports.dates import best_day
from marsad.reports.decode import decode
from marsad.reports.parcel import Parcel, original, whole
from marsad.reports.received import Facts, Given, Received, from_bytes, too_large

SUFFIXES = (".txt", ".md")


def read(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The report in a text file."""
    raw, is_cut = whole(parcel, given.settings.max_bytes)
    text = "" if given.published is not None else decode(raw[:8192]).text or ""
    published, kind = best_day(parcel.file, text, None)
    facts = Facts(published, kind, None, None, parcel.url, original(parcel, raw, "text/plain"))
    issues = (too_large(given),) if is_cut else ()
    item = from_bytes(parcel.name, parcel.origin, raw, given, facts)
    yield item if not issues else _with(item, issues)


def _with(item: Received, issues: tuple[Issue, ...]) -> Received:
    return replace(item, issues=(*item.issues, *issues))
