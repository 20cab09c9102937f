"""A report that was pasted: read at once and kept."""

from __future__ import annotations

import hashlib
from typing import Any

from marsad import pipeline
from marsad.records import Original, Report
from marsad.runs.versions import versions
from marsad.settings import DEFAULTS
from marsad.store import Arrival, Entry, Outcome
from marsad.web.desk import Desk
from marsad.web.payloads import NewReport


def take(desk: Desk, given: NewReport) -> dict[str, Any]:
    """Keep and read a report; what was there already stays as it is."""
    text = given.text[: DEFAULTS.max_characters]
    raw = text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(raw).hexdigest()
    report = Report(f"pasted-{digest[:12]}", text, given.published, given.outlet or None)
    kept = Original(
        raw=raw, media_type="text/plain; charset=utf-8", origin="pasted", title=given.title or None,
        date_kind="given" if given.published else None,
    )  # fmt: skip
    arrival = Arrival(report, kept)
    again = desk.store.known([arrival])[0]
    if again is None:
        reading = pipeline.read(report, desk.known)
        added = desk.store.add_received([Entry(arrival, reading)], versions())[0]
        again, is_new = added.id, added.outcome is Outcome.added
    else:
        is_new = False
    found = next(iter(desk.store.readings([again])))
    return {
        "report": again, "is_new": is_new, "claims": len(found.reading.claims),
        "issues": [issue.message for issue in found.reading.issues],
    }  # fmt: skip
