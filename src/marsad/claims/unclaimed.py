"""Who struck in a strike that no claim is made of, as it only points back: أسفرت الغارات الروسية عن مقتل ثلاثة."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.claims.draft import Draft
from marsad.claims.links import MODES
from marsad.claims.phrases_after import groups_after
from marsad.claims.who import parties_of
from marsad.mentions.chunks import Chunk

# How far from what came of it the strike is told, in words.
_WITHIN = 24
_STRUCK = MODES - {"clash", "repel", "suicide_bombing"}


def doers_of_unclaimed(draft: Draft, drafts: Sequence[Draft], adjectives: Mapping[str, str]) -> list[Chunk]:
    """The doers of the nearest strike of the sentence that has no claim of its own."""
    scene, first = draft.scene, draft.found.first
    if not scene.unclaimed:
        return []
    told = {other.found.first for other in drafts}
    near = [
        found
        for found in scene.unclaimed
        if found.type in _STRUCK and found.form.pos != "verb" and found.first not in told
        if abs(found.first - first) <= _WITHIN
    ]
    if not near:
        return []
    strike = min(near, key=lambda found: abs(found.first - first))
    doers = parties_of(scene, strike, groups_after(scene, strike), adjectives).agents
    return [chunk for chunk in doers if chunk.kind in ("actor", "group", "weapon", "fighters")]
