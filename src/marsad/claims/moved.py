"""Forces that are moved or move: whether a verb of sending, building or arriving has a force or materiel beside it.

Such verbs are ordinary words. The lexicon marks them with ``moves``: ``it`` where the object is what is moved (نقلت
روسيا جنودا), ``by`` where it stands behind ب (زج بمقاتليه), ``itself`` where some force arrives (توافد مقاتلون),
``they`` where one known from before may do it, too. What a phrase is decides, not which words it is made of: fighters,
units, materiel, or anything called military.
"""

from __future__ import annotations

from collections.abc import Mapping

from marsad.arabic.clitics import ARTICLE, FROM, TO, WITH
from marsad.arabic.neighbours import NISBA, OWNED, TA_MARBUTA
from marsad.claims.beside import phrases_behind
from marsad.claims.scene import Found, Scene
from marsad.claims.subject import subject_before
from marsad.mentions.chunks import Chunk

Words = Mapping[str, frozenset[str]]
# How far behind its verb the phrase may begin that is moved, in words.
_WITHIN = 8
# What is moved; who moves; the same behind ب.
_IT, _ITSELF, _BY, _THEY = "it", "itself", "by", "they"
# Materiel that is brought somewhere: aircraft, ships, rockets and cars come and go without a war.
_MATERIEL = frozenset(
    {"tank", "armoured_vehicle", "shilka", "bmp", "humvee", "military_vehicle", "technical", "warship", "warplane",
     "artillery", "mlrs", "air_defence", "manpads", "heavy_weapons"}
)  # fmt: skip
# What is shipped, and no more said than that: its arrival would be that of what was fired.
_SHIPPED = _MATERIEL | {"missile", "rocket", "ammunition", "rifle", "machine_gun", "atgm", "helicopter", "drone"}
_WHERE = frozenset({"place", "facility"})
_DOERS = frozenset({"actor", "group", "office", "source"})


def moves_a_force(scene: Scene, found: Found, words: Words) -> bool:
    """Whether a force or materiel stands where the sense of a trigger asks for it."""
    how = found.trigger.moves
    pieces = words["pieces"]
    behind = phrases_behind(
        scene, found, _WITHIN, lambda info: bool(info.verb_like or info.triggers) and info.rest not in pieces
    )
    if how == _BY:
        return any(chunk.preposition == WITH and _is_force(scene, chunk, words, _SHIPPED) for chunk in behind[:3])
    bare = [chunk for chunk in behind if not chunk.preposition]
    if how in (_ITSELF, _THEY):
        return _moves_itself(scene, found, bare, behind, words)
    if found.form.pos == "verb" and not bare and scene.info(found.last + 1).preposition:
        return _moves_itself(scene, found, bare, behind, words)  # كتيبة من 300 جندي ستنشر في القاعدة
    if found.form.pos == "verb":
        return not found.form.suffix and _has_object(scene, found, bare, words)
    return _has_genitive(scene, found, bare, words)


def _has_genitive(scene: Scene, found: Found, bare: list[Chunk], words: Words) -> bool:
    """إرسال جنود, إرسال إيران مقاتلين: what is moved, right behind the noun or behind who moves it."""
    if not bare or found.form.suffix or bare[0].start > found.last + 1:
        return False
    doer = bare[0].kind in _DOERS and len(bare) > 1
    return any(_is_force(scene, chunk, words, _SHIPPED) for chunk in bare[: 2 if doer else 1])


def _has_object(scene: Scene, found: Found, bare: list[Chunk], words: Words) -> bool:
    """أرسل الجيش جنودا, وأرسلت قوات: who stands definite right behind a verb of the singular is its subject."""
    for place, chunk in enumerate(bare[:2]):
        if not _is_force(scene, chunk, words, _SHIPPED):
            if place or chunk.kind not in _DOERS | {"other", "place", "fighters", "weapon"}:
                return False
            continue
        subject = not place and found.form.number == "s" and not _is_indefinite(scene, chunk, words)
        if not subject or found.form.voice == "passive" or subject_before(scene, found) is not None:
            return True
    return False


