"""The tables of events, gathered from the claims of a store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")
WORDS = "event_words"
COLUMNS = ("actors", "places", "sources", "words")


def upgrade() -> None:
    """From reports and claims alone."""
    for make in MAKERS:
        make()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE VIRTUAL TABLE {WORDS} USING fts5({', '.join(COLUMNS)}, tokenize = 'unicode61 remove_diacritics 0')"
        )
        return
    columns = ", ".join(f"{column} TEXT NOT NULL" for column in COLUMNS)
    op.execute(f"CREATE TABLE {WORDS} (event BIGINT PRIMARY KEY, {columns})")
    for column in COLUMNS:
        op.execute(f"CREATE INDEX ix_{WORDS}_{column} ON {WORDS} USING gin (to_tsvector('simple', {column}))")


def downgrade() -> None:
    """Events are forgotten: they can be gathered again."""
    for make in MAKERS:
        op.drop_table(make.__name__[1:])
    op.drop_table(WORDS)


def _edges() -> None:
    op.create_table(
        "edges",
        sa.Column("one", EXACT, nullable=False),
        sa.Column("other", EXACT, nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_edges_other", "edges", ["other"])


def _event_bodies() -> None:
    op.create_table(
        "event_bodies",
        sa.Column("event", NUMBER, autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event"),
    )


def _event_claims() -> None:
    op.create_table(
        "event_claims",
        sa.Column("claim", EXACT, nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("piece", EXACT, nullable=False),
        sa.Column("report", EXACT, nullable=False),
        sa.Column("root", EXACT, nullable=False),
        sa.Column("day", EXACT, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("claim"),
    )
    op.create_index("ix_event_claims_event", "event_claims", ["event"])
    op.create_index("ix_event_claims_piece", "event_claims", ["piece"])
    op.create_index("ix_event_claims_report", "event_claims", ["report"])
    op.create_index("ix_event_claims_root", "event_claims", ["root", "day", "report", "start", "claim"])


def _event_losses() -> None:
    op.create_table(
        "event_losses",
        sa.Column("event", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("owner", EXACT, nullable=False),
        sa.Column("item_class", EXACT, nullable=False),
        sa.Column("outcome", EXACT, nullable=False),
        sa.Column("claimant", EXACT, nullable=False),
        sa.Column("low", sa.BigInteger(), nullable=False),
        sa.Column("high", sa.BigInteger()),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("event", "owner", "item_class", "outcome", "claimant"),
    )


def _event_points() -> None:
    op.create_table(
        "event_points",
        sa.Column("event", NUMBER, autoincrement=False, nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("point", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event"),
    )


def _event_types() -> None:
    op.create_table(
        "event_types",
        sa.Column("type", EXACT, nullable=False),
        sa.Column("event", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("type", "event"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_types_event", "event_types", ["event"])


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("key", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", EXACT, nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("day", EXACT, nullable=False),
        sa.Column("last_day", EXACT, nullable=False),
        sa.Column("span", sa.Integer(), nullable=False),
        sa.Column("place", EXACT, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("killed_low", sa.BigInteger(), nullable=False),
        sa.Column("killed_high", sa.BigInteger()),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("roots", sa.Integer(), nullable=False),
        sa.Column("urgency", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_events_claims", "events", ["claims", "roots", "id"])
    op.create_index("ix_events_day", "events", ["day", "id"])
    op.create_index("ix_events_killed", "events", ["killed_low", "id"])
    op.create_index("ix_events_place", "events", ["place", "id"])
    op.create_index("ix_events_span", "events", ["span"])
    op.create_index("ix_events_type", "events", ["type", "id"])
    op.create_index("ix_events_urgency", "events", ["urgency", "id"])


def _gatherings() -> None:
    op.create_table(
        "gatherings",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("decided", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )


def _marks() -> None:
    op.create_table(
        "marks",
        sa.Column("mark", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", EXACT, nullable=False),
        sa.Column("report", EXACT, nullable=False),
        sa.Column("is_original", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("mark", "day", "report"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_marks_report", "marks", ["report"])


def _pieces() -> None:
    op.create_table(
        "pieces",
        sa.Column("id", EXACT, nullable=False),
        sa.Column("report", EXACT, nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("is_placed", sa.Boolean(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_pieces_event", "pieces", ["event"])
    op.create_index("ix_pieces_report", "pieces", ["report"])


def _roots() -> None:
    op.create_table(
        "roots",
        sa.Column("root", EXACT, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("claim", EXACT, nullable=False),
        sa.PrimaryKeyConstraint("root"),
    )


def _shelves() -> None:
    op.create_table(
        "shelves",
        sa.Column("shelf", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("piece", EXACT, nullable=False),
        sa.PrimaryKeyConstraint("shelf", "piece"),
        sqlite_with_rowid=False,
    )


def _tellers() -> None:
    op.create_table(
        "tellers",
        sa.Column("report", EXACT, nullable=False),
        sa.Column("day", EXACT, nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("copy_of", sa.Text()),
        sa.Column("root", sa.Text()),
        sa.Column("told_by", sa.Text()),
        sa.Column("marks", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_index("ix_tellers_copy_of", "tellers", ["copy_of"])
    op.create_index("ix_tellers_root", "tellers", ["root"])


def _tombstones() -> None:
    op.create_table(
        "tombstones",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("into", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


MAKERS = (
    _edges,
    _event_bodies,
    _event_claims,
    _event_losses,
    _event_points,
    _event_types,
    _events,
    _gatherings,
    _marks,
    _pieces,
    _roots,
    _shelves,
    _tellers,
    _tombstones,
)
