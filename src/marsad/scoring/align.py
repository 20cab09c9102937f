"""Which predicted claim answers which gold claim: one to one, the best agreement first."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.scoring.mentions import ROLES, Claim, count, hits, mentions, same, span, text_of

# A shared type outweighs all else; numbers and items next; each agreeing mention counts a little.
TYPE, NUMBER, MENTION, SURPLUS, LEAST = 4.0, 0.5, 0.1, 0.02, 0.01


def agreement(gold: Claim, predicted: Claim) -> float:
    """How well a prediction fits a gold claim; 0 where the triggers do not overlap."""
    (gold_start, gold_end), (start, end) = span(gold), span(predicted)
    if min(gold_end, end) <= max(gold_start, start):
        return 0.0
    fit: float = 1.0 + TYPE * (gold["type"] == predicted["type"])
    fit += NUMBER * (count(gold) == count(predicted))
    fit += NUMBER * same(text_of(gold.get("item")), text_of(predicted.get("item")))
    for key in ROLES.values():
        ours, theirs = mentions(gold, key), mentions(predicted, key)
        fit += MENTION * hits(ours, theirs) - SURPLUS * abs(len(ours) - len(theirs))
    return max(fit, LEAST)


def align(gold: Sequence[Claim], predicted: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs of gold and predicted claims, each claim in one pair at most."""
    ranked = sorted(
        (-fit, row, column)
        for row, ours in enumerate(gold)
        for column, theirs in enumerate(predicted)
        if (fit := agreement(ours, theirs)) > 0
    )
    rows, columns, pairs = set[int](), set[int](), []
    for _, row, column in ranked:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((gold[row], predicted[column]))
    return pairs
