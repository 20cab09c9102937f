"""One report as it came in: decoded, cut to length, its markup blanked, with the issues met on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from marsad.records import Issue, Original, Report
from marsad.reports.dates import KINDS, is_ahead
from marsad.reports.dates import day_of as day_of
from marsad.reports.decode import Decoded, decode
from marsad.reports.markup import blank_markup, is_markup
from marsad.settings import Settings

# Issues of a report that was not read at all; with any other it was read.
NOT_READ = frozenset(
    {
        "unreadable", "not_text", "bad_line", "bad_row", "not_read", "empty", "not_arabic", "no_text_column",
        "bad_columns", "encrypted", "broken", "not_fetched", "refused", "robots", "missing_extra",
        "no_text_layer",
    }
)  # fmt: skip
# What is said of a file, a folder or a feed beside its reports.
NOTICES = frozenset({"columns_guessed", "left_out", "passed_over", "no_such_file", "truncated", "too_many"})
# Where a day was found in words rather than in data, it is said.
_FOUND_IN_WORDS = frozenset({"url", "text", "file", "document"})


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
    """What is known of a report beside its words, and the settings it is received with.

    ``columns`` says which column or field of data holds what: ``{"text": "body"}``.
    """

    published: date | None
    outlet: str | None
    settings: Settings
    issues: tuple[Issue, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    date_kind: str = "given"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a format tells of its report: the day with where it came from, the outlet, and what is kept."""

    published: date | None = None
    date_kind: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    kept: Original | None = None


NO_FACTS = Facts()


def is_notice(item: Received) -> bool:
    """Whether the item is no report but says something about many: what was left out, how columns were read."""
    return item.report is None and all(issue.reason in NOTICES for issue in item.issues)


def with_day(item: Received, published: date | None, kind: str) -> Received:
    """The item with a day from outside of it, where it bears none itself."""
    if published is None or item.report is None or item.report.published is not None or is_ahead(published):
        return item
    issues = tuple(issue for issue in item.issues if issue.reason != "only_fetch_day")
    kept = item.kept and replace(item.kept, date_kind=kind)
    return replace(item, report=replace(item.report, published=published), issues=issues, kept=kept)


def notice(name: str, origin: str, issue: Issue) -> Received:
    """A notice or a failure: an item without a report."""
    return Received(written(name), origin, None, (issue,))


def from_bytes(name: str, origin: str, raw: bytes, given: Given, facts: Facts = NO_FACTS) -> Received:
    """The report in the bytes of a file."""
    decoded = decode(raw)
    if decoded.text is None:
        issue = Issue("not_text", f"Expected text, found {decoded.encoding} data; convert it to text first.")
        sha256 = hashlib.sha256(raw).hexdigest()
        return Received(written(name), origin, None, (*given.issues, issue), sha256, kept=facts.kept)
    return from_text(name, origin, decoded.text, given, of_encoding(decoded), facts)


def from_text(
    name: str, origin: str, text: str, given: Given, issues: Sequence[Issue] = (), facts: Facts = NO_FACTS
) -> Received:
    """The report in a text; what was done to it is said in its issues."""
    found = [*given.issues, *issues]
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    kept = cut(text, given.settings, found)
    read = kept
    if is_markup(kept):
        found.append(Issue("html_blanked", "Markup was read as blanks, so that offsets hold in the text as received."))
        read = blank_markup(kept)
    item = Received(written(name), origin, None, tuple(found), sha256, None if read is kept else kept)
    return dated(item, read, given, facts)


def dated(item: Received, text: str, given: Given, facts: Facts) -> Received:
    """The item with its report: the day and the outlet that the command gives, else those the format found."""
    published, kind, found = facts.published, facts.date_kind, list(item.issues)
    if given.published is not None:
        published, kind = given.published, given.date_kind
    elif published is not None and is_ahead(published):
        message = f"Expected a day that has come, found {published} ({_where(kind)}); the report has no day now."
        found.append(Issue("future_day", message))
        published = kind = None
    if published is not None and kind in _FOUND_IN_WORDS:
        found.append(
            Issue("day_found", f"Taken as published on {published}: {_where(kind)}. Give --published if wrong.")
        )
    if published is None and facts.kept is not None and facts.kept.fetched:
        message = (
            f"No day of publication was found; the page was fetched on {facts.kept.fetched[:10]}, which is not it."
        )
        found.append(Issue("only_fetch_day", message))
    report = Report(item.id, text, published, given.outlet or facts.outlet)
    original = facts.kept and replace(
        facts.kept, title=facts.title, url=facts.url or facts.kept.url, date_kind=kind if published else None
    )
    return replace(item, report=report, issues=tuple(found), kept=original)


def _where(kind: str | None) -> str:
    return KINDS[kind] if kind else "of unknown origin"


def written(name: str) -> str:
    """An id that can be written down; file names of old archives hold bytes that are no text."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def bad_day(where: str, value: object) -> Issue:
    """The issue of a day that cannot be."""
    shown = repr(value)[:60]
    return Issue("bad_day", f"{where}expected a day such as 2016-12-06, found {shown}; the report has no day now.")


def of_encoding(decoded: Decoded) -> list[Issue]:
    """The issues of text that is not plain UTF-8, or broken."""
    issues = []
    if decoded.encoding != "utf-8":
        message = f"Read as {decoded.encoding}, as it is not UTF-8; offsets count its characters."
        issues.append(Issue("encoding", message))
    if decoded.lost:
        message = f"Signs that are broken, read as \ufffd: {decoded.lost}; look for a whole copy of the file."
        issues.append(Issue("damaged", message))
    return issues


def cut(text: str, settings: Settings, issues: list[Issue]) -> str:
    """The text up to the limit; what lies beyond is said."""
    limit = settings.max_characters
    if len(text) <= limit:
        return text
    message = f"{len(text):,} characters; the first {limit:,} were read. Split it into reports."
    issues.append(Issue("too_long", message, limit, len(text)))
    return text[:limit]


def too_large(given: Given) -> Issue:
    """The issue of what has more bytes than are taken."""
    limit = given.settings.max_bytes
    return Issue("too_large", f"More than {limit:,} bytes; what lies beyond was not read. Split it into reports.")
