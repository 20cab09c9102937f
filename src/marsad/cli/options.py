"""Options that several commands share, checked once."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from marsad.errors import SettingError


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
