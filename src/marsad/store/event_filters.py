"""Which events are asked for: the filters, and what they say of a row of the table of events.

What must hold is the same for all filters of one shape, so that a question is put into SQL once for each; the values
are given beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Text, and_, bindparam, column, false, func, or_, select, table
from sqlalchemy import text as sql_text

from marsad.arabic.search_keys import search_keys
from marsad.store.codec import storable
from marsad.store.event_rows import LASTING, LONG, WORDS, months
from marsad.store.event_tables import EVENT_WORDS, event_types, events
from marsad.store.prepared import Prepared

# Of more months, words and days are looked for apart.
MOST_MONTHS = 12
# What a filter without a single word in what it looks for says of every event.
NEVER = "never"


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
class Asked:
    """A filter as a database is asked: what it speaks of, and the values by their names."""

    shape: frozenset[str]
    values: dict[str, Any]


def asked(connection: Connection, wanted: EventFilter) -> Asked:
    """A filter as this database is asked."""
    looked = {"actors": wanted.actor, "places": wanted.place, "sources": wanted.source, "words": wanted.text}
    words = {name: search_keys(storable(value)).stems.split() for name, value in looked.items() if value}
    if not all(words.values()):
        return Asked(frozenset((NEVER,)), {})
    within = _months(connection, wanted) if words else []
    values = {name: storable(value) for name in ("type", "grade", "standing") if (value := getattr(wanted, name))}
    flags = _days(connection, wanted, values, is_walked=not within)
    if words and connection.dialect.name == "sqlite":
        values["match"] = _match(words, within)
    else:
        values |= {name: " <-> ".join(each) + ":*" for name, each in words.items()}
    return Asked(frozenset((*values, *flags)), values)


def _months(connection: Connection, wanted: EventFilter) -> list[str]:
    """The words for the months of a filter, by which SQLite finds words of these days: none where there are many."""
    if connection.dialect.name != "sqlite" or not wanted.since or not wanted.until:
        return []
    found = list(islice(months(wanted.since, wanted.until), MOST_MONTHS + 1))
    return [*found, LASTING] if len(found) <= MOST_MONTHS else []


def _match(words: dict[str, list[str]], within: Sequence[str]) -> str:
    """Words in a row, the last of them perhaps only begun, within some months."""
    found = [f'{name} : "{" ".join(each)}" *' for name, each in words.items()]
    return " AND ".join([f"months : ({' OR '.join(within)})", *found] if within else found)


_SPANS = Prepared(
    select(
        select(func.max(events.c.span)).where(events.c.span <= LONG).scalar_subquery(),
        select(func.max(events.c.span)).scalar_subquery(),
    )
)


def _days(connection: Connection, wanted: EventFilter, values: dict[str, Any], *, is_walked: bool) -> tuple[str, ...]:
    """Put the days of a filter among the values, and what is to be known besides."""
    values |= {name: day for name in ("since", "until") if (day := getattr(wanted, name))}
    if not wanted.since or not is_walked:
        return ()
    usual, longest = _SPANS.ask(connection).one()
    early = max(1, date.fromisoformat(wanted.since).toordinal() - (usual or 0))
    values["early"] = date.fromordinal(early).isoformat()
    return ("lasting",) if (longest or 0) > LONG else ()


def holds(shape: frozenset[str], *, walks: bool = False) -> list[ColumnElement[bool]]:
    """What must hold of a row of the table of events; ``walks``: rows are looked through in an order of their own."""
    if NEVER in shape:
        return [false()]
    by_days = bool({"since", "until"} & shape)
    key, aside = events.c.key, events.c.key + 0
    found = _within(shape) if by_days else []
    if "type" in shape:
        of_type = select(event_types.c.event).where(event_types.c.type == _given("type"))
        found.append((aside if walks or by_days else key).in_(of_type))
    found += [events.c[name] == _given(name) for name in ("grade", "standing") if name in shape]
    if _looked(shape):
        # Words within some months are few, those within other days many: then the days are walked instead.
        is_walked = by_days and not ("since" in shape and "early" not in shape)
        found.append((aside if walks or is_walked else key).in_(_with_words(shape)))
    return found


def _given(name: str) -> Any:
    return bindparam(name, type_=Text())


def _looked(shape: frozenset[str]) -> list[str]:
    return [name for name in ("match", *WORDS) if name in shape]


def _within(shape: frozenset[str]) -> list[ColumnElement[bool]]:
    """What must hold of events of some days: walked from the first day on which one of these may have begun.

    What lasts longer than a month is looked through beside, where there is any.
    """
    day = events.c.day
    before = [day <= _given("until")] if "until" in shape else []
    if "since" not in shape:
        return [*before, day != ""]
    lasts = events.c.last_day >= _given("since")
    if "early" not in shape:
        return [lasts, *before]
    walked = and_(day >= _given("early"), *before)
    if "lasting" not in shape:
        return [lasts, walked]
    # As an expression the day is no reason to walk along its index instead of these two.
    last = [day.concat("") <= _given("until"), day.concat("") != ""] if before else []
    return [lasts, or_(walked, events.c.span > LONG), *last]


def _with_words(shape: frozenset[str]) -> Select[Any]:
    """The keys of the events in which words stand."""
    if "match" in shape:
        found = table(EVENT_WORDS, column(EVENT_WORDS), column("rowid"))
        return select(found.c.rowid).where(found.c[EVENT_WORDS].op("MATCH")(_given("match")))
    simple: Any = sql_text("'simple'")
    found = table(EVENT_WORDS, column("event"), *(column(name) for name in WORDS))
    return select(found.c.event).where(
        *(
            func.to_tsvector(simple, found.c[name]).op("@@")(func.to_tsquery(simple, _given(name)))
            for name in _looked(shape)
        )
    )
