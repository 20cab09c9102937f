"""Guards: whether a word that can name a happening names one here. Small rules by name, used by the trigger lexicon.

Each takes the sentence, the trigger, the phrase groups to its right and the report's context: is the trigger kept?
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from marsad.arabic.clitics import WITH
from marsad.claims.scene import HARD_STOPS, Found, Group, Scene
from marsad.claims.subject import subject_before
from marsad.mentions.chunks import Chunk

PERSONS = frozenset({"people", "fighters", "office", "count"})
PARTIES = frozenset({"actor", "group", "fighters", "people", "office"})
_PERSONS_OR_SIDES = PERSONS | {"actor", "group"}
Guard = Callable[[Scene, Found, Sequence[Group], "Context"], bool]


@dataclass(slots=True)
class Context:
    """What the guards may know of the whole report."""

    conflict: bool = False
    alone: bool = False
    off_topic: bool = False
    outlet: bool = False  # whether the report names who put it out
    score: int = 0
    sentences: int = 1
    air_only: bool = False
    ground_only: bool = False
    published: str | None = None
    weapon_remote: Mapping[str, str | None] = field(default_factory=dict)
    weapon_role: Mapping[str, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    titles: frozenset[int] = frozenset()
    adjectives: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    armed: frozenset[str] = frozenset()
    hit: list[Chunk] = field(default_factory=list)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    doubting: Mapping[str, frozenset[str]] = field(default_factory=dict)  # see claims/doubts.py

    def remote_near(self, scene: Scene, found: Found) -> str | None:
        """The mode that a weapon in the trigger's clause implies, the nearest weapon first."""
        best: tuple[int, str] | None = None
        for chunk in weapons_near(scene, found):
            for name in chunk.ids:
                mode = self.weapon_remote.get(name)
                if mode and (name not in _MEANS_ONLY or chunk.preposition == "ب"):
                    distance = min(abs(chunk.first - found.last), abs(found.first - chunk.last))
                    if best is None or distance < best[0]:
                        best = (distance, mode)
        return best[1] if best else None


# Weapons that tell the mode only as its means: بالأسلحة الثقيلة. An assault that uses them is one still.
_MEANS_ONLY = frozenset({"heavy_weapons"})


def weapons_near(scene: Scene, found: Found, *, within: int = 12) -> Iterator[Chunk]:
    """Weapons of the same clause, nested ones too; a means behind ب may stand twice as far."""
    for chunk, weapon in scene.armed():
        reach = 2 * within if chunk.preposition == "ب" else within
        if chunk.last < found.first - within or chunk.first > found.last + reach:
            continue
        if not _clause_between(scene, found, weapon):
            yield weapon


def _clause_between(scene: Scene, found: Found, chunk: Chunk) -> bool:
    low, high = (found.last + 1, chunk.first) if chunk.first > found.last else (chunk.last + 1, found.first)
    found_at, at = scene.found_at, low
    for info in scene.line.infos[low:high]:
        if info.opener or info.speech or (not info.is_word and info.key in (":", "؛", ".")):
            return True
        other = found_at.get(at)
        if other is not None and other is not found and (other.form.pos == "verb" or _is_another_strike(other)):
            return True
        at += 1
    return False


def _is_another_strike(found: Found) -> bool:
    """قصف يومي وغارات للطيران: what stands behind another strike is its own."""
    return found.type in ("airstrike", "shelling") and found.form.pos == "noun" and found.prefix == "و"


def has(groups: Sequence[Group], kinds: frozenset[str], *prepositions: str) -> bool:
    """Whether a group with one of these prepositions (any, without) holds a chunk of one of these kinds."""
    return any(
        chunk.kind in kinds or chunk.first_inner(*kinds) is not None
        for group in groups
        for chunk in group.chunks
        if not prepositions or group.preposition in prepositions
    )


def words_between(scene: Scene, found: Found, before: int, after: int) -> list[str]:
    """Keys around a trigger, the article off."""
    first, last = max(found.first - before, scene.line.first), min(found.last + 1 + after, scene.line.last)
    return [key.removeprefix("ال") for key in scene.line.keys[first:last] if key]


