"""Frames of speech: who asked, blamed, threatened, protested, and whom it was aimed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.arabic.clitics import AND, AT, FEMININE, FROM
from marsad.claims.agreement import is_no_subject
from marsad.claims.asked_for import is_asked_for, refused, said_to_be
from marsad.claims.clause import (
    as_governed,
    bare_groups,
    before_verb,
    body_before,
    doers_before,
    group_from,
    groups_with,
    last_party,
)
from marsad.claims.parties import ACTORS, Parties, can_act
from marsad.claims.scene import COMMAS, HARD_STOPS, STOPS, Found, Group, Scene
from marsad.mentions.chunks import Chunk

# Bodies that are called on far oftener than they call.
_ADDRESSED = frozenset({"مجتمع", "مجلس", "اطراف", "جميع", "مسلمين", "عالم", "دول"})

# Verbs that take whom they blame as their object; who stands behind another alone is who condemns.
_ACCUSING = frozenset({"accuse.verb", "accuse.criticise", "accuse.blame"})

# Verbs that take whom they urge as their object.
_URGING = frozenset({"demand.urge", "demand.appeal"})

_ABOUT = frozenset({"عن"})
# Expressed, which is written like the preposition "through".
_EXPRESSED = frozenset({"عبر", "وعبر"})


def speak(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """Speech acts: the speaker is the agent; whom it is asked of or blamed is the target."""
    parties = Parties()
    asks = found.trigger.id == "demand.call" and is_asked_for(scene, found.last + 1)
    bare = _without_titles(scene, bare_groups(groups)) if not asks else []
    to = groups_with(groups, "الي", "ل", "علي", "من", "ب") if not asks else []
    if found.form.pos == "verb" and found.type == "demand" and bare and _name_and_object(scene, found, bare, parties):
        return parties
    if found.form.pos == "verb":
        return _by_verb(scene, found, bare, to)
    expresser = _expresser(scene, found)
    if found.form.suffix or expresser:
        parties.agent_pronoun = True
        parties.agents = expresser
    elif found.form.pos == "word":
        parties.dropped_subject = True
        parties.targets = said_to_be(scene, found) if found.type == "reject" else []
        if parties.targets:
            parties.because.append("rule:subject-of-the-word")
            return parties
    elif _is_participle(scene, found, bare):
        parties.dropped_subject = True
        parties.targets = bare[0].chunks
        parties.because.append("rule:asks-beside-the-verb")
        return parties
    elif of_whom := [group for group in to[:1] if group.preposition == FROM and group.first <= found.last + 2]:
        parties.agents, to = of_whom[0].chunks, to[1:]  # بدعوة من X
    elif bare and bare[0].first <= found.last + 2 and not (len(bare) == 1 and _is_asked(found)):
        parties.agents = bare[0].chunks
        bare = bare[1:]
    parties.targets = _addressee(scene, found, bare, to, parties.agents)
    if not parties.agents and found.form.pos != "word":
        parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


def _by_verb(scene: Scene, found: Found, bare: list[Group], to: list[Group]) -> Parties:
    """A verb of asking, blaming or refusing: its subject before or behind it, and its object."""
    parties = Parties()
    before = _subject_before(scene, found, parties)
    beside = bool(before) and (before[-1].last == found.first - 1 or scene.info(found.first - 1).relative)
    two_behind = bool(bare) and can_act(bare[0]) and len(bare) > 1
    crowd = _crowd_before(scene, found) if all(chunk.kind == "other" for chunk in before) else []
    if found.form.person == 1:
        objects = bare  # who speaks is who is quoted
    elif crowd:
        parties.agents, objects = crowd, bare
    elif found.form.number in ("p", "d") or (before and (beside or not two_behind)):
        parties.agents = before
        objects = bare
    elif bare and not _agrees(scene, found, bare[0].head):
        parties.agents, objects = before, bare
    elif bare and (_is_called_on(bare, two_behind=two_behind) or _is_urged(scene, found, bare)):
        objects = bare
    else:
        parties.agents = bare[0].chunks if bare else []
        objects = bare[1:]
    blamed = found.form.suffix and bool(before) and bool(bare) and _is_party(bare[0]) and before != bare[0].chunks
    if blamed:
        parties.agents, parties.targets = bare[0].chunks, before  # جماعات تتهمها X
    elif found.form.suffix:
        parties.object_pronoun = True
    else:
        parties.targets = _addressee(scene, found, objects, to, parties.agents)
        if found.trigger.id in _ACCUSING and bare and bare[0].chunks == parties.agents and _accused(scene, found, bare):
            parties.agents, parties.targets = [], parties.agents
            parties.because.append("rule:accused-without-accuser")
            parties.dropped_subject = found.prefix == AND and found.trigger.id == "accuse.blame"
            return parties
    someone = bool(bare) and is_no_subject(scene, found, bare[0].head) and found.first - 1 in scene.chunk_at  # X اتهم Y
    parties.dropped_subject = not parties.agents and found.form.person != 1 and not someone
    return parties


def _is_participle(scene: Scene, found: Found, bare: Sequence[Group]) -> bool:
    """أعلنت X تضامنها، مطالبة الحكومة بـ…: behind a comma what reads as the noun is what she says beside it."""
    noun = found.form.pos == "noun" and found.type == "demand" and not (found.prefix or found.form.definite)
    if not noun or scene.key(found.first - 1) not in COMMAS or not scene.key(found.first).endswith(FEMININE):
        return False
    return bool(bare) and bare[0].first == found.last + 1 and scene.info(bare[0].head.first).definite


def _without_titles(scene: Scene, bare: list[Group]) -> list[Group]:
    """أدان فلان المتحدث باسم X الهجوم, دعا رجل الدين، فلان، إلى: who a name is, or the name of a man, is no object."""
    if len(bare) < 2:
        return bare
    one, other = bare[0].chunks[-1], bare[1].head
    if one.count is not None or other.conjoined or not (one.definite or one.kind == "other"):
        return bare
    title = one.kind == "other" and one.last > one.first and other.kind == "office" and other.first == one.last + 1
    apart = scene.key(one.last + 1) in COMMAS and other.first == one.last + 2 and scene.key(other.last + 1) in COMMAS
    man = one.kind in ("people", "office") and one.number == "s" and one.definite
    name = man and apart and other.kind in ("other", "actor") and not scene.info(other.first).definite
    if not (title or name):
        return bare
    return [bare[1] if name else bare[0], *bare[2:]]


# A party that is asked to something by a pronoun: إضراب دعت إليه X.
_TO_IT = frozenset({"اليه", "اليها"})


def _name_and_object(scene: Scene, found: Found, bare: Sequence[Group], parties: Parties) -> bool:
    """حث كوبلر المجتمع الدولي: a name no list knows took in whom it asks; دعت إليه X: who stands before is no asker."""
    head = bare[0].head
    if scene.key(found.last + 1) in _TO_IT:
        parties.agents = bare[0].chunks
        return True
    own = head.kind == "other" and head.first == found.last + 1 and not scene.info(head.first).definite
    asked = head.inner[0] if own and head.inner else None
    if found.form.suffix or asked is None or asked.kind not in ("people", "actor", "group", "fighters"):
        return False
    if asked.first != head.first + 1 or asked.last != head.last or not scene.info(asked.first).definite:
        return False
    parties.agents, parties.targets = [replace(head, last=head.first, inner=[])], [asked, *bare[0].chunks[1:]]
    parties.because.append("rule:verb-subject-object")
    return True


def _is_asked(found: Found) -> bool:
    """لمطالبة X, بمطالبة X: who stands alone behind the noun is whom it is asked of."""
    return found.prefix.endswith("ل") or (found.prefix.endswith(AT) and found.type == "demand")


# How far before a demand the crowd stands that makes it, in words.
_CROWD_WITHIN = 9


def _crowd_before(scene: Scene, found: Found) -> list[Chunk]:
    """تظاهرات حاشدة تطالب, مظاهرة في X نددت: the crowd that a verb joined by nothing describes makes the demand."""
    if found.prefix or found.form.gender != "f":
        return []
    for at in range(found.first - 1, max(scene.line.first, found.first - _CROWD_WITHIN) - 1, -1):
        other, info = scene.found_at.get(at), scene.info(at)
        if other is not None and other.type == "protest" and other.form.pos != "verb":
            head = scene.info(at).rest
            return [Chunk("people", at, at, at, scene.line.index, head=head, number="s", definite=other.form.definite)]
        if other is not None or info.key in STOPS or info.that or info.opener or info.relative:
            return []
    return []


# How men are called: أبو خولة.
_SON_OF = frozenset({"ابو", "ابي"})


def _agrees(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """Whether a phrase behind a verb can be its subject by its gender: not موسكو behind حث, not a man behind تتهم."""
    if is_no_subject(scene, found, chunk):
        return False
    if chunk.number != "s" or chunk.count is not None:
        return True
    capital = chunk.first == chunk.last and scene.info(chunk.first).place is not None
    if chunk.kind == "actor" and (not capital or chunk.head.startswith("ال") or chunk.head.endswith("ن")):
        return True
    feminine = found.form.gender == "f"
    head = scene.info(chunk.first).rest
    if chunk.kind in ("place", "actor"):
        return feminine
    if head.endswith(("ه", "اء", "ات")):
        return feminine or chunk.kind in ("other", "fighters", "people")
    return not feminine or chunk.kind != "other" or not ((chunk.definite and head.startswith("ال")) or head in _SON_OF)


def _accused(scene: Scene, found: Found, bare: Sequence[Group]) -> bool:
    """Right behind the only party stands what it is blamed for: اتهمت الحركة بتفجير, حملت الحركة مسؤولية."""
    after = bare[0].chunks[-1].last + 1
    other = scene.found_at.get(after)
    return after < scene.line.last and (
        scene.info(after).preposition == "ب"
        or scene.info(after).prefix == "ب"
        or scene.key(after) in found.trigger.then
        or (other is not None and other.prefix.endswith("ب"))
    )


def _is_party(group: Group) -> bool:
    return can_act(group) and group.head.kind in ACTORS


def _subject_before(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    return body_before(scene, found) or doers_before(scene, found, parties) or _right_before(scene, found, parties)


def _right_before(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    """Who no list knows, right before the verb: تقرير دولي يدعو X, أصوات تطالب."""
    before = before_verb(scene, found, parties)
    near = bool(before) and before[-1].last == found.first - 1 and not before[0].preposition
    if not near or any(chunk.kind not in _BODIES and not chunk.cue for chunk in before):
        return []
    return [replace(chunk, kind="office", first=chunk.start) if chunk.kind == "place" else chunk for chunk in before]


# Kinds of phrases that speak where they stand right before the verb: بلدية X تحمل, مستشفى Y يناشد.
_BODIES = frozenset({"other", "facility"})


def _expresser(scene: Scene, found: Found) -> list[Chunk]:
    """Whose word it is: أعرب X عن إدانته, عبر X عن استنكار بلاده."""
    if scene.key(found.first - 1) not in _ABOUT:
        return []
    for at in range(found.first - 1, scene.line.first - 1, -1):
        if scene.info(at).speech == "express" or (scene.key(at) in _EXPRESSED and at == scene.line.first):
            chunk = scene.chunk_at.get(at + 1) or scene.chunk_at.get(at + 3)
            behind = chunk is not None and (at + 1 in (chunk.first, chunk.start) or scene.key(at + 2) == "من")
            return [chunk] if chunk is not None and behind else []
    return []


def _addressee(
    scene: Scene, found: Found, objects: Sequence[Group], to: Sequence[Group], agents: Sequence[Chunk]
) -> list[Chunk]:
    """Whom a speech act is aimed at: its object where that is a party, for blame the first party named after it."""
    if found.type == "reject":
        return list(objects[0].chunks) if objects else refused(scene, found, agents)
    named = [
        group
        for group in (*objects[:1], *to)
        if group.head.kind in ACTORS and group.preposition in ("", "من", "الي", "ل", "علي")
    ]
    asked_by_us = found.form.person == 1 and found.type == "demand" and objects and objects[0].first == found.last + 1
    if not named and objects and (asked_by_us or _is_addressed(scene, objects[0])):
        named = list(objects[:1])  # ندعو جماهير شعبنا
    if named:
        return list(named[0].chunks)
    deed = _condemned(scene, found, agents) if found.trigger.id in _CONDEMNING else []
    if deed or found.type == "threaten":
        return deed or _threatened(scene, found)
    if found.type == "accuse":
        for chunk in scene.chunks:
            if chunk.first > found.last and chunk not in agents:
                party = chunk.first_inner("actor")
                if party is not None:
                    return [party]
    return []


# How far behind a threat what is threatened stands, in words.
_THREAT_WITHIN = 9


def _threatened(scene: Scene, found: Found) -> list[Chunk]:
    """هدد X بإعدام رهائن, هددوا باقتحام الحقل: to whom or what it is to be done."""
    for at in range(found.last + 1, min(found.last + _THREAT_WITHIN, scene.line.last)):
        deed = scene.found_at.get(at)
        if scene.key(at) in HARD_STOPS or scene.info(at).that:
            return []
        if deed is not None and deed.form.pos == "noun" and deed.prefix.endswith(AT) and not deed.form.suffix:
            chunk = scene.chunk_at.get(deed.last + 1)
            hit = chunk is not None and chunk.start == deed.last + 1 and not chunk.preposition
            return group_from(scene, chunk) if hit and chunk is not None else []
    return []


def _is_called_on(bare: Sequence[Group], *, two_behind: bool) -> bool:
    """Whether the party behind a verb is one that is called on far oftener than it calls."""
    return bare[0].head.head.removeprefix("ال") in _ADDRESSED and not (two_behind and _is_party(bare[1]))


def _is_urged(scene: Scene, found: Found, bare: Sequence[Group]) -> bool:
    """Whether the only party behind a verb that must have an object is it: وحث موسكو على إعادة النظر."""
    return len(bare) == 1 and found.trigger.id in _URGING and _is_addressed(scene, bare[0])


# How what is asked of somebody, or what he is blamed for, begins behind him.
_ASKED = frozenset({"ب", "علي", "الي", "ل", "ان"})


def _is_addressed(scene: Scene, group: Group) -> bool:
    """Whether what is asked or blamed stands right behind somebody: حث موسكو على X, اتهم «أبو خولة» بX."""
    head, at = group.head, group.chunks[-1].last + 1
    if group.preposition or not head.definite or head.count is not None or (head.kind == "place" and head.cue):
        return False
    at += not scene.info(at).is_word and scene.key(at) not in HARD_STOPS | COMMAS
    info, deed = scene.info(at), scene.found_at.get(at)
    return info.preposition in _ASKED or info.that or info.prefix in _ASKED or (deed is not None and bool(deed.prefix))


# How it is condemned, and in how many words the deed is told at most.
_STRONGLY, _DEED_WORDS = COMMAS | {"بشده", "باشد", "العبارات", "بقوه"}, 3
_CONDEMNING = frozenset(
    {
        "accuse.condemn",
        "accuse.denounce",
        "accuse.deplore",
        "accuse.disapprove",
        "accuse.condemn2",
        "accuse.condemn.dan",
    }
)


def _condemned(scene: Scene, found: Found, agents: Sequence[Chunk]) -> list[Chunk]:
    """The deed that is condemned, where no party is named in it: أدانت الحكومة بشدة التفجير الإرهابي الذي."""
    behind = [chunk.last for chunk in agents if chunk.first > found.last]
    if found.form.pos != "verb" or not agents:
        return []
    at = max([found.last, *behind]) + 1
    while scene.info(at).pronoun or scene.info(at).quantifier or at in scene.time_at or scene.key(at) in _STRONGLY:
        at += 1
    chunk, info = scene.chunk_at.get(at), scene.info(at)
    if not info.definite or (chunk is not None and (chunk.first < at or chunk.kind not in ("other", "fighters"))):
        return []
    last = at
    while scene.info(last + 1).definite and not scene.info(last + 1).prefix and last - at < _DEED_WORDS:
        last += 1
    done_by = scene.info(last + 1).relative and (scene.info(last + 2).light or ("",))[0] == "agent"
    if done_by or any(other.first_inner("actor") for other in scene.chunks if at <= other.first <= last):
        return []
    return [Chunk("other", at, last, at, scene.line.index, head=info.rest, number="s", definite=True)]


def accused(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """التنظيم المتهم بالهجوم: whoever is named last is accused, nobody says by whom."""
    return Parties(targets=list(last_party(scene, found)))
