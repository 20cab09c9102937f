"""By what means an attack was made: the weapon of its clause, the aircraft that flew, the fire the report tells of."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report


@cache
def rules() -> Knowledge:
    """Without the ranker, which judges lone sentences: what the rules alone make of one."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجم مسلحون بأسلحة خفيفة نقطة للجيش في مدينة حماة وقتلوا جنديا.", "attack"),
        (
            "استهدفت المجموعات المسلحة مدينتي نبل والزهراء في ريف حلب الشمالي، صباح اليوم الجمعة الباكر،"
            " بالقذائف الصاروخية وقتلت طفلا.",
            "shelling",
        ),
        ("شنت جماعات مقاتلة هجوما على مدينة حلب وقتلت جنديا.", "attack"),
        ("قصف روسي على مدينة إدلب. وسقطت قذائف المدفعية على المنازل وقتلت طفلا.", "shelling"),
        ("قصف روسي على مدينة إدلب قتل طفلا وجرح ثلاثة مدنيين.", "airstrike"),
        ("أطلقت طائرة حربية صاروخين على منزل في مدينة الرطبة وقتلت طفلا.", "airstrike"),
        ("استهدف الطيران الحربي بصاروخين نفقا في مدينة رفح وقتل طفلا.", "airstrike"),
        ("استهدفت الميليشيات بالأسلحة الثقيلة قرية الدروب وقتلت طفلا.", "shelling"),
        ("شنت الميليشيات هجوما على قرية الدروب مستخدمة الأسلحة الثقيلة وقتلت طفلا.", "attack"),
        ("قصف متبادل في مدينة حلب. وشنت طائرات غارة على المدينة قتلت طفلا.", "shelling"),
    ],
)
def test_the_means_settle_the_type(text: str, expected: str) -> None:
    claims = pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims
    assert claims[0].type == expected


def test_material_losses_are_damage_and_what_went_out_of_service_is_told_beside_them() -> None:
    text = "قتل جندي في قصف على مدينة حلب، ووقعت خسائر مادية وخروج المطار عن الخدمة."
    claims = pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims
    assert [claim.type for claim in claims].count("property_damage") == 2
