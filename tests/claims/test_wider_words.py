"""Words of protests, trials, diplomacy and war far from Syria, each in an invented sentence, and what they are not."""

from __future__ import annotations

import pytest

from tests.claims.in_war import claims_of


@pytest.mark.parametrize(
    ("kind", "trigger", "text"),
    [
        ("accuse", "حملت", "وحملت الوزارة جماعة الحوثي، في بيان مساء السبت، مسؤولية انفجار الميناء."),
        ("accuse", "نسب", "ونسب المصدر الهجوم إلى تنظيم القاعدة."),
        ("accuse", "تتحمل المسؤولية", "وقال الناطق إن الحركة تتحمل المسؤولية عن انفجار الميناء."),
        ("reject", "اعترضت", "واعترضت موسكو على صيغة القرار."),
        ("reject", "تنازل", "وقال القائد: لن نتنازل عن شبر واحد من المدينة."),
        ("threaten", "مصممون", "وأضاف الوزير: إننا مصممون على ملاحقة المسلحين."),
        ("demand", "ضغطت", "وضغطت واشنطن على بغداد لفتح المعبر."),
        ("demand", "ضرورة", "وقال المحافظ ذلك مشددا على ضرورة فتح المعبر."),
        ("aid", "دعم", "ووصلت تجهيزات إلى الميناء لدعم الجيش في عدن."),
        ("aid", "تدعم", "وقال الناطق إن إيران تدعم جماعة الحوثي."),
        ("aid", "إيصال", "وتمكنت الفرقة من إيصال مواد غذائية إلى الناحية."),
        ("mobilize", "نشر", "ونشرت الولايات المتحدة مقاتلات في القاعدة الجوية."),
        ("mobilize", "وصول", "وأكد مسؤول وصول مئات الجنود إلى خطوط القتال."),
        ("mobilize", "فتحت", "وفتحت المقاومة الشعبية جبهة جديدة في تعز."),
        ("mobilize", "أقامت", "وأقامت القوات حواجز على مداخل المدينة."),
        ("mobilize", "تعزيزات", "وأرسلت الحكومة تعزيزات إلى الميناء."),
        ("withdrawal", "سحبت", "وسحبت الفصائل أسلحتها من المنطقة."),
        ("siege", "أغلقت", "وأغلقت القوات جميع الطرق حول القرية."),
        ("talks", "لقائه", "وأضاف الوزير خلال لقائه قادة الفصائل في جدة أن المعبر سيفتح."),
        ("released", "أفرج", "وقال المحامي إن خديجة أفرج عنها الشهر الماضي."),
        ("repel", "تصدت", "وحاول مسلحون دخول الحقل لكن قوات الأمن تصدت لهم."),
        ("property_damage", "استولت", "واستولت ميليشيا قسد على منازل في البلدة."),
        ("attack", "تفريق", "واستخدمت الشرطة الغاز المسيل للدموع لتفريق المحتجين."),
        ("chemical_attack", "هجوم بالغاز", "وقال مسعفون إنه هجوم بالغاز على القرية."),
        ("arrested", "القبض", "وألقت أجهزة أمنية ليبية القبض على والد المهاجم."),
        ("protest", "احتجاجا", "وتعاملت الشرطة مع 125 احتجاجا شارك فيها آلاف المواطنين."),
        ("violation", "الخروق", "ولا يزال الهدوء سائدا رغم الخروق المتكررة."),
    ],
)
def test_the_word_is_a_claim(kind: str, trigger: str, text: str) -> None:
    found = [claim for claim in claims_of(text) if trigger in claim.trigger.text]
    assert kind in {claim.type for claim in found}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("accuse", "والتقى الوزير فيدان نظيره في أنقرة."),
        ("accuse", "وحمل المسعفون الجرحى إلى المشفى."),
        ("aid", "واستهدف تحالف دعم الشرعية مواقع الحوثيين."),
        ("aid", "وقال مساعد الوزير إن مساعدة الرئيس وصلت."),
        ("mobilize", "ونشرت القوات صورا للدبابات."),
        ("mobilize", "وشهدت مناطق انتشار قوات قسد هدوءا."),
        ("captured", "وقدم الرئيس التعازي لأسر الشهداء."),
        ("attack", "ونظمت الشرطة دوريات وكمائن ثابتة على الطريق."),
        ("shelling", "ودمرت الغارة منصة إطلاق صواريخ."),
        ("protest", "واعتقلت الشرطة ستين متظاهرا."),
        ("demand", "وقتل طالب في كلية الهندسة، بحسب مصدر طبي."),
        ("control_gain", "ويعمل المعبر في معظم مناطق سيطرتها في ريف دير الزور."),
    ],
)
def test_the_word_is_none(kind: str, text: str) -> None:
    assert kind not in {claim.type for claim in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "count"),
    [
        ("ولقي أربعة أشخاص، بينهم امرأة تقيم في الحي، مصرعهم في المدينة.", "killed", "مصرعهم", (4, 4)),
        ("ولقي العديد من قادة الجماعة (القناديل)، في مأرب، مصرعهم في المعارك.", "killed", "مصرعهم", (2, None)),
    ],
)
def test_the_second_part_of_a_phrase_stands_far_behind_its_verb(
    text: str, kind: str, trigger: str, count: tuple[int, int | None]
) -> None:
    told = [claim for claim in claims_of(text) if (claim.type, claim.trigger.text) == (kind, trigger)]
    assert told
    assert told[0].count is not None
    assert (told[0].count.low, told[0].count.high) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("واقتحم انتحاري بسيارة مفخخة نقطة تفتيش في بلدة القطن.", ["انتحاري"]),
        # The word for the attack tells it already; a bomber who is only told of is no attack.
        ("وفجر انتحاري نفسه بسيارة في بلدة القطن.", ["فجر"]),
        ("وقالت الشرطة إنها تعرفت على هوية انتحاري من بلدة القطن.", []),
    ],
)
def test_a_bomber_is_the_attack_where_no_word_tells_it(text: str, expected: list[str]) -> None:
    assert [claim.trigger.text for claim in claims_of(text) if claim.type == "suicide_bombing"] == expected


def test_the_mode_told_anew_is_no_mere_back_reference() -> None:
    text = "وتزامن ذلك مع تجدد القصف المدفعي والصاروخي من قوات النظام على محيط بلدة كنصفرة."
    assert "القصف المدفعي" in {claim.trigger.text for claim in claims_of(text)}
