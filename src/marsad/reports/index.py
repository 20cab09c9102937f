"""``reports.csv`` beside the reports of a folder: their days and outlets, by file name."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from marsad.errors import InputError
from marsad.records import Issue
from marsad.reports.decode import decode
from marsad.reports.received import Given, Received, bad_day, day_of, notice

INDEX = "reports.csv"
# Names of a message, and letters of each: a row of a broken table may be as long as the table.
_NAMED = 5
_SHOWN = 80
Row = dict[str, str]


class Indexes:
    """The indexes of the folders met so far, each read once."""

    def __init__(self) -> None:
        self._rows: dict[Path, dict[str, Row]] = {}

    def given(self, path: Path, given: Given, root: Path | None = None) -> Given:
        """What is known of a file: what the command says, else its row in the nearest ``reports.csv``."""
        folder, row = self._row(path, root)
        if row is None:
            return given
        outlet = given.outlet or (row.get("outlet") or "").strip() or None
        day, issues = (row.get("published") or "").strip(), list[Issue]()
        if given.published is not None or not day:
            return replace(given, outlet=outlet)
        try:
            return replace(given, outlet=outlet, published=day_of(day), date_kind="index")
        except (ValueError, OverflowError):
            issues.append(bad_day(f"{folder / INDEX}, row of {path.name}: ", day))
        return replace(given, outlet=outlet, issues=tuple(issues))

    def without_a_file(self, root: Path) -> Iterator[Received]:
        """What is to be said of rows under a folder that name no file there."""
        for folder, rows in list(self._rows.items()):
            if folder != root and root not in folder.parents:
                continue
            lost = [name for name in rows if name and not _is_there(folder, name)]
            if lost:
                named = ", ".join(name[:_SHOWN] for name in lost[:_NAMED]) + (" …" if len(lost) > _NAMED else "")
                message = f"{folder / INDEX}: rows of files that are not there: {len(lost)} ({named}); mend the names."
                yield notice(folder.name, str(folder / INDEX), Issue("no_such_file", message))

    def _row(self, path: Path, root: Path | None) -> tuple[Path, Row | None]:
        folder = path.parent
        while True:
            row = self._of(folder).get(path.relative_to(folder).as_posix())
            if row is not None or root is None or folder == root or root not in folder.parents:
                return folder, row
            folder = folder.parent

    def _of(self, folder: Path) -> dict[str, Row]:
        if folder not in self._rows:
            self._rows[folder] = _rows(folder / INDEX)
        return self._rows[folder]


def _is_there(folder: Path, name: str) -> bool:
    # Not Path.is_file: a name longer than the system takes is no file either, and a row may hold anything.
    return ".." not in PurePosixPath(name).parts and os.path.isfile(folder / name)


def _rows(path: Path) -> dict[str, Row]:
    if not path.is_file():
        return {}
    try:
        text = decode(path.read_bytes()).text
    except OSError as error:
        raise InputError(f"{path}: the index could not be opened ({error.strerror}); check its rights") from error
    if text is None:
        raise InputError(f"{path}: expected an index with the columns file, published, outlet; found no text; mend it")
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""))
        found = {(row.get("file") or "").strip().replace("\\", "/"): row for row in rows}
    except csv.Error as error:
        raise InputError(f"{path}: expected an index in CSV, found something else ({error}); mend it") from error
    if found and "file" not in (rows.fieldnames or ()):
        names = ", ".join(rows.fieldnames or ())
        raise InputError(f"{path}: expected the columns file, published, outlet; found {names}; name them so")
    return found
