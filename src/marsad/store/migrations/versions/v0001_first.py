"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "bands",
    "blobs",
    "claims",
    "head",
    "issues",
    "judgements",
    "log",
    "mentions",
    "names",
    "postings",
    "readings",
    "reports",
)
TEXTS = ("report_words", "claim_words")
NEVER = "the log is append only"


def upgrade() -> None:
    """From an empty database."""
    for make in (
        _bands,
        _blobs,
        _claims,
        _head,
        _issues,
        _judgements,
        _log,
        _mentions,
        _names,
        _postings,
        _readings,
        _reports,
    ):
        make()
    op.execute(f"INSERT INTO head (key, seq, hash) VALUES (1, 0, '{'0' * 64}')")
    if op.get_bind().dialect.name == "sqlite":
        _on_sqlite()
    else:
        _on_postgres()


def downgrade() -> None:
    """Back to an empty database."""
    for name in (*TEXTS, *TABLES):
        op.execute(f"DROP TABLE {name}")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION marsad_log_is_append_only")


def _on_sqlite() -> None:
    for name in TEXTS:
        op.execute(f"CREATE VIRTUAL TABLE {name} USING fts5(words, stems, tokenize = 'unicode61 remove_diacritics 0')")
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER log_never_{act.lower()} BEFORE {act} ON log BEGIN SELECT RAISE(ABORT, '{NEVER}'); END"
        )


def _on_postgres() -> None:
    for name in TEXTS:
        op.execute(f"CREATE TABLE {name} (rank BIGINT PRIMARY KEY, words TEXT NOT NULL, stems TEXT NOT NULL)")
        for column in ("words", "stems"):
            op.execute(f"CREATE INDEX ix_{name}_{column} ON {name} USING gin (to_tsvector('simple', {column}))")
    op.execute(
        "CREATE FUNCTION marsad_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{NEVER}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER log_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON log "
        "FOR EACH STATEMENT EXECUTE FUNCTION marsad_log_is_append_only()"
    )


def _bands() -> None:
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("band", "report"),
    )
    op.create_index("ix_bands_report", "bands", ["report"])


def _blobs() -> None:
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("date_from", sa.Text()),
        sa.Column("date_to", sa.Text()),
        sa.Column("count_low", sa.BigInteger()),
        sa.Column("count_high", sa.BigInteger()),
        sa.Column("verdict", sa.Text()),
        sa.Column("is_edited", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("rank", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("rank"),
    )
    op.create_index("ix_claims_id", "claims", ["id"])
    op.create_index("ix_claims_reading", "claims", ["reading"])
    op.create_index("ix_claims_report", "claims", ["report"])


def _head() -> None:
    op.create_table(
        "head",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )


def _issues() -> None:
    op.create_table(
        "issues",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_issues_reading", "issues", ["reading"])
    op.create_index("ix_issues_reason", "issues", ["reason"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("other", sa.Text()),
        sa.Column("field", sa.Text()),
        sa.Column("value", sa.Text()),
        sa.Column("by", sa.Text()),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text()),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_judgements_claim", "judgements", ["claim"])
    op.create_index("ix_judgements_other", "judgements", ["other"])


def _log() -> None:
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )


def _mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("claim", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text()),
        sa.Column("name", sa.Text()),
        sa.Column("kind", sa.Text()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.PrimaryKeyConstraint("claim", "field", "position"),
    )


def _names() -> None:
    op.create_table(
        "names",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "folded", "ref"),
        sqlite_with_rowid=False,
    )


def _postings() -> None:
    op.create_table(
        "postings",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("rank", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("kind", "ref", "rank"),
        sqlite_with_rowid=False,
    )


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("lexicons", sa.Text(), nullable=False),
        sa.Column("gazetteer", sa.Text(), nullable=False),
        sa.Column("ranker", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("packed", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_readings_report", "readings", ["report"])
    op.create_index("ix_readings_versions", "readings", ["is_current", "code"])


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("received_sha256", sa.Text()),
        sa.Column("raw_sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("published", sa.Text()),
        sa.Column("date_kind", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("fetched", sa.Text()),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("version_of", sa.Text()),
        sa.Column("newer", sa.Text()),
        sa.Column("copy_of", sa.Text()),
        sa.Column("likeness", sa.Float()),
        sa.Column("signature", sa.LargeBinary()),
        sa.Column("deleted", sa.Text()),
        sa.Column("rank", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("identity"),
        sa.UniqueConstraint("rank"),
    )
    op.create_index("ix_reports_copy_of", "reports", ["copy_of"])
    op.create_index("ix_reports_origin", "reports", ["origin"])
    op.create_index("ix_reports_text_sha256", "reports", ["text_sha256"])
    op.create_index("ix_reports_url", "reports", ["url"])
    op.create_index("ix_reports_version_of", "reports", ["version_of"])
