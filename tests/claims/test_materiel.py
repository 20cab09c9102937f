"""What is destroyed: materiel is a loss of equipment, also where a pronoun stands for it; houses are property."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Report


@cache
def rules() -> Knowledge:
    return load_knowledge(with_ranker=False, with_linker=False)


def types_of(text: str) -> set[str]:
    before = "قصفت قوات النظام بلدة النيرب بالمدفعية ما أدى إلى مقتل ثلاثة مدنيين. "
    return {claim.type for claim in read(Report("r", before + text, date(2021, 3, 10), "x"), rules()).claims}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("دمرت المقاتلات بغارتين منصة صواريخ في مأرب.", "equipment_loss"),
        ("استهدفت غارة دبابة حوثية ودمرتها في ماس شمال المحافظة.", "equipment_loss"),
        ("استهدفت الغارات رتلا عسكريا ما أدى إلى تدميره بالكامل.", "equipment_loss"),
        ("أدى الهجوم إلى تدمير عجلتين عسكريتين في الكرمة.", "equipment_loss"),
        ("أدى الهجوم إلى تدمير سيارتين مفخختين في أطراف البلدة.", "equipment_loss"),
        ("أدى القصف إلى تدمير منزلين في القرية.", "property_damage"),
        ("استهدفت غارة مدرسة القرية ودمرتها.", "property_damage"),
    ],
)
def test_the_kind_of_harm_is_that_of_what_was_harmed(text: str, kind: str) -> None:
    assert {"equipment_loss", "property_damage"} & types_of(text) == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("شنت الطائرات الروسية غارات على معرة النعمان، فيما قصفت قوات النظام بلدة بليون.", "shelling"),
        ("جددت قوات النظام وروسيا قصفها على بلدة بليون.", "shelling"),
        ("وقصفت مدفعية الجيش القرية، وتتعرض البلدة لقصف شبه يومي وغارات للطيران الروسي.", "shelling"),
        ("قتل أربعة مدنيين في قصف إسرائيلي على دمشق.", "airstrike"),
    ],
)
def test_who_bombards_from_the_ground_and_who_from_the_air(text: str, kind: str) -> None:
    text = text if kind == "shelling" else "وفي الجنوب " + text
    claims = read(Report("r", text, date(2021, 3, 10), "x"), rules()).claims
    assert kind in {claim.type for claim in claims if claim.trigger.text.startswith("قصف")}


def test_most_of_what_was_named_is_several() -> None:
    text = "قصفت إسرائيل دمشق وتصدت وسائط الدفاع الجوي للصواريخ وأسقطت معظمها."
    claims = read(Report("r", text, date(2021, 3, 10), "x"), rules()).claims
    lost = [claim for claim in claims if claim.type == "equipment_loss"]
    assert [(claim.count.low, claim.count.high, claim.count.text) for claim in lost if claim.count] == [
        (2, None, "معظمها")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("سيطرت القوات على مدينة تعز وفر المتمردون من المدينة.", "withdrawal"),
        ("سيطرت القوات على مدينة تعز بعد فرار المتمردين من المدينة.", "withdrawal"),
        ("قصف الجيش مدينة عفرين وقالت الهيئة إن السكان يفرون من المدينة.", "displaced"),
        ("قصف الجيش مدينة عفرين وفر مدنيون من المدينة.", "displaced"),
    ],
)
def test_forces_withdraw_and_civilians_are_displaced(text: str, kind: str) -> None:
    types = {claim.type for claim in read(Report("r", text, date(2021, 3, 10), "x"), rules()).claims}
    assert types & {"withdrawal", "displaced"} == {kind}
