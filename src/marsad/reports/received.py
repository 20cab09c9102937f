"""One report as it came in: decoded, cut to length, its markup blanked, with the issues met on the way."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from marsad.records import Issue, Original, Report
from marsad.reports.decode import Decoded, decode
from marsad.reports.markup import blank_markup, is_markup
from marsad.settings import Settings

# Issues of a report that was not read at all; with any other it was read.
NOT_READ = frozenset({"unreadable", "not_text", "bad_line", "not_read", "empty", "not_arabic"})


@dataclass(frozen=True, slots=True)
class Received:
    """One report as it came in, or None with the issues that say why it could not be had.

    ``sha256`` is that of the whole text as received (of the bytes where they are no text). ``original`` is the text as
    received where the report's own has its markup blanked; both have the same offsets. ``kept`` is what the store keeps
    as evidence: the bytes, when and from where they came.
    """

    id: str
    origin: str
    report: Report | None
    issues: tuple[Issue, ...] = ()
    sha256: str | None = None
    original: str | None = None
    kept: Original | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a report beside its words, and the settings it is received with."""

    published: date | None
    outlet: str | None
    settings: Settings
    issues: tuple[Issue, ...] = ()


def from_bytes(name: str, origin: str, raw: bytes, given: Given) -> Received:
    """The report in the bytes of a file."""
    decoded = decode(raw)
    if decoded.text is None:
        issue = Issue("not_text", f"{origin}: expected text, found {decoded.encoding} data; convert it to text first.")
        return Received(written(name), origin, None, (*given.issues, issue), hashlib.sha256(raw).hexdigest())
    return from_text(name, origin, decoded.text, given, _of_encoding(origin, decoded))


def from_text(name: str, origin: str, text: str, given: Given, issues: list[Issue] | None = None) -> Received:
    """The report in a text; what was done to it is said in its issues."""
    found = [*given.issues, *(issues or [])]
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    kept = _cut(origin, text, given.settings, found)
    read = kept
    if is_markup(kept):
        message = f"{origin}: a web page; its markup was read as blanks, so that offsets hold in the file."
        found.append(Issue("html_blanked", message))
        read = blank_markup(kept)
    report = Report(written(name), read, given.published, given.outlet)
    return Received(report.id, origin, report, tuple(found), sha256, None if read is kept else kept)


def written(name: str) -> str:
    """An id that can be written down; file names of old archives hold bytes that are no text."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def media_type(suffix: str) -> str:
    """The kind of a file by the end of its name."""
    return "text/html" if suffix.lower() in (".html", ".htm") else "text/plain"


def day_of(value: object) -> date:
    """The day that an index or a line gives, also where a time of day follows it; ValueError for what is none."""
    if not isinstance(value, str):
        raise ValueError("not a string")
    day = value.strip()
    return date.fromisoformat(day[:10] if day[10:11] in ("T", " ") else day)


def bad_day(origin: str, value: object) -> Issue:
    """The issue of a day that cannot be."""
    message = f"{origin}: expected a day such as 2016-12-06 in published, found {value!r}; the report has no day now."
    return Issue("bad_day", message)


def _of_encoding(origin: str, decoded: Decoded) -> list[Issue]:
    issues = []
    if decoded.encoding != "utf-8":
        message = f"{origin}: read as {decoded.encoding}, as it is not UTF-8; offsets count its characters."
        issues.append(Issue("encoding", message))
    if decoded.lost:
        message = f"{origin}: signs that are broken, read as \ufffd: {decoded.lost}; look for a whole copy of the file."
        issues.append(Issue("damaged", message))
    return issues


def _cut(origin: str, text: str, settings: Settings, issues: list[Issue]) -> str:
    limit = settings.max_characters
    if len(text) <= limit:
        return text
    message = f"{origin}: {len(text):,} characters; the first {limit:,} were read. Split it into reports."
    issues.append(Issue("too_long", message, limit, len(text)))
    return text[:limit]
