"""``reports.csv`` beside the reports of a folder: their days and outlets, by file name."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from marsad.errors import InputError
from marsad.records import Issue
from marsad.reports.decode import decode
from marsad.reports.received import Given, bad_day, day_of

INDEX = "reports.csv"


class Indexes:
    """The indexes of the folders met so far, each read once."""

    def __init__(self) -> None:
        self._rows: dict[Path, dict[str, dict[str, str]]] = {}

    def given(self, path: Path, given: Given) -> Given:
        """What is known of a file: what the command says, else its row in ``reports.csv`` of its folder."""
        folder = path.parent
        if folder not in self._rows:
            self._rows[folder] = _rows(folder / INDEX)
        row = self._rows[folder].get(path.name)
        if row is None:
            return given
        outlet = given.outlet or (row.get("outlet") or "").strip() or None
        day, published, issues = (row.get("published") or "").strip(), given.published, list[Issue]()
        if published is None and day:
            try:
                published = day_of(day)
            except ValueError:
                issues.append(bad_day(f"{folder / INDEX}, row of {path.name}", day))
        return replace(given, published=published, outlet=outlet, issues=tuple(issues))


def _rows(path: Path) -> dict[str, dict[str, str]]:
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
        found = {(row.get("file") or "").strip(): row for row in rows}
    except csv.Error as error:
        raise InputError(f"{path}: expected an index in CSV, found something else ({error}); mend it") from error
    if found and "file" not in (rows.fieldnames or ()):
        names = ", ".join(rows.fieldnames or ())
        raise InputError(f"{path}: expected the columns file, published, outlet; found {names}; name them so")
    return found
