"""Less to write: mentions are a view over what was read, search keeps words without stems beside them. Settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ONE, MANY = "'trigger', 'time', 'count', 'item'", "'agents', 'targets', 'places', 'weapons', 'sources'"
ON_SQLITE = f"""CREATE VIEW mentions AS
SELECT claim, field, position, json_extract(span, '$.start') AS start, json_extract(span, '$.end') AS "end",
    json_extract(span, '$.text') AS text,
    coalesce(json_extract(span, '$.place'), json_extract(span, '$.actor'), json_extract(span, '$.source'),
        json_extract(span, '$.weapon_class')) AS ref,
    json_extract(span, '$.name') AS name, json_extract(span, '$.kind') AS kind,
    json_extract(span, '$.lat') AS lat, json_extract(span, '$.lon') AS lon
FROM (
    SELECT claims.key AS claim, one.key AS field, 0 AS position, one.value AS span
    FROM claims, json_each(claims.body) AS one WHERE one.key IN ({ONE}) AND one.type = 'object'
    UNION ALL
    SELECT claims.key, many.key, each.key, each.value
    FROM claims, json_each(claims.body) AS many, json_each(many.value) AS each WHERE many.key IN ({MANY})
)"""
# A body may hold what PostgreSQL takes in no text: a NUL, half of a pair.
BODY = r"regexp_replace(claims.body, '\\u(0000|d[89a-f][0-9a-f]{2})', '\\ufffd', 'g')::json"
ON_POSTGRES = f"""CREATE VIEW mentions AS
SELECT claim, field, position, (span ->> 'start')::integer AS start, (span ->> 'end')::integer AS "end",
    span ->> 'text' AS text,
    coalesce(span ->> 'place', span ->> 'actor', span ->> 'source', span ->> 'weapon_class') AS ref,
    span ->> 'name' AS name, span ->> 'kind' AS kind,
    (span ->> 'lat')::double precision AS lat, (span ->> 'lon')::double precision AS lon
FROM (
    SELECT claims.key AS claim, one.key AS field, 0 AS position, one.value AS span
    FROM claims, json_each({BODY}) AS one WHERE one.key IN ({ONE}) AND json_typeof(one.value) = 'object'
    UNION ALL
    SELECT claims.key, many.key, (each.number - 1)::integer, each.value
    FROM claims, json_each({BODY}) AS many,
        json_array_elements(CASE WHEN json_typeof(many.value) = 'array' THEN many.value ELSE '[]' END)
        WITH ORDINALITY AS each(value, number)
    WHERE many.key IN ({MANY})
) AS spans"""


TEXTS = ("report_words", "claim_words")
TOKENS = "tokenize = 'ascii', columnsize = 0"


def upgrade() -> None:
    """From rows of mentions, and words with their stems."""
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    op.create_table(
        "settings",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.drop_table("mentions")
    op.execute(sa.text(_plain(ON_SQLITE if is_sqlite else ON_POSTGRES)))
    for name in TEXTS:
        if is_sqlite:
            _words_again(name, "words")
        else:
            op.drop_index(f"ix_{name}_stems", name)
            op.drop_column(name, "stems")


def downgrade() -> None:
    """Back to rows of mentions, and words with their stems."""
    op.drop_table("settings")
    _mentions_as_rows()
    for name in TEXTS:
        if op.get_bind().dialect.name == "sqlite":
            _words_again(name, "words, stems")
        else:
            op.add_column(name, sa.Column("stems", sa.Text(), server_default="", nullable=False))
            op.create_index(f"ix_{name}_stems", name, [sa.text("to_tsvector('simple', stems)")], postgresql_using="gin")
        _stem(name)


def _words_again(name: str, columns: str) -> None:
    op.execute(f"CREATE VIRTUAL TABLE {name}_new USING fts5({columns}, {TOKENS})")
    op.execute(f"INSERT INTO {name}_new (rowid, words) SELECT rowid, words FROM {name}")
    op.execute(f"DROP TABLE {name}")
    op.execute(f"ALTER TABLE {name}_new RENAME TO {name}")


def _stem(name: str) -> None:
    """Stems beside the words of every text."""
    from marsad.arabic.search_keys import stem

    bind = op.get_bind()
    rank = "rowid" if bind.dialect.name == "sqlite" else "rank"
    put = sa.text(f"UPDATE {name} SET stems = :stems WHERE {rank} = :rank")
    for row in bind.execute(sa.text(f"SELECT {rank} AS rank, words FROM {name}")).all():
        bind.execute(put, {"rank": row.rank, "stems": " ".join(map(stem, row.words.split()))})


def _mentions_as_rows() -> None:
    op.create_table(
        "mentions_before",
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
        sa.PrimaryKeyConstraint("claim", "field", "position", name="mentions_pkey"),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO mentions_before SELECT * FROM mentions")
    op.execute("DROP VIEW mentions")
    op.rename_table("mentions_before", "mentions")


def _plain(statement: str) -> str:
    """A statement whose colons are no parameters."""
    return statement.replace(":", r"\:")
