"""Words and frames of wires and broadcasters from Tunis to Aden, each in an invented sentence, and what is no claim."""

from __future__ import annotations

import pytest

from tests.claims.in_war import claims_of


@pytest.mark.parametrize(
    ("kind", "trigger", "text"),
    [
        ("accuse", "المتهم", "واستهدفت الغارة تنظيم القاعدة المتهم بتدبير الهجوم على السفارة."),
        ("accuse", "دان", "كما دان رئيس الوزراء السبت الهجوم على الدورية."),
        ("demand", "يجب", "وقال الناطق إنه يجب وقف القتال في المدينة."),
        ("demand", "حضت", "وحضت الأمم المتحدة الحكومة على فتح الحدود."),
        ("threaten", "ستستمر", "وقال الوزير إن العمليات العسكرية ستستمر حتى النصر."),
        ("threaten", "ستتخذ", "وقال الوزير إن القوات ستتخذ كافة الإجراءات بحق المسلحين."),
        ("violation", "انهارت هدنة", "وانهارت هدنة وقعها الطرفان قبل شهر."),
        ("clash", "يقاتلون", "وقال إن المسلحين يقاتلون الجيش في ثلاث جبهات."),
        ("clash", "تبادل إطلاق نار", "وقتل خمسة منهم خلال عملية تبادل إطلاق نار مع الشرطة."),
        ("shelling", "وقعت", "ووقعت ثلاث قذائف قرب المطار."),
        ("shelling", "سقوط", "وشهدت الضاحية سقوط 16 صاروخا على الأقل."),
        ("airstrike", "أسقطت", "وقال شاهد إن الطائرة أسقطت قنبلة على السوق."),
        ("equipment_loss", "ضبط", "وأعلن الجيش ضبط أسلحة في المبنى."),
        ("equipment_loss", "عثر", "وعثر بحوزتهم على بندقيتين."),
        ("equipment_loss", "التحفظ", "وأعلن الجيش التحفظ على عشر بنادق."),
        ("property_damage", "سرقة", "وقام المسلحون بسرقة خمسة منازل في البلدة."),
        ("property_damage", "احتراق", "وأدى القصف إلى احتراق سيارة مدنية."),
        ("riot", "اقتحم", "واقتحم عشرات المحتجين مبنى المحافظة."),
        ("riot", "رمى", "ورمى المحتجون الحجارة على الشرطة."),
        ("protest", "قطع", "وقطع عدد من المحتجين الطريق المؤدي إلى الميناء."),
        ("protest", "التحركات الاحتجاجية", "وشهدت الولاية عددا من التحركات الاحتجاجية."),
        ("protest", "تجمعوا", "وفرقت الشرطة نحو 250 محتجا تجمعوا عند مدخل الحقل."),
        ("protest", "مسيرة", "وقمعت قوات الاحتلال مسيرة بلعين الأسبوعية."),
        ("aid", "مسنودة", "وتقدمت القوات مسنودة بقوات من التحالف."),
        ("killed", "قضوا", "وقال مصدر إن 12 عنصرا من الحركة قضوا في الكمين."),
    ],
)
def test_the_word_is_a_claim(kind: str, trigger: str, text: str) -> None:
    found = [claim for claim in claims_of(text) if trigger in claim.trigger.text]
    assert [claim.type for claim in found] == [kind]


@pytest.mark.parametrize(
    ("trigger", "text"),
    [
        ("هجوم", "وقال الجيش إن الحركة تتحمل المسؤولية عن أي هجوم ينطلق من المدينة."),
        ("هجوم", "وهذا ثاني هجوم من نوعه في المدينة."),
        ("إصابات", "وجرح ستة أشخاص إصابات متفاوتة."),
        ("أصيبوا", "وقال إن المسلحين أصيبوا بحالة من الرعب."),
        ("الشهيد", "واحتشد السكان في ميدان الشهيد سالم."),
        ("أحزمة ناسفة", "وقالت الشرطة إنها عثرت بحوزتهم على وثائق ومتفجرات وأحزمة ناسفة."),
        ("المتهمين", "وقتل أحد المتهمين بتجارة المخدرات."),
        ("يقاتل", "وقتل بينما كان يقاتل في صفوف الجيش."),
    ],
)
def test_the_word_is_no_claim(trigger: str, text: str) -> None:
    assert not [claim for claim in claims_of(text) if trigger in claim.trigger.text]


def test_barrels_that_planes_dropped_are_no_loss_of_theirs() -> None:
    claims = claims_of("وانفجرت البراميل المتفجرة التي أسقطتها المروحيات على الحي.")
    assert not [claim for claim in claims if claim.type == "equipment_loss"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("airstrike", "وقامت القوات الجوية باستهداف مواقع في سيناء."),
        ("airstrike", "وقصف سلاح الجو الإسرائيلي موقعا في غزة."),
        ("shelling", "وقصفت قوات الجيش موقعا في غزة."),
    ],
)
def test_forces_of_the_air_strike_from_it(kind: str, text: str) -> None:
    assert [claim.type for claim in claims_of(text)] == [kind]
