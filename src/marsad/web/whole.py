"""The sums of all events, kept in memory and changed by the events that change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from marsad.runs.gathering import Renewed
from marsad.store import LossRow, Store, Summed, Sums
from marsad.store.event_rows import key_of
from marsad.store.event_sums import Row

# With more changes than this that nobody asked about, reading all of it costs less.
MOST_CHANGES = 5_000


@dataclass(slots=True)
class Whole:
    """All events summed up as of a record of the log; not safe to use from several threads at once."""

    _at: int = -1
    _sums: Sums = field(default_factory=Sums)
    _rows: dict[int, Row] = field(default_factory=dict)
    _losses: dict[int, list[LossRow]] = field(default_factory=dict)
    _changed: set[str] = field(default_factory=set)
    _reaches: int = -1

    def note(self, done: Renewed) -> None:
        """Remember which events a gathering changed; what was not noted is read as a whole."""
        if done.is_whole or done.since != self._reaches or len(self._changed) > MOST_CHANGES:
            self._reaches, self._changed = -1, set()
        else:
            self._changed |= done.changed
            self._reaches = done.until

    def summed(self, store: Store) -> Summed:
        """The sums as of now."""
        with store.at_once():
            at = store.gathered()
            now = at[0] if at is not None else -1
            if self._at < 0 or self._reaches != now:
                self._read(store)
            elif self._at != now:
                self._change(store)
            self._at = self._reaches = now
        return self._sums.summed()

    def _read(self, store: Store) -> None:
        """All of it."""
        self._sums, self._rows, self._losses = Sums(), {}, {}
        self._add(*store.event_rows())
        self._changed = set()

    def _change(self, store: Store) -> None:
        """What changed: first as it was, away; then as it is."""
        keys = {key_of(id) for id in self._changed}
        self._sums.add([self._rows.pop(key) for key in keys if key in self._rows], -1)
        self._sums.add_losses([row for key in keys for row in self._losses.pop(key, ())], -1)
        self._add(*store.event_rows(sorted(self._changed)))
        self._changed = set()

    def _add(self, rows: Sequence[Row], losses: Iterable[LossRow]) -> None:
        self._rows.update((row[0], row) for row in rows)
        for lost in losses:
            self._losses.setdefault(lost.event, []).append(lost)
        self._sums.add(rows)
        self._sums.add_losses(losses)
