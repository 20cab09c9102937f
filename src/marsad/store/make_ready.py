"""What can be made of a report and its reading without the store: rows, keys, compressed bytes, by whoever read it.

The processes that read do this too; the one that writes only gives numbers and writes.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, NamedTuple

from marsad.arabic.search_keys import pieces_searched, words_of_name, words_searched
from marsad.records import ActorMention, Claim, Issue, PlaceMention, SourceMention, WeaponMention
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
    pieces = pieces_searched(storable(arrival.report.text))
    signed = signatures.signature_of(pieces)
    bands = tuple(dict.fromkeys(signatures.bands_of(signed))) if signed is not None else ()
    reading = ready_reading(entry.reading.claims, entry.reading.issues)
    row = _report_row(arrival) | {"language": _language(entry.reading.issues)}
    return Ready(
        row,
        arrival.kept.version_of,
        _contents(arrival, row),
        signed,
        bands,
        _with_title(row["title"], " ".join(pieces)),
        reading,
    )


def words_of_report(title: str | None, text: str) -> str:
    """The words by which a report is found: those of its title and of its text as read."""
    return _with_title(title, words_searched(storable(text)))


def _with_title(title: str | None, words: str) -> str:
    return f"{folded(title or '')} {words}"


def ready_reading(claims: tuple[Claim, ...], issues: tuple[Issue, ...]) -> ReadyReading:
    """What was read, as rows without numbers."""
    kept = [replace(issue, message=storable(issue.message)) for issue in issues]
    spans = Spans()
    made = tuple([ready_claim(claim, spans=spans) for claim in claims])
    rows = tuple((issue.reason, issue.message, issue.start, issue.end) for issue in kept)
    return ReadyReading(reading_digest((each.body for each in made), kept), made, spans.names(), rows)


def ready_claim(claim: Claim, body: str | None = None, spans: Spans | None = None) -> ReadyClaim:
    """A claim as it is written; ``body`` is what was read where the claim has been edited since."""
    low, high = (claim.count.low, claim.count.high) if claim.count else (None, None)
    kind, status = _short(claim.type), _short(claim.status)
    shared = Spans() if spans is None else spans
    posted, words = _found_by(claim, shared)
    posted += (("type", kind), ("status", status))
    return ReadyClaim(
        claim.id, kind, status, _day(claim.date_from), _day(claim.date_to), _whole(low), _whole(high),
        claim_json(claim, shared.written) if body is None else body, frozenset(posted), words,
    )  # fmt: skip


def _whole(number: int | None) -> int | None:
    """A number as a column takes it; the body has it in full."""
    return None if number is None else max(-(2**63), min(number, 2**63 - 1))


# Types, states, days, ids: few, and every claim has them.
_short = lru_cache(10_000)(storable)


def _day(value: str | None) -> str | None:
    return None if value is None else _short(value)


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)


def folded(value: str) -> str:
    """A name as it is looked up."""
    return words_of_name(value)


class _Found(NamedTuple):
    """By what a span is found: its words, the neutral name of what it means, both also folded; filters and names."""

    text: str
    key: str
    neutral: str | None = None
    folded: str = ""
    posted: tuple[Listed, ...] = ()
    names: tuple[Name, ...] = ()


@dataclass(slots=True)
class Spans:
    """What was made of the spans of a reading, by their ``id()``: its claims share many of them."""

    written: dict[int, str] = field(default_factory=dict)
    found: dict[int, _Found] = field(default_factory=dict)

    def names(self) -> frozenset[Name]:
        """All names of those who were found."""
        return frozenset([name for each in self.found.values() for name in each.names])


def _found_by(claim: Claim, spans: Spans) -> tuple[list[Listed], str]:
    """The filters that a claim answers by its spans, and its words: as the spans follow in it, then neutral names."""
    there, posted = spans.found, list[Listed]()
    said, neutral = {claim.trigger.text: words_of_name(claim.trigger.text)}, dict[str, str]()
    for span in (*claim.agents, *claim.targets, *claim.places, *claim.weapons, *claim.sources):
        one = there.get(id(span))
        if one is None:
            one = there[id(span)] = _FIND[span.__class__](span)
        text, key, name, name_key, own, _ = one
        said[text] = key
        posted += own
        if name:
            neutral[name] = name_key
    for other in (claim.time, claim.count, claim.item):
        if other is not None:
            said[other.text] = words_of_name(other.text)
    return posted, " ".join((said | neutral).values())


def _weapon(weapon: WeaponMention) -> _Found:
    return _Found(weapon.text, words_of_name(weapon.text))


def _actor(actor: ActorMention) -> _Found:
    return _named("actor", actor.actor, actor.text, actor.name)


def _source(source: SourceMention) -> _Found:
    return _named("source", source.source, source.text, source.name)


def _place(place: PlaceMention) -> _Found:
    one = _named("place", place.place, place.text, place.name)
    (_, ref), posted, names = one.posted[0], list(one.posted), list(one.names)
    if place.name_ar:
        names.append(("place", folded(place.name_ar), ref))
    if place.admin1:
        region = REGION + _short(place.admin1)
        posted.append(("place", region))
        names.append(("place", folded(place.admin1), region))
    if place.country:
        posted.append(("country", _short(place.country).upper()))
    return _Found(*one[:4], tuple(posted), tuple(names))


_FIND: dict[type, Callable[[Any], _Found]] = {
    ActorMention: _actor, PlaceMention: _place, SourceMention: _source, WeaponMention: _weapon,
}  # fmt: skip


def _named(kind: str, id: str | None, text: str, name: str | None) -> _Found:
    """What a span that means somebody or some place is found by."""
    key, name_key = words_of_name(text), words_of_name(name) if name else ""
    ref = _short(id) if id else UNKNOWN + key
    written, neutral = ((kind, key, ref),) if text else (), ((kind, name_key, ref),) if name else ()
    return _Found(text, key, name, name_key, ((kind, ref),), written + neutral)


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
