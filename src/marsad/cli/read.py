"""``marsad read``: reports in, claims out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from marsad.cli.options import day
from marsad.records import Reading

HELP = """Read reports and show their claims.

\b
  marsad read report.txt --published 2016-12-06
  marsad read reports/ --jobs 2 --format csv --output claims.csv
  marsad read reports.jsonl --format jsonl        lines with text, published, outlet, id

A folder may hold reports.csv (file, published, outlet). Exit code 0: all read; 1: some could not be read;
2: the command itself cannot be.
"""
_NOT_READ = frozenset({"unreadable", "not_text", "bad_line", "not_read", "empty", "not_arabic"})


class Format(StrEnum):
    """How claims are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def read(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="FILE…")],
    published: Annotated[str | None, typer.Option(help="The day the reports were published: YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    format: Annotated[Format, typer.Option(help="table, json, jsonl or csv.")] = Format.table,
    output: Annotated[Path | None, typer.Option(help="Write there instead of to the terminal.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that read side by side.")] = 1,
) -> None:
    """See :data:`HELP`."""
    from marsad.reports import receive
    from marsad.runs import read_all

    received = receive(paths, published=day(published), outlet=outlet, stdin=sys.stdin.buffer.read)
    failed = 0
    with _target(output) as target:
        for reading in _watched(_write(read_all(received, jobs=jobs), format, target), paths):
            failed += _report_issues(reading)
    if failed:
        raise typer.Exit(1)


@contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    with output.open("w", encoding="utf-8", newline="") as target:
        yield target


def _write(readings: Iterable[Reading], format: Format, target: TextIO) -> Iterator[Reading]:
    """Write each reading as it comes and hand it on."""
    if format is Format.jsonl:
        yield from _write_lines(readings, target)
    elif format is Format.csv:
        yield from _write_csv(readings, target)
    elif format is Format.json:
        yield from _write_json(readings, target)
    else:
        yield from _write_tables(readings, target)


def _write_lines(readings: Iterable[Reading], target: TextIO) -> Iterator[Reading]:
    from marsad.views.plain import json_line

    for reading in readings:
        target.write(json_line(reading) + "\n")
        yield reading


def _write_json(readings: Iterable[Reading], target: TextIO) -> Iterator[Reading]:
    from marsad.views.plain import json_line

    separator = "[\n"
    for reading in readings:
        target.write(separator + json_line(reading))
        separator = ",\n"
        yield reading
    target.write("\n]\n" if separator != "[\n" else "[]\n")


def _write_csv(readings: Iterable[Reading], target: TextIO) -> Iterator[Reading]:
    from marsad.views.to_csv import csv_header, csv_lines

    target.write(csv_header())
    for reading in readings:
        target.write(csv_lines(reading))
        yield reading


def _write_tables(readings: Iterable[Reading], target: TextIO) -> Iterator[Reading]:
    from rich.console import Console

    from marsad.cli.labels import type_labels
    from marsad.views.table import table_of

    console = Console(file=target, width=None if target.isatty() else 140)
    labels = type_labels()
    for reading in readings:
        if reading.claims or not _unread(reading):
            console.print(table_of(reading, labels, isolate=target.isatty()))
        yield reading


def _report_issues(reading: Reading) -> bool:
    """Say the issues of a reading on standard error; whether the report could not be read."""
    for issue in reading.issues:
        print(f"marsad: {reading.id}: {issue.message}", file=sys.stderr)
    return _unread(reading)


def _unread(reading: Reading) -> bool:
    return any(issue.reason in _NOT_READ for issue in reading.issues)


def _watched(readings: Iterable[Reading], paths: list[str]) -> Iterator[Reading]:
    """The readings, with a progress bar on standard error where a person is watching many."""
    if not sys.stderr.isatty() or (
        not any(Path(path).is_dir() or path.endswith(".jsonl") for path in paths) and len(paths) < 5
    ):
        yield from readings
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(readings, description="Reading", console=Console(stderr=True), transient=True)
