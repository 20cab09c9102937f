"""Bytes handed in, whoever hands them: a file, a member of an archive, a record of a crawl, the answer of a server."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from marsad.records import Original

HEAD = 8_192
Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Parcel:
    """Bytes that can be opened, and what is known of them.

    ``name`` is the id a report in them takes, ``origin`` says where they are, ``file`` is the name whose ending counts.
    ``depth`` counts the archives around them.
    """

    name: str
    origin: str
    file: str
    opened: Callable[[], BinaryIO]
    path: Path | None = None
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    fetched: str | None = None
    headers: Headers = ()
    depth: int = 0


def is_address(name: str) -> bool:
    """Whether a name on the command line is an address rather than a path."""
    return name.lower().startswith(("http://", "https://"))


def of_file(path: Path) -> Parcel:
    """The parcel of a file."""
    return Parcel(path.stem, str(path), path.name, lambda: path.open("rb"), path)


def of_bytes(name: str, origin: str, file: str, raw: bytes, **known: object) -> Parcel:
    """The parcel of bytes at hand."""
    return Parcel(name, origin, file, lambda: io.BytesIO(raw), **known)  # type: ignore[arg-type]


def suffix(parcel: Parcel) -> str:
    """The ending of its file, in small letters."""
    return PurePosixPath(parcel.file).suffix.lower()


def whole(parcel: Parcel, limit: int) -> tuple[bytes, bool]:
    """The bytes up to the limit, and whether there are more."""
    with parcel.opened() as stream:
        raw = stream.read(limit + 1)
    return raw[:limit], len(raw) > limit


def head(parcel: Parcel) -> bytes:
    """The first bytes, which tell what it is."""
    with parcel.opened() as stream:
        return stream.read(HEAD)


def original(parcel: Parcel, raw: bytes, media_type: str) -> Original:
    """What is kept of the parcel as evidence; a reader adds title, address and kind of day."""
    return Original(raw, media_type, parcel.origin, parcel.fetched, parcel.headers, None, parcel.url)


def sha256_of(raw: bytes) -> str:
    """SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()
