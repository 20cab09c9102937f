"""One file into the user's own: read, compared, kept, compiled; what came of each row is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from marsad.errors import InputError
from marsad.imports.columns import Refused, Wanted, place_of
from marsad.imports.combine import combine
from marsad.imports.compiled import compiled_path
from marsad.imports.divisions import divided
from marsad.imports.outlines import is_outline, keep_outlines, outline
from marsad.imports.rows import AddedPlace, read_rows, write_rows
from marsad.imports.tables import GEOMETRY, Record, alternate_names, read_records
from marsad.places.gazetteer import GUARDS, load_built, load_plain

# Licences of gazetteers known by their layout; a file of another layout has to be given one.
LICENCES = {
    "geonames": "CC BY 4.0 (GeoNames)",
    "whosonfirst": "Who's On First, https://whosonfirst.org/docs/licenses/",
    "ocha": "CC BY-IGO (OCHA Common Operational Datasets)",
}
OUTLINES = "outlines.geojson"


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a file. ``homonyms``: new rows whose name a reviewed place has too, with that place."""

    added: int
    known: int
    repeated: int
    outlines: int
    homonyms: tuple[tuple[str, str], ...]
    refused: tuple[Refused, ...]


def add_file(path: Path, to: Path, wanted: Wanted, *, names: Path | None = None, dry_run: bool = False) -> Summary:
    """Add the places of a file to the user's file ``to``; with ``dry_run`` only say what would come of them."""
    if not path.exists():
        raise InputError(f"{path}: expected a file or a folder of places, found nothing there; check the path")
    gazetteer, records = load_built(), list(read_records(path))
    if not records:
        raise InputError(f"{path}: expected places, found no record; check that it is the right file")
    wanted = _completed(wanted, records[0], names, path)
    read = [place_of(record, wanted) for record in records]
    refused = tuple(item for item in read if isinstance(item, Refused))
    brought = list(divided((item for item in read if isinstance(item, AddedPlace)), gazetteer))
    outcome = combine(brought, read_rows(to), gazetteer)
    shapes = list(_outlines(records, read, brought))
    if not dry_run and brought:
        write_rows(to, outcome.rows)
        compiled_path(to)
        if shapes:
            keep_outlines(to.with_name(OUTLINES), shapes)
    return Summary(outcome.added, len(outcome.known), outcome.repeated, len(shapes), tuple(outcome.homonyms), refused)


def layout_of(record: Record) -> str | None:
    """Which gazetteer a record comes from, told by its columns."""
    columns = {name.lower() for name in record}
    if "geonameid" in columns and "feature code" in columns:
        return "geonames"
    if any(name.startswith("wof:") for name in columns) or "wof_id" in columns:
        return "whosonfirst"
    if str(record.get("source", "")).lower() == "whosonfirst":
        return "whosonfirst"
    if any("pcode" in name for name in columns):
        return "ocha"
    return None


def _completed(wanted: Wanted, record: Record, names: Path | None, path: Path) -> Wanted:
    """What the user said, with what the layout of the file says."""
    layout = layout_of(record)
    source = wanted.source or layout or path.stem.lower()
    licence = wanted.licence or LICENCES.get(layout or "")
    alternate = alternate_names(names) if names is not None else {}
    return replace(wanted, source=source, licence=licence, names=alternate, admin1=load_plain(GUARDS)["admin1"])


def _outlines(
    records: Iterable[Record], read: Iterable[AddedPlace | Refused], brought: Iterable[AddedPlace]
) -> Iterator[dict[str, Any]]:
    """Outlines of first-order divisions, with the fields of their rows."""
    by_id = {row.id: row for row in brought}
    for record, item in zip(records, read, strict=True):
        row = by_id.get(item.id) if isinstance(item, AddedPlace) else None
        if row is not None and row.kind == "governorate" and is_outline(record.get(GEOMETRY)):
            wanted = ("id", "name", "names", "country", "admin1", "pcode", "source", "licence")
            yield outline({name: asdict(row)[name] for name in wanted}, record[GEOMETRY])
