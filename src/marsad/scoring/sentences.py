"""Detection in labelled sentences: whether a sentence that reports an event of a class gets a claim of its types.

Of the sentences rightly found it is also asked whether an agent and a target share a word with those people agreed on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from marsad.scoring.figures import ratio
from marsad.scoring.mentions import Claim, mentions, status, words

# Claim types that count for each class of the Open Event Data Alliance's sentences.
CLASSES = {
    "ASSAULT": frozenset(
        {"clash", "attack", "repel", "shelling", "airstrike", "bombing", "suicide_bombing", "chemical_attack",
         "shooting", "assassination", "killed", "wounded", "captured", "abducted", "property_damage", "equipment_loss"}
    ),
    "PROTEST": frozenset({"protest", "riot"}),
}  # fmt: skip
REPORTED = frozenset({"asserted", "background"})
# What people marked in a sentence, and the field of a claim that answers it.
MARKED = {"source": "agents", "target": "targets"}


def detection(
    sentences: Iterable[Mapping[str, Any]], predicted: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    """By class: precision, recall and F1 of yes against both kinds of no, with the counts behind them.

    ``difficult`` counts the difficult no among those wrongly found; ``source`` and ``target`` how many of the marked
    ones, in sentences rightly found, share a word with a claim's.
    """
    n: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        document = predicted.get(sentence["id"])
        claims = _reported(sentence["event"], document["claims"] if document else ())
        _add(n, sentence, claims)
    return {event: _figure(n, event) for event in CLASSES}


def _reported(event: str, claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim["type"] in CLASSES[event] and status(claim) in REPORTED]


def _add(n: Counter[tuple[str, str]], sentence: Mapping[str, Any], claims: Sequence[Claim]) -> None:
    event, reports, found = sentence["event"], sentence["label"] == "yes", bool(claims)
    n[event, "gold"] += reports
    n[event, "pred"] += found
    n[event, "tp"] += reports and found
    n[event, "difficult"] += found and sentence["label"] == "difficult no"
    for role, key in MARKED.items() if reports and found else ():
        marked = (sentence.get("spans") or {}).get(role)
        if marked:
            n[event, f"{role} of"] += 1
            n[event, f"{role} ok"] += any(
                words(marked) & words(text) for claim in claims for text in mentions(claim, key)
            )


def _figure(n: Mapping[tuple[str, str], int], event: str) -> dict[str, Any]:
    figure = ratio(n[event, "tp"], n[event, "pred"], n[event, "gold"]) | {"difficult": n[event, "difficult"]}
    return figure | {role: {"ok": n[event, f"{role} ok"], "of": n[event, f"{role} of"]} for role in MARKED}
