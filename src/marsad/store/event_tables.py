"""The tables of what was gathered from the claims of a store. All of them can be made anew from the other tables.

Day, report and claim order what was told first, so they are compared sign by sign, whatever the locale of a server.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, Table, Text

from marsad.store.tables import metadata

# On SQLite INTEGER, as only that is the place of a row itself.
NUMBER = BigInteger().with_variant(Integer(), "sqlite")
EXACT = Text().with_variant(Text(collation="C"), "postgresql")


# One row: up to which record of the log, by which rules, and with which judgements it was gathered.
gatherings = Table(
    "gatherings", metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    Column("rules", Text, nullable=False),
    Column("decided", Text, nullable=False),
)  # fmt: skip

# The reports whose claims were gathered; root and told_by where one repeats another's text.
tellers = Table(
    "tellers", metadata,
    Column("report", EXACT, primary_key=True),
    Column("day", EXACT, nullable=False),
    Column("outlet", Text),
    Column("copy_of", Text, index=True),
    Column("root", Text, index=True),
    Column("told_by", Text),
    Column("marks", Integer, nullable=False),
)  # fmt: skip

# Claims by their words, to find reports that repeat one another.
marks = Table(
    "marks", metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("day", EXACT, primary_key=True),
    Column("report", EXACT, primary_key=True, index=True),
    Column("is_original", Boolean, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

# What one report tells of one happening, as it is compared; body is JSON.
pieces = Table(
    "pieces", metadata,
    Column("id", EXACT, primary_key=True),
    Column("report", EXACT, nullable=False, index=True),
    Column("event", Text, nullable=False, index=True),
    Column("is_placed", Boolean, nullable=False),
    Column("content", Text, nullable=False),
    Column("body", Text, nullable=False),
)  # fmt: skip

shelves = Table(
    "shelves", metadata,
    Column("shelf", BigInteger, primary_key=True, autoincrement=False),
    Column("piece", EXACT, primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip

# Pairs of pieces that may be one event, with the levels that say so; the smaller id is one.
edges = Table(
    "edges", metadata,
    Column("one", EXACT, primary_key=True),
    Column("other", EXACT, primary_key=True, index=True),
    Column("points", Float, nullable=False),
    Column("levels", Text, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

# Root claimants, each with the name that the claim first told gives it.
roots = Table(
    "roots", metadata,
    Column("root", EXACT, primary_key=True),
    Column("name", Text, nullable=False),
    Column("claim", EXACT, nullable=False),
)  # fmt: skip

event_claims = Table(
    "event_claims", metadata,
    Column("claim", EXACT, primary_key=True),
    Column("event", Text, nullable=False, index=True),
    Column("piece", EXACT, nullable=False, index=True),
    Column("report", EXACT, nullable=False, index=True),
    Column("root", EXACT, nullable=False),
    Column("day", EXACT, nullable=False),
    Column("start", Integer, nullable=False),
)  # fmt: skip

# Narrow, as lists and sums walk over it. key is the event's id as a number. A day that is not known is empty, dead that
# nobody counts are -1, and killed_high is NULL where it is open; of urgency the lowest is reviewed first.
events = Table(
    "events", metadata,
    Column("key", NUMBER, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("type", EXACT, nullable=False),
    Column("standing", Text, nullable=False),
    Column("grade", Text, nullable=False),
    Column("day", EXACT, nullable=False),
    Column("last_day", EXACT, nullable=False),
    Column("span", Integer, nullable=False),
    Column("place", EXACT, nullable=False),
    Column("side", Text, nullable=False),
    Column("killed_low", BigInteger, nullable=False),
    Column("killed_high", BigInteger),
    Column("claims", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("roots", Integer, nullable=False),
    Column("urgency", BigInteger, nullable=False),
)  # fmt: skip

# Where an event is drawn: the point as JSON, ready to be sent.
event_points = Table(
    "event_points", metadata,
    Column("event", NUMBER, primary_key=True, autoincrement=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("point", Text, nullable=False),
)  # fmt: skip

event_bodies = Table(
    "event_bodies", metadata,
    Column("event", NUMBER, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)  # fmt: skip

event_types = Table(
    "event_types", metadata,
    Column("type", EXACT, primary_key=True),
    Column("event", BigInteger, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)  # fmt: skip

# Materiel that one claimant says was lost in one event.
event_losses = Table(
    "event_losses", metadata,
    Column("event", BigInteger, primary_key=True, autoincrement=False),
    Column("owner", EXACT, primary_key=True),
    Column("item_class", EXACT, primary_key=True),
    Column("outcome", EXACT, primary_key=True),
    Column("claimant", EXACT, primary_key=True),
    Column("low", BigInteger, nullable=False),
    Column("high", BigInteger),
    Column("claims", Integer, nullable=False),
)  # fmt: skip

# Ids of events that are no more; into is a JSON list of what they became, seq the record of the log by which they went.
tombstones = Table(
    "tombstones", metadata,
    Column("id", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("into", Text, nullable=False),
    Column("seq", Integer, nullable=False),
)  # fmt: skip

Index("ix_event_claims_root", *(event_claims.c[name] for name in ("root", "day", "report", "start", "claim")))
Index("ix_events_day", events.c.day, events.c.id)
Index("ix_events_span", events.c.span)
Index("ix_events_type", events.c.type, events.c.id)
Index("ix_events_place", events.c.place, events.c.id)
Index("ix_events_killed", events.c.killed_low, events.c.id)
Index("ix_events_urgency", events.c.urgency, events.c.id)
Index("ix_events_claims", events.c.claims, events.c.roots, events.c.id)

DERIVED = (
    gatherings, tellers, marks, pieces, shelves, edges, roots, event_claims, events, event_points, event_bodies,
    event_types, event_losses,
)  # fmt: skip
EVENT_WORDS = "event_words"
