"""Trained weights: what the features of one case add up to. In: a feature's value by its name. Out: a probability.

A template names one feature or several, whose values are tied; each value of a template that training saw has a weight
(docs/decisions/0010, 0011). Same input, same output.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import call, itemgetter
from typing import Any

# What ties the values of a template made of several features; no value holds it.
TIE = "\t"
# Weights are written with three decimals. Summed as whole numbers they give the same in whatever order.
ONE = 1000
# What ends the exponent: a sum this large is certain.
_CERTAIN = 30.0


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates: what takes the value of each out of the features of a case, and the weights of its values."""

    values_of: tuple[Callable[[Mapping[str, str]], Any], ...]
    tables: tuple[dict[Any, int], ...]

    def points(self, told: Mapping[str, str]) -> int:
        """The weights of the values summed up; all of it outside the interpreter, as nothing is asked more."""
        return sum(map(dict.get, self.tables, map(call, self.values_of, repeat(told)), repeat(0)))


def templates_of(weights: Mapping[str, Mapping[str, float]]) -> Templates:
    """Templates from their plain structure: names with blanks between, then the weights of their tied values."""
    values_of = tuple(itemgetter(*names.split()) for names in weights)
    tables: list[dict[Any, int]] = []
    for names, table in weights.items():
        alone = " " not in names
        tables.append(
            {value if alone else tuple(value.split(TIE)): round(ONE * weight) for value, weight in table.items()}
        )
    return Templates(values_of, tuple(tables))


def feature(names: Sequence[str], told: Mapping[str, str]) -> str:
    """The value of a template for one case, as it is written in the files of weights."""
    return told[names[0]] if len(names) == 1 else TIE.join([told[name] for name in names])


def probability(points: int) -> float:
    """The logistic function of weights in thousandths."""
    return 1 / (1 + math.exp(-max(-_CERTAIN, min(_CERTAIN, points / ONE))))
