"""What a report tells of the time before its news, by its sentences and by the words behind and before a deed."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Report

NEWS = "قصفت الطائرات مدينة دوما يوم الثلاثاء وقتلت خمسة مدنيين. "


@cache
def rules() -> Knowledge:
    """Without the ranker, which judges lone sentences: what the rules alone make of one."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def claims(text: str) -> list[Claim]:
    return list(pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims)


def last(text: str, kind: str) -> Claim:
    return next(claim for claim in reversed(claims(text)) if claim.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            NEWS + "وكان التنظيم قد هاجم البلدة في 25 يوليو الماضي. وخطف ثلاثين مدنيا من سكانها.",
            "abducted",
            "background",
        ),
        (
            NEWS + "وكان التنظيم قد هاجم البلدة في 25 يوليو الماضي. وأمس الاثنين خطف ثلاثة مدنيين.",
            "abducted",
            "asserted",
        ),
        (NEWS + "وتتعرض المدينة لقصف شبه يومي. من جهة أخرى، قتل ضابط في مدينة حلب.", "killed", "asserted"),
        (NEWS + "وقال المرصد إن القتلى من عائلات كانوا قد نزحوا من محافظة حمص.", "displaced", "background"),
        (NEWS + "ويأتي ذلك بعد هجوم شنه التنظيم على مدينة حماة.", "attack", "background"),
        (NEWS + "ومنذ اندلاع النزاع قتل مئات المدنيين في مدينة دوما.", "killed", "background"),
        (NEWS + "وهذه أعنف غارات على مدينة حماة منذ اندلاع النزاع.", "airstrike", "asserted"),
        (NEWS + "وقبل نحو أسبوعين، ذكرت الوكالة أن مسلحين قتلوا ضابطا في مدينة حماة.", "killed", "background"),
        (NEWS + "وشنت الطائرات غارات سابقة على مدينة حماة.", "airstrike", "background"),
        ("تستعد الفصائل لمواجهة هجوم محتمل للجيش على مدينة إدلب.", "attack", "planned"),
        ("استقدم الجيش قوات لشن هجوم على مدينة إدلب.", "attack", "planned"),
        ("قتل عشرة مسلحين خلال محاولة هجوم فاشلة على قاعدة للجيش في مدينة حلب.", "attack", "asserted"),
        ("قال البيان إن الغارة على مدينة حلب لم تقتل أو تجرح أي مدني.", "wounded", "denied"),
        ("قصفت القوات مدينة حلب دون أن ينتج عن ذلك أية إصابات.", "wounded", "denied"),
        ("قصفت القوات مدينة حلب ولم تكن هناك خسائر أو أضرار في المنازل.", "property_damage", "denied"),
    ],
)
def test_when_it_was_shows_in_the_words_around(text: str, kind: str, expected: str) -> None:
    assert last(text, kind).status == expected


def test_days_told_before_go_on_with_the_background() -> None:
    text = NEWS + "وكان التنظيم قد هاجم البلدة في 25 يوليو الماضي. وخطف ثلاثين مدنيا من سكانها."
    assert (last(text, "abducted").date_from, last(text, "abducted").date_to) == ("2018-07-25", "2018-07-25")


def test_a_day_of_old_in_the_second_sentence_dates_nothing_after_it() -> None:
    text = (
        NEWS
        + "وهي الأعنف منذ الهجوم الذي أوقع 30 قتيلا في 16 يناير الماضي. وقال طبيب إن القصف أدى إلى مقتل سبعة مدنيين."
    )
    assert last(text, "killed").date_from != "2018-01-16"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NEWS + "ويوم الأحد الماضي قتلت غارة جوية سبعة مدنيين في بلدة سقبا.", "background"),
        (NEWS + "وقتلت غارة جوية يوم السبت سبعة مدنيين في بلدة سقبا.", "background"),
        (NEWS + "وأمس الاثنين قتلت غارة جوية سبعة مدنيين في بلدة سقبا.", "asserted"),
    ],
)
def test_deeds_of_days_before_the_first_one_told_are_its_background(text: str, expected: str) -> None:
    assert last(text, "killed").status == expected


def test_what_is_said_of_a_place_dates_no_deed_before_it() -> None:
    text = NEWS + "وقتل ثلاثة مدنيين بإطلاق نار في مدينة سقبا التي شهدت مؤخرا احتجاجات."
    assert last(text, "killed").status == "asserted"
