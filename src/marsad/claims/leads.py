"""What a sentence opens with before its own deed: how far a clause of time at its head reaches."""

from __future__ import annotations

from marsad.claims.scene import Scene

_LEADS = frozenset({"بعد", "عقب", "اثر", "قبل", "منذ", "غداه"})
# Behind which a verb still belongs to what the sentence opens with: بعد ما سيطر X.
_LEADS_A_VERB = frozenset({"ما", "عندما", "حين", "حينما", "لما", "منذ"})


def lead_end(scene: Scene) -> int:
    """Where a clause of time that opens a sentence ends: بعد ساعات من سيطرة X على Y، … (its first index if none)."""
    first = scene.line.first
    if scene.line.keys[first].removeprefix("و") not in _LEADS:
        return first
    for at in range(first + 1, scene.line.last):
        if _is_told_outright(scene, at):
            return first
        if scene.key(at) in ("،", ",") and any(
            place in scene.found_at or scene.info(place).light for place in range(at + 1, min(at + 4, scene.line.last))
        ):
            return at
    return first


def _is_told_outright(scene: Scene, at: int) -> bool:
    """Whether the deed of the sentence itself begins, with no comma before it: وإثر الاشتباكات قصفت قوات X Y."""
    found = scene.found_at.get(at)
    told = found is not None and found.first == at and found.form.pos == "verb" and not found.prefix
    return told and not (scene.info(at - 1).that or scene.key(at - 1) in _LEADS_A_VERB)
