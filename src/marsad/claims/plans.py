"""What stands beside a plan: a weekday that is to come for one claim of a sentence is no past one for another."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.place_words import ON_THAT, WILL
from marsad.claims.draft import Draft
from marsad.claims.scene import STOPS, Scene
from marsad.claims.status import LONG_BEFORE
from marsad.mentions.times import TimeMention

LEAST_LETTERS = 4
# How far before a time the verb of the future may stand, in words: ستدخل حيز التنفيذ عند منتصف ليل الأربعاء.
AHEAD_WITHIN = 5


def is_ahead(scene: Scene, time: TimeMention) -> bool:
    """Whether a weekday stands behind a verb of what is to be: it is the coming one."""
    first, start = scene.line.first, time.start
    if start is None or start.unit != "weekday" or time.first <= first:
        return False
    infos, found_at, (on, that) = scene.line.infos, scene.found_at, ON_THAT
    for at in range(time.first - 1, max(first, time.first - AHEAD_WITHIN) - 1, -1):
        info = infos[at]
        key = info.key
        if info.opener or at in found_at or key in STOPS:
            return False
        if key.startswith(WILL) and len(key) > LEAST_LETTERS and at not in scene.chunk_at:
            return True
        if at - 2 >= first and infos[at - 1].key == that and infos[at - 2].key == on:
            return True
    return False


def share_days(drafts: Sequence[Draft]) -> None:
    """One weekday dates a plan and what stands beside it: عملية تبادل تشمل الجمعة ثمانية معتقلين."""
    for plan in drafts:
        if plan.status != "planned" or plan.time is None or plan.dates is None or not _is_weekday(plan):
            continue
        for other in drafts:
            if other.time is plan.time and LONG_BEFORE in other.because and other.dates != plan.dates:
                other.dates, other.status = plan.dates, "planned"
                other.because.remove(LONG_BEFORE)
                other.note("rule:day-of-the-plan")


def _is_weekday(plan: Draft) -> bool:
    return plan.time is not None and plan.time.start is not None and plan.time.start.unit == "weekday"
