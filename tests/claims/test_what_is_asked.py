"""Who asks, blames or refuses, whom and what, as messages and small sites write it."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report


@cache
def known() -> Knowledge:
    return load_knowledge()


def claim_of(text: str, trigger: str) -> Claim:
    claims = read(Report("r", text, date(2024, 12, 1)), known()).claims
    return next(claim for claim in claims if claim.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        ("مستشفى الرازي يناشد الأهالي بالتبرع بالدم بعد القصف", "يناشد", ["مستشفى الرازي"], ["الأهالي"]),
        ("كتائب القسام: ندعو جماهير شعبنا للمشاركة في مظاهرة غدا", "ندعو", ["كتائب القسام"], ["جماهير شعبنا"]),
        ("الائتلاف الوطني: نرفض أي مقترح يبقي النظام في الحكم", "نرفض", ["الائتلاف الوطني"], ["مقترح"]),
        ("خرجت مظاهرة في السويداء بدعوة من القوى الوطنية ضد النظام", "دعوة", ["القوى الوطنية"], []),
        (
            "المجلس المحلي اعتبر القصف جريمة وحمّل الأمم المتحدة مسؤولية السكوت عنه",
            "حمّل",
            ["المجلس المحلي"],
            ["الأمم المتحدة"],
        ),
        ("متظاهرون في الساحة قطعوا الطريق بعد القصف وطالبوا بإسقاط الحكومة", "طالبوا", ["متظاهرون"], []),
    ],
)
def test_who_asks_whom(text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    claim = claim_of(text, trigger)
    assert [agent.text for agent in claim.agents] == agents
    assert [target.text for target in claim.targets] == targets


def test_relatives_are_asked() -> None:
    text = "مسلحون خطفوا الشاب من منزله وطلبوا من ذويهم فدية كبيرة"
    assert [target.text for target in claim_of(text, "طلبوا").targets] == ["ذويهم"]


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("أغار الطيران الحربي المعادي قرابة الظهر على بلدة الخيام", "أغار", ["المعادي"]),
        ("دبابة معادية توغلت في أطراف بلدة الخيام وأطلقت النار", "توغلت", ["معادية"]),
        ("دخول قافلة مساعدات أممية إلى مدينة دوما بعد القصف", "قافلة مساعدات", ["أممية"]),
    ],
)
def test_whose_aircraft_and_aid_it_is(text: str, trigger: str, agents: list[str]) -> None:
    assert [agent.text for agent in claim_of(text, trigger).agents] == agents
