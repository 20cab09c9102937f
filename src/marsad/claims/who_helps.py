"""Frames of help: who helped, armed, rescued or gave, and whom."""

from __future__ import annotations

from marsad.arabic.clitics import AT, FROM, TO, UPON, WITH
from marsad.arabic.neighbours import TOWARDS
from marsad.claims.agreement import subject_is_a_pronoun
from marsad.claims.clause import (
    as_governed,
    bare_groups,
    doers_before,
    groups_with,
    last_party,
    verb_subject_object,
    who_means_to,
)
from marsad.claims.parties import ACTORS, Parties
from marsad.claims.scene import Found, Group, Scene, is_accusative


def aid(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """أسعف الأهالي المصابين, قدم X مساعدات لـY, تلقى X دعما."""
    is_verb = found.form.pos == "verb"
    if is_verb and not found.trigger.then:
        parties = verb_subject_object(scene, found, groups, Parties())
        whom = groups_with(groups, UPON, *TOWARDS)
        if whom and all(chunk.kind == "other" for chunk in parties.targets):
            parties.targets = whom[0].chunks  # وزع X سلالا على العائلات
        return parties
    parties = Parties()
    to = groups_with(groups, *TOWARDS)
    parties.targets = to[0].chunks if to else []
    if is_verb:
        bare = bare_groups(groups)
        behind = bare[0].chunks if bare and _may_help(scene, found, bare[0]) else []
        before = doers_before(scene, found, parties)
        if behind and before and before[-1].last == found.first - 1:
            parties.targets, behind = parties.targets or behind, []  # X زودت Y بأسلحة
        parties.agents = behind or before
    if not parties.agents:
        parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


def _may_help(scene: Scene, found: Found, behind: Group) -> bool:
    """Whether who stands behind the verb is its subject: قدمت تركيا دعما; not أخرجوا ثلاثة أطفال, أنها تمد طرفا."""
    head = behind.head
    if head.kind not in ACTORS or behind.first != found.last + 1 or found.form.number == "p":
        return False
    return not (is_accusative(scene, head) or subject_is_a_pronoun(scene, found))


def backed(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """قوات X مدعومة من Y: Y helps X."""
    parties = Parties()
    by = groups_with(groups, FROM, WITH)
    parties.agents = by[0].chunks if by else []
    parties.targets = list(last_party(scene, found))
    return parties


def _is_helped(scene: Scene, found: Found, groups: list[Group]) -> bool:
    """دعما لـX, في دعم X, لدعم X, اتهم Y بدعم X: whom the noun of help names; not بدعم X, nor دعم X لـY."""
    head = groups[0]
    if found.form.pos != "noun" or head.head.kind not in ACTORS or head.first > found.last + 2:
        return False
    blamed = any(other.type == "accuse" and 0 < found.first - other.last <= _BLAMED_WITHIN for other in scene.found)
    if found.prefix.endswith(AT) and not blamed:
        return False
    return head.preposition == TO or (not head.preposition and not groups_with(groups, TO))


# How far behind the word of blame the help stands, in words.
_BLAMED_WITHIN = 5


def aid_by(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """في دعم X: whom the noun names is helped; بدعم X, دعم X لـY: he helps whoever is named last before it."""
    parties = Parties()
    if groups and _is_helped(scene, found, groups):
        parties.targets = groups[0].chunks
        carried = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
        parties.agents = carried or who_means_to(scene, found.first, parties)
        return parties
    if groups and groups[0].head.kind in ACTORS:
        parties.agents = groups[0].chunks
    parties.targets = [c for c in last_party(scene, found) if c not in parties.agents]
    return parties
