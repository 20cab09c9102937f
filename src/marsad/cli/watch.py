"""``marsad watch``: what comes in, as it comes in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.options import ALLOW_PRIVATE, COLUMNS, day, settings
from marsad.cli.write import Format, Language
from marsad.errors import SettingError

HELP = """Look at folders and feeds again and again; read what is new or has changed.

\b
  marsad watch inbox/ https://example.org/feed --format jsonl
  marsad watch inbox/ --every 30s
  marsad watch https://example.org/feed --times 1     look once; for a timer of the system

A page of a feed is fetched once. A file is taken when it has not changed for two seconds. Ctrl-C ends it.
"""
_EVERY = re.compile(r"(\d+)([smh]?)")
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600}


def watch(
    paths: Annotated[
        list[str], typer.Argument(help="Folders, files, addresses of feeds or sitemaps.", metavar="PATH…")
    ],
    every: Annotated[str, typer.Option(help="The rest between two looks: 30s, 15m, 1h.")] = "15m",
    times: Annotated[int | None, typer.Option(min=1, help="Look so many times, then end.")] = None,
    published: Annotated[str | None, typer.Option(help="The day the reports were published: YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    format: Annotated[Format, typer.Option(help="How claims are written.")] = Format.jsonl,
    labels: Annotated[Language, typer.Option(help="The language of the table.")] = Language.en,
    columns: Annotated[str | None, typer.Option(help=COLUMNS)] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help=ALLOW_PRIVATE)] = False,
    output: Annotated[Path | None, typer.Option(help="Write there instead of to the terminal.")] = None,
) -> None:
    """See :data:`HELP`."""
    from marsad.cli.notes import Notes
    from marsad.cli.target import target
    from marsad.cli.write import write
    from marsad.reports import watch as watching
    from marsad.reports.columns import parsed
    from marsad.runs import read_all

    notes = Notes()
    received = watching.watch(
        paths, every_s=seconds(every), times=times, published=day(published), outlet=outlet, columns=parsed(columns),
        settings=settings(allow_private=allow_private),
    )  # fmt: skip
    with target(output) as opened:
        try:
            for reading in write(read_all(notes.without_notices(received)), format, opened, labels):
                notes.add(reading)
                opened.flush()
        except KeyboardInterrupt:
            pass  # that is how watching ends
    notes.close()


def seconds(every: str) -> float:
    """The rest of an option, in seconds."""
    match = _EVERY.fullmatch(every.strip())
    if match is None or int(match[1]) == 0:
        raise SettingError(
            f"--every: expected a time such as 30s, 15m or 1h, found {every!r}; give a number and a unit"
        )
    return float(int(match[1]) * _SECONDS[match[2]])
