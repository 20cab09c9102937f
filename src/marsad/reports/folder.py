"""The files of a folder and of those below it, in a stable order; what is left out is counted, links lead nowhere."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from marsad.records import Issue
from marsad.reports.index import INDEX
from marsad.reports.received import Received, notice

# Browsers put pictures and frames of page.html into page_files: none of them is a report.
_BESIDE_A_PAGE = ("_files", "_fichiers", "-Dateien", "_archivos", ".files")
_PAGES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Folder:
    """The files that may be reports, and what was left out."""

    files: tuple[Path, ...]
    notices: tuple[Received, ...]


def walked(root: Path, suffixes: Sequence[str]) -> Folder:
    """Every file under the folder whose ending is that of reports."""
    files: list[Path] = []
    others: Counter[str] = Counter()
    closed: list[OSError] = []
    for name, folders, found in os.walk(root, onerror=closed.append):
        here = Path(name)
        others["links to folders"] += sum((here / folder).is_symlink() for folder in folders)
        folders[:] = sorted(
            folder for folder in folders if not folder.startswith(".") and not _is_of_page(here, folder)
        )
        for file in found:
            path = here / file
            if path.suffix.lower() in suffixes and _is_readable(path):
                files += [path] if file != INDEX else []
            elif not file.startswith("."):
                others[path.suffix.lower() or "without an ending"] += 1
    return Folder(tuple(sorted(files)), tuple(_said(root, +others, closed)))


def _is_of_page(here: Path, folder: str) -> bool:
    stem = next((folder.removesuffix(end) for end in _BESIDE_A_PAGE if folder.endswith(end)), None)
    return stem is not None and any((here / f"{stem}{end}").exists() for end in _PAGES)


def _is_readable(path: Path) -> bool:
    """A file, or a link to nothing, which reading it will say; no pipe and no device, which could keep us waiting."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _said(root: Path, others: Counter[str], closed: Sequence[OSError]) -> list[Received]:
    said = []
    if others:
        told = ", ".join(f"{number} {what}" for what, number in others.most_common(6))
        message = f"Left out of {root}, as no reports by their names: {others.total()} ({told})."
        said.append(notice(root.name, str(root), Issue("left_out", message)))
    for error in closed:
        message = f"The folder {error.filename} could not be opened ({error.strerror}); check its rights."
        said.append(notice(root.name, str(error.filename), Issue("unreadable", message)))
    return said
