"""Where, in invented sentences: clauses of another deed, what a place lies in, borders, landmarks, lists, talks."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report

DAY = date(2018, 10, 9)


@cache
def rules() -> Knowledge:
    """Without the ranker: what the rules alone make of a sentence."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def places(text: str, trigger: str) -> list[str]:
    """The places of the first claim with this trigger."""
    read = pipeline.read(Report("sample", text, DAY), rules())
    claim = next(claim for claim in read.claims if claim.trigger.text == trigger)
    return [place.text for place in claim.places]


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("شنت طائرات غارات على الحديدة أدت إلى مقتل خمسة، في وقت قصفت مدفعية مواقع قرب صنعاء.", "مقتل", ["الحديدة"]),
        ("قصف على مدينة عفرين أسفر عن مقتل خمسة مدنيين، مؤكدا أن معارك تدور في راجو.", "مقتل", ["عفرين"]),
        ("شهدت محافظة حجة، التابعة لإقليم تهامة، هجوما مسلحا قتل فيه جنديان.", "هجوما", ["حجة"]),
        ("قتل خمسة مدنيين في دوما المحاصرة قرب دمشق إثر قصف مدفعي.", "قصف مدفعي", ["دوما"]),
        ("أصيب ثلاثة جنود بجروح على الحدود مع قطاع غزة.", "أصيب", ["الحدود مع قطاع غزة"]),
        ("قتل جندي قرب الحدود بين سوريا وتركيا.", "قتل", ["الحدود بين سوريا وتركيا"]),
        ("اندلعت اشتباكات في محيط مبنى البريد القديم بحي الصناعة في مدينة حلب.", "اشتباكات", ["مبنى البريد القديم"]),
        ("وشارك الوفد في محادثات جنيف وأستانا مع الحكومة السورية.", "محادثات", ["جنيف", "أستانا"]),
        ("وتوجه رئيس الوزراء إلى البصرة حيث اجتمع مع قادة الجيش.", "اجتمع", ["البصرة"]),
        ("أصيب مدني بجروح في بلدة دوما ثم نقلته سيارة إلى مستشفى حماة.", "أصيب", ["دوما"]),
        ("قتل خمسة جنود في هجوم في المكناسي.", "قتل", ["المكناسي"]),
        ("شهد العراق أمس عددا من التفجيرات، وفي وقت لاحق هدأ القتال قرب كركوك.", "التفجيرات", ["العراق"]),
        ("قتل أربعة مدنيين في سلسلة هجمات في بغداد وشمالها.", "هجمات", ["بغداد", "شمالها"]),
        ("تعرضت مدن مسرابا وجسرين وكفربطنا وحمورية لقصف عنيف.", "قصف", ["مسرابا", "جسرين", "كفربطنا", "حمورية"]),
        ("أصيب جنديان بانفجار لغم في المنطقة الحدودية.", "أصيب", ["المنطقة الحدودية"]),
        ("قتل جنديان في هجوم على الحدود الشرقية للقطاع.", "قتل", ["الحدود الشرقية"]),
        ("وتظاهر المئات في المحافظات الجنوبية للمطالبة بالخدمات.", "تظاهر", ["المحافظات الجنوبية"]),
        ("شنت طائرات غارات على مناطق سيطرة المعارضة أمس.", "غارات", ["مناطق سيطرة المعارضة"]),
        ("قتل خمسة مدنيين في مناطق سيطرة المعارضة بريف حلب.", "قتل", ["ريف حلب"]),
        ("شهدت الحدود بين ليبيا وتونس اشتباكات عنيفة.", "اشتباكات", ["الحدود بين ليبيا وتونس"]),
        ("أطلق مسلحون ثلاثة صواريخ تجاه السعودية أمس.", "أطلق", ["السعودية"]),
        ("قصفت قوات النظام قرية الشيخ سعدان بالمدفعية.", "قصفت", ["الشيخ سعدان"]),
        ("قتل جنديان في تفجير في زاهدان الواقعة إلى الجنوب الشرقي من طهران.", "تفجير", ["زاهدان"]),
    ],
)
def test_where_it_was(text: str, trigger: str, found: list[str]) -> None:
    assert places(text, trigger) == found


@pytest.mark.parametrize(
    "text",
    [
        "وقالت الوزارة في البيان إن خمسة جنود قتلوا في هجوم.",
        "أعدم التنظيم خمسة مدنيين بحجة التعامل مع الجيش وقتل جنديان.",
        "بدا أن الهجوم الكبير كان بلا هدف، وقتل فيه عدد كبير من الجنود.",
        "دعا الرئيس للجرحى بالشفاء العاجل بعد أن قتل جنديان.",
    ],
)
def test_words_written_like_villages_are_no_places(text: str) -> None:
    read = pipeline.read(Report("sample", text, DAY), rules())
    assert not [place.text for claim in read.claims for place in claim.places]
