"""JSON that is one list of reports or one report: read entry by entry, as JSON Lines are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import TextIOWrapper
from typing import TextIO

from marsad.records import Issue
from marsad.reports import from_jsonl
from marsad.reports.decode import decode
from marsad.reports.parcel import Parcel, head
from marsad.reports.received import Given, Received, notice

_CHUNK = 256 * 1024
_LONGEST = 32 * 2**20


def read(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The reports of a list, of one object, or of lines that only end in .json."""
    encoding = decode(head(parcel)).encoding
    form = {"utf-8": "utf-8-sig", "binary": "utf-8"}.get(encoding, encoding)
    with parcel.opened() as stream, TextIOWrapper(stream, form, errors="replace") as text:
        try:
            yield from from_jsonl.from_lines(parcel.name, parcel.origin, _entries(text), given)
        except (ValueError, RecursionError) as error:
            message = f"Expected a list of reports in JSON; it breaks off or is broken ({str(error)[:100]})."
            yield notice(parcel.name, parcel.origin, Issue("broken", message))


def _entries(stream: TextIO) -> Iterator[bytes]:
    decoder, buffer, is_begun = json.JSONDecoder(), "", False
    while True:
        buffer = buffer.lstrip(" \r\n\t,") if is_begun else buffer.lstrip(" \r\n\t")
        if not is_begun and buffer:
            buffer, is_begun = buffer.removeprefix("["), True
            continue
        if buffer.startswith("]"):
            return
        try:
            entry, end = decoder.raw_decode(buffer)
        except ValueError:
            more = stream.read(max(_CHUNK, len(buffer))) if len(buffer) < _LONGEST else ""
            if not more:
                if buffer.strip():
                    raise
                return
            buffer += more
            continue
        buffer = buffer[end:]
        yield json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass")
