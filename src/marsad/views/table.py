"""A reading as a table for the terminal: what, who, whom, where, when, how many, on whose word."""

from __future__ import annotations

from collections.abc import Mapping

from rich.table import Table
from rich.text import Text

from marsad.records import Claim, Reading
from marsad.views import words

STATUS_STYLES = {"denied": "red", "planned": "cyan", "background": "dim", "rumoured": "yellow"}


def table_of(reading: Reading, labels: Mapping[str, str], *, isolate: bool) -> Table:
    """The claims of one reading; ``labels`` names the types, ``isolate`` keeps Arabic together on a terminal."""
    day = reading.published.isoformat() if reading.published else "no date"
    title = f"{reading.id} · {day}" + (
        f" · {words.isolated(reading.outlet, isolate=isolate)}" if reading.outlet else ""
    )
    table = Table(title=title, show_lines=True, caption=_caption(reading))
    for name in ("#", "what", "who → whom", "where", "when", "how many", "who says so"):
        table.add_column(name, overflow="fold", no_wrap=name == "#")
    for number, claim in enumerate(reading.claims, start=1):
        table.add_row(*_row(number, claim, labels, isolate=isolate), style=STATUS_STYLES.get(claim.status))
    return table


def _caption(reading: Reading) -> str:
    incidents = len({claim.incident for claim in reading.claims})
    return (
        f"{len(reading.claims)} claims of {incidents} incidents. marsad explain FILE NUMBER says why a claim is here."
    )


def _row(number: int, claim: Claim, labels: Mapping[str, str], *, isolate: bool) -> list[Text]:
    what = [labels.get(claim.type, claim.type.replace("_", " ")), words.isolated(claim.trigger.text, isolate=isolate)]
    what += [mark] if (mark := words.STATUS_MARKS.get(claim.status, claim.status)) else []
    who = [words.party(mention, mention.name, isolate=isolate) for mention in claim.agents]
    whom = ["→ " + words.party(mention, mention.name, isolate=isolate) for mention in claim.targets]
    whom += ["with " + words.isolated(weapon.text, isolate=isolate) for weapon in claim.weapons]
    where = [words.place(mention, isolate=isolate) for mention in claim.places]
    when = [words.dates(claim), words.isolated(claim.time.text, isolate=isolate) if claim.time else ""]
    how_many = [
        words.number(claim.count),
        words.isolated(claim.item.text, isolate=isolate) if claim.item else "",
        claim.outcome or "",
    ]
    cells = (what, who + whom, where, when, how_many, [words.chain(claim.sources, isolate=isolate)])
    return [Text(str(number)), *(Text("\n".join(part for part in cell if part)) for cell in cells)]
