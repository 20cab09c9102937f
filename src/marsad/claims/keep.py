"""Which triggers are claims: guards of their senses, company, doubts, and then the trained sieve."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claims.doubts import DOUBTS, doubt_of
from marsad.claims.guards import Context
from marsad.claims.guards_of_harm import HARM
from marsad.claims.guards_of_moves import MOVES
from marsad.claims.guards_of_people import PEOPLE
from marsad.claims.merged_modes import MODE_TYPES, merge_modes
from marsad.claims.modes import settle_type
from marsad.claims.only_said import prayed
from marsad.claims.phrases_after import groups_after
from marsad.claims.scene import Found, Group, Scene
from marsad.claims.senses import SENSES, company_fits
from marsad.claims.sieve import KEPT, Sifts, features, of_sentence

_GUARDS = {**HARM, **PEOPLE, **MOVES, **SENSES}
# Guards of nouns that name an attack by what stands around them alone: a verb beside them needs them not.
_NO_MODES = frozenset({"carried_out", "by_whom", "means_alone"})


def keep(scene: Scene, context: Context, sieve: Sifts | None = None) -> list[Found]:
    """The triggers that mean a happening, by guards, doubts and then the sieve; each gets the type it is used in.

    ``found_at`` of the scene knows its triggers, before and afterwards.
    """
    kept: list[Found] = []
    dropped: list[Found] = []
    behind: dict[int, list[Group]] = {}
    shared: list[str] = []
    changed = False
    for found in scene.found:
        groups = behind[found.first] = groups_after(scene, found)
        verdict = _verdict(scene, found, groups, context)
        stays = verdict == KEPT
        if sieve is not None and (not stays or sieve.of_kept):
            shared = shared or of_sentence(scene, context)
            why = sieve.back(found, features(scene, found, groups, context, verdict, shared))
            settled = not why or stays or verdict in _SETTLED or _is_let_go(scene, found)
            if not settled and not prayed(scene, found, groups, context):
                stays = True
                found.because.append(why)
        if stays:
            if found.trigger.modes:
                last = found.last
                settle_type(scene, found, groups, context)
                changed = changed or found.last != last
            kept.append(found)
            continue
        changed = True
        if verdict not in _NOT_REVIVED and (verdict in DOUBTS or _can_lend_its_mode(found)):
            dropped.append(found)
    scene.unclaimed = dropped
    merged = merge_modes(scene, kept, dropped, context.words)
    if changed or merged is not kept:
        scene.found = merged
        scene.index_found()
        behind = {}  # which phrases a trigger governs hangs on the triggers around it
    scene.groups = behind
    return scene.found


# What the sieve does not weigh: what is counted elsewhere in the sentence, arms that nothing was done with, posts.
_SETTLED = frozenset({"counted-behind", "guard:means_alone", "guard:ambush", "called-so"})
# How far behind a release those stand who are let go, in words.
_LET_GO_WITHIN = 6


def _is_let_go(scene: Scene, found: Found) -> bool:
    """أفرجت عن 27 أسيرا: who is released was captured once, and that is not told."""
    if found.form.pos != "victims" or found.type != "captured":
        return False
    return any(other.type == "released" and 0 < found.first - other.last <= _LET_GO_WITHIN for other in scene.found)


_COMPANY = "company"
_NOT_REVIVED = frozenset({_COMPANY, KEPT})


def _verdict(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> str:
    """What speaks against a trigger: its guard, its company, the name of a doubt; KEPT where nothing does."""
    guard = _GUARDS.get(found.trigger.guard)
    if guard is not None and not guard(scene, found, groups, context):
        return f"guard:{found.trigger.guard}"
    if not company_fits(scene, found):
        return _COMPANY
    return doubt_of(scene, found, groups, context) or KEPT


def _can_lend_its_mode(found: Found) -> bool:
    return found.type in MODE_TYPES and found.trigger.guard not in _NO_MODES
