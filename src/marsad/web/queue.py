"""What to judge next: claims nobody has judged, those first on which most depends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marsad.records import Event, Judgement
from marsad.store import StoredClaim
from marsad.web.blind import finished, verdicts_of, waiting_elsewhere
from marsad.web.desk import Desk
from marsad.web.tables import Row, Wanted

# From so many killed a toll is high: the bound of a massacre in common use, ten (set for this project, 2026-11-25).
HIGH_TOLL = 10


@dataclass(frozen=True, slots=True)
class Item:
    """A claim to judge, with the reasons why it is next."""

    stored: StoredClaim
    why: tuple[str, ...]


def queue(desk: Desk, asked: Wanted, who: str | None, limit: int, *, is_blind: bool = False) -> tuple[int, list[Item]]:
    """How many claims of a view this person has not judged, and the first of them; what others rejected comes last.

    On a blind desk a claim that has verdicts enough waits for nobody.
    """
    rows = sorted(desk.gathered().table.rows_of(asked), key=_urgency)
    notes = desk.store.judgements()
    done = _judged(notes, who) | (finished(notes) if is_blind else set())
    waiting: list[tuple[Event | None, str]] = [
        (row.event, claim) for row in rows for claim in row.event.claims if claim not in done
    ]
    if asked.is_all:
        waiting += [(None, claim) for claim in waiting_elsewhere(notes, who) if claim not in done]
    items = []
    for event, claim in waiting[:limit]:
        stored = desk.store.claim(claim)
        if stored is not None:
            items.append(Item(stored, tuple(_why(event, claim)) if event else ("new",)))
    return len(waiting), items


def _judged(notes: Sequence[Judgement], who: str | None) -> set[str]:
    """Claims on which this person has decided; another's verdict hides none, so that two can judge blindly."""
    return {claim for claim, given in verdicts_of(notes).items() if who in given}


def _urgency(row: Row) -> tuple[bool, bool, int, str]:
    event = row.event
    killed = row.killed.low if row.killed else 0
    return (not event.contradictions, len(event.roots) > 1, -killed, event.id)


def _why(event: Event, claim: str) -> Iterator[str]:
    if any(claim in (*each.one, *each.other) for each in event.contradictions):
        yield "contested"
    if any(figure.kind == "killed" and figure.low >= HIGH_TOLL for figure in event.figures):
        yield "toll"
    if len(event.roots) == 1:
        yield "weak"
    yield "new"
