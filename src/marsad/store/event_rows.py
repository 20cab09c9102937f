"""From an event to the rows by which it is found, sorted, drawn and summed up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, insert, select, text

from marsad.arabic.search_keys import keys_of_name
from marsad.records import Event, Figure, Tombstone
from marsad.store.bulk import look_up, put_into, put_rows
from marsad.store.codec import canonical, storable
from marsad.store.event_tables import (
    EVENT_WORDS,
    event_bodies,
    event_losses,
    event_points,
    event_types,
    events,
    tombstones,
)
from marsad.store.gathered_codec import event_from, event_json

if TYPE_CHECKING:  # an intake does without the rules of gathering
    from marsad.events.losses import Loss

AT_A_TIME = 400
MOST = 2**63 - 1
WORDS = ("actors", "places", "sources", "words")
# Days: so few events last longer that they are looked through one by one, and stand under one word in place of months.
LONG, LASTING = 31, "long"
# Above every number of dead: what orders events for review before that number does.
STEP = 10**12


@dataclass(slots=True)
class Rows:
    """The rows of many events, written together."""

    of: dict[Any, list[dict[str, Any]]] = field(default_factory=dict)
    words: list[dict[str, Any]] = field(default_factory=list)

    def add(self, table: Any, *rows: dict[str, Any]) -> None:
        """Take up rows of one table."""
        self.of.setdefault(table, []).extend(rows)


def key_of(id: str) -> int:
    """The number under which an event is kept: its id is one, written in sixteens."""
    return int(id[1:], 16)


def killed(event: Event) -> Figure | None:
    """The figure of the dead: of all, where one counts them, else of the first group."""
    figures = [figure for figure in event.figures if figure.kind == "killed"]
    return next((one for one in figures if not one.part_of_all), figures[0] if figures else None)


def put_events(connection: Connection, found: Iterable[tuple[Event, Sequence[Loss]]]) -> None:
    """Keep events, each with what it says was lost."""
    rows = Rows()
    for event, losses in found:
        _take_up(rows, event, losses)
    for table, listed in rows.of.items():
        put_rows(connection, table, listed)
    is_sqlite = connection.dialect.name == "sqlite"
    columns = (*WORDS, "months") if is_sqlite else WORDS
    words = [tuple([each[name] for name in ("key", *columns)]) for each in rows.words]
    put_into(connection, EVENT_WORDS, ("rowid" if is_sqlite else "event", *columns), words)


def drop_events(connection: Connection, ids: Collection[str]) -> None:
    """Forget events."""
    keys = [key_of(id) for id in ids]
    for at in range(0, len(keys), AT_A_TIME):
        some = keys[at : at + AT_A_TIME]
        connection.execute(delete(events).where(events.c.key.in_(some)))
        for table in (event_bodies, event_points, event_types, event_losses):
            connection.execute(delete(table).where(table.c.event.in_(some)))
    if keys:
        rank = "rowid" if connection.dialect.name == "sqlite" else "event"
        connection.execute(text(f"DELETE FROM {EVENT_WORDS} WHERE {rank} = :key"), [{"key": key} for key in keys])


def clear_events(connection: Connection) -> None:
    """Forget all events."""
    for table in (events, event_bodies, event_points, event_types, event_losses):
        connection.execute(delete(table))
    connection.execute(text(f"DELETE FROM {EVENT_WORDS}"))


def bury(connection: Connection, stones: Sequence[Tombstone], living: Iterable[str], seq: int) -> None:
    """Keep what became of events that are no more; who lives again has no stone."""
    gone = [*living, *(stone.id for stone in stones)]
    for at in range(0, len(gone), AT_A_TIME):
        connection.execute(delete(tombstones).where(tombstones.c.id.in_(gone[at : at + AT_A_TIME])))
    rows = [{"id": one.id, "reason": one.reason, "into": canonical(list(one.into)), "seq": seq} for one in stones]
    if rows:
        connection.execute(insert(tombstones), rows)


def _take_up(rows: Rows, event: Event, losses: Sequence[Loss]) -> None:
    key = key_of(event.id)
    rows.add(events, _row(key, event))
    rows.add(event_bodies, {"event": key, "body": event_json(event)})
    rows.add(event_types, *({"event": key, "type": name} for name in sorted({event.type, *event.types})))
    rows.add(event_points, *_points(key, event))
    rows.add(event_losses, *(_loss(key, loss) for loss in losses))
    rows.words.append({"key": key} | _words(event))


def _row(key: int, event: Event) -> dict[str, Any]:
    dead = killed(event)
    low = min(dead.low, MOST) if dead else -1
    high = min(dead.high, MOST) if dead and dead.high is not None else None
    urgency = STEP * (2 * (not event.contradictions) + (len(event.roots) > 1)) - min(max(low, 0), STEP - 1)
    side = next((agent.name or agent.text for agent in event.agents), "")
    return {
        "key": key, "id": event.id, "type": storable(event.type), "standing": event.standing, "grade": event.grade,
        "day": event.date_from or "", "last_day": event.date_to or event.date_from or "", "span": _span(event),
        "place": _shown(event),
        "side": storable(side),
        "killed_low": low, "killed_high": high, "claims": len(event.claims), "reports": len(event.reports),
        "roots": len(event.roots), "urgency": urgency,
    }  # fmt: skip


def _span(event: Event) -> int:
    """How many days after its first an event ends."""
    if event.date_from is None or event.date_to is None:
        return 0
    return (date.fromisoformat(event.date_to) - date.fromisoformat(event.date_from)).days


def _shown(event: Event) -> str:
    """The name of the first place, as places are sorted by."""
    return next((storable(place.name or place.text).casefold()[:80] for place in event.places), "")


def _points(key: int, event: Event) -> list[dict[str, Any]]:
    for place in event.places:
        if place.lat is not None and place.lon is not None:
            point = {
                "id": event.id, "lat": place.lat, "lon": place.lon, "type": event.type, "grade": event.grade,
                "precision": place.precision, "name": place.name or place.text,
            } | ({"name_ar": place.name_ar} if place.name_ar else {})  # fmt: skip
            return [{"event": key, "lat": place.lat, "lon": place.lon, "point": storable(canonical(point))}]
    return []


def _loss(key: int, loss: Loss) -> dict[str, Any]:
    return {
        "event": key, "owner": storable(loss.owner), "item_class": storable(loss.item_class),
        "outcome": storable(loss.outcome), "claimant": storable(loss.claimant), "low": min(loss.low, MOST),
        "high": None if loss.high is None else min(loss.high, MOST), "claims": len(loss.claims),
    }  # fmt: skip


def _words(event: Event) -> dict[str, str]:
    """The words by which an event is found, each as search compares it."""
    names: dict[str, list[str | None]] = {
        "actors": [name for one in (*event.agents, *event.targets) for name in (one.text, one.name)],
        "places": [name for one in event.places for name in (one.text, one.name, one.name_ar)],
        "sources": list(event.roots),
    }
    keys = {
        kind: " ".join(dict.fromkeys(keys_of_name(storable(name)).stems for name in listed if name))
        for kind, listed in names.items()
    }
    words = " ".join((*keys.values(), keys_of_name(event.type).stems))
    return keys | {"words": words, "months": _months_of(event)}


def _months_of(event: Event) -> str:
    """The months in which an event lies, as words: by them and by other words at once events of some days are found."""
    if event.date_from is None:
        return ""
    return LASTING if _span(event) > LONG else " ".join(months(event.date_from, event.date_to or event.date_from))


def months(first: str, last: str) -> Iterator[str]:
    """The months from a day to another, each as a word."""
    year, month = int(first[:4]), int(first[5:7])
    yield f"{year:04d}{month:02d}"
    while f"{year:04d}-{month:02d}" < last[:7]:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        yield f"{year:04d}{month:02d}"


def bodies(connection: Connection, ids: Sequence[str]) -> dict[str, Event]:
    """Events by their ids."""
    return {id: event_from(body) for id, body in written(connection, ids).items()}


def written(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Events as JSON by their ids."""
    keys = {key_of(id): id for id in ids}
    found = look_up(connection, event_bodies, ("event", "body"), "event", list(keys))
    return {keys[event]: body for event, body in found}


def living(connection: Connection) -> list[str]:
    """The ids of all events."""
    return list(connection.scalars(select(events.c.id)))
