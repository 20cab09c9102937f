"""Runs of letters: how likely a short text reports an event of its kind, by the pieces of its words.

For texts of a sentence or two, beside the ranker's features of candidates: pieces of three to five letters see the stem
behind what is written onto it. TF-IDF and logistic regression; the weights are in ``letters.json``, made by
``make train`` and read when the first such text comes. Same input, same score.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

SHORTEST, LONGEST = 3, 5


@dataclass(frozen=True, slots=True)
class Letters:
    """For one kind of event: how many of ``texts`` have each piece, the weight of each, and the bias."""

    texts: int
    seen: Mapping[str, int]
    weights: Mapping[str, float]
    bias: float

    def logit(self, keys: Iterable[str]) -> float:
        """The logit of the probability that a text with these words reports such an event."""
        total = square = 0.0
        for piece, times in sorted(Counter(pieces(keys)).items()):
            texts = self.seen.get(piece)
            if texts is not None:
                value = (1 + math.log(times)) * rarity(self.texts, texts)
                square += value * value
                total += value * self.weights[piece]
        return self.bias + (total / math.sqrt(square) if square else 0.0)


def rarity(texts: int, seen: int) -> float:
    """The inverse document frequency, smoothed as scikit-learn smooths it."""
    return math.log((1 + texts) / (1 + seen)) + 1


def pieces(keys: Iterable[str]) -> Iterator[str]:
    """The runs of letters of words, with the blanks around them."""
    for key in keys:
        word = f" {key} "
        for length in range(SHORTEST, LONGEST + 1):
            for at in range(len(word) - length + 1):
                yield word[at : at + length]


def build(source: Mapping[str, Any]) -> dict[str, Letters]:
    """Letters by kind of event from their plain structure: for each piece its texts and its weight."""
    found = {}
    for group, kept in source.items():
        seen = {piece: texts for piece, (texts, _) in kept["pieces"].items()}
        weights = {piece: weight for piece, (_, weight) in kept["pieces"].items()}
        found[group] = Letters(kept["texts"], seen, weights, kept["bias"])
    return found
