"""What can be made of a report and its reading without the store: rows, keys, compressed bytes, by whoever read it.

The processes that read do this too; the one that writes only gives numbers and writes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from marsad.arabic.search_keys import SearchKeys, keys_of_name, search_keys
from marsad.records import ActorMention, Claim, Count, Issue, PlaceMention, SourceMention, Span, WeaponMention
from marsad.store import signatures
from marsad.store.codec import canonical, claim_json, digest, plain, reading_digest, sha256, storable
from marsad.store.codec import text_bytes as as_bytes
from marsad.store.entries import Arrival, Entry

# A name that no register knows stands under itself.
UNKNOWN, REGION = "~", "admin1:"
# The bytes of reports are small and many: a higher level takes four times as long and saves a tenth.
LEVEL = 3

# field, position, start, end, text, ref, name, kind, lat, lon
MentionRow = tuple[str, int, int, int, str, str | None, str | None, str | None, float | None, float | None]
Name = tuple[str, str, str]


class ReadyClaim(NamedTuple):
    """A claim as it will stand in the store, before it has a number."""

    id: str
    type: str
    status: str
    date_from: str | None
    date_to: str | None
    count_low: int | None
    count_high: int | None
    body: str
    mentions: tuple[MentionRow, ...]
    posted: frozenset[tuple[str, str]]
    words: SearchKeys


class ReadyReading(NamedTuple):
    """What was read in a report."""

    sha256: str
    claims: tuple[ReadyClaim, ...]
    issues: tuple[tuple[str, str, int | None, int | None], ...]
    names: frozenset[Name]


@dataclass(frozen=True, slots=True)
class Ready:
    """A report that can be written: its columns, its bytes, the words it is found by, what was read in it.

    ``row`` lacks what only the store can say: the key, the rank, of what it is a version or a copy.
    """

    row: dict[str, Any]
    version_of: str | None
    contents: tuple[tuple[str, int, bytes], ...]
    signature: bytes | None
    bands: tuple[int, ...]
    words: SearchKeys
    reading: ReadyReading


def ready(entry: Entry) -> Ready:
    """The entry with all that can be made of it without a store."""
    arrival = entry.arrival
    keys = search_keys(storable(arrival.report.text))
    title = keys_of_name(storable(arrival.kept.title or ""))
    signed = signatures.signature(keys)
    found = SearchKeys(f"{title.words} {keys.words}", f"{title.stems} {keys.stems}")
    bands = tuple(dict.fromkeys(signatures.bands_of(signed))) if signed is not None else ()
    reading = ready_reading(entry.reading.claims, entry.reading.issues)
    row = _report_row(arrival) | {"language": _language(entry.reading.issues)}
    return Ready(row, arrival.kept.version_of, _contents(arrival, row), signed, bands, found, reading)


def ready_reading(claims: tuple[Claim, ...], issues: tuple[Issue, ...]) -> ReadyReading:
    """What was read, as rows without numbers."""
    kept = [replace(issue, message=storable(issue.message)) for issue in issues]
    made = tuple(ready_claim(claim) for claim in claims)
    rows = tuple((issue.reason, issue.message, issue.start, issue.end) for issue in kept)
    names = frozenset(name for claim in claims for name in names_of(claim))
    return ReadyReading(reading_digest((each.body for each in made), kept), made, rows, names)


def ready_claim(claim: Claim, body: str | None = None) -> ReadyClaim:
    """A claim as it is written; ``body`` is what was read where the claim has been edited since."""
    low, high = (claim.count.low, claim.count.high) if claim.count else (None, None)
    return ReadyClaim(
        claim.id, storable(claim.type), storable(claim.status), _text(claim.date_from), _text(claim.date_to),
        _whole(low), _whole(high), claim_json(claim) if body is None else body,
        tuple(_mention(name, position, span) for name, position, span in spans(claim)),
        _posted(claim), words_of(claim),
    )  # fmt: skip


def _whole(number: int | None) -> int | None:
    """A number as a column takes it; the body has it in full."""
    return None if number is None else max(-(2**63), min(number, 2**63 - 1))


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)


def spans(claim: Claim) -> Iterator[tuple[str, int, Span | Count]]:
    """Every span of a claim, with its field and its place in it."""
    yield "trigger", 0, claim.trigger
    for name in ("agents", "targets", "places", "weapons", "sources"):
        for position, span in enumerate(getattr(claim, name)):
            yield name, position, span
    for name in ("time", "count", "item"):
        if getattr(claim, name) is not None:
            yield name, 0, getattr(claim, name)


def _mention(field: str, position: int, span: Span | Count) -> MentionRow:
    start, end, text = span.start, span.end, storable(span.text)
    if isinstance(span, PlaceMention):
        about = _text(span.place), _text(span.name), _text(span.kind), span.lat, span.lon
        return field, position, start, end, text, *about
    if isinstance(span, ActorMention):
        return field, position, start, end, text, _text(span.actor), _text(span.name), None, None, None
    if isinstance(span, SourceMention):
        return field, position, start, end, text, _text(span.source), _text(span.name), _text(span.kind), None, None
    kind = _text(span.weapon_class) if isinstance(span, WeaponMention) else None
    return field, position, start, end, text, kind, None, None, None, None


def folded(value: str) -> str:
    """A name as it is looked up."""
    return keys_of_name(value).words


def _named(claim: Claim) -> Iterator[tuple[str, ActorMention | PlaceMention | SourceMention, str]]:
    """Actors, places and sources with their kind and the ref they stand under."""
    for actor in (*claim.agents, *claim.targets):
        yield "actor", actor, _ref(actor.actor, actor)
    for place in claim.places:
        yield "place", place, _ref(place.place, place)
    for source in claim.sources:
        yield "source", source, _ref(source.source, source)


def _ref(id: str | None, span: Span) -> str:
    return storable(id) if id else UNKNOWN + folded(span.text)


def _posted(claim: Claim) -> frozenset[tuple[str, str]]:
    """The filters that a claim answers by itself, wherever it stands."""
    found = {("type", storable(claim.type)), ("status", storable(claim.status))}
    found.update((kind, ref) for kind, _, ref in _named(claim))
    for where in claim.places:
        if where.admin1:
            found.add(("place", REGION + storable(where.admin1)))
        if where.country:
            found.add(("country", storable(where.country).upper()))
    return frozenset(found)


def names_of(claim: Claim) -> Iterator[Name]:
    """How actors, places and sources of a claim are written, folded, with the ref they stand under."""
    for kind, span, ref in _named(claim):
        for written in (span.text, span.name, getattr(span, "name_ar", None)):
            if written:
                yield kind, folded(written), ref
    for where in claim.places:
        if where.admin1:
            yield "place", folded(where.admin1), REGION + storable(where.admin1)


def words_of(claim: Claim) -> SearchKeys:
    """The words by which a claim is found: those of its spans, and the names they stand for."""
    found = dict.fromkeys([span.text for _, _, span in spans(claim)])
    found |= dict.fromkeys(span.name for _, span, _ in _named(claim) if span.name)
    keys = [keys_of_name(text) for text in found]
    return SearchKeys(" ".join(key.words for key in keys), " ".join(key.stems for key in keys))


def identity(arrival: Arrival) -> str:
    """What makes a report the same: its text, its day, its outlet."""
    return _identity(sha256(as_bytes(arrival.report.text)), arrival)


def _identity(text_sha256: str, arrival: Arrival) -> str:
    return digest([text_sha256, day_of(arrival), arrival.report.outlet])


def day_of(arrival: Arrival) -> str | None:
    """The day of a report as it is written."""
    return arrival.report.published.isoformat() if arrival.report.published else None


def _report_row(arrival: Arrival) -> dict[str, Any]:
    report, kept = arrival.report, arrival.kept
    text_sha256 = sha256(as_bytes(report.text))
    received = sha256(as_bytes(arrival.received)) if arrival.received is not None else None
    return {
        "id": report.id, "identity": _identity(text_sha256, arrival), "text_sha256": text_sha256,
        "received_sha256": received, "raw_sha256": sha256(kept.raw), "size": len(report.text),
        "published": day_of(arrival), "date_kind": kept.date_kind, "outlet": _text(report.outlet),
        "title": _text(kept.title), "url": _text(kept.url), "origin": storable(kept.origin),
        "media_type": storable(kept.media_type), "fetched": kept.fetched,
        "headers": storable(canonical(plain(kept.headers))),
    }  # fmt: skip


def _language(issues: tuple[Issue, ...]) -> str | None:
    """Arabic where the reader found it so; None where it could not tell."""
    return None if any(issue.reason in ("not_arabic", "not_read", "empty") for issue in issues) else "ar"


def _contents(arrival: Arrival, row: dict[str, Any]) -> tuple[tuple[str, int, bytes], ...]:
    """The bytes of a report under their digests, compressed: as they came, the text as read and as received."""
    found = {row["raw_sha256"]: arrival.kept.raw, row["text_sha256"]: as_bytes(arrival.report.text)}
    if arrival.received is not None:
        found[row["received_sha256"]] = as_bytes(arrival.received)
    return tuple((name, len(raw), zlib.compress(raw, LEVEL)) for name, raw in found.items())
