"""PDF with a text layer: its words in reading order, its title, and the day it was made where no better is known."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from marsad.records import Issue
from marsad.reports.dates import best_day, day_of
from marsad.reports.extras import need
from marsad.reports.parcel import Parcel, original, sha256_of, whole
from marsad.reports.reading_order import in_reading_order, is_drawn_from_left, plain_letters
from marsad.reports.received import Facts, Given, Received, from_text, too_large, written

_LEAST_LETTERS = 20


def read(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The report of a document; one that is locked, broken or a picture only becomes an issue."""
    pypdf = need("pypdf", "PDF")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    raw, is_cut = whole(parcel, given.settings.max_bytes)
    issues = [too_large(given)] if is_cut else []
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not _opens(reader):
            issue = Issue("encrypted", "The document is locked with a password; unlock it first.")
            yield _failed(parcel, raw, issue)
            return
        text = _text(reader, given, issues)
        metadata = reader.metadata
    except Exception as error:  # pypdf meets broken files with errors of any kind; the batch goes on
        issue = Issue(
            "broken", f"Expected a whole PDF, found a broken one ({type(error).__name__}: {str(error)[:100]})."
        )
        yield _failed(parcel, raw, issue)
        return
    if sum(char.isalpha() for char in text) < _LEAST_LETTERS:
        message = "The document has no text layer, only pictures of text; recognise its text (OCR) first."
        yield _failed(parcel, raw, Issue("no_text_layer", message))
        return
    yield _report(parcel, raw, text, metadata, given, issues)


def _failed(parcel: Parcel, raw: bytes, issue: Issue) -> Received:
    kept = original(parcel, raw, "application/pdf")
    return Received(written(parcel.name), parcel.origin, None, (issue,), sha256_of(raw), kept=kept)


def _opens(reader: Any) -> bool:
    """Whether the document opens without a password, as those do that are only locked against printing."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # of an unknown cipher or one that needs another library: locked for us
        return False


def _text(reader: Any, given: Given, issues: list[Issue]) -> str:
    """The words of the pages, up to the limit."""
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(plain_letters(page.extract_text() or ""))
        length += len(pages[-1])
        if length > given.settings.max_characters:
            break
    text = "\n\n".join(pages)
    if is_drawn_from_left(text):
        message = "The lines of the document stand in the order in which they are drawn; they were turned round."
        issues.append(Issue("turned_round", message))
        text = in_reading_order(text)
    return text


def _report(parcel: Parcel, raw: bytes, text: str, metadata: Any, given: Given, issues: list[Issue]) -> Received:
    made, title = _made(metadata)
    published, kind = best_day(parcel.file, text, made)
    kept = replace(original(parcel, raw, "application/pdf"), url=parcel.url)
    return from_text(
        parcel.name, parcel.origin, text, given, issues, Facts(published, kind, None, title, parcel.url, kept)
    )


def _made(metadata: Any) -> tuple[date | None, str | None]:
    try:
        made = metadata.creation_date if metadata is not None else None
        title = str(metadata.title) if metadata is not None and metadata.title else None
        return (day_of(made) if made is not None else None), title
    except (ValueError, TypeError, AttributeError, KeyError):
        return None, None
