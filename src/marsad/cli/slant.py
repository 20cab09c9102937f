"""``marsad slant``: which sides' vocabulary an outlet uses."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.options import PlacesOption, day, user_places
from marsad.errors import InputError

if TYPE_CHECKING:
    from marsad.views.slant import Usage

HELP = """Count the names that only one side gives to an actor, by outlet and side.

\b
  marsad slant reports.jsonl
  marsad slant reports/ --outlet "Sada al-Asi" --names
  marsad slant reports.jsonl --json

The register of actors says which side uses a name. A count says which words an outlet uses, not what it believes:
quotations count like the outlet's own words.
"""


def slant(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="FILE…")],
    published: Annotated[str | None, typer.Option(help="The day the reports were published: YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    names: Annotated[bool, typer.Option("--names", help="Also each name, with whom it means.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for each outlet, side and name.")] = False,
    places: PlacesOption = None,
) -> None:
    """See :data:`HELP`."""
    from marsad.pipeline import load_knowledge
    from marsad.reports import receive
    from marsad.views.slant import usages

    received = receive(paths, published=day(published), outlet=outlet, stdin=sys.stdin.buffer.read)
    reports = [item.report for item in received if item.report is not None]
    if not reports:
        raise InputError(f"{', '.join(paths)}: expected reports, found none that can be read; see marsad read")
    found = usages(reports, load_knowledge(places=user_places(places)))
    if as_json:
        for usage in found:
            print(json.dumps(asdict(usage), ensure_ascii=False))
        return
    counts = Counter(report.outlet or "" for report in reports)
    for line in lines(found, dict(counts), names=names):
        print(line)


def lines(found: list[Usage], reports: dict[str, int], *, names: bool) -> Iterator[str]:
    """Each outlet with its sides, the most frequent first."""
    by_outlet = {name: list(group) for name, group in groupby(found, key=lambda usage: usage.outlet)}
    for outlet, count in sorted(reports.items()):
        yield f"{outlet or 'no outlet'}: {count} report" + ("" if count == 1 else "s")
        sides: Counter[str] = Counter()
        for usage in by_outlet.get(outlet, ()):
            sides[usage.side] += usage.times
        if not sides:
            yield "  no name of one side alone"
        for side, times in sides.most_common():
            yield f"  {times:>5}  {side}"
            for usage in by_outlet[outlet] if names else ():
                if usage.side == side:
                    yield f"         {usage.times:>5}  {usage.name} = {usage.actor}"
