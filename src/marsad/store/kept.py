"""What a person keeps at the desk: saved views and keys. Nothing of it is evidence, so the log does not speak of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, and_, delete, insert, or_, select

from marsad.errors import InputError
from marsad.store import tables
from marsad.store.chain import now

# So many things of one kind are enough for anybody; whoever sends more is no person.
MOST = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """Something under a name: whose it is, of what kind, and whether all may see it."""

    person: str
    kind: str
    name: str
    body: str
    is_shared: bool = False
    at: str = ""


def of_person(connection: Connection, person: str, kind: str) -> list[Kept]:
    """What a person kept of a kind, and what others share, by name."""
    columns = tables.kept.c
    wanted = select(tables.kept).where(columns.kind == kind, or_(columns.person == person, columns.is_shared))
    found = connection.execute(wanted.order_by(columns.name, columns.person))
    return [Kept(row.person, row.kind, row.name, row.body, bool(row.is_shared), row.at) for row in found]


def keep(connection: Connection, one: Kept) -> Kept:
    """Keep something; what the person kept under the same name gives way."""
    forget(connection, one.person, one.kind, one.name)
    if sum(each.person == one.person for each in of_person(connection, one.person, one.kind)) >= MOST:
        raise InputError(f"{one.kind}: expected at most {MOST} of one person, found more; forget some first")
    timed = replace(one, at=now())
    connection.execute(insert(tables.kept), [asdict(timed)])
    return timed


def forget(connection: Connection, person: str, kind: str, name: str) -> bool:
    """Take something away, and say whether it was there."""
    columns = tables.kept.c
    mine = and_(columns.person == person, columns.kind == kind, columns.name == name)
    return bool(connection.execute(delete(tables.kept).where(mine)).rowcount)
