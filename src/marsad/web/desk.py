"""What an analyst works on: a store, its events brought up to date, the reader for what is added."""

from __future__ import annotations

import tempfile
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from marsad import compiled, pipeline
from marsad.codebook import codebook as types
from marsad.codebook.codebook import Codebook
from marsad.events import Rules
from marsad.pipeline import Knowledge
from marsad.records import Event, Told
from marsad.runs.gathering import Renewed, bring_up_to_date
from marsad.runs.versions import gathering_version
from marsad.settings import DEFAULTS, Settings
from marsad.store import Store, StoredReport, Summed
from marsad.store.unjudged import unjudged
from marsad.web.tables import Wanted, overview, summed
from marsad.web.whole import Whole

# So many views of one state of the store are kept ready: the whole, which every page begins with, and those just seen.
MOST_KEPT = 32
# So many gatherings are remembered until somebody looks; of more, all is summed up anew.
MOST_NOTED = 1000
# Somebody waits for what is fetched: a server has less time than in a run, and of what it leads to the first are read.
AT_THE_DESK = replace(DEFAULTS, fetch_timeout_s=10.0, fetch_whole_s=30.0, fetch_retries=1, fetch_pages=10)


@dataclass
class Desk:
    """One store and all that is derived from it; safe to use from several threads."""

    store: Store
    settings: Settings = AT_THE_DESK
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _state: tuple[int, str] = (-1, "")
    _making: threading.Lock = field(default_factory=threading.Lock)
    _apart: Desk | None = None
    _folder: tempfile.TemporaryDirectory[str] | None = None
    _whole: Whole = field(default_factory=Whole)
    _noted: deque[Renewed] = field(default_factory=lambda: deque(maxlen=MOST_NOTED))
    _kept: OrderedDict[tuple[str, Wanted], bytes] = field(default_factory=OrderedDict)

    @cached_property
    def known(self) -> Knowledge:
        """The knowledge of the reader, loaded when first asked for."""
        return pipeline.load_knowledge()

    @cached_property
    def codebook(self) -> Codebook:
        """The event types with their labels."""
        return types.build(compiled.load("codebook"))

    @cached_property
    def rules(self) -> Rules:
        """The rules of gathering that the registers give."""
        return pipeline.gathering_rules(self.known)

    @cached_property
    def version(self) -> str:
        """The digest of what gathering depends on."""
        return gathering_version()

    def unjudged(self) -> Desk:
        """The same desk on the events as they were read, without what anybody decided."""
        with self._making:
            if self._apart is None:
                self._folder = tempfile.TemporaryDirectory(prefix="marsad-unjudged-")
                apart = Desk(unjudged(self.store, Path(self._folder.name) / "events.sqlite"), self.settings)
                apart.rules, apart.version = self.rules, self.version
                self._apart = apart
        return self._apart

    def close(self) -> None:
        """Give the databases back, and take away the events that were kept apart."""
        self.store.close()
        self.part()

    def part(self) -> None:
        """Take away the events that were kept apart."""
        with self._making:
            apart, folder, self._apart, self._folder = self._apart, self._folder, None, None
        if apart is not None:
            apart.close()
        if folder is not None:
            folder.cleanup()

    def gathered(self) -> Store:
        """The store with its events as of now: what was added or judged since the last time is gathered first."""
        self._up_to_date()
        return self.store

    def _up_to_date(self) -> tuple[int, str]:
        """Where the gathering stands, once it is up to date."""
        at = self.store.gathered()
        while at is None or at != (at[2], self.version, at[2]):
            with self._lock:
                done = bring_up_to_date(self.store, self.version, lambda: self.rules)
                if done.until >= 0:
                    self._noted.append(done)
            at = self.store.gathered()
        return at[:2]

    def overview(self, wanted: Wanted, *, only_days: bool) -> bytes:
        """The overview of a view as JSON, kept ready as long as the store stays as it is."""

        def make() -> bytes:
            if not wanted.is_all:
                return summed(self.store, wanted, only_days=only_days)
            found = self._sums()
            return overview(Summed(found.events, found.undated, found.days) if only_days else found)

        return self.ready("days" if only_days else "all", wanted, make)

    def _sums(self) -> Summed:
        """All events summed up; called by one thread at a time."""
        with self._lock:
            noted = list(self._noted)
            self._noted.clear()
        for done in noted:
            self._whole.note(done)
        return self._whole.summed(self.store)

    def ready(self, name: str, wanted: Wanted, make: Callable[[], bytes]) -> bytes:
        """An answer on a view, made once for each state of the store, by the first of many who ask for it at once."""
        now, key = self._up_to_date(), (name, wanted)
        kept = self._ready(now, key)
        if kept is not None:
            return kept
        waited = not self._making.acquire(blocking=False) and self._making.acquire()
        try:
            now = self._up_to_date() if waited else now  # others were at it meanwhile
            return self._ready(now, key) or self._keep(now, key, make())
        finally:
            self._making.release()

    def _keep(self, now: tuple[int, str], key: tuple[str, Wanted], found: bytes) -> bytes:
        with self._lock:
            if now == self._state:
                self._kept[key] = found
                while len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return found

    def _ready(self, now: tuple[int, str], key: tuple[str, Wanted]) -> bytes | None:
        with self._lock:
            if now != self._state and now[0] >= self._state[0]:
                self._state = now
                self._kept.clear()
            if now != self._state or key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def forget(self) -> None:
        """Keep nothing ready."""
        with self._making, self._lock:
            self._kept.clear()
            self._whole = Whole()

    def told_of(self, events: Iterable[Event], types: Sequence[str] = ()) -> dict[str, Told]:
        """The claims of events, or those of some types, each with its report."""
        ids = [claim for event in events for claim in event.claims]
        return {one.claim.id: one for one in self.store.told_with(ids, types)}

    def reports(self, ids: Iterable[str]) -> dict[str, StoredReport]:
        """Reports by their ids."""
        return self.store.reports_with(list(dict.fromkeys(ids)))
