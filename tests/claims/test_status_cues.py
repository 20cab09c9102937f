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
