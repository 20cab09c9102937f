"""Deeds that are named and not told: any attack, the worst of its kind, the wounds somebody was wounded with."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND, ARTICLE, TO, WITH, rests_and_bare
from marsad.claims.guards import Context
from marsad.claims.scene import HARD_STOPS, QUOTES, Found, Group, Scene

# Types of which "any" is said where there were none: لم تقع أي إصابات.
_DENIED = frozenset({"killed", "wounded", "property_damage", "equipment_loss", "arrested", "abducted", "released"})
# Types one of which was told when another is said to be of its kind.
_STRUCK = frozenset({"attack", "airstrike", "shelling", "bombing", "suicide_bombing", "clash"})
# How far before "any" a negation may stand, in words.
_NEGATED_WITHIN = 4
# How far before the word for wounds the verb may stand that wounded, in words.
_WOUNDED_WITHIN = 10
# The word for wounds.
_WOUNDS = "wounded.hit"
# How far before a deal the word stands that says it was broken, in words.
_BROKEN_WITHIN = 3


def any_at_all(scene: Scene, found: Found, context: Context) -> bool:
    """المسؤولية عن أي هجوم, أية محاولة تسلل: whatever may come, and no happening; لا يوجد أي اتفاق is one denied."""
    before, any_such = found.first - 1, context.words["any_such"]
    if scene.key(before) not in any_such:
        before -= 1  # أي محاولة هجوم
        if scene.key(before) not in any_such or before + 1 in scene.found_at or found.prefix.startswith(AND):
            return False
    if found.type in _DENIED:
        return False
    negators = context.words["negators"]
    return not any(scene.info(at).rest in negators for at in range(before - _NEGATED_WITHIN, before))


def of_its_kind(scene: Scene, found: Found, context: Context) -> bool:
    """وهو ثاني هجوم من نوعه, أعنف هجوم منذ أعوام: what stands behind "first" or "worst" is set beside its like."""
    if _STRUCK.isdisjoint(context.told):
        return False
    behind = (scene.key(found.last + 1), scene.key(found.last + 2))
    return behind[1] in context.words["its_kind"] or behind[0] in context.words["in_all"]


def wounded_with(scene: Scene, found: Found) -> bool:
    """جرح ستة أشخاص إصابات متفاوتة, إصابة مدنيين بإصابات خفيفة: the wounds of those whom the sentence tells of."""
    if found.form.pos != "noun" or found.form.number != "p":
        return False
    own = scene.chunk_at.get(found.first)
    if found.form.definite or found.prefix not in ("", WITH) or (own is not None and own.count is not None):
        return False
    if scene.key(found.first - 1).isdigit() or scene.info(found.first - 1).preposition:
        return False
    for at in range(found.first - 1, max(scene.line.first, found.first - _WOUNDED_WITHIN) - 1, -1):
        if scene.key(at) in HARD_STOPS or scene.info(at).opener:
            return False
        other = scene.found_at.get(at)
        if other is not None:
            return other.type == "wounded"
    return False


def titled(scene: Scene, found: Found, context: Context) -> bool:
    """القائد الشهيد فلان, أهالي الشهداء, مستشفى شهداء X: the dead by a title or in a name, and no death told."""
    if scene.info(found.first - 1).rest.removeprefix(ARTICLE) in context.words["named_for_the_dead"]:
        return True
    if found.form.number != "s" or not scene.key(found.first).startswith(ARTICLE):
        return False
    own = scene.chunk_at.get(found.first)
    return own is None or own.count is None


def violated(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """خرق للهدنة, 70 خرقا لاتفاق وقف إطلاق النار: the deal is what was broken, and told as nothing more."""
    for at in range(found.first - 1, max(scene.line.first, found.first - _BROKEN_WITHIN) - 1, -1):
        other = scene.found_at.get(at)
        if other is not None:
            return other.type == "violation"
        if scene.key(at) in HARD_STOPS or scene.info(at).opener:
            return False
    return False


def unexploded(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """قنبلة لم تنفجر: what did not explode is no bombing, nor was one denied."""
    if found.trigger.frame != "explode":
        return False
    return scene.key(found.first - 1).removeprefix(AND) in context.words.get("negators", frozenset())


def named_operation(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """معركة «فجر الريف», لدى «فجر الريف»: a word in the name of an operation tells of nothing else."""
    quotes = context.words.get("quote_open", frozenset())
    if scene.key(found.first - 1) not in quotes or found.first - 3 < scene.line.first:
        return False
    if found.form.pos == "verb" and scene.info(found.first - 2).preposition:
        return True
    heads = context.words.get("named", ())
    return any(scene.info(found.first - step).rest in heads for step in (2, 3))


def named_battle(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """معركة «فجر الريف», معركة الميناء, ذهبوا لقتال التنظيم: a battle by its name, and what somebody goes to fight."""
    words, forms = context.words, rests_and_bare[scene.key(found.first)]
    battle = not forms.isdisjoint(words["battles"])
    if found.form.suffix or not (battle or not forms.isdisjoint(words["fighting"])):
        return False
    if found.prefix.endswith(TO):
        return scene.key(found.first - 1) not in words["scenes_of_fighting"]
    if not battle or found.form.definite or found.form.number != "s":
        return False
    after = found.last + 1
    chunk = scene.chunk_at.get(after)
    if chunk is not None and chunk.kind == "place" and not chunk.preposition:
        return True
    return scene.key(after) in QUOTES or (after in scene.found_at and scene.found_at[after].form.pos != "verb")


def fought_for(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """قائد عملية تحرير المدينة, معارك تحرير الميناء: ground that names the fight for it."""
    before = rests_and_bare[scene.key(found.first - 1)]
    if not before.isdisjoint(context.words["battles"]):
        return True
    return not before.isdisjoint(context.words["operations_for"]) and (
        scene.key(found.first - 2) in context.words["commanding"]
    )


def paired(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """المداهمات والاقتحامات: two words for one happening make one claim."""
    if found.trigger.id == _WOUNDS and wounded_with(scene, found):
        return True
    before = scene.found_at.get(found.first - 1)
    return (
        before is not None
        and before is not found
        and before.type == found.type
        and (before.form.pos != "phrase" or found.type != "property_damage")  # خسائر مادية ودمار are two things
        and found.prefix.startswith(AND)
        and found.form.pos != "victims"
    )
