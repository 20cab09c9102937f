"""Reads and checks the registers at build time: every entry, its names, and what two entries both claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from marsad.actors.forms import Forms, load_forms
from marsad.actors.register import GENERIC, WHERE, earlier
from marsad.errors import DataError
from marsad.lexicons.load import read_yaml

FOLDER = Path(__file__).parent
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Day = Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}$")]
ActorId = Annotated[str, Field(pattern=r"^(generic:)?[a-z0-9]+(-[a-z0-9]+)*$")]
Names = Annotated[list[str], Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    id: ActorId
    name: str
    name_ar: str
    country: Country | None = None
    contested: list[str] = []


class _ActorEntry(_Entry):
    kind: Literal[
        "state_forces", "government", "rebel", "militia", "identity_militia", "external_forces", "political", "igo",
        "ngo", "generic",
    ]  # fmt: skip
    parent: ActorId | None = None
    active_from: Day | None = Field(None, alias="from")
    active_to: Day | None = Field(None, alias="to")
    names: Names
    used_by: dict[str, list[str]] = {}
    only_in: dict[Country, list[str]] = {}
    adjectives: list[str] = []
    peoples: list[str] = []
    holders: dict[Country, list[ActorId]] = {}
    if_mentioned: list[ActorId] = []


class _SourceEntry(_Entry):
    kind: Literal["agency", "media", "network", "monitor", "official", "activists", "ngo", "igo", "party_media"]
    leaning: str | None = None
    domains: list[str] = []
    names: list[str] = []
    with_cue: list[str] = []


Entry = TypeVar("Entry", bound=_Entry)
# Every key of a table with the ids it may name, each with the countries where alone it does (none: anywhere).
NamesOf = dict[str, dict[str, frozenset[str]]]


def load_source() -> dict[str, Any]:
    """Actors, sources, and their names by folded key, as one plain structure."""
    forms = load_forms()
    actors = read_actors(sorted((FOLDER / "register").glob("*.yml")), forms)
    sources = read_sources(FOLDER / "sources.yml", forms)
    return {
        "actors": [
            _compact(entry, "names", "used_by", "only_in", "adjectives", "peoples", "contested")
            for entry in actors.values()
        ],
        "sources": [_compact(entry, "names", "with_cue", "contested") for entry in sources.values()],
        "actor_names": _plain(_actor_names(actors.values(), forms)),
        "source_names": _plain(_source_names(sources.values(), forms)),
        "adjectives": _adjectives(actors.values(), forms),
        "slants": _slants(actors.values(), forms),
        "servants": sorted(forms.servants),
    }


def read_actors(paths: Iterable[Path], forms: Forms) -> dict[str, _ActorEntry]:
    """The actors of some files by id, checked: fields, ids, links, names that nothing tells apart."""
    actors: dict[str, _ActorEntry] = {}
    for path in paths:
        for raw in read_yaml(path):
            entry = _checked(_ActorEntry, raw, path.name)
            if entry.id in actors:
                raise _wrong(path.name, entry.id, "id", "another entry has it too; give the second its own")
            actors[entry.id] = entry
            _check_lists(entry, path.name)
            _check_names(entry, path.name, forms)
    _check_links(actors)
    _check_shared(_actor_names(actors.values(), forms), actors, forms)
    return actors


def read_sources(path: Path, forms: Forms) -> dict[str, _SourceEntry]:
    """The sources of a file by id, checked like the actors."""
    sources: dict[str, _SourceEntry] = {}
    for raw in read_yaml(path):
        entry = _checked(_SourceEntry, raw, path.name)
        if entry.id in sources:
            raise _wrong(path.name, entry.id, "id", "another entry has it too; give the second its own")
        if not entry.names and not entry.with_cue:
            raise _wrong(path.name, entry.id, "names", "expected a name, here or in with_cue; found none")
        if entry.with_cue and entry.kind not in forms.cues:
            raise _wrong(path.name, entry.id, "with_cue", f"forms.yml lists no cues for the kind {entry.kind}")
        sources[entry.id] = entry
        _check_names(entry, path.name, forms)
    contested = {entry.id: _keys(entry.contested, forms) for entry in sources.values()}
    for key, ids in _source_names(sources.values(), forms).items():
        for one, other in combinations(ids, 2):
            if not (key in contested[one] and key in contested[other]):
                raise _both(path.name, one, other, key)
    return sources


def _wrong(file: str, entry: object, field: str, problem: str) -> DataError:
    return DataError(f"{file}, entry {entry}, field {field}: {problem}")


def _both(file: str, one: str, other: str, key: str) -> DataError:
    return DataError(
        f"{file}, entries {one} and {other}, field names: both claim {key}, and nothing tells them apart (country, "
        "only_in, dates); drop it in one, or list it in contested of both"
    )


def _checked(model: type[Entry], raw: Any, file: str) -> Entry:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        name = raw.get("id") if isinstance(raw, dict) else raw
        raise _wrong(file, name, field, f"{first['msg']}; found {first['input']!r}") from error


def _check_lists(entry: _ActorEntry, file: str) -> None:
    """What is said of a name is said of one that the entry has."""
    lists = {"used_by": entry.used_by, "only_in": entry.only_in, "contested": {"": entry.contested}}
    for field, groups in lists.items():
        for name in (name for names in groups.values() for name in names if name not in entry.names):
            raise _wrong(file, entry.id, field, f"{name} is not among its names; add it there or drop it here")
    if (entry.kind == "generic") != entry.id.startswith(GENERIC):
        raise _wrong(file, entry.id, "id", f"the id of a generic word, and no other, begins with {GENERIC}")


def _check_names(entry: _ActorEntry | _SourceEntry, file: str, forms: Forms) -> None:
    """No name is empty as a key, and none is a form that another name of the entry already gives."""
    made: dict[str, str] = {}
    for name in entry.names:
        keys = forms.name_keys(name)
        if not keys:
            raise _wrong(file, entry.id, "names", f"{name!r} leaves no key; expected letters or digits")
        if keys <= made.keys():
            raise _wrong(file, entry.id, "names", f"{name} is generated from {made[min(keys)]} already; drop it")
        made |= dict.fromkeys(keys, name)


def _check_links(actors: Mapping[str, _ActorEntry]) -> None:
    for entry in actors.values():
        held = [name for ids in entry.holders.values() for name in ids]
        for field, names in (("parent", [entry.parent]), ("holders", held), ("if_mentioned", entry.if_mentioned)):
            for name in names:
                if name is not None and name not in actors:
                    raise _wrong("register", entry.id, field, f"it names {name}, which no entry has as its id")


def _check_shared(names: NamesOf, actors: Mapping[str, _ActorEntry], forms: Forms) -> None:
    """A name of two actors needs something that tells them apart: country, time, or the word that both contest it."""
    contested = {entry.id: _keys(entry.contested, forms) for entry in actors.values() if entry.contested}
    for key, ids in names.items():
        for one, other in combinations(ids, 2):
            both_contest = key in contested.get(one, ()) and key in contested.get(other, ())
            if not both_contest and not _apart(actors[one], ids[one], actors[other], ids[other]):
                raise _both("register", one, other, key)


def _apart(one: _ActorEntry, only_one: Set[str], other: _ActorEntry, only_other: Set[str]) -> bool:
    by_country = not only_one & only_other if only_one and only_other else one.country != other.country
    return by_country or _ended(one, other) or _ended(other, one)


def _ended(one: _ActorEntry, other: _ActorEntry) -> bool:
    """Whether the first was over when the second began; the same month or day is a change of hands."""
    return bool(one.active_to and other.active_from and not earlier(other.active_from, one.active_to))


def _actor_names(entries: Iterable[_ActorEntry], forms: Forms) -> NamesOf:
    found: NamesOf = {}
    for entry in entries:
        for name in entry.names:
            only = frozenset(country for country, names in entry.only_in.items() if name in names)
            for key in forms.name_keys(name):
                found.setdefault(key, {}).setdefault(entry.id, only)
    return found


def _source_names(entries: Iterable[_SourceEntry], forms: Forms) -> NamesOf:
    found: NamesOf = {}
    for entry in entries:
        cued = [name for word in entry.with_cue for name in forms.with_cue(word, entry.kind)]
        for key in _keys([*entry.names, *cued], forms):
            found.setdefault(key, {})[entry.id] = frozenset()
    return found


def _keys(names: Iterable[str], forms: Forms) -> set[str]:
    return {key for name in names for key in forms.name_keys(name)}


def _plain(names: NamesOf) -> dict[str, list[str]]:
    """The keys with their ids as the table holds them; ``id@SY,IQ`` is believed in reports on these countries alone."""
    return {key: [_value(name, only) for name, only in names[key].items()] for key in sorted(names)}


def _value(name: str, only: Set[str]) -> str:
    return name + WHERE + ",".join(sorted(only)) if only else name


def _adjectives(entries: Iterable[_ActorEntry], forms: Forms) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries:
        keys = {key for word in entry.adjectives for key in forms.adjective_keys(word)}
        for key in sorted(keys | {key for word in entry.peoples for key in forms.people_keys(word)}):
            if found.setdefault(key, entry.id) != entry.id:
                raise _both("register", found[key], entry.id, key)
    return dict(sorted(found.items()))


def _slants(entries: Iterable[_ActorEntry], forms: Forms) -> dict[str, list[list[str]]]:
    """The keys that one side alone uses, each with the actors it means and the side."""
    found: dict[str, list[list[str]]] = {}
    for entry in entries:
        for side, names in entry.used_by.items():
            for key in sorted(_keys(names, forms)):
                found.setdefault(key, []).append([entry.id, side])
    return dict(sorted(found.items()))


def _compact(entry: _Entry, *without: str) -> dict[str, Any]:
    return {
        field: value for field, value in entry.model_dump(exclude=set(without)).items() if value not in (None, {}, [])
    }
