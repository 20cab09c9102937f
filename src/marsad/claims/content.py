"""Content of a speech act: what is demanded, threatened or refused is not claimed again (guidelines, ruling 12)."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claims.guards import Context
from marsad.claims.links import SPEECH_ACTS
from marsad.claims.scene import STOPS, Found, Scene
from marsad.claims.status import CONTENT_OF, KEPT_AS_PLAN

# How far behind the word of the act its content begins, in words.
CONTENT_WITHIN = 7


def is_content(scene: Scene, found: Found, kept: Sequence[Found], context: Context) -> bool:
    """Whether a trigger is only what another one demands, threatens or refuses; plans worth keeping are not."""
    if found.trigger.id in _HELPED and _says_which_force(scene, found):
        return True
    if found.type in SPEECH_ACTS or (found.trigger.id in _LASTS and found.form.definite):
        return False  # تطالب برفع الحصار: the siege is there (ruling 9; annotated: 5 of 5)
    for other in kept:
        if other.type not in CONTENT_OF or (other.type != "demand" and found.type in KEPT_AS_PLAN):
            continue
        if scene.info(found.first - 1).preposition in context.words["while"]:
            return False
        if other.last < found.first and found.first - other.last <= CONTENT_WITHIN:
            between = range(other.last + 1, found.first)
            if not any(scene.info(at).opener or scene.key(at) in STOPS or scene.info(at).relative for at in between):
                return True
    return False


# Words for a siege as a thing that is there: الحصار, الطوق.
_LASTS = frozenset({"siege.noun", "siege.ring"})
_HELPED = frozenset({"aid.arm", "aid.fund", "aid.train"})


def _says_which_force(scene: Scene, found: Found) -> bool:
    """القوة التي دربها الجيش, فصائل مولتها X: which force it is, and no help that is news."""
    return found.form.pos == "verb" and (scene.info(found.first - 1).relative or bool(found.form.suffix))
