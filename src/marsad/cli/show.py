"""``marsad show``: one report or one claim of a store, with everything known of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.listed import Shape, shown
from marsad.cli.store_option import DEFAULT, Where, opened
from marsad.errors import InputError

if TYPE_CHECKING:
    from marsad.store import Store, StoredClaim, StoredReport

HELP = """Show a report or a claim of a store.

\b
  marsad show 4f0a9c2be1d7 --store war.sqlite           a claim: its words, why it is there, what was judged
  marsad show sada-2018-10-09 --store war.sqlite        a report: where it came from, its claims
  marsad show sada-2018-10-09 --text                    its text as received
  marsad show sada-2018-10-09 --original page.html      its bytes, into a file
"""


def show(
    id: Annotated[str, typer.Argument(help="The id of a report or of a claim.", metavar="ID")],
    store: Where = DEFAULT,
    text: Annotated[bool, typer.Option("--text", help="The text of the report.")] = False,
    original: Annotated[Path | None, typer.Option(help="Write the bytes of the report into this file.")] = None,
    format: Annotated[Shape, typer.Option(help="How it is written.")] = Shape.table,
) -> None:
    """See :data:`HELP`."""
    into = opened(store)
    report = into.report(id)
    if report is not None:
        _report(into, report, text=text, original=original, format=format)
        return
    claim = into.claim(id)
    if claim is None:
        raise InputError(f"{id}: expected the id of a report or a claim in {store}, found none such; see marsad list")
    _claim(into, claim, format)


def _report(store: Store, report: StoredReport, *, text: bool, original: Path | None, format: Shape) -> None:
    from marsad.cli.target import target
    from marsad.views.listing import report_dict
    from marsad.views.plain import reading_dict

    if original is not None:
        original.write_bytes(store.text(report.id).raw)
        return
    if text:
        with target(None) as opened_target:
            opened_target.write(store.text(report.id).text + "\n")
        return
    readings = list(store.readings([report.id]))
    if format is Shape.json:
        read = [{**reading_dict(each.reading), "read_at": each.at, "claims_sha256": each.sha256} for each in readings]
        about = {**report_dict(report), "headers": store.text(report.id).headers, "reading": read[0] if read else None}
        print(json.dumps(about, ensure_ascii=False, indent=1))
        return
    for line in _about(report):
        print(line)
    for each in readings:
        _table(each.reading)
        print(f"read {each.at}, code {each.versions.code}, lexicons {each.versions.lexicons}")


def _table(reading: object) -> None:
    from marsad import compiled
    from marsad.cli.write import WIDTH_OF_A_FILE
    from marsad.records import Reading
    from marsad.views.labels import labels_in
    from marsad.views.table import table_of

    assert isinstance(reading, Reading)
    types = {entry["id"]: entry["label"]["en"] for entry in compiled.load("codebook")["types"]}
    shown(table_of(reading, labels_in("en", types), width=WIDTH_OF_A_FILE))


def _about(report: StoredReport) -> Iterator[str]:
    from marsad.views.listing import report_dict

    for name, value in report_dict(report).items():
        if value not in (None, ""):
            yield f"{name:<12} {value}"


def _claim(store: Store, stored: StoredClaim, format: Shape) -> None:
    from marsad.records import Report
    from marsad.views.explain import explanation
    from marsad.views.listing import claim_row, judgement_dict, judgement_line

    judgements = store.judgements(stored.claim.id)
    if format is Shape.json:
        about = {**claim_row(stored), "judgements": [judgement_dict(each) for each in judgements]}
        print(json.dumps(about, ensure_ascii=False, indent=1))
        return
    report = Report(stored.report, store.text(stored.report).text, None, stored.outlet)
    for line in explanation(report, stored.claim, isolate=sys.stdout.isatty()):
        print(line)
    print(f"\nreport {stored.report}, {stored.published or 'no day'}, {stored.outlet or 'no outlet'}")
    for judgement in judgements:
        print(f"  {judgement_line(judgement)}")
