"""The schema at its newest step: made where there is none, brought up where it is older, refused where newer."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from marsad.errors import InputError
from marsad.store import newest
from marsad.store.engine import reading, shown, writing

NEWEST = "0006"
_OF_ALEMBIC = "alembic_version"


def version(connection: Connection) -> str | None:
    """The step a database is at; None where it has no schema."""
    if not inspect(connection).has_table(_OF_ALEMBIC):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {_OF_ALEMBIC}")).scalar()
    return str(found) if found is not None else None


def ensure(engine: Engine) -> None:
    """The schema as this version of Marsad needs it."""
    with reading(engine) as connection:
        at = version(connection)
        there = set(inspect(connection).get_table_names()) if at is None else set[str]()
    if there - {_OF_ALEMBIC}:
        raise InputError(f"{shown(engine)}: expected a store or an empty database, found another; name another file")
    if at is None and not there and engine.dialect.name == "sqlite" and _made_at_once(engine):
        return
    if at == NEWEST:
        return
    if at is not None and at > NEWEST:
        raise InputError(
            f"{shown(engine)}: expected a store of schema {NEWEST} or older, found {at}; install a newer Marsad"
        )
    migrate(engine, NEWEST)


def _made_at_once(engine: Engine) -> bool:
    """Make all tables of a new file, unless another process has begun to meanwhile."""
    with writing(engine) as connection:
        if inspect(connection).get_table_names():
            return False
        newest.make(connection)
    return True


def migrate(engine: Engine, target: str) -> None:
    """Go to a step, up or down; "base" is before the first."""
    from alembic import command
    from alembic.config import Config

    with writing(engine) as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
        config.attributes["connection"] = connection
        at = version(connection)
        goes_down = at is not None and (target == "base" or target < at)
        (command.downgrade if goes_down else command.upgrade)(config, target)
