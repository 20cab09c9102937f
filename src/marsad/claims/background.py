"""Whether a sentence goes on with what came before the news: after a sentence of nothing but background."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claims.draft import Draft
from marsad.claims.links import SPEECH_ACTS
from marsad.claims.narrative import NARRATED

# How many sentences back the background may have been told.
TOLD_WITHIN = 2
BACKGROUND_GOES_ON = "rule:background-goes-on"
_PLACED = "rule:place-of-narrative"


def goes_on_before(drafts: Sequence[Draft], earlier: Sequence[Draft], *, dated: bool) -> None:
    """Make background of asserted drafts without a time of their own where the sentence before told only that.

    ``drafts``: those of one sentence; ``earlier``: those of the sentences before, in their order; ``dated``: whether the
    days told before are those of this sentence too.
    """
    before = _last_sentence(earlier)
    if not drafts or not before or drafts[0].scene.line.index - before[0].scene.line.index > TOLD_WITHIN:
        return
    if not all(_is_of_itself(draft) for draft in before) or all(draft.status == "background" for draft in earlier):
        return
    if any(draft.time is not None and draft.time in draft.scene.times and draft.dates for draft in drafts):
        return
    last = before[-1]
    for draft in drafts:
        if draft.status != "asserted" or draft.type in SPEECH_ACTS:
            continue
        draft.status = "background"
        draft.note(BACKGROUND_GOES_ON)
        if dated and (NARRATED in draft.because or draft.time is None):
            draft.time, draft.dates = last.time, last.dates
        if _PLACED in draft.because and last.places:
            draft.places = list(last.places)


def _is_of_itself(draft: Draft) -> bool:
    """Whether a draft is background by its own words."""
    return draft.status == "background" and BACKGROUND_GOES_ON not in draft.because


def _last_sentence(earlier: Sequence[Draft]) -> list[Draft]:
    """The drafts of the last sentence that told any."""
    last: list[Draft] = []
    for draft in reversed(earlier):
        if last and draft.scene is not last[0].scene:
            break
        last.insert(0, draft)
    return last
