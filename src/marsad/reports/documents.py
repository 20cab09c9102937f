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
        entries = [(str(file), _text(file)) for file in sorted(path.glob("*.json"))]
    else:
        # Only "\n" ends a line of JSON Lines: a string may hold the line ends of other alphabets.
        lines = enumerate(_text(path).split("\n"), start=1)
        entries = [(f"{path}:{number}", line) for number, line in lines if line.strip()]
    return dict(_document(origin, text) for origin, text in entries)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path}: expected claims in JSON as UTF-8, found something else ({error}); mend it"
        ) from error


def _document(origin: str, text: str) -> tuple[str, dict[str, Any]]:
    try:
        document = json.loads(text)
        claims = list(document["claims"])
        for claim in claims:
            _check(claim)
        return str(document["id"]), document | {"claims": claims}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"{origin}: expected an object with id and claims, found something else ({error}); mend it"
        ) from error


def _check(claim: Any) -> None:
    """A claim can be scored when it has a type and a trigger that stands somewhere."""
    if not isinstance(claim, dict) or not isinstance(claim.get("type"), str):
        raise ValueError("a claim without a type")
    trigger = claim.get("trigger")
    start = trigger.get("start") if isinstance(trigger, dict) else claim.get("start")
    if not isinstance(trigger, str | dict) or not isinstance(start, int):
        raise ValueError(f"a claim of type {claim['type']} without a trigger and its start")