def first_chunk(groups: Sequence[Group]) -> Chunk | None:
    """The first phrase after the trigger."""
    return groups[0].chunks[0] if groups else None


def _person_victim(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if found.form.suffix:
        return context.conflict
    chunk = first_chunk(groups)
    before = subject_before(scene, found) if found.form.pos == "verb" else None
    if found.form.pos == "phrase" and chunk is not None and chunk.first == found.last + 1:
        # القضاء على فلان, على أحد أخطر
        named = chunk.kind == "other" and chunk.last > chunk.first and not chunk.definite
        if named or scene.key(found.last + 1) in context.words["one_of"]:
            return True
    return (chunk is not None and chunk.kind in _PERSONS_OR_SIDES) or (
        before is not None and before.head.kind in PERSONS
    )


def _things_hit(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if not context.conflict:
        return False
    return has(groups[:2], frozenset({"facility", "weapon", "place"})) or (
        found.form.pos == "verb"
        and (before := subject_before(scene, found)) is not None
        and before.head.kind in ("facility", "weapon")
    )


def _counted(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and (chunk := scene.chunk_at.get(found.first)) is not None and chunk.count is not None


def _violent_death(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if not context.conflict:
        return False
    if found.form.pos == "verb":
        return True
    return has(groups[:1], PERSONS) or bool(found.form.suffix) or (found.form.definite is False and bool(groups))


def _perished(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """قضى means to die only with a person or a number as its subject and no "in/by/on" verdict after it."""
    if not context.conflict:
        return False
    following = scene.key(found.last + 1)
    if following in ("علي", "بان", "ب", "الحكم", "حكم", "محكوميته") or following.startswith(("بال", "بس")):
        return False
    chunk, own = first_chunk(groups), scene.chunk_at.get(found.first - 1)
    if own is not None and not found.prefix and own.kind in PERSONS and (found.form.number == "p" or not own.definite):
        return True  # أربعة من الحركة قضوا, رجل قضى أمس
    if chunk is not None and not groups[0].preposition:
        return chunk.kind in PERSONS and (chunk.count is not None or (chunk.kind != "office" and not chunk.definite))
    before = subject_before(scene, found)
    return found.form.number == "p" and before is not None and before.head.kind in PERSONS


def _injury(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """إصابات مباشرة are hits, إصابة بفيروس is an illness."""
    words = set(words_between(scene, found, 2, 3))
    if words & context.words["hit_or_ill"] and not words & context.words["choking"]:
        return False
    dying = scene.key(found.first - 1) in context.words["dying_of"]
    if (
        found.form.pos == "noun"
        and found.form.suffix
        and (dying or scene.key(found.last + 1) in context.words["grave"])
    ):
        return False  # إصابته خطيرة, متأثرا بإصابته: how the wounded are, and of what they died
    return context.conflict or found.form.pos == "verb"


# How far before a massacre the verb may stand that says who committed it, in words.
_COMMITTED_WITHIN = 8


def _massacre(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """A massacre told of, not one cited in blame: مجازر حرب, مجازر ضد; ارتكبت القوات مجزرة tells it."""
    first = max(scene.line.first, found.first - _COMMITTED_WITHIN)
    if context.conflict and not context.words["commits"].isdisjoint(scene.line.keys[first : found.first]):
        return not any(f.type == "killed" and f is not found for f in scene.found)
    words = set(words_between(scene, found, 1, 1))
    if words & {"حرب", "ضد", "بحق"} or found.form.number == "p" or "killed" in context.told:
        return False
    if any(f.type == "killed" and f is not found for f in scene.found):
        return False
    return context.conflict and (
        has(groups[:3], frozenset({"place"})) or any(f.type in ("airstrike", "shelling") for f in scene.found)
    )


def _blame(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    near = range(max(scene.line.first, found.first - 8), found.first)
    return context.conflict and not any(at in scene.found_at and scene.found_at[at].type == "accuse" for at in near)


def _shell_before(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """القذيفة سقطت على, صاروخ أطلقته X: the shell stands before its verb."""
    before = subject_before(scene, found)
    if not context.conflict or before is None:
        return False
    weapon = before.chunks[-1].first_inner("weapon") or before.head.first_inner("weapon")
    shells = weapon is not None and any(context.weapon_remote.get(name) == "shelling" for name in weapon.ids)
    beside = before.chunks[-1].last == found.first - 1 and found.first - 1 not in scene.found_at
    return shells and (found.trigger.id == "shelling.fell" or bool(found.form.suffix) or beside)


def _participle(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """متهما X بـ goes on with a speaker after a comma; elsewhere it is an accused person."""
    return context.conflict and scene.key(found.first - 1) in ("،", ",", "»", '"')


def _conflict(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict


def _protesters(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """آلاف المتظاهرين في المدينة: counted people protest somewhere, but not those to whom another deed was done."""
    chunk = scene.chunk_at.get(found.first)
    if chunk is None or chunk.count is None or not has(groups[:2], frozenset({"place", "facility"})):
        return False
    near = range(max(scene.line.first, min(chunk.start, chunk.first) - _DONE_TO_WITHIN), found.first)
    deeds = (scene.found_at[at] for at in near if at in scene.found_at)
    return all(other is found or other.type not in _DONE_TO for other in deeds)


# Deeds done to protesters or by them as a crowd, and how far before them the deed stands, in words.
_DONE_TO = frozenset({"arrested", "killed", "wounded", "attack", "abducted", "released", "protest", "riot"})
_DONE_TO_WITHIN = 5


def _march(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """مسيرة is a march, a drone or a career: drones are weapons, and a march is held by people."""
    if any(word in ("طايره", "طايرات") for word in words_between(scene, found, 2, 0)):
        return False
    if scene.key(found.first - 1) in context.words["called_a_march"]:
        return False
    words = set(words_between(scene, found, 3, 4))
    return bool(words & context.words["marched"])


_STRIKE = frozenset({"place", "facility", "actor", "group", "weapon"})


def _strike(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """ضرب is to hit with force only of a place, a thing or people; not a blow to an economy."""
    if not context.conflict or (found.form.pos == "noun" and found.form.number == "p"):
        return context.conflict
    if any(
        word in ("جويه", "صاروخيه", "عسكريه", "اسراييليه", "امريكيه", "امريكيه", "روسيه", "تركيه")
        for word in words_between(scene, found, 0, 2)
    ):
        return True
    return context.remote_near(scene, found) is not None or has(groups[:2], frozenset(_STRIKE))


def _air_raid(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return "امنيه" not in words_between(scene, found, 0, 1)


def _free_weapon(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """A weapon alone is the trigger only where no other word names its use."""
    if not context.conflict:
        return False
    for at in range(max(scene.line.first, found.first - 8), min(scene.line.last, found.last + 9)):
        other = scene.found_at.get(at)
        if (
            other is not None
            and other is not found
            and other.trigger.id != "shelling.launched"
            and other.type
            in ("shelling", "airstrike", "attack", "bombing", "repel", "equipment_loss", "chemical_attack")
        ):
            return False
    words = set(words_between(scene, found, 4, 5))
    return bool(words & context.words["weapon_used"])


def _bullets(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    for at in range(max(scene.line.first, found.first - 6), min(scene.line.last, found.last + 7)):
        other = scene.found_at.get(at)
        if other is not None and other is not found and other.type in ("shooting", "assassination"):
            return False
    if any(f.trigger.id.startswith("clash.exchange") for f in scene.found):
        return False
    return any(f is not found and f.type in ("killed", "wounded", "attack") for f in scene.found)


def _belts(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    words = set(words_between(scene, found, 10, 6))
    worn = scene.key(found.first - 1) in context.words["wears"]
    if worn or words & context.words["arms_found"]:
        return False
    return not any(f is not found and f.type == "suicide_bombing" for f in scene.found)


def _chemical(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """Gas alone is a weapon; a word for its use in the sentence already is the trigger."""
    gas = found.form.pos == "phrase" and scene.key(found.first).removeprefix("ال").startswith("غاز")
    return context.conflict and not (
        gas
        and any(
            f is not found and f.type in ("shelling", "airstrike", "attack", "chemical_attack") for f in scene.found
        )
    )


def _execute(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return "معدمه" not in words_between(scene, found, 0, 1)


_LIQUIDATE = frozenset({"حسابات", "شركه", "اصول", "كاس", "تصفيات", "موهله", "عرقيه"})


def _liquidate(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    words = set(words_between(scene, found, 2, 3))
    if words & _LIQUIDATE:
        return False
    return has(groups[:1], _PERSONS_OR_SIDES) or "جسديه" in words or "ميدانيه" in words


def _evacuate(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and has(groups[:2], PERSONS | {"other"})


# How far before a flight its people stand who were named before it, in words.
_NAMED_WITHIN = 9
_WHO = PERSONS | {"actor", "group"}


def named_before(scene: Scene, found: Found) -> Chunk | None:
    """Who was named last before a trigger, in its clause: أجبر العنف الآلاف على الفرار, العائلات تنوي الفرار."""
    for at in range(found.first - 1, max(scene.line.first, found.first - _NAMED_WITHIN) - 1, -1):
        if scene.key(at) in HARD_STOPS or at in scene.found_at:
            return None
        chunk = scene.chunk_at.get(at)
        if chunk is not None and chunk.kind in _WHO and chunk.preposition not in _NOT_WHO:
            return chunk
    return None


_NOT_WHO = frozenset({"في", "قبل", "ضد"})


def _civilians_flee(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """فر السكان, السكان يفرون, أجبر السكان على الفرار: people who are no fighters flee."""
    chunk = first_chunk(groups)
    if not context.conflict:
        return False
    if chunk is not None and chunk.kind == "people" and groups[0].preposition in ("", "ل"):
        return True
    if found.form.pos != "verb" or found.form.number == "p":
        who = named_before(scene, found)
        return who is not None and who.kind == "people" and (who.number == "p" or who.count is not None)
    return False


def _displace(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and (has(groups[:1], PERSONS) or found.form.pos == "noun")


_DAMAGE = frozenset({"نفسيه", "اقتصاديه", "بيييه", "صحيه", "بالاقتصاد"})


def _damage(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    words = set(words_between(scene, found, 3, 3))
    return context.conflict and not words & _DAMAGE


def _service(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and not any(f.type == "property_damage" for f in scene.found if f is not found)


_LOSSES = frozenset({"عتاد", "اليات", "معدات", "والمعدات", "والعتاد", "ماديه", "والاليات", "بالعتاد", "مركبات"})


def _losses(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    words = set(words_between(scene, found, 0, 6))
    return context.conflict and bool(words & _LOSSES) and "بشريه" not in words


def _attack_near(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    modes = ("shelling", "airstrike", "bombing", "attack", "chemical_attack")
    return context.conflict and any(f.type in modes for f in scene.found if f is not found)


def _armed_or_many(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if not context.conflict or (
        found.form.number == "s" and not found.form.definite and "مسلحه" not in words_between(scene, found, 0, 1)
    ):
        return False
    return (
        found.form.number == "p"
        or has(groups[:2], PARTIES, "مع", "بين")
        or "مسلحه" in words_between(scene, found, 0, 1)
    )


def _protest(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """احتجاجا على as the reason of another act is none, nor a body protesting in words; people who come for it are."""
    if found.form.pos == "verb":
        return has(groups[:1], frozenset({"people", "count", "other"})) or found.form.number == "p"
    if found.prefix.endswith("ل"):
        return any(chunk.kind == "people" for chunk in scene.chunks if chunk.last < found.first)
    if context.conflict and scene.key(found.first - 1).isdigit():
        return True
    plain = found.form.number == "p" or not found.form.definite or "شعبيه" in words_between(scene, found, 0, 2)
    return plain and not scene.key(found.first).endswith("احتجاجا")


def _crowd(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    chunk = first_chunk(groups)
    many = found.form.pos == "verb" and found.form.number == "p"
    return many or (chunk is not None and (chunk.kind == "people" or chunk.count is not None))


def _talks_object(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return (
        context.conflict
        and found.form.pos == "verb"
        and has(groups[:3], PARTIES, "مع")
        and has(groups[:1], PARTIES, "")
    )


def _deal(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and scene.key(found.first - 1) not in ("وفق", "حسب", "بموجب", "بحسب")


def _ceasefire(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    near = range(max(scene.line.first, found.first - 4), found.first)
    return context.conflict and not any(
        at in scene.found_at and scene.found_at[at].type in ("agreement", "violation", "demand") for at in near
    )


def _backed(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and has(groups[:1], PARTIES, "من", "ب")


def _call(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if not context.conflict:
        return False
    if found.form.pos == "verb":
        return has(groups[:2], PARTIES | {"place", "source"}) or any(
            group.preposition in ("الي", "ل") for group in groups[:3]
        )
    if found.form.definite:
        return False
    near = range(found.last + 1, min(found.last + _CALLED_WITHIN, scene.line.last))
    return any(group.preposition in ("الي", "ل") for group in groups[:3]) or any(
        scene.key(at) == "الي" or scene.key(at).startswith(("لل", "لا", "لو", "بضر")) for at in near
    )


# How far behind a call the word may stand for what it calls to, in words.
_CALLED_WITHIN = 5


_CONDEMN = frozenset({"محكمه", "المحكمه", "القضاء", "محكمتها", "قضاييه", "بقتل", "بتهمه"})


def _condemn(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """A court convicts, a government condemns."""
    if not context.conflict:
        return False
    before = set(words_between(scene, found, 5, 3))
    return not before & _CONDEMN


def _threat(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """To threaten somebody with something; a state of affairs that threatens is none."""
    if not context.conflict:
        return False
    before = subject_before(scene, found) if found.form.pos == "verb" else None
    doer = bool(groups) and groups[0].head.kind in PARTIES and not groups[0].preposition
    if found.form.pos == "verb" and found.form.aspect == "perfect" and scene.key(found.last + 1).startswith(WITH):
        return True  # وهددت باعتقاله
    return (doer or (before is not None and before.head.kind in PARTIES)) and (
        found.form.pos == "verb" or found.form.number == "p"
    )


def _future(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and found.form.future


_STAB = frozenset({"قرار", "حكم", "محكمه", "القرار", "الحكم", "الانتخابات"})


def _stab(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    words = set(words_between(scene, found, 2, 4))
    return not words & _STAB and scene.key(found.last + 1) not in (
        "في",
        "ضد",
        "علي",
    )


GUARDS: dict[str, Guard] = {
    "shell_before": _shell_before, "participle": _participle, "injury": _injury, "massacre": _massacre, "blame": _blame,
    "person_victim": _person_victim, "things_hit": _things_hit, "counted": _counted, "violent_death": _violent_death,
    "perished": _perished, "conflict_report": _conflict, "protesters": _protesters, "march": _march, "strike": _strike,
    "air_raid": _air_raid, "free_weapon": _free_weapon, "bullets": _bullets, "belts": _belts, "chemical": _chemical,
    "execute": _execute, "liquidate": _liquidate, "evacuate": _evacuate, "civilians_flee": _civilians_flee,
    "displace": _displace, "damage": _damage, "service": _service, "materiel": _conflict, "materiel_losses": _losses,
    "attack_near": _attack_near, "armed_or_many": _armed_or_many,
    "siege": _conflict, "forces": _conflict, "protest": _protest, "crowd": _crowd,
    "talks_object": _talks_object, "deal": _deal, "ceasefire": _ceasefire, "backed": _backed,
    "call": _call, "condemn": _condemn, "threat": _threat, "future": _future, "stab": _stab,
}  # fmt: skip
