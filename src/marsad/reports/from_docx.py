"""Word documents (.docx): their paragraphs and tables in order, their title, and the day they were made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from marsad.records import Issue
from marsad.reports.dates import best_day, day_of
from marsad.reports.extras import need
from marsad.reports.parcel import Parcel, original, sha256_of, whole
from marsad.reports.received import Facts, Given, Received, from_text, too_large, written

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# A document of text unpacks to some megabytes; a bomb to gigabytes.
MOST_UNPACKED = 128 * 2**20


def read(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The report of a document."""
    docx = need("docx", "Word documents")
    raw, is_cut = whole(parcel, given.settings.max_bytes)
    kept = replace(original(parcel, raw, MEDIA), url=parcel.url)
    try:
        _refuse_bombs(raw)
        document = docx.Document(io.BytesIO(raw))
        text = "\n".join(_lines(document))
        made, title = _made(document.core_properties)
    except Exception as error:  # what is within the zip may break the reader in any way; the batch goes on
        message = f"Expected a whole Word document, found a broken one ({type(error).__name__}: {str(error)[:100]})."
        issue = Issue("broken", message)
        yield Received(written(parcel.name), parcel.origin, None, (issue,), sha256_of(raw), kept=kept)
        return
    issues = [too_large(given)] if is_cut else []
    published, kind = best_day(parcel.file, text, made)
    facts = Facts(published, kind, None, title, parcel.url, kept)
    yield from_text(parcel.name, parcel.origin, text, given, issues, facts)


def _refuse_bombs(raw: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > MOST_UNPACKED:
        raise ValueError(f"{unpacked:,} bytes once unpacked")


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join(cell.text for cell in row.cells)
        else:
            yield block.text


def _made(properties: Any) -> tuple[date | None, str | None]:
    """The day and the title that the program put in; its own template says 2013, which is nobody's day."""
    made = properties.created
    day = day_of(made) if made is not None and properties.author != "python-docx" else None
    return day, properties.title or None
