"""What a sentence opens with before its own deed: how far a clause of time at its head reaches."""

from __future__ import annotations

from marsad.arabic.clitics import AND
from marsad.arabic.place_words import TIME_OPENERS, VERB_BEHIND
from marsad.claims.scene import COMMAS, Scene


def lead_end(scene: Scene) -> int:
    """Where a clause of time that opens a sentence ends: بعد ساعات من سيطرة X على Y، … (its first index if none)."""
    first = scene.line.first
    if scene.line.keys[first].removeprefix(AND) not in TIME_OPENERS:
        return first
    for at in range(first + 1, scene.line.last):
        if _is_told_outright(scene, at):
            return first
        if scene.key(at) in COMMAS and any(
            place in scene.found_at or scene.info(place).light for place in range(at + 1, min(at + 4, scene.line.last))
        ):
            return at
    return first


def _is_told_outright(scene: Scene, at: int) -> bool:
    """Whether the deed of the sentence itself begins, with no comma before it: وإثر الاشتباكات قصفت قوات X Y."""
    found = scene.found_at.get(at)
    told = found is not None and found.first == at and found.form.pos == "verb" and not found.prefix
    return told and not (scene.info(at - 1).that or scene.key(at - 1) in VERB_BEHIND)
