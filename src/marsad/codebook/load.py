"""Reads and checks the codebook at build time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from marsad.codebook.codebook import NAMED_PARTS
from marsad.errors import DataError
from marsad.lexicons.load import read_yaml

PATH = Path(__file__).parent / "event_types.yml"

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Label(_Strict):
    en: _Text
    ar: _Text


class _Acled(_Strict):
    event_type: _Text | None
    sub_event: _Text | None


class _Plover(_Strict):
    event: _Text | None
    mode: _Text | None


class _EventType(_Strict):
    id: _Text
    label: _Label
    covers: _Text
    roles: list[str]
    required: list[str]
    confusions: list[str]
    acled: _Acled
    ucdp: _Text
    plover: _Plover
    cameo: _Text | None
    casualty: bool
    counts: str | None
    example: _Text


class _Named(_Strict):
    id: _Text
    label: _Label


def load_source(path: Path = PATH) -> dict[str, Any]:
    """Types, roles, statuses, outcomes and kinds of counts as one plain structure; the first wrong field is named."""
    raw = read_yaml(path)
    source = {"types": _part(raw, "types", _EventType, path.name)}
    source |= {part: _part(raw, part, _Named, path.name) for part in NAMED_PARTS}
    _check_links(source, path.name)
    return source


def _part(raw: Any, part: str, model: type[BaseModel], file: str) -> list[dict[str, Any]]:
    """The checked entries of one part of the file."""
    entries = raw.get(part) if isinstance(raw, dict) else None
    if not isinstance(entries, list):
        raise DataError(f"{file}: expected a list under {part}, found {type(entries).__name__}; add its entries")
    checked = [_checked(model, entry, file, part) for entry in entries]
    ids = [entry["id"] for entry in checked]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise DataError(f"{file}, entry {twice[0]}, field id: it stands twice under {part}; remove one")
    return checked


def _checked(model: type[BaseModel], entry: Any, file: str, part: str) -> dict[str, Any]:
    name = entry.get("id") if isinstance(entry, dict) else entry
    try:
        return model.model_validate(entry).model_dump()
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(step) for step in first["loc"]) or part
        raise DataError(f"{file}, entry {name}, field {field}: {first['msg']}; add or mend it") from error


def _check_links(source: dict[str, Any], file: str) -> None:
    """Every name that an entry uses is in the codebook, and what it requires is among its roles."""
    types, roles, counts = ({entry["id"] for entry in source[part]} for part in ("types", "roles", "count_kinds"))
    for entry in source["types"]:
        for field, name, known in _links(entry, types, roles, counts):
            if name not in known:
                raise DataError(
                    f"{file}, entry {entry['id']}, field {field}: {name} is none of {', '.join(sorted(known))}; mend it"
                )


def _links(
    entry: dict[str, Any], types: set[str], roles: set[str], counts: set[str]
) -> Iterator[tuple[str, str, set[str]]]:
    """Each use of a name: the field, the name, and what the name may be."""
    yield from (("confusions", name, types - {entry["id"]}) for name in entry["confusions"])
    yield from (("roles", name, roles) for name in entry["roles"])
    yield from (("required", name, set(entry["roles"])) for name in entry["required"])
    if entry["counts"] is not None:
        yield "counts", entry["counts"], counts
