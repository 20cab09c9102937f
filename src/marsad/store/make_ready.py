"""What can be made of a report and its reading without the store: rows, keys, compressed bytes, by whoever read it.

The processes that read do this too; the one that writes only gives numbers and writes.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field, replace
from typing import Any

from marsad.arabic.search_keys import words_of_name, words_searched
from marsad.records import ActorMention, Claim, Issue, PlaceMention, SourceMention
from marsad.store import signatures
from marsad.store.codec import canonical, claim_json, digest, plain, reading_digest, sha256, storable
from marsad.store.codec import text_bytes as as_bytes
from marsad.store.entries import Arrival, Entry, Listed, Name, Ready, ReadyClaim, ReadyReading

# A name that no register knows stands under itself.
UNKNOWN, REGION = "~", "admin1:"
# The bytes of reports are small and many: a higher level takes four times as long and saves a tenth.
LEVEL = 3


def ready(entry: Entry) -> Ready:
    """The entry with all that can be made of it without a store."""
    arrival = entry.arrival
    words = words_searched(storable(arrival.report.text))
    signed = signatures.signature(words)
    bands = tuple(dict.fromkeys(signatures.bands_of(signed))) if signed is not None else ()
    reading = ready_reading(entry.reading.claims, entry.reading.issues)
    row = _report_row(arrival) | {"language": _language(entry.reading.issues)}
    return Ready(
        row, arrival.kept.version_of, _contents(arrival, row), signed, bands, _with_title(row["title"], words), reading
    )


def words_of_report(title: str | None, text: str) -> str:
    """The words by which a report is found: those of its title and of its text as read."""
    return _with_title(title, words_searched(storable(text)))


def _with_title(title: str | None, words: str) -> str:
    return f"{folded(title or '')} {words}"


def ready_reading(claims: tuple[Claim, ...], issues: tuple[Issue, ...]) -> ReadyReading:
    """What was read, as rows without numbers."""
    kept = [replace(issue, message=storable(issue.message)) for issue in issues]
    made = tuple(map(ready_claim, claims))
    rows = tuple((issue.reason, issue.message, issue.start, issue.end) for issue in kept)
    return ReadyReading(reading_digest((each.body for each in made), kept), made, rows)


def ready_claim(claim: Claim, body: str | None = None) -> ReadyClaim:
    """A claim as it is written; ``body`` is what was read where the claim has been edited since."""
    low, high = (claim.count.low, claim.count.high) if claim.count else (None, None)
    kind, status, found = storable(claim.type), storable(claim.status), _Found()
    found.posted += [("type", kind), ("status", status)]
    _find(found, claim)
    words = [words_of_name(text) for text in dict.fromkeys(found.texts + found.neutral)]
    return ReadyClaim(
        claim.id, kind, status, _text(claim.date_from), _text(claim.date_to), _whole(low), _whole(high),
        claim_json(claim) if body is None else body, frozenset(found.posted), tuple(dict.fromkeys(found.names)),
        " ".join(words),
    )  # fmt: skip


def _whole(number: int | None) -> int | None:
    """A number as a column takes it; the body has it in full."""
    return None if number is None else max(-(2**63), min(number, 2**63 - 1))


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)


def folded(value: str) -> str:
    """A name as it is looked up."""
    return words_of_name(value)


@dataclass(slots=True)
class _Found:
    """By what a claim is found: filters, names, the words of its spans, the neutral names of what they mean."""

    posted: list[Listed] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    neutral: list[str] = field(default_factory=list)


def _find(found: _Found, claim: Claim) -> None:
    """All of it, span by span: where a claim is written most of the time goes here."""
    found.texts.append(claim.trigger.text)
    for actor in claim.agents:
        _name(found, "actor", actor.actor, actor)
    for actor in claim.targets:
        _name(found, "actor", actor.actor, actor)
    for place in claim.places:
        _place(found, place)
    found.texts += [weapon.text for weapon in claim.weapons]
    for source in claim.sources:
        _name(found, "source", source.source, source)
    found.texts += [span.text for span in (claim.time, claim.count, claim.item) if span is not None]


def _place(found: _Found, place: PlaceMention) -> None:
    ref = _name(found, "place", place.place, place)
    if place.name_ar:
        found.names.append(("place", folded(place.name_ar), ref))
    if place.admin1:
        region = REGION + storable(place.admin1)
        found.posted.append(("place", region))
        found.names.append(("place", folded(place.admin1), region))
    if place.country:
        found.posted.append(("country", storable(place.country).upper()))


def _name(found: _Found, kind: str, id: str | None, span: ActorMention | PlaceMention | SourceMention) -> str:
    """Take up a span that means somebody or some place; what it is listed under."""
    key, name = words_of_name(span.text), span.name
    ref = storable(id) if id else UNKNOWN + key
    found.texts.append(span.text)
    found.posted.append((kind, ref))
    if span.text:
        found.names.append((kind, key, ref))
    if name:
        found.neutral.append(name)
        found.names.append((kind, words_of_name(name), ref))
    return ref


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
