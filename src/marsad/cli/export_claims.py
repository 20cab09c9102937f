"""``marsad export-claims``: claims of a store as a file, without what could harm a person unless it is asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from marsad.cli import filters
from marsad.cli.store_option import DEFAULT, Where, opened, who

if TYPE_CHECKING:
    from marsad.store import StoredClaim

HELP = """Write the claims of a store as CSV or JSON Lines, as people have judged them, the rejected left out.

\b
  marsad export-claims --store war.sqlite --type killed --output killed.csv
  marsad export-claims --format jsonl --since 2016-12 --decimals 1
  marsad export-claims --full --output all.csv            nothing left out; the log says so

Left out: words that may be the name of a person, telephone numbers, who the activists, witnesses and people on the
spot are that speak; points are rounded. Every export is a record of the log.
"""


class ExportFormat(StrEnum):
    """How claims leave the store."""

    csv = "csv"
    jsonl = "jsonl"


def export(
    store: Where = DEFAULT,
    format: Annotated[ExportFormat, typer.Option(help="How claims are written.")] = ExportFormat.csv,
    output: Annotated[Path | None, typer.Option(help="Write there instead of to the terminal.")] = None,
    full: filters.Full = False,
    decimals: filters.Decimals = 2,
    rejected: Annotated[bool, typer.Option("--rejected", help="Also claims that were rejected.")] = False,
    since: filters.Since = None,
    until: filters.Until = None,
    type: filters.Type = None,
    status: filters.Status = None,
    actor: filters.Actor = None,
    place: filters.Place = None,
    country: filters.Country = None,
    source: filters.Source = None,
    outlet: filters.Outlet = None,
    language: filters.Language = None,
    report: filters.Report = None,
    verdict: filters.Verdict = None,
    text: filters.Words = None,
    by: filters.By = None,
) -> None:
    """See :data:`HELP`."""
    from marsad.cli.target import target
    from marsad.store import Filter
    from marsad.views.redact import DEFAULT as REDACTED
    from marsad.views.redact import FULL, claim_without

    into = opened(store)
    wanted = Filter(since, until, type, status, actor, place, source, country, outlet, report, verdict, text, language)
    profile = FULL if full else replace(REDACTED, decimals=decimals)
    asked = {name: value for name, value in asdict(wanted).items() if value is not None}
    into.log_export(
        by=who(by), format=format.value, profile="full" if full else "redacted", decimals=profile.decimals,
        filter=asked, with_rejected=rejected, claims=into.count(wanted),
    )  # fmt: skip
    claims = (each for each in into.all_claims(wanted) if rejected or verdict or each.verdict != "reject")
    safe = (replace(each, claim=claim_without(each.claim, profile)) for each in claims)
    with target(output) as opened_target:
        done = (_csv if format is ExportFormat.csv else _lines)(safe, opened_target)
    left_out = "in full" if full else "redacted"
    print(f"marsad: {done} claims written, {left_out}; the log says so", file=sys.stderr)


def _csv(claims: Iterable[StoredClaim], target: TextIO) -> int:
    from datetime import date

    from marsad.records import Reading
    from marsad.views.to_csv import csv_header, csv_lines

    target.write(csv_header())
    done = 0
    for done, stored in enumerate(claims, start=1):  # noqa: B007 - counted for the one who asked
        day = date.fromisoformat(stored.published) if stored.published else None
        target.write(csv_lines(Reading(stored.report, day, stored.outlet, "", (stored.claim,))))
    return done


def _lines(claims: Iterable[StoredClaim], target: TextIO) -> int:
    from marsad.views.listing import claim_row

    done = 0
    for done, stored in enumerate(claims, start=1):  # noqa: B007 - counted for the one who asked
        row = claim_row(replace(stored, is_edited=False)) | {"is_edited": stored.is_edited}
        target.write(json.dumps(row, ensure_ascii=False) + "\n")
    return done
