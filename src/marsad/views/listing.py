"""Claims, reports and hits of a store, one on a line: as tables for the terminal and as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from marsad.records import Judgement
from marsad.store import Hit, Record, StoredClaim, StoredReport
from marsad.views.plain import claim_dict
from marsad.views.table import STATUS_STYLES
from marsad.views.words import dates, number, one_line

VERDICT_MARKS = {"accept": "✓", "reject": "✗", None: ""}


def claims_table(claims: Sequence[StoredClaim]) -> Table:
    """Claims as a table: when, what, who, where, how many, who says so."""
    table = Table("id", "when", "what", "who → whom", "where", "how many", "says", "report", show_lines=False)
    for stored in claims:
        claim = stored.claim
        who = ", ".join(mention.name or one_line(mention.text) for mention in claim.agents)
        whom = ", ".join(mention.name or one_line(mention.text) for mention in claim.targets)
        says = " ← ".join(source.name or one_line(source.text) for source in claim.sources)
        cells = [
            claim.id, dates(claim) or f"({stored.published or '?'})", _what(stored), f"{who} → {whom}" if whom else who,
            ", ".join(place.name or one_line(place.text) for place in claim.places), number(claim.count),
            says or (stored.outlet or ""), stored.report,
        ]  # fmt: skip
        table.add_row(*map(Text, cells), style=STATUS_STYLES.get(claim.status))
    return table


def _what(stored: StoredClaim) -> str:
    status = "" if stored.claim.status == "asserted" else f" ({stored.claim.status})"
    edited = " *" if stored.is_edited else ""
    return f"{stored.claim.type}{status}{edited} {VERDICT_MARKS[stored.verdict]}".rstrip()


def reports_table(reports: Sequence[StoredReport]) -> Table:
    """Reports as a table."""
    table = Table("id", "published", "outlet", "title", "claims", "copy of", "version of")
    for report in reports:
        cells = (
            report.id, report.published or "?", report.outlet or "", one_line(report.title or ""), str(report.claims),
            report.copy_of or "", report.version_of or "",
        )  # fmt: skip
        table.add_row(*map(Text, cells))
    return table


def hits_table(hits: Sequence[Hit]) -> Table:
    """Reports that answer a question, with the words that do."""
    table = Table("report", "published", "outlet", "words", "claims")
    for hit in hits:
        words = Text(f"…{hit.before}").append(hit.words, "bold").append(f"{hit.behind}…")
        report = hit.report
        table.add_row(
            Text(report.id), report.published or "?", Text(report.outlet or ""), words, str(report.claims)
        )  # fmt: skip
    return table


def claim_row(stored: StoredClaim) -> dict[str, Any]:
    """A stored claim as JSON-able data: the claim as it stands, its report, what was judged."""
    return {
        "report": stored.report, "published": stored.published, "outlet": stored.outlet, "verdict": stored.verdict,
        "is_edited": stored.is_edited, "claim": claim_dict(stored.claim),
        "as_read": claim_dict(stored.as_read) if stored.is_edited else None,
    }  # fmt: skip


def report_dict(report: StoredReport) -> dict[str, Any]:
    """A stored report as JSON-able data."""
    return {name: getattr(report, name) for name in StoredReport.__dataclass_fields__ if name != "rank"}


def hit_dict(hit: Hit) -> dict[str, Any]:
    """A hit as JSON-able data."""
    return {**report_dict(hit.report), "before": hit.before, "words": hit.words, "behind": hit.behind}


def judgement_dict(judgement: Judgement) -> dict[str, Any]:
    """A judgement as JSON-able data."""
    return {name: getattr(judgement, name) for name in Judgement.__dataclass_fields__}


def judgement_line(judgement: Judgement) -> str:
    """A judgement in a sentence part."""
    what = judgement.kind
    if judgement.kind == "edit":
        what = f"edit {judgement.field} = {judgement.value}"
    elif judgement.other is not None:
        what = f"{judgement.kind} {judgement.other}"
    comment = f": {one_line(judgement.comment)}" if judgement.comment else ""
    return f"{judgement.at}  {judgement.by or '?'}  {what}{comment}  [{judgement.id}]"


def record_dict(record: Record) -> dict[str, Any]:
    """A record of the log as JSON-able data."""
    return {name: getattr(record, name) for name in Record.__dataclass_fields__}


def record_line(record: Record) -> str:
    """A record of the log on one line."""
    about = {name: value for name, value in record.body.items() if value is not None and name not in ("row", "by")}
    by = record.body.get("by")
    if isinstance(by, str):
        about = {"by": by, **about}
    said = "  ".join(f"{name}={_short(value)}" for name, value in about.items())
    return f"{record.seq:>6}  {record.at}  {record.kind:<10} {said}"


def _short(value: Any) -> str:
    text = one_line(str(value))
    return text if len(text) <= 60 else f"{text[:16]}…"
