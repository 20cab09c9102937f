"""Forces that are moved or move: ordinary verbs tell of a mobilisation where a force or materiel is beside them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report

# A sentence of war, so that the report is one of a conflict.
WAR = "قصفت قوات النظام بلدة النيرب بالمدفعية ما أدى إلى مقتل ثلاثة مدنيين. "


@cache
def rules() -> Knowledge:
    return load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def claims_of(text: str) -> list[Claim]:
    claims = read(Report("r", WAR + text, date(2021, 3, 10), "x"), rules()).claims
    return [claim for claim in claims if claim.trigger.start >= len(WAR)]


@pytest.mark.parametrize(
    ("trigger", "text"),
    [
        ("نقلت", "ونقلت روسيا منظومات دفاع جوي من طرطوس إلى حميميم."),
        ("حرك", "وحرك حزب الله آلياته الثقيلة نحو الحدود الشرقية."),
        ("حولت", "وحولت القوات وحدات من جبهة الساحل إلى ريف حماة."),
        ("وزع", "ووزع الجيش قواته على مداخل المدينة."),
        ("استدعى", "واستدعى الجيش الإسرائيلي آلاف جنود الاحتياط."),
        ("شكلت", "وشكلت الفصائل قوة مشتركة لحماية الطرق."),
        ("زادت", "وزادت تركيا عدد قواتها في شمال العراق."),
        ("أدخلت", "وأدخلت القوات التركية دبابات إلى مدينة عفرين."),
        ("بعثت", "وبعثت طهران بمستشارين عسكريين إلى دمشق."),
        ("أرسلت", "وأرسلت واشنطن قطعا بحرية إلى شرق المتوسط."),
        ("زج", "وزج الحوثيون بالمئات من مقاتليهم في معارك الساحل الغربي."),
        ("رفدت", "ورفدت القبائل الجبهة بمئات المقاتلين."),
        ("توافد", "وتوافد مئات المقاتلين القبليين إلى مأرب."),
        ("اجتازت", "واجتازت قوة إسرائيلية الحدود قرب بلدة ميس الجبل."),
        ("تمركزت", "وتمركزت آليات ثقيلة عند مدخل القرية."),
        ("انضم", "وانضم 300 مقاتل إلى الفرقة."),
        ("تنقل", "وقال الناطق إن وزارة الدفاع تنقل أصولا إضافية إلى الميناء."),
        ("تمركزت", "وقال الناطق إن القوات الحكومية تمركزت جنوب عفرين."),
        ("ستنشر", "وقال الناطق إن كتيبة من المشاة ستنشر في القاعدة."),
        ("دفعت", "ودفعت السلطات مزيدا من القوات نحو الحدود."),
        ("حولت", "وحولت القوات المدرسة إلى ثكنة عسكرية."),
        ("وضع", "وبدأت الفصائل في وضع خطوط دفاعية حول المدينة."),
        ("رفعت", "ورفعت القوات جاهزيتها على الحدود."),
        ("كثف", "وكثف الجيش حضوره على الحدود."),
        ("تموضعها", "وأعادت القوات الروسية تموضعها في القاعدة."),
        ("أنزلت", "وأنزلت طائرات مظليين خلف التل."),
        ("باب", "وفتحت السلطات باب التطوع."),
        ("حصنت", "وحصنت الفصائل مواقعها في ريف إدلب."),
    ],
)
def test_what_is_moved_is_a_force(trigger: str, text: str) -> None:
    assert (trigger, "mobilize") in {(claim.trigger.text.split()[0], claim.type) for claim in claims_of(text)}


def test_columns_tell_it_by_themselves() -> None:
    found = [claim.trigger.text for claim in claims_of("وتحركت قوافل عسكرية نحو الجبهة.") if claim.type == "mobilize"]
    assert found == ["قوافل عسكرية"]


def test_a_force_cut_down_is_withdrawn() -> None:
    kinds = {(claim.trigger.text, claim.type) for claim in claims_of("وخفضت واشنطن عدد جنودها في العراق.")}
    assert ("خفضت", "withdrawal") in kinds


@pytest.mark.parametrize(
    "text",
    [
        # Nothing of an army is moved.
        "ونقل الهلال الأحمر الجرحى إلى المستشفى.",
        "وأرسلت الحكومة وفدا إلى موسكو.",
        "وحول المصرف الأموال إلى البلدة.",
        "ووزع المجلس 500 وحدة سكنية على النازحين.",
        "وشكلت الحكومة لجنة لتنفيذ الترتيبات الأمنية.",
        "وتوجهت فرق الدفاع المدني إلى المكان.",
        "وقع القصف في منطقة خفض التصعيد.",
        "ودفع القصف المسلحين إلى الفرار.",
        # Who moves is the subject, not what is moved.
        "ونقل الجنود رسالة إلى القرية.",
        # Forces known from before, who are somewhere.
        "وقال إن القوات التي اجتازت النهر بقيت هناك.",
        # The reinforcements tell it themselves.
        "ووصلت إلى الميناء مساعدات طبية.",
    ],
)
def test_what_is_moved_is_none(text: str) -> None:
    assert "mobilize" not in {claim.type for claim in claims_of(text)}
