"""Dating expressions: what can be read at one word. In: folded keys. Out: a :class:`Point`, or None.

Small rules, each for one kind of expression, are tried in order (``RULES``); منذ and pairs are made of what they read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.arabic import calendar_words as cw
from marsad.arabic.calendar import Moment
from marsad.arabic.clitics import first_keys
from marsad.arabic.dates import (
    COMMAS,
    DASHES,
    UNTIL,
    Keys,
    Point,
    Rule,
    date_rule,
    first_read,
    key_at,
    month_rule,
    months_rule,
    numeric_rule,
    part_rule,
    period_rule,
    season_rule,
    this_rule,
    year_rule,
)
from marsad.arabic.days import (
    LEADS_TO_DAY,
    clock_rule,
    day_part_rule,
    day_rule,
    hour_rule,
    noon_rule,
    part_behind,
    weekday_rule,
)
from marsad.arabic.number_words import FEMININE_ORDINALS, ORDINALS
from marsad.arabic.numbers import number_word
from marsad.arabic.remembered import Remembered
from marsad.arabic.stretches import (
    ROUGHLY,
    VAGUE_HEADS,
    after_rule,
    ago_rule,
    counted_rule,
    counts,
    lasting_rule,
    moment_back,
    stretch_at,
    vague_rule,
)

_HEADS = frozenset().union(
    cw.WEEKDAYS, cw.BARE_WEEKDAYS, cw.MONTHS, cw.MONTH_HEADS, cw.HIJRI_MONTH_HEADS, cw.DAY_HEADS, cw.DAY_PARTS,
    cw.HOURS, cw.CLOCK_HEADS, FEMININE_ORDINALS,
    cw.DAY_LEADS, cw.PAIR_LEADS, cw.PERIODS, cw.SEASONS, cw.THIS_LEADS, cw.YEAR_LEADS, cw.YEARS_LEADS,
    cw.MONTHS_LEADS, cw.PARTS, cw.HALF_HEADS, cw.SPAN_DUAL, cw.SPAN_PLURAL, cw.AGO, cw.SINCE, cw.AFTER,
    cw.ON_THE_MORROW, ORDINALS,
    VAGUE_HEADS,
)  # fmt: skip
# A reading of a word that can begin a dating expression, its proclitic off, with the rules that can read it, in order.
Head = tuple[str, tuple[Rule, ...]]


def _heads_of(key: str) -> tuple[Head, ...]:
    if key[0].isdigit():
        return ((key, _DIGIT_RULES),)
    named = [rest for _, rest in first_keys(key) if rest in _HEADS]
    number = number_word(key)
    return tuple([(head, _rules_for(key, head)) for head in named or ([number] if number else [])])


# The readings of a word, none where it begins no dating expression.
heads: Remembered[tuple[Head, ...]] = Remembered(_heads_of)


def _point_at(keys: Keys, at: int) -> Point | None:
    """What can be read at ``at``, its proclitic off."""
    found = heads[keys[at]] if at < len(keys) else ()
    return next((point for head, rules in found if (point := first_read(rules, keys, at, head))), None)


def _since(keys: Keys, at: int) -> Point | None:
    """منذ with what follows it: a point that runs on to the publication day, a stretch counted back, or the vague."""
    inner = at + 1
    if key_at(keys, inner) in cw.JUST_NOW or key_at(keys, inner) in cw.MORNING:
        named = _point_at(keys, inner)  # منذ ساعات صباح الثلاثاء
        return replace(named, kind="since") if named else Point("since", inner + 1, Moment("day", 0))
    roughly = key_at(keys, inner) in ROUGHLY
    stretch = None
    for skip in range(inner, inner + 4 if roughly else inner + 1):
        stretch = stretch or stretch_at(keys, skip)
    if stretch:
        unit, many, after = stretch
        fixed = many is not None and not roughly
        return Point("since", after, moment_back(unit, many or 0, since=True) if fixed else None)
    point = _point_at(keys, inner) or _since_start(keys, inner)
    return replace(point, kind="since") if point else None


def _since_start(keys: Keys, at: int) -> Point | None:
    """منذ بدء الهجوم في 12 مايو: the date that follows the start of something within a few words."""
    if key_at(keys, at) not in cw.STARTS:
        return None
    for inner in range(at + 1, min(at + 6, len(keys))):
        if not keys[inner][0].isalnum():
            return None
        if keys[inner - 1] in ("في", "بتاريخ") or cw.PERIODS.get(keys[inner]):
            point = _point_at(keys, inner)
            if point:
                return point
    return None


_MONTHS = frozenset(cw.MONTHS) | cw.MONTH_HEADS | cw.HIJRI_MONTH_HEADS | {"شهر"}
_SPANS = frozenset(cw.SPAN_DUAL) | frozenset(cw.SPAN_PLURAL)

# In this order: the longer reading first. With each rule the heads at which it can read something; None: it asks the
# word itself, proclitic and all.
RULES: tuple[tuple[Rule, frozenset[str] | None], ...] = (
    (day_rule, frozenset(cw.DAY_HEADS)),
    (weekday_rule, frozenset(cw.WEEKDAYS) | frozenset(cw.BARE_WEEKDAYS)),
    (clock_rule, frozenset(cw.CLOCK_HEADS)),
    (hour_rule, FEMININE_ORDINALS),
    (day_part_rule, LEADS_TO_DAY),
    (date_rule, frozenset(ORDINALS)),
    (numeric_rule, frozenset()),
    (counted_rule, None),
    (months_rule, frozenset(cw.MONTHS_LEADS)),
    (month_rule, _MONTHS),
    (part_rule, frozenset(cw.PARTS) | cw.HALF_HEADS),
    (this_rule, frozenset(cw.THIS_LEADS)),
    (year_rule, frozenset(cw.YEAR_LEADS) | frozenset(cw.YEARS_LEADS)),
    (period_rule, frozenset(cw.PERIODS)),
    (season_rule, frozenset(cw.SEASONS)),
    (noon_rule, cw.AGO | cw.AFTER),
    (ago_rule, frozenset(cw.AGO)),
    (after_rule, frozenset(cw.AFTER | cw.ON_THE_MORROW)),
    (lasting_rule, _SPANS),
    (vague_rule, VAGUE_HEADS),
)
_AT_DIGITS = frozenset({date_rule, numeric_rule, counted_rule, year_rule})


def _rules_for(key: str, head: str) -> tuple[Rule, ...]:
    """The rules that can read something at a word of letters, in order."""
    counted = counts(key)
    return tuple([rule for rule, at in RULES if (counted if at is None else head in at)])


_DIGIT_RULES = tuple(rule for rule, _ in RULES if rule in _AT_DIGITS)


# Behind a comma these go on with the pair: مطلع يونيو، وحتى نهاية أغسطس.
_TILL = frozenset(("حتي", "وحتي"))


def _joined(keys: Keys, at: int, point: Point) -> Point:
    """The second point of a pair: اليوم أو غدا, من الاثنين إلى الأربعاء, بين 3 مايو و5 يونيو, يومي الجمعة والسبت."""
    if point.end or point.start is None or point.start.unit in ("span", "ago", "back"):
        return point
    if point.after >= len(keys):
        return point
    comma = keys[point.after] in COMMAS and key_at(keys, point.after + 1) in _TILL
    joint, inner = key_at(keys, point.after + comma), point.after + comma + 1
    paired = key_at(keys, at - 1) in ("بين", "وبين") or keys[at] in cw.PAIR_LEADS
    if joint.startswith("و") and len(joint) > 1 and paired:
        inner = point.after
    elif not (joint in UNTIL or joint == "او" or joint in DASHES or (joint == "و" and paired)):
        return point
    inner += key_at(keys, inner) == "تاريخ"  # إلى تاريخ اليوم
    second = _point_at(keys, inner)
    if second is None or second.start is None or second.start.unit in ("span", "ago", "back"):
        return point
    if joint in DASHES and second.start.unit != point.start.unit:
        return point
    return replace(point, after=second.after, end=second.end or second.start)


def _is_stamp(keys: Keys, at: int, point: Point) -> bool:
    """Whether a full date is the page's own: led by نشر or تحديث, or followed by a clock time as in page chrome."""
    if point.start is None or point.start.unit != "date" or point.start.year is None:
        return False
    if point.kind == "numeric" and keys[at][0].isdigit() and not key_at(keys, at - 1)[-1:].isalpha():
        return True  # a date line: nothing leads up to it
    if any(key in cw.STAMP_LEADS for key in keys[max(0, at - 3) : at]):
        return True
    behind = [key for key in keys[point.after : point.after + 3] if key not in ("،", ",", "-", "|", "–")]
    clock = next((key for key in behind if key not in cw.CLOCK_WORDS), "")
    return ":" in clock and clock[0].isdigit() and key_at(keys, at - 1) not in ("في", "يوم")


def read_time(keys: Keys, at: int, named: Sequence[Head]) -> Point | None:
    """The dating expression that begins at word ``at``, with its pair, or None; ``named``: its ``heads``."""
    for head, rules in named:
        since = head in cw.SINCE
        point = _since(keys, at) if since else first_read(rules, keys, at, head)
        if point:
            point = part_behind(keys, _joined(keys, at, part_behind(keys, point)))
            stamp = point.stamp or _is_stamp(keys, at, point)
            alike = (since, stamp) == (point.since, point.stamp)
            return point if alike else replace(point, since=since, stamp=stamp)
    return None
