"""What stands under a heading of a post: its speakers behind whoever speaks in a sentence, its places set apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.claims.scene import Scene
from marsad.claims.scopes import Scope
from marsad.mentions.chunks import Chunk
from marsad.mentions.times import TimeMention

HEADED = "rule:speaker-in-heading"


@dataclass(slots=True, eq=False)
class Heading:
    """Who speaks and where it happens, as a heading told it; either may be empty.

    ``line``: the line the speaker was told in, where more stands in it than the heading; else -1. ``end``: the word
    behind the heading that told the place. ``time``: that of the title that a list stands under: حصاد X في 24 ساعة.
    """

    speakers: list[Chunk] = field(default_factory=list)
    places: list[Chunk] = field(default_factory=list)
    line: int = -1
    end: int = -1
    time: TimeMention | None = None


def told_apart(places: Sequence[Chunk], heading: Heading) -> Sequence[Chunk]:
    """The places of a sentence without those of its heading but the one that holds: ريف دمشق | داريا: …"""
    if heading.end < 0:
        return places
    return [chunk for chunk in places if chunk.first >= heading.end or chunk in heading.places]


def behind(scene: Scene, scopes: list[Scope], heading: Heading) -> list[Scope]:
    """The scopes of a sentence with the speaker of the heading behind whoever speaks in it."""
    if not heading.speakers or (scopes and heading.line not in (-1, scene.line.paragraph)):
        return scopes
    seen: set[int] = set()
    for scope in scopes:
        if id(scope.chain) in seen:
            continue
        known = [_as_headed(chunk, heading.speakers) for chunk in scope.chain]
        scope.chain = [*known, *(chunk for chunk in heading.speakers if chunk not in known)]
        seen.add(id(scope.chain))
    return [Scope(scene.line.first, scene.line.last, list(heading.speakers), "", scene.line.first - 1, HEADED), *scopes]


def _as_headed(chunk: Chunk, speakers: Sequence[Chunk]) -> Chunk:
    """A speaker as the heading words him, where it is he: غرفة عمليات of غرفة عمليات الفتح."""
    return next((other for other in speakers if other.first <= chunk.last and chunk.first <= other.last), chunk)
