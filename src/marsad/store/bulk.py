"""Many rows into a table at once, past SQLAlchemy's care for each value: the rows are made to fit already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table

# PostgreSQL takes at most 65,535 values in one statement.
VALUES_AT_A_TIME = 30_000
# SQLite before 3.32 takes no more than 999.
LOOKED_UP_AT_A_TIME = 512
# To be given a row of two numbers takes as long as to write it, so many go at a time; longer rows gain nothing by that.
_TOGETHER = 100
_SIZES = (1, 8, 64, LOOKED_UP_AT_A_TIME)


def put(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]], *, but_known: bool = False) -> None:
    """Write rows with the columns of a table in their order; ``but_known`` leaves out those that are there."""
    put_into(connection, table.name, tuple(table.c.keys()), rows, but_known=but_known)


def put_pairs(connection: Connection, table: Table, rows: Sequence[tuple[int, int]]) -> None:
    """Write rows of two numbers, of which there are many, into a table of two columns."""
    if connection.dialect.name != "sqlite":
        put(connection, table, rows)
        return
    columns, whole = tuple(table.c.keys()), len(rows) - len(rows) % _TOGETHER
    if whole:
        some = [tuple(chain.from_iterable(rows[at : at + _TOGETHER])) for at in range(0, whole, _TOGETHER)]
        connection.exec_driver_sql(_statement(table.name, columns, _TOGETHER, "?", but_known=False), some)
    put(connection, table, rows[whole:])


def put_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows that all name the same columns."""
    if rows:
        columns = tuple(rows[0])
        put_into(connection, table.name, columns, [tuple([row[name] for name in columns]) for row in rows])


def put_into(
    connection: Connection, name: str, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]], *,
    but_known: bool = False,
) -> None:  # fmt: skip
    """Write rows with these columns."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_statement(name, columns, 1, "?", but_known=but_known), list(rows))
        return
    size = VALUES_AT_A_TIME // len(columns)
    for at in range(0, len(rows), size):
        some = rows[at : at + size]
        statement = _statement(name, columns, len(some), "%s", but_known=but_known)
        connection.exec_driver_sql(statement, tuple(chain.from_iterable(some)))


def look_up(
    connection: Connection, table: Table, columns: tuple[str, ...], by: str, values: Sequence[str | int], **also: str
) -> Iterator[Any]:
    """These columns of the rows whose column ``by`` has one of the values; ``also`` are columns with one value."""
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    for at in range(0, len(values), LOOKED_UP_AT_A_TIME):
        some = values[at : at + LOOKED_UP_AT_A_TIME]
        # So few lengths that the database knows the statement: the last value again and again.
        size = next(size for size in _SIZES if size >= len(some))
        given = (*also.values(), *some, *[some[-1]] * (size - len(some)))
        yield from connection.exec_driver_sql(_question(table.name, columns, by, tuple(also), size, mark), given)


@lru_cache
def _question(name: str, columns: tuple[str, ...], by: str, also: tuple[str, ...], number: int, mark: str) -> str:
    named = ", ".join(f'"{column}"' for column in columns)
    where = "".join(f'"{column}" = {mark} AND ' for column in also)
    return f'SELECT {named} FROM {name} WHERE {where}"{by}" IN ({", ".join([mark] * number)})'


@lru_cache
def _statement(name: str, columns: tuple[str, ...], number: int, mark: str, *, but_known: bool) -> str:
    named = ", ".join(f'"{column}"' for column in columns)
    row = f"({', '.join([mark] * len(columns))})"
    rest = " ON CONFLICT DO NOTHING" if but_known else ""
    return f"INSERT INTO {name} ({named}) VALUES {', '.join([row] * number)}{rest}"
