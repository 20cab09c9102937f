"""``marsad events``, ``timeline``, ``losses`` and ``contradictions``: what many reports tell together."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer

from marsad.cli.gathered import Asked, Shown, Toll, gathered_from

# How many names a sentence lists where none is written like the one asked for.
MOST_NAMES = 5
_INPUT = """
FILE… are report files, folders, or .jsonl files that `marsad read --format jsonl` wrote; --store names a store.
"""
EVENTS_HELP = f"""Gather the claims of many reports into events.

\b
  marsad events reports/
  marsad events claims.jsonl --from 2016-12-05 --to 2016-12-06 --format json
  marsad events reports/ --toll ucdp --judgements decided.jsonl
{_INPUT}
Each figure is shown with its range; --toll says which value of it is selected. ≈ before a day: no words date it.
"""
TIMELINE_HELP = f"""Show who is said to hold a place, since when, and who disputes it.

\b
  marsad timeline "Tal Bazam" reports/
  marsad timeline all claims.jsonl --format json
{_INPUT}
PLACE is a name as reports write it, a neutral name or an id; "all" shows every place.
"""
LOSSES_HELP = f"""Show the materiel that each claimant says was lost, by owner, class and outcome.
{_INPUT}"""
CONTRADICTIONS_HELP = f"""Show who contradicts whom on toll, blame, place, control, or whether it happened.
{_INPUT}"""

Paths = Annotated[list[str] | None, typer.Argument(help="Reports, folders, kept readings (.jsonl).", metavar="FILE…")]
StoreOption = Annotated[str | None, typer.Option("--store", help="A store that `marsad add` filled.")]
TollOption = Annotated[Toll, typer.Option(help="Which value of a figure is selected.")]
JudgementsOption = Annotated[Path | None, typer.Option(help="What people decided: JSON Lines.")]
OutletsOption = Annotated[Path | None, typer.Option(help="Whose side outlets are on: CSV with outlet, leaning.")]
FormatOption = Annotated[Shown, typer.Option(help="How it is written.")]
FromOption = Annotated[str | None, typer.Option("--from", help="The first day: YYYY-MM-DD.")]
ToOption = Annotated[str | None, typer.Option("--to", help="The last day: YYYY-MM-DD.")]


def events(
    paths: Paths = None,
    first: FromOption = None,
    last: ToOption = None,
    toll: TollOption = Toll.acled,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
    outlets: OutletsOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what is only denied or planned.")] = False,
    format: FormatOption = Shown.table,
) -> None:
    """See :data:`EVENTS_HELP`."""
    from marsad.views.events_plain import event_dict
    from marsad.views.events_table import events_table

    wanted = Asked(first, last)
    found = gathered_from(paths or [], store=store, toll=toll, judgements=judgements, outlets=outlets, wanted=wanted)
    listed = [event for event in found.between(first, last) if everything or event.standing == "claimed"]
    by_id = {one.claim.id: one for one in found.told}
    if format is Shown.json:
        _json([event_dict(event, by_id) for event in listed])
    else:
        _table(events_table(listed, _labels()))


def timeline(
    place: Annotated[str, typer.Argument(help='A place, or "all".')],
    paths: Paths = None,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
    outlets: OutletsOption = None,
    format: FormatOption = Shown.table,
) -> None:
    """See :data:`TIMELINE_HELP`."""
    from marsad.events import control_timeline
    from marsad.events.control import CHANGES
    from marsad.views.events_table import control_table

    of_control = Asked(types=CHANGES)
    found = gathered_from(paths or [], store=store, judgements=judgements, outlets=outlets, wanted=of_control)
    wanted = None if place == "all" else place
    stretches = control_timeline(found.gathered.events, found.told, found.gathered.roots, found.rules, wanted)
    if wanted is not None and not stretches:
        everywhere = control_timeline(found.gathered.events, found.told, found.gathered.roots, found.rules, None)
        print(_nowhere(wanted, sorted({one.name for one in everywhere if one.name})), file=sys.stderr)
    if format is Shown.json:
        _json([asdict(one) for one in stretches])
    else:
        _table(control_table(stretches))


def _nowhere(place: str, names: list[str]) -> str:
    """That nothing is told of a place, with names that are written like it, or what is told of."""
    alike = get_close_matches(place, names, n=3) or names[:MOST_NAMES]
    told = (
        f"the reports tell of {', '.join(alike)}" if alike else "the reports tell of no place taken, lost or besieged"
    )
    return f"marsad: {place!r}: expected a place that somebody took, lost or besieged, found none of that name; {told}"


def losses(
    paths: Paths = None,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
    format: FormatOption = Shown.table,
) -> None:
    """See :data:`LOSSES_HELP`."""
    from marsad.events import losses as losses_of
    from marsad.views.events_table import losses_table

    of_losses = Asked(types=("equipment_loss",))
    found = gathered_from(paths or [], store=store, judgements=judgements, wanted=of_losses)
    rows = losses_of(found.gathered.events, found.told, found.gathered.roots, found.rules)
    if format is Shown.json:
        _json([asdict(one) for one in rows])
    else:
        _table(losses_table(rows))


def contradictions(
    paths: Paths = None,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
    outlets: OutletsOption = None,
    format: FormatOption = Shown.table,
) -> None:
    """See :data:`CONTRADICTIONS_HELP`."""
    from marsad.views.events_table import contradictions_table

    found = gathered_from(paths or [], store=store, judgements=judgements, outlets=outlets)
    disputed = [event for event in found.gathered.events if event.contradictions]
    if format is Shown.json:
        _json([{"event": event.id, **asdict(one)} for event in disputed for one in event.contradictions])
    else:
        _table(contradictions_table(disputed))


def _labels() -> dict[str, str]:
    from marsad import compiled

    return {entry["id"]: entry["label"]["en"] for entry in compiled.load("codebook")["types"]}


def _json(rows: list[dict[str, Any]]) -> None:
    print(json.dumps(rows, ensure_ascii=False, indent=1))


def _table(drawn: Any) -> None:
    from rich.console import Console

    from marsad.cli.write import WIDTH_OF_A_FILE
    from marsad.views.bidi import Isolated

    on_terminal = sys.stdout.isatty()
    console = Console(width=None if on_terminal else WIDTH_OF_A_FILE, highlight=False)
    console.print(Isolated(drawn) if on_terminal else drawn)
