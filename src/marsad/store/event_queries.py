"""Events by filters, sorted, a page at a time, and summed up: by SQL, over the narrow rows of the table of events."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Text, bindparam, func, or_, select, union

from marsad.records import Event, Tombstone
from marsad.store.event_filters import Asked, EventFilter, asked, holds
from marsad.store.event_rows import bodies, written
from marsad.store.event_sums import Lost, Summed, sums_of
from marsad.store.event_tables import event_bodies, event_claims, event_losses, event_types, events, roots, tombstones
from marsad.store.gathered_codec import event_from
from marsad.store.prepared import Prepared
from marsad.store.tables import judgements

AT_A_TIME = 400
# Events whose claims are looked at together for the queue of review.
LOOKED_INTO = 6
# So many events are sorted as a whole; of more, a page is found by walking along the order asked for.
FEW = 500
SORTS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "date": (events.c.day,), "type": (events.c.type,), "place": (events.c.place,), "killed": (events.c.killed_low,),
    "claims": (events.c.claims, events.c.roots),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventPage:
    """How many events a filter leaves, and some of them."""

    total: int
    bodies: tuple[str, ...]
    """The events as JSON."""

    @property
    def events(self) -> tuple[Event, ...]:
        """The events as records."""
        return tuple(map(event_from, self.bodies))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that waits for a judgement, with the event it stands under."""

    claim: str
    event: Event


def page_of(connection: Connection, wanted: EventFilter, sort: str, offset: int, limit: int) -> EventPage:
    """Some of the events that a filter leaves, in the order asked for (``-`` before it: downwards)."""
    of, some = asked(connection, wanted), {"offset": offset, "limit": limit}
    if wanted.since or wanted.until:
        # The days are looked through once, for the page and for the number.
        rows = _counted_page(of.shape, sort).ask(connection, of.values | some).all()
        ids = [row.id for row in rows]
        total = rows[0].total if rows else _number(connection, of) if offset else 0
    else:
        total = _number(connection, of)
        ids = list(_page(of.shape, sort, total > FEW).ask(connection, of.values | some).scalars())
    found = written(connection, ids)
    return EventPage(total, tuple(found[id] for id in ids))


@lru_cache(maxsize=1024)
def _page(shape: frozenset[str], sort: str, walks: bool) -> Prepared:
    by = (*SORTS[sort.removeprefix("-")], events.c.id)
    order = [each.desc() if sort.startswith("-") else each for each in by]
    listed = select(events.c.id).where(*holds(shape, walks=walks)).order_by(*order)
    return Prepared(listed.offset(bindparam("offset", type_=Integer())).limit(bindparam("limit", type_=Integer())))


@lru_cache(maxsize=1024)
def _counted_page(shape: frozenset[str], sort: str) -> Prepared:
    """The same with the number of all beside each."""
    return Prepared(_page(shape, sort, False).question.add_columns(func.count().over().label("total")))


def _number(connection: Connection, of: Asked) -> int:
    return int(_count(of.shape).ask(connection, of.values).scalar() or 0)


@lru_cache(maxsize=1024)
def _count(shape: frozenset[str]) -> Prepared:
    if shape == {"type"}:
        of_type = event_types.c.type == bindparam("type", type_=Text())
        return Prepared(select(func.count()).select_from(event_types).where(of_type))
    return Prepared(select(func.count()).select_from(events).where(*holds(shape)))


def all_of(connection: Connection, wanted: EventFilter, types: Sequence[str] = ()) -> Iterator[Event]:
    """Every event that a filter leaves, by day and id, those without a day last; of some types where they are given."""
    of = asked(connection, wanted)
    left = holds(of.shape)
    if types:
        left.append(events.c.key.in_(select(event_types.c.event).where(event_types.c.type.in_(types))))
    joined = events.join(event_bodies, event_bodies.c.event == events.c.key)
    ordered = select(event_bodies.c.body).select_from(joined).where(*left)
    rows = connection.scalars(ordered.order_by(events.c.day == "", events.c.day, events.c.id), of.values)
    yield from map(event_from, rows)


