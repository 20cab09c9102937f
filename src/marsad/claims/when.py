"""When: the dating words that hold for a claim, in its clause, its sentence, or the narrative before it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from marsad.arabic.clitics import AT, PRESENT
from marsad.claims.said_by import Scope
from marsad.claims.scene import Found, Scene
from marsad.mentions.times import TimeMention

# Words before what is talked about.
ABOUT = frozenset({"حول", "بشان", "بخصوص"})
# How far before what it carries a verb of going on may stand, in words.
UNDER_WAY_WITHIN = 12
# How far behind a superlative the stretch it is measured against may stand, in words.
COMPARED_WITHIN = 5


def time_of(
    scene: Scene,
    found: Found,
    scopes: Sequence[Scope],
    superlatives: Collection[str],
    answers: Mapping[str, Sequence[tuple[str, ...]]],
    signed: frozenset[str],
) -> TimeMention | None:
    """The time of one trigger from its own sentence, or None."""
    times = [
        time
        for time in _dating_deeds(scene, scopes, superlatives)
        if not (time.since and _of_a_siege(scene, time, found))
        and (time.kind != "after" or _leads_up_to(scene, time, found))
    ]
    if times and found.type != "agreement" and scene.has_any(signed):
        times = [time for time in times if not of_a_deal(scene, time, signed)]
    if times and found.type in _ASKED:
        times = [time for time in times if time.first - found.last <= _ASKED_WITHIN]
    if not times:
        return None
    if found.form.pos == "noun" and (scene.key(found.first - 1) in ABOUT or is_answered(scene, found, answers)):
        times = [time for time in times if time.first > found.last]  # the day of the talks is not that of their subject
    after = before = None
    for time in times:
        if time.last < found.first:
            before = time
        elif time.first > found.last:
            after = time
            break
    if before is not None and before.kind == "clock":
        before = _with_its_day(scene, before, times)
    if after is not None and after.kind == "clock":
        after = _with_its_day(scene, after, times)
    near_after = after if after and _same_clause(scene, found.last + 1, after.first, found) else None
    near_before = before if before and _same_clause(scene, before.last + 1, found.first, found) else None
    if near_after is not None and near_before is not None:
        if _is_of_another_verb(scene, near_before, found):
            return near_after
        gap_after, gap_before = near_after.first - found.last, found.first - near_before.last
        return near_before if gap_before <= gap_after else near_after
    if near_after is not None or near_before is not None:
        return near_after or near_before
    return before or after


def _is_of_another_verb(scene: Scene, time: TimeMention, found: Found) -> bool:
    """وصلت الاثنين رفات عمال خطفوا عام 2014: a time right behind another verb is of that one."""
    at = time.first - 1 - bool(scene.info(time.first - 1).preposition)
    if at < scene.line.first or (found.verb is not None and found.verb.first <= at <= found.verb.last):
        return False
    other = scene.found_at.get(at)
    if other is not None:
        return other is not found and other.form.pos == "verb"
    info = scene.info(at)
    return found.form.pos == "verb" and bool(info.verb_like or info.speech)


# What is said rather than done; and how far behind its word a day may stand on which something was asked or refused:
# further on it is that of what is asked, ندعو إلى المشاركة في مسيرة 24 يناير (all annotated sets: right in 1 of 13).
SPOKEN = frozenset({"accuse", "demand", "reject", "threaten"})
_ASKED, _ASKED_WITHIN = frozenset({"demand", "reject"}), 5


# Kinds of times that are of a day, and how far before an hour the day that it is of may stand, in words.
_OF_A_DAY = frozenset({"date", "day", "weekday", "numeric", "day_part"})
_ITS_DAY_WITHIN = 6


def _with_its_day(scene: Scene, time: TimeMention, times: Sequence[TimeMention]) -> TimeMention:
    """The day of an hour that stands right before it: في 7 أبريل، وفي حوالي الساعة 8:00."""
    at = times.index(time)
    day = times[at - 1] if at else None
    if day is None or day.kind not in _OF_A_DAY or time.first - day.last > _ITS_DAY_WITHIN:
        return time
    return time if any(place in scene.found_at for place in range(day.last + 1, time.first)) else day


# How far behind "the day after" the deed stands that it tells of, in words.
_AFTER_WITHIN = 12


def _leads_up_to(scene: Scene, time: TimeMention, found: Found) -> bool:
    """غداة مقتل ثلاثة في هجوم: the day before is that of the deed behind, and of what is told with it."""
    if not 0 < found.first - time.last <= _AFTER_WITHIN:
        return False
    return not any(scene.info(at).that or scene.info(at).speech for at in range(time.last + 1, found.first))


def _dating_deeds(scene: Scene, scopes: Sequence[Scope], superlatives: Collection[str]) -> list[TimeMention]:
    """The times of a sentence that date neither the page, nor what somebody said, nor a comparison."""
    times: list[TimeMention] | None = scene.rules.get("times")
    if times is None:
        times = scene.rules["times"] = [
            time
            for time in scene.times
            if not time.stamp and not dates_the_speech(scene, time, scopes) and not compares(scene, time, superlatives)
        ]
    return times


def _of_a_siege(scene: Scene, time: TimeMention, found: Found) -> bool:
    """المحاصرة منذ عام 2013: how long the siege lasts dates nothing else."""
    other = scene.found_at.get(time.first - 1)
    return other is not None and other is not found and other.type == "siege"


# How far behind the word for a deal that was signed its day may stand, in words.
SIGNED_WITHIN = 14


def of_a_deal(scene: Scene, time: TimeMention, signed: frozenset[str]) -> bool:
    """اتفاق وقف إطلاق النار المبرم منذ آذار: the day a deal was made dates nothing else."""
    made = False
    for at in range(time.first - 1, max(scene.line.first, time.first - SIGNED_WITHIN) - 1, -1):
        made = made or scene.key(at) in signed
        other = scene.found_at.get(at)
        if other is not None or scene.info(at).opener:
            return made and other is not None and other.type == "agreement"
    return False


def is_answered(scene: Scene, found: Found, answers: Mapping[str, Sequence[tuple[str, ...]]]) -> bool:
    """Whether the trigger is what something else answers, which was before: ردا على هجوم."""
    if found.form.pos != "noun":
        return False
    keys, start = scene.line.keys, scene.line.first
    for end in (found.first, found.first - 1):
        if end > start and keys[end - 1] in answers:
            for phrase in answers[keys[end - 1]]:
                first = end - len(phrase)
                if first >= start and tuple(keys[first:end]) == phrase:
                    return True
    return False


def by_last_word(phrases: Iterable[str]) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Phrases under their last word: what stands before a trigger is looked up by the word right before it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[-1], []).append(words)
    return found


def dates_the_speech(scene: Scene, time: TimeMention, scopes: Sequence[Scope]) -> bool:
    """A time between a speech verb and what was said dates the speech: قالت السبت إن."""
    if time.since:
        return False  # منذ مطلع العام
    for scope in scopes:
        if scope.because.startswith("lexicon:formula") and scope.at < time.first <= scope.at + 2:
            return True
        if not scope.verb or scope.because.startswith("rule:"):
            continue
        verb_at = _verb_at(scene, scope)
        if verb_at is None or not verb_at < time.first:
            continue
        if time.first <= scope.at + 2 or _before_that(scene, scope.at, time.first):
            return _that_follows(scene, time.last + 1)
    return False


def compares(scene: Scene, time: TimeMention, superlatives: Collection[str]) -> bool:
    """Whether a stretch of time says since when something is the most: الأعنف منذ شهر, الأكثر دموية هذا العام."""
    if time.kind not in ("since", "period"):
        return False
    for at in range(time.first - 1, max(scene.line.first, time.first - COMPARED_WITHIN) - 1, -1):
        if scene.key(at) in superlatives:
            return True
        if scene.info(at).opener or not scene.info(at).is_word:
            return False
    return False


def _verb_at(scene: Scene, scope: Scope) -> int | None:
    infos = scene.line.infos
    for at in range(min(scope.at, scene.line.last - 1), scene.line.first - 1, -1):
        if infos[at].speech:
            return at
    return scope.first if scope.verb else None


def _before_that(scene: Scene, low: int, high: int) -> bool:
    if high - low > 12:
        return False
    for at in range(max(low, scene.line.first), min(high, scene.line.last)):
        info = scene.line.infos[at]
        if info.that or at in scene.found_at or info.key == ":":
            return False
    return True


def _that_follows(scene: Scene, at: int) -> bool:
    for place in range(at, min(at + 8, scene.line.last)):
        info = scene.info(place)
        if info.that or info.key in (":", "«", '"', "“") or info.preposition == "عن":
            return True
        found = scene.found_at.get(place)
        if found is not None:
            right_behind = place == at or (place == at + 1 and not scene.info(at).is_word)
            told = found.prefix.endswith(AT) or (not found.prefix and right_behind)
            return told and found.form.pos == "noun"  # أقر التحالف، الجمعة، بمقتل; أكد مصدر أمس، مقتل
    return False


def _same_clause(scene: Scene, low: int, high: int, found: Found) -> bool:
    found_at, at = scene.found_at, low
    for info in scene.line.infos[low:high]:
        if info.opener or (info.relative and at > found.last):
            return False
        if info.is_word:
            if at in found_at and found_at[at].form.pos == "verb" and found_at[at] is not found:
                return False
        elif info.key in (":", "؛"):
            return False
        at += 1
    return True


def goes_on(scene: Scene, found: Found, going_on: frozenset[str]) -> bool:
    """Whether the verb that carries the trigger, one of these, says that it is under way: واصلت الطائرات غاراتها."""
    for at in range(found.first - 1, max(scene.line.first, found.first - UNDER_WAY_WITHIN) - 1, -1):
        info = scene.info(at)
        if scene.key(at) in going_on or info.rest in going_on:
            return True
        other = scene.found_at.get(at)
        if info.opener or info.key in (":", "؛") or (other is not None and other.form.pos == "verb"):
            return False
    return False


# How far before a noun the verb that carries it stands where it alone says that the deed goes on, in words.
CARRIED_WITHIN = 6


class Carrying(Protocol):
    """The verbs that carry a noun, by their written form."""

    def get(self, key: str) -> tuple[str, str] | None:
        """What the verb does, or None."""
        ...


def told_in_the_present(scene: Scene, found: Found, carrying: Carrying) -> bool:
    """Whether the deed goes on as it is told: التي تشن ضربات, حيث تدور اشتباكات, الذي يستهدف مواقعهم."""
    if found.form.pos == "verb":
        return found.form.aspect == "imperfect" and _relates(scene, found.first - 1)
    infos = scene.line.infos
    for at in range(found.first - 1, max(scene.line.first, found.first - CARRIED_WITHIN) - 1, -1):
        info = infos[at]
        if info.light is not None:
            verb = info.light[1] == "verb" and not scene.info(at - 1).auxiliary
            return verb and _is_present(info.rest, carrying, related=_relates(scene, at - 1))
        if info.opener or info.verb_like or at in scene.found_at or info.key in (":", "؛", "،", ","):
            return False
    return False


def _is_present(key: str, carrying: Carrying, *, related: bool) -> bool:
    """Whether a carrying verb tells of the present; with ت only behind a relative, not تعرض beside يتعرض."""
    first, second = PRESENT
    if key[0] != second:
        return key[0] == first
    return related and not key.endswith(second) and carrying.get(first + key) is None


def _relates(scene: Scene, at: int) -> bool:
    return scene.info(at).relative or scene.info(at).opener
