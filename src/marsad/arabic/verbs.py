"""The written forms of a verb, generated from its perfect and imperfect (third person masculine singular).

News is written without vowels, so forms are told apart only where letters differ: the perfect of a sound verb is
active and passive at once (``voice`` is then ``both``). Rules after the usual tables of Arabic grammar, for sound,
doubled, hollow, defective and hamzated verbs of forms I to X.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.arabic.nouns import noun_keys

PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")
_LONG = "اوي"


@dataclass(frozen=True, slots=True)
class VerbSpec:
    """A verb as the lexicon writes it: قتل / يقتل, with its verbal nouns where they are wanted."""

    perfect: str
    imperfect: str
    masdar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One written form. ``pos`` is verb or masdar; ``aspect`` perfect, imperfect or future; ``voice`` may be both."""

    surface: str
    pos: str
    aspect: str | None = None
    person: int | None = None
    gender: str | None = None
    number: str | None = None
    voice: str = "active"
    suffix: str = ""


def forms(spec: VerbSpec) -> list[Form]:
    """Every third-person form of a verb, its first-person plural, and its verbal nouns, each once."""
    found: dict[Form, None] = {}
    for form in _all(spec):
        found.setdefault(form)
    return list(found)


def _all(spec: VerbSpec) -> Iterator[Form]:
    passive = _perfect_passive(spec.perfect)
    voice = "both" if passive == spec.perfect else "active"
    yield from _perfect(spec.perfect, voice)
    if passive and passive != spec.perfect:
        yield from _perfect(passive, "passive")
    passive = _imperfect_passive(spec.perfect, spec.imperfect)
    voice = "both" if passive == spec.imperfect else "active"
    yield from _imperfect(spec.imperfect, voice)
    if passive and passive != spec.imperfect:
        yield from _imperfect(passive, "passive")
    for masdar in spec.masdar:
        for key, number in noun_keys(masdar).items():
            yield Form(key, "masdar", number=number, voice="both")
            yield Form("ال" + key, "masdar", number=number, voice="both")


def is_hollow(perfect: str) -> bool:
    """Whether the letter before the last is a long alef that the passive turns into ya: أصاب، اغتال، استعاد."""
    return len(perfect) >= 3 and perfect[-2] == "ا" and not (len(perfect) == 5 and perfect[0] in "ت")


def _perfect_passive(perfect: str) -> str:
    if is_hollow(perfect):
        return perfect[:-2] + "ي" + perfect[-1]
    if perfect[-1] in "ىا":
        return _inner_passive(perfect[:-1]) + "ي"
    return _inner_passive(perfect)


def _inner_passive(stem: str) -> str:
    """Form III and VI show their passive: حاصر → حوصر، تبادل → تبودل."""
    for at in (1, 2):
        if len(stem) == at + 3 and stem[at] == "ا" and (at == 1 or stem[0] == "ت"):
            return stem[:at] + "و" + stem[at + 1 :]
    return stem


def _perfect(base: str, voice: str) -> Iterator[Form]:
    stem, before_vowel = base, base
    if base[-1] in "ىا":
        stem = base[:-1]
        before_vowel = stem + ("ي" if base[-1] == "ى" else "و")
    fs = stem if base[-1] in "ىا" else base
    mp = base[:-1] if base[-1] in "ىاي" else base
    rows = (
        ("m", "s", base), ("f", "s", fs + "ت"), ("m", "d", before_vowel + "ا"), ("f", "d", fs + "تا"),
        ("m", "p", mp + "وا"), ("f", "p", (before_vowel if base[-1] in "ىاي" else base) + "ن"),
    )  # fmt: skip
    for gender, number, surface in rows:
        yield Form(surface, "verb", "perfect", 3, gender, number, voice)
        yield from _attached(surface, "perfect", gender, number)
    first = _first_person(base, before_vowel)
    yield Form(first + "نا", "verb", "perfect", 1, None, "p", "both" if voice == "both" else voice)


def _first_person(base: str, before_vowel: str) -> str:
    return base[:-2] + base[-1] if is_hollow(base) else before_vowel


def _imperfect_passive(perfect: str, imperfect: str) -> str:
    if is_hollow(perfect) and imperfect[-2] in "وي":
        return imperfect[:-2] + "ا" + imperfect[-1]
    if imperfect[-1] in "يو":
        return imperfect[:-1] + "ى"
    return imperfect


def _imperfect(base: str, voice: str) -> Iterator[Form]:
    stem = base[1:]
    plural = stem[:-1] if stem[-1] in "يوى" else stem
    dual = stem[:-1] + "ي" if stem[-1] == "ى" else stem
    women = dual
    rows = (
        ("m", "s", "ي" + stem), ("f", "s", "ت" + stem), ("m", "d", "ي" + dual + "ان"), ("f", "d", "ت" + dual + "ان"),
        ("m", "p", "ي" + plural + "ون"), ("m", "p", "ي" + plural + "وا"), ("m", "d", "ي" + dual + "ا"),
        ("f", "p", "ي" + women + "ن"),
    )  # fmt: skip
    for gender, number, surface in rows:
        for aspect, prefix in (("imperfect", ""), ("future", "س")):
            yield Form(prefix + surface, "verb", aspect, 3, gender, number, voice)
            for form in _attached(surface, aspect, gender, number):
                yield Form(prefix + form.surface, "verb", aspect, 3, gender, number, "active", form.suffix)
    for aspect, prefix in (("imperfect", ""), ("future", "س")):
        yield Form(prefix + "ن" + stem, "verb", aspect, 1, None, "p", voice)


def _attached(surface: str, aspect: str, gender: str, number: str) -> Iterator[Form]:
    """The form with an object pronoun; the alef of the plural goes, a final ى becomes alef."""
    stem = surface
    if surface.endswith("وا"):
        stem = surface[:-1]
    elif surface.endswith("ى"):
        stem = surface[:-1] + "ا"
    for pronoun in PRONOUNS:
        yield Form(stem + pronoun, "verb", aspect, 3, gender, number, "active", pronoun)
