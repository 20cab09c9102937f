"""Topic: whether a report tells of a conflict, by all its words and by the sides and arms that it names.

A logistic regression over the words of a report, weights in ``topic.json``, made by ``make train``
(docs/decisions/0015). Names of places, sides and outlets are no words of it, nor are the adjectives of nations: a war
that no report of the training tells of is a war. Same input, same output.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from marsad.claims.scene import Scene
from marsad.claims.weights import probability

# From how many on it counts that armed groups are named; that phrases for sides and for arms stand in 100 words.
ARMED_OVER, SIDES_OVER, ARMS_OVER = (0, 1, 3), (1, 2, 4, 6), (0, 1, 2, 4)
_SIDES = frozenset({"actor", "fighters", "group"})
_TOPICAL = attrgetter("topical")


@dataclass(frozen=True, slots=True)
class Topic:
    """The weights of words in thousandths; below ``least`` a report tells of no conflict, from ``sure`` on of one."""

    weights: Mapping[str, int]
    bias: int
    least: float
    sure: float

    def score(self, scenes: Sequence[Scene], armed: frozenset[str]) -> float:
        """How likely it is that a report tells of a conflict; ``armed``: ids of groups that fight for themselves."""
        weights = self.weights
        found = weights.keys() & features(scenes, armed)
        return probability(self.bias + sum([weights[name] for name in found]))


def features(scenes: Sequence[Scene], armed: frozenset[str]) -> set[str]:
    """The words of a report without their proclitics, names left out, and how much it names sides and arms."""
    found = set(map(_TOPICAL, scenes[0].line.infos)) if scenes else set()
    found.discard("")
    found.update(_named(scenes, armed))
    return found


def _named(scenes: Sequence[Scene], armed: frozenset[str]) -> Iterator[str]:
    size = groups = sides = arms = 0
    for scene in scenes:
        size += scene.line.last - scene.line.first
        arms += len(scene.armed())
        for chunk in scene.chunks:
            if chunk.kind in _SIDES:
                sides += 1
                groups += chunk.kind == "actor" and not armed.isdisjoint(chunk.ids)
    size = size or 1
    yield from _over("groups", groups, ARMED_OVER)
    yield from _over("sides", 100 * sides / size, SIDES_OVER)
    yield from _over("arms", 100 * arms / size, ARMS_OVER)


def _over(name: str, value: float, bounds: Iterable[int]) -> Iterator[str]:
    return (f"{name}>{bound}" for bound in bounds if value > bound)


def build(source: Mapping[str, Any]) -> Topic:
    """The topic from its plain structure."""
    return Topic(source["weights"], source["bias"], source["least"], source["sure"])
