"""What an analyst works on: a store, the events gathered from it, the reader for what is added."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from marsad import pipeline
from marsad.codebook.codebook import Codebook
from marsad.codebook.load import load_codebook
from marsad.pipeline import Knowledge
from marsad.records import Event, Told
from marsad.store import Filter, Page, ReportFilter, Store, StoredReport
from marsad.web.tables import Table


@dataclass(frozen=True, slots=True)
class Gathered:
    """The events of one state of the store, as a table, with the event of each claim."""

    table: Table
    event_of: dict[str, str]


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
        return load_codebook()

    def gathered(self) -> Gathered:
        """The events of the store as it is now; gathered anew when something was added or judged."""
        with self._lock:
            state = self.store.log_end()
            if self._gathered is None or state != self._state:
                self._gathered, self._state = self._gather(), state
            return self._gathered

    def _gather(self) -> Gathered:
        rules = pipeline.gathering_rules(self.known)
        found = pipeline.gather(list(self._told()), self.store.judgements(), rules)
        return Gathered(Table(found.events), event_of(found.events))

    def _told(self) -> Iterable[Told]:
        reports = {report.id: report for report in self._reports()}
        for stored in self.store.all_claims(Filter()):
            report = reports.get(stored.report)
            if report is None or stored.verdict == "reject":
                continue
            published = date.fromisoformat(report.published) if report.published else None
            yield Told(stored.claim, report.id, report.outlet, published, report.text_sha256, report.copy_of)

    def _reports(self) -> Iterable[StoredReport]:
        page = Page(500)
        while found := self.store.reports(ReportFilter(), page):
            yield from found
            page = Page(500, after=found[-1].rank)


def event_of(events: Iterable[Event]) -> dict[str, str]:
    """The event that each claim stands under."""
    return {claim: event.id for event in events for claim in event.claims}
