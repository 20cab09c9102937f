"""Another reading takes the place of the current one, which is kept; what it changed is said."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select, update

from marsad.records import Claim, Issue, Reading
from marsad.store import index
from marsad.store.codec import canonical, claim_from, plain
from marsad.store.entries import Change, Versions
from marsad.store.judgements import of_claims
from marsad.store.keep import Keeper, claim_rows, listed_claims
from marsad.store.make_ready import ready_reading
from marsad.store.tables import issues, readings


def replace_reading(connection: Connection, report: Row[Any], reading: Reading, versions: Versions) -> Change:
    """Another reading takes the place of the current one, which is kept; judgements stay on their claims."""
    old = connection.execute(
        select(readings).where(readings.c.report == report.key, readings.c.is_current.is_(True))
    ).one()
    bodies = [row.body for row in claim_rows(connection, report.key)]
    before = list(map(claim_from, bodies))
    found = issues_of(connection, old.key)
    change = changes(connection, report.id, before, reading.claims)
    ready = ready_reading(reading.claims, reading.issues)
    packed = None if old.sha256 == ready.sha256 else pack(bodies, found)
    connection.execute(update(readings).where(readings.c.key == old.key).values(is_current=False, packed=packed))
    connection.execute(issues.delete().where(issues.c.reading == old.key))
    index.remove(connection, listed_claims(connection, report))
    keeper = Keeper(connection, versions)
    keeper.read(report._mapping, ready, is_listed=report.newer is None)
    keeper.close()
    return change


def changes(connection: Connection, report: str, before: Sequence[Claim], after: Sequence[Claim]) -> Change:
    """What is gone, new and other between two readings of a report, claim by claim."""
    old, new = {claim.id: claim for claim in before}, {claim.id: claim for claim in after}
    gone = tuple(claim for id, claim in old.items() if id not in new)
    other = tuple((claim, new[id]) for id, claim in old.items() if id in new and new[id] != claim)
    added = tuple(claim for id, claim in new.items() if id not in old)
    on_gone = of_claims(connection, [claim.id for claim in gone])
    return Change(report, gone, added, other, tuple(each for some in on_gone.values() for each in some))


def pack(bodies: Sequence[str], found: Sequence[Issue]) -> bytes:
    """A reading that was replaced, as compressed JSON: the claims as they were written then."""
    return zlib.compress(canonical({"claims": list(map(json.loads, bodies)), "issues": plain(tuple(found))}).encode())


def issues_of(connection: Connection, reading: int) -> tuple[Issue, ...]:
    """The issues of a reading, in order."""
    wanted = select(issues).where(issues.c.reading == reading).order_by(issues.c.key)
    return tuple(Issue(row.reason, row.message, row.start, row.end) for row in connection.execute(wanted))
