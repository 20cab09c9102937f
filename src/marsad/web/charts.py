"""The tables behind charts as CSV, of what may leave: killed by side, materiel lost, who is said to hold a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from marsad.events import Rules, losses
from marsad.records import Event
from marsad.store import EventRow, Sums
from marsad.store.event_rows import key_of, killed
from marsad.views.leaving import Leaving
from marsad.views.to_tables import csv_text
from marsad.web.control import control

COLUMNS = {
    "killed": ("side", "low", "high", "events"),
    "losses": ("claimant", "owner", "item", "outcome", "low", "high", "claims"),
    "control": (
        "place", "lat", "lon", "day", "type", "holder", "said_by", "status", "contested", "event", "claim",
    ),
}  # fmt: skip


def chart_csv(name: str, safe: Leaving, roots: Mapping[str, str], rules: Rules) -> bytes:
    """The table of a chart; ``roots`` are those of its claims."""
    said = {claim: safe.speaker(root) for claim, root in roots.items()}
    rows = {"killed": _killed, "losses": _losses, "control": _control}[name](safe, said, rules)
    return csv_text(rows, COLUMNS[name], bom=True).encode("utf-8", "replace")


def _killed(safe: Leaving, _: Mapping[str, str], __: Rules) -> Iterator[dict[str, Any]]:
    sums = Sums()
    sums.add(list(map(_row, safe.events)))
    for one in sums.summed(()).killed:
        yield asdict(one) | {"side": one.name}


def _row(event: Event) -> EventRow:
    """What sums need of an event as it may leave."""
    dead = killed(event)
    side = next((agent.name or agent.text for agent in event.agents), "")
    low, high = (dead.low, dead.high) if dead else (-1, None)
    return EventRow(
        key_of(event.id), event.date_from or "", event.type, event.grade, event.standing, side, low, high, None
    )


def _losses(safe: Leaving, said: Mapping[str, str], rules: Rules) -> Iterator[dict[str, Any]]:
    for one in losses(safe.events, safe.told.values(), said, rules):
        yield asdict(one) | {"item": one.item_class, "claims": len(one.claims)}


def _control(safe: Leaving, said: Mapping[str, str], rules: Rules) -> Iterator[dict[str, Any]]:
    for place in control(safe.events, safe.told, said, rules):
        for one in place["claims"]:
            contested = "contested" if one["is_contested"] else ""
            yield one | {name: place[name] for name in ("place", "lat", "lon")} | {
                "said_by": one["by"], "contested": contested,
            }  # fmt: skip
