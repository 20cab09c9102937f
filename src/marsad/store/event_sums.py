"""Events summed up: by day, on the map, by type and grade, by who killed, by what was lost. Sums take rows back too."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Text, func, select
from sqlalchemy import cast as sql_cast

from marsad.store.bulk import look_up
from marsad.store.event_filters import Asked, holds
from marsad.store.event_rows import key_of
from marsad.store.event_tables import event_losses, event_points, events
from marsad.store.prepared import Prepared

# More points than this are not drawn one by one: the browser would stand still (the issue's own figure is 20,000).
MOST_POINTS = 20_000
MOST_SIDES = 12
# Points are kept in so many blocks: a change joins one of them anew (set for 20,000 points, 2026-11-26).
BLOCKS = 128
CLAIMED = "claimed"


Row = tuple[Any, ...]


class EventRow(NamedTuple):
    """What sums need of one event; its point is JSON."""

    key: int
    day: str
    type: str
    grade: str
    standing: str
    side: str
    killed_low: int
    killed_high: int | None
    point: str | None


class LossRow(NamedTuple):
    """What one claimant says was lost in one event."""

    event: int
    owner: str
    item_class: str
    outcome: str
    claimant: str
    low: int
    high: int | None
    claims: int


@dataclass(frozen=True, slots=True)
class Killed:
    """Killed as claimed, over the events one side is said to have done; ``high`` is None where one of them is open."""

    name: str
    low: int
    high: int | None
    events: int


@dataclass(frozen=True, slots=True)
class Lost:
    """Materiel that one claimant says was lost, over events."""

    owner: str
    item_class: str
    outcome: str
    claimant: str
    low: int
    high: int | None
    events: int
    claims: int


@dataclass(frozen=True, slots=True)
class Summed:
    """Events summed up. The ``points`` are JSON, ready to be sent: in blocks, to be joined by commas."""

    events: int
    undated: int
    days: tuple[tuple[str, int], ...]
    placed: int = 0
    points: Sequence[bytes] = ()
    types: tuple[tuple[str, int], ...] = ()
    grades: tuple[tuple[str, int], ...] = ()
    killed: tuple[Killed, ...] = ()
    losses: tuple[Lost, ...] = ()


_OF_EVENT = EventRow._fields[:-1]
DRAWN = events.outerjoin(event_points, event_points.c.event == events.c.key)
# In no order: rows and points are then read as they lie, in half the time that an order by day takes.
_ALL = Prepared(select(*(events.c[name] for name in _OF_EVENT), event_points.c.point).select_from(DRAWN))
_LOSSES = Prepared(select(*(event_losses.c[name] for name in LossRow._fields)))


def event_rows(connection: Connection, ids: Sequence[str] | None = None) -> tuple[list[Row], list[LossRow]]:
    """What sums need of all events, or of those of some ids that are there: :class:`EventRow` without the names."""
    if ids is None:
        return _ALL.rows(connection), list(map(LossRow._make, _LOSSES.rows(connection)))
    keys = [key_of(id) for id in ids]
    points = dict(look_up(connection, event_points, ("event", "point"), "event", keys))
    found = look_up(connection, events, _OF_EVENT, "key", keys)
    losses = look_up(connection, event_losses, LossRow._fields, "event", keys)
    return [(*row, points.get(row[0])) for row in found], list(map(LossRow._make, losses))


def sums_of(connection: Connection, of: Asked, lost: Sequence[Lost]) -> Summed:
    """The sums of the events that are asked for, but for losses, which are given.

    The database hands each column over as one list: as rows, the values of hundreds of events cost twice as much.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    placed, point, *listed = _summed(of.shape, is_sqlite).ask(connection, of.values).one()
    if placed > MOST_POINTS:
        point = ",".join(_drawn(of.shape).ask(connection, of.values).scalars())
    days, types, grades, *dead = (json.loads(each or "[]") for each in listed)
    sums = Sums()
    sums.count(days, types, grades)
    sums.add_killed(zip(*dead, strict=True))
    return replace(sums.summed(lost), placed=placed, points=(_bytes(point),) if point else ())


@lru_cache(maxsize=256)
def _summed(shape: frozenset[str], is_sqlite: bool) -> Prepared:
    """How many are drawn, their points, the columns of all, the columns of those in which somebody was killed."""
    drawn, is_dead = event_points.c.point, (events.c.killed_low >= 0) & (events.c.standing == CLAIMED)
    listed, joined = (func.json_group_array, func.group_concat) if is_sqlite else (func.json_agg, func.string_agg)
    of_all = [listed(events.c[name]) for name in ("day", "type", "grade")]
    of_dead = [listed(events.c[name]).filter(is_dead) for name in ("side", "killed_low", "killed_high")]
    columns = [each if is_sqlite else sql_cast(each, Text) for each in (*of_all, *of_dead)]
    asked = select(func.count(drawn), joined(drawn, ","), *columns)
    return Prepared(asked.select_from(DRAWN).where(*holds(shape)))


@lru_cache(maxsize=256)
def _drawn(shape: frozenset[str]) -> Prepared:
    """As many points as are drawn."""
    drawn = event_points.c.point
    return Prepared(select(drawn).select_from(DRAWN).where(*holds(shape), drawn.is_not(None)).limit(MOST_POINTS))


