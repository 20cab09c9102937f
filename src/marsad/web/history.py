"""How an event came to be what it is: its reports as they came in, and every judgement with what it changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from marsad.records import Judgement
from marsad.scoring.agreement import standing
from marsad.store import StoredClaim, StoredReport
from marsad.store.codec import claim_json


def history(
    reports: Iterable[StoredReport], claims: Iterable[StoredClaim], notes: Iterable[Judgement]
) -> list[dict[str, Any]]:
    """Everything that happened to an event, oldest first; ``claims`` are those that somebody edited."""
    arrivals = [
        {"at": report.added, "kind": "arrived", "report": report.id, "title": report.title, "outlet": report.outlet}
        for report in {report.id: report for report in reports}.values()
    ]
    return sorted([*arrivals, *told_changes(claims, notes)], key=lambda each: str(each["at"]))


def told_changes(claims: Iterable[StoredClaim], notes: Iterable[Judgement]) -> list[dict[str, Any]]:
    """Each judgement with the value or verdict before it; a judgement that was taken back says so."""
    ordered = sorted({note.id: note for note in notes}.values(), key=lambda note: note.at)
    stands = {note.id for note in standing(ordered)}
    read = {one.claim.id: _as_read(one) for one in claims}
    values = {(id, name): value for id, fields in read.items() for name, value in fields.items()}
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
    return dict(json.loads(claim_json(stored.as_read)))


def _shown(value: Any) -> str | None:
    """A value in words: the words of the report where it has some."""
    if isinstance(value, list):
        return ", ".join(_shown(each) or "" for each in value) or None
    if isinstance(value, dict):
        bounds = f" ({value['low']}–{value['high'] if value['high'] is not None else ''})" if "low" in value else ""
        return f"{value.get('text', '')}{bounds}"
    return None if value is None else str(value)
