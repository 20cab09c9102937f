"""What is told and what is only named: words behind the article, families of words, modes by their doer."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Report

LEAD = "شنت الطائرات الحربية غارات على مدينة إدلب ما أدى إلى مقتل 3 مدنيين. "


@cache
def rules() -> Knowledge:
    """Without what is trained: what the rules alone make of a sentence."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def claims(text: str) -> tuple[Claim, ...]:
    return pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims


def told(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.trigger.text) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("استخدمت الشرطة في مدينة البصرة الغاز المسيل للدموع ضد المحتجين.", "attack", "استخدمت"),
        ("تمكن الجيش من القضاء عليهم في جبل قرب مدينة القصرين.", "killed", "القضاء عليهم"),
        ("حجزت وحدات الجيش أسلحة وذخائر في جبل قرب مدينة القصرين.", "equipment_loss", "حجزت"),
        ("يسري في قطاع غزة وقف هش لإطلاق النار بين الطرفين.", "agreement", "وقف"),
        ("أسعفت فرق الدفاع المدني المصابين بعد قصف مدينة إدلب.", "aid", "أسعفت"),
        ("قال الوزير بعد قصف مدينة إدلب: سنرد على هذا الهجوم.", "threaten", "سنرد"),
        ("انطلقت الحملة العسكرية على مدينة الرقة فجر أمس.", "mobilize", "انطلقت الحملة العسكرية"),
        ("ألقى مجهولون قنبلة يدوية على مقر للشرطة في مدينة درعا.", "bombing", "ألقى"),
        ("شهدت جبهات مدينة تعز عمليات كر وفر بين الطرفين.", "clash", "كر وفر"),
        ("اندلع صراع مسلح بين فصيلين في مدينة طرابلس.", "clash", "صراع مسلح"),
        ("هاجم انتحاري مقر الشرطة في مدينة كركوك.", "suicide_bombing", "هاجم"),
        ("وقع هجوم نفذه انتحاري في مدينة كركوك.", "suicide_bombing", "هجوم"),
        ("نفذت قوات التحالف 17 عملية مشتركة في مدينة الرقة.", "attack", "عملية مشتركة"),
        ("ارتكبت قوات النظام مجزرة في مدينة دوما.", "killed", "مجزرة"),
        ("قدمت الشرطة إلى المكان بعد قصف مدينة غزة وهددت باعتقال الأم.", "threaten", "هددت"),
        ("شهدت مدينة إدلب تصعيدا من قوات النظام منذ أسبوع.", "attack", "تصعيدا"),
        ("أظهر شريط جثثا في قبو بعد قصف مدينة دوما.", "killed", "جثثا"),
        ("بدأت محاكمة 16 شخصا بتهمة تفجير سوق في مدينة عدن.", "accuse", "تهمة"),
        ("تمكن الجيش من القضاء على أحد قادة الجماعة بعد قصف مدينة القصرين.", "killed", "القضاء على"),
        ("تمكنت القوات من تحرير بقايا مدينة الرقة بعد قصفها.", "control_gain", "تحرير"),
        ("قصفت الطائرات المدينة، وخرج الأهالي من مدينة دوما.", "displaced", "خرج"),
        ("قصفت الطائرات مدينة دوما. وأوضح المصدر أن العائلات غادرت المدينة في حافلات.", "displaced", "غادرت"),
        ("انسحب المحتجون من مدينة البصرة بعد قصفها.", "withdrawal", "انسحب"),
        ("تأتي العملية التي أطلقتها قوات النظام في مدينة إدلب.", "mobilize", "أطلقتها"),
        ("اكتسحت قوات الحوثيين مدينة خور مكسر من عدة جهات.", "attack", "اكتسحت"),
        ("قاتلت المقاومة الميليشيات في مدينة عدن.", "clash", "قاتلت"),
        ("ردت المدفعية التركية على مصادر النيران في مدينة تل رفعت.", "shelling", "ردت"),
        ("تعرضت مدينة إدلب أمس لأكثر من 50 قذيفة.", "shelling", "تعرضت"),
        ("سقطت طائرة حربية للنظام في مدينة أريحا.", "equipment_loss", "سقطت طائرة"),
        ("تمكن الجيش من إحكام قبضته على مدينة درنة.", "control_gain", "إحكام قبضته"),
        ("عزل الجيش مدينة دوما عن سائر الغوطة الشرقية.", "siege", "عزل"),
        ("أشعل محتجون العجلات المطاطية في مدينة سيدي بوزيد.", "riot", "أشعل"),
        ("أغلق محتجون مدينة قفصة وقاموا بغلق الطريق الوطنية.", "riot", "غلق الطريق"),
        ("حذرت إسرائيل من أنها لن تسمح بقصف مدينة حيفا.", "threaten", "حذرت"),
        ("قال متحدث بعد قصف مدينة عدن إن الجيش سيرد.", "threaten", "سيرد"),
        ("وصف الوزير قصف مدينة دوما بأنه جريمة حرب.", "accuse", "جريمة حرب"),
        ("استهدفت المدفعية التركية مدينة تل رفعت.", "shelling", "استهدفت"),
        ("أجبر القصف على مدينة دوما آلاف المدنيين على الفرار إلى مدينة دمشق.", "displaced", "الفرار"),
        ("أجبرت الغارات على مدينة تعز المتمردين على الفرار من مواقعهم.", "withdrawal", "الفرار"),
        ("تمكنت قوات الجيش من دخول مدينة زنجبار بعد معارك.", "control_gain", "دخول"),
        ("اقتربت قوات الجيش من مدينة زنجبار وتمكنت من السيطرة عليها بعد معارك.", "control_gain", "السيطرة"),
    ],
)
def test_words_of_a_family_name_a_happening(text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (LEAD + "وردت الفصائل على سؤال للصحفيين.", "threaten"),
        (LEAD + "وجاء ذلك ردا على هجوم سابق.", "threaten"),
        (LEAD + "وتزامنت الغارات الروسية مع تحليق طائرات استطلاع.", "airstrike"),
        (LEAD + "وتفقدت الفرق الأماكن التي استهدفتها الطائرات.", "attack"),
        (LEAD + "وليست هذه المرة الأولى التي تستهدف فيها الطائرات المدينة.", "attack"),
        (LEAD + "ودعا المجلس إلى وضع حد لهذه الغارات.", "airstrike"),
        (LEAD + "وقالت الفرق إن الغارات والقصف تمنع عملها.", "airstrike"),
        ("قتل 3 جنود في مدينة درعا. ووصلت المساعدات إلى الأسر المتضررة.", "captured"),
        ("قتل 3 جنود في مدينة عدن. وتم اختيار علي سالم وزيرا للنقل.", "talks"),
        ("قتل 3 جنود في مدينة عدن. وقال قائد في اتصال هاتفي مع وكالة الأنباء إن المعارك مستمرة.", "talks"),
        ("قتل 3 جنود في مدينة غزة. وأعلنت الهيئة العليا لمسيرات العودة الحداد.", "protest"),
        ("قتل 3 جنود في مدينة تعز. وحذرت المنظمة من انتشار الكوليرا: 40 إصابة بالكوليرا ووباء جديد.", "wounded"),
    ],
)
def test_what_is_only_named_is_not_told(text: str, kind: str) -> None:
    said = [claim for claim in claims(text) if claim.type == kind]
    assert [claim for claim in said if claim.trigger.start > text.index(".")] == []


def test_one_happening_in_two_words_makes_one_claim() -> None:
    text = "أطلقت قوات النظام أمس أكثر من 260 صاروخا استهدفت بلدات في الغوطة الشرقية."
    assert told(text) == [("shelling", "أطلقت")]
    assert [kind for kind, _ in told("نفذت الطائرات ضربة جوية استهدفت خلالها مقرا في مدينة الرقة.")] == ["airstrike"]


def test_whose_the_raids_are_is_not_whose_the_bombardment_is() -> None:
    text = "تتعرض مدينة إدلب لقصف يومي وغارات للطيران الروسي."
    assert ("shelling", "قصف") in told(text)
    launched = "شن الطيران غارات على مدينة غزة أمس بعد إطلاق صواريخ على مدينة عسقلان."
    assert ("shelling", "إطلاق صواريخ") in told(launched)


def test_the_number_stands_behind_the_article() -> None:
    text = "أسفر القصف على مدينة إدلب عن سقوط القتلى السبعة وإصابة عدد من المدنيين."
    assert (7, 7) in [(claim.count.low, claim.count.high) for claim in claims(text) if claim.count is not None]
