"""RSS and Atom: the entries of a feed, each with its address, its day, and the words the feed itself gives."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marsad.records import Issue, Original
from marsad.reports.dates import day_of
from marsad.reports.extras import need
from marsad.reports.from_warc import named
from marsad.reports.parcel import Parcel, whole
from marsad.reports.received import Facts, Given, Received, from_text, notice

SUFFIXES = (".rss", ".atom", ".xml")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: where its page is, when it came out, what the feed gives of it."""

    link: str | None
    title: str | None
    published: date | None
    words: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its entries, where the older ones stand, and what could not be read."""

    entries: tuple[Entry, ...]
    older: str | None
    issues: tuple[Issue, ...] = ()


def parsed(raw: bytes) -> Feed:
    """The feed in the bytes; of a broken one the entries that can be made out."""
    feedparser = need("feedparser", "feeds")
    found = feedparser.parse(io.BytesIO(raw))
    issues = []
    if found.bozo and not found.entries:
        issues.append(Issue("broken", f"Expected a feed, found a broken one ({str(found.bozo_exception)[:100]})."))
    elif not found.entries:
        issues.append(Issue("empty", "The feed has no entries: expected reports; check the address."))
    title = found.feed.get("title") or None
    older = next((link.get("href") for link in found.feed.get("links", ()) if link.get("rel") == "next"), None)
    return Feed(tuple(_entry(entry, title) for entry in found.entries), older, tuple(issues))


def read(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The entries of a feed kept as a file, by the words the feed gives; nothing is fetched."""
    raw, _ = whole(parcel, given.settings.max_bytes)
    feed = parsed(raw)
    for issue in feed.issues:
        yield notice(parcel.name, parcel.origin, issue)
    for number, entry in enumerate(feed.entries, start=1):
        yield received(f"{parcel.name}-{number}", f"{parcel.origin}#{number}", entry, given, parcel.fetched)


def received(name: str, origin: str, entry: Entry, given: Given, fetched: str | None = None) -> Received:
    """The report of an entry by its own words."""
    name = named(entry.link) if entry.link else name
    raw = entry.words.encode("utf-8", "surrogatepass")
    kept = Original(raw, "text/html", origin, fetched)
    facts = Facts(entry.published, "feed", entry.outlet, entry.title, entry.link, kept)
    return from_text(name, origin, entry.words, given, (), facts)


def _entry(raw: Mapping[str, Any], outlet: str | None) -> Entry:
    contents = [part.get("value", "") for part in raw.get("content", ())] + [raw.get("summary", "")]
    words = max(contents, key=len) or raw.get("title", "")
    link = raw.get("link") or None
    return Entry(link, raw.get("title") or None, _day(raw), words, outlet)


def _day(raw: Mapping[str, Any]) -> date | None:
    """The day it came out; that of a later change only where there is no other."""
    for key in ("published", "created", "updated"):
        # The words of the feed, not what feedparser made of them: it reads no Arabic months.
        with contextlib.suppress(ValueError, OverflowError):
            if raw.get(key):
                return day_of(raw[key])
    return None
