"""Claims kept in files: JSON Lines, or a folder of JSON files, one object for each report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from marsad.errors import InputError


def read_documents(path: Path) -> dict[str, dict[str, Any]]:
    """Documents by id; a file that cannot be read as such is named with its line."""
    if not path.exists():
        raise InputError(
            f"{path}: expected a JSON Lines file or a folder of .json files, found nothing there; check the path"
        )
    if path.is_dir():
        entries = [(str(file), file.read_text("utf-8")) for file in sorted(path.glob("*.json"))]
    else:
        lines = enumerate(path.read_text("utf-8").splitlines(), start=1)
        entries = [(f"{path}:{number}", line) for number, line in lines if line.strip()]
    return dict(_document(origin, text) for origin, text in entries)


def _document(origin: str, text: str) -> tuple[str, dict[str, Any]]:
    try:
        document = json.loads(text)
        return str(document["id"]), document | {"claims": list(document["claims"])}
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{origin}: expected an object with id and claims, found something else ({error}); mend it"
        ) from error
