"""How many were killed or hurt where the word for it is counted, not the people: 23 إصابة, حالتي وفاة."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from marsad.arabic.nouns import FEMININE_MANY, FEMININE_TWO
from marsad.claims.scene import STOPS, Found, Scene
from marsad.claims.toll import NUMBERED, PERSONS, Toll, count_chunk
from marsad.mentions.chunks import Chunk

HARMED = frozenset({"killed", "wounded"})


def counted_cases(
    scene: Scene, found: Found, kind: str, targets: Sequence[Chunk], cases: Collection[str]
) -> Toll | None:
    """The toll of a noun that is counted itself; None where its people are, or nothing is."""
    if kind not in HARMED or found.form.pos != "noun" or found.prefix or found.form.definite:
        return None
    at = found.first - 1
    of_cases = scene.key(at) in cases or scene.key(at)[1:] in cases
    chunk = next((chunk for chunk in scene.chunks if chunk.count is not None and chunk.last == at), None)
    if chunk is not None and chunk.count is not None and (of_cases or chunk.kind == "count"):
        number = chunk.count
        if of_cases or not any(target.count is not None for target in targets):
            return Toll([], number.low, number.high, number.first, number.last, NUMBERED)
    if not of_cases:
        return None
    if scene.key(at).endswith(FEMININE_TWO):
        return Toll([], 2, 2, at, at, "rule:dual")
    return Toll([], 2, None, at, at, "rule:indefinite-plural") if scene.key(at).endswith(FEMININE_MANY) else None


# How far behind its verb a number may stand, in words.
_NUMBER_WITHIN = 8


def counted_behind_the_verb(scene: Scene, found: Found, among: Collection[str]) -> list[Chunk]:
    """استشهد منهم سبعة, استشهد في القصف اثنان من رفاقنا: the number behind what says of whom or where.

    For verbs that somebody undergoes and whose victim is not found right behind them.
    """
    if found.form.pos != "verb" or found.form.suffix or found.type not in HARMED:
        return []
    for at in range(found.last + 1, min(found.last + _NUMBER_WITHIN, scene.line.last)):
        info = scene.info(at)
        chunk = scene.chunk_at.get(at)
        if chunk is not None and chunk.start == at and chunk.count is not None:
            free = not chunk.preposition or chunk.preposition in among
            counted = chunk.kind == "count" or chunk.kind in PERSONS
            return [replace(chunk, preposition="")] if free and counted else []
        if info.verb_like or info.opener or info.that or info.relative or info.key in STOPS:
            return []
    return []


CORRECTED = "rule:corrected"


def corrected(scene: Scene, found: Found, targets: Sequence[Chunk], not_so: frozenset[str]) -> list[Toll]:
    """شهداء القصف على X أربعة وليس ستة: the number that is right and the one that is taken back."""
    if found.type not in HARMED or not scene.has_any(not_so):
        return []
    before: Chunk | None = None
    for chunk in scene.chunks:
        if chunk.first <= found.last:
            continue
        if scene.key(chunk.start - 1) in not_so and chunk.count is not None and before is not None:
            right, wrong = count_chunk(scene, before), count_chunk(scene, chunk)
            right.chunks, wrong.chunks, wrong.why = list(targets), list(targets), CORRECTED
            return [right, wrong]
        before = chunk if chunk.count is not None or chunk.number == "d" else None
    return []
