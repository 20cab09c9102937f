"""How many: numbers in brackets and behind عدد, none at all, materiel in the plural, one told by its verb."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Report

WAR = "قصفت قوات النظام بلدة النيرب بالمدفعية ما أدى إلى مقتل ثلاثة مدنيين. "


@cache
def rules() -> Knowledge:
    return load_knowledge(with_ranker=False, with_linker=False)


def counts(kind: str, text: str) -> list[object]:
    claims = read(Report("r", WAR + text, date(2021, 3, 10), "x"), rules()).claims
    behind = [claim for claim in claims if claim.trigger.start >= len(WAR) and claim.type == kind]
    return [claim.count and (claim.count.low, claim.count.high) for claim in behind]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("killed", "وأسفرت العملية عن القضاء على (26) فردا تكفيريا.", [(26, 26)]),
        ("killed", "وأسفرت العملية عن مقتل عدد 6 عناصر.", [(6, 6)]),
        ("killed", "وجرى انتشال جثث 4 مدنيين من تحت الأنقاض.", [(4, 4)]),
        ("killed", "ونقلت جثثهم إلى المشفى.", []),
        ("killed", "وأسفرت العملية عن مقتل عدد (7) مسلحين.", [(7, 7)]),
        ("equipment_loss", "وأعلن الجيش التحفظ على (10) بنادق آلية.", [(10, 10)]),
        ("equipment_loss", "وعثر بحوزتهم على بندقيتين.", [(2, 2)]),
        ("equipment_loss", "وأعلن الجيش الاستيلاء على 17 صاروخا.", [(17, 17)]),
        ("equipment_loss", "وأسفرت العملية عن تدمير آليات قتالية.", [(2, None)]),
        ("equipment_loss", "واستولى المسلحان على أسلحة من الحرس.", [(2, None)]),
        ("wounded", "وأصابت الفصائل عددا آخر منهم.", [(2, None)]),
        ("wounded", "وقتل جندي وأصيب عدد آخر في الانفجار.", [(2, None)]),
        ("killed", "وقال إن الغارة لم تسفر عن قتلى.", [(0, 0)]),
        ("killed", "وتشير التقديرات إلى عدم مقتل مدنيين في الغارة.", [(0, 0)]),
        ("killed", "وقالت صفحات محلية إنه قتل في الغارة.", [(1, 1)]),
        ("wounded", "وأصيب أحد أفراد الأمن في المواجهات.", [(1, 1)]),
        ("protest", "وشهدت المدينة احتجاجات واسعة.", [None]),
    ],
)
def test_count(kind: str, text: str, expected: list[tuple[int, int | None] | None]) -> None:
    assert counts(kind, text) == expected


def test_a_quantity_is_no_hundred() -> None:
    assert (100, 100) not in counts("equipment_loss", "وعثر بحوزتهم على بندقية، وكمية متنوعة من الذخائر.")
