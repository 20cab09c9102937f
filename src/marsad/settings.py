"""Every knob: name, default, one line of help. Doors may change them; nothing below this room asks for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run."""

    max_characters: int = 1_000_000
    """A report is read up to this many characters; what lies beyond becomes an issue."""
    progress_from: int = 5
    """A progress bar is shown from this many reports on, when a person is watching."""
    suffixes: tuple[str, ...] = (".txt", ".html", ".htm", ".md")
    """Files of a folder that are read as reports, besides .jsonl files."""


DEFAULTS = Settings()
