"""Reports from whatever the command line names: files, folders, addresses, standard input; in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.errors import InputError
from marsad.records import Issue
from marsad.reports import from_text, kinds
from marsad.reports.folder import walked
from marsad.reports.index import Indexes
from marsad.reports.parcel import is_address, of_bytes, of_file
from marsad.reports.received import Given, Received
from marsad.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from marsad.reports.web import Web

STDIN = "-"
# Files of these endings hold one report each; how many the others hold shows only on reading.
_SINGLE = (*from_text.SUFFIXES, ".html", ".htm", ".xhtml", ".pdf", ".docx")


def receive(
    paths: Iterable[str],
    *,
    published: date | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
    stdin: Callable[[], bytes] | None = None,
    settings: Settings = DEFAULTS,
    web: Web | None = None,
) -> Iterator[Received]:
    """Every report that the paths name; a path that does not exist is an :class:`InputError` before any is read."""
    names = list(paths)
    for name in names:
        _check(name)
    given = Given(published, outlet, settings, columns=columns or {})
    indexes, seen = Indexes(), set[str]()
    for name in names:
        for item in _named(name, indexes, given, stdin, web):
            yield _told_apart(item, seen)


def expected(paths: Iterable[str], settings: Settings = DEFAULTS) -> int | None:
    """How many reports the paths name, or None where that shows only on reading."""
    total = 0
    for name in paths:
        _check(name)
        path = Path(name)
        if name == STDIN or is_address(name):
            return None
        files = walked(path, settings.suffixes).files if path.is_dir() else (path,)
        if any(file.suffix.lower() not in _SINGLE for file in files):
            return None
        total += len(files)
    return total


def _check(name: str) -> None:
    if name != STDIN and not is_address(name) and not Path(name).exists():
        raise InputError(f"{name}: expected a file, a folder or an address, found nothing there; check the path")


def _named(
    name: str, indexes: Indexes, given: Given, stdin: Callable[[], bytes] | None, web: Web | None
) -> Iterator[Received]:
    path = Path(name)
    if name == STDIN:
        yield from _standard_input(stdin() if stdin is not None else b"", given)
    elif is_address(name):
        yield from (web or _web(given.settings)).receive(name, given)
    elif path.is_dir():
        yield from _folder(path, indexes, given)
    else:
        yield from kinds.receive(of_file(path), indexes.given(path, given))


def _web(settings: Settings) -> Web:
    """The network, which most runs never need."""
    from marsad.reports.fetch import Fetcher
    from marsad.reports.web import Web

    return Web(Fetcher(settings))


def _folder(root: Path, indexes: Indexes, given: Given) -> Iterator[Received]:
    found = walked(root, given.settings.suffixes)
    if not found.files:
        kinds_known = ", ".join(given.settings.suffixes)
        raise InputError(f"{root}: expected reports ({kinds_known}), found none; name the files one by one")
    for path in found.files:
        yield from kinds.receive(of_file(path), indexes.given(path, given, root))
    yield from found.notices
    yield from indexes.without_a_file(root)


def _standard_input(raw: bytes, given: Given) -> Iterator[Received]:
    from marsad.reports import from_jsonl

    parcel = of_bytes("stdin", STDIN, "stdin", raw)
    if from_jsonl.are_lines(raw):
        yield from from_jsonl.read(parcel, given)
    else:
        yield from kinds.receive(parcel, given)


def _told_apart(item: Received, seen: set[str]) -> Received:
    """The report, with an issue where another one before it has the same id."""
    if item.report is None:
        return item
    if item.id not in seen:
        seen.add(item.id)
        return item
    message = f"Another report before this one ({item.origin}) has the same id; give them different names or ids."
    return replace(item, issues=(*item.issues, Issue("same_id", message)))
