"""``marsad list``: claims or reports of a store by filters."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from marsad.cli import filters
from marsad.cli.listed import Shape, shown
from marsad.cli.store_option import DEFAULT, Where, opened

HELP = """List the claims of a store, or its reports.

\b
  marsad list --store war.sqlite --type killed --place Douma --since 2016-12
  marsad list --actor "Jaysh al-Islam" --format json
  marsad list --reports --outlet "NAME OF THE OUTLET"

The latest day comes first. Names may be ids or as written, in Arabic or English. As a file: marsad export.
"""


def list_claims(
    store: Where = DEFAULT,
    reports: Annotated[bool, typer.Option("--reports", help="List reports, not claims.")] = False,
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
    limit: Annotated[int, typer.Option(min=1, help="So many at most.")] = 50,
    format: Annotated[Shape, typer.Option(help="How they are written.")] = Shape.table,
) -> None:
    """See :data:`HELP`."""
    from marsad.store import Filter, Page, ReportFilter
    from marsad.views.listing import claim_row, claims_table, report_dict, reports_table

    into = opened(store)
    if reports:
        found = into.reports(ReportFilter(since, until, outlet, text=text, language=language), Page(limit))
        if format is Shape.json:
            print(json.dumps([report_dict(each) for each in found], ensure_ascii=False, indent=1))
        else:
            shown(reports_table(found))
        return
    wanted = Filter(since, until, type, status, actor, place, source, country, outlet, report, verdict, text, language)
    claims = into.claims(wanted, Page(limit))
    if format is Shape.json:
        print(json.dumps([claim_row(each) for each in claims], ensure_ascii=False, indent=1))
        return
    shown(claims_table(claims))
    print(f"{len(claims)} of {into.count(wanted)} claims")
