"""Reports that answer a question, each with the words around the first place that does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from marsad.arabic.search_keys import stem
from marsad.arabic.words import split_words
from marsad.store import blobs, tables, words
from marsad.store.entries import Hit, Page, ReportFilter, StoredReport, StoredText
from marsad.store.queries import reports_of
from marsad.store.tables import reports
from marsad.store.words import Term

AROUND = 60


def search(connection: Connection, wanted: ReportFilter, page: Page) -> list[Hit]:
    """The reports that hold all that is asked for, latest day first."""
    asked = words.terms(wanted.text or "")
    found = reports_of(connection, wanted, page)
    texts = _texts(connection, found)
    return [_hit(report, texts.get(report.id, ""), asked) for report in found]


def _texts(connection: Connection, found: Sequence[StoredReport]) -> dict[str, str]:
    """The texts of reports as they are read; their offsets are those of the texts as received."""
    joined = reports.join(tables.blobs, tables.blobs.c.sha256 == reports.c.text_sha256)
    wanted = select(reports.c.id, tables.blobs.c.packed).select_from(joined)
    rows = connection.execute(wanted.where(reports.c.id.in_([report.id for report in found])))
    return {row.id: (blobs.unpacked(row.packed) or b"").decode("utf-8", "surrogatepass") for row in rows}


def _hit(report: StoredReport, text: str, asked: Sequence[Term]) -> Hit:
    start, end = first_match(text, asked) or (0, 0)
    before = " ".join(text[max(0, start - AROUND) : start].split("\n"))
    behind = " ".join(text[end : end + AROUND].split("\n"))
    return Hit(report, before.lstrip(), " ".join(text[start:end].split("\n")), behind.rstrip())


def first_match(text: str, asked: Sequence[Term]) -> tuple[int, int] | None:
    """Where the first of the words asked for stand in a text; a row of words stands within a line."""
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        places = list(_matches(text, start, end, asked))
        if places:
            return min(places)
        start = end
    return None


def _matches(text: str, start: int, end: int, asked: Sequence[Term]) -> Iterator[tuple[int, int]]:
    found = [word for word in split_words(text, start, end) if word.key[:1].isalnum()]
    whole = [word.key for word in found]
    stems = list(map(stem, whole))
    for term in asked:
        keys, length = whole if term.is_phrase else stems, len(term.keys)
        for at in range(len(keys) - length + 1):
            if _stands(keys[at : at + length], term):
                yield found[at].start, found[at + length - 1].end
                break


def _stands(keys: Sequence[str], term: Term) -> bool:
    if term.is_begun:
        return tuple(keys[:-1]) == term.keys[:-1] and keys[-1].startswith(term.keys[-1])
    return tuple(keys) == term.keys


def text_of(connection: Connection, id: str) -> StoredText:
    """The text of a report as received, and its bytes; empty where they were removed or forgotten."""
    import json

    row = connection.execute(select(reports).where(reports.c.id == id)).one()
    if row.deleted is not None:
        return StoredText("", b"", ())
    text = blobs.get(connection, row.received_sha256 or row.text_sha256).decode("utf-8", "surrogatepass")
    is_there = row.forgotten is None or blobs.has(connection, row.raw_sha256)
    raw = blobs.get(connection, row.raw_sha256) if is_there else b""
    return StoredText(text, raw, tuple((name, value) for name, value in json.loads(row.headers)))


def read_text_of(connection: Connection, id: str) -> str:
    """The text as it is read: with its markup blanked."""
    name = connection.scalar(select(reports.c.text_sha256).where(reports.c.id == id))
    return blobs.get(connection, str(name)).decode("utf-8", "surrogatepass")
