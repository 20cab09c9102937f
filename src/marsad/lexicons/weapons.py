"""Weapons and materiel: their written forms, what class they are, what their use implies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.normalize import fold
from marsad.arabic.nouns import dual_keys, noun_keys
from marsad.arabic.phrases import PhraseTable, phrase_keys
from marsad.errors import DataError
from marsad.lexicons.load import read_yaml

PATH = Path(__file__).parent / "weapons.yml"
REQUIRED = frozenset({"id", "name", "class", "role", "names"})
FIELDS = REQUIRED | {"remote", "military"}
ROLES = ("weapon", "item", "both")
REMOTES = ("shelling", "airstrike", "bombing", "shooting", "chemical_attack", "suicide_bombing")
NO_SINGULAR = "-"
_ALEF, _LAM = ARTICLE[0], ARTICLE[1]


@dataclass(frozen=True, slots=True)
class WeaponEntry:
    """One kind of weapon or materiel; ``remote`` is the claim type its use implies, ``role`` weapon, item or both."""

    id: str
    name: str
    lemma: str
    weapon_class: str
    role: str
    remote: str | None
    military: bool


@dataclass(frozen=True, slots=True)
class Weapons:
    """Entries by id and the table of their forms."""

    entries: dict[str, WeaponEntry]
    table: PhraseTable[str]


def load_source() -> dict[str, Any]:
    """The entries, checked, and the forms by folded phrase."""
    return read_weapons(PATH)


def read_weapons(path: Path) -> dict[str, Any]:
    """The entries of one file, checked: fields, ids, and forms that two entries claim."""
    entries: dict[str, dict[str, Any]] = {}
    forms: dict[str, str] = {}
    for raw in read_yaml(path):
        _check(raw, path.name)
        if raw["id"] in entries:
            raise _wrong(path.name, raw["id"], "id", "another entry has it too; give the second its own")
        entries[raw["id"]] = _plain(raw)
        for key in sorted({key for line in raw["names"] for key in forms_of(line)}):
            other = forms.setdefault(key, raw["id"])
            if other != raw["id"]:
                raise _wrong(path.name, raw["id"], "names", f"{key} is a form of {other} too; drop it in one of them")
    return {"entries": list(entries.values()), "forms": {key: [forms[key]] for key in sorted(forms)}}


def forms_of(line: str) -> Iterator[str]:
    """The keys of one line ``singular | plural | plural``, their words joined by blanks."""
    singular, *plurals = (part.strip() for part in line.split("|"))
    for number, name in (("s", singular), *(("p", plural) for plural in plurals)):
        if name == NO_SINGULAR:
            continue
        words = name.split()
        yield from _single(number, words[0]) if len(words) == 1 else _phrase(number, words)


def _single(number: str, name: str) -> Iterator[str]:
    if _is_definite(name):
        yield from phrase_keys(name)
        return
    for key in noun_keys(name) if number == "s" else noun_keys(None, (name,)):
        yield key
        yield ARTICLE + key


def _phrase(number: str, words: list[str]) -> Iterator[str]:
    """A head with its adjectives or its genitive: indefinite, definite in each way news writes it, accusative, dual."""
    head, *rest = (fold(word) for word in words)
    yield " ".join((head, *rest))
    if _is_definite(words[0]):
        return
    defined = [key if _is_definite(word) else ARTICLE + key for key, word in zip(rest, words[1:], strict=True)]
    yield " ".join((ARTICLE + head, *rest))
    yield " ".join((ARTICLE + head, *defined))
    yield " ".join((ARTICLE + head, defined[0], *rest[1:]))
    yield " ".join((head, *rest[:-1], defined[-1]))
    yield " ".join((head + _ALEF, rest[0] + _ALEF, *rest[1:]))
    if number == "s":
        for dual, agreeing in zip(_dual(words[0]), _dual(words[1]), strict=True):
            # An adjective agrees; a genitive stays, and the head before it loses its last letter.
            yield " ".join((dual, agreeing, *rest[1:]))
            yield " ".join((ARTICLE + dual, ARTICLE + agreeing, *rest[1:]))
            yield " ".join((dual, *rest))
            yield " ".join((dual[:-1], *rest))


def _dual(word: str) -> tuple[str, ...]:
    """Both cases of the dual. Folding makes one letter of two feminine-looking endings: the word as written decides."""
    key = fold(word)
    if key[-1] == word[-1]:
        return tuple(key + ending for ending in islice(dual_keys(""), 2))
    return tuple(islice(dual_keys(key), 2))


def _is_definite(word: str) -> bool:
    """Whether a word as written carries the article, after li- too; fold() would make one of the madda of machines."""
    return word.startswith((ARTICLE, _LAM + _LAM))


def _check(raw: Mapping[str, Any], file: str) -> None:
    name = raw.get("id")
    for field in sorted(REQUIRED - raw.keys()):
        raise _wrong(file, name, field, "expected a value; found none")
    for field in sorted(raw.keys() - FIELDS):
        raise _wrong(file, name, field, f"no such field; expected {', '.join(sorted(FIELDS))}")
    if raw["role"] not in ROLES:
        raise _wrong(file, name, "role", f"expected {', '.join(ROLES)}; found {raw['role']}")
    if raw.get("remote") not in (None, *REMOTES):
        raise _wrong(file, name, "remote", f"expected {', '.join(REMOTES)} or nothing; found {raw['remote']}")
    if not isinstance(raw["names"], list) or not all(
        isinstance(line, str) and phrase_keys(line) for line in raw["names"]
    ):
        raise _wrong(file, name, "names", "expected lines 'singular | plural'; found something else")


def _plain(raw: Mapping[str, Any]) -> dict[str, Any]:
    parts = [part.strip() for part in raw["names"][0].split("|")]
    lemma = next(part for part in parts if part != NO_SINGULAR)
    return {
        "id": raw["id"], "name": raw["name"], "lemma": lemma, "weapon_class": raw["class"], "role": raw["role"],
        "remote": raw.get("remote"), "military": raw.get("military", True),
    }  # fmt: skip


def _wrong(file: str, entry: object, field: str, problem: str) -> DataError:
    return DataError(f"{file}, entry {entry}, field {field}: {problem}")


def build(source: Mapping[str, Any]) -> Weapons:
    """The look-ups from the plain structure of :func:`load_source`."""
    return Weapons({raw["id"]: WeaponEntry(**raw) for raw in source["entries"]}, PhraseTable(source["forms"]))
