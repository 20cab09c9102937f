"""The newest schema of a SQLite file as one script: a new store is made in a few milliseconds, without Alembic.

``make docs`` writes the script anew from what the migrations make; a test holds it against them.
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, text

SCRIPT = Path(__file__).parent / "newest.sql"
# What full-text search makes for itself.
_SHADOW = re.compile(r"_words_(data|idx|content|docsize|config)$")
_BETWEEN = "\n;;\n"


def make(connection: Connection) -> None:
    """All tables of a store, in an empty SQLite file."""
    for statement in SCRIPT.read_text("utf-8").split(_BETWEEN):
        connection.exec_driver_sql(statement)


def script_of(connection: Connection) -> str:
    """The script that makes a database like this one, with the rows that every store begins with."""
    made = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"))
    found = [row.sql for row in made if not _SHADOW.search(row.name)]
    (step,) = connection.execute(text("SELECT version_num FROM alembic_version")).one()
    (seq, hash) = connection.execute(text("SELECT seq, hash FROM head")).one()
    found.append(f"INSERT INTO alembic_version (version_num) VALUES ('{step}')")
    found.append(f"INSERT INTO head (key, seq, hash) VALUES (1, {seq}, '{hash}')")
    return _BETWEEN.join(found) + "\n"


def migrated() -> str:
    """The script by what the migrations make from nothing."""
    from marsad.store.engine import reading, sqlite_engine
    from marsad.store.schema import NEWEST, migrate

    with TemporaryDirectory() as folder:
        engine = sqlite_engine(Path(folder) / "store.sqlite")
        migrate(engine, NEWEST)
        with reading(engine) as connection:
            script = script_of(connection)
        engine.dispose()
    return script
