"""``marsad export``: events in the format of a standard or a tool."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli import filters
from marsad.cli.brief import earlier
from marsad.cli.events import FromOption, JudgementsOption, OutletsOption, Paths, StoreOption, TollOption, ToOption
from marsad.cli.gathered import Asked, Toll, gathered_from
from marsad.cli.store_option import leaving_from
from marsad.errors import SettingError

if TYPE_CHECKING:
    from marsad.records import Event, Tombstone

HELP = """Export events as rows of a standard, or for a tool.

\b
  marsad export reports/ --as acled --output acled.csv
  marsad export claims.jsonl --as ucdp --output ged.csv
  marsad export reports/ --as geopackage --output events.gpkg
  marsad export reports/ --as xlsx --output events.xlsx     events, figures, contradictions, claims, codebook

Every row leads back to its claims. Names of persons, telephone numbers, exact points and sources at risk are left out
unless --full asks for them; what leaves a store is a record of its log. --strict leaves out the column that no standard
has; --previous names an earlier export as jsonl, so that ids which are no more are listed.
"""


class As(StrEnum):
    """The formats."""

    acled = "acled"
    ucdp = "ucdp"
    plover = "plover"
    geojson = "geojson"
    geopackage = "geopackage"
    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    jsonl = "jsonl"
    sqlite = "sqlite"
    bayanat = "bayanat"


def export(
    scheme: Annotated[As, typer.Option("--as", help="The format.")],
    output: Annotated[Path, typer.Option(help="The file to write.")],
    paths: Paths = None,
    first: FromOption = None,
    last: ToOption = None,
    toll: TollOption = Toll.acled,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
    outlets: OutletsOption = None,
    tens: Annotated[int, typer.Option(help='What "tens" is in ACLED rows: 10, or 12 for dozens.')] = 10,
    several: Annotated[int, typer.Option(help="What a plural without a number is in ACLED rows: 3 or 10.")] = 3,
    hxl: Annotated[bool, typer.Option("--hxl", help="A row of HXL tags below the header (csv, acled, ucdp).")] = False,
    bom: Annotated[bool, typer.Option("--bom", help="The mark by which Excel knows UTF-8.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Only the columns of the standard.")] = False,
    previous: Annotated[Path | None, typer.Option(help="An earlier export as jsonl.")] = None,
    full: filters.Full = False,
    decimals: filters.Decimals = 2,
    by: filters.By = None,
) -> None:
    """See :data:`HELP`."""
    from marsad import compiled
    from marsad.codebook.codebook import build
    from marsad.views import export as views
    from marsad.views.to_acled import Options

    wanted_events = Asked(first, last) if previous is None else Asked()
    found = gathered_from(
        paths or [], store=store, toll=toll, judgements=judgements, outlets=outlets, wanted=wanted_events
    )
    stones = _tombstones(previous, found.gathered.events)
    safe = leaving_from(
        found.between(first, last), {one.claim.id: one for one in found.told},
        format=scheme.value, full=full, decimals=decimals, store=store, by=by,
    )  # fmt: skip
    wanted = views.Export(
        safe.events, safe.told, found.rules,
        build(compiled.load("codebook")), stones or found.tombstones, Options(tens, several),
        hxl=hxl, bom=bom, with_claims=not strict,
    )  # fmt: skip
    written = output.with_name(f".{output.name}.part")
    try:
        number = views.write(wanted, scheme, written)
        os.replace(written, output)
    except OSError as error:
        raise SettingError(
            f"--output: expected a file that can be written, found {output} ({error.strerror})"
        ) from error
    finally:
        written.unlink(missing_ok=True)
    for stone in stones:
        print(f"marsad: {stone.id} {stone.reason} {' '.join(stone.into)}", file=sys.stderr)
    print(f"marsad: {number} records in {output}", file=sys.stderr)


def _tombstones(previous: Path | None, events: Sequence[Event]) -> tuple[Tombstone, ...]:
    """What became of the events of an earlier export."""
    from marsad.events.identity import tombstones_of

    return tombstones_of(earlier(previous) or {}, events)
