"""A reading as a table for the terminal: what, who, whom, where, when, how many, on whose word.

Where the terminal is too narrow for seven columns, each claim is a short list instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from marsad.records import Claim, PlaceMention, Reading, SourceMention, Span
from marsad.views.labels import Labels
from marsad.views.words import dates, number, one_line

STATUS_STYLES = {"denied": "red", "planned": "cyan", "background": "dim", "rumoured": "yellow"}
NARROWEST_TABLE = 88
_NAME, _MARK = "dim", "bold"


def table_of(reading: Reading, labels: Labels, *, width: int) -> RenderableType:
    """The claims of one reading, as wide as ``width`` allows."""
    title = one_line(" · ".join(part for part in (reading.id, _day(reading, labels), reading.outlet or "") if part))
    incidents = len({claim.incident for claim in reading.claims})
    caption = labels.caption.format(claims=len(reading.claims), incidents=incidents)
    if width < NARROWEST_TABLE:
        return Group(Text(title, style="italic"), *_cards(reading, labels), Text(caption, style="dim"), "")
    # An Arabic reader begins at the right: the columns run from there.
    order = slice(None, None, -1) if labels.is_rtl else slice(None)
    table = Table(title=title, caption=caption, show_lines=True)
    for name in labels.columns[order]:
        justify = "right" if labels.is_rtl else "left"
        table.add_column(name, overflow="fold", no_wrap=name == "#", justify=justify)  # type: ignore[arg-type]
    for at, claim in enumerate(reading.claims, start=1):
        cells = [Text(str(at)), *(Text("\n").join(cell) for cell in _cells(claim, labels))]
        table.add_row(*cells[order], style=STATUS_STYLES.get(claim.status))
    return table


def _day(reading: Reading, labels: Labels) -> str:
    return reading.published.isoformat() if reading.published else labels.no_date


def _cards(reading: Reading, labels: Labels) -> Iterator[RenderableType]:
    for at, claim in enumerate(reading.claims, start=1):
        table = Table(show_header=False, box=None, padding=(0, 1))
        table.add_column(no_wrap=True, style=_NAME, justify="right")
        table.add_column(overflow="fold")
        style = STATUS_STYLES.get(claim.status)
        cells = zip((str(at), *labels.columns[2:]), _cells(claim, labels), strict=True)
        for name, cell in cells:
            if cell:
                table.add_row(name, Text("  " if name == str(at) else "\n").join(cell), style=style)
        yield table


def _cells(claim: Claim, labels: Labels) -> tuple[list[Text], ...]:
    """The lines of each cell, without the number."""
    what = [
        Text(labels.types.get(claim.type, claim.type.replace("_", " ")), _MARK),
        _words(claim.trigger),
        Text(labels.status.get(claim.status, "" if claim.status == "asserted" else claim.status), _MARK),
    ]
    who = [_party(mention, mention.name) for mention in claim.agents]
    who += [_party(mention, mention.name, before=f"{labels.whom} ") for mention in claim.targets]
    who += [_party(weapon, None, before=f"{labels.with_weapon} ") for weapon in claim.weapons]
    where = [_party(place, _place_name(place, labels)) for place in claim.places]
    when = [Text(dates(claim, labels.to)), _words(claim.time)]
    outcome = labels.outcome.get(claim.outcome, claim.outcome) if claim.outcome else ""
    how_many = [Text(number(claim.count)), _words(claim.item), Text(outcome)]
    cells = (what, who, where, when, how_many, _chain(claim.sources, labels))
    return tuple([line for line in cell if line.plain] for cell in cells)


def _words(span: Span | None) -> Text:
    return Text(one_line(span.text) if span else "")


def _party(mention: Span, name: str | None, *, before: str = "") -> Text:
    """The words of a mention, and behind them the neutral name it goes by."""
    line = Text(before).append(_words(mention))
    return line.append(f"\n{name}", _NAME) if name else line


def _place_name(place: PlaceMention, labels: Labels) -> str:
    """The name in the gazetteer; ≈ where the happening is only near it or somewhere in it."""
    if place.name is None:
        return f"({labels.not_placed})"
    return place.name if place.precision == 1 else f"≈ {place.name}"


def _chain(sources: tuple[SourceMention, ...], labels: Labels) -> list[Text]:
    """Who says so, nearest first; the report's own voice is said in words."""
    if not sources:
        return [Text(labels.itself, _NAME)]
    return [Text("← " if at else "").append(_words(source)) for at, source in enumerate(sources)]
