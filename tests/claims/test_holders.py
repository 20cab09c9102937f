"""Who says so, in invented sentences: offices up to the name of their holder, formulas, those who say nothing."""

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
    return pipeline.load_knowledge(with_ranker=False, with_linker=False)


def sources(text: str, trigger: str) -> list[str]:
    """The chain of sources of the first claim with this trigger."""
    read = pipeline.read(Report("sample", text, DAY), rules())
    claim = next(claim for claim in read.claims if claim.trigger.text == trigger)
    return [source.text for source in claim.sources]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        (
            "أكد معاون محافظ الأنبار سامي فهد الراوي، أن خمسة جنود قتلوا في المدينة.",
            "قتلوا",
            ["معاون محافظ الأنبار سامي فهد الراوي"],
        ),
        (
            "وقال وزير الإعلام بولاية «السدود» جون ماكير دينق لوكالة رويترز إن خمسة جنود قتلوا.",
            "قتلوا",
            ["وزير الإعلام بولاية «السدود» جون ماكير دينق", "وكالة رويترز"],
        ),
        (
            "وقال المتحدث باسم خفر السواحل الليبي، سالم حداد لوكالة رويترز إن خمسة جنود قتلوا.",
            "قتلوا",
            ["سالم حداد", "وكالة رويترز"],
        ),
        (
            "وقال مدير مركز الإسعاف والطوارئ في المدينة، التابع لمنظمة «ياسمين»، سعيد حمود، إن طفلين قتلا.",
            "قتلا",
            ["سعيد حمود"],
        ),
        (
            "وكان مستشار العلاقات العامة بوزارة الدفاع التركية، كنان أوزون، أعلن أن خمسة جنود قتلوا.",
            "قتلوا",
            ["كنان أوزون"],
        ),
        (
            "أعلن قائد عمليات الأنبار اللواء الركن قاسم الراوي، مقتل أربعة جنود.",
            "مقتل",
            ["قائد عمليات الأنبار اللواء الركن قاسم الراوي"],
        ),
        (
            "وقال قائد شرطة المحافظة، العقيد هلال مشبب الخالدي إن خمسة جنود قتلوا.",
            "قتلوا",
            ["العقيد هلال مشبب الخالدي"],
        ),
        ("وذكر وزير الدفاع الأميركي لويد أوستن أن خمسة جنود قتلوا.", "قتلوا", ["وزير الدفاع الأميركي لويد أوستن"]),
        ("وقال شهود ومصادر بمشرحة في الموصل إن خمسة جنود قتلوا.", "قتلوا", ["شهود", "مصادر بمشرحة"]),
        ("وقال المتحدث باسم الجيش إن خمسة جنود قتلوا في درعا.", "قتلوا", ["المتحدث باسم الجيش"]),
    ],
)
def test_an_office_reaches_up_to_the_name_of_its_holder(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain


def test_a_paper_in_quotes_that_somebody_talked_to_is_not_his_name() -> None:
    text = 'وقال المتحدث باسم الجيش لـ"الأفق" إن خمسة جنود قتلوا في درعا.'

    assert sources(text, "قتلوا") == ["المتحدث باسم الجيش", "الأفق"]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("قتل خمسة جنود في هجوم على درعا، على ما أعلن مصدر عسكري.", "قتل", ["مصدر عسكري"]),
        ("قتل خمسة جنود في هجوم على درعا، طبقاً لمصدر عسكري.", "قتل", ["مصدر عسكري"]),
        ("قتل خمسة جنود في درعا، بحسب شبكة «النهر».", "قتل", ["شبكة «النهر»"]),
        ("قتل خمسة جنود في درعا، بحسب مكتب المحافظ.", "قتل", ["مكتب المحافظ"]),
        ("قتل خمسة جنود في درعا، معظمهم من الجيش بحسب هيئة الداخلية.", "قتل", ["هيئة الداخلية"]),
        ("أكدت مصادر في قيادة الجيش بتعز لـ «الأفق» مقتل خمسة جنود.", "مقتل", ["مصادر في قيادة الجيش", "الأفق"]),
        ("قالت «الهيئة السورية للإعلام» إن خمسة جنود قتلوا.", "قتلوا", ["الهيئة السورية"]),
        ("قتل خمسة جنود في درعا، وبحسب مصادر محلية فإن طفلين أصيبا.", "قتل", []),
        ("قتل خمسة جنود في درعا، وبحسب مصادر محلية فإن طفلين أصيبا.", "أصيبا", ["مصادر محلية"]),
    ],
)
def test_formulas_that_name_who_says_so(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("ورغم إعلان عدد من المسؤولين الأمريكيين عن مقتل خمسة جنود.", "مقتل", ["المسؤولين الأمريكيين"]),
        ("أما الرجل الآخر فقيل إنه قتل في درعا.", "قتل", []),
        ("وقالت منظمة الدفاع المدني إن طفلاً يبلغ من العمر تسعة أعوام أصيب في درعا.", "أصيب", ["منظمة الدفاع المدني"]),
        ("سجلت مناطق الشمال السوري حرائق أسفرت عن مقتل طفل.", "مقتل", []),
        ("وكان المرصد السوري أفاد بتواصل القصف على درعا ما أدى إلى مقتل طفل.", "مقتل", ["المرصد السوري"]),
        ("وأظهرت صور الأقمار الصناعية دمارا في مدينة درعا.", "دمارا", ["صور الأقمار الصناعية"]),
    ],
)
def test_what_says_nothing_and_what_shows(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain
