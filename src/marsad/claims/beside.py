"""What stands beside an ordinary word that tells of violence: people, things, materiel, arms, by their kind.

Some words mean a happening only with a phrase of one kind: حصدت النيران أربعة, أودى بسائقها, رمت المدفعية السوق.
The lexicon marks them with ``beside``; what a phrase is decides, not which words it is made of.
"""

from __future__ import annotations

from collections.abc import Callable

from marsad.arabic.clitics import ARTICLE, FROM, TO, UPON, WITH
from marsad.arabic.neighbours import A_FEW, BY_THEM, DEAD_OR_HURT, FIRES, ON_THEM, ONE_OR_SOME, THEM
from marsad.claims.clause import group_from
from marsad.claims.scene import STOPS, Found, Scene
from marsad.claims.subject import subject_before
from marsad.mentions.chunks import Chunk
from marsad.mentions.vocabulary import WordInfo

# How far behind its word the phrase may begin, and what it was done with, in words.
_WITHIN, _MEANS_WITHIN = 9, 16
_PEOPLE = frozenset({"people", "fighters", "count"})
_SIDES = frozenset({"actor", "group", "office"})
_THINGS = frozenset({"facility", "weapon"})
# What is fired or dropped, what fires or drops it, and what small arms fire.
_SHELLS = frozenset(
    {"shell", "rocket", "missile", "grad", "mortar", "atgm", "rpg", "barrel_bomb", "cluster", "aerial_bomb", "bomb",
     "incendiary"}
)  # fmt: skip
_GUNS = frozenset(
    {"tank", "shilka", "warship", "warplane", "aircraft", "helicopter", "drone", "artillery", "mlrs", "heavy_weapons"}
)
_BULLETS = frozenset({"bullet", "rubber_bullet", "rifle", "machine_gun", "sniper", "sniper_fire"})
_CHARGES = frozenset({"ied", "vbied", "mine", "remnants", "bomb", "cluster"})
# Materiel that is lost: what is ridden, flown and shot with.
_MATERIEL = frozenset(
    {"tank", "armoured_vehicle", "shilka", "bmp", "humvee", "military_vehicle", "technical", "warship", "warplane",
     "aircraft", "helicopter", "drone", "artillery", "mortar", "mlrs", "rifle", "machine_gun", "air_defence", "manpads",
     "depot", "ammunition", "heavy_weapons", "atgm", "rpg", "missile", "rocket", "grad", "shell", "bomb", "ied", "mine",
     "suicide_vest"}
)  # fmt: skip


def stands_beside(scene: Scene, found: Found) -> bool:
    """Whether a phrase of the kind that a trigger asks for stands where it asks for it."""
    return _ASKED[found.trigger.beside](scene, found)


def behind_its_preposition(scene: Scene, found: Found) -> list[Chunk]:
    """أودى بسائقها, أتت النيران على المحال: those whom the deed befell, where they stand behind ب or على."""
    if found.trigger.beside not in _BEHIND:
        return []
    kinds, preposition = _BEHIND[found.trigger.beside]
    for chunk in phrases_behind(scene, found):
        apart = not chunk.preposition and scene.key(chunk.start - 1) == preposition  # بـ6 أشخاص
        if (apart or chunk.preposition == preposition) and (chunk.kind in kinds or _is_counted(chunk)):
            return group_from(scene, chunk)
    return []


_BEHIND = {
    "by people": (_PEOPLE | _SIDES, WITH), "on people": (_PEOPLE, UPON),
    "on things": (_THINGS | {"place", "other"}, UPON), "by things": (_THINGS, WITH),
}  # fmt: skip


def phrases_behind(
    scene: Scene, found: Found, within: int = _WITHIN, ends: Callable[[WordInfo], bool] | None = None
) -> list[Chunk]:
    """The phrases behind a trigger in its clause, up to the next verb, or to a word of no phrase that ``ends`` it."""
    phrases: list[Chunk] = []
    start, chunk_at = found.last + 1, scene.chunk_at
    for at, info in enumerate(scene.line.infos[start : min(start + within, scene.line.last)], start):
        if info.key in STOPS or info.opener or info.relative or info.that:
            break
        chunk = chunk_at.get(at)
        if chunk is None:
            if info.verb_like if ends is None else ends(info):
                break
        elif chunk.start == at and at not in scene.time_at:
            phrases.append(chunk)
    return phrases


def _bare(scene: Scene, found: Found) -> list[Chunk]:
    return [chunk for chunk in phrases_behind(scene, found) if not chunk.preposition]


