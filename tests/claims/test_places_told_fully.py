"""Places by their whole name and their own clause. Places are real or sound so; what happens there is invented."""

from __future__ import annotations

import pytest

from marsad.records import Claim
from tests.claims.in_war import claims_of


def places(text: str, kind: str) -> list[str]:
    """The places of the first claim of a type."""
    found: list[Claim] = [claim for claim in claims_of(text) if claim.type == kind]
    return [place.text for place in found[0].places]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قصفت المدفعية منطقة «ردع التصعيد» في شمالي سوريا.", ["ردع التصعيد"]),
        ('قصفت المدفعية قرية "شنان" أمس.', ["شنان"]),
        ('قصفت المدفعية قرية "جديدة العلي" في ريف الرقة الشرقي.', ["جديدة العلي"]),
        ("قصفت المدفعية مديرية «وادعة وحدران» بمنطقة جبل صبر.", ["وادعة وحدران"]),
        ("قصفت المدفعية مخيم كويت الخير مساء أمس.", ["مخيم كويت الخير"]),
        ("قصفت المدفعية قرية كالونه مساء أمس.", ["كالونه"]),
        ('قصفت المدفعية منطقة "آمنة" أمس.', ["النيرب"]),
    ],
)
def test_a_name_in_quotes_behind_its_word_is_taken_whole(text: str, names: list[str]) -> None:
    assert places(text, "shelling") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قتل أربعة أشخاص بإطلاق نار في غرندلتون، عاصمة الإقليم.", ["غرندلتون"]),
        ("قتل أربعة أشخاص بإطلاق نار في غرندلتون الواقعة على الساحل.", ["غرندلتون"]),
        ("قتل أربعة أشخاص بإطلاق نار في الأبنية المجاورة.", ["النيرب"]),
    ],
)
def test_an_unknown_name_is_a_place_where_it_is_said_where_it_lies(text: str, names: list[str]) -> None:
    assert places(text, "killed") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "قصفت المدفعية قرى البارة، والفطيرة، وبينين جنوبي محافظة إدلب، والعنبراوي، والحلموبة بريف حلب الغربي.",
            ["البارة", "الفطيرة", "بينين", "العنبراوي", "الحلموبة"],
        ),
        (
            "قصفت المدفعية قرى البارة، والفطيرة، وبينين ضمن منطقة سهل الغاب غربي محافظة حماة، وكفر عمة.",
            ["البارة", "الفطيرة", "بينين", "كفر عمة"],
        ),
        ("قصفت المدفعية قرى البارة، والفطيرة، وبينين بريف إدلب، ومواقع أخرى.", ["البارة", "الفطيرة", "بينين"]),
        ("قصفت المدفعية بلدتي البارة وبينين بريف إدلب، والقريبة من الحدود.", ["البارة", "بينين"]),
    ],
)
def test_a_list_goes_on_behind_what_its_last_names_are_in(text: str, names: list[str]) -> None:
    assert places(text, "shelling") == names


def test_the_wounded_are_where_the_dead_are_told() -> None:
    text = "قصفت المدفعية بلدات البارة وبينين جنوبي إدلب، ضمن منطقة سهل الروج، ما أسفر عن مقتل رجل، وجرح أربعة آخرين."
    assert places(text, "wounded") == places(text, "killed") == ["البارة", "بينين"]


def test_a_breach_is_told_with_its_place() -> None:
    assert places("وخرقت الفصائل الهدنة مرارا.", "violation") == []


def test_what_came_of_it_holds_for_the_whole_list() -> None:
    text = "قصفت المدفعية قرى البارة، والفطيرة، وبينين جنوبي محافظة إدلب، وكفر عمة، وكفر تعال، ما أدى إلى مقتل رجل."
    assert places(text, "killed") == ["البارة", "الفطيرة", "بينين", "كفر عمة", "كفر تعال"]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("شن المسلحون هجوما على مطار كويرس، بريف حلب الشرقي، أمس.", "attack", ["مطار كويرس"]),
        ("وفي الرمادي، بمحافظة الأنبار، قتل سبعة مدنيين أمس.", "killed", ["الرمادي"]),
        ("نفذت الطائرات غارات في ريف حلب الشرقي، والريف الشمالي.", "airstrike", ["ريف حلب الشرقي", "الريف الشمالي"]),
        ("سيطر الجيش على القسم الغربي من السوق القديم.", "control_gain", ["القسم الغربي"]),
        (
            "قتل رجل على الطريق الواصل بين بلدة تسيل وقرية جلين.",
            "killed",
            ["الطريق الواصل بين بلدة تسيل وقرية جلين"],
        ),
        ("وصلت تعزيزات عسكرية من محافظة عدن باتجاه محافظة أبين.", "mobilize", ["أبين"]),
        ("وصلت تعزيزات عسكرية للجيش عقب انسحاب المسلحين نحو مدينة الميادين.", "mobilize", []),
        ("نشر الجيش تعزيزات بدءاً من بلدة الشحيل وصولاً إلى مدينة الميادين.", "mobilize", ["الشحيل"]),
        ("أصيب رجل بقصف من قبل الميليشيات المرتبطة بروسيا استهدف منازل بلدة بليون.", "wounded", ["بليون"]),
        (
            "قصفت المدفعية بلدة بليون، ما أدى إلى مقتل عشرة جنود، وتزامن ذلك مع غارات قرب السخنة.",
            "killed",
            ["بليون"],
        ),
    ],
)
def test_a_place_of_its_own_clause(text: str, kind: str, names: list[str]) -> None:
    assert places(text, kind) == names
