"""Bytes under their own SHA-256, compressed, once."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from sqlalchemy import Connection, and_, delete, or_, select

from marsad.errors import DataError
from marsad.store import bulk
from marsad.store.tables import blobs, reports


def put(connection: Connection, contents: Iterable[tuple[str, int, bytes]]) -> None:
    """Keep bytes with their digest and size, compressed; what is there already stays as it is."""
    bulk.put(connection, blobs, list(contents), but_known=True)


def get(connection: Connection, name: str) -> bytes:
    """The bytes with this digest."""
    packed = connection.scalar(select(blobs.c.packed).where(blobs.c.sha256 == name))
    if packed is None:
        raise DataError(f"blob {name}: expected its bytes in the store, found none; run marsad verify")
    raw = unpacked(packed)
    if raw is None:
        raise DataError(f"blob {name}: expected compressed bytes, found damaged ones; run marsad verify")
    return raw


def has(connection: Connection, name: str) -> bool:
    """Whether the bytes with this digest are there."""
    return connection.scalar(select(blobs.c.size).where(blobs.c.sha256 == name)) is not None


def unpacked(packed: bytes) -> bytes | None:
    """The bytes as they were, or None where they are damaged."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None


def drop_unused(connection: Connection, names: Iterable[str]) -> None:
    """Forget bytes that no report uses any more."""
    for name in set(names):
        own = and_(reports.c.raw_sha256 == name, reports.c.forgotten.is_(None))
        uses = or_(reports.c.text_sha256 == name, reports.c.received_sha256 == name, own)
        used = select(reports.c.key).where(uses, reports.c.deleted.is_(None)).limit(1)
        if connection.scalar(used) is None:
            connection.execute(delete(blobs).where(blobs.c.sha256 == name))
