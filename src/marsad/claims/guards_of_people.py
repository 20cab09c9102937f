"""Guards of what people do and say: marches, flight, talks and deals, calls, threats and blame.

As in guards.py each takes the sentence, the trigger, the phrase groups to its right and the report's context.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND, ARTICLE, AT, FROM, TO, WITH
from marsad.arabic.neighbours import OWNED, TO_OR_NEEDED, TOWARDS, WITH_SOMEBODY
from marsad.claims.guards import PARTIES, PERSONS, Context, Guard, first_chunk, has, named_before, words_between
from marsad.claims.scene import COMMAS, HARD_STOPS, Found, Group, Scene
from marsad.claims.subject import subject_before
from marsad.mentions.chunks import Chunk


def _participle(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """متهما X بـ goes on with a speaker after a comma; elsewhere it is an accused person."""
    return context.conflict and scene.key(found.first - 1) in ("،", ",", "»", '"')


def _blame(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    near = range(max(scene.line.first, found.first - 8), found.first)
    return context.conflict and not any(at in scene.found_at and scene.found_at[at].type == "accuse" for at in near)


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
    if not context.words["flies"].isdisjoint(words_between(scene, found, 2, 0)):
        return False
    if scene.key(found.first - 1) in context.words["called_a_march"]:
        return False
    words = set(words_between(scene, found, 4, 4))
    return bool(words & context.words["marched"])


def _protest(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """احتجاجا على as the reason of another act is none, nor a body protesting in words; people who come for it are."""
    if found.form.pos == "verb":
        return has(groups[:1], frozenset({"people", "count", "other"})) or found.form.number == "p"
    if found.prefix.endswith(TO):
        return any(chunk.kind == "people" for chunk in scene.chunks if chunk.last < found.first)
    if context.conflict and scene.key(found.first - 1).isdigit():
        return True
    plain = (
        found.form.number == "p"
        or not found.form.definite
        or not context.words["popular"].isdisjoint(words_between(scene, found, 0, 2))
    )
    return plain and scene.key(found.first) not in context.words["in_protest"]


def _crowd(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    chunk = first_chunk(groups)
    many = found.form.pos == "verb" and found.form.number == "p"
    return many or (chunk is not None and (chunk.kind == "people" or chunk.count is not None))


def _evacuate(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and has(groups[:2], PERSONS | {"other"})


def _civilians_flee(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """فر السكان, السكان يفرون, أجبر السكان على الفرار: people who are no fighters flee."""
    chunk = first_chunk(groups)
    if not context.conflict:
        return False
    if chunk is not None and chunk.kind == "people" and groups[0].preposition in ("", TO):
        return True
    if found.form.pos != "verb" or found.form.number == "p":
        who = named_before(scene, found)
        if who is None or who.kind != "people" or _are_meant_to(scene, who, found):
            return False
        return who.number == "p" or who.count is not None
    return False


def _are_meant_to(scene: Scene, who: Chunk, found: Found) -> bool:
    """لدفع الأهالي إلى الرحيل: what somebody wants them to do, not what they did."""
    return found.form.pos == "noun" and scene.key(who.start - 1) != TO and scene.key(who.start - 1).startswith(TO)


def _displace(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and (has(groups[:1], PERSONS) or found.form.pos == "noun")


def _talks_object(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return (
        context.conflict
        and found.form.pos == "verb"
        and has(groups[:3], PARTIES, WITH_SOMEBODY)
        and has(groups[:1], PARTIES, "")
    )


def _deal(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and scene.key(found.first - 1) not in context.words["by_its_terms"]


def _ceasefire(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    near = range(max(scene.line.first, found.first - 4), found.first)
    return context.conflict and not any(
        at in scene.found_at and scene.found_at[at].type in ("agreement", "violation", "demand") for at in near
    )


def _backed(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and has(groups[:1], PARTIES, FROM, AT)


def _call(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if not context.conflict:
        return False
    if found.form.pos == "verb":
        return has(groups[:2], PARTIES | {"place", "source"}) or any(
            group.preposition in TOWARDS for group in groups[:3]
        )
    if found.form.definite:
        return False
    near = range(found.last + 1, min(found.last + _CALLED_WITHIN, scene.line.last))
    return any(group.preposition in TOWARDS for group in groups[:3]) or any(
        scene.key(at) in TOWARDS or scene.key(at).startswith(TO_OR_NEEDED) for at in near
    )


# How far behind a call the word may stand for what it calls to, in words.
_CALLED_WITHIN = 5


def _condemn(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """A court convicts, a government condemns."""
    if not context.conflict:
        return False
    before = set(words_between(scene, found, 5, 3))
    return not before & context.words["of_courts"]


def _no_threat_yet(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """سيكون الرد قاسيا threatens; توعدهم برد قاس is told by its verb."""
    before = (other for other in scene.found if other.last < found.first)
    return context.conflict and not any(
        other.type == found.type and other.trigger.id != found.trigger.id for other in before
    )


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


def _mediated(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """وساطة قبلية, بوساطة أعيان الحي, وساطة قادها X: who mediates is told; بوساطة قبلية says no more than how."""
    if found.form.pos == "phrase":
        return context.conflict and not found.prefix.endswith(AT)
    leader = scene.chunk_at.get(found.last + 2) if scene.key(found.last + 1).endswith(OWNED[1]) else None
    if leader is not None and leader.kind in PARTIES:
        return context.conflict  # وساطة قادها وجهاء الحي
    return context.conflict and has(groups[:1], PARTIES, "", FROM) and groups[0].first == found.last + 1


def _accused_of(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """التنظيم المتهم بالهجوم: somebody told of is accused of a deed; أحد المتهمين بالقتل is who stands trial."""
    of = scene.info(found.first - 1)
    told = not (of.preposition == FROM or of.rest in context.words["one_of_some"])
    return context.conflict and told and scene.key(found.last + 1).startswith(WITH)


def _must(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """إنه يجب وقف القتال, «يجب أن يتوقف»: what somebody says that has to be."""
    before = scene.info(found.first - 1)
    opens = (before.that and not before.auxiliary) or before.key == ":" or before.key in context.words["quote_open"]
    return context.conflict and found.first > scene.line.first and opens


# How far behind the verb the word may stand for what somebody is blamed with, in words.
_BLAMED_WITHIN = 24


def _blames(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """حمل المتحدث ما سماه العدو، في بيان، مسؤولية الانفجار: the blame stands far behind its verb."""
    for at in range(found.last + 1, min(found.last + _BLAMED_WITHIN, scene.line.last)):
        if scene.key(at) in HARD_STOPS:
            return False
        if scene.info(at).rest.removeprefix(ARTICLE) in context.words["responsibility"]:
            return context.conflict
    return False


def _leads(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """Leaders or states meet: parties, sources or places among the phrases after it, or before a verb."""
    if not context.conflict or found.form.suffix or found.form.definite:
        return False
    before = subject_before(scene, found) if found.form.pos == "verb" else None
    return has(groups[:2], PARTIES | {"place", "source"}) or (before is not None and before.head.kind in PARTIES)


def _asks_for(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """طالب بـ: what is asked for stands behind ب; without it the letters, after a noun, are a student."""
    form = found.form
    bare = form.pos == "verb" and (form.number, form.gender, form.aspect) == ("s", "m", "perfect") and not form.suffix
    if not context.conflict or not bare or found.prefix:
        return context.conflict
    if scene.key(found.last + 1) in COMMAS or scene.info(found.last + 1).preposition:
        return False
    return any(scene.key(at).startswith(WITH) for at in range(found.last + 1, min(found.last + 14, scene.line.last)))


def _asked(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """طلبت أنقرة من موسكو: a party asks; the bare verb only where a sentence or a clause begins, else it is a noun."""
    form, before = found.form, scene.info(found.first - 1)
    bare = (form.number, form.gender, form.aspect) == ("s", "m", "perfect") and not found.prefix
    begins = found.first == scene.line.first or before.opener or before.that or before.auxiliary
    return _leads(scene, found, groups, context) and (not bare or begins)


# How far before what is urged the verb of speech may stand, in words.
_URGED_WITHIN = 7


def _urged(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """أكد على ضرورة, شددت على وجوب: somebody says that it has to be."""
    before = scene.key(found.first - 1) in context.words["urged_by"] or (
        found.prefix == WITH and not found.form.definite
    )
    near = range(max(scene.line.first, found.first - _URGED_WITHIN), found.first)
    urging = context.words["urging"]
    return context.conflict and before and any(scene.info(at).speech or scene.key(at) in urging for at in near)


def _sworn(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """لن نسكت, لن تسمح: what somebody swears never to do."""
    return context.conflict and scene.key(found.first - 1).removeprefix(AND) in context.words["never"]


def _did_not(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """لم يستجب, لم تلتزم: what somebody was asked for or bound to and did not do."""
    return context.conflict and scene.key(found.first - 1).removeprefix(AND) in context.words["did_not"]


PEOPLE: dict[str, Guard] = {
    "participle": _participle, "blame": _blame, "protesters": _protesters, "march": _march, "evacuate": _evacuate,
    "civilians_flee": _civilians_flee, "displace": _displace, "protest": _protest, "crowd": _crowd,
    "talks_object": _talks_object, "deal": _deal, "ceasefire": _ceasefire, "backed": _backed, "call": _call,
    "condemn": _condemn, "mediated": _mediated, "threat": _threat, "no_threat_yet": _no_threat_yet, "future": _future,
    "accused_of": _accused_of, "must": _must, "blames": _blames, "leads": _leads, "asks_for": _asks_for,
    "asked": _asked, "urged": _urged, "sworn": _sworn, "did_not": _did_not,
}  # fmt: skip
