"""Rarer words of blame, threat, call, help, talks and deals, each in an invented sentence, and what they are not."""

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
    ("kind", "trigger", "text"),
    [
        ("accuse", "وصف", "ووصف الناطق القصف على السوق بأنه إرهابي."),
        ("accuse", "تعتبر", "وقال الناطق إن الضربات تعتبر انتهاكا للقانون الدولي."),
        ("accuse", "حملت", "وحملت الحركة الاحتلال تبعات الاقتحام."),
        ("accuse", "وبخ", "ووبخ السفير أعضاء المجلس على صمتهم."),
        ("accuse", "استفظعت", "واستفظعت الجمعية ما جرى في السوق."),
        ("accuse", "تطهير عرقي", "وقال الناطق إن ما يجري تطهير عرقي."),
        ("accuse", "أسندت", "وأسندت النيابة إليهم الاشتراك في الهجوم."),
        ("accuse", "خيانة", "وقال الناطق إن ما جرى خيانة."),
        ("threaten", "سنضطر", "وقال القائد إننا سنضطر للتصدي لهم."),
        ("threaten", "سنقتل", "وقال القائد إننا سنقتل المسلحين."),
        ("talks", "وصل", "ووصل المبعوث الأممي إلى صنعاء."),
        ("protest", "التجمع", "وقام المتظاهرون بالتجمع حول المقر."),
        ("threaten", "تحتفظ", "وقال الناطق إن البلاد تحتفظ بحقها في الرد."),
        ("threaten", "الزناد", "وقال القائد إن أيدينا على الزناد."),
        ("threaten", "وعد", "ووعد القائد بالثأر لمقاتليه."),
        ("threaten", "تعهد", "وتعهد الوزير بملاحقة المسلحين."),
        ("threaten", "تعهد", "وتعهد الوزير بالقضاء على التنظيم."),
        ("threaten", "أقسم", "وأقسم القائد على الثأر لمقاتليه."),
        ("threaten", "مستعدون", "وقال القائد إننا مستعدون للرد."),
        ("threaten", "عازمون", "وقال القائد إننا عازمون على دحر المسلحين."),
        ("threaten", "مواصلة", "وأكد القائد مواصلة القتال حتى النهاية."),
        ("demand", "استغاث", "واستغاث سكان الحي بالمنظمات الدولية."),
        ("demand", "استنجد", "واستنجد الأهالي بالشرطة."),
        ("demand", "توسلت", "وتوسلت النساء إلى المسلحين."),
        ("demand", "نادى", "ونادى المعتصمون بإسقاط المحافظ."),
        ("demand", "اشترطت", "واشترطت الحركة فتح المعبر أولا."),
        ("demand", "أمرت", "وأمرت وزارة الدفاع مقاتليها بالعودة."),
        ("demand", "أوامر", "وأصدر القائد أوامر بفتح الطريق."),
        ("demand", "نصحت", "ونصحت السفارة رعاياها بالسفر."),
        ("demand", "أصرت", "وأصرت الفصائل على خروج المسلحين من الحي."),
        ("demand", "تمسك", "وتمسك الوفد بمطلب الرحيل."),
        ("demand", "لا بد", "وقال الناطق إنه لا بد من محاسبة المسؤولين."),
        ("aid", "ساعدت", "وساعدت الطائرات الأمريكية القوات العراقية."),
        ("aid", "منحت", "ومنحت واشنطن القوات دبابات حديثة."),
        ("aid", "أنزلت", "وأنزلت الطائرات مساعدات فوق المدينة."),
        ("talks", "تباحث", "وتباحث الوزيران في فتح المعبر."),
        ("talks", "ينعقد", "وينعقد مجلس الأمن غدا لبحث الوضع في المدينة."),
        ("talks", "اتصالا", "وأجرى الوزير اتصالا بنظيره السعودي."),
        ("aid", "سلمت", "وسلمت المنظمة سلالا غذائية في مأرب."),
        ("talks", "استدعت", "واستدعت الخارجية السفير الروسي."),
        ("talks", "استقبل", "واستقبل المحافظ وفد الوجهاء."),
        ("talks", "التوسط", "وتحاول سلطنة عمان التوسط بين الطرفين."),
        ("agreement", "صفقة", "وأبرم الطرفان صفقة بينهما."),
        ("agreement", "صلح", "وعقد الطرفان صلحا برعاية الوجهاء."),
        ("violation", "عدم التزام", "وقال الناطق إن عدم التزام الفصائل بالاتفاق مستمر."),
        ("reject", "لن نستسلم", "وقال القائد: لن نستسلم."),
    ],
)
def test_the_word_is_a_claim(kind: str, trigger: str, text: str) -> None:
    found = [claim for claim in claims_of(text) if trigger in claim.trigger.text]
    assert kind in {claim.type for claim in found}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("accuse", "ووصفت صحيفة القتيل بأنه أرفع قيادي في المدينة."),
        ("accuse", "وأصيب طفل بجروح وصفت بالطفيفة."),
        ("threaten", "واحتفظت القوات بالتل."),
        ("threaten", "وتعهد الوزير بخلق فرص عمل."),
        ("threaten", "وقال الناطق إننا مستعدون للحوار."),
        ("demand", "وهو أمر أقلق السكان."),
        ("demand", "وزار الوفد نادي المدينة."),
        ("aid", "وتقدم الجيش نحو البلدة."),
        ("aid", "ومنح الدستور المواطنين حق التظاهر."),
        ("talks", "وتتوسط المدينة ساحة كبيرة."),
        ("agreement", "ونظرت محكمة الصلح في الدعوى."),
    ],
)
def test_the_word_is_none(kind: str, text: str) -> None:
    assert kind not in {claim.type for claim in claims_of(text)}