def _moves_itself(scene: Scene, found: Found, bare: list[Chunk], behind: list[Chunk], words: Words) -> bool:
    """توافد مقاتلون, وصول رتل, أرتال اجتازت الحدود: who comes is some force; the troops who come are there already."""
    if found.form.suffix or scene.info(found.first - 1).relative:
        return False
    if found.form.pos == "noun":
        who = [chunk for chunk in behind[:1] if chunk.preposition in ("", TO) and chunk.start == found.last + 1]
    else:
        before = subject_before(scene, found)
        there = before is None and bool(bare[1:]) and bare[0].kind in _WHERE  # وصلت القاعدة أرتال
        who = [before.head] if before is not None else bare[1:2] if there else bare[:1]
    known = found.trigger.moves == _THEY
    return any(
        _is_force(scene, chunk, words, _MATERIEL) and (known or _is_indefinite(scene, chunk, words)) for chunk in who
    )


def _is_indefinite(scene: Scene, chunk: Chunk, words: Words) -> bool:
    """قوات, قوة إسرائيلية, مئات المقاتلين, مقاتلون من X; not القوات, قواته, قوات النظام."""
    if chunk.count is not None:
        return True
    word, rest = scene.line.words[chunk.first], scene.info(chunk.first).rest
    article = rest.startswith(ARTICLE) and rest not in words["article_of_its_own"]
    if article or (rest.endswith(OWNED) and scene.line.text[word.end - 1] != TA_MARBUTA and chunk.definite):
        return False
    behind = scene.key(chunk.first + 1)
    return chunk.kind != "actor" or chunk.first == chunk.last or behind == FROM or behind.endswith(NISBA)


def _is_force(scene: Scene, chunk: Chunk, words: Words, materiel: frozenset[str]) -> bool:
    """Whether a phrase is of fighters, a unit or materiel; none that is a trigger by itself (تعزيزات)."""
    info = scene.info(chunk.first)
    bare, inside = info.rest.removeprefix(ARTICLE), _words_of(scene, chunk)
    if not words["told_by_themselves"].isdisjoint(inside) or not words["of_other_use"].isdisjoint(inside):
        return False
    before = scene.chunk_at.get(chunk.first - 1)
    if bare in words["military"]:  # تعزيزات | عسكرية ضخمة: an adjective is of what stands before it
        pieces = scene.info(chunk.first - 1).rest in words["pieces"]
        return pieces or (before is not None and before is not chunk and _is_force(scene, before, words, materiel))
    if bare in words["columns"] and not words["military"].isdisjoint(inside):
        return False
    lemma = info.noun.lemma if info.noun is not None else chunk.head
    if chunk.kind in ("fighters", "group", "actor") and (lemma in words["forces"] or bare in words["forces"]):
        return bare not in words["no_forces"]
    if bare in words["assets"]:
        return True
    if chunk.kind == "weapon" and not materiel.isdisjoint(chunk.ids):
        return True
    if not words["military"].isdisjoint(inside) and bare not in words["of_no_weight"]:
        return chunk.kind in ("weapon", "other", "people", "group", "office", "facility")
    return _some_of(scene, chunk, words, materiel)


def _some_of(scene: Scene, chunk: Chunk, words: Words, materiel: frozenset[str]) -> bool:
    """مزيدا من القوات, مجموعة من المقاتلين, شحنة أسلحة: what a word for many is of."""
    head = scene.info(chunk.first).rest.removeprefix(ARTICLE)
    if head not in words["loads"] and chunk.count is None:
        return False
    inner = chunk.inner[0] if chunk.inner else None
    behind = scene.chunk_at.get(chunk.last + 1) or scene.chunk_at.get(chunk.last + 2)
    for part in (inner, behind):
        if part is not None and part is not chunk and part.preposition in ("", FROM, WITH):
            return part.first > chunk.first and _is_force(scene, part, words, materiel)
    return False


def _words_of(scene: Scene, chunk: Chunk) -> set[str]:
    """The words of a phrase, and of the one behind it that is an adjective alone: معدات | عسكرية."""
    behind = scene.chunk_at.get(chunk.last + 1)
    own = behind is not None and behind.kind == "other" and behind.start == behind.last and not behind.preposition
    last = chunk.last + (1 if own else 0)
    return {scene.info(at).rest.removeprefix(ARTICLE) for at in range(chunk.first, last + 1)}
