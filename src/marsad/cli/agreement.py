"""``marsad agreement``: how far people who judged the same claims agree."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.listed import Shape, shown
from marsad.cli.store_option import DEFAULT, Where, opened

if TYPE_CHECKING:
    from rich.table import Table

    from marsad.scoring.agreement import Agreement, Couple

HELP = """Say how far people who judged the same claims agree, field by field.

\b
  marsad agreement --store war.sqlite
  marsad agreement --differ                       the claims on which they do not
  marsad agreement --format json

agreed: the share of pairs of people who decided the same. alpha: Krippendorff's, for nominal values, where 1 is perfect
and 0 what chance would give; a dash where nobody ever decided otherwise, so that chance cannot be told. kappa: Cohen's,
for two people and their verdicts. A field left as it was read is a decision too; who rejects a claim decides no field.
"""


def agreement(
    store: Where = DEFAULT,
    differ: Annotated[bool, typer.Option("--differ", help="Only the claims on which people differ.")] = False,
    format: Annotated[Shape, typer.Option(help="How it is written.")] = Shape.table,
) -> None:
    """See :data:`HELP`."""
    from marsad.scoring.agreement import agreements, couples
    from marsad.store import EDITABLE

    notes = opened(store).judgements()
    fields, pairs = agreements(notes, EDITABLE), couples(notes)
    if format is Shape.json:
        found = {"fields": [asdict(each) for each in fields], "couples": [asdict(each) for each in pairs]}
        print(json.dumps(found, ensure_ascii=False))
    elif not fields:
        print(f"{store}: no claim was judged by two people yet")
    elif differ:
        print("\n".join(f"{each.field}\t{claim}" for each in fields for claim in each.differ))
    else:
        shown(_table_of_fields(fields))
        if pairs:
            shown(_table_of_couples(pairs))


def _table_of_fields(fields: list[Agreement]) -> Table:
    from rich.table import Table

    table = Table("field", "claims", "agreed", "alpha", "differ")
    for each in fields:
        table.add_row(each.field, str(each.claims), _share(each.agreed), _figure(each.alpha), str(len(each.differ)))
    return table


def _table_of_couples(pairs: list[Couple]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table("people", "claims", "agreed", "kappa")
    for each in pairs:
        people = Text(f"{each.one or '—'}, {each.other or '—'}")
        table.add_row(people, str(each.claims), _share(each.agreed), _figure(each.kappa))
    return table


def _share(value: float) -> str:
    return f"{100 * value:.0f} %"


def _figure(value: float | None) -> str:
    return "—" if value is None else f"{value:.3f}"
