"""Rarer words of ground that is taken, left or closed off and of crowds, each in an invented sentence."""

from __future__ import annotations

from functools import partial

import pytest

from tests.claims import in_war

claims_of = partial(in_war.claims_of, sieve=False)


@pytest.mark.parametrize(
    ("kind", "trigger", "text"),
    [
        ("control_gain", "قضمت", "وقضمت القوات مساحات جديدة في ريف إدلب."),
        ("control_gain", "هيمنت", "وهيمنت الفصائل على بلدة سرمين."),
        ("control_gain", "تسلمت", "وتسلمت القوات الحكومية بلدة سرمين."),
        ("control_gain", "وضع", "ووضع التنظيم يده على حقل العمر."),
        ("control_gain", "فرض", "وفرض الفصيل نفوذه على الناحية."),
        ("control_gain", "وقعت", "ووقعت بلدة سرمين في قبضة التنظيم."),
        ("control_gain", "رفع", "ورفع الجيش العلم فوق مبنى البلدية."),
        ("control_gain", "أزاح", "وأزاح الجيش مقاتلي التنظيم عن التل."),
        ("withdrawal", "غادر", "وغادر رتل من المدرعات القاعدة باتجاه العراق."),
        ("withdrawal", "سلم", "وسلم التنظيم البلدة لوجهاء المنطقة."),
        ("withdrawal", "رحيل", "وأعلن الوسيط رحيل مقاتلي الفصيل من المدينة."),
        ("withdrawal", "اندحر", "واندحر مقاتلو التنظيم من البلدة."),
        ("withdrawal", "الأدبار", "وولى الأدبار من بقي منهم."),
        ("withdrawal", "فككت", "وفككت القوات التركية نقطة المراقبة في مورك."),
        ("siege", "منعت", "ومنعت القوات إدخال الغذاء إلى المخيم."),
        ("siege", "سدت", "وسدت القوات مداخل القرية بالسواتر."),
        ("siege", "ضيقت", "وضيقت القوات الخناق على المسلحين في الحي."),
        ("siege", "كماشة", "وبات المسلحون بين فكي كماشة."),
        ("siege", "رصدت", "ورصدت الفصائل الطريق ناريا."),
        ("protest", "خرج", "وخرج مئات الأهالي إلى ساحة الكرامة."),
        ("protest", "تدفق", "وتدفق المتظاهرون إلى الساحة."),
        ("protest", "أغلق", "وأغلق التجار محالهم احتجاجا على الضرائب."),
        ("protest", "جاب", "وجاب المتظاهرون شوارع المدينة."),
        ("riot", "كسر", "وكسر المحتجون أبواب المبنى."),
        ("riot", "عنف وشغب", "وشهدت المدينة أعمال عنف وشغب."),
    ],
)
def test_the_word_is_a_claim(kind: str, trigger: str, text: str) -> None:
    found = [claim for claim in claims_of(text) if trigger in claim.trigger.text]
    assert kind in {claim.type for claim in found}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("control_gain", "ورفع المتظاهرون الأعلام ورددوا الهتافات."),
        ("control_gain", "وتهيمن الجماعة على البلدة منذ سنوات."),
        ("withdrawal", "وسلم الأهالي الأسلحة في المنطقة."),
        ("withdrawal", "وغادر الوفد المدينة."),
        ("siege", "وعاش سكان القرية قرب السد."),
        ("protest", "وتدفق الماء إلى الساحة."),
        ("riot", "وانتشرت شرطة مكافحة الشغب."),
    ],
)
def test_the_word_is_none(kind: str, text: str) -> None:
    assert kind not in {claim.type for claim in claims_of(text)}
