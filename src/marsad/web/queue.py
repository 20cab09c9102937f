"""What to judge next: claims nobody has judged, those first on which most depends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.records import Event
from marsad.store import ShownClaim, Store
from marsad.web.blind import VERDICTS_NEEDED, finished, waiting_elsewhere
from marsad.web.desk import Desk
from marsad.web.tables import Wanted

# From so many killed a toll is high: the bound of a massacre in common use, ten (set for this project, 2026-11-25).
HIGH_TOLL = 10


@dataclass(frozen=True, slots=True)
class Item:
    """A claim to judge, with the reasons why it is next."""

    claim: ShownClaim
    event: str | None
    why: tuple[str, ...]


def queue(
    desk: Desk, events: Store, asked: Wanted, who: str | None, limit: int, *,
    is_blind: bool = False, all_wait: bool = False,
) -> tuple[int, list[Item]]:  # fmt: skip
    """How many claims of a view this person has not judged, and the first of them; what others rejected comes last.

    ``events`` are those that the person may see; ``all_wait``: what others rejected stands among them as it was read.
    On a blind desk a claim that has verdicts enough waits for nobody.
    """
    store = desk.store
    total, waiting = events.waiting(asked, who, limit, enough=VERDICTS_NEEDED if is_blind else None)
    claims = {one.id: one for one in store.claims_shown([one.claim for one in waiting])}
    items = [
        Item(claims[one.claim], one.event.id, tuple(_why(one.event, one.claim)))
        for one in waiting if one.claim in claims
    ]  # fmt: skip
    if all_wait or not asked.is_all:
        return total, items
    notes = store.judgements()
    done = finished(notes) if is_blind else set()
    elsewhere = [claim for claim in waiting_elsewhere(notes, who) if claim not in done]
    more = store.claims_shown(elsewhere[: max(limit - len(waiting), 0)])
    return total + len(elsewhere), items + [Item(one, None, ("new",)) for one in more]


def _why(event: Event, claim: str) -> Iterator[str]:
    if any(claim in (*each.one, *each.other) for each in event.contradictions):
        yield "contested"
    if any(figure.kind == "killed" and figure.low >= HIGH_TOLL for figure in event.figures):
        yield "toll"
    if len(event.roots) == 1:
        yield "weak"
    yield "new"
