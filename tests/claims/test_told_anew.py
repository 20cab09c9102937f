"""What is told twice: a noun points back to its deed, a verb with its doer tells another one."""

from __future__ import annotations

from datetime import date

from marsad.pipeline import load_knowledge, read
from marsad.records import Report

FIRST = "قصفت قوات النظام قرية النيرب بالمدفعية اليوم. وقال ناشطون في البلدة إن الأوضاع صعبة. "


def shellings(text: str) -> list[str]:
    known = load_knowledge(with_ranker=False, with_linker=False)
    claims = read(Report("r", FIRST + text, date(2021, 3, 10), "x"), known).claims
    return [claim.trigger.text for claim in claims if claim.type == "shelling"]


def test_a_verb_with_its_doer_tells_another_deed() -> None:
    assert shellings("وقصفت قوات النظام قرية النيرب.") == ["قصفت", "قصفت"]


def test_a_verb_without_its_doer_and_a_noun_tell_the_same_deed() -> None:
    assert shellings("وقصفت قرية النيرب.") == ["قصفت"]
    assert shellings("وأدى القصف على النيرب إلى نزوح السكان.") == ["قصفت"]
