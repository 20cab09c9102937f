"""Frames of force: who attacked, shot, fought or blew up what, who held off whom."""

from __future__ import annotations

from marsad.arabic.clitics import AND, FROM, WITH
from marsad.claims.clause import (
    as_governed,
    bare_groups,
    before_verb,
    doers_before,
    first_of,
    group_from,
    groups_with,
    verb_subject_object,
)
from marsad.claims.launched_by import aimed_at, is_someone, outer_roles, relative_clause, whose_weapon
from marsad.claims.parties import (
    ACTORS,
    ACTORS_OR_PLACES,
    ACTORS_OR_UNKNOWN,
    ARMED,
    MEN,
    THINGS,
    Parties,
    ownerless,
    shoots,
)
from marsad.claims.scene import AT_THEM, BOMBER, COMMAS, HARD_STOPS, STOPS, Found, Group, Scene
from marsad.claims.suffered import undergone
from marsad.claims.verb_or_noun import its_aim, takes_its_aim
from marsad.mentions.chunks import Chunk

# Nouns of verbs with an object: what stands behind them alone is the object, not the doer (استهداف القوات).
_TAKE_AN_OBJECT = frozenset(
    {"attack.target", "attack.storm", "attack.raid", "attack.invade", "attack.verb", "attack.chase", "attack.hit",
     "attack.suppress", "attack.assault.fight", "attack.stab", "attack.ram"}
)  # fmt: skip


def _its_object(found: Found, chunk: Chunk) -> bool:
    """Whether the phrase behind the noun is whom the deed befell."""
    return found.trigger.id in _TAKE_AN_OBJECT and (chunk.kind != "other" or chunk.definite)


# What "on" behind the noun of targeting says is where it was: استهداف رتل للجيش على طريق X.
_GROUND = frozenset({"place", "facility"})


def _alone(found: Found, first: Group, bare: list[Group], on: list[Group]) -> bool:
    """Whether no second phrase behind the noun can be what was hit."""
    if on and (found.trigger.frame != "target" or on[0].head.kind not in _GROUND or not _stays(first.head)):
        return False
    return all(group is first or (on and group.first > on[0].first) for group in bare)


def _stays(chunk: Chunk) -> bool:
    """Whether a phrase is rather hit than hits: a convoy, people, a building, and no army by its name."""
    return not chunk.definite and chunk.kind in ("group", "fighters", "people", "facility")


def _past_adjectives(scene: Scene, found: Found, bare: list[Group]) -> list[Group]:
    """ضربات جوية وصاروخية مكثفة: the phrases behind a noun of force without those that only describe it."""
    last = found.last
    bare = [group for group in bare if not _says_where(scene, group)]
    for at, group in enumerate(bare):
        if not all(_adds_to_the_noun(scene, found, chunk, last) for chunk in group.chunks):
            return bare[at:]
        last = group.chunks[-1].last
    return []


_TOWARDS = frozenset({"شمالي", "جنوبي", "شرقي", "غربي", "شمال", "جنوب", "شرق", "غرب"})


def _says_where(scene: Scene, group: Group) -> bool:
    """غارة جوية شرقي بلدة X: on which side of a place it was."""
    return group.head.kind == "place" and scene.info(group.head.first).rest in _TOWARDS


def _adds_to_the_noun(scene: Scene, found: Found, chunk: Chunk, last: int) -> bool:
    """Whether a lone word right behind a noun, or behind its other adjectives, agrees with it."""
    beside = chunk.first == last + 1 or bool(scene.info(chunk.first - 1).triggers)
    if chunk.kind == "fighters" and chunk.number == "s" and chunk.definite == found.form.definite:
        alone = chunk.first == chunk.last and not chunk.conjoined
        return beside and (alone or scene.info(chunk.first).rest.endswith(("ي", "يا")))  # هجوما إرهابيا, كمين مسلح
    if chunk.kind == "count" and chunk.first == chunk.last == last + 1:
        return not scene.key(chunk.first)[:1].isdigit()  # غارات عدة
    if chunk.first != chunk.last or chunk.first != last + 1 or chunk.inner or chunk.count or chunk.preposition:
        return False
    rest = scene.info(chunk.first).rest
    secret = chunk.kind == "group" and chunk.number == "s" and found.form.number == "p"  # ضربات سرية
    kind = chunk.kind == "other" or secret or (chunk.kind == "weapon" and ownerless(chunk))
    agrees = rest.startswith("ال") == (found.form.definite or bool(found.form.suffix))
    return kind and agrees and rest.endswith(_OF_RELATION if chunk.kind == "weapon" else _ADJECTIVES)


