"""Trained weights: what the features of one case add up to. In: a feature's value by its name. Out: a probability.

A template names one feature or several, whose values are tied; each value of a template that training saw has a weight
(docs/decisions/0010, 0011). Same input, same output.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

# What ties the values of a template made of several features; no value holds it.
TIE = "\t"
# What ends the exponent: a sum this large is certain.
_CERTAIN = 30.0

Tables = tuple[tuple[tuple[str, ...], Mapping[str, float]], ...]


def tables_of(weights: Mapping[str, Mapping[str, float]]) -> Tables:
    """The weights of each template, from their plain structure: names with blanks between, then the values' weights."""
    return tuple((tuple(names.split()), table) for names, table in weights.items())


def feature(names: Sequence[str], told: Mapping[str, str]) -> str:
    """The value of a template for one case."""
    return told[names[0]] if len(names) == 1 else TIE.join([told[name] for name in names])


def total(tables: Tables, told: Mapping[str, str]) -> float:
    """The sum of the weights of a case."""
    found = 0.0
    for names, table in tables:
        weight = table.get(told[names[0]] if len(names) == 1 else TIE.join([told[name] for name in names]))
        if weight is not None:
            found += weight
    return found


def probability(score: float) -> float:
    """The logistic function."""
    return 1 / (1 + math.exp(-max(-_CERTAIN, min(_CERTAIN, score))))