def event_with(connection: Connection, id: str) -> Event | None:
    """The event with this id."""
    body = body_of(connection, id)
    return None if body is None else event_from(body)


def body_of(connection: Connection, id: str) -> str | None:
    """The event with this id, as JSON."""
    if not id.startswith("e") or not all(sign in "0123456789abcdef" for sign in id[1:]) or not 1 < len(id) < 14:
        return None
    return written(connection, [id]).get(id)


def events_of(connection: Connection, claims: Sequence[str]) -> dict[str, str]:
    """The event that each of these claims stands under."""
    found: dict[str, str] = {}
    for at in range(0, len(claims), AT_A_TIME):
        found |= dict(connection.execute(_EVENTS_OF, {"claims": claims[at : at + AT_A_TIME]}).all())
    return found


_EVENTS_OF = select(event_claims.c.claim, event_claims.c.event).where(
    event_claims.c.claim.in_(bindparam("claims", expanding=True))
)


def roots_of(connection: Connection, claims: Sequence[str] | None = None) -> dict[str, str]:
    """The root claimant of claims, under its name; of all claims where none are named."""
    joined = select(event_claims.c.claim, roots.c.name).join(roots, roots.c.root == event_claims.c.root)
    if claims is None:
        return {row.claim: row.name for row in connection.execute(joined)}
    found: dict[str, str] = {}
    for at in range(0, len(claims), AT_A_TIME):
        rows = connection.execute(joined.where(event_claims.c.claim.in_(claims[at : at + AT_A_TIME])))
        found |= {row.claim: row.name for row in rows}
    return found


def stones(connection: Connection) -> list[Tombstone]:
    """What became of events that are no more."""
    rows = connection.execute(select(tombstones).order_by(tombstones.c.id))
    return [Tombstone(row.id, row.reason, tuple(json.loads(row.into))) for row in rows]


def sums(connection: Connection, wanted: EventFilter, *, only_days: bool = False) -> Summed:
    """The events that a filter leaves, by day, on the map, by type and grade, by who killed, by what was lost."""
    of = asked(connection, wanted)
    if only_days:
        days = {row.day: row.events for row in _by_day(of.shape).ask(connection, of.values)}
        total, undated = sum(days.values()), days.pop("", 0)
        return Summed(total, undated, tuple(sorted(days.items())))
    return sums_of(connection, of, _lost(connection, of))


@lru_cache(maxsize=1024)
def _by_day(shape: frozenset[str]) -> Prepared:
    counted = select(events.c.day, func.count().label("events")).where(*holds(shape))
    return Prepared(counted.group_by(events.c.day))


_ANY_LOST = Prepared(select(event_losses.c.event).limit(1))


def _lost(connection: Connection, of: Asked) -> tuple[Lost, ...]:
    if _ANY_LOST.ask(connection).first() is None:
        return ()
    return tuple(
        Lost(row[0], row[1], row[2], row[3], int(row[4]), int(row[5]) if row[8] else None, row[6], int(row[7]))
        for row in _losses(of.shape).ask(connection, of.values)
    )


@lru_cache(maxsize=1024)
def _losses(shape: frozenset[str]) -> Prepared:
    columns = event_losses.c
    names = (columns.owner, columns.item_class, columns.outcome, columns.claimant)
    added = (func.sum(columns.low), func.sum(func.coalesce(columns.high, columns.low)))
    counted = (func.count(), func.sum(columns.claims), func.count(columns.high) == func.count())
    joined = event_losses.join(events, events.c.key == columns.event) if shape else event_losses
    found = select(*names, *added, *counted).select_from(joined).where(*holds(shape))
    return Prepared(found.group_by(*names).order_by(*names))


