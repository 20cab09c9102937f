"""Senses: whether an ambiguous word names a happening here, by the company it keeps and by the phrases around it.

The words of the company stand with each trigger in the lexicon (``near``, ``not_near``); the rules here know only kinds
of phrases. They are named by the trigger lexicon like those of :mod:`marsad.claims.guards`.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND, ARTICLE, FROM, TO, WITH, rests_and_bare
from marsad.claims.among import sets_apart
from marsad.claims.guards import PARTIES, PERSONS, Context, Guard, first_chunk, has, named_before
from marsad.claims.scene import HARD_STOPS, STOPS, Found, Group, Scene, number_behind
from marsad.claims.subject import subject_before

# How far the company of a word reaches, in words before and after it.
NEAR_BEFORE, NEAR_AFTER = 4, 6
_ARMED = frozenset({"actor", "group", "fighters"})

_PEOPLE_OR_SIDES = PERSONS | PARTIES


def company_fits(scene: Scene, found: Found) -> bool:
    """Whether the words that must stand near a trigger do, and those that must not do not."""
    trigger = found.trigger
    if trigger.guard == "counted_or_near" or (not trigger.near and not trigger.not_near):
        return True
    near, not_near = trigger.near, trigger.not_near
    fits = not near
    for words in _around(scene, found):
        if not not_near.isdisjoint(words):
            return False
        if not fits and not near.isdisjoint(words):
            if not not_near:
                return True
            fits = True
    return fits


def _around(scene: Scene, found: Found) -> list[frozenset[str]]:
    """What each of the words around a trigger up to the next full stop is, with its clitics and without."""
    words: list[frozenset[str]] = []
    line = scene.line
    before = range(found.first - 1, max(line.first, found.first - NEAR_BEFORE) - 1, -1)
    for near in (before, range(found.last + 1, min(line.last, found.last + 1 + NEAR_AFTER))):
        for at in near:
            key = line.keys[at]
            if not key or key in HARD_STOPS:
                break
            words.append(rests_and_bare[key])
    return words


def _people_subject(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """ارتقى خمسة أشخاص: people or a number are the subject of the verb, or belong to the noun."""
    chunk = first_chunk(groups)
    if not context.conflict:
        return False
    if chunk is not None and not groups[0].preposition:
        return chunk.kind in PERSONS
    before = subject_before(scene, found) if found.form.pos == "verb" else None
    return before is not None and before.head.kind in PERSONS and found.form.number != "s"


# How far behind the fall of people the word may stand that says what became of them, in words.
_BECAME_WITHIN = 8


def _people_fall(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """سقوط خمسة مدنيين, سقط 3 من عناصر المجلس: counted people who fall are dead, where no word says so behind them."""
    if not context.conflict or not (_counted_behind(found, groups) or _counted_before(scene, found)):
        return False
    near = range(found.last + 1, found.last + _BECAME_WITHIN)
    said = [scene.found_at[at] for at in near if at in scene.found_at and scene.found_at[at] is not found]
    # سقط طفلان وأصيب سبعة: a verb behind و tells of others
    said = [other for other in said if not (other.form.pos == "verb" and other.prefix == AND)]
    return not any(other.type in ("killed", "wounded", "captured") for other in said)


def _counted_behind(found: Found, groups: Sequence[Group]) -> bool:
    chunk = first_chunk(groups)
    if chunk is None or groups[0].preposition or chunk.kind not in _PEOPLE_OR_SIDES:
        return False
    return (chunk.count is not None or chunk.number == "d") and chunk.first - found.last <= _COUNTED_WITHIN


# How far behind their fall those stand who are counted, in words.
_COUNTED_WITHIN = 4


def _counted_before(scene: Scene, found: Found) -> bool:
    """ستون جنديا سقطوا في كمين: they stand before a verb of many."""
    many = found.form.pos == "verb" and found.form.number in ("p", "d")
    before = subject_before(scene, found) if many else None
    return before is not None and before.head.count is not None and before.head.kind in _PEOPLE_OR_SIDES


def _armed_object(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """طرد التنظيم من المدينة, مطاردة المسلحين: armed people are what the deed is done to."""
    return context.conflict and (
        (bool(groups) and not groups[0].preposition and groups[0].head.kind in _ARMED) or bool(found.form.suffix)
    )


def _not_beside(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """فصائل تقاتل إلى جانب الجيش, تقاتل جنبا إلى جنب: on whose side they are, and no fight."""
    sides = context.words["sides_taken"]
    return scene.key(found.last + 2) not in sides and scene.key(found.last + 1) not in sides


def _gathered(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """نحو ألف شخص تجمعوا أمام المبنى: many who gather, where the sentence tells of a protest or counts them."""
    before = scene.chunk_at.get(found.first - 1)
    return context.conflict and before is not None and before.kind == "people" and before.count is not None


def _armed_flee(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """فر عناصر التنظيم من البلدة, أجبر العناصر على الفرار: armed people leave."""
    before = subject_before(scene, found) if found.form.pos == "verb" else None
    doer = bool(groups) and groups[0].preposition in ("", TO) and groups[0].head.kind in _ARMED
    who = before.head if before is not None else None
    if found.form.pos == "noun" and not found.prefix and scene.info(found.first - 1).preposition:
        who = named_before(scene, found)
    return context.conflict and (doer or (who is not None and who.kind in _ARMED))


def _party_or_place(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """Parties, places or facilities stand among the first phrases after it."""
    return context.conflict and has(groups[:3], PARTIES | {"place", "facility", "source"})


def _help(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """بدعم روسي, لدعم الجيش, دعما للحكومة: help that a side gets, its giver told by an adjective or its taker."""
    if not context.conflict or scene.info(found.first - 1).rest in context.words["coalitions"]:
        return False
    return scene.key(found.last + 1).removeprefix(ARTICLE) in context.adjectives or _of_a_side(groups, found)


def _help_given(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """بمساعدة قوات التحالف, لمساعدة الجيش: help that is given to a side or by one, no assistant of somebody."""
    return context.conflict and found.prefix.endswith((WITH, TO)) and _of_a_side(groups, found)


def _of_a_side(groups: Sequence[Group], found: Found) -> bool:
    """Whether a side stands right behind the word, bare or behind ل."""
    if not groups or groups[0].first > found.last + 2 or groups[0].preposition not in ("", TO):
        return False
    return groups[0].head.kind in _ARMED


def _backs(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """تدعم قوات الحكومة: a side is what is backed, named behind the verb that has its subject before it or in it."""
    if not context.conflict or not groups or groups[0].preposition:
        return False
    sides = [group for group in groups[:2] if not group.preposition and group.head.kind in _ARMED]
    if found.form.suffix or scene.info(found.first - 1).relative:
        return False  # فصائل تدعمها, الدول التي تدعم: who they are
    return len(sides) == 2 or (bool(sides) and subject_before(scene, found) is not None)


def _no_mode_yet(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """The use of a weapon is told where no other word of the sentence tells the attack."""
    modes = ("shelling", "airstrike", "attack", "chemical_attack", "bombing", "shooting")
    return context.conflict and not any(
        other.trigger.id != found.trigger.id and other.type in modes for other in scene.found
    )


def _not_told_of_wounds(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """تعرض لجروح: the wounds are the news, where no word before them says that somebody was hurt."""
    near = range(max(scene.line.first, found.first - 14), found.first)
    return context.conflict and not any(at in scene.found_at and scene.found_at[at].type == "wounded" for at in near)


def _counted_or_near(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """سقوط ضحايا, 5 ضحايا: people counted, or told by the company of the word; not where their number follows."""
    if not context.conflict:
        return False
    if _is_counted(scene, found) or sets_apart(scene, found, context.words):
        return True
    if found.form.definite and scene.key(found.first - 1) in context.words["many_from"]:
        return False  # عدد الضحايا without the number
    near = range(found.last + 1, found.last + 7)
    behind = [scene.found_at[at] for at in near if at in scene.found_at]
    if any(other.form.pos == "victims" and _is_counted(scene, other) for other in behind):
        return False
    return any(not found.trigger.near.isdisjoint(words) for words in _around(scene, found))


def _is_counted(scene: Scene, found: Found) -> bool:
    chunk = scene.chunk_at.get(found.first)
    return (chunk is not None and chunk.count is not None) or number_behind(scene, found) is not None


def _no_victims_named(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """راح ضحيتها 10 قتلى: the dead who are named so are the claim."""
    near = range(found.last + 1, found.last + 4)
    return not any(at in scene.found_at and scene.found_at[at].form.pos == "victims" for at in near)


def _taken_first(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """اختطفوه واقتادوه: led away are those just taken, unless no other word of the sentence takes them."""
    taken = any(other is not found and other.type in ("arrested", "abducted") for other in scene.found)
    return context.conflict and not taken and not found.form.suffix


def _not_struck(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """استهدفت مواقع وتعزيزات: what is struck is not on its way."""
    for at in range(found.first - 1, max(scene.line.first, found.first - 6) - 1, -1):
        other = scene.found_at.get(at)
        if other is not None:
            return context.conflict and other.type not in ("attack", "airstrike", "shelling")
        if scene.info(at).verb_like or scene.key(at) in STOPS:
            break
    return context.conflict


_FIRED = frozenset({"attack", "airstrike", "shelling"})


def _rockets(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """رشقة صاروخية, رشقات من القذائف; behind ب they are what an attack told before was made with."""
    if found.prefix == WITH and any(other.type in _FIRED and other.first < found.first for other in scene.found):
        return False
    around = {scene.key(at).removeprefix(ARTICLE) for at in range(found.first - 3, found.last + 3)}
    return context.conflict and bool(around & context.words["of_rockets"]) and not around & context.words["launching"]


# How far before a pronoun the weapon it stands for may be named, in words.
_NAMED_WITHIN = 16
# What planes drop is no loss of theirs: البراميل التي أسقطتها المروحيات.
_BOMBS = frozenset({"bomb", "barrel_bomb", "aerial_bomb", "cluster"})


def _weapon_named(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """صاروخ … تمكنت من اعتراضه: the pronoun stands for a weapon named before it."""
    named = (
        weapon
        for chunk in scene.chunks
        if found.first - _NAMED_WITHIN <= chunk.last < found.first
        and (weapon := chunk.first_inner("weapon")) is not None
    )
    return (
        context.conflict
        and (bool(found.form.suffix) or scene.key(found.last + 1) in context.words["most_of_it"])
        and any(not _BOMBS.intersection(weapon.ids[:1]) for weapon in named)
    )


def _bomber(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """اقتحم انتحاري بسيارته نقطة تفتيش: who dies by design is the attack, where no word of the sentence tells it."""
    near = scene.line.keys[max(scene.line.first, found.first - _DRIVES_WITHIN) : found.last + 1 + _DRIVES_WITHIN]
    told = any(other is not found and other.type in _SUICIDES for other in scene.found)
    return context.conflict and not told and not context.words["driven"].isdisjoint(near)


_SUICIDES = frozenset({"suicide_bombing", "bombing"})
# How far from a bomber the word may stand for what he drives or wears, in words.
_DRIVES_WITHIN = 5
# How far behind a trigger the words may stand that say by whom it was, in words.
_BY_WITHIN = 6


def _by_whom(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """تصعيدا متواصلا من قبل قوات النظام: an act of somebody, not a state of affairs."""
    near = range(found.last + 1, min(found.last + _BY_WITHIN, scene.line.last - 1))
    sides, of = context.words["from_the_side"], context.words["from"]
    if not context.conflict:
        return False
    for at in near:
        chunk = scene.chunk_at.get(at + 1)
        side = chunk is not None and chunk.kind in _ARMED and chunk.preposition == FROM
        if scene.key(at) in of and (scene.key(at + 1) in sides or (side and at <= found.last + 2)):
            return True
    return False


# How far before an operation the verb may stand that carries it out, how far behind it the one of its relative clause.
_CARRIED_BEFORE, _CARRIED_BEHIND = 3, 4


def _carried_out(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """نفذت الخلايا خمس عمليات, عملية ضد الجيش: an operation that some side carried out and no other word tells."""
    if not context.conflict or found.form.suffix or found.prefix == WITH:
        return False
    if _told_otherwise(scene, found):
        return False
    if any(scene.key(at) in context.words["against"] for at in (found.last + 1, found.last + 2)):
        return True
    verbs = context.words["carries_out"]
    before = range(max(scene.line.first, found.first - _CARRIED_BEFORE), found.first)
    behind = range(found.last + 1, min(found.last + _CARRIED_BEHIND, scene.line.last))
    return any(scene.info(at).rest in verbs for at in (*before, *behind))


# How far behind an operation the verb may stand that says what it aimed at, in words.
_AIMED_WITHIN = 10


def _told_otherwise(scene: Scene, found: Found) -> bool:
    """عملية دهم, عملية التدخل السريع, عملية استهدفت X: its kind or what it hit is told by a word of its own."""
    kind = scene.info(found.last + 1)
    chunk = scene.chunk_at.get(found.last + 1)
    if kind.definite and kind.is_word and not found.form.definite and (chunk is None or chunk.kind == "other"):
        return True
    for at in range(found.last + 1, min(found.last + _AIMED_WITHIN, scene.line.last)):
        other = scene.found_at.get(at)
        if other is not None and other is not found:
            return at <= found.last + 2 or other.trigger.frame == "target"
        if scene.key(at) in HARD_STOPS:
            return False
    return False


SENSES: dict[str, Guard] = {
    "bomber": _bomber, "by_whom": _by_whom, "carried_out": _carried_out, "help_given": _help_given, "backs": _backs,
    "gathered": _gathered, "weapon_named": _weapon_named, "rockets": _rockets, "people_fall": _people_fall,
    "people_subject": _people_subject, "armed_object": _armed_object, "not_beside": _not_beside,
    "armed_flee": _armed_flee, "party_or_place": _party_or_place, "help": _help, "no_mode_yet": _no_mode_yet,
    "not_told_of_wounds": _not_told_of_wounds, "counted_or_near": _counted_or_near,
    "no_victims_named": _no_victims_named, "taken_first": _taken_first, "not_struck": _not_struck,
}  # fmt: skip
