"""Counts that add up. Every figure is a ratio of sums over reports, so a slice is the sum of its reports' tallies."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from statistics import pstdev
from typing import Any, NamedTuple


class Counts(NamedTuple):
    """Right, predicted and gold; for an accuracy the last two are both the number of cases."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def f1(self) -> float | None:
        """F1 (for an accuracy the accuracy itself), or None where there is nothing to be right about."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else None


Tally = dict[str, Counts]


def tally_of(scored: dict[str, Any]) -> Tally:
    """The counts of one scored report; a claim type's counts go under ``type:NAME``."""
    tally = {name: counts_of(value) for name, value in scored.items() if isinstance(value, dict) and name != "by_type"}
    types = {f"type:{name}": counts_of(value) for name, value in scored["by_type"].items()}
    return tally | types


def counts_of(value: dict[str, Any]) -> Counts:
    """Counts from a precision-and-recall figure or from an accuracy."""
    if "tp" in value:
        return Counts(value["tp"], value["pred"], value["gold"])
    cases = value["of"]
    return Counts(round((value["accuracy"] or 0.0) * cases), cases, cases)


def add(tallies: Iterable[Tally]) -> Tally:
    """The sum of several tallies."""
    total: Tally = {}
    for tally in tallies:
        for name, counts in tally.items():
            before = total.get(name, Counts())
            total[name] = Counts(*(a + b for a, b in zip(before, counts, strict=True)))
    return total


def noise_of(tallies: Sequence[Tally], figure: str, *, resamples: int = 300) -> float:
    """How much a figure moves with the choice of reports: standard deviation over resamples of the set.

    The reader itself has no noise. A difference smaller than this says more about these reports than about the reader.
    """
    if len(tallies) < 2:
        return 0.0
    parts = [tally.get(figure, Counts()) for tally in tallies]
    draw = random.Random(20261124)
    values = [pooled(draw.choices(parts, k=len(parts))) for _ in range(resamples)]
    return pstdev(values)


def pooled(parts: Iterable[Counts]) -> float:
    """F1 of several counts together; nothing to be right about counts as 0 here."""
    right, predicted, gold = (sum(column) for column in zip(*parts, strict=True))
    return 2 * right / (predicted + gold) if predicted + gold else 0.0
