"""What goes into a store and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from marsad.records import Claim, Judgement, Original, Reading, Report


@dataclass(frozen=True, slots=True)
class Versions:
    """What read a report: digests of the code, the lexicons, the gazetteer and the ranker."""

    code: str
    lexicons: str
    gazetteer: str
    ranker: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report that has come in. ``received`` is its text as received where ``report.text`` has its markup blanked."""

    report: Report
    kept: Original
    received: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A report that has come in and was read."""

    arrival: Arrival
    reading: Reading


# A filter that a claim answers: its kind (type, place, actor …) and its value.
Listed = tuple[str, str]
# How something is written, folded: its kind, the words, the value of the filter.
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
    posted: frozenset[Listed]
    words: str


class ReadyReading(NamedTuple):
    """What was read in a report; ``names`` are all by which its claims are found."""

    sha256: str
    claims: tuple[ReadyClaim, ...]
    names: frozenset[Name]
    issues: tuple[tuple[str, str, int | None, int | None], ...]


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
    words: str
    reading: ReadyReading


class Outcome(StrEnum):
    """What became of an entry; one whose id another report took first has to be read again under a new id."""

    added = "added"
    known = "known"
    id_taken = "id_taken"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one entry."""

    id: str
    outcome: Outcome
    copy_of: str | None = None
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report as the store lists it, without its text."""

    id: str
    published: str | None
    date_kind: str | None
    outlet: str | None
    title: str | None
    url: str | None
    origin: str
    media_type: str
    fetched: str | None
    added: str
    size: int
    text_sha256: str
    raw_sha256: str
    version_of: str | None
    newer: str | None
    copy_of: str | None
    likeness: float | None
    deleted: str | None
    language: str | None
    forgotten: str | None
    claims: int
    rank: int


@dataclass(frozen=True, slots=True)
class StoredReading:
    """The current reading of a report, what read it and when."""

    report: str
    reading: Reading
    versions: Versions
    at: str
    sha256: str


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with what people judged: ``claim`` is as it stands now, ``as_read`` as it was read."""

    claim: Claim
    as_read: Claim
    report: str
    published: str | None
    outlet: str | None
    verdict: str | None
    is_edited: bool
    rank: int


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim as it stands now, as JSON, with what people judged."""

    id: str
    body: str
    report: str
    verdict: str | None
    is_edited: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What claims are wanted; every field that is given must hold.

    ``since`` and ``until`` are days, months or years: a claim counts at its first day, one without a day at that of
    its report. ``actor``, ``place`` and ``source`` are ids or names in any script. ``text`` is a question as in
    :meth:`Store.search`. ``verdict`` is accept, reject or none. ``language`` is that of the report.
    """

    since: str | None = None
    until: str | None = None
    type: str | None = None
    status: str | None = None
    actor: str | None = None
    place: str | None = None
    source: str | None = None
    country: str | None = None
    outlet: str | None = None
    report: str | None = None
    verdict: str | None = None
    text: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """What reports are wanted; older versions of a page and removed reports only where they are asked for."""

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    copy_of: str | None = None
    version_of: str | None = None
    text: str | None = None
    language: str | None = None
    is_latest: bool = True
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """So many rows, latest day first, after the row with the rank ``after``."""

    size: int = 50
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that answers a question, with the words around the first that does."""

    report: StoredReport
    before: str
    words: str
    behind: str


@dataclass(frozen=True, slots=True)
class Change:
    """What another reading of a report changed: claims gone, new, and the same id with other fields."""

    report: str
    gone: tuple[Claim, ...]
    new: tuple[Claim, ...]
    other: tuple[tuple[Claim, Claim], ...]
    judged_gone: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as the log says: where, and what."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a store holds."""

    reports: int
    copies: int
    removed: int
    claims: int
    judgements: int
    log: int
    bytes_kept: int


@dataclass(frozen=True, slots=True)
class StoredText:
    """The text of a report as received, the bytes it was made from, and its headers."""

    text: str
    raw: bytes
    headers: tuple[tuple[str, str], ...]


def report_of(stored: StoredReport, text: str) -> Report:
    """The report to read again."""
    day = date.fromisoformat(stored.published) if stored.published else None
    return Report(stored.id, text, day, stored.outlet)
