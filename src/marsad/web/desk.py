"""What an analyst works on: a store, the events gathered from it, the reader for what is added."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

from marsad import compiled, pipeline
from marsad.codebook import codebook as types
from marsad.codebook.codebook import Codebook
from marsad.events import Rules, losses
from marsad.pipeline import Knowledge
from marsad.records import Event, Told
from marsad.store import Store
from marsad.web.tables import Row, Table


@dataclass(frozen=True, slots=True)
class Gathered:
    """The events of one state of the store, as a table, with the claims they were gathered from."""

    table: Table
    event_of: dict[str, str]
    told: dict[str, Told]
    roots: dict[str, str]


@dataclass
class Desk:
    """One store and all that is derived from it; safe to use from several threads."""

    store: Store
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _state: str = ""
    _gathered: Gathered | None = None

    @cached_property
    def known(self) -> Knowledge:
        """The knowledge of the reader, loaded when first asked for."""
        return pipeline.load_knowledge()

    @cached_property
    def codebook(self) -> Codebook:
        """The event types with their labels."""
        return types.build(compiled.load("codebook"))

    def gathered(self) -> Gathered:
        """The events of the store as it is now; gathered anew when something was added or judged."""
        with self._lock:
            state = self.store.log_end()
            if self._gathered is None or state != self._state:
                self._gathered, self._state = self._gather(), state
            return self._gathered

    def _gather(self) -> Gathered:
        told = list(self.store.told())
        found = pipeline.gather(told, self.store.judgements(), self.rules)
        return Gathered(Table(found.events), event_of(found.events), {one.claim.id: one for one in told}, found.roots)

    @cached_property
    def rules(self) -> Rules:
        """The rules of gathering that the registers give."""
        return pipeline.gathering_rules(self.known)

    def losses(self, gathered: Gathered, rows: Sequence[Row]) -> list[dict[str, Any]]:
        """Materiel claimed lost in these events of one gathering, by owner, kind, outcome and claimant."""
        events = [row.event for row in rows if "equipment_loss" in row.event.types]
        needed = [gathered.told[claim] for event in events for claim in event.claims]
        return [
            {**asdict(loss), "item": loss.item_class, "claims": len(loss.claims)}
            for loss in losses(events, needed, gathered.roots, self.rules)
        ]


def event_of(events: Iterable[Event]) -> dict[str, str]:
    """The event that each claim stands under."""
    return {claim: event.id for event in events for claim in event.claims}
