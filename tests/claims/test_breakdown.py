"""Who the counted were: a claim of its own for those among them, in brackets behind them or told beside them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report

NEWS = "قصف الجيش مدينة حلب صباح الاثنين. "


@cache
def rules() -> Knowledge:
    """Without the ranker, which judges lone sentences: what the rules alone make of one."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def numbers(text: str, kind: str) -> list[tuple[int | None, int | None]]:
    claims = pipeline.read(Report("sample", NEWS + text, date(2018, 10, 9)), rules()).claims
    return [(claim.count.low, claim.count.high) for claim in claims if claim.type == kind and claim.count is not None]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("وقتل 26 من قوات النظام بالإضافة إلى تسعة مقاتلين.", "killed", [(26, 26), (9, 9)]),
        ("وقتل عشرة أشخاص إضافة إلى إصابة تسعة آخرين.", "killed", [(10, 10)]),
        ("وقال الطبيب إن 5 مدنيين (4 أطفال وسيدة) قتلوا.", "killed", [(5, 5), (4, 4), (1, 1)]),
        ("وارتفع عدد القتلى إلى 4، منهم 3 من قوات النظام، ومواطن من القرية.", "killed", [(4, 4), (3, 3), (1, 1)]),
        ("وبلغ عدد القتلى 30 شخصا بما فيهم المدنيون.", "killed", [(30, 30), (2, None)]),
        ("وقتلت طفلة في قرية الحصين وسيدة في قرية مويلح.", "killed", [(1, 1), (1, 1)]),
        ("وأصيب ضابطان بجروح ومواطن مدني.", "wounded", [(2, 2), (1, 1)]),
        ("وتمكن المسلحون من قتل خمسة جنود وجثثهم في الشوارع.", "killed", [(5, 5)]),
        ("وقتل الضابط سالم مراد مع تسعة آخرين من أسرته.", "killed", [(1, 1), (9, 9)]),
        ("وقتل القيادي البارز سالم مراد مع عدد من مرافقيه.", "killed", [(1, 1), (2, None)]),
        ("ومقتل ضابط ومعه آخرون في كمين.", "killed", [(1, 1), (2, None)]),
        ("وخطف المسلحون خمسة مدنيين مع سائقهم الأردني.", "abducted", [(5, 5), (1, 1)]),
        ("وأدى إلى اعتقال الضابط مع شخصين من جيرانه.", "arrested", [(1, 1), (2, 2)]),
        ("وقتل قيادي يدعى «أبو سالم خطاب البارودي»، فضلا عن نحو 40 مسلحا آخرين.", "killed", [(1, 1), (40, 40)]),
        ("وأدى إلى مقتل قائد الحملة في تلك المواجهات وسبعة مسلحين آخرين.", "killed", [(1, 1), (7, 7)]),
        ("وقتل تسعة مسلحين في اشتباك مع عناصر من الشرطة.", "killed", [(9, 9)]),
        ("وقتل 17 مقاتلا بالإضافة إلى ستة مدنيين بينهم ثلاثة أطفال.", "killed", [(17, 17), (6, 6), (3, 3)]),
        ("وأدى إلى مقتل ثلاثة من رجال الأمن وامرأة وطفلين.", "killed", [(3, 3), (1, 1), (2, 2)]),
        ("وأصيب ثلاثة من مرافقيه وطفلتيه بجروح.", "wounded", [(3, 3), (2, 2)]),
        ("وسقط 20 مدنيا بين قتيل وجريح.", "killed", [(1, 19)]),
        ("وسقط 20 مدنيا بين قتيل وجريح.", "wounded", [(1, 19)]),
        ("وقال المصدر إن 40 مسلحا سقطوا بين قتيل وجريح خلال صد الهجوم.", "killed", [(1, 39)]),
        ("ووقع عشرات الضحايا بين قتيل وجريح.", "killed", [(1, None)]),
        ("وسقط 4 شهداء في حي الزيدية وعديد من الجرحى.", "killed", [(4, 4)]),
    ],
)
def test_parts_and_those_beside(text: str, kind: str, expected: list[tuple[int | None, int | None]]) -> None:
    assert numbers(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "numbers"),
    [
        ("أسفر القصف على دوما عن مقتل 12 شخصا، هم: طفلان اثنان ورجل، و9 من العسكريين.", "killed", [12, 2, 1, 9]),
        ("أدى القصف على دوما إلى مقتل 54 شخصا، بينهم 12 مدنيا، من ضمنهم طفل وسيدتان.", "killed", [54, 12, 1, 2]),
        ("قتل 63 مدنيا بينهم 11 طفلا وست نساء في قصف على دوما.", "killed", [63, 11, 6]),
        ("قتل في دوما 130 شخصا، من بينهم 45 طفلا و23 امرأة، بالإضافة إلى متطوعين اثنين.", "killed", [130, 45, 23, 2]),
        ("قتل مدنيان وأصيب 3 آخرين طفلة وشابين إثر قصف على دوما.", "wounded", [3, 1, 2]),
        ("قتل 29 مدنيا في غارات على الغوطة، من بينهم 17 شخصا في بلدة دوما.", "killed", [29, 17]),
        ("قتلت طفلة في دوما وسيدة في حرستا، ورجل في عربين بقصف مدفعي.", "killed", [1, 1, 1]),
        # Who is counted with another word is no part of these.
        ("أدى القصف على دوما إلى مقتل 3 أشخاص بينهم سيدة، بالإضافة لسقوط 7 جرحى.", "killed", [3, 1]),
    ],
)
def test_parts_of_parts_those_beside_them_and_lists(text: str, kind: str, numbers: list[int]) -> None:
    claims = pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims
    assert [claim.count.low for claim in claims if claim.type == kind and claim.count] == numbers
