"""The events of a view as a file in the format of a standard or a tool: redacted, as from the command line.

All of it is handed to those who may settle what reviewers differ on; the log says who took what, and how.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from marsad.views import export as views
from marsad.views.leaving import leaving
from marsad.web.charts import COLUMNS, chart_csv
from marsad.web.desk import Desk
from marsad.web.guard import Guard
from marsad.web.tables import Wanted
from marsad.web.wanted import wanted

Format = Literal[
    "acled", "ucdp", "plover", "geojson", "geopackage", "csv", "xlsx", "parquet", "jsonl", "sqlite", "bayanat",
    "killed", "losses", "control",
]  # fmt: skip
# The ending of a file and what it is, by format; what is not listed is CSV.
KINDS = {
    "plover": (".jsonl", "application/jsonl"),
    "jsonl": (".jsonl", "application/jsonl"),
    "geojson": (".geojson", "application/geo+json"),
    "geopackage": (".gpkg", "application/geopackage+sqlite3"),
    "xlsx": (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "parquet": (".parquet", "application/vnd.apache.parquet"),
    "sqlite": (".sqlite", "application/vnd.sqlite3"),
}
# Who may take away what could harm a person.
TAKES_ALL = "editor"
CSV = (".csv", "text/csv; charset=utf-8")


def export_routes(desk: Desk, guard: Guard) -> APIRouter:
    """Files to take away."""
    router = APIRouter(tags=["export"])

    # It writes to the log, so it is no GET: no link of another site may set it off.
    @router.post("/export", response_class=Response, responses={200: {"content": {"application/octet-stream": {}}}})
    def export(
        request: Request,
        asked: Annotated[Wanted, Depends(wanted)],
        scheme: Annotated[Format, Query(alias="as")] = "csv",
        full: bool = False,
        decimals: Annotated[int, Query(ge=0, le=6)] = 2,
    ) -> Response:
        who = guard.asks(request, TAKES_ALL if full else "viewer")
        seen = guard.eyes(who).desk(desk)
        events = list(seen.gathered().events(asked))
        safe = leaving(
            events, seen.told_of(events), format=scheme, full=full, decimals=decimals, store=desk.store,
            by=who.name or None, filters=str(request.url.query),
        )  # fmt: skip
        if scheme in COLUMNS:
            body = chart_csv(scheme, safe, seen.store.event_roots(list(safe.told)), desk.rules)
        else:
            is_csv = scheme in ("csv", "acled", "ucdp")
            body = _written(views.Export(safe.events, safe.told, desk.rules, desk.codebook, bom=is_csv), scheme)
        ending, kind = KINDS.get(scheme, CSV)
        headers = {"Content-Disposition": f'attachment; filename="marsad-{scheme}{ending}"'}
        return Response(body, media_type=kind, headers=headers)

    return router


def _written(chosen: views.Export, scheme: str) -> bytes:
    """The file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events"
        views.write(chosen, scheme, path)
        return path.read_bytes()
