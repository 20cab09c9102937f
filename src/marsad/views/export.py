"""Events out, in the format that is asked for: a list of formats, each a function from events to a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marsad.codebook.codebook import Codebook
from marsad.events.rules import Rules
from marsad.records import Event, Told, Tombstone
from marsad.views import events_plain, to_acled, to_bayanat, to_geo, to_plover, to_tables, to_ucdp

Rows = list[dict[str, Any]]
EMPTY_DAY = "1970-01-01"


@dataclass(frozen=True, slots=True)
class Export:
    """What an export is made of, and the choices of whoever asks for it."""

    events: Sequence[Event]
    told: Mapping[str, Told]
    rules: Rules
    codebook: Codebook
    tombstones: Sequence[Tombstone] = ()
    options: to_acled.Options = field(default_factory=to_acled.Options)
    hxl: bool = False
    bom: bool = False
    with_claims: bool = True

    def rows(self) -> Rows:
        """Every event that is claimed, flat."""
        return [events_plain.event_row(event, self.told) for event in self.events if event.standing == "claimed"]

    def acled(self) -> Rows:
        """ACLED's rows."""
        types = {name: kind.acled for name, kind in self.codebook.types.items()}
        return to_acled.acled_rows(self.events, self.told, self.rules, types, self.options)

    def changed(self) -> str:
        """The day of the last report: the same input gives the same file."""
        return max((one.published.isoformat() for one in self.told.values() if one.published), default=EMPTY_DAY)


def write(export: Export, name: str, path: Path) -> int:
    """Write the file; the number of its records."""
    return FORMATS[name](export, path)


def _acled(export: Export, path: Path) -> int:
    return _csv(export, path, export.acled(), _columns(export, to_acled.COLUMNS))


def _ucdp(export: Export, path: Path) -> int:
    rows = to_ucdp.ucdp_rows(export.events, export.told, export.rules)
    return _csv(export, path, rows, _columns(export, to_ucdp.COLUMNS))


def _columns(export: Export, columns: Sequence[str]) -> Sequence[str]:
    """The scheme's own columns, and after them the claims that lead back."""
    return (*columns, "claims") if export.with_claims else columns


def _csv(export: Export, path: Path, rows: Rows, columns: Sequence[str]) -> int:
    text = to_tables.csv_text(rows, columns, hxl=export.hxl, bom=export.bom)
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    return len(rows)


def _plain_csv(export: Export, path: Path) -> int:
    return _csv(export, path, export.rows(), events_plain.COLUMNS)


def _bayanat(export: Export, path: Path) -> int:
    return _csv(export, path, to_bayanat.bayanat_rows(export.events, export.told), to_bayanat.COLUMNS)


def _plover(export: Export, path: Path) -> int:
    types = {name: kind.plover for name, kind in export.codebook.types.items()}
    return _lines(path, to_plover.plover_records(export.events, export.told, export.rules, types))


def _jsonl(export: Export, path: Path) -> int:
    return _lines(path, [events_plain.event_dict(event, export.told) for event in export.events])


def _lines(path: Path, records: Rows) -> int:
    ends = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
    lines = [json.dumps(record, ensure_ascii=False).translate(ends) for record in records]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", errors="replace", newline="")
    return len(records)


def _geojson(export: Export, path: Path) -> int:
    rows = export.rows()
    path.write_text(to_geo.geojson(rows), encoding="utf-8", errors="replace")
    return len(rows)


def _geopackage(export: Export, path: Path) -> int:
    rows = export.rows()
    to_geo.write_geopackage(rows, events_plain.COLUMNS, path, changed=f"{export.changed()}T00:00:00.000Z")
    return len(rows)


def _parquet(export: Export, path: Path) -> int:
    rows = export.rows()
    to_tables.write_parquet(rows, events_plain.COLUMNS, path)
    return len(rows)


def _xlsx(export: Export, path: Path) -> int:
    tables = _tables(export)
    to_tables.write_xlsx(tables, path)
    return len(tables["events"][1])


def _sqlite(export: Export, path: Path) -> int:
    tables = _tables(export)
    to_tables.write_sqlite(tables, path)
    return len(tables["events"][1])


def _tables(export: Export) -> dict[str, tuple[Sequence[str], Rows]]:
    """Events, figures, contradictions, claims, the codebook and tombstones: one record a row."""
    return {
        "events": (events_plain.COLUMNS, export.rows()),
        "figures": (FIGURES, _figures(export)),
        "contradictions": (DISPUTES, _disputes(export)),
        "claims": (CLAIM_COLUMNS, _claims(export)),
        "codebook": (CODES, _codes(export.codebook)),
        "tombstones": (("event_id", "reason", "into"), [
            {"event_id": stone.id, "reason": stone.reason, "into": "; ".join(stone.into)} for stone in export.tombstones
        ]),
    }  # fmt: skip


FIGURES = ("event_id", "kind", "whom", "source", "low", "high", "published", "claims", "superseded")
DISPUTES = ("event_id", "about", "says", "one", "other")
CLAIM_COLUMNS = ("claim", "event_id", "report", "outlet", "published", "type", "status", "words", "start", "end")
CODES = ("type", "label_en", "label_ar", "covers", "acled_event_type", "acled_sub_event", "plover", "cameo", "ucdp")


def _figures(export: Export) -> Rows:
    return [
        {
            "event_id": event.id, "kind": figure.kind, "whom": figure.whom, "source": one.root, "low": one.low,
            "high": one.high, "published": one.published, "claims": "; ".join(one.claims),
            "superseded": "; ".join(one.superseded),
        }
        for event in export.events for figure in event.figures for one in figure.estimates
    ]  # fmt: skip


def _disputes(export: Export) -> Rows:
    return [
        {
            "event_id": event.id,
            "about": one.about,
            "says": one.says,
            "one": "; ".join(one.one),
            "other": "; ".join(one.other),
        }
        for event in export.events
        for one in event.contradictions
    ]


def _claims(export: Export) -> Rows:
    rows = []
    for event in export.events:
        for claim_id in event.claims:
            one = export.told[claim_id]
            claim = one.claim
            rows.append(
                {
                    "claim": claim_id, "event_id": event.id, "report": one.report, "outlet": one.outlet,
                    "published": one.published.isoformat() if one.published else None, "type": claim.type,
                    "status": claim.status, "words": claim.trigger.text, "start": claim.trigger.start,
                    "end": claim.trigger.end,
                }
            )  # fmt: skip
    return rows


def _codes(codebook: Codebook) -> Rows:
    return [
        {
            "type": kind.id, "label_en": kind.label.en, "label_ar": kind.label.ar, "covers": kind.covers,
            "acled_event_type": kind.acled[0], "acled_sub_event": kind.acled[1], "plover": kind.plover[0],
            "cameo": kind.cameo, "ucdp": kind.ucdp,
        }
        for kind in codebook.types.values()
    ]  # fmt: skip


FORMATS: dict[str, Callable[[Export, Path], int]] = {
    "acled": _acled, "ucdp": _ucdp, "plover": _plover, "geojson": _geojson, "geopackage": _geopackage,
    "csv": _plain_csv, "xlsx": _xlsx, "parquet": _parquet, "jsonl": _jsonl, "sqlite": _sqlite, "bayanat": _bayanat,
}  # fmt: skip
