"""Events by filters, sorted, a page at a time, and summed up: by SQL, over the narrow rows of the table of events."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    column,
    false,
    func,
    or_,
    select,
    table,
    text,
    union,
)

from marsad.arabic.search_keys import search_keys
from marsad.records import Event, Tombstone
from marsad.store.codec import storable
from marsad.store.event_rows import bodies, written
from marsad.store.event_sums import DRAWN, ROW, Lost, Summed, Sums, rows_of
from marsad.store.event_tables import (
    EVENT_WORDS,
    event_bodies,
    event_claims,
    event_losses,
    event_types,
    events,
    roots,
    tombstones,
)
from marsad.store.gathered_codec import event_from
from marsad.store.tables import judgements

AT_A_TIME = 400
# Days: so few events last longer that they are looked through one by one.
LONG = 31
# Events whose claims are looked at together for the queue of review.
LOOKED_INTO = 6
# So many events are sorted as a whole; of more, a page is found by walking along the order asked for.
FEW = 500
SORTS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "date": (events.c.day,), "type": (events.c.type,), "place": (events.c.place,), "killed": (events.c.killed_low,),
    "claims": (events.c.claims, events.c.roots),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are asked for; what is not given is not asked."""

    since: str | None = None
    until: str | None = None
    type: str | None = None
    grade: str | None = None
    standing: str | None = None
    actor: str | None = None
    place: str | None = None
    source: str | None = None
    text: str | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is asked."""
        return all(getattr(self, one.name) is None for one in fields(self))


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
    holds = _holds(connection, wanted)
    by = (*SORTS[sort.removeprefix("-")], events.c.id)
    order = [each.desc() if sort.startswith("-") else each for each in by]
    if wanted.since or wanted.until:
        # The days are looked through once, for the page and for the number.
        left = select(events.c.id, func.count().over().label("total")).where(*holds)
        rows = connection.execute(left.order_by(*order).offset(offset).limit(limit)).all()
        ids = [row.id for row in rows]
        total = rows[0].total if rows else _number(connection, wanted, holds) if offset else 0
    else:
        total = _number(connection, wanted, holds)
        walks = _holds(connection, wanted, walks=total > FEW)
        page = select(events.c.id).where(*walks).order_by(*order).offset(offset).limit(limit)
        ids = list(connection.scalars(page))
    found = written(connection, ids)
    return EventPage(total, tuple(found[id] for id in ids))


def _number(connection: Connection, wanted: EventFilter, holds: Sequence[ColumnElement[bool]]) -> int:
    if wanted == EventFilter(type=wanted.type) and wanted.type:
        of_type = select(func.count()).select_from(event_types).where(event_types.c.type == storable(wanted.type))
        return connection.scalar(of_type) or 0
    return connection.scalar(select(func.count()).select_from(events).where(*holds)) or 0


def all_of(connection: Connection, wanted: EventFilter, types: Sequence[str] = ()) -> Iterator[Event]:
    """Every event that a filter leaves, by day and id, those without a day last; of some types where they are given."""
    holds = _holds(connection, wanted)
    if types:
        holds.append(events.c.key.in_(select(event_types.c.event).where(event_types.c.type.in_(types))))
    joined = events.join(event_bodies, event_bodies.c.event == events.c.key)
    ordered = select(event_bodies.c.body).select_from(joined).where(*holds)
    rows = connection.scalars(ordered.order_by(events.c.day == "", events.c.day, events.c.id))
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
    holds = _holds(connection, wanted)
    if only_days:
        days = _counted(connection, events.c.day, holds)
        total, undated = sum(days.values()), days.pop("", 0)
        return Summed(total, undated, tuple(sorted(days.items())))
    return _passed(connection, holds, _lost(connection, holds, wanted))


def _passed(connection: Connection, holds: Sequence[ColumnElement[bool]], lost: Sequence[Lost]) -> Summed:
    """All sums but that of losses, in one pass over the rows."""
    sums = Sums()
    sums.add(rows_of(connection, select(*ROW).select_from(DRAWN).where(*holds)))
    return sums.summed(lost)


def _counted(connection: Connection, by: Any, holds: Sequence[ColumnElement[bool]]) -> dict[str, int]:
    rows = connection.execute(select(by, func.count()).where(*holds).group_by(by))
    return {name: count for name, count in rows}  # noqa: C416 - rows are no pairs


def _lost(connection: Connection, holds: Sequence[ColumnElement[bool]], wanted: EventFilter) -> tuple[Lost, ...]:
    if connection.scalar(select(event_losses.c.event).limit(1)) is None:
        return ()
    columns = event_losses.c
    names = (columns.owner, columns.item_class, columns.outcome, columns.claimant)
    added = (func.sum(columns.low), func.sum(func.coalesce(columns.high, columns.low)))
    counted = (func.count(), func.sum(columns.claims), func.count(columns.high) == func.count())
    joined = event_losses.join(events, events.c.key == columns.event) if not wanted.is_all else event_losses
    rows = connection.execute(
        select(*names, *added, *counted).select_from(joined).where(*holds).group_by(*names).order_by(*names)
    )
    return tuple(
        Lost(row[0], row[1], row[2], row[3], int(row[4]), int(row[5]) if row[8] else None, row[6], int(row[7]))
        for row in rows
    )


def waiting(
    connection: Connection, wanted: EventFilter, who: str | None, limit: int, *, enough: int | None = None
) -> tuple[int, list[Waiting]]:
    """How many claims of a view somebody has not judged, and the first: those on which most depends."""
    holds = _holds(connection, wanted)
    done = _judged(who, enough)
    claims = connection.scalar(select(func.sum(events.c.claims)).where(*holds)) or 0
    joined = event_claims.join(events, events.c.id == event_claims.c.event)
    decided = event_claims.c.claim.in_(done)
    given = connection.scalar(select(func.count()).select_from(joined).where(*holds, decided)) or 0
    left = select(event_claims.c.claim).where(event_claims.c.event == events.c.id, ~decided).exists()
    urgent = select(events.c.id).where(*holds, left).order_by(events.c.urgency, events.c.id).limit(limit)
    first = _first(connection, connection.scalars(urgent).all(), decided, limit)
    known = bodies(connection, list(dict.fromkeys(id for _, id in first)))
    return int(claims) - given, [Waiting(claim, known[id]) for claim, id in first]


def _first(connection: Connection, ids: Sequence[str], decided: Any, limit: int) -> list[tuple[str, str]]:
    """The first claims that wait, with their events: no more events are looked into than it takes."""
    listed = select(event_claims.c.claim, event_claims.c.event).where(~decided)
    ordered = listed.order_by(event_claims.c.report, event_claims.c.start, event_claims.c.claim)
    found: list[tuple[str, str]] = []
    for at in range(0, len(ids), LOOKED_INTO):
        some = ids[at : at + LOOKED_INTO]
        of_event: dict[str, list[str]] = {id: [] for id in some}
        for claim, event in connection.execute(ordered.where(event_claims.c.event.in_(some))).all():
            of_event[event].append(claim)
        found += [(claim, id) for id in some for claim in of_event[id]]
        if len(found) >= limit:
            break
    return found[:limit]


@lru_cache(maxsize=64)
def _judged(who: str | None, enough: int | None) -> Any:
    """Claims on which somebody has decided, another's verdict hides none; and those on which enough people have."""
    columns = judgements.c
    back = judgements.alias()
    withdrawn = select(back.c.other).where(back.c.kind == "withdraw", back.c.other == columns.id).exists()
    verdicts = select(columns.claim).where(columns.kind.in_(("accept", "reject")), ~withdrawn)
    own = verdicts.where(columns.by.is_(None) if who is None else columns.by == who)
    if enough is None:
        return own
    people = func.count(func.distinct(func.coalesce(columns.by, "")))
    return union(own, verdicts.group_by(columns.claim).having(people >= enough))


