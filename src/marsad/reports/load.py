"""Reads and checks the names of columns and the quirks of outlets at build time. Out: their plain structure."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from marsad.errors import DataError
from marsad.lexicons.load import read_yaml

FOLDER = Path(__file__).parent
FIELDS = ("text", "published", "outlet", "title", "url", "id")
Words = Annotated[str, Field(min_length=1)]
Host = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]


class _Outlet(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Words | None = None
    hosts: list[Host] = []
    drop: list[Words] = []
    changed: list[Words] = []
    title_tail: list[Words] = []
    day_in_address: Annotated[str, Field(pattern=r".*\(\?P<year>.*")] | None = None


def load_source() -> dict[str, Any]:
    """Outlets and names of columns; the first that is wrong is named with file, entry and field."""
    outlets = [entry for path in sorted((FOLDER / "outlets").glob("*.yml")) for entry in _outlets(path)]
    _refuse_shared(outlets)
    return {"outlets": outlets, "columns": _columns(FOLDER / "columns.yml")}


def _outlets(path: Path) -> list[dict[str, Any]]:
    entries = []
    for raw in read_yaml(path):
        try:
            entry = _Outlet(**raw)
            re.compile(entry.day_in_address or "")
        except (TypeError, ValidationError, re.error) as error:
            raise DataError(f"{path.name}, entry {raw!r:.60}: expected the fields of an outlet; {error}") from error
        entries.append(entry.model_dump(exclude_defaults=True))
    return entries


def _refuse_shared(outlets: list[dict[str, Any]]) -> None:
    seen: dict[str, str] = {}
    for entry in outlets:
        for key in (entry["id"], *entry.get("hosts", ())):
            if key in seen:
                raise DataError(f"outlets: {key} stands at {seen[key]} and at {entry['id']}; leave one")
            seen[key] = entry["id"]


def folded(name: str) -> str:
    """The name of a column without what does not count: case, blanks and signs."""
    return re.sub(r"[\W_]+", "", name.casefold())


def _columns(path: Path) -> dict[str, list[str]]:
    raw = read_yaml(path)
    if sorted(raw) != sorted(FIELDS):
        raise DataError(f"{path.name}: expected the fields {', '.join(FIELDS)}, found {', '.join(raw)}; mend it")
    columns = {field: list(dict.fromkeys(map(folded, names))) for field, names in raw.items()}
    names = [name for field in FIELDS for name in columns[field]]
    for name in names:
        if names.count(name) > 1:
            raise DataError(f"{path.name}: the name {name} is given for two fields; leave it to one")
    return columns
