"""Tolls that are said to have risen: what they count is no new happening, however late it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.arabic.clitics import AND, ARTICLE, with_prefix
from marsad.claims.draft import Draft
from marsad.claims.scene import HARD_STOPS, Scene

# How far the toll may stand from the word that it rose, in words: رفع المرصد حصيلة, ارتفع إلى أربعة عدد القتلى; and
# before what it counts.
TOLL_WITHIN = 6
KNOWN_WITHIN = 8
REVISED = "rule:toll-has-risen"
EARLIER = "rule:toll-told-earlier"
_COUNTED = frozenset({"killed", "wounded"})


def note_risen(drafts: Sequence[Draft], words: Mapping[str, frozenset[str]]) -> None:
    """Say of the killed and wounded of a sentence that their number has risen: ارتفعت حصيلة القصف إلى 12 قتيلاً."""
    counted = [draft for draft in drafts if draft.type in _COUNTED]
    rises = risen_at(counted[0].scene, words) if counted else -1
    if rises < 0:
        return
    behind = [draft for draft in counted if rises < draft.found.first]
    for draft in behind:
        if draft.status == "asserted":
            draft.note(REVISED)
    dated = next((draft for draft in behind if draft.status == "asserted" and draft.dates is not None), None)
    for draft in behind:
        if draft.status == "background" and draft.dates is None and draft.time is None and dated is not None:
            draft.time, draft.dates = dated.time, dated.dates  # بعدما كان أفاد بمقتل خمسة: of the same day
            draft.note(EARLIER)


def is_of_known_toll(draft: Draft, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether a toll that was told before is told again: كانت الحصيلة الأولى سبعة قتلى."""
    before = range(max(draft.scene.line.first, draft.found.first - KNOWN_WITHIN), draft.found.first)
    keys = (draft.scene.key(at) for at in before)
    return draft.type in _COUNTED and any(
        key.startswith(ARTICLE) and key.removeprefix(ARTICLE) in words["toll_nouns"] for key in keys
    )


def risen_at(scene: Scene, words: Mapping[str, frozenset[str]]) -> int:
    """Where the word stands by which a toll has risen; -1 where none does."""
    rises = words["tolls_rise"]
    if not scene.has_any(with_prefix(rises, AND)):
        return -1
    for at in range(scene.line.first, scene.line.last):
        if scene.line.keys[at].removeprefix(AND) in rises and _is_of_a_toll(scene, at, words):
            return at
    return -1


def _is_of_a_toll(scene: Scene, at: int, words: Mapping[str, frozenset[str]]) -> bool:
    for place in range(at + 1, min(at + 1 + TOLL_WITHIN, scene.line.last)):
        if scene.key(place) in HARD_STOPS:
            return False
        if scene.key(place).removeprefix(ARTICLE) in words["toll_nouns"]:
            return True
    return False
