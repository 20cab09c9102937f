"""What a store is told to keep and for how long: settings of the store itself, every change of them in its log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from marsad.errors import SettingError
from marsad.store.chain import Chain
from marsad.store.tables import settings

KEEP_ORIGINALS = "keep_originals_days"
# Every setting of a store: its name, and what it says.
SETTINGS = {KEEP_ORIGINALS: "for how many days the bytes in which reports came are kept; none: for ever"}
MOST_DAYS = 100_000


def all_settings(connection: Connection) -> dict[str, str]:
    """The settings that are given, by their names."""
    return {row.name: row.value for row in connection.execute(select(settings).order_by(settings.c.name))}


def give(connection: Connection, name: str, value: str | None, *, by: str | None) -> None:
    """Give a setting another value, or none, and log it."""
    if name not in SETTINGS:
        raise SettingError(f"{name}: expected a setting of a store ({', '.join(SETTINGS)}), found another name")
    if value is not None and not (value.isascii() and value.isdigit() and int(value) <= MOST_DAYS):
        raise SettingError(f"{name}: expected a number of days up to {MOST_DAYS}, or none, found {value!r}")
    chain = Chain(connection)
    connection.execute(delete(settings).where(settings.c.name == name))
    if value is not None:
        connection.execute(insert(settings), [{"name": name, "value": value}])
    chain.append("setting", {"name": name, "value": value, "by": by})
    chain.close()


def due_before(connection: Connection, days: int | None = None) -> str | None:
    """The time before which bytes are not kept any more: by days given, else by the setting; None: all are kept."""
    if days is None:
        value = connection.scalar(select(settings.c.value).where(settings.c.name == KEEP_ORIGINALS))
        if value is None:
            return None
        days = int(value)
    return (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
