"""Options that several commands share, checked once."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from marsad.errors import SettingError
from marsad.settings import DEFAULTS, Settings

PATHS = "Files, folders, addresses, or - for standard input."
COLUMNS = "Which column or field holds what: text=body,published=date,outlet=site,title=…,url=…,id=…"
ALLOW_PRIVATE = "Also fetch addresses of this machine and its network."


def settings(*, allow_private: bool) -> Settings:
    """The settings with what the options change."""
    return replace(DEFAULTS, allow_private=allow_private)


def day(value: str | None) -> date | None:
    """The day of an option; what cannot be a day is said in one sentence."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise SettingError(
            f"--published: expected a day such as 2016-12-06, found {value!r} ({error}); give year, month and day"
        ) from error


PlacesOption = Annotated[
    Path | None,
    typer.Option("--places", help="Your own places, from marsad places add; else those of your data folder."),
]


def user_places(given: Path | None) -> Path | None:
    """The compiled file of the user's own places, or None where there are none."""
    from marsad.imports.places_file import compiled_places

    return compiled_places(given, os.environ)
