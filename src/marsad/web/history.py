"""How an event came to be what it is: its reports as they came in, and every judgement with what it changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

from marsad.records import Judgement
from marsad.scoring.agreement import standing
from marsad.store import StoredClaim, StoredReport
from marsad.web.answers import claim_answer


def history(
    reports: Iterable[StoredReport], claims: Sequence[StoredClaim], notes: Iterable[Judgement]
) -> list[dict[str, Any]]:
    """Everything that happened to an event, oldest first."""
    arrivals = [
        {"at": report.added, "kind": "arrived", "report": report.id, "title": report.title, "outlet": report.outlet}
        for report in {report.id: report for report in reports}.values()
    ]
    return sorted([*arrivals, *told_changes(claims, notes)], key=lambda each: str(each["at"]))


def told_changes(claims: Sequence[StoredClaim], notes: Iterable[Judgement]) -> list[dict[str, Any]]:
    """Each judgement with the value or verdict before it; a judgement that was taken back says so."""
    ordered = sorted({note.id: note for note in notes}.values(), key=lambda note: note.at)
    stands = {note.id for note in standing(ordered)}
    values = {(one.claim.id, name): value for one in claims for name, value in _as_read(one).items()}
    found = []
    for note in ordered:
        told = asdict(note) | {"before": None, "is_withdrawn": note.kind != "withdraw" and note.id not in stands}
        if note.kind == "edit":
            told["before"] = _shown(values.get((note.claim, note.field or "")))
            told["value"] = _shown(json.loads(note.value or "null"))
            if note.id in stands:
                values[note.claim, note.field or ""] = json.loads(note.value or "null")
        elif note.kind in ("accept", "reject"):
            told["before"] = values.get((note.claim, "verdict"))
            if note.id in stands:
                values[note.claim, "verdict"] = note.kind
        found.append(told)
    return found


def _as_read(stored: StoredClaim) -> dict[str, Any]:
    return claim_answer(replace(stored, claim=stored.as_read))


def _shown(value: Any) -> str | None:
    """A value in words: the words of the report where it has some."""
    if isinstance(value, list):
        return ", ".join(_shown(each) or "" for each in value) or None
    if isinstance(value, dict):
        bounds = f" ({value['low']}–{value['high'] if value['high'] is not None else ''})" if "low" in value else ""
        return f"{value.get('text', '')}{bounds}"
    return None if value is None else str(value)