_OF_RELATION = ("ي", "يه")
_ADJECTIVES = ("ي", "يه", "ه", "ا")


def assault(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """هجوم X على Y, هاجم X Y, شن X هجوماً على Y."""
    parties = Parties()
    bare, on = bare_groups(groups), groups_with(groups, "علي", "ضد", "ل", "الي", "بحق", "باتجاه")
    on = on or (groups_with(groups, "عن") if found.trigger.frame == "besiege" else [])
    if found.form.pos == "verb":
        return verb_subject_object(scene, found, groups, parties)
    bare = _past_adjectives(scene, found, bare)
    first = bare[0] if bare and bare[0].first <= found.last + 3 else None
    if found.form.suffix:
        parties.agent_pronoun = True
        first = None
    if first is not None and not on and len(bare) < 2 and _its_object(found, first.head):
        parties.targets = first.chunks
        parties.because.append("rule:object-in-genitive")
    elif first is not None and first.head.kind in ACTORS and found.form.number != "d":
        if on or first.head.kind != "place":
            parties.agents = first.chunks
            parties.because.append("rule:doer-in-genitive")
    elif first is not None and not found.form.definite and first.head.kind in ("facility", "place"):
        parties.targets = first.chunks
        parties.because.append("rule:object-in-genitive")
    if found.trigger.id == "attack.ambush" and not parties.agents:
        parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]  # نصب X كمينا لـY
    whose = _launched_by_whom(found, groups) if not parties.agents else None
    if whose is not None:
        parties.agents, on = whose.chunks, [group for group in on if group is not whose]
        parties.because.append("rule:doer-behind-preposition")
    if on and not parties.targets:
        parties.targets = on[0].chunks
        parties.because.append("rule:target-after-preposition")
    if found.trigger.id in _TAKE_AN_OBJECT | {"siege.verb"} and not parties.targets:
        parties.targets = _second_of_two(found, bare, parties)
    outer_roles(scene, found, parties)
    return parties


def _second_of_two(found: Found, bare: list[Group], parties: Parties) -> list[Chunk]:
    """اقتحام القوات البلدة, مداهمتها قرية X: the object behind the doer, or behind the pronoun of the doer."""
    own = found.form.suffix and bare and bare[0].first == found.last + 1
    behind = bare[:1] if own else (bare[1:2] if parties.agents and bare and bare[0].chunks == parties.agents else [])
    parties.because.extend(["rule:object-behind-the-doer"] if behind else [])
    return [chunk for group in behind if group.head.kind in _OBJECTS for chunk in group.chunks]


_OBJECTS = frozenset({"facility", "place", "group", "actor", "people", "fighters", "weapon"})


# How far behind the word for it the side stands whose attack it is, in words.
WHOSE_WITHIN = 4


def _launched_by_whom(found: Found, groups: list[Group]) -> Group | None:
    """هجوم للحركة على Y: a side behind ل is whose attack it is; a siege or what takes an object has it against it."""
    if found.form.suffix or found.trigger.frame == "besiege" or found.trigger.id in _TAKE_AN_OBJECT:
        return None
    group = next((group for group in groups if group.preposition == "ل" and not group.by), None)
    if group is None or group.first > found.last + WHOSE_WITHIN:
        return None
    return group if group.head.kind in ("actor", "group", "fighters") else None


