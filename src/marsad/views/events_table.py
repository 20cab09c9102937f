"""Events, control, losses and contradictions as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from marsad.events.control import Stretch
from marsad.events.losses import Loss
from marsad.records import Event, Figure
from marsad.views.words import one_line

GRADE_STYLES = {"confirmed": "green", "fair": "green", "weak": "yellow", "contested": "red", "discounted": "dim"}


def events_table(events: Sequence[Event], types: dict[str, str]) -> Table:
    """One line an event: when, where, what, who, how many, how well corroborated, on whose word."""
    table = Table(caption=f"{len(events)} events")
    for name in ("day", "place", "what", "who → whom", "toll", "grade", "sources", "event"):
        table.add_column(name, overflow="fold", no_wrap=name in ("day", "event"))
    for event in events:
        table.add_row(
            days(event), where(event), types.get(event.type, event.type), parties(event), tolls(event.figures),
            Text(event.grade, GRADE_STYLES.get(event.grade, "")), str(len(event.roots)), event.id,
            style="dim" if event.standing != "claimed" else None,
        )  # fmt: skip
    return table


def days(event: Event) -> str:
    """The day or days of an event, with ≈ where no words date it."""
    about = "≈ " if "date:of-the-report" in event.because else ""
    if not event.date_from:
        return "—"
    if event.date_to in (None, event.date_from):
        return about + event.date_from
    return f"{about}{event.date_from} – {event.date_to}"


def where(event: Event) -> str:
    """The places of an event, at most three."""
    names = [one_line(place.name or place.text) for place in event.places]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "") or "—"


def parties(event: Event) -> str:
    """Who did it to whom, under neutral names where they are known."""
    agents = ", ".join(one_line(one.name or one.text) for one in event.agents[:3])
    targets = ", ".join(one_line(one.name or one.text) for one in event.targets[:3])
    return " → ".join(part for part in (agents, targets) if part) or "—"


def tolls(figures: Iterable[Figure]) -> str:
    """Every figure with its range and whom it counts."""
    return "\n".join(f"{span(one)} {one.kind} ({one.whom})" for one in figures) or "—"


def span(figure: Figure) -> str:
    """A figure's range: 5–7, 26+, 4."""
    if figure.high is None:
        return f"{figure.low}+"
    return str(figure.low) if figure.low == figure.high else f"{figure.low}–{figure.high}"


def control_table(stretches: Sequence[Stretch]) -> Table:
    """Who is said to hold which place since when, by whom, and whether that is disputed."""
    table = Table(caption="Claimed control: what sources say, not what is known.")
    for name in ("place", "from", "until", "state", "holder", "says", "side", "contested", "words"):
        table.add_column(name, overflow="fold")
    for one in stretches:
        table.add_row(
            one.name, one.start or "—", one.until or "…", one.state, one.holder, one.claimant, one.leaning or "—",
            Text("contested", "red") if one.contested else "", one_line(one.words),
        )  # fmt: skip
    return table


def losses_table(losses: Sequence[Loss]) -> Table:
    """Materiel by owner, class and outcome, for each claimant."""
    table = Table(caption="Claimed in words; a documented loss needs an image, and none is at hand.")
    for name in ("owner", "class", "outcome", "claimed by", "number", "events", "documented"):
        table.add_column(name, overflow="fold")
    for one in losses:
        number = f"{one.low}+" if one.high is None else str(one.low) if one.low == one.high else f"{one.low}–{one.high}"
        table.add_row(
            one.owner, one.item_class, one.outcome, one.claimant, number, str(one.events), str(one.documented)
        )
    return table


def contradictions_table(events: Sequence[Event]) -> Table:
    """Every contradiction with its event."""
    table = Table(show_lines=True)
    for name in ("day", "place", "about", "who says what", "event"):
        table.add_column(name, overflow="fold", no_wrap=name in ("day", "event"))
    for event in events:
        for one in event.contradictions:
            table.add_row(days(event), where(event), one.about, one_line(one.says), event.id)
    return table
