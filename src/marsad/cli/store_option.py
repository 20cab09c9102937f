"""The option that names a store, and the store it names."""

from __future__ import annotations

import getpass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.errors import SettingError

if TYPE_CHECKING:
    from marsad.store import Store

DEFAULT = "marsad.sqlite"
Where = Annotated[
    str,
    typer.Option("--store", envvar="MARSAD_STORE", help="A file, or postgresql://user@host/database."),
]


def opened(where: str, *, create: bool = False) -> Store:
    """The store at an address."""
    from marsad.store import open_store

    return open_store(where, create=create)


def who(given: str | None) -> str:
    """Who decides: as given, else the name of the account."""
    if given:
        return given
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise SettingError("--by: expected a name, as this account has none; say who decides") from None


def since_day(value: str | None) -> date | None:
    """The day of --since."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise SettingError(f"--since: expected a day such as 2016-12-06, found {value!r}") from error
