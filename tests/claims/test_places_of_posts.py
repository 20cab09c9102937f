"""Where the claims of messages and posts are: titles and lists, names no register has, where somebody only went."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Report


@cache
def known() -> Knowledge:
    return load_knowledge()


def places(text: str, kind: str) -> list[str]:
    """The places of the last claim of a type."""
    claims = [claim for claim in read(Report("r", text, date(2020, 2, 5), None), known()).claims if claim.type == kind]
    return [place.text for place in claims[-1].places]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("سقوط قذائف هاون على سوق العزيزية شرق أم درمان", "shelling", ["سوق العزيزية"]),
        ("الجيش يعلن سيطرته على جريد النوبة بشمال كردفان", "control_gain", ["جريد النوبة"]),
        ("انفجار عبوة ناسفة قرب علوة البياع جنوبي بغداد", "bombing", ["علوة البياع"]),
        ("اشتباكات عنيفة على محور زاروفسك بين الجيش والمسلحين", "clash", ["زاروفسك"]),
        ("اشتباكات مع قوات الاحتلال في محور المستشفى", "clash", ["المستشفى"]),
        ("حرق مزرعة مواطن في الدريهمي بقذائف الحوثيين", "property_damage", ["الدريهمي"]),
        ("مداهمات في محلة القبة – طرابلس واعتقال 3 شبان", "arrested", ["القبة"]),
        ("قصف مدفعي على وادي ليبة بمديرية الظاهر", "shelling", ["وادي ليبة"]),
        ("انفجار عبوة قرب مفترق العلمي بمدينة غزة", "bombing", ["مفترق العلمي"]),
        ("القوات تحرر قريتي تل مرجان وأم الوحيش جنوب سنجار", "control_gain", ["تل مرجان", "أم الوحيش"]),
        ("قتيلان في اشتباكات الزاوية أمس", "killed", ["الزاوية"]),
        ("الاحتلال يمنع دخول المساعدات الى القطاع", "siege", ["القطاع"]),
        ("غارة دمرت منزلا في مجدل سون واستشهاد 4", "airstrike", ["مجدل سون"]),
        ("قصف عنيف على بلدة مجدل سون", "shelling", ["مجدل سون"]),
        ("قصف على معسكر النخيل وسوق نيفاشا", "shelling", ["معسكر النخيل", "سوق نيفاشا"]),
        ("ارتفاع حصيلة القصف على مخيم الجفينة للنازحين جنوب مأرب إلى 6 شهداء", "killed", ["مخيم الجفينة"]),
        ("هجوم على فلاحي قرية نهر الوند في المقدادية", "attack", ["نهر الوند"]),
        ("وصل مستشفيات القطاع 61 شهيدا", "killed", ["القطاع"]),
        ("كمين بالرشاشات في سرمين والحصيلة 13 قتيلا من الفرقة 17", "killed", ["سرمين"]),
        ("قذيفة سقطت جنب سوق الخضار القديم وأصيب طفل", "wounded", ["سوق الخضار القديم"]),
    ],
)
def test_names_no_register_has(text: str, kind: str, expected: list[str]) -> None:
    assert places(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("سرمين: الثوار سيطروا على مبنى البلدية بعد انسحاب الجيش نحو معرة النعمان", "control_gain", ["سرمين"]),
        ("قتل 3 منهم وتدمر عربة دفع رباعي في سرمين", "killed", ["سرمين"]),
        ("اشتباكات على محور سرمين. كييف تقول إنها أسقطت 5 صواريخ", "clash", ["سرمين"]),
        ("قواتنا تسيطر على معسكر النخيل وتأسر 9 من المليشيات", "control_gain", ["معسكر النخيل"]),
        ("الدعم السريع اقتحم قرية ود البشير الصباح\nالاهالي نزحو بالكارو على المناقل", "displaced", ["ود البشير"]),
        ("حصار على مخيم جنين ونزوح من حارة البطمة\nاستشهاد مواطنة برصاص الاحتلال", "killed", ["مخيم جنين"]),
        ("مقتل جندي بانفجار لغم في قنفودة ونقل مصاب إلى المستشفى #بنغازي", "killed", ["قنفودة"]),
        ("اعتقال خلية في سرمين كانت تنقل العبوات إلى حي غويران", "arrested", ["سرمين"]),
        ("سنجار/ مراسلنا: طائرة مسيرة تركية تقصف عجلة وتقتل اثنين", "killed", ["سنجار"]),
    ],
)
def test_where_somebody_went_or_speaks_is_not_where_it_happened(text: str, kind: str, expected: list[str]) -> None:
    assert places(text, kind) == expected


def test_the_place_of_what_was_taken_holds_on() -> None:
    text = "تحرير بلدتي سرمين والنيرب 🔥\nخلال التمشيط أسر 6 من عناصر الميليشيات"
    assert places(text, "captured") == ["سرمين", "النيرب"]


def test_a_title_that_tells_of_a_deed_is_no_heading() -> None:
    text = "🔴 انفجار سيارة مفخخة قرب مزاد البياع غربي بغداد\n🔴 3 قتلى في الانفجار"
    assert places(text, "killed") == ["مزاد البياع"]


def test_the_place_of_a_title_holds_for_each_item() -> None:
    text = "حصيلة اليوم من سرمين كما وثقتها عدستي\n1- غارة على حي الأمل\n2- نزوح جديد للأهالي"
    assert places(text, "displaced") == ["سرمين"]


def test_nothing_of_the_kind_is_told_where_the_deed_was() -> None:
    assert places("حصيلة اليوم من سبها:\n1) إطلاق نار في حي الناصرية. لا إصابات.", "wounded") == ["الناصرية"]


def test_a_hospital_is_not_the_town() -> None:
    text = "قصف على مخيم أبو شوك بالفاشر\nخروج مستشفى السلام عن الخدمة\nوحصار المدينة مستمر"
    assert places(text, "siege") == ["الفاشر"]


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        ("#عاجل الناطق باسم بركان الغضب: قواتنا تبسط سيطرتها على سرمين", "control_gain", "بركان الغضب"),
        ("لواء المعتصم يعلن إسقاط مروحية فوق سرمين", "equipment_loss", "لواء المعتصم"),
    ],
)
def test_whose_forces_are_ours_and_who_announces_his_deed(text: str, kind: str, party: str) -> None:
    claims = [claim for claim in read(Report("r", text, date(2020, 2, 5), None), known()).claims if claim.type == kind]
    assert [agent.text for agent in claims[-1].agents] == [party]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("تحركت قوة أمنية إلى بلدة السرو لإلقاء القبض على ثلاثة مسلحين", "arrested", ["السرو"]),
        ("توفي جريحان ليل الأربعاء في الطريق إلى إدلب", "killed", ["إدلب"]),
        ("أسقطت الدفاعات الجوية ثلاث طائرات أطلقت باتجاه قاعدة حميميم في ريف اللاذقية", "equipment_loss", []),
        ("مقتل خمسة عناصر إثر تسلل على محور الفوج 46 بريف حلب الغربي.", "killed", ["الفوج 46"]),
    ],
)
def test_what_is_and_is_not_the_place_of_those_who_went(text: str, kind: str, expected: list[str]) -> None:
    assert places(text, kind) == expected
