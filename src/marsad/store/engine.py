"""From an address to an open database: SQLite with its write-ahead log, or PostgreSQL."""

from __future__ import annotations

import atexit
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from weakref import WeakSet

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, OperationalError

from marsad.errors import InputError, MissingExtraError, SettingError

WAIT_SECONDS = 120
_WRITES = "marsad_writes"


# The log of writes goes back into the file every 32 MB and at the end: pages that many batches change go once.
PRAGMAS = (
    "page_size=8192", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-32000",
    "wal_autocheckpoint=4000",
)  # fmt: skip
_OPEN: WeakSet[Engine] = WeakSet()
# The connection of whoever reads many things of one state, per thread and task.
_HELD: ContextVar[Connection | None] = ContextVar("held", default=None)


@atexit.register
def close_all() -> None:
    """Close what is still open as the program ends: SQLite then writes its log into the file, which is whole alone."""
    for engine in list(_OPEN):
        engine.dispose()


def engine_of(address: str, *, create: bool) -> Engine:
    """The engine of an address: the path of a file, or postgresql://…"""
    if "://" in address:
        return _server(address)
    path = Path(address)
    if not create and not path.exists():
        raise InputError(f"{address}: expected a store, found nothing there; make one with marsad add … --store")
    if not path.parent.is_dir():
        raise InputError(f"{address}: expected a folder for the store, found no {path.parent}; make the folder first")
    return sqlite_engine(path)


def sqlite_engine(path: Path) -> Engine:
    """A file as a store; writers wait for each other, readers for nobody."""
    return engine_at(f"sqlite:///{path}")


def engine_at(url: str) -> Engine:
    """The same by its URL, which may hold what SQLite understands beside a path."""
    engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS})
    _OPEN.add(engine)

    @event.listens_for(engine, "connect")
    def _opened(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _server(address: str) -> Engine:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise SettingError(f"--store: expected a file or postgresql://…, found {address!r}") from error
    if not url.drivername.startswith("postgresql"):
        raise SettingError(f"--store: expected a file or postgresql://…, found {url.drivername}://…")
    if find_spec("pg8000") is None:
        raise MissingExtraError("PostgreSQL needs pg8000: install it with pip install 'marsad[postgres]'")
    # A connection costs five times a page of a list, so a few are kept; one that the server has closed is opened anew.
    return create_engine(url.set(drivername="postgresql+pg8000"), pool_size=5, pool_pre_ping=True)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that writes alone: all of it is kept, or nothing."""
    with told(engine), engine.connect() as opened:
        connection = opened.execution_options(**{_WRITES: True})
        with connection.begin():
            yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that reads one state of the store: that of :func:`at_once`, within it."""
    held = _HELD.get()
    if held is not None and held.engine is engine:
        yield held
        return
    with told(engine), engine.begin() as connection:
        yield connection


@contextmanager
def at_once(engine: Engine) -> Iterator[None]:
    """Whatever is read within it is read of one state of the store, over one connection; nothing is to be written."""
    with reading(engine) as connection:
        token = _HELD.set(connection)
        try:
            yield
        finally:
            _HELD.reset(token)


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """What the database says is wrong, in a sentence."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        if getattr(error.orig, "sqlite_errorname", "")[:11] in ("SQLITE_FULL", "SQLITE_IOER"):
            raise InputError(
                f"{shown(engine)}: the store could not be written ({error.orig}); what was kept before stays: "
                "make room on the disk and give the same command again"
            ) from error
        raise InputError(
            f"{shown(engine)}: the store could not be used ({error.orig}); nothing of it changed"
        ) from error
    except DatabaseError as error:
        said = _of_the_server(error)
        if said is not None:
            raise InputError(f"{shown(engine)}: the store could not be used ({said}); nothing of it changed") from error
        if isinstance(error.orig, sqlite3.DatabaseError) and type(error.orig) is sqlite3.DatabaseError:
            raise InputError(
                f"{shown(engine)}: expected a store, found a damaged or another file ({error.orig}); "
                "take the last copy of it"
            ) from error
        raise


def _of_the_server(error: DatabaseError) -> str | None:
    """What a PostgreSQL server says of itself: no such user or database, no room, going down."""
    about = error.orig.args[0] if error.orig is not None and error.orig.args else None
    if not isinstance(about, dict) or str(about.get("C", ""))[:2] not in ("28", "3D", "53", "57", "58"):
        return None
    return str(about.get("M"))


def shown(engine: Engine) -> str:
    """The address without its password."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return engine.url.render_as_string(hide_password=True)
