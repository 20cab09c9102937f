"""Where a user's places are kept, and its compiled form for the reader."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from marsad.errors import SettingError
from marsad.imports.compiled import compiled_path

NAME = "places.jsonl"
VARIABLE = "MARSAD_PLACES"


def places_file(given: Path | None, environment: Mapping[str, str]) -> Path:
    """The file that is named, else the one of the environment, else the one of the user's data folder."""
    if given is not None:
        return given
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    folder = environment.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(folder) / "marsad" / NAME


def compiled_places(given: Path | None, environment: Mapping[str, str]) -> Path | None:
    """The compiled form of the user's places; None where there are none, unless a file was named."""
    path = places_file(given, environment)
    if not path.exists():
        if given is not None or environment.get(VARIABLE):
            raise SettingError(
                f"--places: expected a file of places, found nothing at {path}; make one with marsad places add"
            )
        return None
    return compiled_path(path)
