"""Guards of what is fired, hit and suffered: strikes, deaths, wounds, damage.

As in guards.py each takes the sentence, the trigger, the phrase groups to its right and the report's context.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import ARTICLE, AT, UPON
from marsad.arabic.neighbours import BROUGHT_ABOUT_BY, BY_THE, GAS, WITH_OR_BETWEEN
from marsad.claims.guards import PARTIES, PERSONS, Context, Guard, first_chunk, has, words_between
from marsad.claims.scene import Found, Group, Scene
from marsad.claims.subject import subject_before

_PERSONS_OR_SIDES = PERSONS | {"actor", "group"}


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


# How far behind the word for their harm goods stand, in words.
_GOODS_WITHIN = 3


def _things_hit(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if not context.conflict:
        return False
    if not context.words["goods"].isdisjoint(words_between(scene, found, 0, _GOODS_WITHIN)):
        return True  # حرق محاصيل, أتلفوا محتويات المحل
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


# How far behind the verb the word stands for what somebody died of, in words.
_DIED_WITHIN = 6


def _perished(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """قضى means to die only with a person or a number as its subject and no "in/by/on" verdict after it."""
    if not context.conflict:
        return False
    following = scene.key(found.last + 1)
    if following in context.words["ruled_or_served"] or following.startswith(BY_THE):
        return False
    if not context.words["died_by"].isdisjoint(words_between(scene, found, 0, _DIED_WITHIN)):
        return True  # قضى مدني برصاص مجهولين, قضى تحت التعذيب
    if found.form.number == "p" and not found.prefix and scene.key(found.first - 1) in context.words["those_who"]:
        return True  # من بين من قضوا
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
    if words & context.words["massacres_cited"] or found.form.number == "p" or "killed" in context.told:
        return False
    if any(f.type == "killed" and f is not found for f in scene.found):
        return False
    return context.conflict and (
        has(groups[:3], frozenset({"place"})) or any(f.type in ("airstrike", "shelling") for f in scene.found)
    )


def _shell_before(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """القذيفة سقطت على, صاروخ أطلقته X, بصاروخين أطلقتهما X: the shell stands before its verb."""
    held = scene.chunk_at.get(found.first - 1) if found.form.suffix else None
    if context.conflict and held is not None and held.preposition == AT:
        weapon = held.first_inner("weapon")
        return weapon is not None and any(context.weapon_remote.get(name) == "shelling" for name in weapon.ids)
    before = subject_before(scene, found)
    if not context.conflict or before is None:
        return False
    weapon = before.chunks[-1].first_inner("weapon") or before.head.first_inner("weapon")
    shells = weapon is not None and any(context.weapon_remote.get(name) == "shelling" for name in weapon.ids)
    beside = before.chunks[-1].last == found.first - 1 and found.first - 1 not in scene.found_at
    return shells and (found.trigger.id == "shelling.fell" or bool(found.form.suffix) or beside)


_STRIKE = frozenset({"place", "facility", "actor", "group", "weapon"})


def _strike(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """ضرب is to hit with force only of a place, a thing or people; not a blow to an economy."""
    if not context.conflict or (found.form.pos == "noun" and found.form.number == "p"):
        return context.conflict
    if not context.words["struck_by"].isdisjoint(words_between(scene, found, 0, 2)):
        return True
    return context.remote_near(scene, found) is not None or has(groups[:2], frozenset(_STRIKE))


def _air_raid(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.words["of_security"].isdisjoint(words_between(scene, found, 0, 1))


_HARM = frozenset({"killed", "wounded", "property_damage", "equipment_loss"})
MODES_OF_HARM = frozenset(
    {"attack", "airstrike", "shelling", "bombing", "suicide_bombing", "chemical_attack", "assassination", "shooting"}
)
_STRUCK = frozenset({"place", "facility"})


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
    if found.first == scene.line.first and (has(groups[:1], _STRUCK, UPON) or (context.posted and _falls(groups))):
        return True  # قذائف فوسفورية على أحراج X
    if _is_means(scene, found):
        return True
    words = set(words_between(scene, found, 4, 5))
    return bool(words & context.words["weapon_used"])


def _falls(groups: Sequence[Group]) -> bool:
    """Whether a weapon that opens its line is followed by where it fell."""
    return bool(groups) and groups[0].preposition == UPON


# How far before what it was done with the harm stands, in words.
_DONE_WITHIN = 10


def _is_means(scene: Scene, found: Found) -> bool:
    """Whether harm told before was done with it: مقتل قائد بلغم, إحراق مزرعة بقذيفة هاون, سقوط قتلى بفعل ألغام."""
    if not found.prefix.endswith(AT) and scene.key(found.first - 1) not in BROUGHT_ABOUT_BY:
        return False
    harm = _HARM if found.type == "bombing" else _HARM - _OF_MATERIEL  # تدمير منظومة بصاروخين جاهزين
    return any(other.type in harm and 0 < found.first - other.last <= _DONE_WITHIN for other in scene.found)


_OF_MATERIEL = frozenset({"equipment_loss"})


def _means_alone(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """إصابة اثنين بعبوة ناسفة: the blast is told by its means alone, by no word for it in the sentence."""
    return context.conflict and _is_means(scene, found)


def _bullets(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    for at in range(max(scene.line.first, found.first - 6), min(scene.line.last, found.last + 7)):
        other = scene.found_at.get(at)
        again = other is not None and other.trigger.id == found.trigger.id  # قتل شاب برصاص X وآخر بنيران Y
        if other is not None and not again and other.type in ("shooting", "assassination"):
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
    gas = found.form.pos == "phrase" and scene.key(found.first).removeprefix(ARTICLE).startswith(GAS)
    return context.conflict and not (
        gas
        and any(
            f is not found and f.type in ("shelling", "airstrike", "attack", "chemical_attack") for f in scene.found
        )
    )


def _execute(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.words["destitute"].isdisjoint(words_between(scene, found, 0, 1))


def _liquidate(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    words = set(words_between(scene, found, 2, 3))
    if words & context.words["wound_up"]:
        return False
    return has(groups[:1], _PERSONS_OR_SIDES) or bool(words & context.words["bodily"])


def _damage(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    words = set(words_between(scene, found, 3, 3))
    return context.conflict and not words & context.words["harm_of_another_kind"]


def _service(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and not any(f.type == "property_damage" for f in scene.found if f is not found)


def _losses(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    words = set(words_between(scene, found, 0, 6))
    return context.conflict and bool(words & context.words["materiel_lost"]) and not words & context.words["of_people"]


# How far before damage the word stands for what it came of, in words.
_OF_A_DEED_WITHIN = 6


def _attack_near(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """Whether harm that also comes by itself was done: a deed is told in its sentence, or it came of something."""
    modes = ("shelling", "airstrike", "bombing", "attack", "chemical_attack")
    return context.conflict and (
        any(f.type in modes for f in scene.found if f is not found)
        or not context.words["of_a_deed"].isdisjoint(words_between(scene, found, _OF_A_DEED_WITHIN, 0))
    )


def _armed_or_many(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    armed = not context.words["armed"].isdisjoint(words_between(scene, found, 0, 1))
    if not context.conflict or (found.form.number == "s" and not found.form.definite and not armed):
        return False
    return found.form.number == "p" or has(groups[:2], PARTIES, *WITH_OR_BETWEEN) or armed


def _stab(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    words = set(words_between(scene, found, 2, 4))
    return (
        not words & context.words["of_verdicts"] and scene.key(found.last + 1) not in context.words["appealed_against"]
    )


def _ambush(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """هجوم على كمين, التسلل إلى كمين, اقتحم كمين المطافي: a post of the police that is attacked, and no ambush."""
    if found.form.pos == "verb":
        return True
    if scene.key(found.first - 1) in context.words["posts_are"]:
        return False
    before = scene.found_at.get(found.first - 1) or scene.found_at.get(found.first - 2)
    return before is None or before is found or before.trigger.id not in _AIMED_AT_POSTS


_AIMED_AT_POSTS = frozenset({"attack.storm", "attack.target", "attack.verb"})


HARM: dict[str, Guard] = {
    "means_alone": _means_alone, "ambush": _ambush,
    "shell_before": _shell_before, "injury": _injury, "massacre": _massacre, "person_victim": _person_victim,
    "things_hit": _things_hit, "counted": _counted, "violent_death": _violent_death, "perished": _perished,
    "strike": _strike, "air_raid": _air_raid, "free_weapon": _free_weapon, "bullets": _bullets, "belts": _belts,
    "chemical": _chemical, "execute": _execute, "liquidate": _liquidate, "damage": _damage, "service": _service,
    "materiel_losses": _losses, "attack_near": _attack_near, "armed_or_many": _armed_or_many, "stab": _stab,
}  # fmt: skip
