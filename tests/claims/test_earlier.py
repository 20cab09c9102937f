"""What came before the news is background, whatever its day; what is repelled or carried out is no plan."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report


@cache
def rules() -> Knowledge:
    """Without the ranker, which judges lone sentences: what the rules alone make of one."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def status(text: str, kind: str) -> str:
    claims = pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims
    return next(claim.status for claim in reversed(claims) if claim.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("قصفت الطائرات مدينة غزة ردا على خطف جندي.", "abducted", "background"),
        ("قصفت الطائرات مدينة غزة ردا على خطف وقتل ثلاثة جنود.", "killed", "background"),
        ("انفجرت سيارة في مدينة كركوك، بعد أسبوع من مقتل ضابط في المدينة.", "killed", "background"),
        ("اعتقلت الشرطة شابا في مدينة كركوك، بعد ساعتين من مقتل ضابط.", "killed", "asserted"),
        ("خلال الأعوام الماضية شنت الطائرات غارات على مدينة حماة.", "airstrike", "background"),
        ("تتعرض مدينة عفرين لقصف شبه يومي بالمدفعية.", "shelling", "background"),
        ("تتصدى الفصائل منذ أيام لهجمات التنظيم على مدينة هجين.", "repel", "asserted"),
        ("أحبطت الشرطة محاولة لشن هجوم على القصر في مدينة بغداد.", "attack", "asserted"),
        ("يحاول الجيش اقتحام مدينة دوما وتهجير سكانها.", "displaced", "planned"),
        ("أعلنت الدولتان نيتهما طرد تنظيم داعش من مدينة جرابلس.", "control_gain", "planned"),
        ("نفت الوزارة دخول الوفد إلى المبنى الذي دمرته الطائرات في مدينة حلب.", "property_damage", "asserted"),
    ],
)
def test_the_words_around_say_when_it_was(text: str, kind: str, expected: str) -> None:
    assert status(text, kind) == expected
