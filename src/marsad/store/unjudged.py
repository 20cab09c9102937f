"""A store as it was read: its reports and claims without what anybody decided, with events of its own in another file.

Who judges blindly must not see in the events what others decided. The file holds the tables of events alone; reports,
claims and the log are those of the store, which is attached and cannot be written through here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import event

from marsad.errors import InputError
from marsad.store.engine import engine_at
from marsad.store.event_tables import DERIVED, EVENT_WORDS, tombstones
from marsad.store.store import Store
from marsad.store.tables import claims

# Verdicts are kept, by which a queue knows what a person has judged; gathering does not look at them.
_HIDDEN = ("edit", "same", "different", "comment")
_AS_READ = {"verdict": "NULL", "is_edited": "0"}


def unjudged(store: Store, path: Path) -> Store:
    """The store as it was read; its events are kept at a path where nothing is yet."""
    if store.engine.dialect.name != "sqlite":
        raise InputError(
            f"{store.address}: expected a store in a file, as reviewers of a blind desk see events without what others "
            "decided; found a server: serve without --blind, or from a file"
        )
    engine = engine_at(f"sqlite:///file:{quote(str(path.absolute()))}?uri=true")
    shown = ", ".join(f"{_AS_READ.get(column.name, column.name)} AS {column.name}" for column in claims.c)
    hidden = ", ".join(f"'{kind}'" for kind in _HIDDEN)

    @event.listens_for(engine, "connect")
    def _attached(connection: Any, _: object) -> None:
        # The file by its name: what is written to the store is seen here, and nothing is written the other way.
        connection.execute("ATTACH ? AS store", (f"file:{quote(str(Path(store.address).absolute()))}?mode=ro",))
        connection.execute(f"CREATE TEMP VIEW claims AS SELECT {shown} FROM store.claims")
        connection.execute(
            f"CREATE TEMP VIEW judgements AS SELECT * FROM store.judgements WHERE kind NOT IN ({hidden})"
        )

    found = Store(engine)
    with engine.begin() as connection:
        for statement in _tables(connection):
            connection.exec_driver_sql(statement)
    return found


def _tables(connection: Any) -> list[str]:
    """What makes the tables of events, as the store has them."""
    names = [*(table.name for table in (*DERIVED, tombstones)), EVENT_WORDS]
    marks = ", ".join("?" * len(names))
    wanted = f"SELECT sql FROM store.sqlite_master WHERE tbl_name IN ({marks}) AND sql IS NOT NULL ORDER BY rowid"
    return [row[0] for row in connection.exec_driver_sql(wanted, tuple(names))]
