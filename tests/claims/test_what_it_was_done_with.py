"""With what a post says it was done: not what was hit, nor the arms in a name; who is exchanged."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report


@cache
def known() -> Knowledge:
    return load_knowledge()


def claim_of(text: str, kind: str) -> Claim:
    claims = read(Report("r", text, date(2024, 12, 1)), known()).claims
    return next(claim for claim in claims if claim.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "weapons"),
    [
        ("استهدف مقاتلو الفصائل دبابة على تلة السرو بصاروخ ما أدى لتدميرها", "equipment_loss", ["صاروخ"]),
        ("استهدف مقاتلو الفصائل دبابة على تلة السرو بصاروخ ما أدى لتدميرها", "shelling", ["صاروخ"]),
        ("شنّ المجاهدون هجوما جويا بالمسيّرات على مقر كتيبة المدفعية في السرو", "airstrike", ["المسيّرات"]),
        ("مسيّرة للاحتلال تستهدف سيارة قرب بلدة السرو", "airstrike", ["مسيّرة للاحتلال"]),
        ("دمرنا مفخخة لداعش قرب السرو، وعثرت قواتنا على 12 جثة لعناصر التنظيم", "killed", []),
    ],
)
def test_weapons_of_posts(text: str, kind: str, weapons: list[str]) -> None:
    assert [weapon.text for weapon in claim_of(text, kind).weapons] == weapons


def test_who_is_exchanged_stands_in_the_words_that_tell_it() -> None:
    claim = claim_of("تبادل أسرى بين جيش العزة وقوات النظام عند معبر السرو", "released")
    assert [target.text for target in claim.targets] == ["أسرى"]
