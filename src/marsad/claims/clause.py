"""What stands around a trigger in its clause: its subject, the verb that carries it, the clause that describes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.arabic.clitics import AND, ARTICLE, AT, TO, WITH
from marsad.arabic.verbal_nouns import FOR_DOING
from marsad.claims.agreement import is_no_subject
from marsad.claims.parties import (
    ACTORS,
    ACTORS_OR_PLACES,
    NOBODY,
    THINGS,
    Parties,
    bare_head,
    can_act,
    is_its_own,
)  # fmt: skip
from marsad.claims.scene import BOUNDS, HARD_STOPS, STOPS, TAKEN_FOR, Found, Group, Scene, is_accusative
from marsad.claims.subject import subject_before
from marsad.mentions.chunks import Chunk


def bare_groups(groups: Sequence[Group]) -> list[Group]:
    bare = [group for group in groups if not group.preposition and not group.by] if groups else []
    # أكثر من مرة, أقل من ساعة: how often or how long, and no phrase of the clause
    return [group for group in bare if group.head.head not in BOUNDS] if len(bare) > 1 else bare


def groups_with(groups: Sequence[Group], *prepositions: str) -> list[Group]:
    return [group for group in groups if group.preposition in prepositions and not group.by] if groups else []


def of_what_we_did(groups: Sequence[Group]) -> Parties:
    """استهدفنا سفينة, سيطرنا على X: what stands behind is what we did it to; who speaks is known later."""
    parties, bare, on = Parties(), bare_groups(groups), groups_with(groups, "علي", "ضد")
    parties.targets = bare[0].chunks if bare else on[0].chunks if on and on[0].head.kind != "place" else []
    return parties


def groups_from(groups: Sequence[Group]) -> list[Group]:
    """The phrases behind "from"."""
    return groups_with(groups, "من")


def groups_of_whom(groups: Sequence[Group]) -> list[Group]:
    """The phrases behind ل, which say whose something is."""
    return groups_with(groups, "ل")


def with_object(groups: list[Group]) -> list[Chunk]:
    """القبض على X takes its object with على."""
    found = groups_with(groups, "علي", "عن")
    return found[0].chunks if found else []


def first_of(*lists: list[Group]) -> list[Chunk]:
    """The chunks of the group that stands first in the text."""
    candidates = [groups[0] for groups in lists if groups]
    return min(candidates, key=lambda group: group.first).chunks if candidates else []


def is_passive(scene: Scene, found: Found) -> bool:
    """A damma on the first letter says passive, whatever the letters say; behind an alef on the third: اغتُنمت."""
    if found.form.voice == "passive":
        return True
    word, text = scene.line.words[found.first], scene.line.text
    first = word.start + len(found.prefix)
    return "\u064f" in text[word.start : first + (4 if text[first : first + 1] == "ا" else 3)]


def before_verb(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    """The subject before a verb, if it stands there and no preposition governs it (unless a relative follows)."""
    group = subject_before(scene, found)
    if group is None or bare_head(group.head) in NOBODY:
        return []
    governed = group.preposition and group.preposition != "ان" and found.form.pos == "verb"
    if (
        governed
        and group.head.definite
        and group.head.count is None
        and not _relative_between(scene, group, found.first)
        and not _whose_deed(scene, group)
    ):
        return []
    parties.because.append("rule:subject-before-verb")
    return group.chunks


def body_before(scene: Scene, found: Found) -> list[Chunk]:
    """دمشق تدين, مستشفى X يناشد: a place or house that opens the clause right before a verb of speech speaks itself."""
    chunk = scene.chunk_at.get(found.first - 1)
    if chunk is None or chunk.kind not in ("place", "facility") or chunk.preposition or found.prefix:
        return []
    opens = chunk.start == scene.line.first or scene.info(chunk.start).prefix == AND
    if not opens and scene.info(chunk.start - 1).is_word:
        return []
    return [replace(chunk, kind="group", ids=(), first=chunk.start)]


def _whose_deed(scene: Scene, group: Group) -> bool:
    """كمين لعناصر X يستهدف Y, مسيّرة لقوات X تقصف Z: behind a bare word that opens its clause ل says whose it is."""
    at = min(group.head.start, group.head.first) - 1
    if group.preposition != TO or group.head.kind not in _SIDES or at < scene.line.first:
        return False
    info, opens = scene.info(at), at == scene.line.first or scene.key(at - 1) in STOPS
    return opens and info.is_word and not (info.definite or info.function or info.verb_like or info.preposition)


_SIDES = frozenset({"actor", "group", "fighters"})


def own_subject(scene: Scene, found: Found, subject: Sequence[Chunk]) -> bool:
    """Whether the first of two verbs has its subject before it and shares none: امرأة قتلت وأصيبت طفلة."""
    other = scene.found_at.get(found.last + 1)
    paired = other is not None and other.prefix == AND and other.form.pos == found.form.pos == "verb"
    return paired and not found.prefix and bool(subject) and subject[-1].last == found.first - 1


# How far before a noun the verb may stand that carries it.
CARRIED_WITHIN = 20
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
# Endings of a verb that can be nothing but its object: not ه, with which words end by themselves.
_DONE = ("agent", "verb")
_HAS_ITS_OBJECT = ("ها", "هما", "هم")


def as_governed(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    """The subject of the verb that carries a noun trigger: شن الثوار هجوماً, تمكنوا من قتل, بعد قيام X بشن هجوم."""
    at = found.first - 1
    bare: list[Chunk] = []
    if scene.line.keys[at] in FOR_DOING and (means_to := who_means_to(scene, at, parties)):
        return means_to
    first, infos, chunk_at = max(scene.line.first, found.first - CARRIED_WITHIN), scene.line.infos, scene.chunk_at
    while at >= first:
        if at in chunk_at:
            chunk = chunk_at[at]
            if not chunk.preposition and not chunk.conjoined and _may_carry(chunk):
                bare = group_from(scene, chunk)
            at = chunk.start - 1
            continue
        info = infos[at]
        light = info.light
        if light is not None:
            if light == _DONE and info.key.endswith(_HAS_ITS_OBJECT) and not found.prefix.endswith(TO):
                bare, at = [], at - 1  # قيام X بتدمير أوكار يستخدمها Y وقتل Z: its object is the pronoun
                continue
            if light[1] == "verb":
                return _subject_of_light(scene, found, parties, at, bare)
            if light[0] == "agent" and bare and bare[0].first - at <= 1:
                parties.because.append("rule:agent-of-light-noun")
                return bare
            if light[0] == "agent" and info.key.endswith(_PRONOUNS):
                parties.dropped_subject = True
                return []
        other = scene.found_at.get(at)
        deed = other is not None and other.form.pos == "verb"
        if deed and other is not None and other.type in ("reject", "threaten"):
            return bare
        if info.speech == "answer" and found.prefix.endswith(AT):
            parties.because.append("rule:agent-of-light-verb")
            return bare or _who_answers(scene, found, at)  # ردت X بقصف, X رد بقصف
        if info.that and scene.key(at - 1) in TAKEN_FOR:
            at -= 2  # طائرات يرجح أنها X
            continue
        if info.opener or info.speech or info.that or info.key in (":", "؛") or deed:
            return []
        at -= 1
    return []


def _who_answers(scene: Scene, found: Found, at: int) -> list[Chunk]:
    subject = subject_before(scene, Found(at, at, "", found.form, found.trigger, found.type))
    return subject.chunks if subject is not None and not subject.preposition else []


# How far before the purpose he stands whose purpose it is, in words.
_PURPOSE_WITHIN = 14


def who_means_to(scene: Scene, at: int, parties: Parties) -> list[Chunk]:
    """يستغل X مناطقه لشن هجمات: the nearest side before that no preposition governs."""
    for chunk in reversed(scene.chunks):
        if chunk.last >= at or chunk.preposition:
            continue
        between = range(chunk.last + 1, at)
        if chunk.first < at - _PURPOSE_WITHIN or any(_opens_another(scene, place) for place in between):
            return []
        if chunk.kind in ("actor", "group", "fighters"):
            parties.because.append("rule:agent-of-light-verb")
            return group_from(scene, chunk)
    return []


def _opens_another(scene: Scene, at: int) -> bool:
    info = scene.info(at)
    return bool(info.opener or info.that or info.speech) or info.key in HARD_STOPS


def _may_carry(chunk: Chunk) -> bool:
    """Whether a phrase can be the subject of a carrying verb: no bare number, no unknown word without article."""
    return chunk.kind != "count" and (chunk.kind != "other" or chunk.definite)


def doers_before(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    """The subject before a verb as far as it can act; someone named by no known word acts too if he is definite."""
    return [c for c in before_verb(scene, found, parties) if c.kind in ACTORS or (c.kind == "other" and c.definite)]


def counted_subject(scene: Scene, found: Found) -> list[Chunk]:
    """People with their number before a verb of many, past what stands between: 4 جنود، لم تعرف أسماؤهم، قتلوا."""
    if found.prefix:
        return []
    for chunk in reversed(scene.chunks):
        if chunk.first >= found.first or chunk.conjoined:
            continue
        start = chunk.start
        if any(scene.key(at) in HARD_STOPS or at in scene.found_at for at in range(start, found.first)):
            return []
        if chunk.count is not None and not chunk.preposition and chunk.kind in ("people", "fighters"):
            return group_from(scene, chunk)
    return []


def _subject_of_light(scene: Scene, found: Found, parties: Parties, at: int, bare: list[Chunk]) -> list[Chunk]:
    """The subject of the carrying verb at a word: behind it, else before it, else one told earlier."""
    light = scene.info(at).light
    if light is None or light[0] not in ("agent", "force"):
        return []
    if bare:
        parties.because.append("rule:agent-of-light-verb")
        return bare
    if found.first == at + 1 and found.form.definite and found.trigger.frame == "clash":
        return []  # فشلت المفاوضات: it is the subject itself
    subject = subject_before(scene, Found(at, at, "", found.form, found.trigger, found.type))
    governed = subject is not None and subject.preposition and subject.head.definite
    if subject is not None and not (governed and not _relative_between(scene, subject, at)):
        doers = [chunk for chunk in subject.chunks if chunk.kind in ACTORS | {"other"}]
        if doers:
            parties.because.append("rule:agent-before-light-verb")
            return doers
    parties.dropped_subject = True
    return []


def _relative_between(scene: Scene, group: Group, at: int) -> bool:
    return any(scene.info(place).relative for place in range(group.chunks[-1].last + 1, at))


def group_from(scene: Scene, chunk: Chunk) -> list[Chunk]:
    at, chunks = scene.chunks.index(chunk) + 1, [chunk]
    while at < len(scene.chunks) and scene.chunks[at].conjoined:
        chunks.append(scene.chunks[at])
        at += 1
    return chunks


def verb_subject_object(scene: Scene, found: Found, groups: list[Group], parties: Parties) -> Parties:
    bare, on = bare_groups(groups), groups_with(groups, "علي", "ل", "الي", "ب")
    if len(on) > 1 and on[0].head.kind == "weapon" and on[0].preposition == WITH:
        on = on[1:]  # اعتدت بقذائف على X
    before = before_verb(scene, found, parties)
    if found.form.suffix:
        parties.object_pronoun = True
        parties.agents = bare[0].chunks if bare else [c for c in before if c.kind in ACTORS_OR_PLACES]
        return parties
    if found.form.number in ("p", "d") or (
        before
        and before[0].kind in ACTORS | {"place", "facility", "other"}
        and (len(bare) < 2 or not can_act(bare[0]) or _is_described(bare) or _behind_that(scene, before, found))
    ):
        parties.agents = [c for c in before if c.kind in ACTORS_OR_PLACES or is_its_own(scene, c)]
        parties.dropped_subject = not before
        objects = bare[0].chunks if bare else (on[0].chunks if on and found.trigger.frame not in ("gain",) else [])
        parties.targets = objects
        return parties
    beside = scene.found_at.get(found.first - 1)
    if bare and found.prefix == "و" and beside is not None and beside.form.pos == "verb":
        parties.targets, parties.dropped_subject = bare[0].chunks, True
        parties.because.append("rule:object-of-two-verbs")
    elif bare and (is_accusative(scene, bare[0].head) or is_no_subject(scene, found, bare[0].head)):
        parties.targets, parties.dropped_subject = bare[0].chunks, True
        parties.because.append("rule:object-in-accusative")
    elif len(bare) >= 2 and _stands_behind_its_object(bare):
        parties.agents, parties.targets = bare[1].chunks, bare[0].chunks
        parties.because.append("rule:verb-object-subject")
    elif len(bare) >= 2 and (bare[0].head.kind == "facility" or _is_a_vessel(bare[0].head) or _is_described(bare)):
        parties.targets = bare[0].chunks
        parties.agents = [c for c in before if c.kind in ACTORS] if not is_passive(scene, found) else []
        parties.dropped_subject = not (parties.agents or is_passive(scene, found))
    elif len(bare) >= 2:
        parties.agents, parties.targets = bare[0].chunks, _object_of(bare)
        parties.because.append("rule:verb-subject-object")
    elif bare and on and can_act(bare[0]) and on[0].preposition != "ب":
        parties.agents, parties.targets = bare[0].chunks, on[0].chunks
    elif bare and found.trigger.then and bare[0].head.kind in ACTORS - {"weapon"} and found.last > found.first - 1:
        parties.agents, parties.targets = bare[0].chunks, on[0].chunks if on else []
    elif bare:
        if (
            can_act(bare[0])
            and bare[0].head.kind in ("actor", "group", "fighters", "weapon")
            and not _is_a_vessel(bare[0].head)
            and not is_passive(scene, found)
            and not is_accusative(scene, bare[0].head)
        ):
            parties.agents = bare[0].chunks
        else:
            parties.targets = bare[0].chunks
            parties.dropped_subject = not is_passive(scene, found)
    else:
        passive = is_passive(scene, found)
        upon = groups_with(groups, "علي") if found.type in _BLOWS and not passive else []
        parties.targets = before if passive else (upon[0].chunks if upon else [])
        parties.agents = [c for c in before if c.kind in ACTORS_OR_PLACES and c not in parties.targets]
        hers = found.form.gender == "f" and not passive and not before
        parties.dropped_subject = parties.dropped_subject or bool(upon and not before) or hers
    return parties


def _is_described(bare: Sequence[Group]) -> bool:
    """دمرت زورقين مسيّرين, سبع قنابل تقليدية: what stands right behind arms describes them and is no object."""
    arms, behind = bare[0].head, bare[1].head
    near = behind.first == bare[0].chunks[-1].last + 1
    return arms.kind == "weapon" and not arms.head.startswith(ARTICLE) and near and _is_bare_word(behind)


def _is_bare_word(chunk: Chunk) -> bool:
    return chunk.kind in ("other", "count") and not chunk.head.startswith(ARTICLE)


# Deeds aimed "on" somebody where no object stands: اعتدت على المصلين.
_BLOWS = frozenset({"attack", "shelling", "airstrike"})


def _behind_that(scene: Scene, before: Sequence[Chunk], found: Found) -> bool:
    """إن X هاجم Y: who stands between "that" and the verb is its subject."""
    side = before[0].kind in ACTORS and before[-1].last == found.first - 1
    return side and scene.info(min(before[0].start, before[0].first) - 1).that


_VESSELS = frozenset({"ship", "civilian_vehicle", "military_vehicle"})


def _is_a_vessel(chunk: Chunk) -> bool:
    """Ships and vehicles are hit; nobody says that they strike by themselves."""
    return chunk.kind == "weapon" and bool(chunk.ids) and chunk.ids[0] in _VESSELS


def _stands_behind_its_object(bare: Sequence[Group]) -> bool:
    """تحاصر البلدة منذ عام قوات X: the only side behind a verb, behind the place and other words, is its subject."""
    one, other = bare[0].head, bare[1].head
    if one.kind not in ("facility", "place") or not one.definite or other.kind not in ("actor", "group"):
        return False
    return other.start > bare[0].chunks[-1].last + 1


def _object_of(bare: Sequence[Group]) -> list[Chunk]:
    """What stands behind the subject, past what a comma puts beside it: جماعة X، ذراع Y، مواقع."""
    things = [group for group in bare[1:3] if group.head.kind in THINGS - {"other"} and not group.head.definite]
    apposed = bare[1].head.kind == "other" and bare[1].head.inner
    return (things[0] if apposed and things else bare[1]).chunks


def last_party(scene: Scene, found: Found) -> list[Chunk]:
    for chunk in reversed(scene.chunks):
        if chunk.last < found.first and chunk.kind in ("actor", "group"):
            return [chunk]
    return []
