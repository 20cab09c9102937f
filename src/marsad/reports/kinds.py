"""What a parcel is, by its first bytes and the ending of its name, and who reads it. A failure ends no batch."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from marsad.errors import MissingExtraError
from marsad.records import Issue
from marsad.reports import signs
from marsad.reports.decode import decode
from marsad.reports.parcel import Parcel, head, suffix
from marsad.reports.received import Given, Received, notice

# What holds reports, and what holds parcels that hold them: the module and function that read each, loaded when the
# first of a kind comes, as most runs meet one or two. A new format is a line here and a file beside this one.
READERS = {
    "text": ("from_text", "read"),
    "html": ("from_html", "read"),
    "jsonl": ("from_jsonl", "read"),
    "json": ("from_json", "read"),
    "csv": ("from_csv", "read"),
    "parquet": ("from_parquet", "read"),
    "telegram": ("from_telegram", "read_json"),
    "telegram_html": ("from_telegram", "read_html"),
    "feed": ("from_feed", "read"),
    "pdf": ("from_pdf", "read"),
    "docx": ("from_docx", "read"),
}
BOXES = {
    "gzip": ("from_archive", "gzip_members"),
    "zip": ("from_archive", "zip_members"),
    "warc": ("from_warc", "members"),
    "wacz": ("from_warc", "wacz_members"),
    "email": ("from_email", "members"),
    "mbox": ("from_email", "mbox_members"),
}
DEEPEST = 4
_BY_SUFFIX = {
    ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".eml": "email", ".mbox": "mbox",
}  # fmt: skip
# What people keep beside reports, by its first bytes, and how to make a report of it.
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word document or another Office file; save it as .docx"),
    (b"{\\rtf", "rich text; save it as .docx or as text"),
    (b"\x89PNG", "a picture; recognise its text first"),
    (b"\xff\xd8\xff", "a picture; recognise its text first"),
    (b"GIF8", "a picture; recognise its text first"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\x28\xb5\x2f\xfd", "data packed with Zstandard; unpack them first (zstd -d)"),
    (b"Rar!", "an archive of RAR; unpack it first"),
    (b"7z\xbc\xaf", "an archive of 7-Zip; unpack it first"),
    (b"SQLite format 3", "a database; export its reports as CSV"),
)


def receive(parcel: Parcel, given: Given) -> Iterator[Received]:
    """Every report in the parcel; what cannot be read becomes an issue."""
    try:
        kind = recognised(parcel, head(parcel))
        if kind in READERS:
            yield from _loaded(READERS[kind])(parcel, given)
        elif kind not in BOXES:
            issue = Issue("not_text", f"Expected a report, found {kind}.")
            yield notice(parcel.name, parcel.origin, issue)
        elif parcel.depth >= DEEPEST:
            issue = Issue("broken", f"More than {DEEPEST} archives within each other; no crawl is packed so.")
            yield notice(parcel.name, parcel.origin, issue)
        else:
            yield from _unpacked(_loaded(BOXES[kind])(parcel, given), given)
    except MissingExtraError as error:
        yield notice(parcel.name, parcel.origin, Issue("missing_extra", f"{error}."))
    except _broken() as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else error
        message = f"The file breaks off or is broken ({str(said)[:120] or type(error).__name__}); get it again."
        yield notice(parcel.name, parcel.origin, Issue("broken", message))
    except OSError as error:
        message = f"The file could not be opened ({error.strerror or error}); check that it is there and may be read."
        yield notice(parcel.name, parcel.origin, Issue("unreadable", message))


def _loaded(reader: tuple[str, str]) -> Any:
    """The function of a kind: from a parcel and what is given to its reports, or to the parcels in it."""
    module, name = reader
    return getattr(import_module(f"marsad.reports.{module}"), name)


def _broken() -> tuple[type[Exception], ...]:
    """What the unpackers raise on broken files; loaded where one was."""
    import gzip
    import lzma
    import zipfile
    import zlib

    from marsad.reports.from_archive import SwollenError

    return (
        SwollenError, zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError,
    )  # fmt: skip


def _unpacked(members: Iterator[Parcel | Received], given: Given) -> Iterator[Received]:
    for member in members:
        if isinstance(member, Received):
            yield member
        else:
            yield from receive(member, given)


def recognised(parcel: Parcel, start: bytes) -> str:
    """The kind of a parcel: a key of ``READERS`` or ``BOXES``, or the words for what is none of ours."""
    return _by_signature(parcel, start) or _by_name(parcel, start) or _by_text(parcel, start)


def _by_signature(parcel: Parcel, start: bytes) -> str | None:
    is_warc = ".warc" in parcel.file.lower()
    if start.startswith(b"WARC/") or (is_warc and start.startswith(b"\x1f\x8b")):
        return "warc"
    if start.startswith(b"\x1f\x8b"):
        return "gzip"
    if start.startswith(b"PK\x03\x04") or start.startswith(b"PK\x05\x06"):
        return _zipped(parcel)
    if b"%PDF-" in start[:1024] and not start.lstrip().startswith(b"<"):
        return "pdf"
    if start.startswith(b"PAR1"):
        return "parquet"
    return next((words for sign, words in _FOREIGN if start.startswith(sign)), None)


def _zipped(parcel: Parcel) -> str:
    """A zip by what is in it: a Word document, a crawl, a spreadsheet, or files."""
    import zipfile

    with parcel.opened() as stream, zipfile.ZipFile(stream) as archive:
        names = archive.namelist()
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "a spreadsheet; save it as CSV"
    return "wacz" if signs.is_wacz(names) else "zip"


def _by_name(parcel: Parcel, start: bytes) -> str | None:
    ending = suffix(parcel)
    if ending in (".pdf", ".docx", ".parquet", ".gz", ".zip", ".wacz", ".zst") or ".warc" in parcel.file.lower():
        return None if _is_wordy(start) else f"other data under the ending {ending}; look for a whole copy of the file"
    return _BY_SUFFIX.get(ending)


def _is_wordy(start: bytes) -> bool:
    return decode(start).text is not None and bool(start.strip())


def _by_text(parcel: Parcel, start: bytes) -> str:
    text = decode(start).text or ""
    beginning = text.lstrip("\ufeff \r\n\t")
    if suffix(parcel) == ".json" or parcel.media_type == "application/json":
        return "telegram" if signs.is_export(start) else "json"
    if signs.is_feed(start[:1024]) and beginning.startswith("<"):
        return "feed"
    if signs.is_sitemap(start[:1024]) and beginning.startswith("<"):
        return "a sitemap; give its address instead, so that its pages can be fetched"
    if suffix(parcel) == ".xml":
        return "XML that is no feed"
    if suffix(parcel) in signs.PAGES or signs.is_page(text) or "html" in (parcel.media_type or ""):
        return "telegram_html" if signs.is_page_of_export(text) else "html"
    return "text"
