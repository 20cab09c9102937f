"""``marsad search``: reports in a store by their words."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from marsad.cli import filters
from marsad.cli.listed import Shape, shown
from marsad.cli.store_option import DEFAULT, Where, opened

HELP = """Search the reports of a store.

\b
  marsad search "WORD WORD" --store war.sqlite         both words, in any spelling, with any article
  marsad search '"WORD WORD"' --store war.sqlite       in a row, as written
  marsad search 'WOR*' --since 2016-12 --format json   all words that begin so

The latest come first.
"""


def search(
    question: Annotated[str, typer.Argument(help="Words; in a row between quotes; the beginning of one with *.")],
    store: Where = DEFAULT,
    since: Annotated[str | None, typer.Option(help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(help="Up to this day, month or year.")] = None,
    language: filters.Language = None,
    limit: Annotated[int, typer.Option(min=1, help="So many at most.")] = 20,
    format: Annotated[Shape, typer.Option(help="How they are written.")] = Shape.table,
) -> None:
    """See :data:`HELP`."""
    from marsad.store import Page
    from marsad.views.listing import hit_dict, hits_table

    hits = opened(store).search(question, Page(limit), since=since, until=until, language=language)
    if format is Shape.json:
        print(json.dumps([hit_dict(hit) for hit in hits], ensure_ascii=False, indent=1))
        return
    shown(hits_table(hits))
    if len(hits) == limit:
        print(f"the latest {limit}; more with --limit")
