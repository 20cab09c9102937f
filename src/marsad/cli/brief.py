"""``marsad brief``: the report of a day or a week as one HTML file."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli import filters
from marsad.cli.events import FromOption, JudgementsOption, OutletsOption, Paths, StoreOption, TollOption, ToOption
from marsad.cli.gathered import Asked, Toll, gathered_from
from marsad.cli.store_option import leaving_from
from marsad.cli.write import Language
from marsad.errors import InputError, SettingError

if TYPE_CHECKING:
    from marsad.records import Event, Tombstone

HELP = """Write the report of a day or a week: one HTML file with map, timeline, tolls, contradictions and the words.

\b
  marsad brief reports/ --output week.html
  marsad brief reports/ --from 2016-12-05 --to 2016-12-05 --language ar --output day.html
  marsad brief reports/ --previous earlier.jsonl --output week.html     what is new since an export as jsonl
  marsad brief --store war.sqlite --from 2016-12-05 --to 2016-12-11 --pdf --output week.pdf

It opens and prints in any browser, offline; --pdf has Chromium print it. Names of persons, telephone numbers, exact
points and sources at risk are left out. With --full nothing is, and claims of reports stand in their sentences; what
leaves a store is in its log.
"""


def brief(
    output: Annotated[Path, typer.Option(help="The HTML file to write, with --pdf the PDF.")],
    paths: Paths = None,
    first: FromOption = None,
    last: ToOption = None,
    language: Annotated[Language, typer.Option(help="The language of the page.")] = Language.en,
    toll: TollOption = Toll.acled,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
    outlets: OutletsOption = None,
    previous: Annotated[Path | None, typer.Option(help="An earlier export as jsonl.")] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Write a PDF, printed by Chromium.")] = False,
    full: filters.Full = False,
    decimals: filters.Decimals = 2,
    by: filters.By = None,
) -> None:
    """See :data:`HELP`."""
    from marsad import compiled
    from marsad.views.brief import Brief, html
    from marsad.views.pdf import browser, write_pdf

    program = browser() if pdf else None
    wanted_events = Asked(first, last) if previous is None else Asked()
    found = gathered_from(
        paths or [], store=store, toll=toll, judgements=judgements, outlets=outlets, wanted=wanted_events
    )
    types = {entry["id"]: entry["label"][language] for entry in compiled.load("codebook")["types"]}
    before = earlier(previous)
    safe = leaving_from(
        found.between(first, last), {one.claim.id: one for one in found.told},
        format="brief", full=full, decimals=decimals, store=store, by=by,
    )  # fmt: skip
    wanted = Brief(
        safe.events,
        safe.told,
        types,
        language,
        found.texts if full else {},
        frozenset(before) if before is not None else None,
        _stones(before, found.gathered.events),
    )
    written = output.with_name(f".{output.name}.part")
    try:
        written.write_text(html(wanted), encoding="utf-8", errors="replace")
        if program is not None:
            page = written.replace(written.with_suffix(".html"))
            try:
                write_pdf(page, written, program)
            finally:
                page.unlink(missing_ok=True)
        os.replace(written, output)
    except OSError as error:
        raise SettingError(
            f"--output: expected a file that can be written, found {output} ({error.strerror}); check the path"
        ) from error
    finally:
        written.unlink(missing_ok=True)
    print(f"marsad: {output} written", file=sys.stderr)


def earlier(previous: Path | None) -> dict[str, tuple[str, ...]] | None:
    """The events of an earlier export with their claims; None where none is named."""
    if previous is None:
        return None
    try:
        lines = [json.loads(line) for line in previous.read_text("utf-8").split("\n") if line.strip()]
        return {line["id"]: tuple(claim["id"] for claim in line["claims"]) for line in lines}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{previous}: expected an export as jsonl, found something else ({error}); name another file"
        ) from error


def _stones(before: dict[str, tuple[str, ...]] | None, events: tuple[Event, ...]) -> tuple[Tombstone, ...]:
    from marsad.events.identity import tombstones_of

    return tombstones_of(before, events) if before else ()
