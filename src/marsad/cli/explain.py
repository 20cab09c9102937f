"""``marsad explain``: why a claim is there."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from marsad.cli.options import PlacesOption, day, user_places
from marsad.errors import InputError

HELP = """Show why a claim is there: its words, its fields and where they stand, the entries and rules that made it.

\b
  marsad explain report.txt 3 --published 2016-12-06
  marsad explain report.txt 4f0a9c2be1d7           the id that jsonl and csv give

Give the same --published and --outlet as when the report was read.
"""


def explain(
    file: Annotated[str, typer.Argument(help="The report.", metavar="FILE")],
    claim: Annotated[str, typer.Argument(help="The number of the claim in the table, or its id.", metavar="CLAIM")],
    published: Annotated[str | None, typer.Option(help="The day the report was published: YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    places: PlacesOption = None,
) -> None:
    """See :data:`HELP`."""
    from marsad.cli.notes import Notes
    from marsad.pipeline import load_knowledge
    from marsad.reports import is_notice, receive
    from marsad.runs.local import read_one
    from marsad.views.explain import explanation, find

    known = load_knowledge(places=user_places(places))
    total = 0
    for item in receive([file], published=day(published), outlet=outlet, stdin=sys.stdin.buffer.read):
        if is_notice(item):
            continue
        reading = read_one(item, known)
        total += len(reading.claims)
        found = find(reading, claim)
        if found is not None and item.report is not None:
            Notes().add(reading)
            for line in explanation(item.report, found, isolate=sys.stdout.isatty()):
                print(line)
            return
    raise InputError(
        f"{file}: expected the id or number of a claim, found {claim!r}; "
        f"the report has {total} claims, see marsad read {file}"
    )
