"""Events as the overview shows them: summed up for the map, the days, the tolls and the losses."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from marsad.store import EventFilter, Store, Summed

Wanted = EventFilter
_POINTS = b'"points":[]'


def overview(found: Summed) -> bytes:
    """The answer of the overview, as JSON; its points come as JSON out of the store."""
    data: dict[str, Any] = {
        "points": [], "events": found.events, "undated": found.undated, "unplaced": 0,
        "days": [{"day": day, "events": count} for day, count in found.days],
        "types": dict(found.types), "grades": dict(found.grades),
        "killed": [asdict(one) for one in found.killed],
        "losses": [asdict(one) | {"item": one.item_class, "documented": 0} for one in found.losses],
    }  # fmt: skip
    if found.types:
        data["unplaced"] = found.events - found.placed
    return encoded(data).replace(_POINTS, b'"points":[' + found.points.encode("utf-8", "backslashreplace") + b"]", 1)


def encoded(data: Any) -> bytes:
    """An answer as JSON; halves of pairs, which no text of UTF-8 can hold, are spelled out."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def summed(store: Store, wanted: Wanted, *, only_days: bool) -> bytes:
    """The overview of a view."""
    return overview(store.event_sums(wanted, only_days=only_days))
