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

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
# Where each name is. A process that only reads and makes ready what another one writes loads no database.
_ROOMS = {
    "chain": ("Record",),
    "entries": (
        "Added",
        "Arrival",
        "Change",
        "Entry",
        "Fault",
        "Filter",
        "Hit",
        "Outcome",
        "Page",
        "Ready",
        "ReportFilter",
        "ShownClaim",
        "StoredClaim",
        "StoredReading",
        "StoredReport",
        "StoredText",
        "Totals",
        "Versions",
    ),
    "event_filters": ("EventFilter",),
    "event_queries": (
        "EventPage",
        "Waiting",
    ),
    "event_sums": (
        "EventRow",
        "LossRow",
        "Summed",
        "Sums",
    ),
    "judgements": (
        "EDITABLE",
        "KINDS",
        "edit",
        "judged",
    ),
    "kept": ("Kept",),
    "make_ready": ("ready",),
    "store": (
        "Store",
        "open_store",
    ),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    """A name of the store, its module loaded when it is asked for."""
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__} has no {name}")
    return getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
