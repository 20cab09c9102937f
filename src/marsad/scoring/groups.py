"""How well groups agree with a key: pairwise and B-cubed precision, recall and F1 over the items both know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and F1 of one measure."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def pairwise(key: Mapping[str, str], found: Mapping[str, str]) -> Agreement:
    """Pairs of items that are together: in the key, in the groups, in both."""
    items = sorted(key.keys() & found.keys())
    both = _pairs(Counter((key[item], found[item]) for item in items))
    wanted, given = _pairs(Counter(key[item] for item in items)), _pairs(Counter(found[item] for item in items))
    return Agreement(both / given if given else 1.0, both / wanted if wanted else 1.0)


def b_cubed(key: Mapping[str, str], found: Mapping[str, str]) -> Agreement:
    """The mean over items of how pure and how complete the group of each is."""
    items = sorted(key.keys() & found.keys())
    both = Counter((key[item], found[item]) for item in items)
    wanted, given = Counter(key[item] for item in items), Counter(found[item] for item in items)
    if not items:
        return Agreement(1.0, 1.0)
    precision = sum(both[key[item], found[item]] / given[found[item]] for item in items) / len(items)
    recall = sum(both[key[item], found[item]] / wanted[key[item]] for item in items) / len(items)
    return Agreement(precision, recall)


def _pairs(counts: Counter[object] | Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())
