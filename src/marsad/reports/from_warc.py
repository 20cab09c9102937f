"""Crawls: the pages and documents of WARC and WACZ files, one record in memory at a time.

The records are read by ourselves: a crawl that breaks off must say so, which the library at hand does not.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from marsad.records import Issue
from marsad.reports.from_archive import member_parcel
from marsad.reports.parcel import Headers, Parcel, of_bytes
from marsad.reports.received import Given, Received, notice
from marsad.reports.signs import is_wacz

MEDIA = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/plain": ".txt", "application/pdf": ".pdf",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip
_OK = "200"
_SLUG = 60
_LONGEST_LINE = 64 * 1024
_MOST_LINES = 1_000
_CHUNK = 1024 * 1024


class BrokenError(Exception):
    """A crawl that breaks off, or that is none from some record on."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its head, and its block up to the limit of bytes."""

    head: Headers
    block: bytes

    def value(self, name: str) -> str:
        """A line of the head, or nothing."""
        return _value(self.head, name)


def members(parcel: Parcel, given: Given) -> Iterator[Parcel | Received]:
    """The pages of a WARC, then what was passed over, and where the file breaks off."""
    over: Counter[str] = Counter()
    number = 0
    with parcel.opened() as packed, _plain(packed) as stream:
        try:
            for record in records(stream, given.settings.max_bytes):
                number += 1
                found = _member(record, parcel, given, number)
                if isinstance(found, Parcel):
                    yield found
                elif found:
                    over[found] += 1
        except (BrokenError, OSError, EOFError, zlib.error) as error:
            message = (
                f"{parcel.origin} breaks off or is broken after record {number} ({str(error)[:120]}); get it again."
            )
            yield notice(parcel.name, parcel.origin, Issue("truncated", message))
    if over:
        told = ", ".join(f"{times} {what}" for what, times in over.most_common(8))
        yield notice(parcel.name, parcel.origin, Issue("passed_over", f"Records of the crawl passed over: {told}."))


def _plain(packed: BinaryIO) -> BinaryIO:
    """The stream of records, unpacked where it is packed."""
    stream = packed if isinstance(packed, io.BufferedReader) else io.BufferedReader(packed)  # type: ignore[type-var]
    is_packed = stream.peek(2)[:2] == b"\x1f\x8b"
    return gzip.GzipFile(fileobj=stream) if is_packed else stream  # type: ignore[return-value]


def records(stream: BinaryIO, limit: int) -> Iterator[Record]:
    """Every record; of a block no more than the limit is kept."""
    while True:
        line = stream.readline(_LONGEST_LINE)
        while line in (b"\r\n", b"\n"):
            line = stream.readline(_LONGEST_LINE)
        if not line:
            return
        if not line.startswith(b"WARC/"):
            raise BrokenError(f"expected a record, found {line[:30]!r}")
        head = tuple(_head(stream))
        length = _value(head, "content-length").strip()
        if not length.isdigit():
            raise BrokenError("expected the length of a record, found none")
        yield Record(head, _block(stream, int(length), limit))


def _head(stream: BinaryIO) -> Iterator[tuple[str, str]]:
    for _ in range(_MOST_LINES):
        line = stream.readline(_LONGEST_LINE)
        if not line:
            raise BrokenError("the head of a record breaks off")
        if line in (b"\r\n", b"\n"):
            return
        key, _, value = line.decode("utf-8", "replace").partition(":")
        yield key.strip(), value.strip()
    raise BrokenError(f"a head of more than {_MOST_LINES} lines")


def _block(stream: BinaryIO, length: int, limit: int) -> bytes:
    """The block up to the limit; the rest of it is read past."""
    kept: list[bytes] = []
    left, room = length, limit
    while left:
        data = stream.read(min(left, _CHUNK))
        if not data:
            raise BrokenError(f"expected {left:,} more bytes of a record, found the end of the file")
        left -= len(data)
        kept += [data[:room]] if room > 0 else []
        room -= len(data)
    return b"".join(kept)


def _value(head: Headers, name: str) -> str:
    return next((value for key, value in head if key.lower() == name), "")


def _member(record: Record, parcel: Parcel, given: Given, number: int) -> Parcel | str:
    """The page of a record, what it is instead, or nothing for a record about the crawl itself."""
    kind = record.value("warc-type").lower()
    if kind == "revisit":
        return "revisits of pages that had not changed"
    if kind not in ("response", "resource", "conversion"):
        return ""
    head, body = record.head, record.block
    if kind == "response" and "http" in record.value("content-type").lower():
        status, head, body = answered(record.block, given.settings.max_bytes)
        if status != _OK:
            return f"answers {status or 'without a status'}"
    media, charset = media_of(_value(head, "content-type"))
    if media not in MEDIA:
        return f"of {media or 'no kind'}"
    url, day = record.value("warc-target-uri").strip("<>"), record.value("warc-date")
    name = named(url, day)
    return of_bytes(
        name, f"{parcel.origin}#{number}", f"{name}{MEDIA[media]}", body, media_type=media, charset=charset,
        url=url or None, fetched=day or None, headers=(*record.head, *head), depth=parcel.depth + 1,
    )  # fmt: skip


def media_of(content_type: str) -> tuple[str, str | None]:
    """The kind of data and its encoding, as a head says them."""
    media, _, rest = content_type.partition(";")
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", rest, re.IGNORECASE)
    return media.strip().lower(), match[1].lower() if match else None


def answered(block: bytes, limit: int) -> tuple[str, Headers, bytes]:
    """Status, head and body of an answer of HTTP, its chunks put together, its packing undone."""
    top, _, body = block.partition(b"\r\n\r\n")
    first, *lines = top.decode("latin-1").split("\r\n")
    head = tuple((key.strip(), value.strip()) for key, _, value in (line.partition(":") for line in lines))
    if "chunked" in _value(head, "transfer-encoding").lower():
        body = _without_chunks(body)
    if _value(head, "content-encoding").lower() in ("gzip", "x-gzip", "deflate"):
        body = _unpacked(body, limit)
    return next(iter(first.split()[1:]), ""), head, body


def _without_chunks(body: bytes) -> bytes:
    """The body put together; crawlers that did so already leave the head as it was, and then it stays as it is."""
    parts: list[bytes] = []
    at = 0
    while match := re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r\n").match(body, at):
        size, at = int(match[1], 16), match.end()
        if size == 0:
            return b"".join(parts)
        parts.append(body[at : at + size])
        at += size + 2
    return b"".join(parts) if parts else body


def _unpacked(body: bytes, limit: int) -> bytes:
    try:
        return zlib.decompressobj(47).decompress(body, limit)
    except zlib.error:
        return body


def named(url: str, when: str = "") -> str:
    """An id for a page: words of its address, and a digest that tells two of one address apart by their time."""
    try:
        parts = urlsplit(url)
        words = f"{(parts.hostname or '').removeprefix('www.')}{unquote(parts.path)}"
    except ValueError:
        words = "page"
    slug = re.sub(r"[^\w.]+", "-", words.removesuffix(".html").removesuffix("/")).strip("-.")[:_SLUG]
    return f"{slug}-{hashlib.sha256(f'{url} {when}'.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def wacz_members(parcel: Parcel, given: Given) -> Iterator[Parcel | Received]:
    """The WARC files of a WACZ."""
    with parcel.opened() as stream, zipfile.ZipFile(stream) as archive:
        for member in archive.infolist():
            if is_wacz([member.filename]):
                yield member_parcel(parcel, archive, member)
