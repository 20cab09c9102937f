"""Reports that answer a question, each with the words around the first place that does."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from marsad.arabic.search_keys import stem
from marsad.arabic.words import split_words
from marsad.store import blobs, words
from marsad.store.entries import Hit, Page, ReportFilter, StoredReport, StoredText
from marsad.store.queries import reports_of
from marsad.store.tables import reports
from marsad.store.words import Term

AROUND = 60


def search(connection: Connection, wanted: ReportFilter, page: Page) -> list[Hit]:
    """The reports that hold all that is asked for, latest day first."""
    asked = words.terms(wanted.text or "")
    found = reports_of(connection, wanted, page)
    return [_hit(report, text_of(connection, report.id).text, asked) for report in found]


def _hit(report: StoredReport, text: str, asked: Sequence[Term]) -> Hit:
    start, end = first_match(text, asked) or (0, 0)
    before = " ".join(text[max(0, start - AROUND) : start].split("\n"))
    behind = " ".join(text[end : end + AROUND].split("\n"))
    return Hit(report, before.lstrip(), " ".join(text[start:end].split("\n")), behind.rstrip())


def first_match(text: str, asked: Sequence[Term]) -> tuple[int, int] | None:
    """Where the first of the words asked for stand in a text."""
    found = [word for word in split_words(text) if word.key[:1].isalnum()]
    places = []
    for term in asked:
        keys = [word.key if term.is_phrase else stem(word.key) for word in found]
        for at in range(len(keys) - len(term.keys) + 1):
            if _stands(keys[at : at + len(term.keys)], term):
                places.append((found[at].start, found[at + len(term.keys) - 1].end))
                break
    return min(places, default=None)


def _stands(keys: Sequence[str], term: Term) -> bool:
    if term.is_begun:
        return tuple(keys[:-1]) == term.keys[:-1] and keys[-1].startswith(term.keys[-1])
    return tuple(keys) == term.keys


def text_of(connection: Connection, id: str) -> StoredText:
    """The text of a report as received, and its bytes; empty where they were removed."""
    import json

    row = connection.execute(select(reports).where(reports.c.id == id)).one()
    if row.deleted is not None:
        return StoredText("", b"", ())
    text = blobs.get(connection, row.received_sha256 or row.text_sha256).decode("utf-8", "surrogatepass")
    raw = blobs.get(connection, row.raw_sha256)
    return StoredText(text, raw, tuple((name, value) for name, value in json.loads(row.headers)))


def read_text_of(connection: Connection, id: str) -> str:
    """The text as it is read: with its markup blanked."""
    name = connection.scalar(select(reports.c.text_sha256).where(reports.c.id == id))
    return blobs.get(connection, str(name)).decode("utf-8", "surrogatepass")
