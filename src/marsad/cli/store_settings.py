"""``marsad settings``: what a store is told to keep, and for how long."""

from __future__ import annotations

from typing import Annotated

import typer

from marsad.cli.store_option import DEFAULT, Where, opened, who

HELP = """Show the settings of a store, or give one another value; each change is in the log of the store.

\b
  marsad settings --store war.sqlite
  marsad settings keep_originals_days 365 --store war.sqlite
  marsad settings keep_originals_days none --store war.sqlite

keep_originals_days: pages, documents and messages with all they hold are forgotten so many days after they were taken
in, by the next marsad add, watch or forget. Their texts and hashes stay.
"""


def settings(
    name: Annotated[str | None, typer.Argument(help="The setting.", metavar="NAME")] = None,
    value: Annotated[str | None, typer.Argument(help="Its value, or none.", metavar="VALUE")] = None,
    store: Where = DEFAULT,
    by: Annotated[str | None, typer.Option(envvar="MARSAD_USER", help="Who decides; else the account.")] = None,
) -> None:
    """See :data:`HELP`."""
    from marsad.errors import SettingError
    from marsad.store.retention import SETTINGS

    into = opened(store)
    if value is not None and name is not None:
        into.give_setting(name, None if value == "none" else value, by=who(by))
    elif name is not None and name not in SETTINGS:
        raise SettingError(f"{name}: expected a setting of a store ({', '.join(SETTINGS)}), found another name")
    given = into.settings()
    for each, says in SETTINGS.items():
        if name in (None, each):
            print(f"{each}: {given.get(each, 'none')} ({says})")
