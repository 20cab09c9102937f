"""What is still to come: by the verb that carries a noun, by "may", by the day."""

from __future__ import annotations

from marsad.arabic.neighbours import COMING_DAYS, CONTROL_VERB, MAY, WILL_BE
from marsad.claims.draft import Draft
from marsad.claims.links import SPEECH_ACTS
from marsad.claims.scene import Found, Scene

# How far before a noun the verb may stand that says when it will be, and how far behind it, in words.
_CARRIED_WITHIN, _TOLD_WITHIN = 5, 8
_LEAST_LETTERS = 4


def to_come(scene: Scene, found: Found) -> bool:
    """A noun whose verb is still to come: محادثات بين X وY ستجري, هجوم سيشنه."""
    if _carried_to_come(scene, found):
        return True
    infos = scene.line.infos
    for at in range(found.last + 1, min(found.last + _TOLD_WITHIN, scene.line.last)):
        info = infos[at]
        key = info.key
        if not info.is_word or info.that or info.opener or info.relative or at in scene.found_at:
            return False
        noun = info.noun is not None or key.startswith(CONTROL_VERB)
        if key[:2] in WILL_BE and len(key) > _LEAST_LETTERS and at not in scene.chunk_at and not noun:
            return True
        if info.verb_like or info.speech:
            return False
    return False


def _carried_to_come(scene: Scene, found: Found) -> bool:
    """ستعقد جولة جديدة من المحادثات: the verb that carries it is one of the future."""
    at = _carrier_of(scene, found)
    return at >= 0 and scene.info(at).rest[:2] in WILL_BE


def _carrier_of(scene: Scene, found: Found) -> int:
    """The verb before a noun that carries it, -1 where none does."""
    for at in range(found.first - 1, max(scene.line.first, found.first - _CARRIED_WITHIN) - 1, -1):
        info = scene.line.infos[at]
        if info.light is not None and info.light[1] == "verb":
            return at
        if info.opener or info.that or info.relative or not info.is_word or at in scene.found_at:
            return -1
    return -1


def may_be(scene: Scene, found: Found) -> bool:
    """قد تقصف X, قد يقتل: "may" before the verb of the present that tells it."""
    return found.form.aspect == "imperfect" and scene.key(found.first - 1) in MAY


def is_of_a_day_to_come(draft: Draft) -> bool:
    """Whether its own words date what a verb of the present tells to a day to come: ينعقد يوم الجمعة المقبل."""
    return draft.found.form.aspect == "imperfect" and draft.type not in SPEECH_ACTS and _has_a_coming_day(draft)


def without_a_day_to_come(draft: Draft) -> None:
    """What is told as done happened on no day to come: the words for one are of something else in its sentence."""
    if (
        draft.time is not None
        and draft.status == "asserted"
        and draft.found.form.aspect == "perfect"
        and _has_a_coming_day(draft)
    ):
        draft.time, draft.dates = None, None


def _has_a_coming_day(draft: Draft) -> bool:
    time, scene = draft.time, draft.scene
    if time is None or not scene.has_any(COMING_DAYS) or scene.time_at.get(time.first) is not time:
        return False
    return any(scene.info(at).rest in COMING_DAYS for at in range(time.first, time.last + 1))
