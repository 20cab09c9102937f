"""Events summed up: by day, on the map, by type and grade, by who killed, by what was lost. Sums take rows back too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Select, bindparam, select

from marsad.store.event_rows import key_of
from marsad.store.event_tables import event_losses, event_points, events

# More points than this are not drawn one by one: the browser would stand still (the issue's own figure is 20,000).
MOST_POINTS = 20_000
MOST_SIDES = 12
# Points are kept in so many blocks: a change joins one of them anew (set for 20,000 points, 2026-11-26).
BLOCKS = 128
AT_A_TIME = 400


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


ROW = (*(events.c[name] for name in EventRow._fields if name != "point"), event_points.c.point)
DRAWN = events.outerjoin(event_points, event_points.c.event == events.c.key)
# In no order: rows and points are then read as they lie, in half the time that an order by day takes.
_ALL = select(*ROW).select_from(DRAWN)
_SOME = select(*ROW).select_from(DRAWN).where(events.c.key.in_(bindparam("keys", expanding=True)))
_LOSSES = select(*(event_losses.c[name] for name in LossRow._fields))
_SOME_LOSSES = _LOSSES.where(event_losses.c.event.in_(bindparam("keys", expanding=True)))


def event_rows(connection: Connection, ids: Sequence[str] | None = None) -> tuple[list[EventRow], list[LossRow]]:
    """What sums need of all events, or of those of some ids that are there."""
    if ids is None:
        return rows_of(connection, _ALL), [LossRow._make(row) for row in connection.execute(_LOSSES)]
    keys, rows, losses = [key_of(id) for id in ids], list[EventRow](), list[LossRow]()
    for at in range(0, len(keys), AT_A_TIME):
        some = {"keys": keys[at : at + AT_A_TIME]}
        rows += rows_of(connection, _SOME, some)
        losses += [LossRow._make(row) for row in connection.execute(_SOME_LOSSES, some)]
    return rows, losses


def rows_of(connection: Connection, asked: Select[Any], given: Mapping[str, Any] | None = None) -> list[EventRow]:
    """The rows of a question for :data:`ROW`, whose names and places are theirs: a copy of each would cost a fifth."""
    return cast("list[EventRow]", connection.execute(asked, given).all())


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

    def add(self, rows: Sequence[EventRow], sign: int = 1) -> None:
        """Add rows; with a sign of -1 take them away."""
        for counts, column in ((self.days, _DAY), (self.types, _TYPE), (self.grades, _GRADE)):
            if sign > 0:
                counts.update(map(column, rows))
            else:
                counts.subtract(map(column, rows))
        for standing, side, low, high in map(_DEAD, rows):
            if low >= 0 and standing == "claimed":
                add_to = self._sides.setdefault(side, [0, 0, 0, 0])
                add_to[0] += sign * low
                add_to[1] += sign * (high or 0)
                add_to[2] += sign * (high is None)
                add_to[3] += sign
        drawn = [(key, point) for key, point in map(_DRAWN, rows) if point is not None]
        if sign > 0:
            self._points.put(drawn)
        else:
            self._points.take(key for key, _ in drawn)

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
