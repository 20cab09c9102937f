"""Who did a deed that no claim is made of: حملة نفذتها X, ارتكبت X مجزرة. What came of it is theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from marsad.arabic.clitics import ARTICLE, with_prefix
from marsad.claims.clause import as_governed, group_from
from marsad.claims.draft import Draft
from marsad.claims.launched_by import relative_clause
from marsad.claims.parties import Parties
from marsad.claims.scene import Scene
from marsad.mentions.chunks import Chunk

# Guards of words for a deed that are claims only by who carried it out.
_TOLD_BY_ITS_DOER = frozenset({"carried_out", "by_whom"})
_SIDES = frozenset({"actor", "group", "fighters", "weapon"})
# How far behind the word for a deed من قبل may stand, in words.
_BY_WITHIN = 6


def doers_of_unnamed_deed(draft: Draft, words: Mapping[str, frozenset[str]]) -> list[Chunk]:
    """The sides that the sentence says carried out an operation, a campaign, a massacre."""
    scene, deeds = draft.scene, with_prefix(words["deeds"], ARTICLE)
    if not scene.has_any(deeds):
        return []
    first, last = scene.line.first, scene.line.last
    for at, info in enumerate(scene.line.infos[first:last], first):
        if info.rest not in deeds:
            continue
        found = scene.found_at.get(at)
        if found is not None and found.trigger.guard not in _TOLD_BY_ITS_DOER:
            continue
        if scene.info(at + 1).rest.removeprefix(ARTICLE) in words["deeds_of_rescue"]:
            continue
        deed = replace(draft.found, first=at, last=at, prefix="", verb=None)
        doers = (
            relative_clause(scene, deed, Parties()) or _by_whom(scene, at, words) or as_governed(scene, deed, Parties())
        )
        sides = [chunk for chunk in doers if chunk.kind in _SIDES and chunk not in draft.targets]
        if sides:
            return sides
    return []


def _by_whom(scene: Scene, at: int, words: Mapping[str, frozenset[str]]) -> list[Chunk]:
    """تصعيد من قبل X وY: the sides behind the word for "on the part of"."""
    for chunk in scene.chunks:
        if at < chunk.first <= at + _BY_WITHIN and scene.key(chunk.first - 2) in words["from"]:
            return group_from(scene, chunk) if scene.key(chunk.first - 1) in words["on_the_part_of"] else []
    return []
