"""What somebody sets out to do: purposes, operations and attempts named for what they are to reach."""

from __future__ import annotations

from marsad.arabic.clitics import AND, TO, rests_and_bare
from marsad.arabic.neighbours import AROUND_DEEDS, BEFORE, FOR_THE_SAKE_OF, THAT, TO_DO, may_be_present
from marsad.claims.scene import STOPS, Found, Scene

# What forces set out to do: after ل it is their purpose.
WANTED = frozenset({"control_gain", "arrested", "withdrawal", "captured", "siege", "repel", "released"})
# Of these what is told behind the ل of any verb: أطلقت لتحرير المدينة; تعرضوا لاعتقال was done.
_GROUND = "control_gain"
# Deeds that a noun behind ل says somebody set out to do: في طريقهم لمهاجمة القاعدة; تعرض لهجوم was one.
_AIMS = frozenset({"attack.storm", "attack.verb", "attack.raid"})
# How far behind the word for an attempt stands what was tried, in words.
_TRIED_WITHIN = 3


def told_as_next(scene: Scene, found: Found) -> bool:
    """Whether a verb tells what came next: خطفوا موظفين قبل أن يطلقوا سراحهما."""
    return scene.key(found.first - 1) == THAT and scene.key(found.first - 2).removeprefix(AND) in BEFORE


def is_purpose(scene: Scene, found: Found, tried: frozenset[str]) -> bool:
    """أن يقتل, لتحرير المدينة, من أجل: what is wanted has not happened; فجر نفسه ليقتل جنديا is what came of it.

    ``tried``: words behind which ل tells no purpose.
    """
    before, pos = scene.key(found.first - 1), found.form.pos
    if pos == "verb":
        if found.type == _GROUND and found.prefix.endswith(TO):
            return True
        if before not in TO_DO or found.form.aspect == "perfect":
            return False
        key = scene.key(found.first)
        return may_be_present(key) and scene.key(found.first - 2) not in AROUND_DEEDS and not told_as_next(scene, found)
    if found.prefix == TO and pos in ("noun", "phrase"):
        wanted = found.type in WANTED and found.trigger.id != "siege.noun"
        if wanted or found.trigger.id in _AIMS:
            info = scene.info(found.first - 1)
            if before.removeprefix(AND) in tried or found.first == scene.line.first:
                return False
            if found.type == _GROUND:
                return info.light is None or info.light[0] != "undergo"
            return not (info.light or info.verb_like)
    return before == FOR_THE_SAKE_OF


def set_out_for(scene: Scene, found: Found, operations: frozenset[str], attempts: frozenset[str]) -> bool:
    """عملية تحرير المدينة, استكمال السيطرة, محاولة لتوسيع سيطرتهم: ground that is fought for and not yet taken."""
    if found.type != _GROUND or found.form.pos == "verb":
        return False
    if not rests_and_bare[scene.key(found.first - 1)].isdisjoint(operations):
        return True
    for at in range(found.first - 1, max(scene.line.first, found.first - _TRIED_WITHIN) - 1, -1):
        key = scene.key(at)
        if key in STOPS or at in scene.found_at or scene.info(at).opener:
            return False
        if not rests_and_bare[key].isdisjoint(attempts):
            return True
    return False
