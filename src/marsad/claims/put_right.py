"""Tolls put right in the same breath: شهداء القصف ثلاثة وليسوا خمسة. The first number holds, the other is denied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from marsad.arabic.numbers import Numeral, read_numeral
from marsad.claims.draft import Draft
from marsad.claims.scene import HARD_STOPS, Found, Scene
from marsad.claims.toll import Toll

Words = Mapping[str, frozenset[str]]
PUT_RIGHT, TAKEN_BACK = "rule:number-put-right", "rule:number-taken-back"
_COUNTED = frozenset({"killed", "wounded"})
# How far behind the dead or hurt their number may stand as what is said of them, in words.
SAID_WITHIN = 14
# How many words a number has at most.
_LONGEST = 3


def is_put_right(scene: Scene, found: Found, words: Words) -> bool:
    """Whether the number of these victims is put right in the sentence."""
    return found.type in _COUNTED and _numbers(scene, found, words) is not None


def put_right(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Give victims the number that holds; the claims that are denied, with the number that was told before."""
    denied: list[Draft] = []
    for draft in drafts:
        if draft.type not in _COUNTED or any(other.scene is draft.scene for other in denied):
            continue
        numbers = _numbers(draft.scene, draft.found, words)
        if numbers is None:
            continue
        holds, before = numbers
        told = replace(draft, because=[*draft.because, TAKEN_BACK], status="denied")
        told.toll = _as_toll(draft.toll, before, TAKEN_BACK)
        draft.toll = _as_toll(draft.toll, holds, PUT_RIGHT)
        draft.note(PUT_RIGHT)
        denied.append(told)
    return denied


def _as_toll(toll: Toll, number: Numeral, why: str) -> Toll:
    return replace(
        toll, low=number.value, high=number.value, first=number.first, last=number.first + number.length - 1, why=why
    )


def _numbers(scene: Scene, found: Found, words: Words) -> tuple[Numeral, Numeral] | None:
    """The number that holds and the one taken back: ثلاثة وليسوا خمسة, behind the victims in their sentence."""
    if not scene.has_any(words["and_not"]):
        return None
    for at in range(found.last + 1, min(found.last + 1 + SAID_WITHIN, scene.line.last - 1)):
        if scene.key(at) in HARD_STOPS:
            return None
        if scene.key(at) not in words["and_not"]:
            continue
        holds, before = _ends_at(scene, at), read_numeral(scene.line.keys, at + 1)
        if holds is not None and before is not None and holds.value and before.value:
            return holds, before
    return None


def _ends_at(scene: Scene, at: int) -> Numeral | None:
    """The number right before a word, with what it counts or without: ثلاثة مدنيين وليس خمسة."""
    for first in range(max(scene.line.first, at - _LONGEST), at):
        number = read_numeral(scene.line.keys, first)
        if number is not None and at - number.first - number.length in (0, 1):
            return number
    return None
