"""Who did it to whom, where the clause says it in a roundabout way or leaves it to what was told before."""

from __future__ import annotations

import pytest

from tests.claims.test_claims import claims, words


def parties(text: str, trigger: str) -> tuple[list[str], list[str]]:
    """Agents and targets of the first claim whose trigger holds these letters."""
    claim = next(claim for claim in claims(text) if trigger in claim.trigger.text)
    return words(claim.agents), words(claim.targets)


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        (
            "قتل شخص في هجوم شنه عليه أمس مسلحون مجهولون قرب مدينة كركوك.",
            "هجوم",
            ["مسلحون مجهولون"],
            [],
        ),
        (
            "تصدت القوات للهجوم الذي نفذه الحوثيون على مقر اللواء في مدينة تعز.",
            "هجوم",
            ["الحوثيون"],
            ["مقر اللواء"],
        ),
        ("شنت إسرائيل غارات، هي الأعنف منذ شهر، على مواقع للجيش في ريف حماة.", "غارات", ["إسرائيل"], ["مواقع للجيش"]),
        ("أصيب ثلاثة مدنيين بقصف صاروخي مصدره مواقع النظام في ريف إدلب.", "قصف", ["النظام"], []),
        ("قتل طفل جراء قصف مدفعي من مواقع ميليشيا قسد في ريف حلب.", "قصف", ["ميليشيا قسد"], []),
        ("قتل عنصران في غارات يرجح أنها أمريكية على مدينة البوكمال.", "غارات", ["أمريكية"], ["البوكمال"]),
        ("سقطت قذائف أطلقها الجيش اليمني على حقول زراعية في محافظة تعز.", "سقطت", ["الجيش اليمني"], ["حقول زراعية"]),
    ],
)
def test_parties_behind_the_description_of_a_deed(
    text: str, trigger: str, agents: list[str], targets: list[str]
) -> None:
    assert parties(text, trigger) == (agents, targets)


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("اعتقلت الشرطة المستوطنين المتطرفين في مدينة الخليل.", "اعتقلت", ["المستوطنين المتطرفين"]),
        ("قالت الشرطة إن شخصين آخرين قتلا في غارة جوية قرب مدينة إدلب.", "قتلا", ["شخصين آخرين"]),
        ("خطف مسلحون ثلاثة رفاق من المجاهدين في مدينة درعا.", "خطف", ["رفاق من المجاهدين"]),
    ],
)
def test_a_word_for_people_that_agrees_with_the_one_before_describes_it(
    text: str, trigger: str, targets: list[str]
) -> None:
    assert parties(text, trigger)[1] == targets
