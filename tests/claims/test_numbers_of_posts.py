"""How many, and what is told as not having been, in invented posts."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Report

DAY = date(2018, 10, 9)


@cache
def known() -> Knowledge:
    """All that a reading needs."""
    return pipeline.load_knowledge()


def told(text: str, kind: str) -> list[Claim]:
    """The claims of a kind."""
    read = pipeline.read(Report("sample", text, DAY, None), known())
    return [claim for claim in read.claims if claim.type == kind]


def bounds(claim: Claim) -> tuple[int | None, int | None] | None:
    return (claim.count.low, claim.count.high) if claim.count else None


@pytest.mark.parametrize(
    "text",
    [
        "قصف على حي السكري ولا إصابات",
        "قصف على حي السكري، ولا معلومات عن إصابات حتى اللحظة",
        "قصف على حي السكري دون أن يبلغ عن إصابات",
        "قصف على حي السكري بلا إصابات",
        "قصف على حي السكري\nالإصابات: لا يوجد",
    ],
)
def test_none_was_hurt(text: str) -> None:
    (claim,) = told(text, "wounded")
    assert (claim.status, bounds(claim)) == ("denied", (0, 0))


def test_what_is_said_to_be_untrue_is_denied_with_its_number() -> None:
    (claim,) = told("لا صحة لما تتناقله صفحات عن إسقاط طائرة في ريف السويداء", "equipment_loss")
    assert (claim.status, bounds(claim)) == ("denied", (1, 1))
    (claim,) = told("لا صحة للأنباء عن اغتيال قائد لواء الفجر في درعا", "assassination")
    assert claim.status == "denied"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("طواقمنا تعاملت مع 23 إصابة خلال المواجهات في نابلس", "wounded", (23, 23)),
        ("سجلنا حالتي وفاة و3 إصابات بقصف على نابلس", "killed", (2, 2)),
        ("مقتل موظفَين بقصف على حلب", "killed", (2, 2)),
        ("مقتل موظفين بقصف على حلب", "killed", (2, None)),
        ("ارتقى منا 3 شهداء في معركة درعا", "killed", (3, 3)),
        ("استشهد منهم سبعة في قصف على حلب", "killed", (7, 7)),
        ("استشهد في القصف على حلب اثنان من رفاقنا", "killed", (2, 2)),
        ("إصابتان برصاص الاحتلال في جنين", "wounded", (2, 2)),
        ("استهدف مجاهدونا جرافة عسكرية بعبوة ما أدى لتدميرها", "equipment_loss", (1, 1)),
        ("استهدفت الغارة ثلاث دبابات للجيش ودمرتها", "equipment_loss", (3, 3)),
    ],
)
def test_the_number_stands_beside_the_word_or_behind_what_says_of_whom(
    text: str, kind: str, expected: tuple[int | None, int | None]
) -> None:
    assert [bounds(claim) for claim in told(text, kind)] == [expected]


def test_a_number_that_is_taken_back_is_a_claim_denied() -> None:
    claims = told("تصحيح: شهداء القصف على مدرسة في سراقب أربعة وليس ستة كما نشرنا", "killed")
    assert [(bounds(claim), claim.status) for claim in claims] == [((4, 4), "asserted"), ((6, 6), "denied")]
