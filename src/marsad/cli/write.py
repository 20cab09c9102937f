"""Readings as they come, written in one of the formats and handed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TextIO

from marsad.records import Reading


class Format(StrEnum):
    """How claims are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class Language(StrEnum):
    """The language of the table's own words."""

    en = "en"
    ar = "ar"


# A file has no width; what is printed there should still fit a page set sideways.
WIDTH_OF_A_FILE = 140


def write(readings: Iterable[Reading], format: Format, target: TextIO, language: Language) -> Iterator[Reading]:
    """Write each reading as it comes and hand it on."""
    if format is Format.jsonl:
        yield from _lines(readings, target)
    elif format is Format.csv:
        yield from _csv(readings, target)
    elif format is Format.json:
        yield from _json(readings, target)
    elif format is Format.table:
        yield from _tables(readings, target, language)


def _lines(readings: Iterable[Reading], target: TextIO) -> Iterator[Reading]:
    from marsad.views.plain import json_line

    for reading in readings:
        target.write(json_line(reading) + "\n")
        yield reading


def _json(readings: Iterable[Reading], target: TextIO) -> Iterator[Reading]:
    from marsad.views.plain import json_line

    separator = "[\n"
    for reading in readings:
        target.write(separator + json_line(reading))
        separator = ",\n"
        yield reading
    target.write("\n]\n" if separator != "[\n" else "[]\n")


def _csv(readings: Iterable[Reading], target: TextIO) -> Iterator[Reading]:
    from marsad.views.to_csv import csv_header, csv_lines

    target.write(csv_header())
    for reading in readings:
        target.write(csv_lines(reading))
        yield reading


def _tables(readings: Iterable[Reading], target: TextIO, language: Language) -> Iterator[Reading]:
    from rich.console import Console

    from marsad import compiled
    from marsad.cli.notes import is_unread
    from marsad.views.bidi import Isolated
    from marsad.views.labels import labels_in
    from marsad.views.table import table_of

    console = Console(file=target, width=None if target.isatty() else WIDTH_OF_A_FILE, highlight=False)
    types = {entry["id"]: entry["label"][language] for entry in compiled.load("codebook")["types"]}
    labels = labels_in(language, types)
    for reading in readings:
        if not is_unread(reading):
            drawn = table_of(reading, labels, width=console.width)
            console.print(Isolated(drawn) if target.isatty() else drawn)
        yield reading
