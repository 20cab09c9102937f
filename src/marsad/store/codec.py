"""Claims and issues as canonical JSON and back, without loss; digests of what is written so."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable
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
_HALVES = re.compile(r"[\ud800-\udfff]")


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


def claim_json(claim: Claim, written: dict[int, str] | None = None) -> str:
    """A claim as canonical JSON: what ``canonical(plain(claim))`` gives, in a third of the time.

    ``written`` takes up the JSON of its spans by their ``id()``, for the other claims of a reading that share them.
    """
    text = _claim(claim, {} if written is None else written)
    return text if is_whole(text) else canonical(plain(claim))


# One function for each record, its fields in the order of their names; a test holds them against canonical(plain(…)).


def _claim(claim: Claim, written: dict[int, str]) -> str:
    because = ",".join([_quoted(each) for each in claim.because])
    count, time, item = claim.count, claim.time, claim.item
    return (
        f'{{"agents":{_spans(_actor, claim.agents, written)},"because":[{because}],'
        f'"count":{"null" if count is None else _count(count)},"date_from":{_text(claim.date_from)},'
        f'"date_to":{_text(claim.date_to)},"id":{_quoted(claim.id)},"incident":{_number(claim.incident)},'
        f'"item":{"null" if item is None else _weapon(item)},"outcome":{_text(claim.outcome)},'
        f'"places":{_spans(_place_json, claim.places, written)},"sources":{_spans(_source, claim.sources, written)},'
        f'"status":{_quoted(claim.status)},"targets":{_spans(_actor, claim.targets, written)},'
        f'"time":{"null" if time is None else _span(time)},"trigger":{_span(claim.trigger)},'
        f'"type":{_quoted(claim.type)},"weapons":{_spans(_weapon, claim.weapons, written)}}}'
    )


def _spans(write: Callable[[Any], str], spans: tuple[Any, ...], written: dict[int, str]) -> str:
    """A list of spans, each written once."""
    if not spans:
        return "[]"
    made = []
    for span in spans:
        text = written.get(id(span))
        if text is None:
            text = written[id(span)] = write(span)
        made.append(text)
    return f"[{','.join(made)}]"


def _list(write: Callable[[Any], str], records: tuple[Any, ...]) -> str:
    return f"[{','.join([write(each) for each in records])}]" if records else "[]"


def _text(value: str | None) -> str:
    return "null" if value is None else _quoted(value)


def _number(value: float | None) -> str:
    return "null" if value is None else repr(value) if value - value == 0 else _ENCODER.encode(value)


def _span(span: Span) -> str:
    return f'{{"end":{span.end},"start":{span.start},"text":{_quoted(span.text)}}}'


def _actor(actor: ActorMention) -> str:
    return (
        f'{{"actor":{_text(actor.actor)},"end":{actor.end},"name":{_text(actor.name)},"start":{actor.start},'
        f'"text":{_quoted(actor.text)}}}'
    )


def _source(source: SourceMention) -> str:
    return (
        f'{{"end":{source.end},"kind":{_text(source.kind)},"name":{_text(source.name)},'
        f'"source":{_text(source.source)},"start":{source.start},"text":{_quoted(source.text)}}}'
    )


def _weapon(weapon: WeaponMention) -> str:
    return (
        f'{{"end":{weapon.end},"start":{weapon.start},"text":{_quoted(weapon.text)},'
        f'"weapon_class":{_text(weapon.weapon_class)}}}'
    )


def _count(count: Count) -> str:
    return (
        f'{{"end":{count.end},"high":{_number(count.high)},"low":{count.low},"start":{count.start},'
        f'"text":{_quoted(count.text)}}}'
    )


def _place_json(place: PlaceMention) -> str:
    return (
        f'{{"admin1":{_text(place.admin1)},"admin2":{_text(place.admin2)},'
        f'"alternatives":{_list(_alternative, place.alternatives)},"basis":{_text(place.basis)},'
        f'"country":{_text(place.country)},"end":{place.end},"kind":{_text(place.kind)},"lat":{_number(place.lat)},'
        f'"lon":{_number(place.lon)},"name":{_text(place.name)},"name_ar":{_text(place.name_ar)},'
        f'"pcode":{_text(place.pcode)},"place":{_text(place.place)},"precision":{_number(place.precision)},'
        f'"radius_km":{_number(place.radius_km)},"start":{place.start},"text":{_quoted(place.text)},'
        f'"where_prec":{_number(place.where_prec)}}}'
    )


def _alternative(other: PlaceAlternative) -> str:
    return f'{{"name":{_quoted(other.name)},"place":{_quoted(other.place)},"share":{_number(other.share)}}}'


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
