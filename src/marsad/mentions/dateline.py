"""The line that says where and by whom a report was written: بغداد، العراق (وكالة) --. Nobody in it did anything."""

from __future__ import annotations

from marsad.mentions.chunks import Chunk, Line

# How many words a dateline takes at most.
_WITHIN = 12
_DASHES = frozenset({"-", "–", "—", "--"})
_CLOSES = ")"


def without_dateline(line: Line, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks of a sentence without the countries of its dateline."""
    end = _end_of_dateline(line)
    return chunks if end < 0 else [chunk for chunk in chunks if chunk.kind != "actor" or chunk.first > end]


def _end_of_dateline(line: Line) -> int:
    """The dash behind the agency in brackets, with names alone before it; -1 where there is none."""
    first, last = line.first + 1, min(line.first + _WITHIN, line.last)
    if _DASHES.isdisjoint(line.keys[first:last]):
        return -1
    for at in range(first, last):
        if line.keys[at] in _DASHES:
            return at if line.keys[at - 1] == _CLOSES else -1
        info = line.infos[at]
        if info.verb_like or info.triggers or info.speech or info.that:
            return -1
    return -1
