"""Every kind of number in every construction of a toll: how many, who and where come out the same, however it is put.

The sentences are invented and made by machine.
"""

from __future__ import annotations

import pytest

from tests.claims.in_war import claims_of

# As a subject, as a genitive or object, what names them, at least and at most how many.
NUMBERS = [
    ("خمسة مدنيين", "خمسة مدنيين", "مدنيين", 5, 5),
    ("5 مدنيين", "5 مدنيين", "مدنيين", 5, 5),
    ("٥ مدنيين", "٥ مدنيين", "مدنيين", 5, 5),
    ("مدنيان", "مدنيين اثنين", "مدني", 2, 2),
    ("أحد عشر جنديا", "أحد عشر جنديا", "جندي", 11, 11),
    ("25 شخصا", "25 شخصا", "شخص", 25, 25),
    ("ثلاثة وعشرون شخصا", "ثلاثة وعشرين شخصا", "شخص", 23, 23),
    ("مئة وخمسون مقاتلا", "مئة وخمسين مقاتلا", "مقاتل", 150, 150),
    ("أكثر من 20 مسلحا", "أكثر من 20 مسلحا", "مسلح", 21, None),
    ("ما لا يقل عن سبعة أطفال", "ما لا يقل عن سبعة أطفال", "أطفال", 7, None),
    ("12 شخصا على الأقل", "12 شخصا على الأقل", "شخص", 12, None),
    ("نحو 30 عنصرا", "نحو 30 عنصرا", "عنصر", 30, 30),
    ("بين 10 و15 جنديا", "بين 10 و15 جنديا", "جندي", 10, 15),
    ("ما بين 10 و 15 جنديا", "ما بين 10 و 15 جنديا", "جندي", 10, 15),
    ("عشرات المدنيين", "عشرات المدنيين", "المدنيين", 10, 99),
    ("عدد من المدنيين", "عدد من المدنيين", "المدنيين", 2, None),
    ("17 مدنيا بينهم خمسة أطفال", "17 مدنيا بينهم خمسة أطفال", "مدني", 17, 17),
]
CONSTRUCTIONS = {
    "killed": [
        "قتل {n} في قصف على بلدة سراقب.",
        "وقال المصدر إن {n} قتلوا في قصف على بلدة سراقب.",
        "مقتل {g} في قصف على بلدة سراقب.",
        "أسفر القصف على بلدة سراقب عن مقتل {g}.",
        "أدى قصف بلدة سراقب إلى مقتل {g}.",
        "قصف الطيران بلدة سراقب، ما أدى لمقتل {g}.",
        "وكان قصف على بلدة سراقب أودى بحياة {g}.",
        "استشهد {n} جراء قصف بلدة سراقب.",
        "لقي {n} مصرعهم في بلدة سراقب.",
        "وقع قصف على بلدة سراقب راح ضحيته {n}.",
        "وثق المرصد مقتل {g} في بلدة سراقب.",
        "توفي {n} متأثرين بجراحهم في بلدة سراقب.",
        "قضى {n} إثر قصف بلدة سراقب.",
        "تسبب القصف على بلدة سراقب بمقتل {g}.",
        "ارتكب الطيران مجزرة في بلدة سراقب قتل فيها {n}.",
        "قتل جراء قصف قوات النظام على بلدة سراقب {n}.",
    ],
    "wounded": [
        "أصيب {n} في قصف على بلدة سراقب.",
        "إصابة {g} في قصف على بلدة سراقب.",
        "جرح {n} جراء قصف بلدة سراقب.",
        "أسفر القصف على بلدة سراقب عن إصابة {g}.",
        "وقال المصدر إن {n} أصيبوا في قصف على بلدة سراقب.",
        "أصيب خلال القصف على بلدة سراقب {n}.",
    ],
    "arrested": [
        "اعتقلت قوات الأمن {g} في بلدة سراقب.",
        "اعتقال {g} في بلدة سراقب.",
        "شنت القوات حملة في بلدة سراقب اعتقلت خلالها {g}.",
        "أوقفت الشرطة {g} في بلدة سراقب.",
    ],
}


@pytest.mark.parametrize("number", [row[0] for row in NUMBERS])
@pytest.mark.parametrize(
    ("type_", "construction"), [(name, construction) for name, told in CONSTRUCTIONS.items() for construction in told]
)
def test_a_toll(type_: str, construction: str, number: str) -> None:
    subject, genitive, who, low, high = next(row for row in NUMBERS if row[0] == number)
    text = construction.format(n=subject, g=genitive)
    claims = [claim for claim in claims_of(text) if claim.type == type_]
    assert claims, text
    assert claims[0].count is not None, text
    assert (claims[0].count.low, claims[0].count.high) == (low, high), text
    assert any(who in target.text for target in claims[0].targets), text
    assert [place.text for place in claims[0].places] == ["سراقب"], text


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أصيب في القصف الذي طال البلدة طفلان.", "طفلان"),
        ("أصيب إثر انفجار لغم أرضي في بلدة سراقب طفل.", "طفل"),
        ("قتل في الاشتباكات ثلاثة جنود.", "جنود"),
    ],
)
def test_who_suffered_may_be_told_last(text: str, who: str) -> None:
    assert [target.text for target in claims_of(text)[0].targets] == [who]
