"""Whether it happened: what looks like a plan and is none, what is only heard of."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report


@cache
def rules() -> Knowledge:
    """Without the ranker: what the rules alone make of a sentence."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # "Control" is no verb of the future.
        ("صعدت قوات النظام هجماتها على مناطق سيطرة الفصائل في مدينة إدلب وقتلت طفلا.", "هجمات", "asserted"),
        # What came before another deed was done.
        ("دخلت القوات مدينة نابلس واعتقلت شابا قبل أن تنسحب من المدينة.", "تنسحب", "asserted"),
        # Told behind an attempt, but not part of it.
        ("اتهمت الشرطة رجلا بمحاولة القتل بعد وقوع هجوم في مدينة ليون أصيب فيه طفل.", "هجوم", "asserted"),
        # Only heard of.
        ("قصفت الطائرات مدينة حمص، وسط معلومات عن وجود جرحى من المدنيين.", "جرحى", "rumoured"),
        # What efforts are made for has not happened.
        ("قتل جندي في مدينة العريش، ويكثف الجيش جهوده للقبض على المسلحين.", "قبض على", "planned"),
    ],
)
def test_the_status(text: str, trigger: str, status: str) -> None:
    claims = pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims
    assert {claim.status for claim in claims if trigger in claim.trigger.text} == {status}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("قتل جندي في مدينة تعز، ولم يسفر الهجوم على المدينة عن سقوط جرحى.", "wounded", "denied"),
        ("تعرضت قرية أوبين لقصف مدفعي دون أن تتلقى الفرق بلاغات عن أي إصابات.", "wounded", "denied"),
        ("قصفت المدفعية الحقل ولم يتسبب القصف في حدوث أي أضرار.", "property_damage", "denied"),
        ("قتل جندي في مدينة تعز، وخرج رتل من المدينة لمهاجمة قاعدة الحديدة.", "attack", "planned"),
        ("قتل عشرة مسلحين كانوا يستعدون لمهاجمة مدينة رأس العين.", "attack", "planned"),
        ("قتل جندي في مدينة تعز خلال محاولة الحوثيين اقتحام المدينة.", "attack", "asserted"),
        ("قتل جندي في مدينة تعز، وقيل إن القائد قتل في المدينة.", "killed", "rumoured"),
    ],
)
def test_what_came_of_none_what_is_aimed_at_and_what_was_tried(text: str, kind: str, expected: str) -> None:
    claims = pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims
    assert [claim.status for claim in claims if claim.type == kind][-1:] == [expected]


def test_a_siege_that_somebody_wants_lifted_is_there() -> None:
    text = "قصفت القوات مدينة الفاشر. وطالبت المنظمة بفك الحصار عن المدينة."
    read = pipeline.read(Report("sample", text, date(2024, 5, 1)), rules())
    assert [claim.type for claim in read.claims][-2:] == ["demand", "siege"]