def _holds(connection: Connection, wanted: EventFilter, *, walks: bool = False) -> list[ColumnElement[bool]]:
    """What must hold of a row of the table of events; ``walks``: rows are looked through in an order of their own."""
    found: list[ColumnElement[bool]] = []
    key = events.c.key + 0 if walks or wanted.since or wanted.until else events.c.key
    if wanted.since or wanted.until:
        found += _within(connection, wanted.since, wanted.until)
    if wanted.type:
        found.append(key.in_(select(event_types.c.event).where(event_types.c.type == storable(wanted.type))))
    for name in ("grade", "standing"):
        if getattr(wanted, name):
            found.append(events.c[name] == storable(getattr(wanted, name)))
    asked = [("actors", wanted.actor), ("places", wanted.place), ("sources", wanted.source), ("words", wanted.text)]
    given = {name: search_keys(storable(value)).stems.split() for name, value in asked if value}
    if any(not words for words in given.values()):
        return [false()]
    if given:
        found.append(key.in_(_with_words(connection, given)))
    return found


_SPANS = select(
    select(func.max(events.c.span)).where(events.c.span <= LONG).scalar_subquery(),
    select(func.max(events.c.span)).scalar_subquery(),
)


def _within(connection: Connection, since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """What must hold of events of some days: walked from the first day on which one of these may have begun.

    What lasts longer than a month is looked through beside, where there is any.
    """
    day = events.c.day
    before = [day <= until] if until else []
    if since is None:
        return [*before, day != ""]
    usual, longest = connection.execute(_SPANS).one()
    early = date.fromordinal(max(1, date.fromisoformat(since).toordinal() - (usual or 0))).isoformat()
    walked = and_(day >= early, *before)
    if (longest or 0) <= LONG:
        return [events.c.last_day >= since, walked]
    # As an expression the day is no reason to walk along its index instead of these two.
    last = [day.concat("") <= until, day.concat("") != ""] if until else []
    return [events.c.last_day >= since, or_(walked, events.c.span > LONG), *last]


def _with_words(connection: Connection, given: dict[str, list[str]]) -> Select[Any]:
    """The keys of the events in which words stand in a row, the last of them perhaps only begun."""
    if connection.dialect.name == "sqlite":
        match = " AND ".join(f'{name} : "{" ".join(words)}" *' for name, words in given.items())
        found = table(EVENT_WORDS, column(EVENT_WORDS), column("rowid"))
        return select(found.c.rowid).where(found.c[EVENT_WORDS].op("MATCH")(bindparam(None, match, Text)))
    simple: Any = text("'simple'")
    found = table(EVENT_WORDS, column("event"), *(column(name) for name in given))
    return select(found.c.event).where(
        *(
            func.to_tsvector(simple, found.c[name]).op("@@")(func.to_tsquery(simple, " <-> ".join(words) + ":*"))
            for name, words in given.items()
        )
    )
