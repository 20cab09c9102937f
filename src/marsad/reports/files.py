"""Reports from files, folders, JSON Lines and standard input, one at a time, in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from marsad.errors import InputError
from marsad.records import Issue, Original
from marsad.reports import lines
from marsad.reports.index import Indexes
from marsad.reports.received import Given, Received, from_bytes, media_type
from marsad.settings import DEFAULTS, Settings

STDIN = "-"


def receive(
    paths: Iterable[str],
    *,
    published: date | None = None,
    outlet: str | None = None,
    stdin: Callable[[], bytes] | None = None,
    settings: Settings = DEFAULTS,
) -> Iterator[Received]:
    """Every report that the paths name; a path that does not exist is an :class:`InputError` before any is read."""
    files = [file for name in paths for file in _files(name, settings)]
    given, indexes, seen = Given(published, outlet, settings), Indexes(), set[str]()
    for file in files:
        if file == STDIN:
            found = _standard_input(stdin() if stdin is not None else b"", given)
        else:
            found = _file(Path(file), indexes, given)
        for item in found:
            yield _told_apart(item, seen)


def expected(paths: Iterable[str], settings: Settings = DEFAULTS) -> int | None:
    """How many reports the paths name, or None where that shows only on reading."""
    files = [file for name in paths for file in _files(name, settings)]
    if any(file == STDIN or Path(file).suffix.lower() in lines.SUFFIXES for file in files):
        return None
    return len(files)


def _files(name: str, settings: Settings) -> list[str]:
    """The files a path stands for: itself, or the reports of a folder, sorted."""
    path = Path(name)
    if name == STDIN:
        return [name]
    if not path.exists():
        raise InputError(f"{name}: expected a file or a folder, found nothing there; check the path")
    if not path.is_dir():
        return [name]
    kinds = (*settings.suffixes, *lines.SUFFIXES)
    # A link to nothing is kept: reading it says so.
    found = sorted(
        file for file in path.rglob("*") if file.suffix.lower() in kinds and (file.is_file() or file.is_symlink())
    )
    if not found:
        raise InputError(f"{name}: expected reports ({', '.join(kinds)}), found none; name the files one by one")
    return [str(file) for file in found]


def _file(path: Path, indexes: Indexes, given: Given) -> Iterator[Received]:
    try:
        if path.suffix.lower() in lines.SUFFIXES:
            yield from lines.from_file(path, given)
        else:
            raw = path.read_bytes()
            item = from_bytes(path.stem, str(path), raw, indexes.given(path, given))
            yield replace(item, kept=Original(raw, media_type(path.suffix), str(path)))
    except OSError as error:
        message = f"{path}: the file could not be opened ({error.strerror}); check that it is there and may be read."
        yield Received(path.stem, str(path), None, (Issue("unreadable", message),))


def _standard_input(raw: bytes, given: Given) -> Iterator[Received]:
    if lines.are_lines(raw):
        yield from lines.from_lines("stdin", STDIN, raw.splitlines(), given)
    else:
        yield replace(from_bytes("stdin", STDIN, raw, given), kept=Original(raw, media_type(""), STDIN))


def _told_apart(item: Received, seen: set[str]) -> Received:
    """The report, with an issue where another one before it has the same id."""
    if item.id not in seen:
        seen.add(item.id)
        return item
    message = f"{item.origin}: another report has the id {item.id} too; give them different names or ids."
    return replace(item, issues=(*item.issues, Issue("same_id", message)))
