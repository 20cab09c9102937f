"""The user's file: one place a line, with where it comes from and under which licence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from marsad.errors import InputError


@dataclass(frozen=True, slots=True)
class AddedPlace:
    """One place as a file brought it. ``names`` are in any script, the first Arabic one is its Arabic name."""

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    country: str | None
    lat: float
    lon: float
    source: str
    licence: str
    admin1: str | None = None
    admin2: str | None = None
    pcode: str | None = None
    radius_m: int = 0
    population: int = 0
    parent: str | None = None


_FIELDS = frozenset(field.name for field in fields(AddedPlace))


def read_rows(path: Path) -> list[AddedPlace]:
    """The rows of the user's file; none where it does not exist yet."""
    if not path.exists():
        return []
    return list(_rows(path))


def _rows(path: Path) -> Iterator[AddedPlace]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw: dict[str, Any] = json.loads(line)
            yield AddedPlace(**{**raw, "names": tuple(raw["names"])})
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(
                f"{path}, line {number}: expected one place as JSON with the fields {sorted(_FIELDS)}, found "
                f"{line[:60]!r} ({error}); mend the line or take it out"
            ) from error


def write_rows(path: Path, rows: Iterable[AddedPlace]) -> None:
    """The file anew, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    lines = (json.dumps(asdict(row), ensure_ascii=False) for row in rows)
    part.write_text("".join(line + "\n" for line in lines), "utf-8")
    part.replace(path)
