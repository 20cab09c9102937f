"""How many, in invented sentences: what words, forms and pronouns say of the number of victims."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report

DAY = date(2018, 10, 9)


@cache
def rules() -> Knowledge:
    """Without the ranker: what the rules alone make of a sentence."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def counts(text: str, kind: str) -> list[tuple[int, int | None]]:
    """The numbers of all claims of one type."""
    read = pipeline.read(Report("sample", text, DAY), rules())
    return [(claim.count.low, claim.count.high) for claim in read.claims if claim.type == kind and claim.count]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("قتل أحد حراس المصنع في هجوم على مدينة الرمادي.", "killed", [(1, 1)]),
        ("لقي مدرس وزوجته مصرعهما في قصف على مدينة الرمادي.", "killed", [(2, 2)]),
        ("أدى القصف على مدينة دوما إلى إصابات في صفوف المدنيين.", "wounded", [(2, None)]),
        ("سقطت قذائف على مدينة دوما دون وقوع إصابات.", "wounded", [(0, 0)]),
        ("بلغ عدد الجرحى في مدينة دوما 492 جريحاً.", "wounded", [(492, 492)]),
        ("قالت مصادر إن 47 شخصاً على الأقل قتلوا وأصيب 90 آخرون في دوما.", "killed", [(47, None)]),
        ("قالت مصادر إن 4 جنود، لم تحدد جنسيتهم حتى اللحظة، قتلوا في قصف على دوما.", "killed", [(4, 4)]),
        ("قال ناشطون إن 25 مقاتلاً وثمانية من مسلحي التنظيم، قتلوا في هجوم.", "killed", [(25, 25), (8, 8)]),
        ("أدى القصف على مدينة دوما إلى إصابة جنديين، حسبما أفاد ناشطون.", "wounded", [(2, 2)]),
        ("أدى القصف على مدينة دوما إلى مقتل عسكريين اثنين.", "killed", [(2, 2)]),
        ("قتل عناصر من الميليشيا بغارة على مدينة الرمادي.", "killed", [(2, None)]),
        ("أدى القصف على مدينة دوما إلى إصابة إرهابيين اثنين.", "wounded", [(2, 2)]),
        ("قتل ضابطا شرطة في هجوم على مدينة الرمادي.", "killed", [(2, 2)]),
        ("قال مراسلنا إن امرأة قُتلت وأُصيبت طفلة جراء قصف على دوما.", "killed", [(1, 1)]),
        ("قال مراسلنا إن امرأة قُتلت وأُصيبت طفلة جراء قصف على دوما.", "wounded", [(1, 1)]),
        ("الحصيلة حتى الآن قتيلين وخمسة جرحى جراء قصف على دوما.", "killed", [(2, 2)]),
        ("اختطف مسلحون عائلة في مدينة منبج.", "abducted", [(2, None)]),
    ],
)  # fmt: skip
def test_the_number_is_what_words_and_forms_say(text: str, kind: str, expected: list[tuple[int, int | None]]) -> None:
    assert counts(text, kind) == expected


def test_a_pronoun_tells_that_it_was_one() -> None:
    text = "أطلق مسلحون الرصاص على شخص كان يقف قرب منزله في درعا، ما أدى لوفاته على الفور."
    assert counts(text, "killed") == [(1, 1)]
