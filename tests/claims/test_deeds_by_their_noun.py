"""Who did it and to whom where a noun tells the deed: the doer right behind it, whose weapon, whose bodies."""

from __future__ import annotations

import pytest

from tests.claims.test_doers import agents_of, targets_of


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        ("استنكرت البلدية أمس إحراق مستوطنين منزلهم في قرية قرب نابلس.", "إحراق", ["مستوطنين"], ["منزلهم"]),
        ("نددت البلدية أمس بتدمير قوات الجيش لمنازل السكان في القرية.", "تدمير", ["قوات الجيش"], ["منازل السكان"]),
        ("نددت البلدية أمس بتدمير المنازل في القرية.", "تدمير", [], ["المنازل"]),
        ("أصيب فتى أمس برصاص الاحتلال الإسرائيلي قرب نابلس.", "رصاص", ["الاحتلال الإسرائيلي"], ["فتى"]),
        ("تعرضت دورية للشرطة أمس إلى إطلاق نار قرب بعقوبة.", "إطلاق", [], ["دورية للشرطة"]),
        (
            "أدى استهداف تركي لقوات سوريا الديمقراطية أمس إلى مقتل عنصرين.",
            "استهداف",
            ["تركي"],
            ["قوات سوريا الديمقراطية"],
        ),
    ],
)
def test_doers_and_objects_of_nouns(text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    assert (agents_of(text, trigger), targets_of(text, trigger)) == (agents, targets)


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("عثر الأهالي أمس على جثث ثلاثة جنود قرب بلدة سنجار في العراق.", "جثث", ["جنود"]),
        ("ارتفع أمس عدد القتلى المدنيين جراء القصف على حلب.", "القتلى", ["المدنيين"]),
        ("ارتفعت أمس حصيلة ضحايا القصف الذي استهدف سوقا في مدينة إدلب إلى 13 مدنيا.", "ضحايا", ["مدنيا"]),
    ],
)
def test_words_for_victims(text: str, trigger: str, targets: list[str]) -> None:
    assert targets_of(text, trigger) == targets


def test_whom_it_is_asked_of() -> None:
    text = "قررت الوزارة أمس بمطالبة الحكومة بوقف القصف على المدينة."
    assert targets_of(text, "مطالبة") == ["الحكومة"]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("أصيب فلسطينيون أمس في مواجهات مع جنود الاحتلال قرب نابلس.", ["فلسطينيون", "جنود الاحتلال"]),
        ("قتل 4 عناصر في هيئة تحرير الشام أمس جراء مواجهات مع فصائل محلية.", ["هيئة تحرير الشام", "فصائل محلية"]),
        ("قتل مدني أمس في مواجهات مع جنود الاحتلال قرب نابلس.", ["جنود الاحتلال"]),
    ],
)
def test_who_fell_met_the_side(text: str, agents: list[str]) -> None:
    assert agents_of(text, "مواجهات") == agents
