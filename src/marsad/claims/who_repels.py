"""Who held out against what: the frame of beating off, foiling and intercepting."""

from __future__ import annotations

from marsad.arabic.clitics import TO
from marsad.arabic.nouns import ATTEMPTS
from marsad.claims.clause import as_governed, bare_groups, doers_before, group_from, groups_with
from marsad.claims.parties import ACTORS, ARMED, Parties
from marsad.claims.scene import STOPS, Found, Group, Scene
from marsad.claims.who_attacks import WHOSE_WITHIN
from marsad.mentions.chunks import Chunk

# How far behind the word for beating it off the owner of an attempt stands, in words.
ATTEMPT_WITHIN = 8


def whose_attempt(scene: Scene, found: Found) -> list[Chunk]:
    """محاولات تقدم للحوثيين, هجوماً لتنظيم X, محاولة الحوثيين: the first side that the attempt is of."""
    for chunk in scene.chunks:
        if not found.last < chunk.first <= found.last + ATTEMPT_WITHIN:
            continue
        tried = not chunk.preposition and scene.info(chunk.first - 1).rest in ATTEMPTS
        if chunk.preposition != TO and not tried:
            continue
        if any(scene.key(at) in STOPS for at in range(found.last + 1, chunk.first)):
            return []
        return [chunk] if chunk.kind in _HOLDERS else []
    return []


_HOLDERS = frozenset({"actor", "group", "fighters"})


_HOLD_OUT = ARMED - {"weapon", "source"}


def repel(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    bare = [group for group in bare_groups(groups) if group.head.kind in ACTORS]
    before = doers_before(scene, found, parties) if found.form.pos == "verb" else []
    if found.form.pos == "verb":
        parties.agents = bare[0].chunks if bare and found.form.number == "s" and not before else before
        parties.dropped_subject = not parties.agents
    else:
        parties.agents = _who_holds_out(scene, found, bare) or [
            c for c in as_governed(scene, found, parties) if c.kind in ACTORS
        ]
        parties.because.extend(["rule:doer-in-genitive"] if bare and parties.agents == bare[0].chunks else [])
    parties.targets = [chunk for chunk in whose_attempt(scene, found) if chunk not in parties.agents]
    if not parties.targets:
        parties.targets = _what_was_beaten_off(found, groups, bare, parties.agents)
    if bare and found.last > found.first and found.form.pos == "noun" and bare[0].first == found.last + 1:
        parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
        parties.targets = bare[0].chunks  # كسر هجوم X
    return parties


def _what_was_beaten_off(found: Found, groups: list[Group], bare: list[Group], agents: list[Chunk]) -> list[Chunk]:
    """صد المهاجمين, تصدى لصواريخ: those right behind the noun, or the arms that it was held out against."""
    noun = found.form.pos == "noun" and found.trigger.id == "repel.push" and not found.form.suffix
    if noun and bare and bare[0].first == found.last + 1 and bare[0].chunks != agents:
        return bare[0].chunks if bare[0].head.kind in _HOLDERS else []
    arms = [g for g in groups_with(groups, TO) if g.head.kind == "weapon" and g.first <= found.last + WHOSE_WITHIN]
    if not arms and found.trigger.id.startswith("repel.intercept"):
        arms = [g for g in bare_groups(groups) if g.head.kind == "weapon" and g.chunks != agents]
    return arms[0].chunks if arms else []


def _who_intercepts(scene: Scene, found: Found) -> list[Chunk]:
    """اعتراض الدفاع الجوي صاروخا, اعتراض القوات لصواريخ: the side or its defences right behind the noun."""
    chunk = scene.chunk_at.get(found.last + 1)
    if chunk is None or chunk.first != found.last + 1:
        return []
    holds = chunk.kind in _HOLD_OUT or "air_defence" in chunk.ids
    return group_from(scene, chunk) if holds else []


def _who_holds_out(scene: Scene, found: Found, bare: list[Group]) -> list[Chunk]:
    """تصدي X لهجوم, صد X هجوما: the side right behind the noun of beating off; behind صد alone the one beaten off."""
    if found.trigger.id.startswith("repel.intercept") and not found.form.suffix:
        return _who_intercepts(scene, found)
    if found.trigger.id != "repel.resist" and bare:
        behind = scene.found_at.get(bare[0].chunks[-1].last + 1)
        if behind is None or behind.form.pos == "verb":
            return []
    right_behind = bool(bare) and bare[0].first == found.last + 1 and not found.form.suffix
    return bare[0].chunks if right_behind and bare[0].head.kind in _HOLD_OUT else []
