"""Claims and issues as canonical JSON and back, without loss; digests of what is written so."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from json.encoder import encode_basestring as _quoted
from operator import attrgetter
from typing import Any

from marsad.records import (
    ActorMention,
    Claim,
    Count,
    Issue,
    PlaceAlternative,
    PlaceMention,
    SourceMention,
    Span,
    WeaponMention,
)

# Half of a surrogate pair can be written in JSON only by its number; no database takes it as text.
_HALVES = re.compile("[\ud800-\udfff]")


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)


def canonical(value: Any) -> str:
    """One JSON for one value: sorted keys, no spaces; whatever language writes it, the digest is the same."""
    text = _ENCODER.encode(value)
    if is_whole(text):
        return text
    return _HALVES.sub(lambda half: f"\\u{ord(half.group()):04x}", text)


def is_whole(text: str) -> bool:
    """Whether no half of a surrogate pair stands in a text; trying to write it is quicker than looking."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def digest(value: Any) -> str:
    """SHA-256 of the canonical JSON of a value."""
    return sha256(canonical(value).encode())


def sha256(raw: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def text_bytes(text: str) -> bytes:
    """A text as the bytes under whose digest it is kept."""
    return text.encode("utf-8", "surrogatepass")


def storable(text: str) -> str:
    """A text as every database takes it, for columns that are searched: what cannot be written becomes a sign."""
    if "\x00" not in text and is_whole(text):
        return text
    return _HALVES.sub("\ufffd", text).replace("\x00", "\ufffd")


def claim_json(claim: Claim) -> str:
    """A claim as canonical JSON: what ``canonical(plain(claim))`` gives, in two thirds of the time."""
    text = _written(claim)
    return text if is_whole(text) else canonical(plain(claim))


def _written(record: Any) -> str:
    """A record as JSON, its fields in the order of their names."""
    form, take = _form(record.__class__)
    return form % tuple(
        _quoted(each) if each.__class__ is str else "null" if each is None else _other(each) for each in take(record)
    )


def _other(value: Any) -> str:
    kind = value.__class__
    if kind is tuple:
        return f"[{','.join([_quoted(item) if item.__class__ is str else _written(item) for item in value])}]"
    return str(value) if kind is int else _ENCODER.encode(value) if kind in _ATOMS else _written(value)


@lru_cache
def _form(kind: Any) -> tuple[str, Any]:
    """The JSON of a kind of record with a gap for each of its fields, and what takes their values."""
    names = sorted(field.name for field in fields(kind))
    return "{" + ",".join(f'"{name}":%s' for name in names) + "}", attrgetter(*names)


def plain(value: Any) -> Any:
    """Records as dictionaries and lists, fields under their own names."""
    kind = value.__class__
    if kind in _ATOMS:
        return value
    if kind is tuple:
        return [item if item.__class__ in _ATOMS else plain(item) for item in value]
    if not is_dataclass(value):
        return value
    names, take = _shape(kind)
    return {
        name: each if each.__class__ in _ATOMS else plain(each) for name, each in zip(names, take(value), strict=True)
    }


@lru_cache
def _shape(kind: Any) -> tuple[tuple[str, ...], Any]:
    """The names of a record's fields, and what takes their values; no record has only one."""
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)


_ATOMS = frozenset({str, int, float, bool, type(None)})


def claim_from(body: str) -> Claim:
    """The claim that was written as JSON."""
    return claim_of(json.loads(body))


def claim_of(data: dict[str, Any]) -> Claim:
    """The claim in a dictionary; TypeError, KeyError or ValueError where it is none."""
    given = data | {"trigger": Span(**data["trigger"])}
    for name, many in _MANY.items():
        if name in data:
            given[name] = tuple(many(**each) for each in data[name])
    for name, one in _ONE.items():
        if data.get(name) is not None:
            given[name] = one(**data[name])
    if "places" in data:
        given["places"] = tuple(map(_place, data["places"]))
    if "because" in data:
        given["because"] = tuple(data["because"])
    return Claim(**given)


_MANY: dict[str, Any] = {
    "agents": ActorMention, "targets": ActorMention, "weapons": WeaponMention, "sources": SourceMention,
}  # fmt: skip
_ONE: dict[str, Any] = {"time": Span, "count": Count, "item": WeaponMention}


def _place(data: dict[str, Any]) -> PlaceMention:
    if "alternatives" not in data:
        return PlaceMention(**data)
    return PlaceMention(**data | {"alternatives": tuple(PlaceAlternative(**each) for each in data["alternatives"])})


def reading_digest(bodies: Iterable[str], issues: Iterable[Issue]) -> str:
    """The digest of all that was read in a report: its claims in order, then its issues."""
    lines = [*bodies, canonical([plain(issue) for issue in issues])]
    return sha256("\n".join(lines).encode())
