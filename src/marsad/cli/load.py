"""``marsad load``: the tables of a run into a store."""

from __future__ import annotations

from typing import Annotated

import typer

from marsad.cli.gather import renewed
from marsad.cli.options import PlacesOption
from marsad.cli.store_option import DEFAULT, Where, opened

HELP = """Bring the tables that marsad run wrote into a store: each report once, with its bytes and its reading.

\b
  marsad load out/ --store war.sqlite
  marsad load s3://out/ --store postgresql://me@host/war

What is there already adds nothing: the same command continues a load that was cut off. Nothing is read again, but a
report whose id another one in the store has. At the end the events of the store are gathered, those of the run among
them.
"""


def load(
    tables: Annotated[str, typer.Argument(help="Where marsad run put its tables.", metavar="TABLES")],
    store: Where = DEFAULT,
    places: PlacesOption = None,
    gathers: Annotated[
        bool, typer.Option("--gather/--no-gather", help="Bring the events up to date at the end.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """See :data:`HELP`."""
    from marsad.cli.add import Told, say
    from marsad.cli.progress import watched
    from marsad.runs.intake import Summary
    from marsad.runs.load import load as load_all
    from marsad.runs.load import manifest_of
    from marsad.runs.storage import Storage

    output = Storage(tables)
    total = manifest_of(output)["stages"]["reading"]["counts"].get("readings", 0)
    summary, told = Summary(), Told()
    into = opened(store, create=True)
    for step in watched(load_all(output, into), total, "Loading"):
        summary.take(step)
        told.tell(step)
    say(summary, store, as_json=as_json, is_dry=False)
    at = into.gathered()
    if gathers and (at is None or at[0] != at[2]):  # also where a load that was cut off had taken in everything
        renewed(into, places)
    if summary.skipped:
        raise typer.Exit(1)
