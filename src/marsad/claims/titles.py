"""Which sentences of a report title a section or another story."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claims.scene import Scene

# A headline within a report is a paragraph of its own, of so few words, without a full stop.
HEADLINE_WORDS = 16
_ENDS = frozenset('.\u061f!:\u061b\u2026"\u201d\u00bb)')


def titles(scenes: Sequence[Scene]) -> frozenset[int]:
    """The sentences that title a section or another story and are no part of the narrative, by index.

    None where the report closes its paragraphs without full stops.
    """
    closing = [scene for at, scene in enumerate(scenes) if at + 1 == len(scenes) or _new_line(scene, scenes[at + 1])]
    long = [scene for scene in closing if scene.line.last - scene.line.first > HEADLINE_WORDS] or closing[:2]
    if 2 * sum(_ends(scene) for scene in long) <= len(long):
        return frozenset()
    return frozenset(
        scene.line.index
        for scene in closing
        if scene.line.paragraph > 1
        and scene.line.last - scene.line.first <= HEADLINE_WORDS
        and not _ends(scene)
        and _new_line(scenes[scene.line.index - 1], scene)
    )


def _ends(scene: Scene) -> bool:
    return scene.line.words[scene.line.last - 1].key in _ENDS


def _new_line(before: Scene, scene: Scene) -> bool:
    return before.line.paragraph != scene.line.paragraph
