"""The tables of a store, the same on SQLite and PostgreSQL. The migrations make them; a test compares the two.

``rank`` orders everything by day: the day as a number above, the key of the row below (see ``rank.py``).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True, autoincrement=False)


# Bytes under their own SHA-256, compressed. Texts are kept here too, as UTF-8: the same bytes are kept once.
blobs = Table(
    "blobs", metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)  # fmt: skip

# One row for each text: an edited page is another row that names the first as version_of.
reports = Table(
    "reports", metadata, _key(),
    Column("id", Text, nullable=False, unique=True),
    Column("identity", Text, nullable=False, unique=True),
    Column("text_sha256", Text, nullable=False, index=True),
    Column("received_sha256", Text),
    Column("raw_sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("published", Text),
    Column("date_kind", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("url", Text, index=True),
    Column("origin", Text, nullable=False, index=True),
    Column("media_type", Text, nullable=False),
    Column("fetched", Text),
    Column("headers", Text, nullable=False),
    Column("added", Text, nullable=False),
    Column("version_of", Text, index=True),
    Column("newer", Text),
    Column("copy_of", Text, index=True),
    Column("likeness", Float),
    Column("signature", LargeBinary),
    Column("deleted", Text),
    Column("rank", BigInteger, nullable=False, unique=True),
    Column("language", Text),
    Column("forgotten", Text),
)  # fmt: skip

# Where two reports share a band of their signatures, they are compared.
bands = Table(
    "bands", metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Integer, primary_key=True, autoincrement=False, index=True),
)  # fmt: skip

# What was read, by which code and data. Claims of a reading that was replaced are kept in packed.
readings = Table(
    "readings", metadata, _key(),
    Column("report", Integer, nullable=False, index=True),
    Column("code", Text, nullable=False),
    Column("lexicons", Text, nullable=False),
    Column("gazetteer", Text, nullable=False),
    Column("ranker", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("packed", LargeBinary),
)  # fmt: skip

issues = Table(
    "issues", metadata, _key(),
    Column("reading", Integer, nullable=False, index=True),
    Column("reason", Text, nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
)  # fmt: skip

# body is the claim as it was read; the other columns follow what people have judged since. The view ``mentions`` shows
# the spans of every body as rows: claim, field, position, start, end, text, ref, name, kind, lat, lon.
claims = Table(
    "claims", metadata, _key(),
    Column("id", Text, nullable=False, index=True),
    Column("report", Integer, nullable=False, index=True),
    Column("reading", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("date_from", Text),
    Column("date_to", Text),
    Column("count_low", BigInteger),
    Column("count_high", BigInteger),
    Column("verdict", Text),
    Column("is_edited", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("rank", BigInteger, nullable=False, unique=True),
)  # fmt: skip

# The filters that some claim answers; "all" answers none.
lists = Table(
    "lists", metadata, _key(),
    Column("kind", Text, nullable=False),
    Column("ref", Text, nullable=False),
    UniqueConstraint("kind", "ref"),
)  # fmt: skip

# Which claims stand in which list, latest day first.
postings = Table(
    "postings", metadata,
    Column("list", Integer, primary_key=True, autoincrement=False),
    Column("rank", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)  # fmt: skip

# How actors, places and sources are written, folded, with the ref their postings stand under.
names = Table(
    "names", metadata,
    Column("kind", Text, primary_key=True),
    Column("folded", Text, primary_key=True),
    Column("ref", Text, primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip

judgements = Table(
    "judgements", metadata, _key(),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("claim", Text, nullable=False, index=True),
    Column("other", Text, index=True),
    Column("field", Text),
    Column("value", Text),
    Column("by", Text),
    Column("at", Text, nullable=False),
    Column("comment", Text),
)  # fmt: skip

# What people keep at the desk: saved views, keys. No evidence: it comes and goes without a record.
kept = Table(
    "kept", metadata,
    Column("person", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("is_shared", Boolean, nullable=False),
    Column("at", Text, nullable=False),
)  # fmt: skip

# What the store is told to keep, and for how long; the log says who told it.
settings = Table(
    "settings", metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)  # fmt: skip

# Append only: body is canonical JSON, hash covers it and the hash before.
log = Table(
    "log", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)  # fmt: skip

# One row: where the log ends. Who writes holds it.
head = Table(
    "head", metadata, _key(),
    Column("seq", Integer, nullable=False),
    Column("hash", Text, nullable=False),
)  # fmt: skip

Index("ix_readings_versions", readings.c.is_current, readings.c.code)