def strike(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """قصف: as a noun its genitive is the doer when it can shoot, else what was hit; ل marks the other one."""
    if found.form.pos == "verb" and not takes_its_aim(found, groups):
        return _by_its_aircraft(scene, found, groups) or verb_subject_object(scene, found, groups, Parties())
    parties = Parties()
    first_behind = (
        groups[0] if groups and groups[0].preposition == "بين" and groups[0].first <= found.last + 4 else None
    )
    between = [chunk for chunk in first_behind.chunks if chunk.kind in ACTORS] if first_behind is not None else []
    if len(between) > 1:
        parties.agents = between  # القصف المتبادل بين X وY
        return parties
    bare, on, to = bare_groups(groups), groups_with(groups, "علي", "ضد"), groups_with(groups, "ل")
    bare = [group for group in _past_adjectives(scene, found, bare) if group.head.kind != "count"]  # قصف 14 مرة
    first = bare[0] if bare and bare[0].first <= found.last + 3 else None
    if found.form.suffix:
        parties.targets = its_aim(first, on or to)
        parties.object_pronoun = not parties.targets
        if parties.targets:
            parties.agent_pronoun, carried = True, as_governed(scene, found, parties)
            parties.agents = [c for c in carried if c.kind in ACTORS or is_someone(scene, c)]
        return parties
    if first is not None and not to and _alone(found, first, bare, on) and _its_object(found, first.head):
        parties.targets = first.chunks
        parties.because.append("rule:object-in-genitive")
    elif first is not None and shoots(first.head):
        parties.agents = first.chunks
        parties.because.append("rule:doer-in-genitive")
        rest = [group for group in bare[1:2] if group.head.kind in THINGS | {"group", "people"}]
        parties.targets = first_of(on, rest, to)
    elif first is not None:
        parties.targets = first.chunks
        parties.because.append("rule:object-in-genitive")
    if on and not parties.targets:
        parties.targets = on[0].chunks
    if to and not parties.agents and not parties.targets and found.trigger.id in _TAKE_AN_OBJECT:
        parties.targets, to = to[0].chunks, []  # استهداف تركي لقوات X
    if to and not parties.agents and not parties.targets:
        role = parties.agents if to[0].head.kind in ("actor", "group") else parties.targets
        role.extend(to[0].chunks)
    elif to and not parties.agents and to[0].head.kind in ("actor", "group") and to[0].first < parties.targets[0].start:
        parties.agents = to[0].chunks
    if (
        len(to) > 1
        and found.verb is None
        and not parties.targets
        and parties.agents == to[0].chunks
        and to[1].head.kind in _OBJECTS
    ):
        parties.targets = to[1].chunks  # قصف لقوات X لمنازل المدنيين
    outer_roles(scene, found, parties)
    return parties


def _by_its_aircraft(scene: Scene, found: Found, groups: list[Group]) -> Parties | None:
    """أغار الطيران الحربي المعادي على X: the word for how it was done is the subject; its side may stand behind."""
    own = scene.chunk_at.get(found.last + 1) if found.trigger.then_does else None
    if own is None or own.kind not in ("weapon", "actor") or own.first != found.last + 1:
        return None
    side = scene.chunk_at.get(own.last + 1) if own.kind == "weapon" and not own.inner else None
    own = side if side is not None and side.kind == "actor" and not side.preposition else own
    on = groups_with(groups, "علي")
    return Parties(agents=[own], targets=on[0].chunks if on else [], because=["rule:subject-of-the-words"])


_ON_A_SIDE = frozenset({"جهه", "جانب", "طرف", "ناحيه"})
# How far behind the first side, with what describes it, the word stands that sets the other apart, in words.
_ASIDE_WITHIN, _OTHER_WITHIN = 16, 3


def _on_the_other_side(scene: Scene, sides: list[Chunk]) -> list[Chunk]:
    """بين X من جهة، وY وZ من جهة ثانية: those behind the words for the first side."""
    if not sides or not scene.has_any(_ON_A_SIDE):
        return []
    end = sides[-1].last
    for at in range(end + 1, min(end + _ASIDE_WITHIN, scene.line.last)):
        if scene.key(at) in HARD_STOPS:
            return []
        if scene.key(at) in _ON_A_SIDE and scene.key(at - 1) == FROM:
            behind = (c for c in scene.chunks if at < c.first <= at + _OTHER_WITHIN)
            first = next((c for c in behind if c.conjoined or scene.info(c.start).prefix.startswith(AND)), None)
            return [chunk for chunk in group_from(scene, first) if chunk.kind in ACTORS] if first is not None else []
    return []


# How far behind a clash its sides stand where a verb says when it broke out, in words.
_BETWEEN_WITHIN = 18


def _between_whom(scene: Scene, found: Found) -> list[Chunk]:
    """قتال اندلع أمس بين X وY: the sides behind a verb that says when or where it broke out."""
    behind, infos, with_them = found.last + 1, scene.line.infos, False
    for chunk in scene.chunks:
        if not found.last < chunk.first <= found.last + _BETWEEN_WITHIN:
            continue
        while behind < chunk.start:
            if infos[behind].that or infos[behind].key in STOPS or _is_another_deed(scene, behind):
                return []
            with_them = with_them or infos[behind].key in _BETWEEN_THEM  # دارت بينها وبين X
            behind += 1
        if chunk.preposition == "بين":
            sides = [side for side in group_from(scene, chunk) if side.kind in ACTORS | {"place"}]
            return sides if len(sides) > 1 or with_them else []
    return []


def _is_another_deed(scene: Scene, at: int) -> bool:
    other = scene.found_at.get(at)
    return other is not None and (other.form.pos == "verb" or other.trigger.frame == "clash")


_BETWEEN_THEM = frozenset({"بينه", "بينها", "بينهم", "بينهما"})
# How far behind a clash the pronoun of one side stands, in words.
_THEM_WITHIN = 4


# How far behind the first of two sides, with all that describes it, the second stands, in words.
_SECOND_WITHIN = 14


def _past_its_description(scene: Scene, side: Chunk) -> list[Chunk]:
    """بين X، المدعومة من Z، وY; بين مسلحين موالين لزعيم وقوات Y: the next side that و begins, before another clause."""
    last = side.last
    for chunk in scene.chunks:
        if not side.last < chunk.first <= side.last + _SECOND_WITHIN:
            continue
        for at in range(last + 1, chunk.first + 1):
            info, deed = scene.line.infos[at], scene.found_at.get(at)
            told = deed is not None and deed.form.pos != "word"
            if info.opener or info.that or info.speech or info.key in HARD_STOPS or told:
                return []
        last = chunk.last
        alike = chunk.preposition in ("", side.preposition) or scene.key(chunk.start - 1) in COMMAS
        joined = scene.info(chunk.start).prefix.startswith(AND) and alike
        if joined and chunk.kind in ACTORS - {"source", "weapon"}:
            return group_from(scene, chunk)
    return []


def _who_fights_whom(scene: Scene, found: Found, bare: list[Group], parties: Parties) -> list[Chunk]:
    """المقاومة قاتلت الميليشيات, تقاتل الحكومة المتمردين: the subject of a verb of fighting and its object."""
    subject = before_verb(scene, found, parties)
    subject = [chunk for chunk in subject if chunk.kind in ACTORS and not chunk.preposition]
    if subject and subject[-1].last == found.first - 1:
        return [*subject, *bare[0].chunks]
    behind = bare[1].chunks if len(bare) > 1 and bare[1].head.kind in ("actor", "group", "fighters") else []
    return [*bare[0].chunks, *behind]


def clash(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """بين X وY, X مع Y: all sides are agents."""
    parties = Parties()
    sides: list[Chunk] = []
    for group in groups_with(groups, "بين", "مع", "ضد"):
        if len(sides) > 1 and group.preposition != "بين":
            break  # بين X وY قرب الحدود مع Z
        sides.extend(chunk for chunk in group.chunks if chunk.kind in ACTORS_OR_UNKNOWN)
    if not sides and found.form.pos != "verb":
        sides = _between_whom(scene, found)
    sides.extend(_on_the_other_side(scene, sides))
    if len(sides) == 1 and sides[0].preposition == "بين" and sides[0].sentence == scene.line.index:
        sides.extend(_past_its_description(scene, sides[0]))
    doers: list[Chunk] = []
    if found.type in ("talks", "agreement"):
        for group in groups_with(groups, "برعايه", "بمشاركه", "بحضور"):
            sides.extend(chunk for chunk in group.chunks if chunk.kind in ACTORS_OR_PLACES and chunk not in sides)
    near = range(found.last + 1, found.last + 1 + _THEM_WITHIN)
    parties.agent_pronoun = any(scene.key(at) in _BETWEEN_THEM for at in near)
    if found.form.pos == "verb":
        bare = bare_groups(groups)
        doers = bare[0].chunks if bare else before_verb(scene, found, parties)
        if found.type == "clash" and bare:
            doers = _who_fights_whom(scene, found, bare, parties)
    elif not groups_with(groups, "بين"):
        doers = as_governed(scene, found, parties) or relative_clause(scene, found, parties)
        bare = bare_groups(groups)
        beside = bool(bare) and bare[0].first <= found.last + 2 and bare[0].head.kind in ACTORS
        if not doers and beside and not (found.form.definite and bare[0].head.count is not None):
            doers = bare[0].chunks
    parties.agents = [c for c in doers if c.kind in ACTORS_OR_PLACES] + sides
    return parties


def weapon(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """A weapon as the trigger: على names what it hit."""
    parties = Parties()
    on = groups_with(groups, "علي")
    by_fire = found.type == "shooting" and scene.key(found.first).startswith(WITH)
    parties.targets = on[0].chunks if on and not (by_fire and on[0].head.kind == "place") else []
    bare = bare_groups(groups)
    parties.agents = [c for c in relative_clause(scene, found, parties) if c.kind in ACTORS]
    if not parties.agents and bare and bare[0].first <= found.last + 2 and bare[0].head.kind in ARMED:
        parties.agents = bare[0].chunks
    own = scene.chunk_at.get(found.first)
    if not parties.agents and own is not None:
        parties.agents = [own] if found.trigger.id == BOMBER else whose_weapon(scene, own)
        parties.because.extend(["rule:whose-weapon"] if parties.agents else [])
    return parties


def launch(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """أطلق X صواريخ على Y."""
    parties = Parties()
    bare = [group for group in bare_groups(groups) if group.head.kind != "weapon" or group is bare_groups(groups)[0]]
    before = doers_before(scene, found, parties)
    on = groups_with(groups, "علي", "الي", "نحو", "باتجاه", "صوب", "تجاه")
    acting = [group for group in bare if group.head.kind in ACTORS]
    if found.form.pos == "verb":
        alone = len(bare_groups(groups)) < 2 and not found.form.suffix  # أطلقتهما طائرة
        if acting and found.form.number == "s" and (acting[0].head.kind != "weapon" or not alone):
            parties.agents = acting[0].chunks
        elif before:
            parties.agents = before
        parties.dropped_subject = not parties.agents
    else:
        parties.agents = [c for c in as_governed(scene, found, parties) if c.kind in ACTORS]
        men = bool(acting) and (acting[0].head.kind != "weapon" or not MEN.isdisjoint(acting[0].head.ids))
        if not parties.agents and men:
            parties.agents = acting[0].chunks
    parties.targets = on[0].chunks if on else []
    if not on and found.form.pos != "verb":
        parties.targets = [chunk for chunk in undergone(scene, found, parties) if chunk.kind != "count"]
    near = range(found.last + 1, found.last + 1 + _AT_THEM_WITHIN)
    parties.object_pronoun = not on and any(scene.key(at) in AT_THEM for at in near)
    return parties


# How far behind a shot the pronoun of those it was aimed at stands, in words.
_AT_THEM_WITHIN = 3


def fall(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    parties = Parties()
    on = groups_with(groups, "علي", "في")
    parties.targets = on[0].chunks if on and on[0].preposition == "علي" else aimed_at(scene, found, [])
    parties.agents = [c for c in relative_clause(scene, found, parties) if c.kind in ACTORS]
    return parties
