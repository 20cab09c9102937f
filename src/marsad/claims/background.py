"""Whether a sentence goes on with what came before the news: after a sentence of nothing but background."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from marsad.claims.draft import INHERITED, Draft
from marsad.claims.links import SPEECH_ACTS
from marsad.claims.narrative import NARRATED
from marsad.claims.repeats import YEAR_DAYS
from marsad.claims.said_by import Scope
from marsad.claims.status import LONG_BEFORE, LONG_STRETCH, OLD_AFTER_DAYS
from marsad.claims.when import dates_the_speech
from marsad.mentions.times import resolve

# How many sentences back the background may have been told.
TOLD_WITHIN = 2
BACKGROUND_GOES_ON = "rule:background-goes-on"
# Kinds of times that say how long ago something was said, without fixing a day.
_AGO = frozenset({"vague", "ago"})
# Reasons of a background that the next sentence may go on with: others say no more than what came before the news.
_LONG_AGO = frozenset(
    {
        LONG_BEFORE,
        LONG_STRETCH,
        "rule:recalled",
        "rule:told-long-ago",
        "rule:over-a-stretch",
        "rule:counted-from",
        "rule:since-an-era",
        "rule:habit",
    }
)
# Deals and talks are told with the news they are broken or held by: nothing goes on with them.
_OF_WORDS = SPEECH_ACTS | {"agreement", "talks"}


def goes_on_before(drafts: Sequence[Draft], earlier: Sequence[Draft], *, dated: bool) -> None:
    """Make background of asserted drafts without a time of their own where the sentence before told only that.

    ``drafts``: those of one sentence; ``earlier``: those of the sentences before, in their order; ``dated``: whether
    the days told before are those of this sentence too.
    """
    if not drafts or not earlier or earlier[-1].status != "background":
        return
    before = _last_sentence(earlier)
    if drafts[0].scene.line.index - before[0].scene.line.index > TOLD_WITHIN:
        return
    for draft in before:
        if draft.status != "background" or BACKGROUND_GOES_ON in draft.because:
            return  # it is no background by its own words
    if all(draft.type in _OF_WORDS for draft in before) or all(draft.status == "background" for draft in earlier):
        return
    if any(draft.time is not None and draft.time in draft.scene.times and draft.dates for draft in drafts):
        return
    last = before[-1]
    long_ago = any(not _LONG_AGO.isdisjoint(draft.because) for draft in before)
    for draft in drafts:
        if draft.status != "asserted" or draft.type in SPEECH_ACTS:
            continue
        if long_ago:
            draft.status = "background"
            draft.note(BACKGROUND_GOES_ON)
        if dated and (NARRATED in draft.because or draft.time is None):
            draft.time, draft.dates = last.time, last.dates
        if INHERITED in draft.because and last.places:
            draft.places = list(last.places)


def told_long_ago(drafts: Sequence[Draft], scopes: Sequence[Scope], published: date | None) -> None:
    """Make background of what somebody said long before the news: وقبل أسبوعين، ذكرت الوكالة وقوع هجوم."""
    scene = drafts[0].scene if drafts else None
    if scene is None or published is None or not scopes:
        return
    for time in scene.times:
        if time.stamp or not dates_the_speech(scene, time, scopes):
            continue
        days = resolve(time, published)
        old = days is not None and OLD_AFTER_DAYS <= (published - date.fromisoformat(days[1])).days <= YEAR_DAYS
        just_now = days is not None and days[1] == published.isoformat()  # قبل قليل
        if old or (time.kind in _AGO and not just_now):
            for draft in drafts:
                told = draft.time is None or NARRATED in draft.because
                if draft.status == "asserted" and told and draft.found.first > time.first:
                    draft.status, draft.time, draft.dates = "background", None, None
                    draft.note("rule:told-long-ago")


def _last_sentence(earlier: Sequence[Draft]) -> list[Draft]:
    """The drafts of the last sentence that told any; some were."""
    start, scene = len(earlier), earlier[-1].scene
    while start > 0 and earlier[start - 1].scene is scene:
        start -= 1
    return list(earlier[start:])


# How many days before the first that is told a deed is no news; where its day opens the sentence, one day less. Origin,
# 2026-11-26: of 32 deeds told as news so 29 are background, of those two days before whose day stands elsewhere half.
DAYS_BEFORE = 3
# How far into a sentence its day may stand to open it, in words.
OPENING = 3


def told_of_days_before(drafts: Sequence[Draft]) -> None:
    """Make background of deeds of days before the one that the report begins with: والثلاثاء الماضي قتل X."""
    news = next((draft.dates[1] for draft in drafts if draft.dates), None)
    if news is None:
        return
    old = date.fromisoformat(news) - timedelta(days=DAYS_BEFORE)
    old_day, next_day = old.isoformat(), (old + timedelta(days=1)).isoformat()
    for draft in drafts:
        if draft.dates is None or draft.dates[1] > next_day or draft.status != "asserted" or draft.type in SPEECH_ACTS:
            continue
        if NARRATED in draft.because:
            continue
        time = draft.time
        opens = time is not None and time in draft.scene.times and time.first <= draft.scene.line.first + OPENING
        if opens or draft.dates[1] <= old_day:
            draft.status = "background"
            draft.note("rule:days-before-the-news")
