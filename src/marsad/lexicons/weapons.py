"""Weapons and materiel: their written forms, what class they are, what their use implies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.arabic.nouns import noun_keys
from marsad.arabic.phrases import PhraseTable, phrase_keys
from marsad.errors import DataError
from marsad.lexicons.load import read_yaml

PATH = Path(__file__).parent / "weapons.yml"
_ARTICLE = "\u0627\u0644"
_TA = "\u0647"
_FIELDS = {"id", "class", "role", "remote", "military", "names"}
REMOTES = {"shelling", "airstrike", "bombing", "shooting", "chemical_attack", "suicide_bombing", None}


@dataclass(frozen=True, slots=True)
class WeaponEntry:
    """One kind of weapon or materiel; ``remote`` is the claim type its use implies, ``role`` weapon, item or both."""

    id: str
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
    """The entries, and the forms by folded phrase."""
    forms: dict[str, list[str]] = {}
    entries = []
    for raw in read_yaml(PATH):
        _check(raw)
        entries.append({"id": raw["id"], "class": raw["class"], "role": raw["role"], "remote": raw.get("remote"), "military": raw.get("military", True)})
        for line in raw["names"]:
            for form in _forms(line):
                ids = forms.setdefault(form, [])
                if raw["id"] not in ids:
                    ids.append(raw["id"])
    return {"entries": entries, "forms": dict(sorted(forms.items()))}


def _check(raw: dict[str, Any]) -> None:
    unknown = set(raw) - _FIELDS
    if unknown or not {"id", "class", "role", "names"} <= set(raw):
        raise DataError(f"weapons.yml, entry {raw.get('id')}: expected the fields {', '.join(sorted(_FIELDS))}, found {', '.join(sorted(raw))}")
    if raw["role"] not in ("weapon", "item", "both") or raw.get("remote") not in REMOTES:
        raise DataError(f"weapons.yml, entry {raw['id']}: the role or the remote type is not one Marsad knows")


def _forms(line: str) -> Iterator[str]:
    singular, *plurals = [part.strip() for part in line.split("|")]
    for number, name in [("s", singular), *(("p", plural) for plural in plurals)]:
        if name == "-":
            continue
        head, *rest = phrase_keys(name)
        if rest:
            yield from _phrase_forms(number, head, rest)
        else:
            for key, form_number in noun_keys(name if number == "s" else None, () if number == "s" else (name,)).items():
                if not key.startswith(_ARTICLE):
                    yield _ARTICLE + key
                if number == "s" or form_number == "p":
                    yield key


def _phrase_forms(number: str, head: str, rest: list[str]) -> Iterator[str]:
    """A head with its adjectives or its genitive: indefinite, wholly definite, with a definite genitive, dual."""
    tail = " ".join(rest)
    yield f"{head} {tail}"
    if head.startswith(_ARTICLE):
        return
    defined = [word if word.startswith((_ARTICLE, "لل")) else _ARTICLE + word for word in rest]
    yield f"{_ARTICLE}{head} {' '.join([defined[0], *defined[1:]])}"
    yield f"{_ARTICLE}{head} {' '.join([defined[0], *rest[1:]])}"
    yield f"{head} {' '.join([*rest[:-1], defined[-1]])}"
    if len(rest) == 1:
        yield f"{head}ا {rest[0]}ا" if not head.endswith(_TA) else f"{head} {rest[0]}"
    if number == "s":
        stem = head[:-1] + "ت" if head.endswith(_TA) else head
        for ending in ("ين", "ان"):
            adjective = rest[0][:-1] + "ت" + ending if rest[0].endswith(_TA) else rest[0] + ending
            yield " ".join([stem + ending, adjective, *rest[1:]])
            yield " ".join([stem + ending, *rest])


def build(source: dict[str, Any]) -> Weapons:
    """The look-ups from the plain structure of :func:`load_source`."""
    entries = {
        raw["id"]: WeaponEntry(raw["id"], raw["class"], raw["role"], raw["remote"], raw["military"]) for raw in source["entries"]
    }
    return Weapons(entries, PhraseTable(source["forms"]))


