"""Doubts: what speaks against a trigger whatever its sense. Each names itself and says whether the trigger is to go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from marsad.arabic.clitics import AND, ARTICLE, TO, WITH, with_prefix
from marsad.claims.among import sets_apart
from marsad.claims.cases import corrected
from marsad.claims.claimed import is_claimed, is_unclaimed
from marsad.claims.guards import PERSONS, Context
from marsad.claims.only_named import (
    any_at_all,
    fought_for,
    named_battle,
    named_operation,
    of_its_kind,
    paired,
    titled,
    unexploded,
    violated,
)
from marsad.claims.only_said import called_so, prayed
from marsad.claims.repeats import TELLS_MORE
from marsad.claims.scene import HARD_STOPS, Found, Group, Scene, number_behind
from marsad.claims.told_of_none import (
    asked_whether,
    brought_up,
    feared_that,
    first_words_of,
    launched_attack,
    remembered,
    subhead,
    supposed,
    tagged,
    unless,
    where_it_struck,
)
from marsad.claims.victims_told import buried, counted_behind, died_of_it, told_by_its_verb
from marsad.mentions.chunks import Chunk

Doubt = Callable[[Scene, Found, Sequence[Group], Context], bool]
_REPEATABLE = frozenset(
    {"attack", "airstrike", "shelling", "bombing", "clash", "property_damage", "killed", "wounded", "assassination",
     "talks", "agreement", "suicide_bombing", "siege", "abducted", "mobilize", "protest", "accuse", "threaten",
     "demand", "arrested", "shooting", "reject"}
)  # fmt: skip
_MODES_TOLD = frozenset({"shelling.missile.strike"})
_POINTERS = frozenset({"هذا", "هذه", "ذلك", "تلك", "هاتين", "هذين"})
_LEGAL = frozenset(
    {"تهمه", "بتهمه", "تهم", "بتهم", "اتهامات", "ادانته", "ادانتهم", "ادانتها",
     "ادانه", "بادانه", "بمحاوله", "جرايم", "جريمه", "جنايه", "شبهه", "قضيه"}
)  # fmt: skip
_FEARS = frozenset(
    {"خطر", "مخاوف", "خشيه", "تحسبا", "خوفا", "احتمال", "احتمالات", "تفادي", "لتفادي", "تجنب", "لتجنب", "حد",
     "منع", "لمنع", "وقف", "بوقف", "لوقف", "انهاء", "لانهاء", "مكافحه", "لمكافحه", "ضد"}
)  # fmt: skip
# The words for the dead.
_THE_DEAD = "dead"


def back_reference(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """The attack, this shelling: nothing new of a happening already told."""
    if found.form.pos not in ("noun", "phrase", "victims") or found.type not in _REPEATABLE:
        return False
    before = scene.key(found.first - 1)
    if found.type in context.told and before.removeprefix(AND) in context.words["comes"]:
        return True  # ويأتي مقتل القيادي بعد أيام من X
    if before in context.words["first_or_worst"] and of_its_kind(scene, found, context):
        return True
    if found.trigger.id == _THE_DEAD and titled(scene, found, context):
        return True
    if found.form.pos == "victims" and corrected(scene, found, (), context.words["not_so"]):
        return False  # القتلى في اشتباكات X اثنان وليسوا ستة
    behind = scene.key(found.last + 1) in _POINTERS and found.last + 1 not in scene.time_at  # هجوما هذا الأسبوع
    pointed = behind or before.lstrip("وبل") in _POINTERS
    if not (found.form.definite or pointed):
        return False
    if found.form.pos == "victims" and sets_apart(scene, found, context.words):
        return False
    if not pointed and before.removeprefix(AND) in context.words["coincides"]:
        return _family(found.type) & context.told != set()
    if not pointed and found.trigger.id in _MODES_TOLD:
        return False  # القصف المدفعي, الغارات الجوية: the mode is told anew
    chunk = scene.chunk_at.get(found.first)
    if found.form.pos == "victims" and number_behind(scene, found) is not None:
        return False
    if found.form.pos == "victims" and (_counted(chunk) or _counted(_victims_beside(scene, found))):
        return False
    if not pointed and (
        _undergone(scene, found) or is_claimed(scene, found, context.words) or _one_of_many(scene, found, context)
    ):
        return False
    if not pointed and (
        _one_by_number(scene, found, context) or _took_place(scene, found, context) or _explained(scene, found, context)
    ):
        found.because.append(TELLS_MORE)
        return False
    return not _has_own(scene, found, groups, context) and (
        pointed or _family(found.type) & context.told != set() or found.form.pos == "victims"
    )


def _one_of_many(scene: Scene, found: Found, context: Context) -> bool:
    """مئات الغارات, سلسلة من الضربات: the article is that of a kind, not of what was told."""
    some = scene.info(found.first - 1).preposition == "من"
    before = scene.key(found.first - 2 if some else found.first - 1)
    if some and before in context.words.get("amounts", ()):
        before = scene.key(found.first - 3)  # عدد كبير من الجرحى
    if found.type in _FIRE and before.removeprefix(AND) in context.words.get("deeds_of_a_kind", ()):
        return True
    return before.removeprefix("و").removeprefix("ال") in context.words.get("many_from" if some else "many", ())


# How far before what was undergone its verb stands, in words.
UNDERGONE_WITHIN = 8


def _undergone(scene: Scene, found: Found) -> bool:
    """تعرضت ستة مستشفيات للقصف: the article is that of a kind."""
    if not found.prefix.endswith("ل"):
        return False
    for at in range(found.first - 1, max(scene.line.first, found.first - UNDERGONE_WITHIN) - 1, -1):
        light = scene.info(at).light
        if light is not None:
            return light[0] == "undergo"
        if at in scene.found_at or scene.info(at).opener or scene.key(at) in HARD_STOPS:
            return False
    return False


def _one_by_number(scene: Scene, found: Found, context: Context) -> bool:
    """الغارة الثانية, العملية الأولى: one of several is told apart."""
    return scene.key(found.last + 1) in context.words.get("one_by_number", ())


# How far behind a word for what took place its place or time is looked for.
TOOK_PLACE_WITHIN = 6


def _took_place(scene: Scene, found: Found, context: Context) -> bool:
    """ووقع الانفجار في شارع, الانفجار وقع مساء السبت: where or when it was is new."""
    occurs = context.words.get("occurs", frozenset())
    after = found.last + 1
    before = scene.key(found.first - 1)
    if (
        before not in occurs
        and before[1:] not in occurs
        and not any(scene.key(at) in occurs for at in (after, after + 1))
        and scene.key(after) not in context.words.get("occurs_behind", ())
    ):
        return False
    for at in range(after, after + TOOK_PLACE_WITHIN):
        chunk = scene.chunk_at.get(at)
        if at in scene.time_at or (
            chunk is not None and (chunk.kind in ("place", "facility") or chunk.preposition == "في")
        ):
            return True
    return False


def _explained(scene: Scene, found: Found, context: Context) -> bool:
    """الانفجار ناجم عن لغم, هي التي شنت الهجوم, ونسب الهجوم إلى: what it came from or who made it is new."""
    behind = (scene.key(found.last + 1), scene.key(found.last + 2))
    before = scene.key(found.first - 1)
    plain = before.removeprefix("و")
    asked = f"{scene.key(found.first - 2)} {before}" in context.words.get("whether", ())
    return (
        (not asked and any(key in context.words.get("caused_by", ()) for key in behind))
        or (found.type in _FIRE and plain in context.words.get("launches", ()))
        or plain in context.words.get("blamed_on", ())
    )


_FIRE = frozenset({"attack", "airstrike", "shelling"})


def _counted(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.count is not None


def _victims_beside(scene: Scene, found: Found) -> Chunk | None:
    """The victims whose number these share: عشرات القتلى والجرحى."""
    before = next((other for other in scene.found if other.last == found.first - 1), None)
    tied = before is not None and before.form.pos == "victims" and scene.key(found.first)[:1] == "و"
    return scene.chunk_at.get(found.first - 1) if tied else None


def _family(kind: str) -> set[str]:
    """Types one word of which may point back to another."""
    if kind in ("attack", "airstrike", "shelling", "bombing", "suicide_bombing"):
        return {"attack", "airstrike", "shelling", "bombing", "suicide_bombing", "shooting"}
    return {kind}


def _has_own(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """Whether the trigger brings parties or an owner of its own."""
    named = scene.key(found.first - 1) in _POINTERS
    if scene.key(found.last + 1) in context.adjectives and not named:
        return True
    if scene.info(found.last + 1).relative if found.last + 1 < scene.line.last else False:
        return True
    near = groups[0] if groups else None
    if near is None or near.first > found.last + 3:
        return False
    kind = near.head.kind
    if not near.preposition and found.form.definite and found.type not in _OF_A_KIND:
        return _is_hit_by(scene, found, near.head)
    if near.preposition == TO and found.type not in _OF_A_KIND:
        return kind in _TAKERS or (kind == "people" and found.form.pos != "victims")
    if near.preposition in ("", "علي", "بين", "ضد", TO):
        return kind not in ("other", "count") or near.head.definite
    return near.head.count is not None


def _is_hit_by(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """طال القصف مدرسة, القتلى طفل ورجلان: behind the article stands what its verb hit, or who they are; no genitive."""
    if found.form.pos == "victims":
        return (chunk.kind in PERSONS or found.first in range(chunk.start, chunk.last)) and not chunk.conjoined
    hit = chunk.kind in _HIT_BY_IT or chunk.first_inner("place", "facility") is not None
    return chunk.kind in _HIT or (hit and scene.info(found.first - 1).verb_like)


_HIT = frozenset({"place", "facility", "group"})
_HIT_BY_IT = frozenset({"people", "fighters", "weapon"})
_TAKERS = frozenset({"actor", "group", "place", "facility", "fighters"})
# Words that name a kind of deed and point back to none: عمليات الاغتيال الميدانية.
_OF_A_KIND = frozenset({"assassination", "arrested", "property_damage", "demand", "accuse", "reject", "threaten"})


def charged(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """Charged with, tried for, accused of: the deed is not told here."""
    if found.form.pos not in ("noun", "phrase") or found.type in ("accuse", "arrested", "demand"):
        return False
    outer = scene.key(found.first - 2).removeprefix("ال")
    if outer in context.words.get("attempts", ()) or outer in _LEGAL:
        return True
    return scene.key(found.first - 1).removeprefix("ال") in _LEGAL


def feared(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """Fear of it, preventing it, an end to it: no happening is told."""
    if found.form.pos == "verb":
        return False
    if any_at_all(scene, found, context) or feared_that(scene, found, context):
        return True
    if found.type == "agreement":
        return False
    before = found.first - 1
    info = scene.info(before)
    if info.preposition == "من" or info.light:  # تحسبا من هجوم, باحتمال سقوط ضحايا
        return scene.key(before - 1).removeprefix("ب") in _FEARS
    return info.key.removeprefix("ال") in _FEARS


_SCENES = frozenset(
    {"مناطق", "منطقه", "خطوط", "خط", "جبهات", "نقاط", "ساحه", "ساحات", "موقع", "مكان", "محاور", "ارض",
     "غرفه", "بدء", "يوم", "ضحايا", "اثار", "صور", "شهداء", "شديده", "قواعد", "شديد", "عاليه"}
)  # fmt: skip


def scene_of(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """مناطق الاشتباكات, موقع الانفجار: the happening only names a place or a thing."""
    if found.form.pos != "noun" or not found.form.definite:
        return False
    return scene.key(found.first - 1).lstrip("وبل").removeprefix("ال") in _SCENES


def aspect_of(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """ظروف مقتله, أسباب الاعتقال: one side of what was told."""
    aspects = context.words.get("aspects", frozenset())
    if found.form.pos == "verb" or scene.key(found.first - 1).lstrip("و").removeprefix("ال") not in aspects:
        return False
    return bool(_family(found.type) & context.told)


# What can doubt a trigger, by its part of speech; a doubt that looks at the words alone is asked of all.
_NOT_OF_VERBS = frozenset(
    {"buried", "died-of-it", "counted-behind", "violated", "aspect-of", "told-by-its-verb", "back-reference",
     "charged", "feared", "scene-of", "unclaimed"}
)  # fmt: skip
_OF_VICTIMS = frozenset({"buried", "told-by-its-verb", "died-of-it", "counted-behind"})
_OF_NOUNS = frozenset({"charged", "scene-of", "called-so"})
_OF_VERBS = frozenset({"asked-whether"})


def unclaimed(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """ولم تعلن أي جهة مسؤوليتها عن الانفجار: told before."""
    return is_unclaimed(scene, found, context.words) and bool(_family(found.type) & context.told)


DOUBTS: dict[str, Doubt] = {
    "remembered": remembered,
    "unexploded": unexploded,
    "brought-up": brought_up,
    "unclaimed": unclaimed,
    "named-operation": named_operation,
    "named-battle": named_battle,
    "fought-for": fought_for,
    "told-by-its-verb": told_by_its_verb,
    "buried": buried,
    "died-of-it": died_of_it,
    "counted-behind": counted_behind,
    "violated": violated,
    "aspect-of": aspect_of,
    "unless": unless,
    "supposed": supposed,
    "tagged": tagged,
    "asked-whether": asked_whether,
    "back-reference": back_reference,
    "charged": charged,
    "feared": feared,
    "paired": paired,
    "scene-of": scene_of,
    "launched-attack": launched_attack,
    "where-it-struck": where_it_struck,
    "subhead": subhead,
    "prayed": prayed,
    "called-so": called_so,
}


def _of(pos: str) -> tuple[tuple[str, Doubt], ...]:
    apart = _NOT_OF_VERBS if pos == "verb" else _OF_VERBS
    apart |= frozenset() if pos == "victims" else _OF_VICTIMS
    apart |= frozenset() if pos in ("noun", "phrase") else _OF_NOUNS
    return tuple((name, rule) for name, rule in DOUBTS.items() if name not in apart)


_BY_POS = {pos: _of(pos) for pos in ("verb", "noun", "phrase", "victims", "word")}


# Of which types the deeds are that a doubt is about, where they are few.
_OF_TYPES = {
    "brought-up": frozenset({"mobilize"}),
    "violated": frozenset({"agreement"}),
    "died-of-it": frozenset({"wounded"}),
    "launched-attack": frozenset({"mobilize"}),
    "named-battle": frozenset({"clash"}),
    "fought-for": frozenset({"control_gain"}),
}
_TYPES_OF_FEW = frozenset().union(*_OF_TYPES.values())
# Which only a title raises.
_OF_TITLES = frozenset({"subhead"})


def doubt_of(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> str:
    """The name of a doubt that a trigger of its kind can raise and that speaks against it, "" where none does."""
    for name, rule in _of_sentence(scene, found.form.pos, found.type, context):
        if rule(scene, found, groups, context):
            return name
    return ""


def _of_sentence(scene: Scene, pos: str, kind: str, context: Context) -> tuple[tuple[str, Doubt], ...]:
    """The doubts that a trigger of a part of speech and a type can raise in a sentence of these words."""
    silent: frozenset[str] | None = scene.rules.get("silent")
    if silent is None:
        silent = frozenset(context.doubting.keys() - scene.has_of(context.doubting))
        silent |= _OF_TITLES if scene.line.index not in context.titles else frozenset()
        scene.rules["silent"] = silent
    return _speaking(pos, kind if kind in _TYPES_OF_FEW else "", silent)


@lru_cache(maxsize=4096)
def _speaking(pos: str, kind: str, silent: frozenset[str]) -> tuple[tuple[str, Doubt], ...]:
    """The doubts about a part of speech, and a type of few, without those for which a sentence has no word."""
    apart = silent | {name for name, types in _OF_TYPES.items() if kind not in types}
    return tuple([(name, rule) for name, rule in _BY_POS[pos] if name not in apart])


def words_of_doubts(function: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The words without which a doubt says nothing, by its name, from the closed-class words."""
    fears = with_prefix(_FEARS, ARTICLE) | with_prefix(_FEARS, WITH)
    fights = function["battles"] | function["fighting"]
    anything = function["any"] | with_prefix(function["any"], WITH) | with_prefix(function["any"], TO)
    return {
        "where-it-struck": function["struck_places"] | function["times_of"],
        "remembered": function["anniversaries"],
        "unexploded": with_prefix(function["negators"], AND),
        "unclaimed": function["claiming"] | function["responsibility"],
        "named-operation": function["quote_open"],
        "named-battle": function["battles"]
        | {f"{TO}{word}" for word in fights}
        | {f"{TO}{TO}{word}" for word in fights},
        "fought-for": function["battles"] | function["commanding"],
        "aspect-of": with_prefix(with_prefix(function["aspects"], ARTICLE), AND),
        "buried": function["funerals"] | function["prayers"],
        "unless": first_words_of(function["unless"]),
        "supposed": frozenset(phrase.split()[-1] for phrase in function["suppositions"]),
        "tagged": function["tags_of_pages"],
        "asked-whether": first_words_of(function["whether"]),
        "charged": with_prefix(_LEGAL | function["attempts"], ARTICLE),
        "feared": fears | anything | function["fears_that"],
        "prayed": function["whom_one_prays_to"],
        "called-so": function["that_it_is"] | function["amounts_to"],
    }
