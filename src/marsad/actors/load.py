"""Reads and checks the registers at build time: every entry, its names and what they would match."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from marsad.actors.forms import adjective_keys, name_keys
from marsad.errors import DataError
from marsad.lexicons.load import read_yaml

FOLDER = Path(__file__).parent
KINDS = {
    "state_forces", "government", "rebel", "militia", "identity_militia", "external_forces", "political", "igo", "ngo", "generic",
}  # fmt: skip
SOURCE_KINDS = {"agency", "media", "network", "monitor", "official", "activist", "ngo", "igo", "party_media"}


class _ActorEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    id: str
    name: str
    name_ar: str
    kind: str
    country: str | None = None
    parent: str | None = None
    active_from: str | None = None
    active_to: str | None = None
    names: list[str]
    used_by: dict[str, str] = {}
    adjectives: list[str] = []
    holders: dict[str, str] = {}


class _SourceEntry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    name: str
    name_ar: str
    kind: str
    country: str | None = None
    leaning: str | None = None
    names: list[str]


def load_source() -> dict[str, Any]:
    """Actors, sources, and their names by folded key, as one plain structure."""
    actors: dict[str, dict[str, Any]] = {}
    for path in sorted((FOLDER / "register").glob("*.yml")):
        for raw in read_yaml(path):
            raw = {("active_" + key if key in ("from", "to") else key): value for key, value in raw.items()}
            entry = _checked(_ActorEntry, raw, path.name, KINDS)
            if entry["id"] in actors:
                raise DataError(f"{path.name}, entry {entry['id']}: this id is used twice; give the second its own")
            actors[entry["id"]] = entry
    _check_links(actors)
    sources = {raw["id"]: _checked(_SourceEntry, raw, "sources.yml", SOURCE_KINDS) for raw in read_yaml(FOLDER / "sources.yml")}
    return {
        "actors": [_without(entry, "names", "adjectives", "used_by") for entry in actors.values()],
        "sources": [_without(entry, "names") for entry in sources.values()],
        "actor_names": _names(actors),
        "source_names": _names(sources),
        "adjectives": _adjectives(actors),
    }


def _checked(model: type[BaseModel], raw: dict[str, Any], file: str, kinds: set[str]) -> dict[str, Any]:
    try:
        entry = model.model_validate(raw).model_dump()
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise DataError(f"{file}, entry {raw.get('id')}, field {field}: {first['msg']}") from error
    if entry["kind"] not in kinds:
        raise DataError(f"{file}, entry {entry['id']}, field kind: {entry['kind']} is none of {', '.join(sorted(kinds))}")
    return entry


def _check_links(actors: dict[str, dict[str, Any]]) -> None:
    for entry in actors.values():
        for other in (entry["parent"], *entry["holders"].values()):
            if other is not None and other not in actors:
                raise DataError(f"register, entry {entry['id']}: it names {other}, which no entry has as its id")


def _names(entries: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """Every key with the ids that it may name; what one name shares is told apart by country and time later."""
    found: dict[str, list[str]] = {}
    for entry in entries.values():
        for name in entry["names"]:
            for key in name_keys(name):
                ids = found.setdefault(key, [])
                if entry["id"] not in ids:
                    ids.append(entry["id"])
    return dict(sorted(found.items()))


def _adjectives(actors: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {key: entry["id"] for entry in actors.values() for word in entry["adjectives"] for key in adjective_keys(word)}


def _without(entry: dict[str, Any], *fields: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in fields and value not in (None, {}, [])}
