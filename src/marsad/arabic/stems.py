"""The stems of a verb by its class: what stands before a vowel ending, before a consonant ending, in the passive.

Classes are told from the letters of the perfect and the imperfect (third person masculine singular). Rules after the
usual tables of Arabic grammar: sound, doubled, hollow, defective, assimilated and hamzated verbs of forms I to X.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

# Form VIII of roots that begin with sin, written like the doubled verbs of form X (استرد, استعد).
_SOUND_IN_ST = frozenset({"استلم", "استمع", "استند", "استبق", "استعر", "استتر", "استرق", "استبك"})
_TOLD_BY_VOWELS = ("ى", "ا", "ي")


@dataclass(frozen=True, slots=True)
class PerfectStems:
    """Stems of the perfect: ``base`` is he, ``consonant`` goes before the endings that begin with one (أصبن، أصبنا)."""

    base: str
    feminine: str
    dual: str
    plurals: tuple[str, ...]
    consonant: str


@dataclass(frozen=True, slots=True)
class ImperfectStems:
    """Stems of the imperfect without the letter of person; ``short`` is the jussive where it differs."""

    base: str
    dual: str
    plurals: tuple[str, ...]
    women: str
    short: str | None


class VerbClass(Enum):
    """What a verb's endings depend on; a defective or hamzated verb is told from its last letter."""

    SOUND = "sound"
    HOLLOW = "hollow"
    DOUBLED = "doubled"


def class_of(perfect: str, imperfect: str) -> VerbClass:
    """The class of a verb from its two forms."""
    if is_hollow(perfect, imperfect):
        return VerbClass.HOLLOW
    return VerbClass.DOUBLED if is_doubled(perfect, imperfect) else VerbClass.SOUND


def is_hollow(perfect: str, imperfect: str) -> bool:
    """Whether a long vowel stands before the last letter: زار يزور، أصاب يصيب، اغتال يغتال، جاء يجيء."""
    return len(perfect) > 2 and perfect[-2] == "ا" and len(imperfect) > 2 and imperfect[-2] in "اوي"


def is_doubled(perfect: str, imperfect: str) -> bool:
    """Whether the last letter stands for two: شن يشن، أعد يعد، احتل يحتل، استرد يسترد."""
    if perfect[-1] in "ىايءأئ" or is_hollow(perfect, imperfect):
        return False
    if len(perfect) == 2:
        return True
    if perfect[0] == "أ":
        return len(perfect) == 3 and perfect[1:] == imperfect[1:]
    if perfect[0] != "ا":
        return False
    if len(perfect) == 4:
        return perfect[1] not in "تدط" and (perfect[1] == "ن" or perfect[2] in "تطد")
    return len(perfect) == 5 and perfect.startswith("است") and perfect not in _SOUND_IN_ST


def passive_perfect(perfect: str, imperfect: str) -> str:
    """He of the perfect passive: أصيب، نفي، حوصر، سئل، بدئ; the same letters as the active for most verbs."""
    base = "أو" + perfect[1:] if perfect[0] == "آ" else perfect
    if is_hollow(perfect, imperfect):
        return base[:-2] + "ي" + base[-1]
    at = 2 if base[0] == "ت" else 1
    if len(base) == at + 3 and base[at] == "ا":
        base = base[:at] + "و" + base[at + 1 :]
    if len(base) == 3 and base[1] == "أ":
        base = base[0] + "ئ" + base[2]
    if base[-1] in "ىا":
        return base[:-1] + "ي"
    return base[:-1] + "ئ" if base[-1] == "أ" else base


def passive_imperfect(perfect: str, imperfect: str) -> str:
    """He of the imperfect passive: يصاب، ينفى، يوضع، يؤخذ; the same letters as the active for most verbs."""
    rest = imperfect[1:]
    if is_hollow(perfect, imperfect):
        rest = rest[:-2] + "ا" + rest[-1]
    elif rest[-1] in "يو":
        rest = rest[:-1] + "ى"
    elif rest[-1] == "ئ":
        rest = rest[:-1] + "أ"
    if len(perfect) == 3 and perfect[0] == "و" and rest[0] != "و":
        rest = "و" + rest
    elif rest[0] == "أ" and len(perfect) == 3:
        rest = "ؤ" + rest[1:]
    return imperfect[0] + rest


def perfect_stems(base: str, kind: VerbClass) -> PerfectStems:
    """The stems of a perfect; ``base`` may be the active or the passive."""
    if base[-1] in _TOLD_BY_VOWELS and kind is not VerbClass.HOLLOW:
        return _defective_perfect(base)
    if base[-1] == "أ":
        return PerfectStems(base, base, base[:-1] + "آ", (base, base[:-1] + "ؤ"), base)
    consonant = base
    if kind is VerbClass.DOUBLED:
        consonant = base + base[-1]
    elif kind is VerbClass.HOLLOW:
        last = base[-1]
        if last == "ء":
            last = "أ" if base[0] == "أ" else "ئ"
        consonant = base[:-2] + last
    if base.endswith("اء"):
        return PerfectStems(base, base, base, (base[:-1] + "ؤ", base), consonant)
    seated = base[:-1] + "ئ" if base[-1] == "ء" else base
    return PerfectStems(base, seated, seated, (seated,), consonant)


def _defective_perfect(base: str) -> PerfectStems:
    root = base[:-1]
    if base[-1] == "ي":
        return PerfectStems(base, base, base, (root,), base)
    glide = "و" if base[-1] == "ا" and root[-1] != "ي" else "ي"
    return PerfectStems(base, root, root + glide, (root,), root + glide)


def imperfect_stems(imperfect: str, kind: VerbClass) -> ImperfectStems:
    """The stems of an imperfect; ``imperfect`` may be the active or the passive."""
    base = imperfect[1:]
    if kind is VerbClass.HOLLOW:
        short = base[:-2] + base[-1]
        if base[-1] != "ء":
            return ImperfectStems(base, base, (base,), short, short)
        seat = base[:-1] + ("ؤ" if base[-2] == "ا" else "ئ")
        dual = base if base[-2] == "ا" else seat
        return ImperfectStems(base, dual, (seat,), base[:-2] + "ئ", None)
    if base[-1] in "يوى":
        root = base[:-1]
        dual = root + "ي" if base[-1] == "ى" else base
        return ImperfectStems(base, dual, (root,), dual, root if len(root) > 1 else None)
    if base[-1] == "أ":
        return ImperfectStems(base, base[:-1] + "آ", (base, base[:-1] + "ؤ"), base, None)
    return ImperfectStems(base, base, (base,), base + base[-1] if kind is VerbClass.DOUBLED else base, None)