def _is_counted(chunk: Chunk) -> bool:
    return chunk.count is not None and chunk.kind in _PEOPLE | _SIDES


def _is_people(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase is of people: civilians, fighters, or so many of a side."""
    if chunk.preposition == FROM:
        return scene.key(chunk.start - 1) in ONE_OR_SOME and chunk.kind in _PEOPLE | _SIDES
    if chunk.preposition and scene.key(chunk.start) not in A_FEW:
        return False
    some_of = chunk.kind == "other" and chunk.count is not None and scene.key(chunk.start + 1) == FROM
    return chunk.kind in _PEOPLE or _is_counted(chunk) or some_of  # ثلاثة من الجلاوزة


def _subject(scene: Scene, found: Found) -> Chunk | None:
    before = subject_before(scene, found) if found.form.pos == "verb" else None
    return before.chunks[-1] if before is not None else None


_HARM = frozenset({"killed", "wounded"})
# Who or what may stand between a verb and the people to whom it is done.
_DOERS = frozenset({"actor", "group", "fighters", "people", "office", "source", "weapon", "other"})


def _people(scene: Scene, found: Found) -> bool:
    """حصدت النيران أربعة, ساقوا تسعة شبان, سيق ثلاثة: people to whom it is done."""
    if found.form.suffix:
        return found.form.suffix in THEM
    behind = [chunk for chunk in phrases_behind(scene, found) if chunk.preposition in ("", FROM)]
    behind = behind[: 3 if behind and behind[0].kind in _DOERS else 1]
    whom = next((chunk for chunk in behind if _is_people(scene, chunk)), None)
    return whom is not None and (found.trigger.means not in _HARM or not _told_by_itself(scene, whom))


def _people_apart(scene: Scene, found: Found) -> bool:
    """اقتيد الرعاة, رعاة اقتيدوا: people to whom it is done, who may stand before a verb of theirs."""
    return _people(scene, found) or _those_before(scene, found)


def _those_before(scene: Scene, found: Found) -> bool:
    who = _subject(scene, found)
    return who is not None and who.kind in _PEOPLE | {"group"} and found.form.number in ("p", "d")


def _themselves(scene: Scene, found: Found) -> bool:
    """هامت عائلات, اختنق العشرات, صبيان تمزقا: people are the subject."""
    bare = _bare(scene, found)[:1]
    if bare and bare[0].start <= found.last + 4 and _is_people(scene, bare[0]):
        return True
    if found.form.pos == "noun":
        return any(chunk.preposition == TO and chunk.kind in _PEOPLE for chunk in phrases_behind(scene, found)[:1])
    return _those_before(scene, found) or _counted_before(scene, found)


def _counted_before(scene: Scene, found: Found) -> bool:
    who = _subject(scene, found)
    return who is not None and _is_counted(who)


def _counted(scene: Scene, found: Found) -> bool:
    """سقوط أربعة متظاهرين, سقط مسلحان, سقوط أي من مقاتليه: people by their number, or one of them."""
    first = next(iter(phrases_behind(scene, found)), None)
    if first is not None and first.start <= found.last + 3 and _is_people(scene, first) and first.kind != "count":
        some = first.count is not None or first.number == "d" or first.preposition == FROM
        return some and not _told_by_itself(scene, first)
    who = _subject(scene, found) if found.form.number != "s" else None
    return who is not None and _is_counted(who) and not _told_by_itself(scene, who)


def _one_of_them(scene: Scene, found: Found) -> bool:
    """سقوط أي من مقاتليه, لم يسقط أحد من الجنود: one of those behind من, no matter who."""
    behind = phrases_behind(scene, found)[:1]
    return bool(behind) and behind[0].preposition == FROM and _is_people(scene, behind[0])


def _told_by_itself(scene: Scene, chunk: Chunk) -> bool:
    """سقوط سبعة جرحى: the word for the people tells what became of them."""
    return any(scene.info(at).rest.removeprefix(ARTICLE) in DEAD_OR_HURT for at in range(chunk.first, chunk.last + 1))


def _by_people(scene: Scene, found: Found) -> bool:
    return scene.key(found.last + 1) in BY_THEM or bool(behind_its_preposition(scene, found))


def _on_people(scene: Scene, found: Found) -> bool:
    return scene.key(found.last + 1) in ON_THEM or bool(behind_its_preposition(scene, found))


def _on_things(scene: Scene, found: Found) -> bool:
    behind = behind_its_preposition(scene, found)
    return bool(behind) and (behind[0].kind in _THINGS or _burns(scene, found) or behind[0].count is not None)


def _by_things(scene: Scene, found: Found) -> bool:
    return bool(behind_its_preposition(scene, found))


def _burns(scene: Scene, found: Found) -> bool:
    return any(scene.key(at) in FIRES for at in range(found.first - 3, found.last + 3))


def _things(scene: Scene, found: Found) -> bool:
    """تهشمت واجهات محال, عطلت غارة صالتين: houses and the like, before it or behind it."""
    if any(chunk.kind in _THINGS for chunk in _bare(scene, found)[:2]):
        return True
    who = _subject(scene, found)
    return who is not None and who.kind in _THINGS


def _arms(scene: Scene, found: Found, kinds: frozenset[str], *prepositions: str) -> bool:
    near = phrases_behind(scene, found)[:4]
    means = phrases_behind(scene, found, _MEANS_WITHIN) if WITH in prepositions else []
    return any(chunk.preposition in prepositions and _is_of(chunk, kinds) for chunk in near) or any(
        chunk.preposition == WITH and _is_of(chunk, kinds) for chunk in means
    )


def _is_of(chunk: Chunk, kinds: frozenset[str]) -> bool:
    weapon = chunk.first_inner("weapon")
    return weapon is not None and not kinds.isdisjoint(weapon.ids[:1])


def _landing(scene: Scene, found: Found) -> bool:
    """هوت قذيفة, نزلت الصواريخ, دانة استقرت: shells and bombs are what comes down."""
    first = phrases_behind(scene, found)[:1]
    if first and not first[0].preposition and found.form.number == "s" and _is_of(first[0], _SHELLS):
        return True
    if found.form.pos == "noun":
        return _arms(scene, found, _SHELLS, "", TO, FROM)
    who, beside = _subject(scene, found), scene.chunk_at.get(found.first - 1)
    return any(chunk is not None and _is_of(chunk, _SHELLS) for chunk in (who, beside))


def _fired(scene: Scene, found: Found) -> bool:
    """رمت مسيرة خيمة, رمى السوق بتسع دانات, المدافع رشقتها: arms that fire from afar, or what they fire."""
    if _arms(scene, found, _SHELLS | _GUNS, "", WITH):
        return True
    who = _subject(scene, found)
    return who is not None and _is_of(who, _SHELLS | _GUNS)


def _shells(scene: Scene, found: Found) -> bool:
    """أرسلت المليشيا خمسين دانة: shells are what is sent."""
    return _arms(scene, found, _SHELLS, "", WITH)


def _reaches(scene: Scene, found: Found) -> bool:
    """صواريخ تطال المقر, طالت الرمايات المخزن: arms are the subject."""
    if any(_is_of(chunk, _SHELLS | _GUNS) for chunk in _bare(scene, found)[:1]):
        return True
    who = _subject(scene, found)
    return who is not None and _is_of(who, _SHELLS | _GUNS)


def _bullets(scene: Scene, found: Found) -> bool:
    """رمى مسلحان القاضي بالرصاص, انهمر الرصاص: what small arms fire."""
    return _arms(scene, found, _BULLETS, "", WITH)


def _charges(scene: Scene, found: Found) -> bool:
    """داست شاحنة لغما, زرع عبوات: mines and charges, whatever preposition is before them."""
    if _arms(scene, found, _CHARGES, "", UPON, WITH):
        return True
    who = _subject(scene, found)
    return found.form.voice == "passive" and who is not None and _is_of(who, _CHARGES)


def _materiel(scene: Scene, found: Found) -> bool:
    """عطل زورقين, كشف مخبأ أسلحة, عثر على صواعق: arms and vehicles are what is lost."""
    if found.form.pos == "verb" and found.form.suffix:
        return False
    return _arms(scene, found, _MATERIEL, "", UPON, FROM, TO)


_ASKED: dict[str, Callable[[Scene, Found], bool]] = {
    "people": _people, "people apart": _people_apart, "themselves": _themselves, "counted": _counted,
    "one of them": _one_of_them,
    "by people": _by_people, "on people": _on_people, "on things": _on_things, "by things": _by_things,
    "things": _things, "landing": _landing, "fired": _fired, "shells": _shells, "reaches": _reaches,
    "bullets": _bullets, "charges": _charges, "materiel": _materiel,
}  # fmt: skip
KINDS = frozenset(_ASKED)
