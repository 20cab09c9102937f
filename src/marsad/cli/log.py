"""``marsad log`` and ``marsad verify``: what was done to a store, and whether it is whole."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from marsad.cli.gather import renewed
from marsad.cli.listed import Shape
from marsad.cli.options import PlacesOption
from marsad.cli.store_option import DEFAULT, Where, opened, who

HELP = """Show the log of a store: what came in, was read, judged, exported, removed.

\b
  marsad log --store war.sqlite
  marsad log --kind judgement --format json
  marsad log --end                     the hash of the last record, to be noted elsewhere

Every record carries the hash of the one before. Who notes the last hash outside the store can prove later, with
marsad verify --noted HASH, that nothing before it was changed.
"""
VERIFY = """Check the bytes, the log, the readings and the judgements of a store, and name what is broken; also whether
lists, search and events still are what they derive from, which marsad rebuild makes anew.

\b
  marsad verify --store war.sqlite
  marsad verify --store war.sqlite --noted HASH        a hash of marsad log --end noted earlier

Exit code 0: whole; 1: something is broken.
"""
REBUILD = """Make anew what derives from the reports, readings and judgements of a store: lists, names, search, events.

\b
  marsad rebuild --store war.sqlite

Nothing that came in or was decided is touched, and all of it is kept or nothing. The log says that it was done.
"""


def log(
    store: Where = DEFAULT,
    kind: Annotated[
        str | None,
        typer.Option(help="created, report, reading, judgement, export, removed, forgotten, setting, rebuilt."),
    ] = None,
    after: Annotated[int, typer.Option(min=0, help="Only records after this one.")] = 0,
    end: Annotated[bool, typer.Option("--end", help="Only the hash of the last record.")] = False,
    format: Annotated[Shape, typer.Option(help="How it is written; json: one record a line.")] = Shape.table,
) -> None:
    """See :data:`HELP`."""
    from marsad.views.listing import record_dict, record_line

    into = opened(store)
    if end:
        print(into.log_end())
        return
    for record in into.log(after, kind):
        line = json.dumps(record_dict(record), ensure_ascii=False) if format is Shape.json else record_line(record)
        print(line)


def rebuild(
    store: Where = DEFAULT,
    places: PlacesOption = None,
    by: Annotated[str | None, typer.Option(envvar="MARSAD_USER", help="Who decides; else the account.")] = None,
) -> None:
    """See :data:`REBUILD`."""
    into = opened(store)
    number = into.rebuild(by=who(by))
    events = renewed(into, places, anew=True).events if into.gathered() is not None else 0
    print(f"{store}: lists and search of {number} reports made anew, {events} events")


def verify(
    store: Where = DEFAULT,
    noted: Annotated[str | None, typer.Option(help="A hash of the log that was noted earlier.")] = None,
    format: Annotated[Shape, typer.Option(help="How it is written.")] = Shape.table,
) -> None:
    """See :data:`VERIFY`."""
    into = opened(store)
    faults = list(into.verify(noted))
    totals = into.totals()
    if format is Shape.json:
        broken = [{"where": fault.where, "what": fault.what} for fault in faults]
        print(json.dumps({"is_whole": not faults, "faults": broken, "log_end": into.log_end()}, ensure_ascii=False))
    else:
        for fault in faults:
            print(f"{fault.where}: {fault.what}")
        held = f"{totals.reports} reports, {totals.claims} claims, {totals.judgements} judgements, {totals.log} records"
        print(f"{store}: {held}; {'whole' if not faults else f'{len(faults)} faults'}; log ends {into.log_end()}")
    if faults:
        raise typer.Exit(1)
