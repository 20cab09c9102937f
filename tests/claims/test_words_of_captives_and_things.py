"""Rarer words for the taken, the freed, the driven out and things spoiled, and where the same words tell of nothing."""

from __future__ import annotations

import pytest

from tests.claims.in_war import claims_of


@pytest.mark.parametrize(
    ("kind", "trigger", "text"),
    [
        ("released", "أطلقت", "وأطلقت الجماعة مختطفين اثنين أمس."),
        ("released", "حررت", "وحررت القوات مختطفا في البادية."),
        ("released", "إنقاذ", "وأعلن الجيش إنقاذ رهينتين في المدينة."),
        ("released", "أخلت", "وأخلت النيابة سبيل ناشط."),
        ("released", "تنسم", "وبعد عشرين عاما من الاعتقال تنسم الأسير الحرية."),
        ("released", "تبادل", "وقال إن الطرفين تبادلا أسرى أمس."),
        ("arrested", "فككت", "وفككت الأجهزة الأمنية خلية إرهابية في الإقليم."),
        ("arrested", "أطاح", "وأطاح جهاز الأمن بثلاثة إرهابيين."),
        ("arrested", "ضبط", "وأعلنت الشرطة ضبط متهمين اثنين."),
        ("arrested", "أمسك", "وأمسك الجنود متسللا قرب السياج."),
        ("arrested", "التحفظ", "وأمرت النيابة بالتحفظ على المتهمين."),
        ("abducted", "أخذ", "وأخذ المسلحون رهائن في الفندق."),
        ("abducted", "أخفت", "وأخفت المليشيا ناشطا قسرا."),
        ("displaced", "غادرت", "وغادرت عشرات العائلات منازلها في الحي."),
        ("displaced", "طردت", "وطردت المليشيات السكان من منازلهم."),
        ("displaced", "رحلت", "ورحلت عشرات العائلات عن القرية."),
        ("wounded", "اختنق", "واختنق عشرات المواطنين بالغاز."),
        ("repel", "احتوت", "واحتوت القوات هجوما على الحقل."),
        ("repel", "تعاملت", "وتعاملت الدفاعات الجوية مع صاروخين وصواريخ أخرى."),
        ("repel", "تفعيل", "وأعلن الجيش تفعيل الدفاعات الجوية."),
        ("repel", "ردتهم", "وردتهم القوات على أعقابهم."),
        ("bombing", "لغم", "وقتل طفل بعد أن داس على لغم."),
        ("bombing", "عبوة لاصقة", "وأصيب موظف بعبوة لاصقة."),
        ("suicide_bombing", "فجر", "وفجر المهاجم سيارته المفخخة عند البوابة."),
        ("property_damage", "تحطمت", "وتحطمت نوافذها بالكامل."),
        ("property_damage", "خلع", "وقام الجنود بخلع أبواب المحال."),
        ("property_damage", "قطع", "وقطع مستوطنون أشجار زيتون."),
        ("property_damage", "حرق", "وأقدم المسلحون على حرق محاصيل زراعية."),
        ("property_damage", "التهم", "والتهم حريق خياما للنازحين."),
        ("property_damage", "سطا", "وسطا مسلحون على مصرف."),
        ("property_damage", "إصابة", "وأعلن الجيش إصابة منزل في البلدة."),
        ("property_damage", "بعثرة محتويات", "وشملت المداهمة بعثرة محتويات المنازل."),
        ("property_damage", "سقوط سقف", "ما أدى القصف إلى سقوط سقف المدرسة."),
        ("property_damage", "كسروا زجاج", "وكسروا زجاج السيارات في الحي."),
        ("control_gain", "سقوط", "وأكد المصدر سقوط جسر الشغور بيد الفصائل."),
        ("property_damage", "اندلاع حرائق", "ما تسبب في اندلاع حرائق واسعة."),
        ("equipment_loss", "إصابة", "وأعلنت الكتائب إصابة دبابة في الحي."),
        ("equipment_loss", "الاستحواذ", "وأعلنت المجموعة الاستحواذ على دبابتين."),
        ("equipment_loss", "اصطاد", "واصطاد المقاتلون دبابة في الحي."),
        ("equipment_loss", "خسر", "وخسر الجيش طائرتين في الجبهة."),
    ],
)
def test_the_word_is_a_claim(kind: str, trigger: str, text: str) -> None:
    found = [claim for claim in claims_of(text) if trigger in claim.trigger.text or claim.trigger.text in trigger]
    assert [claim.type for claim in found] == [kind]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("أطاح", "وكان ذلك قبل أن تطيح الثورة بالرئيس."),
        ("تحول", "وقال إن الأزمة تحولت إلى أزمة سياسية."),
        ("تنفس", "وقال إن الشعب تنفس الصعداء."),
        ("هروب", "وتحدثت الصحف عن هروب سجناء من السجن."),
        ("كشف", "وكشف المدير مخزنا للقمح في المدينة."),
        ("حرق", "وقال الطبيب إن الرياضة تزيد حرق الدهون."),
    ],
)
def test_the_word_is_none(word: str, text: str) -> None:
    assert [claim for claim in claims_of(text) if word in claim.trigger.text] == []


def test_a_tank_that_was_hit_is_damaged() -> None:
    (claim,) = claims_of("وأعلنت الكتائب إصابة دبابة في الحي.")
    assert claim.outcome == "damaged"
    assert claim.item is not None
    assert claim.item.text == "دبابة"
