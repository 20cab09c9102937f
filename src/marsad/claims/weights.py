"""Trained weights: what the features of one case add up to. In: their values in an order agreed on. Out: a probability.

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


# What stands for the sum of a bundle that was not met before: no sum of weights comes near it.
_UNKNOWN = 1 << 40
# How many values of each bundle are remembered.
_KEPT = 5_000


@dataclass(frozen=True, slots=True)
class Bundle:
    """Templates: what takes the value of each out of the features of a case, and the weights of its values."""

    values_of: tuple[Callable[[Sequence[str]], Any], ...]
    tables: tuple[dict[Any, int], ...]

    def points(self, told: Sequence[str]) -> int:
        """The weights of the values summed up."""
        return sum(map(dict.get, self.tables, map(call, self.values_of, repeat(told)), repeat(0)))


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates, each by itself or in a bundle of those that hang on the same few features.

    ``values_of`` take the values of the features that a bundle or a template hangs on; ``tables`` have the weights of
    a template, or those sums of a bundle that were asked for before, with what stands for others in ``else_``.
    """

    values_of: tuple[Callable[[Sequence[str]], Any], ...]
    tables: tuple[dict[Any, int], ...]
    else_: tuple[int, ...]
    bundles: tuple[Bundle | None, ...]

    def points(self, told: Sequence[str]) -> int:
        """The weights of the values summed up; all of it outside the interpreter, as nothing is asked more."""
        points = sum(map(dict.get, self.tables, map(call, self.values_of, repeat(told)), self.else_))
        return points if points < _UNKNOWN // 2 else self._sum_up(told)

    def _sum_up(self, told: Sequence[str]) -> int:
        """The same where some bundle has not met these values before; it remembers their sum."""
        points = 0
        for value_of, table, bundle in zip(self.values_of, self.tables, self.bundles, strict=True):
            value = value_of(told)
            known = table.get(value)
            if known is None and bundle is not None:
                if len(table) >= _KEPT:
                    table.clear()
                known = table[value] = bundle.points(told)
            points += known or 0
        return points


def templates_of(
    weights: Mapping[str, Mapping[str, int]], order: Sequence[str], bundles: Sequence[str] = ()
) -> Templates:
    """Templates from their plain structure: names with blanks between, then the weights of their tied values.

    ``order``: the names of the features as the values of a case are told. ``bundles``: the features that several
    templates hang on, each with few values. A template goes into the first that has all of its own; those left are by
    themselves.
    """
    at = {name: position for position, name in enumerate(order)}
    left = dict(weights)
    values_of: list[Callable[[Sequence[str]], Any]] = []
    tables: list[dict[Any, int]] = []
    else_: list[int] = []
    made: list[Bundle] = []
    for names in bundles:
        features = set(names.split())
        inside = {name: left.pop(name) for name in [*left] if features.issuperset(name.split())}
        if inside:
            values_of.append(_taking(names, at))
            tables.append({})
            else_.append(_UNKNOWN)
            made.append(_bundle(inside, at))
    alone = _bundle(left, at)
    return Templates(
        (*values_of, *alone.values_of),
        (*tables, *alone.tables),
        (*else_, *[0] * len(left)),
        (*made, *[None] * len(left)),
    )


def _taking(names: str, at: Mapping[str, int]) -> Callable[[Sequence[str]], Any]:
    """What takes the values of some features out of all of them."""
    return itemgetter(*[at[name] for name in names.split()])


def _bundle(weights: Mapping[str, Mapping[str, int]], at: Mapping[str, int]) -> Bundle:
    values_of = tuple(_taking(names, at) for names in weights)
    tables: list[dict[Any, int]] = []
    for names, table in weights.items():
        alone = " " not in names
        tables.append({value if alone else tuple(value.split(TIE)): weight for value, weight in table.items()})
    return Bundle(values_of, tuple(tables))


def feature(names: Sequence[str], told: Mapping[str, str]) -> str:
    """The value of a template for one case, as it is written in the files of weights."""
    return told[names[0]] if len(names) == 1 else TIE.join([told[name] for name in names])


def probability(points: int) -> float:
    """The logistic function of weights in thousandths."""
    exponent = points / ONE
    if not -_CERTAIN < exponent < _CERTAIN:
        exponent = _CERTAIN if exponent > 0 else -_CERTAIN
    return 1 / (1 + math.exp(-exponent))


def least_points(wanted: float) -> int:
    """The least sum of weights, in thousandths, whose probability is ``wanted`` (between 0 and 1) or more."""
    points = math.floor(ONE * math.log(wanted / (1 - wanted))) - 1
    while probability(points) < wanted:
        points += 1
    return points
