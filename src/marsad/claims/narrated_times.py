"""What a time of a sentence dates: its claim alone, what comes after, the narrative; days ahead and days long past."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from marsad.arabic.clitics import AND
from marsad.arabic.dates import UNTIL
from marsad.arabic.neighbours import WHILE_HE
from marsad.claims.draft import Draft
from marsad.claims.repeats import is_history
from marsad.claims.said_by import Scope
from marsad.claims.scene import Scene
from marsad.claims.status import OLD_AFTER_DAYS
from marsad.claims.told_so_far import Narrative
from marsad.claims.when import dates_the_speech
from marsad.mentions.times import TimeMention

# Types told as what has come about by now: a day told before dates them only with a deed of their own sentence
# (all annotated sets: control inherited rightly in 2 of 9).
_COME_ABOUT = frozenset({"control_gain"})
# Types that it dates only where a speaker of the next sentence tells them (on reports apart inherited rightly: arrests
# in 15 of 100, flight in 18, withdrawals in 16; all annotated sets, past the next sentence: in 4 of 36).
_TOLD_ANEW = frozenset({"arrested", "abducted", "displaced", "withdrawal"})
# Types that it dates in the next sentence only (all annotated sets, further on: rightly in 10 of 40).
_SOON_OVER = frozenset({"protest", "aid"})
# How many words into a sentence the verb of its speaker stands at most.
SPEAKER_WITHIN = 4
# Kinds of times that are told of one deed (all annotated sets: passed on rightly in 12 of 81).
_PASSING = frozenset({"after", "night", "day_part"})


def passing(scene: Scene, time: TimeMention) -> bool:
    """Whether a time dates no more than its claim: حتى ساعة متأخرة من مساء أمس, بعد يوم من القمة, قبل ساعات."""
    if time.kind in _PASSING or (time.kind == "ago" and (time.start is None or not time.start.shift)):
        return True
    return scene.key(time.first - 1).removeprefix(AND) in UNTIL and time in scene.times


def is_to_come(days: tuple[str, str] | None, today: str | None) -> bool:
    """Whether days are ahead of the news: الأسبوع المقبل dates no more than what is planned for it."""
    return days is not None and today is not None and days[0] > today


def spans(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether it sums up a stretch that holds the day of another deed of the sentence, which is the day of the news."""
    days = draft.dates
    if days is None or days[0] == days[1]:
        return False
    return any(
        other.dates is not None and days[0] <= other.dates[0] <= other.dates[1] <= days[1] and other.dates != days
        for other in drafts
    )


def remember_time(scene: Scene, scopes: Sequence[Scope], narrative: Narrative, published: date | None) -> None:
    """A sentence of no happening may still date the next: في ساعات الفجر من يوم السبت. حملة مداهمة…"""
    for time in scene.times:
        days = narrative.days_of(time, published)
        if days is None or published is None or (published - date.fromisoformat(days[0])).days > OLD_AFTER_DAYS:
            continue
        if not time.stamp and not dates_the_speech(scene, time, scopes):
            narrative.time, narrative.days = time, days
            narrative.time_sentence, narrative.time_paragraph = scene.line.index, scene.line.paragraph


def of_the_plan(draft: Draft, published: date | None) -> bool:
    """Whether a day that is past, or an hour, dates the planning: أطلق الخميس هجوما لتحرير المدينة."""
    past = draft.dates is not None and published is not None and date.fromisoformat(draft.dates[1]) < published
    before = draft.time is not None and draft.time.first < draft.found.first
    if draft.time is not None and draft.time.kind == "day_part" and draft.found.form.pos != "verb":
        past = True  # استقدمت بعد الظهر تعزيزات تمهيدا لهجوم
    return before and (past or "rule:purpose" in draft.because)


# How far before the day of an announcement its verb may stand, in words.
ANNOUNCED_WITHIN = 4


def was_announced(draft: Draft, published: date | None) -> bool:
    """Whether a day long past is that of an announcement, not of what was announced: أعلنت في مارس عن مقتل 5."""
    time, found = draft.time, draft.found
    if time is None or found.form.pos != "noun" or time.first > found.first:
        return False
    if published is None or draft.dates is None or is_history(draft.dates, published):
        return False
    words = range(max(draft.scene.line.first, time.first - ANNOUNCED_WITHIN), found.first)
    return time in draft.scene.times and any(draft.scene.info(at).speech == "announce" for at in words)


def days_of(scene: Scene, time: TimeMention, narrative: Narrative, published: date | None) -> tuple[str, str] | None:
    """The days of a time; an hour belongs to the last day that the narrative told."""
    if time.kind == "clock" and not time.since and narrative.time is not None and narrative.days is not None:
        return narrative.days[1], narrative.days[1]
    if time.kind == "after" and time.start is not None and (told := _told_day(scene, time, narrative, published)):
        day = date.fromisoformat(told) + timedelta(days=time.start.shift)
        return day.isoformat(), day.isoformat()
    return narrative.days_of(time, published)


def _told_day(scene: Scene, time: TimeMention, narrative: Narrative, published: date | None) -> str | None:
    """The day that "the day after" is: one that the sentence told before it, else that of the narrative."""
    before = [other for other in scene.times if other.last < time.first and not other.stamp and other.kind != "after"]
    days = narrative.days_of(before[-1], published) if before else narrative.days
    return days[1] if days is not None else None


def same_day(scene: Scene, time: TimeMention, narrative: Narrative) -> TimeMention:
    """The day that "the same day" is: one that the sentence told before it, else that of the narrative."""
    before = [other for other in scene.times if other.last < time.first and not other.stamp and other.start is not None]
    return (before[-1] if before else narrative.time) or time


def of_another_long_past(draft: Draft, time: TimeMention, narrative: Narrative, published: date | None) -> bool:
    """Whether a day long before the news stands behind another deed, whose it is: لغم زرع خلال هجوم العام الماضي."""
    if narrative.days is None:
        return False
    days = narrative.days_of(time, published)
    if days is None or days[1] >= narrative.days[0]:
        return False
    if (date.fromisoformat(narrative.days[0]) - date.fromisoformat(days[1])).days < OLD_AFTER_DAYS:
        return False
    return any(at in draft.scene.found_at for at in range(draft.found.last + 1, time.first))


def is_told_anew(draft: Draft, behind: int) -> bool:
    """Whether a deed that no dated deed of its sentence goes with has no day of the narrative.

    ``behind``: how many sentences behind that day it stands.
    """
    first = draft.scene.line.first
    if draft.type in _COME_ABOUT:
        return draft.found.first != first  # وسيطر الثوار goes on with the story
    if draft.type in _TOLD_ANEW:
        return behind > 1 or not any(draft.scene.info(at).speech for at in range(first, first + SPEAKER_WITHIN))
    return behind > 1 and draft.type in _SOON_OVER


def is_under_way(draft: Draft) -> bool:
    """Whether a deed is told in the present: وتقصف الطائرات X; not وهو ينزف, which is of the time told before.

    Nor تعطل, which says as well that something broke.
    """
    form = draft.found.form
    if draft.scene.key(draft.found.first - 1) in WHILE_HE:
        return False
    return form.aspect == "imperfect" and form.pos == "verb" and draft.type != "property_damage"


def is_elsewhen(time: TimeMention, narrative: Narrative, published: date | None) -> bool:
    """Whether the sentence dates the claim to other days than the narrative: its place is not inherited."""
    told = narrative.days
    if told is None:
        return False
    days = narrative.days_of(time, published)
    return days is not None and (days[1] < told[0] or told[1] < days[0])
