"""The written forms of verbal nouns and participles: article, number, case letters, possessive pronouns."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.forms import Form

OWNERS = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم")
# Verbal nouns of carrying verbs as purposes, folded: يستغلها لشن هجمات.
FOR_DOING = frozenset(
    {
        "لشن",
        "لتنفيذ",
        "لاجراء",
        "لارتكاب",
        "لاطلاق",
        "لتوجيه",
        "لمواصله",
        "لاستيناف",
        "لتكثيف",
        "لفرض",
        "لخوض",
        "لتنظيم",
    }
)
# A shorter one is the verbal noun of a simple verb, whose plural no rule gives: قصف, هجوم.
_SHORTEST_WITH_PLURAL = 5


def masdar_forms(masdar: str, *, plural: bool = True) -> Iterator[Form]:
    """A verbal noun: singular with its accusative alef, dual, and if wanted the plural in ات where a rule gives one."""
    if masdar.endswith("ات"):
        yield from _with_owner(masdar, "p")
        return
    yield from _with_owner(masdar, "s")
    stem = masdar[:-1] + "ت" if masdar[-1] == "ة" else masdar
    if masdar[-1] not in "ةىا" and not masdar.endswith(("اء", "أ")):
        yield _noun(masdar + "ا", "s")
    if masdar[-1] not in "ىا":
        yield from _definite_or_not(stem + "ان", "d")
        yield from _definite_or_not(stem + "ين", "d")
    if masdar[-1] == "ة":
        yield from (_noun(stem + "ا", "d"), _noun(stem + "ي", "d"))
    if plural and (masdar[-1] == "ة" or len(masdar) >= _SHORTEST_WITH_PLURAL):
        yield from _with_owner(_feminine_plural(masdar), "p")


def _feminine_plural(masdar: str) -> str:
    if masdar[-1] == "ة":
        return masdar[:-1] + "ات"
    return masdar[:-1] + "يات" if masdar[-1] in "ىا" else masdar + "ات"


def _noun(surface: str, number: str, *, suffix: str = "", definite: bool = False) -> Form:
    return Form(surface, "masdar", number=number, voice="both", suffix=suffix, definite=definite)


def _definite_or_not(surface: str, number: str) -> Iterator[Form]:
    yield _noun(surface, number)
    yield _noun(ARTICLE + surface, number, definite=True)


def _with_owner(surface: str, number: str) -> Iterator[Form]:
    """The noun with the article, and with each pronoun; a final hamza shows its case there (إجلاءه، إجلائه)."""
    yield from _definite_or_not(surface, number)
    stems: tuple[str, ...] = (surface,)
    if surface[-1] == "ة":
        stems = (surface[:-1] + "ت",)
    elif surface[-1] == "ى":
        stems = (surface[:-1] + "ا",)
    elif surface.endswith("اء"):
        stems = (surface, surface[:-1] + "ئ", surface[:-1] + "ؤ")
    for stem in stems:
        yield from (_noun(stem + owner, number, suffix=owner) for owner in OWNERS)


def participle_forms(participle: str, pos: str) -> Iterator[Form]:
    """A participle in every gender, number and case letter, with and without the article, and in construct."""
    voice = "passive" if pos == "passive_participle" else "active"
    for gender, number, surface, takes_article in _participle(participle):
        yield Form(surface, pos, gender=gender, number=number, voice=voice)
        if takes_article:
            yield Form(ARTICLE + surface, pos, gender=gender, number=number, voice=voice, definite=True)


def _participle(base: str) -> Iterator[tuple[str, str, str, bool]]:
    """Rows of gender, number, surface and whether the article may stand before it."""
    stem = base[:-1] + "ا" if base[-1] == "ى" else base
    glide = base[:-1] + "ي" if base[-1] == "ى" else base
    plural = base[:-1] if base[-1] in "يى" else base
    feminine = stem + "ة"
    yield from (("m", "s", base, True), ("f", "s", feminine, True))
    if base[-1] not in "ىا":
        yield "m", "s", base + "ا", False
    yield from (("m", "d", glide + "ان", True), ("m", "d", glide + "ين", True), ("m", "d", glide + "ا", False))
    yield from (("f", "d", stem + "تان", True), ("f", "d", stem + "تين", True))
    yield from (("f", "d", stem + "تا", False), ("f", "d", stem + "تي", False))
    yield from (("m", "p", plural + "ون", True), ("m", "p", plural + "ين", True))
    yield from (("m", "p", plural + "و", False), ("m", "p", plural + "ي", False))
    yield "f", "p", glide + "ات", True


# What a deed is meant to do to somebody: عمليات لإبعاد X, غارات لاستهداف X.
TO_HARM = frozenset(
    {"لابعاد", "لتدمير", "لاستهداف", "لطرد", "لملاحقه", "لتعقب", "لضرب", "لتصفيه", "لاعتقال", "لقتل", "لاغتيال", "لدحر",
     "لهزيمه", "لمطارده", "لردع", "لاخراج", "لاسر", "لتفريق", "لقمع", "لمحاربه", "لمواجهه", "لمهاجمه"}
)  # fmt: skip
