"""With what: the weapons of a claim, from its own clause and by the words that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.claims.draft import Draft
from marsad.claims.guards import Context, clause_between, weapons_near
from marsad.claims.links import MODES, leads_to
from marsad.mentions.chunks import Chunk

RESULTS = frozenset({"killed", "wounded", "equipment_loss", "property_damage"})
# Results that a weapon told beside them brought about.
_CAUSED = RESULTS | {"assassination"}
# What was lost is told with its own weapon, if with any, but for the guns that shelled it (annotated: guns in 4 of 5,
# others in 1 of 27).
_GUNS = frozenset({"artillery"})
# By which words a weapon is the means of a result.
_BY = frozenset({"ب", "جراء", "نتيجه", "في", "بسبب", "اثر", "عبر", "بواسطه", "بفعل"})
# Aircraft and snipers are doers rather than weapons; a drone is named as the weapon it is (dev gold, even half).
_CARRIERS = frozenset({"warplane", "aircraft", "helicopter", "warship", "tank", "sniper"})
# Adjectives of a happening that read like a pair of rockets: ضربات صاروخية.
_ADJECTIVES = frozenset({"صاروخي", "صاروخيه"})
# A second adjective of the weapon before it: قذائف مدفعية وصاروخية.
_SECOND_ADJECTIVES = _ADJECTIVES | {"مدفعي", "مدفعيه", "هاون"}
# Words that say what was used.
_USING = frozenset(
    {"مستخدما", "مستخدمه", "مستخدمين", "باستخدام", "استخدمت", "استخدم", "استخدموا", "مستعمله", "مستعملين"}
)
# How far from its mode a weapon may stand, in words: as a rule, with a word that says it was used, beside an assault.
_NEAR, _FAR, _BESIDE = 12, 26, 3
# What is done with fire from afar, over a list of places at times.
_FROM_AFAR = frozenset({"shelling", "airstrike"})
# What is done on the ground by hand: a weapon told before it hurt somebody else.
_ASSAULTS = frozenset({"attack", "clash", "repel"})
# Shots make a claim of their own: they are no weapon of an assault told beside them.
_NO_SHOTS = _ASSAULTS | {"suicide_bombing", "bombing"}
_SHOTS = frozenset({"bullet", "sniper", "sniper_fire"})
# Words before two weapons that make them one mention: بكل أنواع القنابل والصواريخ.
_KINDS = frozenset({"انواع", "مختلف", "شتي"})
# Triggers whose subject or object is what blew up.
_EXPLOSIONS = frozenset({"bombing.explode", "bombing.blast"})
# Vehicles that are blown up with those in them rather than used as bombs.
_CARRY_PEOPLE = frozenset({"حافله", "حافلات", "باص", "باصات"})
# Modes whose weapon is the bomber himself.
_OWN_BODY = frozenset({"suicide_bombing"})
# The reason of a weapon that another claim of the sentence names.
SHARED = "rule:weapon-of-cause"
# How much farther a mode after its result counts than one before it, in words.
_AFTER = 10
# The dead who are only found, whatever the sentence tells before.
_FOUND = frozenset({"bodies"})
# How far before its result a weapon may be named that fell or was fired, in words.
_STRUCK_WITHIN = 20


def weapons_of(draft: Draft, context: Context) -> list[Chunk]:
    """The weapons of a draft, one mention for each; two adjectives of one noun stay together."""
    found: list[Chunk] = []
    if not draft.scene.armed():
        return found
    for chunk in weapons_near(draft.scene, draft.found, within=_FAR):
        if _too_far(chunk, draft):
            continue
        joins = (
            bool(found)
            and chunk.conjoined
            and chunk.first - found[-1].last <= 2
            and _with_the_one_before(draft, found[-1], chunk)
        )
        if not (joins or _is_weapon(chunk, draft, context)) or clause_between(draft.scene, draft.found, chunk):
            continue
        if joins:
            found[-1] = _joined(found[-1], chunk)
        else:
            found.append(chunk)
    return found


def _is_weapon(chunk: Chunk, draft: Draft, context: Context) -> bool:
    if _exploded(chunk, draft):
        return True
    for name in chunk.ids:
        if context.weapon_role.get(name) in ("weapon", "both") and name not in _CARRIERS:
            break
    else:
        return False
    if chunk in draft.targets or chunk is draft.item or chunk in context.hit or _is_of_a_name(chunk, draft):
        return False
    if chunk.first == chunk.last and _bare(draft, chunk) in _ADJECTIVES:
        return False
    if draft.type in _NO_SHOTS and set(chunk.ids) & _SHOTS:
        return False
    if draft.type == "repel" and chunk.preposition != "ب":
        return False  # what was intercepted
    if draft.type in RESULTS:
        return (
            chunk.preposition in _BY
            or (chunk.first > draft.found.last and chunk.first - draft.found.last <= 2)
            or _does_it(chunk, draft)
        )
    return not _of_another(chunk, draft)


# What has arms in its name or holds them: مقر كتيبة المدفعية, مستودع صواريخ.
_HOLDS = frozenset({"actor", "facility", "group", "office", "people"})


def _is_of_a_name(chunk: Chunk, draft: Draft) -> bool:
    outer = draft.scene.chunk_at.get(chunk.first)
    return outer is not None and outer is not chunk and outer.kind in _HOLDS


def _exploded(chunk: Chunk, draft: Draft) -> bool:
    """انفجار شاحنة, انفجرت سيارة: what blew up was the bomb."""
    return (
        draft.found.trigger.id in _EXPLOSIONS
        and "civilian_vehicle" in chunk.ids
        and chunk.first == draft.found.last + 1
        and not draft.scene.info(chunk.first).definite
        and chunk.head not in _CARRY_PEOPLE
    )


def _bare(draft: Draft, chunk: Chunk) -> str:
    return draft.scene.info(chunk.first).key.removeprefix("و").removeprefix("ال")


def _too_far(chunk: Chunk, draft: Draft) -> bool:
    """Whether a weapon is out of reach: far off without a word that says it was used, or told before an assault."""
    after, before = chunk.first - draft.found.last, draft.found.first - chunk.last
    if before > 0 and draft.type in _ASSAULTS:
        return before > _BESIDE
    if max(after, before) <= _NEAR:
        return False
    if draft.type not in _FROM_AFAR:
        return True
    lead = draft.scene.key(chunk.first - 1)
    partitive = chunk.preposition == "من" and draft.scene.key(chunk.first - 2)[:1] == "ب"
    return after < 0 or not (chunk.preposition == "ب" or partitive or lead in _USING)


def _with_the_one_before(draft: Draft, before: Chunk, chunk: Chunk) -> bool:
    """A second adjective (قذائف مدفعية وصاروخية), or a second noun of one quantity: عدة صواريخ وقذائف."""
    if chunk.first == chunk.last and _bare(draft, chunk) in _SECOND_ADJECTIVES:
        return draft.scene.key(before.last).removeprefix("ال") in _SECOND_ADJECTIVES
    number = before.count
    several = number is not None and number.kind == "vague"
    return several or draft.scene.key(before.first - 1) in _KINDS


def _of_another(chunk: Chunk, draft: Draft) -> bool:
    """Whether another mode stands nearer before the weapon: قصف بالمدفعية وغارات بالقنابل."""
    for other in draft.scene.found:
        if other.type not in MODES or other is draft.found or other.last >= chunk.first:
            continue
        if draft.found.first < other.first or (
            draft.found.first > chunk.last and chunk.first - other.last <= draft.found.first - chunk.last
        ):
            return True
    return False


def _does_it(chunk: Chunk, draft: Draft) -> bool:
    """القذيفة قتلت: the weapon is the subject of the verb."""
    return draft.found.form.pos == "verb" and 0 < draft.found.first - chunk.last <= 2


def _joined(first: Chunk, second: Chunk) -> Chunk:
    return Chunk(
        first.kind, first.first, second.last, first.start, first.sentence, head=first.head, number="p", ids=first.ids,
        preposition=first.preposition,
    )  # fmt: skip


def share_weapons(drafts: Sequence[Draft], context: Context) -> None:
    """What a strike used is what its results came of, and what was hit with a weapon was lost to it.

    The drafts are those of one sentence: where it names no weapon, none of them has any.
    """
    if not drafts or not drafts[0].scene.armed():
        return
    for at, draft in enumerate(drafts):
        if not draft.weapons or not draft.parties.object_pronoun or draft.type not in MODES:
            continue
        if draft.scene.key(draft.found.first - 1) not in ("بعد", "عقب", "اثر", "عبر"):
            continue
        for other in drafts[:at]:
            if other.type == "equipment_loss" and not other.weapons and other.item in draft.targets:
                other.weapons = list(draft.weapons)
                other.note("rule:weapon-of-the-strike")
    for draft in drafts:
        if draft.type not in _CAUSED or draft.weapons or draft.status == "denied" or draft.found.trigger.id in _FOUND:
            continue
        cause = _cause(drafts, draft) if len(drafts) > 1 else None
        if cause is not None and cause.type in _OWN_BODY:
            continue
        lost = draft.type == "equipment_loss"
        if cause is not None and cause.weapons:
            if lost and not all(_GUNS & set(chunk.ids) for chunk in cause.weapons):
                continue
            draft.weapons = [chunk for chunk in cause.weapons if chunk not in draft.targets]
            draft.note(SHARED)
        elif not lost:
            _struck_by(draft, context)
    for draft in drafts:
        if draft.weapons:
            draft.weapons = [chunk for chunk in draft.weapons if not _goes_without_saying(chunk, draft)]


def _goes_without_saying(chunk: Chunk, draft: Draft) -> bool:
    """Whether shots are told by the deed itself (رصاص), before those whom they hit, or as قتل برصاص X.

    Of 150 so read in annotated reports 33 were a weapon of the claim.
    """
    if _SHOTS.isdisjoint(chunk.ids):
        return False
    bare, found = chunk.first == chunk.last, draft.found
    if draft.type == "shooting":
        return bare and found.first <= chunk.first <= found.last
    if draft.type not in _CAUSED:
        return False
    whose = bare or bool(chunk.inner) or "rule:whose-weapon" in draft.because
    return chunk.last < found.first or draft.type == "assassination" or (whose and draft.type == "killed")


def _struck_by(draft: Draft, context: Context) -> None:
    """What fell or was fired is what did it: تسببت قذيفة بمقتل, سقطت قذائف ما أدى إلى حريق."""
    for weapon in weapons_named(draft, context):
        if weapon.last < draft.found.first and draft.found.first - weapon.last <= _STRUCK_WITHIN:
            draft.weapons = [weapon]
            draft.note("rule:struck-by")


def weapons_named(draft: Draft, context: Context) -> Iterator[Chunk]:
    """The munitions of the sentence that no preposition makes the place or the purpose of something."""
    for _, weapon in draft.scene.armed():
        if not any(context.weapon_role.get(name) == "weapon" for name in weapon.ids):
            continue
        if weapon.preposition in ("", "ب") and weapon not in draft.targets and weapon is not draft.item:
            yield weapon


def _cause(drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    """The mode of the same sentence that a result came of: the nearest before, else one a word of cause leads to."""
    first = draft.found.first
    modes = [other for other in drafts if other.type in MODES and other is not draft]
    if not modes:
        return None
    before = [other for other in modes if other.found.first < first]
    if len(before) > 1 and not before[-1].weapons and before[-1].type == "attack":
        before.pop()  # بتفجير عبوة ناسفة استهدف سيارته: the blast has the weapon
    after = [other for other in modes if other.found.first > first and _led_to(other) and not _told_apart(draft, other)]
    if before and (not after or first - before[-1].found.last <= after[0].found.first - first + _AFTER):
        return before[-1]
    return after[0] if after else None


def _told_apart(draft: Draft, other: Draft) -> bool:
    """Whether another speaker's words begin between a result and a mode behind it."""
    for info in draft.scene.line.infos[draft.found.last + 1 : other.found.first]:
        if info.that or info.speech:
            return True
    return False


def _led_to(draft: Draft) -> bool:
    """Whether a word of cause stands before the trigger, or before the number of it: جراء 28 انفجاراً."""
    if leads_to(draft):
        return True
    return any(draft.scene.info(at).preposition in _BY for at in range(draft.found.first - 3, draft.found.first - 1))
