"""Frames of results: who was killed, wounded or freed, what was destroyed, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND
from marsad.arabic.neighbours import AGAINST_WHOM
from marsad.claims.agreement import suffers_at_her_hands
from marsad.claims.clause import (
    as_governed,
    bare_groups,
    before_verb,
    counted_subject,
    doers_before,
    group_from,
    groups_with,
    is_passive,
    own_subject,
    with_object,
)
from marsad.claims.damaged import what_burns
from marsad.claims.lives import who_has_the_wounds, whose_lives
from marsad.claims.parties import (
    ACTORS,
    AMONG,
    OF_THE_WOUNDS,
    OF_THEM,
    THINGS,
    VICTIMS,
    Parties,
    can_act,
    can_act_group,
    is_a_side,
    is_victim,
    victims_only,
)
from marsad.claims.scene import Found, Group, Scene, is_accusative
from marsad.claims.suffered import undergone
from marsad.claims.told_first import told_first
from marsad.claims.told_last import told_last
from marsad.mentions.chunks import Chunk

_ANY_HIT = VICTIMS | THINGS


def kill(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """قتل: active or passive by what follows; its noun takes the victim (or with ل the doer) in the genitive."""
    parties = Parties()
    bare = bare_groups(groups) or groups_with(groups[:1], *OF_THEM)
    if found.form.pos != "verb":
        return _kill_noun(scene, found, groups, parties)
    if found.form.suffix:
        return _killed_them(scene, found, bare, parties)
    before = before_verb(scene, found, parties)
    if found.form.number == "s" and own_subject(scene, found, before) and before[0].kind in VICTIMS:
        parties.targets = before
        return parties
    suffering = _told_passive(scene, found, groups, bare)
    if suffering is not None:
        return _undergo(scene, found, suffering, before, parties)
    if found.form.number in ("p", "d"):
        _plural_verb(bare, before, parties, groups, scene, found)
        return parties
    if bare and before and _stands_first(scene, before, found) and is_victim(bare[0]):
        parties.agents, parties.targets = before, bare[0].chunks
        parties.because.append("rule:subject-verb-object")
    elif (
        len(bare) >= 2
        and can_act(bare[0])
        and not is_accusative(scene, bare[0].head)
        and bare[1].head.kind in _ANY_HIT
        and not _was_counted(scene, bare)
    ):
        parties.agents, parties.targets = bare[0].chunks, bare[1].chunks
        parties.because.append("rule:verb-subject-object")
    elif (
        bare
        and before
        and can_act_group(before)
        and is_victim(bare[0])
        and found.form.voice != "passive"
        and not victims_only(before)
    ):
        parties.agents, parties.targets = before, bare[0].chunks
        parties.because.append("rule:subject-verb-object")
    elif bare and with_object(groups) and is_a_side(bare[0].head):
        parties.agents, parties.targets = bare[0].chunks, with_object(groups)
        parties.because.append("rule:verb-subject-prepositional-object")
    elif bare and (one := _one_of_them(scene, bare[0])) is not None:
        parties.agents, parties.targets = bare[0].chunks, one
        parties.because.append("rule:verb-subject-object")
    elif bare:
        parties.targets = bare[0].chunks
        parties.dropped_subject = not before and suffers_at_her_hands(scene, found, bare[0].head)
        parties.because.append("rule:passive-by-single-phrase" if not parties.dropped_subject else "rule:verb-object")
    elif _acts(found) and with_object(groups) and (not before or can_act_group(before)):
        parties.agents, parties.targets = before, with_object(groups)  # القوات ألقت القبض على X, الشرطة قبضت على X
        parties.dropped_subject = not before
        parties.because.append("rule:subject-verb-prepositional-object")
    elif before:
        parties.targets = before
        parties.because.append("rule:passive-after-subject")
    else:
        _suffer_last(scene, found, parties)
    return parties


def _suffer_last(scene: Scene, found: Found, parties: Parties) -> None:
    """Who suffered may stand behind how it was."""
    parties.targets = told_last(scene, found)
    parties.because.extend(["rule:victim-told-last"] if parties.targets else [])


def _acts(found: Found) -> bool:
    """Whether a verb is no passive: by its form, or as a preposition of its own leads to its object."""
    return found.form.voice == "active" or bool(found.trigger.then & {"علي", "القبض"})


def _told_passive(scene: Scene, found: Found, groups: list[Group], bare: list[Group]) -> list[Group] | None:
    """Who may suffer behind a passive verb, or behind one whose doer stands behind by: قتل الوزير على يد X."""
    if is_passive(scene, found):
        return bare
    doer = next((group for group in groups if group.by), None)
    return [group for group in bare if group.first < doer.first] if doer is not None else None


def _was_counted(scene: Scene, bare: Sequence[Group]) -> bool:
    """قتل أكثر من مئة عنصر في عملية واسعة: counted people before an unknown word are those who were killed."""
    behind = bare[1].head
    return bare[0].head.count is not None and behind.kind == "other" and not scene.info(behind.first).definite


_ONE_OF = frozenset({"احد", "احدي", "احدهم", "احدهما", "احداهن", "احداهما", "عددا"})


def _one_of_them(scene: Scene, subject: Group) -> list[Chunk] | None:
    """أوقفت الشرطة إحدى المهاجمتين, قتل الجيش أحدهم: whom an armed side killed or seized, where "one of" says so."""
    at = subject.chunks[-1].last + 1
    side = subject.head.kind in ("actor", "group") and subject.head.count is None
    if not side or scene.key(at) not in _ONE_OF:
        return None
    chunk = scene.chunk_at.get(at + 1)
    return [chunk] if chunk is not None and not chunk.preposition and chunk.kind in VICTIMS else []


def _undergo(scene: Scene, found: Found, bare: list[Group], before: list[Chunk], parties: Parties) -> Parties:
    """أصيب X: the victim of a passive stands behind it, before it, or has the wounds of which it tells."""
    if scene.key(found.last + 1) in OF_THE_WOUNDS:
        parties.targets = who_has_the_wounds(scene, found)
        parties.because.append("rule:who-has-the-wounds")
        return parties
    behind = bare[0].chunks if bare else []
    parties.targets = (behind or before) if found.form.number == "s" else (before or behind)
    parties.because.append("rule:passive")
    if not parties.targets:
        _suffer_last(scene, found, parties)
        parties.targets = parties.targets or told_first(scene, found)
    return parties


def _killed_them(scene: Scene, found: Found, bare: list[Group], parties: Parties) -> Parties:
    """قتلهم الجيش: the pronoun is the victim, the subject stands behind or before."""
    parties.object_pronoun = True
    if bare and bare[0].head.kind in ACTORS:
        parties.agents = bare[0].chunks
    elif found.form.number == "p" or not bare:
        parties.agents = doers_before(scene, found, parties)
        parties.dropped_subject = not parties.agents
    return parties


def _stands_first(scene: Scene, before: Sequence[Chunk], found: Found) -> bool:
    """Whether the phrase before a verb is its subject: an armed side that كان, إن or the sentence itself opens with.

    A state is one too where the verb is feminine: ماليزيا تعتقل.
    """
    head, key = before[0], scene.key(found.first)
    state = head.kind == "place" and not head.cue and (key.startswith("ت") or key.endswith("ت"))
    if (head.kind not in ("actor", "group") and not state) or before[-1].last < found.first - 2:
        return False
    opener = head.start - 1
    info = scene.info(opener)
    return opener < scene.line.first or info.that or info.auxiliary or info.opener


def _of_the_next(scene: Scene, found: Found, group: Group) -> bool:
    """Whether another deed, known or not, stands before a phrase: قتلوا وأصيب نحو مئة, قتلوا إثر تنفيذ X غارات."""
    between = range(found.last + 1, min(group.first, group.head.start))
    return any(at in scene.found_at or scene.info(at).light or scene.info(at).prefix == "و" for at in between)


def _is_object(group: Group, before: Sequence[Chunk]) -> bool:
    """Whether a phrase behind a verb of many is whom they killed: not the place where counted people were killed."""
    if not is_victim(group) or not before or before[-1].count is None:
        return is_victim(group)
    head, people = group.head, before[-1].kind == "people"
    return head.kind not in ("place", "facility") and not (head.kind == "other" and head.definite and people)


def _plural_verb(
    bare: list[Group], before: list[Chunk], parties: Parties, groups: list[Group], scene: Scene, found: Found
) -> None:
    """قتلوا: its subject stands before it or is dropped; an object after it makes it active."""
    if bare and _is_object(bare[0], before) and not (before and _of_the_next(scene, found, bare[0])):
        parties.targets = bare[0].chunks
        parties.agents = [chunk for chunk in before if chunk.kind in ACTORS]
        parties.dropped_subject = not parties.agents
        parties.because.append("rule:plural-verb-with-object")
    elif with_object(groups) and found.trigger.then & {"علي", "القبض"}:
        parties.targets = with_object(groups)
        parties.agents = [chunk for chunk in before if chunk.kind in ACTORS]
        parties.dropped_subject = not parties.agents
    else:
        parties.targets = before or counted_subject(scene, found) or told_first(scene, found)
        parties.because.append("rule:plural-verb-passive")


def _kill_noun(scene: Scene, found: Found, groups: list[Group], parties: Parties) -> Parties:
    bare, marked = bare_groups(groups), groups_with(groups, "ل")
    if not found.form.suffix and _came_under_it(scene, found, parties):
        return parties
    if found.form.suffix:
        if bare and bare[0].first == found.last + 1:
            parties.agent_pronoun, parties.targets = True, bare[0].chunks
        elif marked:
            parties.agent_pronoun, parties.targets = True, marked[0].chunks
        else:
            parties.object_pronoun = True
        return parties
    doer_first = bool(bare) and bare[0].head.kind in ACTORS and bare[0].head.count is None
    if doer_first and marked and bare[0].first < marked[0].first:
        parties.agents, parties.targets = bare[0].chunks, marked[0].chunks
        parties.because.append("rule:noun-with-doer-and-object")
        return parties
    if (
        len(bare) >= 2
        and bare[0].head.kind in ("actor", "group")
        and not bare[0].head.count
        and bare[1].head.kind in VICTIMS
    ):
        parties.agents, parties.targets = bare[0].chunks, bare[1].chunks
        parties.because.append("rule:noun-with-doer-and-object")
        return parties
    if found.type == "arrested" and with_object(groups) and "علي" not in scene.key(found.last):
        bare = []  # إلقاء القبض على X وحجز Y: what is seized is no person
    against = groups_with(groups, AGAINST_WHOM)  # حكم الإعدام بحق X
    genitive = bare[0].chunks if bare else (with_object(groups) or (marked[0].chunks if marked else []))
    genitive = genitive or (against[0].chunks if against else [])
    parties.targets = genitive
    if genitive:
        parties.because.append("rule:victim-in-genitive")
    parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


def _came_under_it(scene: Scene, found: Found, parties: Parties) -> bool:
    """تعرض X للاعتقال, نجا X من محاولة اغتيال: he stands before the noun, with the verb of what he came under."""
    own = Parties()
    suffered = [chunk for chunk in undergone(scene, found, own) if chunk.kind not in ("place", "facility")]
    if not suffered or found.first - suffered[-1].last > _UNDER_IT_WITHIN:
        return False
    parties.targets = suffered
    parties.because.extend(own.because)
    return True


# How far behind whom it befell the noun for it stands, in words.
_UNDER_IT_WITHIN = 4


def death(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """مقتل X: the genitive is the victim."""
    parties = Parties()
    bare = bare_groups(groups)
    whoever = _whoever(scene, found.last + 1)
    listed = _each_of(scene, found.last + 1)
    if found.form.suffix:
        parties.object_pronoun = True
    elif listed:
        parties.targets = listed
        parties.because.append("rule:each-of-a-list")
    elif whoever is not None:
        parties.targets = [whoever]
        parties.because.append("rule:whoever-was-there")
    elif bare:
        parties.targets = bare[0].chunks
        parties.because.append("rule:victim-in-genitive")
    elif groups_with(groups, "ل", *AMONG):
        parties.targets = groups_with(groups, "ل", *AMONG)[0].chunks
    elif found.type == "displaced":  # أجبر القصف عائلات على النزوح
        parties.targets = [chunk for chunk in as_governed(scene, found, parties) if chunk.kind in _MORTALS]
    return parties


def _each_of(scene: Scene, at: int) -> list[Chunk]:
    """كل من X وY: all of the list, in quotes or behind a colon too."""
    if scene.key(at) != "كل" or scene.key(at + 1) != "من":
        return []
    place = at + 2
    while not scene.info(place).is_word and place < scene.line.last:
        place += 1
    chunk = scene.chunk_at.get(place)
    return group_from(scene, chunk) if chunk is not None and chunk.first == place else []


def _whoever(scene: Scene, at: int) -> Chunk | None:
    """People named only by where they were: مقتل من كان حوله, إصابة من في المنزل."""
    if scene.key(at) not in ("من", "كل") or scene.key(at + 1) not in ("من", "كان", "كانوا", "في", "هم"):
        return None
    last = at + 1
    while scene.key(last) in ("من", "كان", "كانوا", "هم") and last + 1 < scene.line.last:
        last += 1
    chunk = scene.chunk_at.get(last + 1) if scene.info(last).preposition else scene.chunk_at.get(last)
    end = chunk.last if chunk is not None else last
    return Chunk("people", at, end, at, scene.line.index, head="من", number="p", definite=True)


def die(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """استشهد X, X لقي مصرعه: the subject is the victim."""
    burning = what_burns(found, groups)
    if burning:
        return Parties(targets=burning, because=["rule:what-burns"])
    parties = Parties()
    bare = [group for group in bare_groups(groups) if group.head.kind in _ANY_HIT]
    if found.form.pos == "noun":
        return death(scene, found, groups)
    lives = whose_lives(scene, found)
    if lives:
        return Parties(targets=lives, because=["rule:victim-in-genitive"])
    before = before_verb(scene, found, parties)
    if found.form.number in ("p", "d"):
        bare = [group for group in bare if not _of_the_next(scene, found, group)]
    if found.form.number in ("p", "d") and not bare and not before:
        before = counted_subject(scene, found)
    if before and (found.form.number in ("p", "d") or _died_himself(found, before, bare)):
        parties.targets = before
    elif bare:
        parties.targets = bare[0].chunks
        parties.because.append("rule:victim-after-verb")
    else:
        parties.targets = before
    if not parties.targets:
        _suffer_last(scene, found, parties)
    return parties


_MORTALS = frozenset({"people", "fighters", "office"})


def _died_himself(found: Found, before: list[Chunk], bare: list[Group]) -> bool:
    """Whether who stands before the verb is its subject: العائلة نزحت إلى المدينة القريبة, X توفي في سجون الحركة."""
    if before[0].kind not in _MORTALS:
        return False
    return not bare or bare[0].first > found.last + 1


def injured(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """أصيب X is passive; أصابت القذيفة X is active; إصابة X takes a genitive."""
    if found.form.pos == "verb":
        return kill(scene, found, groups)
    bare = bare_groups(groups)
    if len(bare) > 1 and is_a_side(bare[0].head) and bare[1].head.kind in _MORTALS and not found.form.suffix:
        near = bare[0].first == found.last + 1 and bare[1].first <= bare[0].chunks[-1].last + 2  # إصابة X شابا
        if near and not (bare[1].head.conjoined or bare[1].head.definite):
            return Parties(bare[0].chunks, bare[1].chunks, because=["rule:noun-with-doer-and-object"])
    parties = death(scene, found, groups)
    if found.prefix.startswith(AND):
        return parties
    parties.agents = [chunk for chunk in as_governed(scene, found, parties) if chunk.kind in ACTORS]
    return parties


# To suffer or to inflict losses: the side behind it lost them.
_LOSING = ("تكبد", "يتكبد", "تتكبد", "تكبيد", "كبد", "يكبد", "وتكبد", "وتكبيد", "بتكبيد", "لتكبيد")
_LOST_WITHIN = 6


def who_lost(scene: Scene, found: Found) -> list[Chunk]:
    """تكبد X عدداً من القتلى, تكبيد X قتلى: the dead are of the side behind the verb."""
    for at in range(found.first - 1, max(found.first - _LOST_WITHIN, scene.line.first) - 1, -1):
        if scene.key(at).startswith(_LOSING):
            place = at + 1 if scene.info(at + 1).is_word else at + 2
            chunk = scene.chunk_at.get(place)
            side = chunk if chunk is not None and chunk.first == place else None
            return group_from(scene, side) if side is not None and side.kind in ("actor", "group", "fighters") else []
    return []
