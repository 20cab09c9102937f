"""Words of deeds that tell of none: what is asked of God, what something is called."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claims.guards import Context
from marsad.claims.passages import POLITICS
from marsad.claims.scene import QUOTES, Found, Group, Scene

# How far behind a word of asking He stands who is prayed to, in words.
_PRAYED_WITHIN = 2
# How far behind a deed the verb stands that says what such deeds are, in words: استهداف المشافي يرقى إلى.
_AMOUNTS_WITHIN = 3


def prayed(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """داعيا الله أن يرحم الشهداء: a prayer is no demand."""
    if found.type != "demand":
        return False
    behind = scene.line.keys[found.last + 1 : min(found.last + 1 + _PRAYED_WITHIN, scene.line.last)]
    return not context.words["whom_one_prays_to"].isdisjoint(behind)


def called_so(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """وصف الحادث بأنه عمل إرهابي, استهدافها يرقى إلى جريمة حرب: what a happening told elsewhere, or any, is called."""
    if found.type in POLITICS:
        return False  # بأنه جريمة حرب: that accuses
    words, at = context.words, found.first - 1
    if not words["amounts_to"].isdisjoint(scene.line.keys[found.last + 1 : found.last + 1 + _AMOUNTS_WITHIN]):
        return True
    at -= scene.key(at) in QUOTES
    return not found.form.definite and scene.key(at) in words["that_it_is"]
