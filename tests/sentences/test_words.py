"""The words of a report: what is written apart and belongs together."""

from __future__ import annotations

import pytest

from marsad.sentences import words_of
from tests.claims.in_war import claims_of


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("قتل جندي و جرح آخر", ["قتل", "جندي", "وجرح", "اخر"]),
        ("قتل جندي و\u00a0 جرح آخر", ["قتل", "جندي", "وجرح", "اخر"]),
        ("بين 10 و 15 قتيلا", ["بين", "10", "و", "15", "قتيلا"]),
        ("جنود و\nجرح آخر", ["جنود", "و", "جرح", "اخر"]),
        ("جنود و", ["جنود", "و"]),
        ("الفقرتان أ و ب", ["الفقرتان", "ا", "و", "ب"]),
        ("خلال ال 48 ساعة", ["خلال", "48", "ساعه"]),
        ("خلال الـ48 ساعة", ["خلال", "48", "ساعه"]),
        ("وال 5 جنود", ["وال", "5", "جنود"]),
        ("من المسلحين ال في درعا", ["من", "المسلحين", "ال", "في", "درعا"]),
        ("و و و قصف", ["و", "و", "وقصف"]),
    ],
)
def test_what_is_written_apart_is_tied(text: str, keys: list[str]) -> None:
    assert [word.key for word in words_of(text)] == keys


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("و قال المرصد إن ثلاثة جنود قتلوا", "وقال المرصد إن ثلاثة جنود قتلوا"),
        ("قصف الجيش بلدتي حاس و كفرنبل", "قصف الجيش بلدتي حاس وكفرنبل"),
        ("هاجمت القوات التركية و فصائل المعارضة القرية", "هاجمت القوات التركية وفصائل المعارضة القرية"),
        ("أسفر الهجوم عن مقتل خمسة و عشرين شخصا و إصابة طفلين", "أسفر الهجوم عن مقتل خمسة وعشرين شخصا وإصابة طفلين"),
    ],
)
def test_and_written_apart_reads_the_same(apart: str, together: str) -> None:
    def shown(text: str) -> list[tuple[object, ...]]:
        return [
            (
                claim.type,
                claim.trigger.text,
                claim.count and (claim.count.low, claim.count.high),
                *[[m.text for m in told] for told in (claim.agents, claim.targets, claim.places, claim.sources)],
            )
            for claim in claims_of(text)
        ]

    assert shown(apart) == shown(together) != []