@dataclass(slots=True)
class Points:
    """The points of events as JSON, in blocks of which only those are joined anew that changed."""

    count: int = 0
    _of: list[dict[int, str]] = field(default_factory=lambda: [{} for _ in range(BLOCKS)])
    _joined: list[bytes | None] = field(default_factory=lambda: [b""] * BLOCKS)

    def put(self, points: Iterable[tuple[int, str]]) -> None:
        """Put points of events there, each under the key of its event."""
        for key, point in points:
            self._of[key % BLOCKS][key] = point
            self._joined[key % BLOCKS] = None
        self.count = sum(map(len, self._of))

    def take(self, keys: Iterable[int]) -> None:
        """Take the points of events away."""
        for key in keys:
            self._of[key % BLOCKS].pop(key, None)
            self._joined[key % BLOCKS] = None
        self.count = sum(map(len, self._of))

    def blocks(self) -> list[bytes]:
        """The blocks that have points."""
        if self.count > MOST_POINTS:
            return [_bytes(point) for block in self._of for point in block.values()][:MOST_POINTS]
        for at, known in enumerate(self._joined):
            if known is None:
                self._joined[at] = _bytes(",".join(self._of[at].values()))
        return [block for block in self._joined if block]


def _bytes(point: str) -> bytes:
    return point.encode("utf-8", "backslashreplace")


# Columns are counted one by one, each in one go: twice as fast as row by row.
_DAY, _TYPE, _GRADE = (itemgetter(EventRow._fields.index(name)) for name in ("day", "type", "grade"))
_DEAD = itemgetter(*(EventRow._fields.index(name) for name in ("standing", "side", "killed_low", "killed_high")))
_DRAWN = itemgetter(*(EventRow._fields.index(name) for name in ("key", "point")))


@dataclass(slots=True)
class Sums:
    """Running sums, to which rows are added and from which they are taken away."""

    days: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    grades: Counter[str] = field(default_factory=Counter)
    _points: Points = field(default_factory=lambda: Points())
    _sides: dict[str, list[int]] = field(default_factory=dict)
    _lost: dict[tuple[str, str, str, str], list[int]] = field(default_factory=dict)

    def add(self, rows: Sequence[Row], sign: int = 1) -> None:
        """Add rows; with a sign of -1 take them away."""
        self.count(map(_DAY, rows), map(_TYPE, rows), map(_GRADE, rows), sign)
        dead = ((side, low, high) for standing, side, low, high in map(_DEAD, rows) if low >= 0 and standing == CLAIMED)
        self.add_killed(dead, sign)
        drawn = [(key, point) for key, point in map(_DRAWN, rows) if point is not None]
        if sign > 0:
            self._points.put(drawn)
        else:
            self._points.take(key for key, _ in drawn)

    def count(self, days: Iterable[str], types: Iterable[str], grades: Iterable[str], sign: int = 1) -> None:
        """Count events by what they are, each of these with one entry for every event."""
        for counts, found in ((self.days, days), (self.types, types), (self.grades, grades)):
            if sign > 0:
                counts.update(found)
            else:
                counts.subtract(found)

    def add_killed(self, dead: Iterable[tuple[str, int, int | None]], sign: int = 1) -> None:
        """Add those whom a side is said to have killed, from at least so many to at most so many."""
        for side, low, high in dead:
            add_to = self._sides.setdefault(side, [0, 0, 0, 0])
            add_to[0] += sign * low
            add_to[1] += sign * (high or 0)
            add_to[2] += sign * (high is None)
            add_to[3] += sign

    def add_losses(self, rows: Iterable[LossRow], sign: int = 1) -> None:
        """Add what was lost; with a sign of -1 take it away."""
        for row in rows:
            add_to = self._lost.setdefault(row[1:5], [0, 0, 0, 0, 0])
            high = row.low if row.high is None else row.high
            for at, value in enumerate((row.low, high, row.high is None, 1, row.claims)):
                add_to[at] += sign * value

    def summed(self, losses: Sequence[Lost] | None = None) -> Summed:
        """The sums as they are now; of losses those given, or its own."""
        total, undated = self.days.total(), self.days.get("", 0)
        days = tuple(sorted((day, count) for day, count in self.days.items() if day and count))
        return Summed(
            total, undated, days, self._points.count, self._points.blocks(), _most(self.types), _most(self.grades),
            self._killed(), tuple(losses) if losses is not None else self._losses(),
        )  # fmt: skip

    def _killed(self) -> tuple[Killed, ...]:
        found = [
            Killed(side, low, None if is_open else high, count)
            for side, (low, high, is_open, count) in self._sides.items() if count
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda one: (-one.low, one.name))[:MOST_SIDES])

    def _losses(self) -> tuple[Lost, ...]:
        return tuple(
            Lost(*key, low, None if is_open else high, count, claims)
            for key, (low, high, is_open, count, claims) in sorted(self._lost.items()) if count
        )  # fmt: skip


def _most(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(((name, count) for name, count in counts.items() if count), key=lambda one: (-one[1], one[0])))
