"""The log: every record carries the hash of the one before, so that none can be changed, removed or moved unseen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from json.encoder import encode_basestring as _quoted
from typing import Any

from sqlalchemy import Connection, insert, select, update

from marsad.store.codec import canonical, sha256
from marsad.store.tables import head, log

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Record:
    """One act: its place in the log, when, what kind, and what it was about."""

    seq: int
    at: str
    kind: str
    body: dict[str, Any]
    previous: str
    hash: str


def hash_of(seq: int, at: str, kind: str, body: str, previous: str) -> str:
    """The hash of a record: over all it says and the hash before it."""
    said = ",".join(map(_quoted, (at, kind, body, previous)))
    return sha256(f"[{seq},{said}]".encode())


def now() -> str:
    """The time as it is written everywhere in a store: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Chain:
    """The end of the log, held by the one who writes until all of it is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        at_end = select(head.c.seq, head.c.hash).where(head.c.key == 1).with_for_update()
        row = connection.execute(at_end).one()
        self.seq, self.hash = int(row.seq), str(row.hash)
        self._rows: list[dict[str, Any]] = []

    def append(self, kind: str, body: dict[str, Any], at: str | None = None) -> int:
        """Take up one record; :meth:`close` writes it."""
        written, moment = canonical(body), at or now()
        self.seq += 1
        own = hash_of(self.seq, moment, kind, written, self.hash)
        row = {"seq": self.seq, "at": moment, "kind": kind, "body": written, "previous": self.hash, "hash": own}
        self._rows.append(row)
        self.hash = own
        return self.seq

    def close(self) -> None:
        """Write the records and where the log ends now."""
        if self._rows:
            self._connection.execute(insert(log), self._rows)
            self._connection.execute(update(head).where(head.c.key == 1).values(seq=self.seq, hash=self.hash))
            self._rows = []


def records(
    connection: Connection, after: int = 0, kind: str | None = None, most: int | None = None
) -> Iterator[Record]:
    """The records of the log in order, at most so many."""
    wanted = select(log).where(log.c.seq > after).order_by(log.c.seq).limit(most)
    if kind is not None:
        wanted = wanted.where(log.c.kind == kind)
    with connection.execute(wanted.execution_options(yield_per=1000)) as rows:
        for row in rows:
            yield Record(row.seq, row.at, row.kind, json.loads(row.body), row.previous, row.hash)
