"""Records as the JSON of the front end (``frontend/src/types.ts``)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from marsad.records import Event, Judgement
from marsad.store import StoredClaim, StoredReport
from marsad.views.plain import claim_dict


def event_answer(event: Event) -> dict[str, Any]:
    """An event with all its fields."""
    return asdict(event)


def report_head(report: StoredReport) -> dict[str, Any]:
    """What lists say of a report."""
    return {name: getattr(report, name) for name in ("id", "title", "outlet", "published", "claims", "copy_of")}


def told_answer(stored: StoredClaim, report: StoredReport, event: str | None) -> dict[str, Any]:
    """A claim as it stands, with its report, what people decided, and the event it stands under."""
    return {
        "claim": claim_answer(stored), "report": report_head(report), "verdict": stored.verdict,
        "is_edited": stored.is_edited, "event": event,
    }  # fmt: skip


def claim_answer(stored: StoredClaim) -> dict[str, Any]:
    """The claim with the names of the records."""
    found = claim_dict(stored.claim)
    for mention in found["weapons"]:
        mention["weapon_class"] = mention.pop("class", None)
    return found


def note_answer(judgement: Judgement) -> dict[str, Any]:
    """A judgement as the history shows it."""
    return asdict(judgement)
