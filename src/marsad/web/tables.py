"""Events as a table: filtered, sorted, a page at a time, and summed up for the map, the days and the tolls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from marsad.arabic.normalize import fold
from marsad.records import ActorMention, Event, Figure, PlaceMention

# More points than this are not drawn one by one: the browser would stand still (the issue's own figure is 20,000).
MOST_POINTS = 20_000


@dataclass(frozen=True, slots=True)
class Wanted:
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
class Row:
    """An event with what it is found and sorted by, made once."""

    event: Event
    killed: Figure | None
    actors: str
    places: str
    sources: str
    words: str


class Table:
    """The events of one state of a store."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.rows = [_row(event) for event in events]
        self.by_id = {row.event.id: row.event for row in self.rows}
        self._sorted: dict[str, list[Row]] = {}

    def rows_of(self, wanted: Wanted) -> list[Row]:
        """The events that a filter leaves, by day."""
        return self.rows if wanted.is_all else [row for row in self.rows if _fits(row, wanted)]

    def page(self, wanted: Wanted, sort: str, offset: int, limit: int) -> tuple[int, list[Event]]:
        """How many events a filter leaves, and some of them in the order asked for (``-`` before it: downwards)."""
        ordered = self._ordered(sort)
        rows = ordered if wanted.is_all else [row for row in ordered if _fits(row, wanted)]
        return len(rows), [row.event for row in rows[offset : offset + limit]]

    def _ordered(self, sort: str) -> list[Row]:
        if sort not in self._sorted:
            key = SORTS[sort.removeprefix("-")]
            down = sort.startswith("-")
            self._sorted[sort] = sorted(self.rows, key=lambda row: (key(row), row.event.id), reverse=down)
        return self._sorted[sort]


SORTS: dict[str, Callable[[Row], Any]] = {
    "date": lambda row: row.event.date_from or "",
    "type": lambda row: row.event.type,
    "place": lambda row: row.places,
    "killed": lambda row: row.killed.low if row.killed else -1,
    "claims": lambda row: (len(row.event.claims), len(row.event.roots)),
}


def _row(event: Event) -> Row:
    killed = [figure for figure in event.figures if figure.kind == "killed"]
    actors = _folded([*event.agents, *event.targets])
    places = _folded(event.places)
    sources = " ".join(fold(root) for root in event.roots)
    return Row(
        event, next((one for one in killed if not one.part_of_all), killed[0] if killed else None), actors, places,
        sources, f"{actors} {places} {sources} {event.type}",
    )  # fmt: skip


def _folded(mentions: Sequence[ActorMention | PlaceMention]) -> str:
    names = [(mention.text, mention.name or "") for mention in mentions]
    return " ".join(fold(part).casefold() for pair in names for part in pair if part)


def _fits(row: Row, wanted: Wanted) -> bool:
    event = row.event
    if wanted.since and (event.date_to or event.date_from or "") < wanted.since:
        return False
    if wanted.until and (not event.date_from or event.date_from > wanted.until):
        return False
    if wanted.type and wanted.type != event.type and wanted.type not in event.types:
        return False
    if (wanted.grade and wanted.grade != event.grade) or (wanted.standing and wanted.standing != event.standing):
        return False
    return all(
        fold(asked).casefold() in held
        for asked, held in (
            (wanted.actor, row.actors), (wanted.place, row.places), (wanted.source, row.sources),
            (wanted.text, row.words),
        )
        if asked
    )  # fmt: skip


def overview(rows: Sequence[Row], *, only_days: bool = False) -> dict[str, Any]:
    """Events summed up: by day, on the map, by type and grade, and killed by who is said to have done it."""
    events = [row.event for row in rows]
    days = Counter(event.date_from for event in events if event.date_from)
    found: dict[str, Any] = {
        "events": len(events),
        "undated": sum(event.date_from is None for event in events),
        "unplaced": 0,
        "days": [{"day": day, "events": count} for day, count in sorted(days.items())],
        "points": [], "types": {}, "grades": {}, "killed": [], "losses": [],
    }  # fmt: skip
    if only_days:
        return found
    points = [point for event in events if (point := _point(event)) is not None]
    return found | {
        "unplaced": len(events) - len(points),
        "points": points[:MOST_POINTS],
        "types": dict(Counter(event.type for event in events).most_common()),
        "grades": dict(Counter(event.grade for event in events).most_common()),
        "killed": killed_by_side(rows),
    }


def _point(event: Event) -> dict[str, Any] | None:
    for place in event.places:
        if place.lat is not None and place.lon is not None:
            return {
                "id": event.id, "lat": place.lat, "lon": place.lon, "type": event.type, "grade": event.grade,
                "precision": place.precision, "name": place.name or place.text,
            }  # fmt: skip
    return None


def killed_by_side(rows: Iterable[Row], most: int = 12) -> list[dict[str, Any]]:
    """Killed as claimed, summed over the events each side is said to have done: never one number, always both ends."""
    low: Counter[str] = Counter()
    high: Counter[str] = Counter()
    events: Counter[str] = Counter()
    is_open: set[str] = set()
    for row in rows:
        if row.killed is None or row.event.standing != "claimed":
            continue
        side = next((agent.name or agent.text for agent in row.event.agents), "")
        low[side] += row.killed.low
        events[side] += 1
        high[side] += row.killed.high if row.killed.high is not None else row.killed.low
        if row.killed.high is None:
            is_open.add(side)
    return [
        {"name": side, "low": count, "high": None if side in is_open else high[side], "events": events[side]}
        for side, count in low.most_common(most)
    ]
