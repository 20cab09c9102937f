"""``marsad places``: add places of your own, find a name, list what is known."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.options import PlacesOption, user_places
from marsad.errors import SettingError

if TYPE_CHECKING:
    from marsad.imports.add import Summary
    from marsad.places.gazetteer import Gazetteer, Place

HELP = """Places: add your own, find a name, list what is known.

\b
  marsad places add SY.zip                         a country of GeoNames, https://download.geonames.org/export/dump/
  marsad places add syr_admin.geojson              OCHA, Who's On First, any GeoJSON; first-order outlines are kept
  marsad places add hamlets.csv --country SY --licence "CC0" --column name_ar=arabic
  marsad places find Douma                        in Arabic or in Latin letters
  marsad places list --country SY --kind camp
"""
ADD_HELP = """Add the places of a file to your own, which every reading then uses.

Known layouts: GeoNames dumps (.txt, .zip; Arabic names with --names alternateNamesV2.txt), Who's On First (a folder of
.geojson, or .csv), OCHA's operational datasets (.csv, .xlsx, .geojson; P-codes are kept), any CSV or GeoJSON with
names and points. A place that is known already gets its further names and its code; a namesake elsewhere is kept
apart.
"""
SHOWN = 5
HOW_MANY = 40

app = typer.Typer(help=HELP, no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.command("add", help=ADD_HELP)
def add(
    file: Annotated[Path, typer.Argument(help="The file, or a folder of GeoJSON files.", metavar="FILE")],
    country: Annotated[str | None, typer.Option(help="Two letters, where the file does not say.")] = None,
    kind: Annotated[str | None, typer.Option(help="What its places are: village, neighbourhood, camp …")] = None,
    licence: Annotated[str | None, typer.Option(help="The licence of its rows, where it does not say.")] = None,
    source: Annotated[str | None, typer.Option(help="A short name of where it comes from.")] = None,
    names: Annotated[Path | None, typer.Option(help="GeoNames' alternate names.")] = None,
    column: Annotated[list[str] | None, typer.Option(help="FIELD=COLUMN, where a column is not recognised.")] = None,
    places: PlacesOption = None,
    dry_run: Annotated[bool, typer.Option(help="Only say what would come of it.")] = False,
) -> None:
    """See :data:`ADD_HELP`."""
    from marsad.imports.add import add_file
    from marsad.imports.columns import Wanted
    from marsad.imports.places_file import places_file

    wanted = Wanted(source or "", licence, country.upper() if country else None, _kind(kind), _columns(column or ()))
    to = places_file(places, os.environ)
    summary = add_file(file, to, wanted, names=names, dry_run=dry_run)
    _tell(summary, to, dry_run=dry_run)
    if not (summary.added or summary.known or summary.repeated):
        raise typer.Exit(1)


@app.command("find")
def find(
    name: Annotated[str, typer.Argument(help="A name in Arabic, or in Latin letters.", metavar="NAME")],
    country: Annotated[str | None, typer.Option(help="Only this country: two letters.")] = None,
    places: PlacesOption = None,
) -> None:
    """Every place that a name may mean, the likeliest first."""
    from marsad.arabic.phrases import joined
    from marsad.places.gazetteer import load_built
    from marsad.places.resolve import candidates

    gazetteer = load_built(user_places(places))
    found = candidates(joined(name), gazetteer, country_hint=country and country.upper()) or _latin(name, gazetteer)
    found = [(place, basis) for place, basis in found if country is None or place.country == country.upper()]
    if not found:
        print(f"{name}: no source has this name; add one that does with marsad places add")
        raise typer.Exit(1)
    for place, basis in found:
        print(line(place) + ("" if basis == "name" else f"  (by {basis})"))


@app.command("list")
def list_places(
    country: Annotated[str | None, typer.Option(help="Only this country: two letters.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind.")] = None,
    own: Annotated[bool, typer.Option(help="Only those you added.")] = False,
    licences: Annotated[bool, typer.Option(help="Count your own by source and licence instead.")] = False,
    most: Annotated[int, typer.Option(min=1, help="How many at most.")] = HOW_MANY,
    places: PlacesOption = None,
) -> None:
    """The places that are known."""
    from marsad.places.gazetteer import load_built

    if licences:
        _licences(places)
        return
    gazetteer = load_built(user_places(places))
    known = [
        place
        for place in gazetteer.places.values()
        if (country is None or place.country == country.upper())
        and (kind is None or place.kind == kind)
        and not (own and place.source is None)
    ]
    for place in known[:most]:
        print(line(place))
    print(f"{len(known)} places" + (f", {most} shown: see --most" if len(known) > most else ""))


def line(place: Place) -> str:
    """One place on a line."""
    where = ", ".join(part for part in (place.admin2, place.admin1, place.country) if part)
    code = f" {place.pcode}" if place.pcode else ""
    told = f"{place.id}  {place.name_ar or place.name} · {place.name} · {place.kind} · {where}{code}"
    source = place.source or ("register" if place.reviewed else "GeoNames")
    return f"{told} · {place.lat}, {place.lon} ±{place.radius_m or 0} m · {source}"


def _latin(name: str, gazetteer: Gazetteer) -> list[tuple[Place, str]]:
    wanted = name.casefold()
    return [(place, "name") for place in gazetteer.places.values() if place.name.casefold() == wanted]


def _licences(places: Path | None) -> None:
    from marsad.imports.places_file import places_file
    from marsad.imports.rows import read_rows

    counts = Counter((row.source, row.licence) for row in read_rows(places_file(places, os.environ)))
    for (source, licence), count in sorted(counts.items()):
        print(f"{count:>7}  {source}  {licence}")
    print("The package's own: GeoNames (CC BY 4.0), the register (Apache-2.0)")


def _columns(given: Iterable[str]) -> dict[str, str]:
    from marsad.imports.columns import COLUMNS

    found = {}
    for pair in given:
        field, _, column = pair.partition("=")
        if not column or field not in COLUMNS:
            raise SettingError(f"--column: expected FIELD=COLUMN with a field of {sorted(COLUMNS)}, found {pair!r}")
        found[field] = column
    return found


def _kind(kind: str | None) -> str | None:
    from marsad.imports.columns import KINDS

    if kind is not None and kind not in KINDS.values():
        raise SettingError(f"--kind: expected one of {sorted(set(KINDS.values()))}, found {kind!r}")
    return kind


def _tell(summary: Summary, to: Path, *, dry_run: bool) -> None:
    verb = "would be added" if dry_run else "added"
    print(f"{summary.added} places {verb} to {to}")
    print(f"{summary.known} are known already: their further names and codes were kept")
    if summary.repeated:
        print(f"{summary.repeated} were in your file and are replaced")
    if summary.outlines:
        print(f"{summary.outlines} outlines of first-order divisions kept beside it")
    for title, pairs in (("share their name with a reviewed place elsewhere", summary.homonyms),):
        if pairs:
            print(f"{len(pairs)} {title}: " + ", ".join(f"{one} / {other}" for one, other in pairs[:SHOWN]))
    if summary.refused:
        print(f"{len(summary.refused)} could not be read:")
        for item in summary.refused[:SHOWN]:
            print(f"  {item.name}: {item.reason}")
