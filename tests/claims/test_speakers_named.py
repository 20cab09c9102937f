"""Who speaks: by surname, behind a rank, joined to others, told to the outlet itself."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report

START = "قتل خمسة جنود في مدينة درعا. "


@cache
def rules() -> Knowledge:
    """Without the ranker: what the rules alone make of a sentence."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def sources(text: str, trigger: str, outlet: str | None = None) -> list[str]:
    """The chain of sources of the first claim with this trigger."""
    read = pipeline.read(Report("sample", START + text, date(2018, 10, 9), outlet), rules())
    claim = next(claim for claim in read.claims if claim.trigger.text == trigger)
    return [source.text for source in claim.sources]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        # By the last words of a name told before.
        ("وقال سامر الدروبي إن القصف توقف. وأضاف الدروبي أن طفلا أصيب.", "أصيب", ["سامر الدروبي"]),
        # The name behind an office, its rank before it.
        ("وقال الناطق باسم الداخلية العقيد سالم الدروبي في بيان إن طفلا أصيب.", "أصيب", ["العقيد سالم الدروبي"]),
        ("وقال المتحدث باسم الشرطة، العميد سالم الدروبي في بيان، إن طفلا أصيب.", "أصيب", ["العميد سالم الدروبي"]),
        # A correspondent's name between commas; what the outlet is called is no name of his.
        ("وأكد مراسل أورينت نت، سامر الدروبي، أن طفلا أصيب.", "أصيب", ["سامر الدروبي"]),
        ("وأكدت وكالة الأناضول، سامر الدروبي، أن طفلا أصيب.", "أصيب", ["وكالة الأناضول"]),
        # Each of two.
        ("وأفادت كل من وزارتي الداخلية والدفاع أن طفلا أصيب.", "أصيب", ["وزارتي الداخلية", "الدفاع"]),
        # Speakers with what says which they are, and others beside them.
        ("وقال مسعفون بمستشفى محلي ومنقذون إن طفلا أصيب.", "أصيب", ["مسعفون", "منقذون"]),
        ("وقال مسؤولون في قطاع الصحة وسكان إن طفلا أصيب.", "أصيب", ["مسؤولون", "سكان"]),
        (
            "وقالت مصادر محلية من أبناء محافظة درعا، في حديث لـ «العربي الجديد»، إن طفلا أصيب.",
            "أصيب",
            ["مصادر محلية", "العربي الجديد"],
        ),
        # The subject before the verb, its object behind it.
        ("وذكر أن منظمة الإنقاذ وثقت استجابة فرقها لهجوم أصيب فيه طفل.", "أصيب", ["منظمة الإنقاذ"]),
        ("وأعلنت منظمة «عين» التي تحصي الضحايا المدنيين أن طفلا أصيب.", "أصيب", ["منظمة «عين»"]),
        # A verb written like a preposition, without a subject.
        ("وأفاد مصدر أمني بأن القصف توقف. وبين أن طفلا أصيب.", "أصيب", ["مصدر أمني"]),
        # What is said stands in quotation marks, and is no name.
        ("وأفاد المرصد السوري بأن القصف توقف. وتابع “سُمع دوي قصف أصيب فيه طفل”.", "أصيب", ["المرصد السوري"]),
        ("وأفادت شبكات إخبارية محلية بإصابة طفل.", "إصابة", ["شبكات إخبارية محلية"]),
        # Only media pass on what others say.
        ("وأعلن الجيش أن القصف توقف. ونقل عن مصدر عسكري قوله إن طفلا أصيب.", "أصيب", ["مصدر عسكري"]),
        # Information that is nobody's says nothing of who says so.
        ("وتشير المعلومات إلى إصابة طفل.", "إصابة", []),
        # The office whose holder was named before.
        (
            "وقال المتحدث باسم الشرطة، العميد سالم الدروبي، إن القصف توقف. وأشار المتحدث باسم الشرطة إلى أن طفلا أصيب.",
            "أصيب",
            ["العميد سالم الدروبي"],
        ),
        # A quotation between straight marks goes on over the full stop.
        ('وقال سامر الدروبي: "انتهى القصف. والآن أصيب طفل في السوق".', "أصيب", ["سامر الدروبي"]),
    ],
)
def test_who_says_so(text: str, trigger: str, chain: list[str]) -> None:
    assert [name[: len(want)] for name, want in zip(sources(text, trigger), chain, strict=True)] == chain


def test_the_man_of_the_outlet_is_not_named_beside_who_told_him() -> None:
    text = "وأفادت مصادر محلية لمراسل شبكة CNN بأن طفلا أصيب."
    assert sources(text, "أصيب", "CNN Arabic") == ["مصادر محلية"]
    assert len(sources(text, "أصيب")) == 2


def test_whoever_goes_on_to_deny_denies() -> None:
    text = START + "وقال مصدر عسكري إن القصف توقف، نافيا ما تردد عن وقوع هجمات في مدينة رفح."
    claims = pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims
    attack = next(claim for claim in claims if claim.trigger.text == "هجمات")
    assert attack.status == "denied"
    assert [source.text for source in attack.sources] == ["مصدر عسكري"]
