"""Removing a report, or only the bytes it came in: logged acts that take them away and keep their hashes."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, delete, select, update

from marsad.errors import InputError
from marsad.store import blobs, index, words
from marsad.store.chain import Chain, now
from marsad.store.keep import listed_claims
from marsad.store.tables import bands, issues, readings, reports


def remove(connection: Connection, id: str, *, reason: str, by: str | None) -> None:
    """Take away all that a report said; that it was here, its hashes and the log stay."""
    row = connection.execute(select(reports).where(reports.c.id == id)).one_or_none()
    if row is None:
        raise InputError(f"{id}: expected the id of a report, found none such; see marsad list --reports")
    if row.deleted is not None:
        raise InputError(f"{id}: this report was removed already, on {row.deleted}")
    if not reason.strip():
        raise InputError(f"{id}: expected a reason for the removal, found none; give one with --reason")
    index.remove(connection, listed_claims(connection, row))
    words.drop(connection, words.REPORTS, [row.rank])
    of_report = select(readings.c.key).where(readings.c.report == row.key)
    connection.execute(delete(issues).where(issues.c.reading.in_(of_report)))
    connection.execute(update(readings).where(readings.c.report == row.key).values(packed=None, is_current=False))
    connection.execute(delete(bands).where(bands.c.report == row.key))
    at = now()
    emptied = {"title": None, "url": None, "origin": "", "headers": "[]", "signature": None, "deleted": at}
    connection.execute(update(reports).where(reports.c.key == row.key).values(**emptied))
    blobs.drop_unused(connection, [row.text_sha256, row.raw_sha256, row.received_sha256 or row.text_sha256])
    chain = Chain(connection)
    hashes = {"text": row.text_sha256, "raw": row.raw_sha256, "received": row.received_sha256}
    chain.append("removed", {"report": id, "reason": reason, "by": by, **hashes}, at)
    chain.close()


def is_due(connection: Connection, before: str) -> bool:
    """Whether there are bytes of before a time."""
    return connection.scalar(select(reports.c.key).where(*_due(before)).limit(1)) is not None


def _due(before: str) -> tuple[ColumnElement[bool], ...]:
    return reports.c.added < before, reports.c.deleted.is_(None), reports.c.forgotten.is_(None)


def forget_bytes(connection: Connection, before: str, *, by: str | None) -> list[str]:
    """Take away the bytes in which reports came that were added before a time, and keep texts and hashes; whose."""
    due = connection.execute(select(reports.c.key, reports.c.id, reports.c.raw_sha256).where(*_due(before))).all()
    if not due:
        return []
    at, chain = now(), Chain(connection)
    connection.execute(update(reports).where(*_due(before)).values(forgotten=at))
    blobs.drop_unused(connection, [row.raw_sha256 for row in due])
    for row in due:
        chain.append("forgotten", {"report": row.id, "raw": row.raw_sha256, "before": before, "by": by}, at)
    chain.close()
    return [str(row.id) for row in due]
