"""Who did it to whom: fills agents and targets of a trigger from the phrases around it, by the frame of its sense.

Each frame is a small function: it takes the sentence, the trigger and the groups to its right and gives parties. The
names of the rules that spoke go into ``because``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from marsad.claims.scene import Found, Group, Scene, is_accusative, number_behind, subject_before
from marsad.mentions.chunks import Chunk

ACTORS = frozenset({"actor", "group", "fighters", "office", "source", "weapon", "people"})
ARMED = ACTORS - {"people"}
VICTIMS = frozenset({"people", "fighters", "office", "count", "other", "actor", "group"})
THINGS = frozenset({"facility", "weapon", "place", "other"})


@dataclass(slots=True)
class Parties:
    """Chunks for the roles of one trigger; ``object_pronoun`` says that a pronoun stands for the target."""

    agents: list[Chunk] = field(default_factory=list)
    targets: list[Chunk] = field(default_factory=list)
    object_pronoun: bool = False
    agent_pronoun: bool = False
    dropped_subject: bool = False
    because: list[str] = field(default_factory=list)


Frame = Callable[[Scene, Found, list[Group]], Parties]


def parties_of(scene: Scene, found: Found, groups: list[Group], adjectives: Mapping[str, str]) -> Parties:
    """Agents and targets as the clause itself gives them; what it inherits comes later."""
    parties = FRAMES.get(found.trigger.frame, _assault)(scene, found, groups)
    if found.trigger.frame not in _PEOPLE_ACT:
        parties.agents = [chunk for chunk in parties.agents if chunk.kind != "people" or acts(chunk)]
    parties.agents = [chunk for chunk in parties.agents if not _mere_missile(scene, chunk)]
    if any((chunk.kind == "weapon" and not ownerless(chunk)) or chunk.kind == "actor" for chunk in parties.agents):
        parties.agents = [chunk for chunk in parties.agents if chunk.kind != "weapon" or not ownerless(chunk)]
    if found.trigger.frame in _NAMED_BY_ADJECTIVE and (not parties.agents or parties.agents[0].kind == "other"):
        owner = adjective_owner(scene, found, adjectives)
        if owner is not None:
            parties.agents = [owner]
            parties.because.append("rule:doer-as-adjective")
    for group in groups:
        if group.by and not parties.agents:
            parties.agents = [chunk for chunk in _doers(group) if chunk.kind in ACTORS | {"place", "other"}]
            parties.because.append("rule:agent-by-phrase")
    return parties


def adjective_owner(scene: Scene, found: Found, adjectives: Mapping[str, str]) -> Chunk | None:
    """القصف الإسرائيلي, غارات جوية تركية: the adjective names the doer (guidelines, ruling 5)."""
    if found.form.pos not in ("noun", "phrase"):
        return None
    for at in range(found.last + 1, min(found.last + 4, scene.line.last)):
        actor = adjectives.get(scene.key(at))
        if actor is not None:
            return Chunk(
                "actor", at, at, at, scene.line.index, head=scene.key(at), number="s", definite=True, ids=(actor,)
            )
        info = scene.info(at)
        if not info.is_word or info.function or info.prefix or at in scene.found_at:
            return None
    return None


def ownerless(chunk: Chunk) -> bool:
    """Whether aircraft or arms are named without the side that owns them."""
    return not chunk.adjective_actor and chunk.first_inner("actor", "group") is None


def _mere_missile(scene: Scene, chunk: Chunk) -> bool:
    """A shell or a rocket hits but does not act: it is the weapon, not the doer, unless it names its owner."""
    if chunk.kind != "weapon" or not ownerless(chunk):
        return False
    return chunk.ids[0] not in ("warplane", "aircraft", "helicopter", "drone") if chunk.ids else True


_NAMED_BY_ADJECTIVE = frozenset(
    {"assault", "strike", "target", "operation", "explode", "blow_up", "besiege", "move", "aid_by"}
)
_PEOPLE_ACT = frozenset({"speak", "protest", "protesters", "clash", "aid", "release"})
# People who act by themselves in reports of violence; other people suffer it.
_ACTING_PEOPLE = frozenset(
    {
        "مستوطن",
        "متظاهر",
        "محتج",
        "مشيع",
        "شاب",
        "اهالي",
        "ابناء",
        "رجل",
        "فلسطيني",
        "معتصم",
        "سجين",
        "معتقل",
        "امراه",
        "شخص",
        "سكان",
        "حارس",
    }
)


def acts(chunk: Chunk) -> bool:
    """Whether people of this kind attack, seize or kill."""
    return (chunk.head.removeprefix("ال") in _ACTING_PEOPLE and chunk.count is None) or chunk.head == "مستوطن"


def _doers(group: Group) -> list[Chunk]:
    """The chunks of a by-phrase; على يد X has its doer inside."""
    head = group.head
    if head.kind == "other" and head.inner:
        return [*head.inner, *group.chunks[1:]]
    return group.chunks


def _bare(groups: Sequence[Group]) -> list[Group]:
    return [group for group in groups if not group.preposition and not group.by]


def _with(groups: Sequence[Group], *prepositions: str) -> list[Group]:
    return [group for group in groups if group.preposition in prepositions and not group.by]


def _is_passive(scene: Scene, found: Found) -> bool:
    """A damma on the first letter says passive, whatever the letters say."""
    word = scene.line.words[found.first]
    return found.form.voice == "passive" or "\u064f" in scene.line.text[word.start : word.start + 3 + len(found.prefix)]


def _before(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    """The subject before a verb, if it stands there and no preposition governs it (unless a relative follows)."""
    group = subject_before(scene, found)
    if group is None:
        return []
    relative = any(scene.info(at).relative for at in range(group.chunks[-1].last + 1, found.first))
    governed = group.preposition and group.preposition != "ان" and found.form.pos == "verb"
    if governed and not relative and group.head.definite:
        return []
    parties.because.append("rule:subject-before-verb")
    return group.chunks


def _as_governed(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    """The subject of the verb that carries a noun trigger: شن الثوار هجوماً, تمكنوا من قتل."""
    at = found.first - 1
    bare: list[Chunk] = []
    while at >= scene.line.first:
        chunk = scene.chunk_at.get(at)
        if chunk is not None:
            if not chunk.preposition and not chunk.conjoined:
                bare = _group_from(scene, chunk)
            at = min(chunk.start, chunk.first) - 1
            continue
        info = scene.info(at)
        if info.light is not None and info.light[1] == "verb":
            if info.light[0] in ("agent", "force"):
                if bare:
                    parties.because.append("rule:agent-of-light-verb")
                    return bare
                subject = subject_before(scene, Found(at, at, "", found.form, found.trigger, found.type))
                if subject is not None and not (subject.preposition and not _relative_between(scene, subject, at)):
                    parties.because.append("rule:agent-before-light-verb")
                    return [chunk for chunk in subject.chunks if chunk.kind in ACTORS | {"place", "other"}]
                parties.dropped_subject = True
            return []
        other = scene.found_at.get(at)
        if other is not None and other.form.pos == "verb" and other.type in ("reject", "threaten"):
            return bare
        if (
            info.opener
            or info.speech
            or info.that
            or info.key in (":", "؛")
            or (other is not None and other.form.pos == "verb")
        ):
            return []
        if found.first - at > 14:
            return []
        at -= 1
    return []


def _relative_between(scene: Scene, group: Group, at: int) -> bool:
    return any(scene.info(place).relative for place in range(group.chunks[-1].last + 1, at))


def _group_from(scene: Scene, chunk: Chunk) -> list[Chunk]:
    at = scene.chunks.index(chunk)
    chunks = [chunk]
    for following in scene.chunks[at + 1 :]:
        if not following.conjoined:
            break
        chunks.append(following)
    return chunks


def _undergone(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    """What suffers it: تعرضت مدينة X لقصف, شهدت X اشتباكات."""
    at = found.first - 1
    bare: list[Chunk] = []
    while at >= scene.line.first and found.first - at < 14:
        chunk = scene.chunk_at.get(at)
        if chunk is not None:
            if not chunk.preposition and not chunk.conjoined:
                bare = _group_from(scene, chunk)
            at = min(chunk.start, chunk.first) - 1
            continue
        info = scene.info(at)
        if info.light is not None and info.light[1] in ("verb", "masdar"):
            if info.light[0] != "undergo":
                return []
            if not bare:
                subject = subject_before(scene, Found(at, at, "", found.form, found.trigger, found.type))
                bare = subject.chunks if subject is not None else []
            parties.because.append("rule:undergoes")
            return bare
        if info.opener or info.speech or info.that or info.key in (":", "؛"):
            return []
        at -= 1
    return []


def _relative_clause(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    """The doer in the clause that describes a noun trigger: الضربات التي شنتها إسرائيل, هجوم نفذه X."""
    at = found.last + 1
    limit = min(scene.line.last, found.last + 9)
    while at < limit:
        info = scene.info(at)
        if (
            info.light is not None
            and info.light[0] == "agent"
            and info.light[1] == "verb"
            and info.key.endswith(("ه", "ها", "هم"))
        ):
            following = scene.chunk_at.get(at + 1)
            if following is not None and not following.preposition:
                parties.because.append("rule:agent-of-relative-clause")
                return _group_from(scene, following)
            return []
        if info.key in (":", "؛", ".") or info.opener:
            return []
        at += 1
    return []


def _kill(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """قتل: active or passive by what follows; its noun takes the victim (or with ل the doer) in the genitive."""
    parties = Parties()
    bare = _bare(groups)
    if found.form.pos != "verb":
        return _kill_noun(scene, found, groups, parties)
    if found.form.suffix:
        parties.object_pronoun = True
        if bare and bare[0].head.kind in ACTORS:
            parties.agents = bare[0].chunks
        elif found.form.number == "p" or not bare:
            parties.agents = [c for c in _before(scene, found, parties) if c.kind in ACTORS]
            parties.dropped_subject = not parties.agents
        return parties
    before = _before(scene, found, parties)
    if _is_passive(scene, found):
        parties.targets = (
            bare[0].chunks if bare and found.form.number == "s" else before or (bare[0].chunks if bare else [])
        )
        parties.because.append("rule:passive")
        return parties
    if found.form.number in ("p", "d"):
        _plural_verb(bare, before, parties, groups, scene, found)
        return parties
    if (
        len(bare) >= 2
        and _can_act(bare[0])
        and not is_accusative(scene, bare[0].head)
        and bare[1].head.kind in VICTIMS | THINGS
    ):
        parties.agents, parties.targets = bare[0].chunks, bare[1].chunks
        parties.because.append("rule:verb-subject-object")
    elif (
        bare
        and before
        and _can_act_group(before)
        and _is_victim(bare[0])
        and found.form.voice != "passive"
        and not _victims_only(before)
    ):
        parties.agents, parties.targets = before, bare[0].chunks
        parties.because.append("rule:subject-verb-object")
    elif (
        bare
        and _with_object(groups)
        and _can_act(bare[0])
        and bare[0].head.count is None
        and bare[0].head.kind in ("actor", "group")
    ):
        parties.agents, parties.targets = bare[0].chunks, _with_object(groups)
        parties.because.append("rule:verb-subject-prepositional-object")
    elif bare:
        parties.targets = bare[0].chunks
        parties.because.append("rule:passive-by-single-phrase")
    elif before:
        parties.targets = before
        parties.because.append("rule:passive-after-subject")
    return parties


def _with_object(groups: list[Group]) -> list[Chunk]:
    """القبض على X takes its object with على."""
    found = _with(groups, "علي", "عن")
    return found[0].chunks if found else []


def _victims_only(chunks: list[Chunk]) -> bool:
    return all(chunk.kind in ("people", "count", "other", "place", "facility") for chunk in chunks)


def _can_act(group: Group) -> bool:
    head = group.head
    return (
        (head.kind in ACTORS and head.kind != "people")
        or (head.kind == "people" and head.definite and head.count is None)
        or (head.kind == "other" and head.definite)
    )


def _can_act_group(chunks: list[Chunk]) -> bool:
    return bool(chunks) and chunks[0].kind in ACTORS | {"place", "other"}


def _is_victim(group: Group) -> bool:
    head = group.head
    return head.kind in VICTIMS or head.kind in THINGS


def _plural_verb(
    bare: list[Group], before: list[Chunk], parties: Parties, groups: list[Group], scene: Scene, found: Found
) -> None:
    """قتلوا: its subject stands before it or is dropped; an object after it makes it active."""
    if bare and _is_victim(bare[0]):
        parties.targets = bare[0].chunks
        parties.agents = [chunk for chunk in before if chunk.kind in ACTORS]
        parties.dropped_subject = not parties.agents
        parties.because.append("rule:plural-verb-with-object")
    elif _with_object(groups) and found.trigger.then & {"علي", "القبض"}:
        parties.targets = _with_object(groups)
        parties.agents = [chunk for chunk in before if chunk.kind in ACTORS]
        parties.dropped_subject = not parties.agents
    else:
        parties.targets = before
        parties.because.append("rule:plural-verb-passive")


def _kill_noun(scene: Scene, found: Found, groups: list[Group], parties: Parties) -> Parties:
    bare, marked = _bare(groups), _with(groups, "ل")
    if found.form.suffix:
        if bare and bare[0].first == found.last + 1:
            parties.agent_pronoun, parties.targets = True, bare[0].chunks
        elif marked:
            parties.agent_pronoun, parties.targets = True, marked[0].chunks
        else:
            parties.object_pronoun = True
        return parties
    if bare and marked and bare[0].first < marked[0].first and bare[0].head.kind in ACTORS:
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
    genitive = bare[0].chunks if bare else (_with_object(groups) or (marked[0].chunks if marked else []))
    parties.targets = genitive
    if genitive:
        parties.because.append("rule:victim-in-genitive")
    parties.agents = [c for c in _as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


def _death(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """مقتل X: the genitive is the victim."""
    parties = Parties()
    bare = _bare(groups)
    whoever = _whoever(scene, found.last + 1)
    if found.form.suffix:
        parties.object_pronoun = True
    elif whoever is not None:
        parties.targets = [whoever]
        parties.because.append("rule:whoever-was-there")
    elif bare:
        parties.targets = bare[0].chunks
        parties.because.append("rule:victim-in-genitive")
    elif _with(groups, "ل", *_AMONG):
        parties.targets = _with(groups, "ل", *_AMONG)[0].chunks
    return parties


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


def _die(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """استشهد X, X لقي مصرعه: the subject is the victim."""
    parties = Parties()
    bare = [group for group in _bare(groups) if group.head.kind in VICTIMS | THINGS]
    if found.form.pos == "noun":
        return _death(scene, found, groups)
    before = _before(scene, found, parties)
    if found.form.number in ("p", "d") and before:
        parties.targets = before
    elif bare:
        parties.targets = bare[0].chunks
        parties.because.append("rule:victim-after-verb")
    else:
        parties.targets = before
    return parties


def _injured(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """أصيب X is passive; أصابت القذيفة X is active; إصابة X takes a genitive."""
    if found.form.pos != "verb":
        return _death(scene, found, groups)
    return _kill(scene, found, groups)


_AMONG = ("بين", "صفوف", "بصفوف", "اوساط")


def _of_both(scene: Scene, chunk: Chunk | None) -> list[Chunk]:
    """القتلى والجرحى من X: both words name people of X."""
    if chunk is None or chunk.inner:
        return []
    for other in scene.chunks[scene.chunks.index(chunk) + 1 :]:
        if other.first > chunk.last + 8 or (other.first - 1 > chunk.last and other.first - 1 in scene.found_at):
            return []
        if other.preposition in _AMONG and other.kind in ("people", "fighters", "actor", "group"):
            return [other]
        if not other.conjoined or other.kind != "people" or other.first != chunk.last + 1:
            return []
        if other.inner:
            return [other.inner[0]]
        chunk = other
    return []


def _victim_word(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """قتلى, جرحى: the word names the people itself; من or بين says of whom they were."""
    parties = Parties()
    toll, chunk = number_behind(scene, found), scene.chunk_at.get(found.first)
    if toll is not None:
        parties.targets = [toll if toll.kind != "count" or chunk is None else chunk]
        parties.because.append("rule:number-of-a-toll")
        return parties
    if chunk is not None:
        parties.targets = [chunk]
    of = [
        group
        for group in groups[:1]
        if group.preposition in ("من", *_AMONG) and group.head.kind in ("people", "fighters", "actor", "group")
    ]
    whose = of[0].chunks if of and of[0].head.count is None else _of_both(scene, chunk)
    if whose:
        parties.targets = whose
        parties.because.append("rule:victims-of-a-group")
    before = scene.chunk_at.get(found.first - 1)
    if chunk is None and before is not None:
        parties.targets = [before]
    return parties


def _assault(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """هجوم X على Y, هاجم X Y, شن X هجوماً على Y."""
    parties = Parties()
    bare, on = _bare(groups), _with(groups, "علي", "ضد", "ل", "الي", "بحق")
    if found.form.pos == "verb":
        return _verb_subject_object(scene, found, groups, parties)
    first = bare[0] if bare and bare[0].first <= found.last + 3 else None
    if found.form.suffix:
        parties.agent_pronoun = True
        first = None
    if first is not None and first.head.kind in ACTORS and found.form.number != "d":
        if on or first.head.kind != "place":
            parties.agents = first.chunks
            parties.because.append("rule:doer-in-genitive")
    elif first is not None and not found.form.definite and first.head.kind in ("facility", "place"):
        parties.targets = first.chunks
        parties.because.append("rule:object-in-genitive")
    if on and not parties.targets:
        parties.targets = on[0].chunks
        parties.because.append("rule:target-after-preposition")
    _outer_roles(scene, found, parties)
    return parties


def _outer_roles(scene: Scene, found: Found, parties: Parties) -> None:
    """What the verb around a noun trigger says: who launched it, who suffered it."""
    if not parties.agents:
        parties.agents = [c for c in _relative_clause(scene, found, parties) if c.kind in ACTORS | {"place", "other"}]
    if not parties.agents:
        parties.agents = [c for c in _as_governed(scene, found, parties) if c.kind in ACTORS | {"place"}]
    if not parties.targets:
        parties.targets = [c for c in _undergone(scene, found, parties) if c.kind != "count"]


def _verb_subject_object(scene: Scene, found: Found, groups: list[Group], parties: Parties) -> Parties:
    bare, on = _bare(groups), _with(groups, "علي", "ل", "الي", "ب")
    before = _before(scene, found, parties)
    if found.form.suffix:
        parties.object_pronoun = True
        parties.agents = bare[0].chunks if bare else [c for c in before if c.kind in ACTORS | {"place"}]
        return parties
    if found.form.number in ("p", "d") or (
        before
        and before[0].kind in ACTORS | {"place", "facility", "other"}
        and (len(bare) < 2 or not _can_act(bare[0]))
    ):
        parties.agents = [c for c in before if c.kind in ACTORS | {"place"}]
        parties.dropped_subject = not before
        objects = bare[0].chunks if bare else (on[0].chunks if on and found.trigger.frame not in ("gain",) else [])
        parties.targets = objects
        return parties
    beside = scene.found_at.get(found.first - 1)
    if bare and found.prefix == "و" and beside is not None and beside.form.pos == "verb":
        parties.targets, parties.dropped_subject = bare[0].chunks, True
        parties.because.append("rule:object-of-two-verbs")
    elif bare and is_accusative(scene, bare[0].head):
        parties.targets, parties.dropped_subject = bare[0].chunks, True
        parties.because.append("rule:object-in-accusative")
    elif len(bare) >= 2:
        parties.agents, parties.targets = bare[0].chunks, bare[1].chunks
        parties.because.append("rule:verb-subject-object")
    elif bare and on and _can_act(bare[0]) and on[0].preposition != "ب":
        parties.agents, parties.targets = bare[0].chunks, on[0].chunks
    elif bare:
        if (
            _can_act(bare[0])
            and bare[0].head.kind in ("actor", "group", "fighters", "weapon")
            and not _is_passive(scene, found)
            and not is_accusative(scene, bare[0].head)
        ):
            parties.agents = bare[0].chunks
        else:
            parties.targets = bare[0].chunks
            parties.dropped_subject = True
    else:
        parties.targets = before if _is_passive(scene, found) else []
        parties.agents = [] if parties.targets else [c for c in before if c.kind in ACTORS | {"place"}]
    return parties


def _strike(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """قصف: as a noun its genitive is the doer when it can shoot, else what was hit; ل marks the other one."""
    if found.form.pos == "verb":
        return _verb_subject_object(scene, found, groups, Parties())
    parties = Parties()
    bare, on, to = _bare(groups), _with(groups, "علي", "ضد"), _with(groups, "ل")
    first = bare[0] if bare and bare[0].first <= found.last + 3 else None
    if found.form.suffix:
        if first is not None or on or to:
            parties.agent_pronoun = True
            parties.targets = (first or (on or to)[0]).chunks
        else:
            parties.object_pronoun = True
        return parties
    if first is not None and _shoots(first.head):
        parties.agents = first.chunks
        parties.because.append("rule:doer-in-genitive")
        rest = [group for group in bare[1:2] if group.head.kind in THINGS | {"group", "people"}]
        parties.targets = _first_of(on, rest, to)
    elif first is not None:
        parties.targets = first.chunks
        parties.because.append("rule:object-in-genitive")
    if on and not parties.targets:
        parties.targets = on[0].chunks
    if to and not parties.agents and not parties.targets:
        role = parties.agents if to[0].head.kind in ("actor", "group") else parties.targets
        role.extend(to[0].chunks)
    elif to and not parties.agents and to[0].head.kind in ("actor", "group") and to[0].first < parties.targets[0].start:
        parties.agents = to[0].chunks
    _outer_roles(scene, found, parties)
    return parties


def _first_of(*lists: list[Group]) -> list[Chunk]:
    """The chunks of the group that stands first in the text."""
    candidates = [groups[0] for groups in lists if groups]
    return min(candidates, key=lambda group: group.first).chunks if candidates else []


def _shoots(chunk: Chunk) -> bool:
    return chunk.kind in ("actor", "group", "fighters", "weapon") and not (
        chunk.kind == "fighters" and chunk.count is not None
    )


def _clash(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """بين X وY, X مع Y: all sides are agents."""
    parties = Parties()
    sides: list[Chunk] = []
    for group in _with(groups, "بين", "مع", "ضد"):
        sides.extend(chunk for chunk in group.chunks if chunk.kind in ACTORS | {"place", "other"})
    doers: list[Chunk] = []
    if found.form.pos == "verb":
        bare = _bare(groups)
        doers = bare[0].chunks if bare else _before(scene, found, parties)
    elif not _with(groups, "بين"):
        doers = _as_governed(scene, found, parties) or _relative_clause(scene, found, parties)
        bare = _bare(groups)
        if not doers and bare and bare[0].first <= found.last + 2 and bare[0].head.kind in ACTORS:
            doers = bare[0].chunks
    parties.agents = [c for c in doers if c.kind in ACTORS | {"place"}] + sides
    return parties


def _gain(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """سيطر X على Y: X is the agent, Y the place."""
    parties = Parties()
    bare = _bare(groups)
    if found.form.pos == "verb":
        before = [c for c in _before(scene, found, parties) if c.kind in ACTORS]
        acting = [group for group in bare if group.head.kind in ACTORS]
        parties.agents = acting[0].chunks if acting and found.form.number == "s" and not before else before
        parties.dropped_subject = not parties.agents
    elif found.form.suffix:
        parties.agent_pronoun = True
    elif bare and bare[0].first <= found.last + 4 and bare[0].head.kind in ACTORS - {"people"}:
        parties.agents = bare[0].chunks
        parties.because.append("rule:doer-in-genitive")
    if not parties.agents:
        parties.agents = [c for c in _as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


def _leave(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = _gain(scene, found, groups)
    if found.trigger.id in ("withdraw.pull", "withdraw.vacate") and not parties.agents:
        parties.dropped_subject = True
    return parties


def _besieged(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """المدينة المحاصرة: the noun before it is besieged."""
    chunk = scene.chunk_at.get(found.first)
    before = scene.chunk_at.get(found.first - 1)
    target = chunk if chunk is not None and chunk.first < found.first else before
    return Parties(targets=[target] if target is not None else [])


# Bodies that are called on far oftener than they call.
_ADDRESSED = frozenset({"مجتمع", "مجلس", "اطراف", "جميع", "مسلمين", "عالم", "دول"})


def _speak(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """Speech acts: the speaker is the agent; whom it is asked of or blamed is the target."""
    parties = Parties()
    bare, to = _bare(groups), _with(groups, "الي", "ل", "علي", "من", "ب")
    if found.form.pos == "verb":
        before = [c for c in _before(scene, found, parties) if c.kind in ACTORS]
        if found.form.number in ("p", "d") or (before and not (bare and _can_act(bare[0]) and len(bare) > 1)):
            parties.agents = before
            objects = bare
        elif len(bare) == 1 and bare[0].head.head.removeprefix("ال") in _ADDRESSED:
            objects = bare
        else:
            parties.agents = bare[0].chunks if bare else []
            objects = bare[1:]
        if found.form.suffix:
            parties.object_pronoun = True
        else:
            parties.targets = _addressee(scene, found, objects, to, parties.agents)
            if found.type == "accuse" and bare and bare[0].chunks == parties.agents and _accused(scene, bare):
                parties.agents, parties.targets = [], parties.agents
                parties.because.append("rule:accused-without-accuser")
                return parties
        parties.dropped_subject = not parties.agents
        return parties
    if found.form.suffix:
        parties.agent_pronoun = True
        parties.agents = _expresser(scene, found)
    elif found.form.pos == "word":
        parties.dropped_subject = True
        parties.targets = _said_to_be(scene, found) if found.type == "reject" else []
        if parties.targets:
            parties.because.append("rule:subject-of-the-word")
            return parties
    elif bare and bare[0].first <= found.last + 2:
        parties.agents = bare[0].chunks
        bare = bare[1:]
    parties.targets = _addressee(scene, found, bare, to, parties.agents)
    if not parties.agents:
        parties.agents = [c for c in _as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


def _refused(scene: Scene, found: Found, agents: Sequence[Chunk]) -> list[Chunk]:
    """The deed that is refused, where it is a noun right behind: رفضت الفصائل الخروج من المدينة."""
    at = max([found.last, *(chunk.last for chunk in agents if chunk.first > found.last)]) + 1
    if at >= scene.line.last or found.form.pos != "verb":
        return []
    info, deed = scene.info(at), scene.found_at.get(at)
    if not info.is_word or info.function or info.verb_like or not (info.definite or deed is not None):
        return []
    behind = scene.chunk_at.get(at + 2) if scene.info(at + 1).preposition else None
    end = behind.last if behind is not None and behind.first == at + 2 else at
    return [Chunk("other", at, end, at, scene.line.index, head=info.rest, number="s", definite=True)]


def _said_to_be(scene: Scene, found: Found) -> list[Chunk]:
    """What is said to be refused: أن أي اقتراح … مرفوض."""
    that = next((at for at in range(found.first - 1, scene.line.first, -1) if scene.info(at).that), None)
    if that is None:
        return []
    return next(([chunk] for chunk in scene.chunks if that < chunk.first < found.first and not chunk.preposition), [])


def _accused(scene: Scene, bare: Sequence[Group]) -> bool:
    """Right behind the only party stands what it is blamed for: اتهمت الحركة بتفجير."""
    after = bare[0].chunks[-1].last + 1
    other = scene.found_at.get(after)
    return after < scene.line.last and (
        scene.info(after).preposition == "ب"
        or scene.info(after).prefix == "ب"
        or (other is not None and other.prefix.endswith("ب"))
    )


def _expresser(scene: Scene, found: Found) -> list[Chunk]:
    """Whose word it is: أعرب X عن إدانته."""
    for at in range(found.first - 1, scene.line.first - 1, -1):
        if scene.info(at).speech == "express":
            chunk = scene.chunk_at.get(at + 1)
            return [chunk] if chunk is not None and chunk.first == at + 1 and not chunk.preposition else []
    return []


def _addressee(
    scene: Scene, found: Found, objects: Sequence[Group], to: Sequence[Group], agents: Sequence[Chunk]
) -> list[Chunk]:
    """Whom a speech act is aimed at: its object where that is a party, for blame the first party named after it."""
    if found.type == "reject":
        return list(objects[0].chunks) if objects else _refused(scene, found, agents)
    named = [
        group
        for group in (*objects[:1], *to)
        if group.head.kind in ACTORS and group.preposition in ("", "من", "الي", "ل", "علي")
    ]
    if named:
        return list(named[0].chunks)
    if found.type == "accuse":
        for chunk in scene.chunks:
            if chunk.first > found.last and chunk not in agents:
                party = chunk.first_inner("actor")
                if party is not None:
                    return [party]
    return []


def _aid(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    to = _with(groups, "ل", "الي")
    parties.targets = to[0].chunks if to else []
    parties.agents = [c for c in _as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


def _backed(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """قوات X مدعومة من Y: Y helps X."""
    parties = Parties()
    by = _with(groups, "من", "ب")
    parties.agents = by[0].chunks if by else []
    parties.targets = list(_last_party(scene, found))
    return parties


def _aid_by(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    if groups and groups[0].head.kind in ACTORS:
        parties.agents = groups[0].chunks
    parties.targets = [c for c in _last_party(scene, found) if c not in parties.agents]
    return parties


def _last_party(scene: Scene, found: Found) -> list[Chunk]:
    for chunk in reversed(scene.chunks):
        if chunk.last < found.first and chunk.kind in ("actor", "group"):
            return [chunk]
    return []


def _protest(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    bare = _bare(groups)
    against = _with(groups, "ضد")
    if found.form.pos == "verb":
        before = _before(scene, found, parties)
        acting = [
            group for group in bare if group.head.kind in ("people", "count", "other", "actor", "group", "fighters")
        ]
        parties.agents = before if found.form.number == "p" or not acting else acting[0].chunks
    else:
        parties.agents = list(_relative_clause(scene, found, parties) or _as_governed(scene, found, parties))
        if not parties.agents and bare and bare[0].first <= found.last + 2:
            parties.agents = [c for c in bare[0].chunks if c.kind in ACTORS]
    parties.targets = against[0].chunks if against else []
    return parties


def _protesters(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    chunk = scene.chunk_at.get(found.first)
    return Parties(agents=[chunk] if chunk is not None else [])


def _weapon(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """A weapon as the trigger: على names what it hit."""
    parties = Parties()
    on = _with(groups, "علي")
    parties.targets = on[0].chunks if on else []
    bare = _bare(groups)
    parties.agents = [c for c in _relative_clause(scene, found, parties) if c.kind in ACTORS]
    if not parties.agents and bare and bare[0].first <= found.last + 2 and bare[0].head.kind in ARMED:
        parties.agents = bare[0].chunks
    return parties


def _launch(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """أطلق X صواريخ على Y."""
    parties = Parties()
    bare = [group for group in _bare(groups) if group.head.kind != "weapon" or group is _bare(groups)[0]]
    before = [c for c in _before(scene, found, parties) if c.kind in ACTORS]
    on = _with(groups, "علي", "الي", "نحو", "باتجاه", "صوب", "تجاه")
    acting = [group for group in bare if group.head.kind in ACTORS]
    if found.form.pos == "verb":
        if acting and found.form.number == "s" and (acting[0].head.kind != "weapon" or len(_bare(groups)) > 1):
            parties.agents = acting[0].chunks
        elif before:
            parties.agents = before
        parties.dropped_subject = not parties.agents
    else:
        parties.agents = [c for c in _as_governed(scene, found, parties) if c.kind in ACTORS]
        if not parties.agents and acting and acting[0].head.kind != "weapon":
            parties.agents = acting[0].chunks
    parties.targets = on[0].chunks if on else []
    return parties


def _fall(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    on = _with(groups, "علي", "في")
    parties.targets = on[0].chunks if on and on[0].preposition == "علي" else []
    return parties


def _explode(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = _assault(scene, found, groups) if found.form.pos != "verb" else Parties()
    parties.agents = [chunk for chunk in parties.agents if chunk.kind not in ("weapon", "other", "facility")]
    parties.targets = [
        chunk for chunk in parties.targets if chunk.kind in ("facility", "people", "fighters", "group", "actor")
    ]
    if found.form.pos == "verb":
        parties.targets = [
            c
            for g in _with(groups, "ب", "علي")
            for c in g.chunks
            if c.kind in ("facility", "people", "fighters", "group")
        ]
    return parties


def _blow_up(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    if found.form.pos == "verb":
        parties = _verb_subject_object(scene, found, groups, Parties())
        parties.targets = [c for c in parties.targets if c.kind not in ("weapon",)]
        return parties
    parties = _explode(scene, found, groups)
    bare = _bare(groups)
    if not parties.targets and bare and bare[0].head.kind in ("facility", "place"):
        parties.targets = bare[0].chunks
    return parties


def _blow_up_self(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    acting = [group for group in _bare(groups) if group.head.kind in ACTORS]
    parties.agents = acting[0].chunks if acting else [c for c in _before(scene, found, parties) if c.kind in ACTORS]
    return parties


def _destroy(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    if found.form.pos == "verb":
        return _verb_subject_object(scene, found, groups, Parties())
    parties = Parties()
    bare, marked = _bare(groups), _with(groups, "ل", "ب")
    if found.form.suffix:
        parties.object_pronoun = True
    elif bare:
        parties.targets = bare[0].chunks
    elif marked:
        parties.targets = marked[0].chunks
    parties.agents = [c for c in _as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


def _damage(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    hit = [
        g for g in _with(groups, "ب", "في", "ل", *_AMONG) if g.head.kind in ("facility", "weapon", "other", "people")
    ]
    parties.targets = hit[0].chunks if hit else []
    return parties


def _repel(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    bare = [group for group in _bare(groups) if group.head.kind in ACTORS]
    before = [c for c in _before(scene, found, parties) if c.kind in ACTORS] if found.form.pos == "verb" else []
    if found.form.pos == "verb":
        parties.agents = bare[0].chunks if bare and found.form.number == "s" and not before else before
        parties.dropped_subject = not parties.agents
    else:
        parties.agents = [c for c in _as_governed(scene, found, parties) if c.kind in ACTORS]
    return parties


def _release(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    about = _with(groups, "عن")
    bare = _bare(groups)
    if found.form.pos == "verb":
        before = [c for c in _before(scene, found, parties) if c.kind in ACTORS]
        acting = [group for group in bare if group.head.kind in ACTORS - {"people"}]
        parties.agents = acting[0].chunks if acting else before
    else:
        parties.agents = [c for c in _as_governed(scene, found, parties) if c.kind in ACTORS]
    parties.targets = (
        about[0].chunks if about else (bare[0].chunks if bare and bare[0].chunks != parties.agents else [])
    )
    return parties


def _shoot(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    return _launch(scene, found, groups)


def _operation(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    return _assault(scene, found, groups)


FRAMES: dict[str, Frame] = {
    "kill": _kill, "death": _death, "die": _die, "injured": _injured, "victims": _victim_word, "assault": _assault,
    "target": _strike, "strike": _strike, "operation": _operation, "clash": _clash, "gain": _gain, "leave": _leave,
    "besiege": _assault, "besieged": _besieged, "speak": _speak, "aid": _aid, "backed": _backed, "aid_by": _aid_by,
    "protest": _protest, "protesters": _protesters, "weapon": _weapon, "launch": _launch, "fall": _fall,
    "explode": _explode, "blow_up": _blow_up, "blow_up_self": _blow_up_self, "destroy": _destroy, "damage": _damage,
    "repel": _repel, "release": _release, "shoot": _shoot, "move": _gain, "launch_op": _gain, "losses": _damage,
    "massacre": _assault, "toll_of": _die, "fell_to": _gain,
}  # fmt: skip
