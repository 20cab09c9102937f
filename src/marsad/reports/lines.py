"""JSON Lines: one report a line with text, published, outlet and id; a broken line leaves the others."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from marsad.records import Issue, Original
from marsad.reports.decode import decode
from marsad.reports.received import Given, Received, bad_day, day_of, from_text

SUFFIXES = (".jsonl", ".ndjson")
_WANTED = '{"text": "…", "published": "2016-12-06"}'


def are_lines(raw: bytes) -> bool:
    """Whether what came in is JSON Lines of reports: its first line is an object with a text."""
    first = raw.lstrip(b"\xef\xbb\xbf \r\n\t").split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return "text" in json.loads(first)
    except (ValueError, RecursionError):
        return False


def from_file(path: Path, given: Given) -> Iterator[Received]:
    """The reports of a file, a line at a time, so that a large one fits."""
    with path.open("rb") as file:
        yield from from_lines(path.stem, str(path), _lines(file), given)


def from_lines(name: str, origin: str, lines: Iterable[bytes], given: Given) -> Iterator[Received]:
    """The reports of the lines; one without an id is named by its number."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            item = _received(f"{name}-{number}", f"{origin}:{number}", line, given)
            yield replace(item, kept=Original(line, "application/json", item.origin))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is not UTF-8 as a whole (UTF-16) after it was decoded."""
    first = file.readline()
    if b"\x00" not in first:
        yield from chain([first], file)
        return
    text = decode(first + file.read()).text or ""
    yield from (line.encode("utf-8", "surrogatepass") for line in text.split("\n"))


def _received(name: str, origin: str, line: bytes, given: Given) -> Received:
    try:
        entry, text = _entry(line)
    except (ValueError, RecursionError) as error:
        message = f"{origin}: expected {_WANTED} on the line, found something else ({error})."
        return Received(name, origin, None, (Issue("bad_line", message),), hashlib.sha256(line).hexdigest())
    outlet, day, published = entry.get("outlet"), entry.get("published"), given.published
    issues = list[Issue]()
    if published is None and day is not None and day != "":
        try:
            published = day_of(day)
        except ValueError:
            issues.append(bad_day(origin, day))
    known = replace(given, published=published, outlet=given.outlet or (str(outlet) if outlet else None))
    return from_text(str(entry.get("id") or name), origin, text, known, issues)


def _entry(line: bytes) -> tuple[dict[str, Any], str]:
    entry = json.loads(decode(line.rstrip(b"\r\n")).text or "")
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise ValueError("no object with a text")
    return entry, entry["text"]
