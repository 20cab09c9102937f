"""Reports from files, folders, JSON Lines and standard input, one at a time, in a stable order."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from marsad.errors import InputError
from marsad.records import Issue, Report
from marsad.reports.decode import decode
from marsad.reports.markup import blank_markup, is_markup
from marsad.settings import DEFAULTS, Settings

STDIN = "-"
INDEX = "reports.csv"


@dataclass(frozen=True, slots=True)
class Received:
    """One report as it came in, or None with the issues that say why it could not be had."""

    id: str
    origin: str
    report: Report | None
    issues: tuple[Issue, ...] = ()


def receive(
    paths: Iterable[str],
    *,
    published: date | None = None,
    outlet: str | None = None,
    stdin: Callable[[], bytes] | None = None,
    settings: Settings = DEFAULTS,
) -> Iterator[Received]:
    """Every report that the paths name; a path that does not exist is an :class:`InputError` before any is read."""
    names = list(paths)
    for name in names:
        if name != STDIN and not Path(name).exists():
            raise InputError(f"{name}: expected a file or a folder, found nothing there; check the path")
    given = _Given(published, outlet, settings)
    for name in names:
        if name == STDIN:
            yield _received("stdin", STDIN, stdin() if stdin is not None else b"", given)
        elif Path(name).is_dir():
            yield from _folder(Path(name), given)
        else:
            yield from _file(Path(name), given)


@dataclass(frozen=True, slots=True)
class _Given:
    published: date | None
    outlet: str | None
    settings: Settings


def _folder(folder: Path, given: _Given) -> Iterator[Received]:
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix.lower() in (*given.settings.suffixes, ".jsonl")
    )
    if not paths:
        kinds = ", ".join((*given.settings.suffixes, ".jsonl"))
        raise InputError(f"{folder}: expected reports ({kinds}), found none; name the files one by one")
    index = _index(folder)
    for path in paths:
        entry = index.get(path.name)
        yield from _file(
            path,
            replace(given, published=given.published or entry.published, outlet=given.outlet or entry.outlet)
            if entry
            else given,
        )


def _index(folder: Path) -> dict[str, _Given]:
    """``reports.csv`` of a folder: file, outlet and published of each report."""
    path = folder / INDEX
    if not path.exists():
        return {}
    found = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            day = (row.get("published") or "").strip()
            try:
                published = date.fromisoformat(day) if day else None
            except ValueError as error:
                raise InputError(
                    f"{path}: expected a day such as 2016-12-06 in the column published, found {day!r}; mend it"
                ) from error
            found[(row.get("file") or "").strip()] = _Given(published, row.get("outlet") or None, DEFAULTS)
    return found


def _file(path: Path, given: _Given) -> Iterator[Received]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        issue = Issue("unreadable", f"{path}: the file could not be opened ({error.strerror}); check its rights.")
        yield Received(path.stem, str(path), None, (issue,))
        return
    if path.suffix.lower() == ".jsonl":
        yield from _lines(path, raw, given)
    else:
        yield _received(path.stem, str(path), raw, given)


def _received(name: str, origin: str, raw: bytes, given: _Given) -> Received:
    decoded = decode(raw)
    if decoded.text is None:
        issue = Issue("not_text", f"{origin}: expected text, found {decoded.encoding} data; convert it to text first.")
        return Received(name, origin, None, (issue,))
    issues = []
    if decoded.encoding not in ("utf-8",):
        issues.append(
            Issue(
                "encoding", f"{origin}: read as {decoded.encoding}, as it is not UTF-8; offsets count its characters."
            )
        )
    return _checked(name, origin, decoded.text, given, issues)


def _checked(name: str, origin: str, text: str, given: _Given, issues: list[Issue]) -> Received:
    limit = given.settings.max_characters
    if len(text) > limit:
        issues.append(
            Issue(
                "too_long",
                f"{origin}: {len(text):,} characters; the first {limit:,} were read. Split it into reports.",
                limit,
                len(text),
            )
        )
        text = text[:limit]
    if is_markup(text):
        issues.append(
            Issue(
                "html_blanked",
                f"{origin}: a web page; its markup was read as blanks, so that offsets hold in the file.",
            )
        )
        text = blank_markup(text)
    return Received(name, origin, Report(name, text, given.published, given.outlet), tuple(issues))


def _lines(path: Path, raw: bytes, given: _Given) -> Iterator[Received]:
    decoded = decode(raw)
    if decoded.text is None:
        yield _received(path.stem, str(path), raw, given)
        return
    for number, line in enumerate(decoded.text.splitlines(), start=1):
        if line.strip():
            yield _line(f"{path}:{number}", f"{path.stem}-{number}", line, given)


def _line(origin: str, name: str, line: str, given: _Given) -> Received:
    try:
        entry = json.loads(line)
        text, day = entry["text"], entry.get("published")
        name, outlet = str(entry.get("id") or name), given.outlet or entry.get("outlet")
        published = given.published or (date.fromisoformat(day) if day else None)
        if not isinstance(text, str):
            raise TypeError("text is not a string")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        wanted = '{"text": "…", "published": "2016-12-06"}'
        message = f"{origin}: expected {wanted} on the line, found something else ({error})."
        return Received(name, origin, None, (Issue("bad_line", message),))
    return _checked(name, origin, text, replace(given, published=published, outlet=outlet), [])
