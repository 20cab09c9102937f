"""JSON Lines: one report a line with text, published, outlet and id; a broken line leaves the others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any, BinaryIO

from marsad.records import Issue, Original
from marsad.reports import columns, rows
from marsad.reports.decode import decode
from marsad.reports.parcel import Parcel, sha256_of
from marsad.reports.received import Given, Received, notice, written

SUFFIXES = (".jsonl", ".ndjson")
_WANTED = '{"text": "…", "published": "2016-12-06"}'
# A line longer than this holds no report; it is passed over without being kept in memory.
LONGEST_LINE = 32 * 2**20


def are_lines(raw: bytes) -> bool:
    """Whether what came in is JSON Lines of reports: its first line is an object with a text."""
    first = raw.lstrip(b"\xef\xbb\xbf \r\n\t").split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return "text" in json.loads(first)
    except (ValueError, RecursionError):
        return False


def read(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The reports of the lines, one at a time, so that a large file fits; one without an id is named by its number."""
    with parcel.opened() as stream:
        yield from from_lines(parcel.name, parcel.origin, lines_of(stream), given)


def from_lines(name: str, origin: str, lines: Iterable[bytes], given: Given, first: int = 1) -> Iterator[Received]:
    """The reports of lines at hand; ``first`` is the number of the first of them in its file."""
    mappings = _Mappings(name, origin, given)
    for number, line in enumerate(lines, start=first):
        if line.strip():
            yield from _received(mappings, number, line)


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is not UTF-8 as a whole (UTF-16) after it was decoded."""
    first = stream.readline(LONGEST_LINE)
    if b"\x00" in first:
        text = decode(first + stream.read(LONGEST_LINE)).text or ""
        yield from (line.encode("utf-8", "surrogatepass") for line in text.split("\n"))
        return
    for line in chain([first], iter(lambda: stream.readline(LONGEST_LINE), b"")):
        yield line
        while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)


class _Mappings:
    """Which field holds what, for each set of fields met."""

    def __init__(self, name: str, origin: str, given: Given) -> None:
        self.name, self.origin, self.given = name, origin, given
        self._found: dict[tuple[str, ...], rows.Table | None] = {}

    def of(self, entry: dict[str, Any]) -> tuple[rows.Table | None, Received | None]:
        """The table that the entry is a row of, and what is to be said when its fields are met for the first time."""
        names = tuple(entry)
        if names in self._found:
            return self._found[names], None
        said = {field: column for field, column in self.given.columns.items() if column in entry}
        mapping = columns.guess(names, [entry], said)
        has_text = self.given.columns.get("text", mapping.get("text")) in entry
        table = rows.Table(self.name, self.origin, mapping, self.given) if has_text else None
        self._found[names] = table
        shown = None
        if table and not any(found for key, found in self._found.items() if key != names) and not _is_plain(mapping):
            issue = columns.how_read(names, mapping, month_first=False)
            shown = notice(self.name, self.origin, issue)
        return table, shown


def _is_plain(mapping: dict[str, str]) -> bool:
    return all(field == name for field, name in mapping.items())


def _received(mappings: _Mappings, number: int, line: bytes) -> Iterator[Received]:
    name, origin = f"{mappings.name}-{number}", f"{mappings.origin}:{number}"
    kept = Original(line, "application/json", origin)
    try:
        entry = _entry(line)
        table, shown = mappings.of(entry)
        if table is None:
            raise ValueError(f"an object with {', '.join(entry)[:80] or 'nothing'}")
        if not isinstance(entry[table.mapping["text"]], str):
            raise ValueError("no text in " + table.mapping["text"])
    except (ValueError, RecursionError) as error:
        message = f"Line {number} of {mappings.origin}: expected {_WANTED}, found something else ({error})."
        yield Received(written(name), origin, None, (Issue("bad_line", message),), sha256_of(line), kept=kept)
        return
    if shown is not None:
        yield shown
    item = rows.received(replace(table, month_first=False), number, entry, kept)
    yield item


def _entry(line: bytes) -> dict[str, Any]:
    if len(line) >= LONGEST_LINE:
        raise ValueError(f"a line of more than {LONGEST_LINE:,} bytes")
    entry = json.loads(decode(line.rstrip(b"\r\n")).text or "")
    if not isinstance(entry, dict):
        raise ValueError("no object")
    return entry
