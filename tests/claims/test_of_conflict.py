"""Whether a report is one of conflict, in invented texts."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.pipeline import load_knowledge, read
from marsad.records import Report

TALK = (
    "وقال الوزير في مقابلة مع الصحيفة إن كثيرين {0} هناك منذ سنوات. وأضاف أن الجميع {0} في تلك البلاد ولا يعرف أحد متى "
    "ينتهي ذلك. وختم الوزير حديثه عن الموازنة العامة بالقول إن الاقتصاد ينمو هذا العام."
)


@pytest.mark.parametrize(("verb", "types"), [("يشتبكون", ["clash", "clash"]), ("يقاتلون", [])])
def test_what_is_said_of_any_war_makes_no_report_of_conflict(verb: str, types: list[str]) -> None:
    known = load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)
    reading = read(Report("sample", TALK.format(verb), date(2020, 3, 5), None), known)
    assert [claim.type for claim in reading.claims] == types


CROWDS = (
    "شهدت الولاية احتجاجات ضد إقامة حفل غنائي. وطالب المحتجون بصرف المبالغ على الخدمات والمستشفيات. "
    "ورفع المشاركون في التظاهرة لافتات تدعو إلى توفير المياه. وقال والي الولاية إن الحفل ألغي. "
    "واستمرت المظاهرات في الولاية حتى المساء. ودعا ناشطون إلى مظاهرة أخرى غدا. {0}"
)


def test_a_report_most_of_which_tells_of_protest_is_one_of_conflict() -> None:
    known = load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)
    reading = read(Report("sample", CROWDS.format(""), date(2020, 3, 5), None), known)
    assert "protest" in {claim.type for claim in reading.claims}
    long = "وتحدث الوالي عن الموازنة وأسعار الكهرباء في الصيف. " * 30
    assert not read(Report("sample", CROWDS.format(long), date(2020, 3, 5), None), known).claims


TALKS_OF_A_TRUCE = (
    "وصل وفد الجماعة إلى العاصمة للمشاركة في مفاوضات {0}. وقال المتحدث إن الوفد التقى الوسطاء مساء اليوم. "
    "وأضاف أن {0} سيبحث غدا أيضا، وأن الوفد يعود بعد ذلك إلى بلاده."
)


@pytest.mark.parametrize(("subject", "read_any"), [("وقف إطلاق النار", True), ("زيادة الأجور", False)])
def test_who_talks_of_a_ceasefire_talks_of_a_war(subject: str, read_any: bool) -> None:
    known = load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)
    text = TALKS_OF_A_TRUCE.format(subject)
    assert bool(read(Report("sample", text, date(2020, 3, 5), None), known).claims) is read_any


@pytest.mark.parametrize(
    ("cause", "read_any"), [("الهجمات العنيفة", True), ("الأمطار الغزيرة وانزلاقات التربة", False)]
)
def test_the_dead_of_rain_are_no_claim(cause: str, read_any: bool) -> None:
    known = load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)
    text = (
        f"أدت {cause} إلى مقتل 20 شخصا في الولاية. وقتل خمسة آخرون في {cause} على البلدة صباح اليوم. "
        "وقال الوالي إن فرق الإنقاذ تبحث عن المفقودين."
    )
    assert bool(read(Report("sample", text, date(2020, 3, 5), None), known).claims) is read_any
