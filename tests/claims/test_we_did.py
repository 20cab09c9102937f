"""What speakers say that they did themselves: "we hit" and "it hit us" are written alike."""

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
    claims = read(Report("r", text, date(2020, 2, 5), "قناة"), known()).claims
    return next(claim for claim in claims if claim.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "agents", "targets"),
    [
        ("الحوثيون: استهدفنا سفينة تجارية في البحر الأحمر بصاروخ", "shelling", ["الحوثيون"], ["سفينة تجارية"]),
        ("كتائب القسام: قصفنا القاعدة برشقة صاروخية", "shelling", ["كتائب القسام"], ["القاعدة"]),
        ('وأضاف القائد: "انسحبنا من القرية بعد قصف عنيف".', "withdrawal", ["القائد"], []),
    ],
)
def test_who_says_we_did_it(text: str, kind: str, agents: list[str], targets: list[str]) -> None:
    claim = claim_of(text, kind)
    assert [agent.text for agent in claim.agents] == agents
    assert [target.text for target in claim.targets] == targets


def test_an_army_behind_the_verb_rather_hit_those_who_speak() -> None:
    claim = claim_of('وقال أبو أحمد من سكان البلدة: "قصفنا النظام بالبراميل المتفجرة".', "airstrike")
    assert [agent.text for agent in claim.agents] == ["النظام"]


def test_a_title_quotes_a_party_by_one_word_but_not_a_state() -> None:
    assert [one.text for one in claim_of("قسد: مقتل 3 مدنيين بقصف تركي على عين عيسى", "killed").sources] == ["قسد"]
    assert claim_of("روسيا: مقتل 4 جنود بقصف على قاعدة حميميم", "killed").sources == ()
