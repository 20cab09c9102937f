"""Claims as CSV: one line for each claim, no raw newline in a cell, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from marsad.records import Claim, Reading, Span

COLUMNS = (
    "report", "published", "outlet", "claim", "type", "status", "incident", "trigger", "start", "end", "agents",
    "agent_ids", "targets", "target_ids", "places", "place_names", "lat", "lon", "precision", "time", "date_from",
    "date_to", "count_low", "count_high", "count_text", "item", "outcome", "weapons", "sources", "source_ids",
    "because",
)  # fmt: skip
_BLANKS = re.compile(r"\s+")
_RUNS = ("=", "+", "-", "@")


def csv_header() -> str:
    """The line of column names."""
    return _line(COLUMNS)


def csv_lines(reading: Reading) -> str:
    """The lines of one reading."""
    return "".join(_line(_cells(reading, claim)) for claim in reading.claims)


def _cells(reading: Reading, claim: Claim) -> list[object]:
    first = claim.places[0] if claim.places else None
    count = claim.count
    return [
        reading.id, reading.published, reading.outlet, claim.id, claim.type, claim.status, claim.incident,
        claim.trigger.text, claim.trigger.start, claim.trigger.end,
        _texts(claim.agents), _ids(mention.actor for mention in claim.agents),
        _texts(claim.targets), _ids(mention.actor for mention in claim.targets),
        _texts(claim.places), _ids(mention.name for mention in claim.places),
        first.lat if first else None, first.lon if first else None, first.precision if first else None,
        claim.time.text if claim.time else None, claim.date_from, claim.date_to,
        count.low if count else None, count.high if count else None, count.text if count else None,
        claim.item.text if claim.item else None, claim.outcome, _texts(claim.weapons),
        _texts(claim.sources), _ids(mention.source for mention in claim.sources), " ".join(claim.because),
    ]  # fmt: skip


def _texts(mentions: Iterable[Span]) -> str:
    return "; ".join(mention.text for mention in mentions)


def _ids(names: Iterable[str | None]) -> str:
    return "; ".join(name or "" for name in names)


def _line(cells: Iterable[object]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([_safe(cell) for cell in cells])
    return written.getvalue()


def _safe(cell: object) -> object:
    """Text on one line; text that a spreadsheet would take for a formula gets a quote before it."""
    if not isinstance(cell, str):
        return cell
    text = _BLANKS.sub(" ", cell)
    return f"'{text}" if text.lstrip().startswith(_RUNS) else text
