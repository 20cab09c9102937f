"""Events summed up: by day, on the map, by type and grade, by who killed, by what was lost. Sums take rows back too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select

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
_ALL = select(*ROW).select_from(DRAWN).order_by(events.c.day)
_SOME = select(*ROW).select_from(DRAWN).where(events.c.key.in_(bindparam("keys", expanding=True)))
_LOSSES = select(*(event_losses.c[name] for name in LossRow._fields))
_SOME_LOSSES = _LOSSES.where(event_losses.c.event.in_(bindparam("keys", expanding=True)))


def event_rows(connection: Connection, ids: Sequence[str] | None = None) -> tuple[list[EventRow], list[LossRow]]:
    """What sums need of all events, by day, or of those of some ids that are there."""
    if ids is None:
        found, lost = connection.execute(_ALL).all(), connection.execute(_LOSSES).all()
        return [EventRow._make(row) for row in found], [LossRow._make(row) for row in lost]
    keys, rows, losses = [key_of(id) for id in ids], list[EventRow](), list[LossRow]()
    for at in range(0, len(keys), AT_A_TIME):
        some = {"keys": keys[at : at + AT_A_TIME]}
        rows += [EventRow._make(row) for row in connection.execute(_SOME, some)]
        losses += [LossRow._make(row) for row in connection.execute(_SOME_LOSSES, some)]
    return rows, losses


@dataclass(slots=True)
class Points:
    """The points of events as JSON, in blocks of which only those are joined anew that changed."""

    count: int = 0
    _of: list[dict[int, bytes]] = field(default_factory=lambda: [{} for _ in range(BLOCKS)])
    _joined: list[bytes | None] = field(default_factory=lambda: [b""] * BLOCKS)

    def put(self, key: int, point: str | None) -> None:
        """Put the point of an event there, or take it away."""
        block = self._of[key % BLOCKS]
        self.count += (point is not None) - (key in block)
        if point is None:
            block.pop(key, None)
        else:
            block[key] = point.encode("utf-8", "backslashreplace")
        self._joined[key % BLOCKS] = None

    def blocks(self) -> list[bytes]:
        """The blocks that have points."""
        if self.count > MOST_POINTS:
            return [point for block in self._of for point in block.values()][:MOST_POINTS]
        for at, known in enumerate(self._joined):
            if known is None:
                self._joined[at] = b",".join(self._of[at].values())
        return [block for block in self._joined if block]


@dataclass(slots=True)
class Sums:
    """Running sums, to which rows are added and from which they are taken away."""

    days: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    grades: Counter[str] = field(default_factory=Counter)
    _points: Points = field(default_factory=lambda: Points())
    _sides: dict[str, list[int]] = field(default_factory=dict)
    _lost: dict[tuple[str, str, str, str], list[int]] = field(default_factory=dict)

    def add(self, rows: Iterable[Sequence[Any]], sign: int = 1) -> None:
        """Add rows; with a sign of -1 take them away."""
        days, types, grades, sides = self.days, self.types, self.grades, self._sides
        for key, day, kind, grade, standing, side, low, high, point in rows:
            days[day] += sign
            types[kind] += sign
            grades[grade] += sign
            if low >= 0 and standing == "claimed":
                add_to = sides.setdefault(side, [0, 0, 0, 0])
                for at, value in enumerate((low, high or 0, high is None, 1)):
                    add_to[at] += sign * value
            if point is not None:
                self._points.put(key, point if sign > 0 else None)

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
