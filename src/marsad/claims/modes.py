"""The mode of an attack by the words of its clause: its adjective, its weapons, who made it, what the report tells."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND, ARTICLE
from marsad.claims.guards import Context
from marsad.claims.scene import STOPS, Found, Scene
from marsad.claims.what import MODIFIERS


def settle_type(scene: Scene, found: Found, groups: Sequence[object], context: Context) -> None:
    """The mode of an attack from its adjective, its weapons, its doer, then from what the report tells elsewhere."""
    for at in (found.last + 1, found.last + 2) if found.form.pos != "verb" else ():
        modifier = MODIFIERS.get(scene.key(at).removeprefix(ARTICLE))
        if modifier and not (found.type == "bombing" and modifier != "suicide_bombing"):
            set_mode(found, modifier, "rule:mode-by-adjective")
            if at == found.last + 1:
                found.last = at
            return
    if found.type in _BY_BOMBERS and _by_a_bomber(scene, found, context):
        set_mode(found, "suicide_bombing", "rule:mode-by-bomber")
        return
    remote = context.remote_near(scene, found)
    if found.trigger.id == _ATTACKS or (remote == "shooting" and found.trigger.id != "attack.target"):
        remote = None  # an attack with rifles is still an attack, and who attacks with rockets attacks
    if remote and found.type != "bombing":
        set_mode(found, remote, "rule:mode-by-weapon")
        return
    if remote == "suicide_bombing":
        set_mode(found, remote, "rule:mode-by-weapon")
        return
    strikes = found.type in ("shelling", "airstrike") and found.trigger.frame == "strike"
    if strikes and context.air_only and not _beside_raids(scene, found) and not _from_the_ground(scene, found, context):
        set_mode(found, "airstrike", "rule:mode-by-report")


_ATTACKS = "attack.verb"
_BY_BOMBERS = frozenset({"attack", "bombing"})
# How far behind the word of an attack the bomber stands who made it, and how far before the blast of his car, in words.
_BOMBER_BEHIND, _BOMBER_BEFORE = 4, 3
_OF_BLASTS = frozenset({"explode", "blow_up"})


def _by_a_bomber(scene: Scene, found: Found, context: Context) -> bool:
    """هاجم انتحاري X, سيارة يقودها انتحاري انفجرت, انتحاري فجر شاحنة: who dies by design made it."""
    bombers = context.words["bombers"]
    if not scene.has_any(bombers):
        return False
    for at in range(found.last + 1, found.last + 1 + _BOMBER_BEHIND):
        if scene.key(at) in bombers:
            return True
        other = scene.found_at.get(at)
        if scene.key(at) in STOPS or scene.info(at).opener or (other is not None and other is not found):
            break
    before = range(found.first - 1, found.first - 1 - _BOMBER_BEFORE, -1)
    return found.trigger.frame in _OF_BLASTS and any(scene.key(at) in bombers for at in before)


def _beside_raids(scene: Scene, found: Found) -> bool:
    """قصف يومي وغارات: raids told beside it are not the bombardment."""
    beside = (scene.found_at.get(found.last + step) for step in (1, 2, 3))
    return any(
        other is not None and other.trigger.id.startswith("airstrike.raid") and other.prefix == AND for other in beside
    )


def _from_the_ground(scene: Scene, found: Found, context: Context) -> bool:
    """قصف قوات النظام, قصف متبادل: forces on the ground are not taken for planes because the report tells of planes."""
    if found.trigger.id != "shelling.verb" or found.form.pos == "verb":
        return False
    ground = context.words["ground_forces"]
    return any(scene.key(found.last + step).removeprefix(ARTICLE) in ground for step in (1, 2))


def set_mode(found: Found, kind: str, why: str) -> None:
    if found.type != kind:
        found.type = kind
        found.because.append(why)
