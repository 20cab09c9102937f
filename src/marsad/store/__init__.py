"""In: reports with their bytes and readings, judgements. Out: claims and reports by filters, the log, what is broken.

May know: settings, events, arabic, records, errors. The one host of SQLAlchemy and Alembic.

``open_store(address)`` gives a :class:`Store`; everything else goes through its methods:

* in: ``known``, ``free_id``, ``add_received``, or ``add_ready`` with what ``ready`` made of entries in other processes;
  after an upgrade ``outdated``, ``arrival``, ``changes``, ``reread``
* out: ``claims(Filter, Page)``, ``told``, ``count``, ``claim``, ``reports(ReportFilter, Page)``, ``report``,
  ``readings``, ``text``, ``search``, ``totals``
* people: ``judge``, ``judgements``, ``decided``; at the desk ``kept``, ``keep``, ``forget``
* events: ``gathering``, ``gathered``; ``events``, ``event_page``, ``event``, ``event_sums``, ``waiting``,
  ``tombstones``
* evidence: ``log``, ``log_export``, ``remove``, ``forget_due``, ``settings``, ``verify``, ``rebuild``, ``log_end``

Every method opens and closes its own transaction, so a store may be used from several threads and processes.
"""

from marsad.store.chain import Record
from marsad.store.entries import (
    Added,
    Arrival,
    Change,
    Entry,
    Fault,
    Filter,
    Hit,
    Outcome,
    Page,
    Ready,
    ReportFilter,
    ShownClaim,
    StoredClaim,
    StoredReading,
    StoredReport,
    StoredText,
    Totals,
    Versions,
)
from marsad.store.event_filters import EventFilter
from marsad.store.event_queries import EventPage, Waiting
from marsad.store.event_sums import EventRow, LossRow, Summed, Sums
from marsad.store.judgements import EDITABLE, KINDS, edit, judged
from marsad.store.kept import Kept
from marsad.store.make_ready import ready
from marsad.store.store import Store, open_store

__all__ = [
    "EDITABLE", "KINDS", "Added", "Arrival", "Change", "Entry", "EventFilter", "EventPage", "EventRow", "Fault",
    "Filter", "Hit", "Kept", "LossRow", "Outcome", "Page", "Ready", "Record", "ReportFilter", "ShownClaim", "Store",
    "StoredClaim", "StoredReading", "StoredReport", "StoredText", "Summed", "Sums", "Totals", "Versions", "Waiting",
    "edit", "judged", "open_store", "ready",
]  # fmt: skip
