"""Lines of news: texts of a sentence that are reports by themselves, and sentences out of a report that are none."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report


@cache
def known() -> Knowledge:
    return load_knowledge()


def claims_of(text: str, outlet: str | None = None) -> list[Claim]:
    return list(read(Report("r", text, date(2020, 2, 5), outlet), known()).claims)


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        (["control_gain", "clash"], "سيطر الثوار فجر اليوم على قرية الجابرية بعد معارك مع قوات النظام."),
        (["shelling"], "عاجل: قصف مدفعي يستهدف مدينة سرمين بريف إدلب."),
        (["airstrike"], "غارات جوية روسية على أطراف بلدة كفريا."),
        (["clash"], "اشتباكات عنيفة بين الجيش الوطني وقسد على محور مرعناز شمال حلب."),
        (["control_gain", "killed"], "الجيش العربي السوري يحرر قرية الجابرية ويقضي على عشرات الإرهابيين."),
        (["withdrawal"], "انسحاب قوات الشرطة من معبر نصيب."),
        (["protest", "demand"], "مظاهرة في مدينة السويداء تطالب برحيل النظام."),
        (["equipment_loss"], "تمكن مقاتلو غرفة عمليات الفتح المبين من تدمير دبابة على محور داديخ."),
        (["agreement"], "هدنة لمدة 48 ساعة في الفوعة وكفريا والزبداني."),
        (["aid"], "وصول قافلة مساعدات أممية من 14 شاحنة إلى ريف إدلب عبر معبر باب السلامة."),
        (["airstrike"], "طيران حربي روسي يشن 4 غارات على محيط قرية البارة."),
        (["equipment_loss"], "أعلنت القيادة العامة للجيش والقوات المسلحة إسقاط طائرة استطلاع فوق بلدة السرو."),
    ],
)
def test_a_line_that_opens_with_its_news_is_read_by_the_rules(kinds: list[str], text: str) -> None:
    claims = claims_of(text)
    assert [claim.type for claim in claims] == kinds
    assert all("rule:news-line" in claim.because for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "الهجوم الذي وقع في دمشق هزيمة للإنسانية.",
        "هل تقصف الطائرات مدينة إدلب غدا؟",
        "وزير الخارجية يلتقي نظيره التركي في أنقرة.",
        "فوز المنتخب الوطني على نظيره بهدفين في حلب.",
        "وقال إن القصف على حلب لا يخدم أحدا.",
    ],
)
def test_what_is_only_spoken_of_is_no_line_of_news(text: str) -> None:
    assert claims_of(text) == []


def test_a_sentence_whose_outlet_is_named_is_a_report() -> None:
    text = "وقد دوى صباح اليوم انفجار قرب السوق وسط بلدة الراعي."
    assert claims_of(text) == []
    (claim,) = claims_of(text, "قناة")
    assert claim.type == "bombing"
    assert "rule:named-outlet" in claim.because
    assert claims_of("هل تقصف الطائرات مدينة إدلب غدا؟", "قناة") == []
    assert claims_of("وزير الخارجية يلتقي نظيره التركي في أنقرة.", "قناة") == []
