"""Reads and checks the codebook at build time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from marsad.errors import DataError
from marsad.lexicons.load import read_yaml

PATH = Path(__file__).parent / "event_types.yml"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Label(_Strict):
    en: str
    ar: str


class _Acled(_Strict):
    event_type: str | None
    sub_event: str | None


class _Plover(_Strict):
    event: str | None
    mode: str | None


class _EventType(_Strict):
    id: str
    label: _Label
    covers: str
    roles: list[str]
    required: list[str]
    confusions: list[str]
    acled: _Acled
    ucdp: str
    plover: _Plover
    cameo: str | None
    casualty: bool
    counts: str | None
    example: str


class _Named(_Strict):
    id: str
    label: _Label


def load_source(path: Path = PATH) -> dict[str, Any]:
    """Types, roles, statuses and outcomes as one plain structure; the first wrong field stops it and is named."""
    raw = read_yaml(path)
    source = {
        "types": [_checked(_EventType, entry, path.name) for entry in raw["types"]],
        **{
            part: [_checked(_Named, entry, path.name) for entry in raw[part]]
            for part in ("roles", "statuses", "outcomes")
        },
    }
    _check_links(source, path.name)
    return source


def _checked(model: type[BaseModel], entry: dict[str, Any], file: str) -> dict[str, Any]:
    try:
        return model.model_validate(entry).model_dump()
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise DataError(f"{file}, entry {entry.get('id')}, field {field}: {first['msg']}") from error


def _check_links(source: dict[str, Any], file: str) -> None:
    types = [entry["id"] for entry in source["types"]]
    roles = {entry["id"] for entry in source["roles"]}
    for name in types:
        if types.count(name) > 1:
            raise DataError(f"{file}, entry {name}: this type stands twice; remove one")
    for entry in source["types"]:
        for field, known in (("confusions", set(types)), ("roles", roles), ("required", roles)):
            unknown = [name for name in entry[field] if name not in known]
            if unknown:
                raise DataError(
                    f"{file}, entry {entry['id']}, field {field}: {unknown[0]} is not in the codebook; add or mend it"
                )
