"""Who says so in invented posts: headings, speakers joined on by a comma and و, colons within a sentence."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report

DAY = date(2018, 10, 9)


@cache
def known() -> Knowledge:
    """All that a reading needs."""
    return pipeline.load_knowledge()


def sources(text: str, trigger: str) -> list[str]:
    """The chain of sources of the first claim with this trigger."""
    read = pipeline.read(Report("sample", text, DAY, None), known())
    claim = next(claim for claim in read.claims if claim.trigger.text == trigger)
    return [source.text for source in claim.sources]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("قصف على حي السكري، والدفاع المدني يتحدث عن مقتل 3 مدنيين", "مقتل", ["الدفاع المدني"]),
        ("قصف على حي السكري، والدفاع المدني يتحدث عن مقتل 3 مدنيين", "قصف", []),
        ("انفجار في سرمين، وإعلام العدو يتحدث عن إصابة جندي", "إصابة", ["إعلام العدو"]),
        ("وصل الوفد إلى مأرب، ومصدر مطلع يقول ان هجوما جديدا وقع في صرواح", "هجوما", ["مصدر مطلع"]),
        ("اشتباكات في الزاوية، والمؤسسة الوطنية للنفط تقول إن 3 عمال أصيبوا", "أصيبوا", ["المؤسسة الوطنية"]),
        ("هجوم على حاجز قرب نابلس، وجيش الاحتلال: مقتل جندي", "مقتل", ["جيش الاحتلال"]),
    ],
)
def test_a_speaker_joined_on_begins_a_clause(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain


def test_what_is_listed_with_a_relative_clause_stays_in_the_list() -> None:
    text = "استهدفت المدفعية مقراً، وسيارة تقل عناصر من الحرس، وقصفت حي السكري."
    read = pipeline.read(Report("sample", text, DAY, None), known())
    assert "سيارة" in [target.text.split()[0] for target in read.claims[0].targets]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        (
            "حمص - سانا: مقتل مدنيين بانفجار في حي الزهراء. وأضاف مصدر في قيادة الشرطة أن أضراراً مادية وقعت.",
            "مقتل",
            ["سانا"],
        ),
        (
            "قيادة الجيش - مديرية التوجيه: أوقفت دورية في القليلة مطلوبين. وأوقفت دورية ثانية ثلاثة في صور.",
            "أوقفت",
            ["قيادة الجيش"],
        ),
        (
            "مصدر عسكري لـ«الضفاف نيوز»: قتل ثلاثة من عناصرنا في كمين قرب درعا.",
            "قتل",
            ["مصدر عسكري", "الضفاف نيوز"],
        ),
        ("الأونروا: مقتل موظف لدينا في غارة على النصيرات", "مقتل", ["الأونروا"]),
        ("#التحالف: اعتراض طائرة مسيرة باتجاه خميس مشيط", "اعتراض طائرة", ["التحالف"]),
        ("مستشفى ناصر: وصول 5 شهداء بعد قصف على خان يونس", "قصف", ["مستشفى ناصر"]),
        ("روسيا: مقتل 3 مدنيين بقصف على بيلغورود", "مقتل", []),
    ],
)
def test_a_heading_names_who_speaks(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("قصف على حلب، ومستشفى ابن سيناء يناشد الأهالي التبرع بالدم", "يناشد", ["مستشفى ابن سيناء"]),
        ("بلدية جباليا حملت الاحتلال المسؤولية الكاملة عن القصف", "حملت", ["بلدية جباليا"]),
        ("دمشق تدين الغارات الإسرائيلية على حلب", "تدين", ["دمشق"]),
        ("قصف على مشفى في حلب، والأهالي يناشدون المنظمات", "يناشدون", ["الأهالي"]),
    ],
)
def test_a_house_or_capital_speaks_where_it_opens_the_clause(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("عاجل | مصدر طبي: مقتل 3 مدنيين في سرمين\nعاجل | إصابة طفل في بنش", [["مصدر طبي"], []]),
        ("سانا عن مصدر في وزارة الدفاع: مقتل 3 مسلحين في سرمين", [["مصدر في وزارة الدفاع", "سانا"]]),
        ("طبيب في مشفى ميداني لمراسلتنا: وصول 5 قتلى من سرمين", [["طبيب في مشفى ميداني"]]),
        ("صدر عن مديرية التوجيه ما يلي:\nأوقف الجيش 3 مسلحين في بعلبك", [["مديرية التوجيه"]]),
        ("عاجل الناطق باسم الحركة: أسرنا 3 جنود قرب سرمين", [["الناطق باسم الحركة"]]),
        ("مصدر في الدفاع المدني: مقتل طفل في سرمين\nالمصدر: إصابة 3 من عائلته", [["مصدر في الدفاع المدني"]] * 2),
    ],
)
def test_flashes_agencies_and_papers_at_the_head(text: str, speakers: list[list[str]]) -> None:
    claims = pipeline.read(Report("sample", text, DAY, None), known()).claims
    assert [[source.text for source in claim.sources] for claim in claims] == speakers
