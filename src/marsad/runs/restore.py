"""Readings of web pages, with the words of every span as the page was received: markup within them included."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from marsad.records import Claim, Count, Reading, Span

Words = TypeVar("Words", bound=Span | Count)


def as_received(reading: Reading, original: str) -> Reading:
    """The reading with ``original[start:end] == text`` for each of its spans."""
    return replace(reading, claims=tuple(_claim(claim, original) for claim in reading.claims))


def _claim(claim: Claim, original: str) -> Claim:
    def restored(words: Words) -> Words:
        return replace(words, text=original[words.start : words.end])

    return replace(
        claim,
        trigger=restored(claim.trigger),
        agents=tuple(map(restored, claim.agents)),
        targets=tuple(map(restored, claim.targets)),
        places=tuple(map(restored, claim.places)),
        time=claim.time and restored(claim.time),
        count=claim.count and restored(claim.count),
        item=claim.item and restored(claim.item),
        weapons=tuple(map(restored, claim.weapons)),
        sources=tuple(map(restored, claim.sources)),
    )
