"""``marsad watch``: what comes in, as it comes in."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.options import ALLOW_PRIVATE, COLUMNS, PlacesOption, day, settings, user_places
from marsad.cli.write import Format, Language
from marsad.errors import SettingError

if TYPE_CHECKING:
    from marsad.reports import Received

HELP = """Look at folders and feeds again and again; read what is new or has changed.

\b
  marsad watch inbox/ https://example.org/feed --format jsonl
  marsad watch inbox/ --every 30s
  marsad watch https://example.org/feed --store war.sqlite
  marsad watch https://example.org/feed --times 1     look once; for a timer of the system

With --store what comes in is kept, as marsad add does; without it claims are printed. A page of a feed is fetched once.
A file is taken when it has not changed for two seconds. Ctrl-C ends it.
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
    store: Annotated[str | None, typer.Option(help="Keep what comes in there, instead of printing its claims.")] = None,
    places: PlacesOption = None,
) -> None:
    """See :data:`HELP`."""
    from marsad.reports.columns import parsed
    from marsad.reports.watch import looks

    found = looks(
        paths, every_s=seconds(every), times=times, published=day(published), outlet=outlet, columns=parsed(columns),
        settings=settings(allow_private=allow_private),
    )  # fmt: skip
    with suppress(KeyboardInterrupt):  # that is how watching ends
        if store is None:
            _print(found, output, format, labels, user_places(places))
        else:
            _keep(found, store, user_places(places))


def _print(
    looks: Iterator[Iterator[Received]], output: Path | None, format: Format, labels: Language, places: Path | None
) -> None:
    """The claims of what comes in, each report as it comes."""
    from marsad.cli.notes import Notes
    from marsad.cli.target import target
    from marsad.cli.write import write
    from marsad.runs import read_all

    notes = Notes()
    received = notes.without_notices(chain.from_iterable(looks))
    with target(output) as opened, suppress(KeyboardInterrupt):
        for reading in write(read_all(received, places=places), format, opened, labels):
            notes.add(reading)
            opened.flush()
    notes.close()


def _keep(looks: Iterator[Iterator[Received]], store: str, places: Path | None) -> None:
    """What comes in goes into the store; after each look that brought something it is said how much."""
    from marsad.cli.add import Told
    from marsad.cli.store_option import opened
    from marsad.pipeline import gathering_rules, load_knowledge
    from marsad.runs.gathering import bring_up_to_date
    from marsad.runs.intake import Summary, add_all
    from marsad.runs.versions import gathering_version, versions

    into, told, known = opened(store, create=True), Told(), load_knowledge(places=places)
    gc.enable()  # a start does without; this one goes on for days
    for received in looks:
        summary = Summary()
        for step in add_all(received, into, versions(places), known=known):
            summary.take(step)
            told.tell(step)
        if summary.outcomes["added"]:
            bring_up_to_date(into, gathering_version(places), lambda: gathering_rules(known))
        if summary.outcomes:
            done = summary.outcomes
            gone = f", the bytes of {done['forgotten']} reports forgotten" if done["forgotten"] else ""
            said = f"{done['added']} added with {summary.claims} claims, {done['skipped']} skipped"
            print(f"{store}: {said}{gone}", flush=True)


def seconds(every: str) -> float:
    """The rest of an option, in seconds."""
    match = _EVERY.fullmatch(every.strip())
    if match is None or int(match[1]) == 0:
        raise SettingError(
            f"--every: expected a time such as 30s, 15m or 1h, found {every!r}; give a number and a unit"
        )
    return float(int(match[1]) * _SECONDS[match[2]])
