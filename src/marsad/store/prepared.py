"""Questions put into SQL once: to find again what it made of a question costs SQLAlchemy more than many an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, CursorResult, Select


@dataclass(slots=True)
class _Written:
    """The words of a question for one kind of database, the names of its values in their order, and those it brings."""

    sql: str
    names: tuple[str, ...]
    own: dict[str, Any]


@dataclass(slots=True)
class Prepared:
    """A question whose values are named; lists of values, whose number is part of the SQL, it cannot have."""

    question: Select[Any]
    _written: dict[str, _Written] = field(default_factory=dict)

    def ask(self, connection: Connection, given: Mapping[str, Any] | None = None) -> CursorResult[*tuple[Any, ...]]:
        """The answer with these values."""
        known = self._written.get(connection.dialect.name)
        if known is None:
            known = self._written[connection.dialect.name] = self._write(connection)
        values = known.own if given is None else {**known.own, **given}
        return connection.exec_driver_sql(known.sql, tuple([values[name] for name in known.names]))

    def rows(self, connection: Connection, given: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """All rows of the answer, bare: thousands with names keep the collector of garbage as busy as the database."""
        found = self.ask(connection, given)
        with found:
            return list(map(tuple, found.cursor.fetchall()))

    def _write(self, connection: Connection) -> _Written:
        made = self.question.compile(dialect=connection.dialect)
        names = tuple(made.positiontup or ())
        values = made.params
        return _Written(made.string, names, {name: values[name] for name in names})
