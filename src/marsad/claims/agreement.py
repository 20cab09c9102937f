"""Whether a side behind a verb can be its subject: by its gender, and as no pronoun before the verb is it."""

from __future__ import annotations

from marsad.arabic.clitics import ARTICLE, FEMININE
from marsad.arabic.neighbours import THAT_SUBJECTS
from marsad.arabic.nouns import FEMININE_SIDES, MASCULINE_SIDES, WOMEN_AND_PARTS
from marsad.claims.scene import Found, Scene
from marsad.mentions.chunks import Chunk


def is_no_subject(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """Whether a side right behind a verb is its object: قصفت | تنظيم X, دعا | حركة X, أعلن أنها قصفت | فصائل X."""
    form = found.form
    if form.pos != "verb" or form.number != "s" or form.person == 1 or chunk.count is not None or chunk.preposition:
        return False
    if chunk.first != found.last + 1 or chunk.kind not in _SIDES:
        return False
    if subject_is_a_pronoun(scene, found):
        return True
    head = scene.info(chunk.first).rest.removeprefix(ARTICLE)
    return head in (MASCULINE_SIDES if form.gender == "f" else FEMININE_SIDES if form.gender == "m" else ())


def is_feminine_side(scene: Scene, at: int) -> bool:
    """Whether the name of a side begins at a word whose verb is feminine: قوات X, حركة Y."""
    chunk = scene.chunk_at.get(at)
    begins = chunk is not None and chunk.first == at and not chunk.preposition and chunk.kind in _SIDES
    return begins and scene.info(at).rest.removeprefix(ARTICLE) in FEMININE_SIDES


def subject_is_a_pronoun(scene: Scene, found: Found) -> bool:
    """أعلن أنه قصف X, قالت إنها هاجمت X: the subject is the pronoun that "that" has."""
    at = found.first - 1
    return scene.key(at if not scene.info(at).auxiliary else at - 1) in THAT_SUBJECTS


def suffers_at_her_hands(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """وقتلت عشرين مسلحا, واعتقلت شابين: men behind a feminine verb are its object, its subject is left out."""
    form = found.form
    if form.gender != "f" or form.number != "s" or form.person == 1 or chunk.kind not in _MORTALS:
        return False
    info = scene.info(chunk.first)
    head = info.noun.lemma if info.noun is not None else info.rest
    counted = chunk.count is not None or chunk.number in ("s", "d")
    return counted and not chunk.definite and not head.endswith(FEMININE) and info.rest not in WOMEN_AND_PARTS


_MORTALS = frozenset({"people", "fighters"})
_SIDES = frozenset({"actor", "group", "fighters"})
