"""Records as the JSON of the front end (``frontend/src/types.ts``); what the store keeps as JSON is handed on so."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from fastapi import Response

from marsad.records import Judgement
from marsad.store import ShownClaim, StoredReport
from marsad.store.codec import canonical

HEAD = ("id", "title", "outlet", "published", "claims", "copy_of")


def encoded(data: Any) -> bytes:
    """An answer as JSON; halves of pairs, which no text of UTF-8 can hold, are spelled out."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def answer(data: Any) -> Response:
    """The answer of plain data."""
    return written(encoded(data))


def written(body: str | bytes) -> Response:
    """An answer that is JSON already."""
    return Response(body, media_type="application/json")


def joined(parts: dict[str, str]) -> Response:
    """An answer of parts that are JSON already."""
    return written("{" + ",".join(f'"{name}":{body}' for name, body in parts.items()) + "}")


def report_head(report: StoredReport) -> dict[str, Any]:
    """What lists say of a report."""
    return {name: getattr(report, name) for name in HEAD}


def told_json(shown: ShownClaim, report: str, event: str | None) -> str:
    """A claim as it stands, with the head of its report, what people decided, and the event it stands under: JSON."""
    decided = canonical({"verdict": shown.verdict, "is_edited": shown.is_edited, "event": event})
    return f'{{"claim":{shown.body},"report":{report},{decided[1:]}'


def note_answer(judgement: Judgement) -> dict[str, Any]:
    """A judgement as the history shows it."""
    return asdict(judgement)
