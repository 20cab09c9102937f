"""Months beside the words of events, so that words are looked for within some days without all that has them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WORDS = "event_words"
COLUMNS = "actors, places, sources, words"
TOKENS = "tokenize = 'unicode61 remove_diacritics 0'"
# Days: what lasts longer stands under one word in place of its months.
LONG = 31


def upgrade() -> None:
    """From words alone. A server joins words and days by itself."""
    bind = op.get_bind()
    if bind.dialect.name != "sqlite":
        return
    op.execute("CREATE TEMP TABLE event_months (event INTEGER PRIMARY KEY, months TEXT NOT NULL)")
    spans = bind.execute(sa.text("SELECT key, day, last_day, span FROM events WHERE day <> ''")).all()
    if spans:
        put = sa.text("INSERT INTO event_months VALUES (:key, :months)")
        bind.execute(put, [{"key": row.key, "months": _months(row.day, row.last_day, row.span)} for row in spans])
    _anew(
        f"{COLUMNS}, months",
        f"SELECT {WORDS}.rowid, {COLUMNS}, coalesce(months, '') FROM {WORDS} "
        f"LEFT JOIN event_months ON event = {WORDS}.rowid",
    )
    op.execute("DROP TABLE event_months")


def downgrade() -> None:
    """Back to words alone."""
    if op.get_bind().dialect.name == "sqlite":
        _anew(COLUMNS, f"SELECT rowid, {COLUMNS} FROM {WORDS}")


def _anew(columns: str, rows: str) -> None:
    """The table with other columns."""
    op.execute(f"CREATE VIRTUAL TABLE {WORDS}_new USING fts5({columns}, {TOKENS})")
    op.execute(f"INSERT INTO {WORDS}_new (rowid, {columns}) {rows}")
    op.execute(f"DROP TABLE {WORDS}")
    op.execute(f"ALTER TABLE {WORDS}_new RENAME TO {WORDS}")


def _months(first: str, last: str, span: int) -> str:
    """The months in which an event of so many days lies."""
    if span > LONG:
        return "long"
    year, month = int(first[:4]), int(first[5:7])
    found = [f"{year:04d}{month:02d}"]
    while f"{year:04d}-{month:02d}" < last[:7]:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        found.append(f"{year:04d}{month:02d}")
    return " ".join(found)
