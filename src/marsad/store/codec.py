"""Claims and issues as canonical JSON and back, without loss; digests of what is written so."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import lru_cache
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


def canonical(value: Any) -> str:
    """One JSON for one value: sorted keys, no spaces; whatever language writes it, the digest is the same."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _HALVES.sub(lambda half: f"\\u{ord(half.group()):04x}", text)


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
    return _HALVES.sub("\ufffd", text).replace("\x00", "\ufffd")


def claim_json(claim: Claim) -> str:
    """A claim as canonical JSON."""
    return canonical(plain(claim))


def plain(value: Any) -> Any:
    """Records as dictionaries and lists, fields under their own names."""
    kind = value.__class__
    if kind in _ATOMS:
        return value
    if kind is tuple:
        return [plain(item) for item in value]
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(kind)}
    return value


_ATOMS = frozenset({str, int, float, bool, type(None)})


def claim_from(body: str) -> Claim:
    """The claim that was written as JSON."""
    return claim_of(json.loads(body))


def claim_of(data: dict[str, Any]) -> Claim:
    """The claim in a dictionary; TypeError, KeyError or ValueError where it is none."""
    return Claim(
        **data
        | {
            "trigger": Span(**data["trigger"]),
            "agents": tuple(ActorMention(**each) for each in data["agents"]),
            "targets": tuple(ActorMention(**each) for each in data["targets"]),
            "places": tuple(map(_place, data["places"])),
            "time": Span(**data["time"]) if data["time"] is not None else None,
            "count": Count(**data["count"]) if data["count"] is not None else None,
            "item": WeaponMention(**data["item"]) if data["item"] is not None else None,
            "weapons": tuple(WeaponMention(**each) for each in data["weapons"]),
            "sources": tuple(SourceMention(**each) for each in data["sources"]),
            "because": tuple(data["because"]),
        }
    )


def _place(data: dict[str, Any]) -> PlaceMention:
    others = tuple(PlaceAlternative(**each) for each in data.get("alternatives", ()))
    return PlaceMention(**data | {"alternatives": others})


def reading_digest(bodies: Iterable[str], issues: Iterable[Issue]) -> str:
    """The digest of all that was read in a report: its claims in order, then its issues."""
    lines = [*bodies, canonical([plain(issue) for issue in issues])]
    return sha256("\n".join(lines).encode())


@lru_cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
