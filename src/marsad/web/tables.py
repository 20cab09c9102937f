"""Events as the overview shows them: summed up for the map, the days, the tolls and the losses."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from marsad.store import EventFilter, Store, Summed
from marsad.web.answers import encoded

Wanted = EventFilter


def overview(found: Summed) -> bytes:
    """The answer of the overview, as JSON; its points come as JSON out of the store."""
    data: dict[str, Any] = {
        "events": found.events, "undated": found.undated, "unplaced": 0,
        "types": dict(found.types), "grades": dict(found.grades),
        "killed": [asdict(one) for one in found.killed],
        "losses": [asdict(one) | {"item": one.item_class, "documented": 0} for one in found.losses],
    }  # fmt: skip
    if found.types:
        data["unplaced"] = found.events - found.placed
    # Days are hundreds, and dates need no care. Points are megabytes, each copy of which costs as much as a page of
    # events: they are joined once.
    days = ",".join([f'{{"day":"{day}","events":{count}}}' for day, count in found.days])
    begins, ends = encoded(data)[:-1] + f',"days":[{days}],"points":['.encode(), b"]}"
    if not found.points:
        return begins + ends
    parts = list(found.points)
    parts[0], parts[-1] = begins + parts[0], parts[-1] + ends if len(parts) > 1 else begins + parts[0] + ends
    return b",".join(parts)


def summed(store: Store, wanted: Wanted, *, only_days: bool) -> bytes:
    """The overview of a view."""
    return overview(store.event_sums(wanted, only_days=only_days))
