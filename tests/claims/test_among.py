"""Who is told of among victims that a report named before: a claim of its own for each kind of people."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report

NEWS = "قصفت الطائرات مدينة دوما يوم الثلاثاء فقتلت 20 شخصا وجرحت 30 آخرين. "


@cache
def rules() -> Knowledge:
    """Without the ranker, which judges lone sentences: what the rules alone make of one."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def told(text: str, kind: str) -> list[tuple[list[str], int | None, int | None]]:
    """Whom each claim of a kind names behind the news, with its number."""
    claims = pipeline.read(Report("sample", NEWS + text, date(2018, 10, 9)), rules()).claims
    return [
        ([target.text for target in claim.targets], claim.count.low, claim.count.high)
        if claim.count is not None
        else ([target.text for target in claim.targets], None, None)
        for claim in claims
        if claim.type == kind and claim.trigger.start >= len(NEWS)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("وقال الطبيب إن من بين القتلى 3 أطفال وسيدة من عائلة واحدة.", "killed", [(["أطفال"], 3, 3), (["سيدة"], 1, 1)]),
        ("وأضاف أن نساء وأطفالا يوجدون بين القتلى.", "killed", [(["نساء"], 2, None), (["أطفالا"], 2, None)]),
        ("ومن بين الجرحى طفلان.", "wounded", [(["طفلان"], 2, 2)]),
        ("والقتلى هم سالم العلي ومروان.", "killed", [(["سالم العلي", "مروان"], 2, 2)]),
        ("وقال المرصد إن الضحايا معظمهم من عائلات مقاتلين.", "killed", [(["عائلات مقاتلين"], 2, None)]),
        ("ومعظم الضحايا من المدنيين.", "killed", [(["المدنيين"], None, None)]),
        ("وأضاف أن من بين قتلى المعارضة ثلاثة من قادة المجموعات.", "killed", [(["قادة المجموعات"], 3, 3)]),
        ("ونقل القتلى إلى مستشفى المدينة.", "killed", []),
        ("ونقل الأهالي القتلى إلى مستشفى قريب.", "killed", []),
    ],
)
def test_people_set_apart_are_claims_of_their_own(
    text: str, kind: str, expected: list[tuple[list[str], int | None, int | None]]
) -> None:
    assert told(text, kind) == expected
