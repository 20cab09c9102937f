"""Detection in labelled sentences: whether a sentence that reports an event of a class gets a claim of its types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

# Claim types that count for each class of the Open Event Data Alliance's sentences.
CLASSES = {
    "ASSAULT": frozenset(
        {"clash", "attack", "repel", "shelling", "airstrike", "bombing", "suicide_bombing", "chemical_attack",
         "shooting", "assassination", "killed", "wounded", "captured", "abducted", "property_damage", "equipment_loss"}
    ),
    "PROTEST": frozenset({"protest", "riot"}),
}  # fmt: skip
REPORTED = frozenset({"asserted", "background"})


def detection(
    sentences: Iterable[Mapping[str, Any]], predicted: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    """By class: precision, recall and F1 of yes against easy and difficult no, with the counts behind them."""
    n: Counter[tuple[str, bool, bool]] = Counter()
    for sentence in sentences:
        claims = (predicted.get(sentence["id"]) or {"claims": []})["claims"]
        found = any(
            claim["type"] in CLASSES[sentence["event"]] and claim.get("status", "asserted") in REPORTED
            for claim in claims
        )
        n[sentence["event"], sentence["label"] == "yes", found] += 1
    return {event: _figure(n[event, True, True], n[event, False, True], n[event, True, False]) for event in CLASSES}


def _figure(right: int, wrong: int, missed: int) -> dict[str, Any]:
    p = right / (right + wrong) if right + wrong else 0.0
    r = right / (right + missed) if right + missed else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {
        "p": round(p, 4),
        "r": round(r, 4),
        "f1": round(f1, 4),
        "tp": right,
        "pred": right + wrong,
        "gold": right + missed,
    }
