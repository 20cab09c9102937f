"""What is told as not having been: لا إصابات, الإصابات: لا يوجد, لا صحة لما يتداول عن إسقاط X."""

from __future__ import annotations

from collections.abc import Callable, Collection

from marsad.claims.scene import COMMAS, Found, Scene

# What may come of a deed.
COMES_OF = frozenset({"killed", "wounded", "property_damage", "arrested", "equipment_loss", "captured"})
# How far behind the word for truth stands what is not true, in words.
_TRUTH_WITHIN = 10
_COLON = ":"


def none_of_it(found: Found) -> bool:
    """Whether لا before the noun says that none came of it: لا إصابات, but not لا للانسحاب."""
    return found.form.pos != "verb" and not found.form.definite and found.type in COMES_OF


def told_as_none(scene: Scene, found: Found, negators: Collection[str]) -> bool:
    """الإصابات: لا يوجد, غارات روسية: لا يوجد: a word of a list with a negation behind its colon."""
    if found.form.pos == "verb":
        return False
    at = found.last + 1 + (scene.key(found.last + 2) == _COLON)
    return scene.key(at) == _COLON and at + 1 < scene.line.last and scene.key(at + 1) in negators


def said_untrue(scene: Scene, found: Found, truth: Collection[str], negator: Callable[[str], str]) -> bool:
    """لا صحة لما يتداول عن إسقاط X: whether the word for truth stands before a deed in its clause, and is negated."""
    if found.form.pos == "verb":
        return False
    for at in range(found.first - 1, max(scene.line.first, found.first - _TRUTH_WITHIN) - 1, -1):
        if scene.key(at) in truth:
            return bool(negator(scene.key(at - 1)))
        if scene.key(at) in COMMAS or scene.info(at).that:
            return False
    return False
