"""Materiel: what an army loses is a loss of equipment, what houses and streets suffer is damage to property."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import ARTICLE
from marsad.claims.draft import Draft
from marsad.claims.guards import Context
from marsad.claims.scene import STOPS, Found, Scene
from marsad.claims.toll import Toll, count_chunk
from marsad.mentions.chunks import Chunk

_NUMBERS: dict[str, tuple[int, int | None]] = {"s": (1, 1), "d": (2, 2), "p": (2, None)}
_ITEMS = ("item", "both")
# The word for shooting down what was named before.
OF_IT = "lose.shootdown.it"
_DESTROY = "destroy"
_CIVIL = "civilian_vehicle"
_LIQUIDATE = "liquidate"
# Types of harm to people and to things, which one word may tell of.
_HARMED = frozenset({"property_damage", "wounded"})
# What the ids of the register begin with whose names say of no side which it is: مسلحون.
_GENERIC = "generic:"
# How far behind a word for destruction what was destroyed is looked for, in words.
_WITHIN = 7


def kind_of_loss(found: Found, targets: Sequence[Chunk], context: Context) -> str:
    """The type of a claim of harm, by what or who was harmed."""
    kind = found.type
    if not targets or (kind not in _HARMED and found.trigger.id != _LIQUIDATE):
        return kind
    if found.trigger.id == _LIQUIDATE and _are_fighters(targets[0]):
        return "killed"  # تصفية ستة إرهابيين is no targeted killing
    if kind == "property_damage":
        return "equipment_loss" if _is_materiel(found, targets[0], context) else kind
    if kind == "wounded" and _is_hit(found, targets[0]):
        noun = found.form.pos == "noun"  # لم يصب القارب بأذى, but إصابة دبابة
        return "equipment_loss" if noun and _is_materiel(found, targets[0], context) else "property_damage"
    return kind


def _is_hit(found: Found, chunk: Chunk) -> bool:
    """أصابت القذيفة المدرسة, إصابة دبابة: a thing is hit and nobody wounded; behind أصيب a place is where it was."""
    if found.form.pos == "verb":
        return found.form.voice != "passive" and chunk.kind in ("facility", "weapon", "place")
    return (
        found.form.pos == "noun"
        and found.form.number == "s"
        and not chunk.preposition
        and chunk.kind in ("facility", "weapon")
    )


def _are_fighters(chunk: Chunk) -> bool:
    """Whether people are told as fighters of some side, none of them by name."""
    unnamed = bool(chunk.ids) and all(name.startswith(_GENERIC) for name in chunk.ids)
    return chunk.kind == "fighters" or (chunk.kind == "actor" and unnamed)


def _is_materiel(found: Found, chunk: Chunk, context: Context) -> bool:
    weapon = chunk.first_inner("weapon") if chunk.kind == "weapon" else None
    if weapon is not None and found.trigger.id != _DESTROY and _CIVIL in weapon.ids[:1]:
        return False  # احتراق السيارة, أضرار بعدد من السيارات
    if weapon is not None and (
        found.trigger.id == _DESTROY or any(context.weapon_role.get(name) in _ITEMS for name in weapon.ids)
    ):
        return True
    if found.trigger.id == _DESTROY and chunk.head.removeprefix(ARTICLE) in context.words["stores"]:
        return chunk.first_inner("weapon") is not None  # مستودع أسلحة
    return found.trigger.id == _DESTROY and chunk.head.removeprefix(ARTICLE) in context.words["materiel"]


def materiel_behind(scene: Scene, found: Found, context: Context) -> list[Chunk]:
    """دمرت المقاتلات بغارتين منصة: the materiel behind a word for its destruction, past its subject and its means."""
    if found.trigger.id != _DESTROY or found.form.suffix:
        return []
    known, aircraft = context.words["materiel"], context.words["aircraft"]
    lost: list[Chunk] = []
    for at in range(found.last + 1, min(found.last + 1 + _WITHIN, scene.line.last)):
        info, chunk = scene.info(at), scene.chunk_at.get(at)
        if info.key in STOPS or info.opener or info.relative or info.verb_like:
            break
        if chunk is not None and chunk.first == at and (chunk.kind == "weapon" or info.rest in known):
            lost.append(chunk)
    bare = [chunk for chunk in lost if not chunk.preposition and not chunk.conjoined]
    doer = len(bare) == 1 and bare[0].head.removeprefix(ARTICLE) in aircraft
    return [bare[-1]] if bare and not doer else []


def most_of_it(scene: Scene, found: Found, context: Context) -> list[Toll]:
    """تصدت للصواريخ وأسقطت معظمها: several of the weapons named before, by the word that says so; for ``OF_IT``."""
    at = found.last + 1
    if scene.key(at) not in context.words["most_of_it"]:
        return []
    named = [chunk for chunk in scene.chunks if chunk.last < found.first and chunk.first_inner("weapon") is not None]
    weapon = named[-1].first_inner("weapon") if named else None
    return [Toll([weapon], 2, None, at, at, "rule:most-of-it")] if weapon is not None else []


def item_toll(chunk: Chunk, toll: Toll) -> Toll:
    """The number that the form of a word for materiel tells, where the lexicon of weapons has it not: رتل, عجلتين."""
    if toll.low is not None or chunk.kind == "weapon" or chunk.definite or chunk.number not in _NUMBERS:
        return toll
    low, high = _NUMBERS[chunk.number]
    return Toll([chunk], low, high, chunk.first, chunk.first, "rule:number-of-its-form")


def note_materiel(draft: Draft, context: Context) -> None:
    """استهدفت الغارة رتلا ودمرته: what a pronoun stands for is known later than the type of its claim of damage."""
    if "rule:pronoun" not in draft.because or not draft.targets:
        return
    item = _beaten_off(draft) or draft.targets[0]
    if item is not draft.targets[0] or _is_materiel(draft.found, item, context):
        draft.type, draft.item, draft.targets = "equipment_loss", item, []
        draft.outcome = draft.outcome or "destroyed"
        draft.note("rule:materiel-of-pronoun")
        if draft.toll.low is None:
            draft.toll = item_toll(item, count_chunk(draft.scene, item))


def _beaten_off(draft: Draft) -> Chunk | None:
    """صاروخ تمكنت القوات من اعتراضه وتدميره: the weapon that the word before beats off by the same pronoun."""
    scene, found = draft.scene, draft.found
    before = scene.found_at.get(found.first - 1)
    if before is None or before.type != "repel" or before.form.suffix != found.form.suffix:
        return None
    return next(
        (chunk for chunk in reversed(scene.chunks) if chunk.kind == "weapon" and chunk.last < before.first), None
    )
