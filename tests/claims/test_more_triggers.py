"""Words that name a happening by who carries it out, by who says so of himself, or by what is sworn never to be."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Report


@cache
def rules() -> Knowledge:
    """Without the ranker, which judges lone sentences: what the rules alone make of one."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def claims(text: str) -> list[Claim]:
    return list(pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims)


def told(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.trigger.text) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("قتل جنديان في مدينة درعا بعد عمليات نفذتها خلايا التنظيم شرقي المدينة.", "attack", "عمليات"),
        ("قتل جنديان في مدينة درعا، ونفذ التنظيم تسع عمليات متفرقة.", "attack", "عمليات"),
        ("قتل جنديان في مدينة درعا، وتشهد المدينة تصعيدا واسعا من قبل قوات النظام.", "attack", "تصعيدا"),
        ("ألقى ملثمون زجاجات حارقة على منزل في مدينة نابلس وقتلوا طفلا.", "attack", "ألقى"),
        ("قتل مسلح في مدينة المنيا بعد تبادل لإطلاق الرصاص مع الشرطة.", "clash", "تبادل لإطلاق الرصاص"),
        ("قتل ستة أشخاص بعد تفجير مسلح نفسه في مدينة الرمادي.", "suicide_bombing", "تفجير"),
        ("أدى القصف على مدينة إدلب إلى اشتعال محطة وقود.", "property_damage", "اشتعال"),
        ("خلف القصف على مدينة إدلب خرابا واسعا في السوق.", "property_damage", "خرابا"),
        ("قتل جنديان في مدينة جنين، وأعلن الجيش حالة تأهب في المدينة.", "mobilize", "حالة تأهب"),
        ("خلف الهجوم على مدينة كركوك عشرين قتيلا و30 رهينة.", "abducted", "رهينة"),
        ("قتل جنديان في مدينة درعا، وألقت أنقرة بالمسؤولية على الفصائل.", "accuse", "ألقت"),
        ("قتل خمسة مدنيين في قصف على دوما، وقال الوزير إن بلاده لن تسمح بذلك.", "reject", "تسمح"),
        ("قتل خمسة مدنيين في قصف على دوما، وقال القائد: لن نسكت على الجريمة.", "threaten", "نسكت"),
        ("خرج متظاهرون في مدينة حيفا مطالبين برحيل الحكومة.", "demand", "مطالبين"),
        ("قتل خمسة مدنيين في قصف على دوما، وقاطعت المعارضة الاجتماع.", "reject", "قاطعت"),
    ],
)
def test_the_word_names_a_happening(text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتل جنديان في مدينة درعا، ونفذ الجيش عملية التدخل السريع.", "attack"),
        ("قتل جنديان في مدينة درعا، وتستمر العمليات في المستشفى.", "attack"),
        ("قتل جنديان في مدينة درعا، وحذر الوزير من التصعيد.", "attack"),
        ("قتل جنديان في مدينة درعا، وحطم العداء الرقم القياسي.", "property_damage"),
    ],
)
def test_in_other_company_it_does_not(text: str, kind: str) -> None:
    assert kind not in {found for found, _ in told(text)}


def test_an_operation_whose_aim_a_verb_tells_is_told_by_the_verb() -> None:
    text = "نفذت الفصائل عملية خلال الليل، استهدفت موقعا لقوات النظام في مدينة درعا وقتل فيها جندي."
    assert [trigger for kind, trigger in told(text) if kind == "attack"] == ["استهدفت"]


def test_who_says_we_demands() -> None:
    text = "قتل خمسة مدنيين في قصف على دوما. وقال المتحدث باسم الفصائل: نطالب روسيا بوقف القصف."
    demand = next(claim for claim in claims(text) if claim.type == "demand")
    assert [agent.text for agent in demand.agents] == ["المتحدث باسم الفصائل"]
    assert [target.text for target in demand.targets] == ["روسيا"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتل الجيش مسلحا يرتدي حزاما ناسفا في مدينة الموصل.", "suicide_bombing"),
        ("قتل جندي في مدينة درعا، وأعرب السكان عن إحباطهم من القصف.", "repel"),
        ("قتل جندي في مدينة درعا، ويهدف الاتفاق إلى تعزيز قدرات القوات.", "mobilize"),
        ("قتل جندي في مدينة درعا من الفرقة التي دربها الجيش التركي.", "aid"),
        ("قتل جندي في مدينة درعا من فصائل تقاتل إلى جانب الجيش.", "clash"),
        ("قتل جندي في مدينة درعا، وانتشر الجيش تحسبا من اشتباكات جديدة.", "clash"),
        ("قتل جندي في مدينة درعا، وأعلنت جبهة تحرير سوريا بيانا.", "control_gain"),
    ],
)
def test_what_only_looks_like_a_happening_is_none(text: str, kind: str) -> None:
    assert kind not in {found for found, _ in told(text)}


def test_how_the_wounded_are_is_not_told_as_another_wound() -> None:
    text = "أصيب ثلاثة جنود في مدينة رام الله، اثنان منهم إصابتهما خطيرة."
    assert [kind for kind, _ in told(text)] == ["wounded"]
    assert [kind for kind, _ in told("استشهد شاب في مدينة إدلب متأثرا بإصابته في قصف على المدينة.")][:1] == ["killed"]
    assert "wounded" not in {kind for kind, _ in told("استشهد شاب في مدينة إدلب متأثرا بإصابته في قصف.")}


def test_a_verb_that_describes_the_strike_over_its_places_is_not_another_strike() -> None:
    text = "قتل طفل جراء قصف صاروخي مصدره المناطق التي تسيطر عليها الميليشيا، استهدف أطراف مدينة مارع."
    assert [trigger for kind, trigger in told(text) if kind == "shelling"] == ["قصف صاروخي"]
