"""The option that names a store, the store it names, and what leaves it."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.errors import SettingError

if TYPE_CHECKING:
    from marsad.records import Event, Told
    from marsad.store import Store
    from marsad.views.leaving import Leaving

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


def leaving_from(
    events: Sequence[Event], told: Mapping[str, Told], *,
    format: str, full: bool, decimals: int, store: str | None, by: str | None,
) -> Leaving:  # fmt: skip
    """Events and claims as they may leave; where they come from a store, its log says so."""
    from marsad.views.leaving import leaving

    with nullcontext() if store is None else opened(store) as into:
        name = None if into is None else who(by)
        return leaving(events, told, format=format, full=full, decimals=decimals, store=into, by=name)


def since_day(value: str | None) -> date | None:
    """The day of --since."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise SettingError(f"--since: expected a day such as 2016-12-06, found {value!r}") from error
