"""Lists under numbers, smaller indexes, quicker signatures; the language of a report, when its bytes were forgotten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXTS = ("report_words", "claim_words")
OLD_WORDS = "words, stems, tokenize = 'unicode61 remove_diacritics 0'"
# What is put in is folded and split already: the tokenizer has to part it at blanks and little else.
NEW_WORDS = "words, stems, tokenize = 'ascii', columnsize = 0"


def upgrade() -> None:
    """From lists under their kinds and values."""
    for column in ("language", "forgotten"):
        op.add_column("reports", sa.Column(column, sa.Text()))
    op.drop_index("ix_claims_reading", "claims")
    _number_lists()
    if op.get_bind().dialect.name == "sqlite":
        _mentions_again(with_rowid=False)
        _words_again(NEW_WORDS)
    _sign_again()


def downgrade() -> None:
    """Back to lists under their kinds and values; signatures stay the new ones."""
    if op.get_bind().dialect.name == "sqlite":
        _words_again(OLD_WORDS)
        _mentions_again(with_rowid=True)
    _name_lists()
    op.create_index("ix_claims_reading", "claims", ["reading"])
    for column in ("language", "forgotten"):
        op.drop_column("reports", column)


def _number_lists() -> None:
    op.create_table(
        "lists",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("kind", "ref"),
    )
    op.execute(
        "INSERT INTO lists (key, kind, ref) SELECT row_number() OVER (ORDER BY kind, ref), kind, ref "
        "FROM (SELECT DISTINCT kind, ref FROM postings WHERE kind <> 'report') AS every"
    )
    op.rename_table("postings", "postings_before")
    op.create_table(
        "postings",
        sa.Column("list", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rank", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("list", "rank", name="pk_postings"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO postings (list, rank) SELECT lists.key, before.rank FROM postings_before AS before "
        "JOIN lists ON lists.kind = before.kind AND lists.ref = before.ref"
    )
    op.drop_table("postings_before")


def _name_lists() -> None:
    op.rename_table("postings", "postings_numbered")
    op.create_table(
        "postings",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("rank", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("kind", "ref", "rank"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO postings (kind, ref, rank) SELECT lists.kind, lists.ref, numbered.rank "
        "FROM postings_numbered AS numbered JOIN lists ON lists.key = numbered.list"
    )
    op.execute(
        "INSERT INTO postings (kind, ref, rank) SELECT 'report', reports.id, claims.rank "
        "FROM claims JOIN reports ON reports.key = claims.report"
    )
    op.drop_table("postings_numbered")
    op.drop_table("lists")


def _mentions_again(*, with_rowid: bool) -> None:
    op.rename_table("mentions", "mentions_before")
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
        sqlite_with_rowid=with_rowid,
    )
    op.execute("INSERT INTO mentions SELECT * FROM mentions_before")
    op.drop_table("mentions_before")


def _words_again(made_with: str) -> None:
    for name in TEXTS:
        op.execute(f"CREATE VIRTUAL TABLE {name}_new USING fts5({made_with})")
        op.execute(f"INSERT INTO {name}_new (rowid, words, stems) SELECT rowid, words, stems FROM {name}")
        op.execute(f"DROP TABLE {name}")
        op.execute(f"ALTER TABLE {name}_new RENAME TO {name}")


def _sign_again() -> None:
    """Signatures by another hash: made anew from the texts, which are kept."""
    import zlib

    from marsad.arabic.search_keys import search_keys
    from marsad.store.signatures import bands_of, signature

    bind = op.get_bind()
    bind.execute(sa.text("DELETE FROM bands"))
    texts = sa.text(
        "SELECT reports.key, reports.copy_of, blobs.packed FROM reports JOIN blobs "
        "ON blobs.sha256 = reports.text_sha256 WHERE reports.signature IS NOT NULL ORDER BY reports.key"
    )
    for key, copy_of, packed in bind.execute(texts).all():
        signed = signature(search_keys(zlib.decompress(packed).decode("utf-8", "surrogatepass")).words)
        bind.execute(sa.text("UPDATE reports SET signature = :own WHERE key = :key"), {"own": signed, "key": key})
        if signed is not None and copy_of is None:
            for band in dict.fromkeys(bands_of(signed)):
                bind.execute(sa.text("INSERT INTO bands VALUES (:band, :key)"), {"band": band, "key": key})
