"""Noun forms by rule: from a singular and its plurals to every written form with its grammatical number.

Written forms only, as keys (see :func:`marsad.arabic.normalize.fold`): case endings that leave no letter are not
told apart. Where two numbers share one written form (the accusative dual and plural of a sound masculine), the
plural wins, as in running news text it is by far the commoner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from marsad.arabic.normalize import fold

# Endings that adjectives have and few nouns in this place: relation, feminine, plural, accusative.
ADJECTIVE_ENDINGS = ("ي", "يه", "يا", "ين", "ون", "يات", "ه", "ا", "ان")
# How adjectives of relation end, masculine and feminine: عسكري, عسكرية.
RELATION_ENDINGS = ("ي", "يه")
# Endings of the sound masculine plural (and of the dual): no first part of a construct has them.
SOUND_PLURALS = ("ون", "ين", "ان")
TA_MARBUTA = "ة"
# How names of Persian and Urdu end, which only look like "his": ميرانشاه, كرمانشاه.
FOREIGN_END = "شاه"
POSSESSIVES = ("ه", "ها", "هم", "هن", "هما", "نا")
# Endings of a word in the feminine with its pronoun: شاحنته, قواتها.
WITH_PRONOUN = ("ته", "تها", "تهم")
# Endings of a feminine dual, in a construct or not, and of a feminine plural: حالتي وفاة, حالات.
FEMININE_TWO, FEMININE_MANY = ("تي", "تين", "تا", "تان"), "ات"
# The ending of a dual with the vowel that tells it from a plural: موظفَين. As written, not folded.
VOWELLED_TWO = "\u064eين"
# The ending of an indefinite object, and "his".
ALEF, HIS = "ا", "ه"


def _possessed(stem: str) -> Iterator[str]:
    return (stem + suffix for suffix in POSSESSIVES)


def _on_a_carrier(stem: str) -> Iterator[str]:
    """The hamza sits on a carrier before a pronoun: حلفائها, حلفاؤها, لقائه."""
    yield from _possessed(stem[:-1] + "ي")
    yield from _possessed(stem[:-1] + "و")


def dual_keys(singular: str) -> Iterator[str]:
    """The dual of a singular: both cases, the construct and the possessed forms."""
    stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
    yield from (stem + "ان", stem + "ين")
    if singular.endswith("ه"):
        yield from (stem + "ا", stem + "ي")
    yield from _possessed(stem + "ي")


def singular_keys(singular: str) -> Iterator[str]:
    """The singular with its accusative alef and its possessed forms."""
    yield singular
    if singular.endswith("ه"):
        yield from _possessed(singular[:-1] + "ت")
        return
    if singular[-1] not in "اي" or len(singular) > 3:
        yield singular + "ا"
    # عسكريه is the feminine of the adjective far oftener than "his soldier".
    yield from (form for form in _possessed(singular) if not (singular[-1] == "ي" and form.endswith("يه")))
    if singular.endswith("اء"):
        yield from _on_a_carrier(singular)


def plural_keys(plural: str) -> Iterator[str]:
    """A plural as written in both cases, in construct and possessed."""
    if plural.endswith("ون"):
        stem = plural[:-2]
        yield from (plural, stem + "ين", stem + "و", stem + "ي")
        yield from _possessed(stem + "ي")
        yield from _possessed(stem + "و")
        return
    yield plural
    if plural.endswith("ات"):
        yield from _possessed(plural)
        return
    if plural.endswith("ه"):
        yield from _possessed(plural[:-1] + "ت")  # مرتزقته, قادتها
        return
    yield plural + "ا"
    yield from _possessed(plural)
    if plural.endswith("اء"):
        yield from _on_a_carrier(plural)


def noun_keys(singular: str | None, plurals: Iterable[str] = ()) -> dict[str, str]:
    """Every key of a noun with its number: ``s``, ``d`` or ``p``.

    Where keys collide a form without a pronoun wins over one with it (قرية over قراه), then the plural over the rest.
    """
    base = fold(singular) if singular else None
    folded = [fold(plural) for plural in plurals]
    bare, attached = dict[str, str](), dict[str, str]()
    if base:
        _put(dual_keys(base), "d", bare, attached)
        _put(singular_keys(base), "s", bare, attached)
    for plural in folded:
        _put(plural_keys(plural), "p", bare, attached)
    if base:
        bare[base] = "s"
    return attached | bare


def _put(keys: Iterable[str], number: str, bare: dict[str, str], attached: dict[str, str]) -> None:
    for key in keys:
        target = (
            attached
            if (key.endswith(POSSESSIVES) and number != "s")
            or (number == "s" and len(key) > 3 and key.endswith(("ها", "هم", "هن", "هما", "نا")))
            else bare
        )
        target[key] = number


# What leads from somebody to his name: شخص يدعى X, قيادي اسمه X.
CALLED = frozenset({"يدعي", "تدعي", "ويدعي", "المدعو", "المدعوه", "اسمه", "اسمها"})
# At whose expense: على حساب X.
EXPENSE = "حساب"
# A fighter by his service and not by his nation, though the word ends like one.
SOLDIER = "جندي"
# The nouns of an attempt, whose owner stands in the genitive.
ATTEMPTS = frozenset({"محاوله", "محاولات", "محاولتي", "تقدم", "تسلل", "هجوم", "هجمات"})


# Who shoots from afar, behind the word for his shots: رصاص قناص.
SNIPERS = frozenset({"قناص", "قناصه"})
# Words for people that are deeds where who did it or whom it befell stands behind: مهاجمة قرية X, أسر الجيش جنديا.
DEEDS_TOO = frozenset({"مهاجمه", "اسر"})
# Heads of the names of sides by their gender, without the article: تنظيم X, حركة Y. Plurals of things are feminine.
MASCULINE_SIDES = frozenset(
    {"تنظيم", "جيش", "حزب", "فصيل", "مجلس", "لواء", "فيلق", "تحالف", "ائتلاف", "نظام", "طيران", "جناح", "احتلال",
     "حرس", "حشد", "جهاز", "حراك", "تيار", "اتحاد", "كيان", "مكتب", "فوج", "درع"}
)  # fmt: skip
FEMININE_SIDES = frozenset(
    {"قوات", "قوه", "حركه", "جماعه", "جماعات", "ميليشيا", "ميليشيات", "مليشيا", "مليشيات", "فصايل", "هييه", "جبهه",
     "سرايا", "كتايب", "كتيبه", "وزاره", "شرطه", "حكومه", "وحدات", "عصابات", "سلطات", "اداره", "مقاومه", "معارضه",
     "استخبارات", "مخابرات", "عصابه", "غرفه", "لجان", "الويه", "فرقه", "طايرات"}
)  # fmt: skip
# People whose verb may be feminine: women, and plurals as of things.
WOMEN_AND_PARTS = frozenset(
    {"نساء", "سيدات", "فتيات", "بنات", "طفلات", "امهات", "عناصر", "شخصيات", "عايلات", "اسر", "جثث", "جثه", "ضحايا",
     "ارواح", "فتاه", "عروس", "ام", "بنت", "حامل", "مسنه", "اخت", "زوجه"}
)  # fmt: skip
# Who is cited and never does what is told: the observatory that raises a toll, the spokesman, the agency.
ONLY_CITED = frozenset(
    {"مرصد", "متحدث", "متحدثه", "ناطق", "مصدر", "مصادر", "مراسل", "مراسله", "مراسلنا", "مراسلون", "وكاله", "قناه",
     "صحيفه", "ناشط", "ناشطه", "ناشطون", "ناشطين", "نشطاء", "شاهد", "شهود", "اذاعه", "تلفزيون", "تقرير", "بيان",
     "مسعف", "مسعفون"}
)  # fmt: skip
