"""``marsad read``: reports in, claims out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.options import ALLOW_PRIVATE, COLUMNS, PATHS, PlacesOption, day, settings, user_places
from marsad.cli.write import Format, Language
from marsad.records import Reading

HELP = """Read reports and show their claims.

\b
  marsad read report.txt --published 2016-12-06
  marsad read reports/ --jobs 2 --format csv --output claims.csv
  marsad read reports.csv --columns text=body,published=date
  marsad read https://example.org/feed --format jsonl   a page, a feed or a sitemap
  marsad read report.txt --labels ar              the table in Arabic

Text, pages, CSV, JSON Lines, Parquet, exports of Telegram, WARC, e-mail, PDF, Word and archives are recognised.
Beside the reports reports.csv (file, published, outlet) may give their days and outlets. Issues go to standard error.
Exit code 0: all read; 1: some could not be read; 2: the command itself cannot be.
"""


def read(
    paths: Annotated[list[str], typer.Argument(help=PATHS, metavar="PATH…")],
    published: Annotated[str | None, typer.Option(help="The day the reports were published: YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    format: Annotated[Format, typer.Option(help="How claims are written.")] = Format.table,
    labels: Annotated[Language, typer.Option(help="The language of the table.")] = Language.en,
    columns: Annotated[str | None, typer.Option(help=COLUMNS)] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help=ALLOW_PRIVATE)] = False,
    output: Annotated[Path | None, typer.Option(help="Write there instead of to the terminal.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that read side by side.")] = 1,
    places: PlacesOption = None,
) -> None:
    """See :data:`HELP`."""
    from marsad.cli.notes import Notes
    from marsad.cli.target import target
    from marsad.cli.write import write
    from marsad.reports import expected, receive
    from marsad.reports.columns import parsed
    from marsad.runs import read_all

    given, total = day(published), expected(paths)
    notes = Notes()
    received = notes.without_notices(
        receive(
            paths, published=given, outlet=outlet, columns=parsed(columns), stdin=sys.stdin.buffer.read,
            settings=settings(allow_private=allow_private),
        )
    )  # fmt: skip
    with target(output) as opened:
        readings = write(read_all(received, jobs=jobs, places=user_places(places)), format, opened, labels)
        for reading in _watched(readings, total) if not opened.isatty() else readings:
            notes.add(reading)
    notes.close()
    if notes.unread:
        raise typer.Exit(1)


def _watched(readings: Iterable[Reading], total: int | None) -> Iterator[Reading]:
    """The readings, with a progress bar on standard error where a person is watching many."""
    from marsad.settings import DEFAULTS

    if not sys.stderr.isatty() or (total is not None and total < DEFAULTS.progress_from):
        yield from readings
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=total)
        for reading in readings:
            progress.advance(task)
            yield reading