def waiting(
    connection: Connection, wanted: EventFilter, who: str | None, limit: int, *, enough: int | None = None
) -> tuple[int, list[Waiting]]:
    """How many claims of a view somebody has not judged, and the first: those on which most depends."""
    of = asked(connection, wanted)
    claims = int(_claims(of.shape).ask(connection, of.values).scalar() or 0)
    decided = (who is not None, enough is not None)
    values = of.values | {"who": who, "enough": enough, "limit": limit}
    given = int(_decided(of.shape, *decided).ask(connection, values).scalar() or 0)
    urgent = list(_urgent(of.shape, *decided).ask(connection, values).scalars())
    first = _first(connection, urgent, _left(*decided), values)
    known = bodies(connection, list(dict.fromkeys(id for _, id in first)))
    return claims - given, [Waiting(claim, known[id]) for claim, id in first]


@lru_cache(maxsize=256)
def _claims(shape: frozenset[str]) -> Prepared:
    """How many claims stand under events of a shape."""
    if not shape:
        return Prepared(select(func.count()).select_from(event_claims))
    return Prepared(select(func.sum(events.c.claims)).where(*holds(shape)))


@lru_cache(maxsize=256)
def _decided(shape: frozenset[str], is_named: bool, is_enough: bool) -> Prepared:
    """On how many of them it is decided."""
    joined = event_claims.join(events, events.c.id == event_claims.c.event)
    done = event_claims.c.claim.in_(_judged(is_named, is_enough))
    return Prepared(select(func.count()).select_from(joined).where(*holds(shape), done))


@lru_cache(maxsize=256)
def _urgent(shape: frozenset[str], is_named: bool, is_enough: bool) -> Prepared:
    """The events with a claim that waits, those first on which most depends."""
    done = event_claims.c.claim.in_(_judged(is_named, is_enough))
    left = select(event_claims.c.claim).where(event_claims.c.event == events.c.id, ~done).exists()
    listed = select(events.c.id).where(*holds(shape), left).order_by(events.c.urgency, events.c.id)
    return Prepared(listed.limit(bindparam("limit", type_=Integer())))


_SOME = tuple(f"event_{at}" for at in range(LOOKED_INTO))


@lru_cache
def _left(is_named: bool, is_enough: bool) -> Prepared:
    """The claims of some events that wait."""
    done = event_claims.c.claim.in_(_judged(is_named, is_enough))
    of_some = event_claims.c.event.in_([bindparam(name, type_=Text()) for name in _SOME])
    listed = select(event_claims.c.claim, event_claims.c.event).where(~done, of_some)
    return Prepared(listed.order_by(event_claims.c.report, event_claims.c.start, event_claims.c.claim))


def _first(
    connection: Connection, ids: Sequence[str], left: Prepared, values: Mapping[str, Any]
) -> list[tuple[str, str]]:
    """The first claims that wait, with their events: no more events are looked into than it takes."""
    found: list[tuple[str, str]] = []
    for at in range(0, len(ids), LOOKED_INTO):
        some = list(ids[at : at + LOOKED_INTO])
        of_event: dict[str, list[str]] = {id: [] for id in some}
        padded = [*some, *[some[-1]] * (LOOKED_INTO - len(some))]
        for claim, event in left.ask(connection, {**values, **dict(zip(_SOME, padded, strict=True))}).all():
            of_event[event].append(claim)
        found += [(claim, id) for id in some for claim in of_event[id]]
        if len(found) >= values["limit"]:
            break
    return found[: values["limit"]]


@lru_cache
def _judged(is_named: bool, is_enough: bool) -> Any:
    """Claims on which somebody has decided, another's verdict hides none; and those on which enough people have."""
    columns = judgements.c
    back = judgements.alias()
    withdrawn = select(back.c.other).where(back.c.kind == "withdraw", back.c.other == columns.id).exists()
    is_verdict = or_(columns.kind == "accept", columns.kind == "reject")
    verdicts = select(columns.claim).where(is_verdict, ~withdrawn)
    own = verdicts.where(columns.by == bindparam("who", type_=Text()) if is_named else columns.by.is_(None))
    if not is_enough:
        return own
    people = func.count(func.distinct(func.coalesce(columns.by, "")))
    return union(own, verdicts.group_by(columns.claim).having(people >= bindparam("enough", type_=Integer())))
