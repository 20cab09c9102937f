"""Invented texts that look like reports of a conflict and are none, or the other way round, each with what it is.

``samples/topics/open.jsonl`` teaches the topic of reports; of ``apart.jsonl`` only the figures are looked at. Their
claims were not annotated: what is read in a text without conflict is false, and nothing is said of the others.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from evals.gold import ROOT, report_of
from marsad.records import Report

OPEN, APART = "open", "apart"
FOLDER = ROOT / "samples" / "topics"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report, the set it is of, and whether it tells of a conflict."""

    set: str
    report: Report
    conflict: bool


def topic_texts(part: str) -> list[Labelled]:
    """The invented texts of a part, ``OPEN`` or ``APART``."""
    lines = (FOLDER / f"{part}.jsonl").read_text("utf-8").splitlines()
    return [_text(f"topics-{part}", json.loads(line)) for line in lines]


def _text(name: str, kept: dict[str, str]) -> Labelled:
    told = {key: kept[key] for key in ("id", "published", "outlet")}
    return Labelled(name, report_of(told, kept["text"]), bool(kept["conflict"]))
