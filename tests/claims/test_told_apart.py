"""One of several told apart, the dead and deals that are only named, and short texts that are no reports of a war."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report


@cache
def known() -> Knowledge:
    return load_knowledge()


def claims_of(text: str, outlet: str | None = "شبكة النور") -> list[Claim]:
    return list(read(Report("r", text, date(2024, 2, 5), outlet), known()).claims)


@pytest.mark.parametrize(
    ("text", "kind", "targets"),
    [
        ("مقتل شخصين أحدهما صحفي بقصف على قرية النور", "killed", ["صحفي"]),
        ("اعتقال ثلاثة مدنيين، أحدهم طبيب، في حملة دهم بقرية النور", "arrested", ["طبيب"]),
        ("إصابة شابين برصاص قناص أحدهما في الرأس في حي المنارة", "wounded", []),
        ("جرح طفلتين بقصف على حي المنارة، حالة إحداهما حرجة", "wounded", []),
    ],
)
def test_one_of_several_is_told_apart(text: str, kind: str, targets: list[str]) -> None:
    claim = next(claim for claim in claims_of(text) if claim.type == kind and "rule:subset" in claim.because)
    assert claim.count is not None
    assert (claim.count.low, claim.count.high) == (1, 1)
    assert [target.text for target in claim.targets] == targets


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قصف على قرية النور، ووفاة مصاب متأثرا بجراحه صباح اليوم", "wounded"),
        ("ارتفاع حصيلة القصف على النور إلى 7 قتلى بعد أن فارق مصابان الحياة", "wounded"),
        ("جيش النظام يرتكب 70 خرقا لاتفاق وقف إطلاق النار بقصف قرى الوادي", "agreement"),
        ("قصف على قرية النور وأهالي الشهداء يناشدون المنظمات", "killed"),
        ("محاولة مسلحين التسلل إلى كمين الوادي جنوب العريش واشتباكات مع الجيش", "attack.ambush"),
    ],
)
def test_what_is_only_named_is_no_claim(text: str, kind: str) -> None:
    found = claims_of(text)
    assert found
    assert not [claim for claim in found if claim.type == kind or f"lexicon:{kind}" in claim.because]


def test_who_is_let_go_for_others_is_counted_apart() -> None:
    found = [
        claim for claim in claims_of("إطلاق سراح 5 جنود مقابل 8 موقوفين قرب معبر النور") if claim.type == "released"
    ]
    assert [claim.count.low for claim in found if claim.count is not None] == [5, 8]


def test_the_dead_of_a_toll_are_counted_once() -> None:
    found = claims_of("ارتفع عدد ضحايا إطلاق النار قرب دوار النور ليلة أمس إلى قتيلين")
    assert [claim.trigger.text for claim in found if claim.type == "killed"] == ["قتيلين"]


@pytest.mark.parametrize(
    "text",
    [
        "وفاة 3 أشخاص وإصابة سائق إثر انقلاب شاحنة على طريق الساحل.",
        "تتقدم أسرة الشبكة بأحر التعازي للزميل المصور بوفاة والده",
    ],
)
def test_accidents_and_condolences_are_no_reports(text: str) -> None:
    assert not claims_of(text, None)


def test_a_short_text_of_three_sentences_is_read_as_a_message_is() -> None:
    text = (
        "وصلت إلى المطار اليوم طائرة تقل 30 أسيرا أفرجت عنهم الحكومة. ومن المقرر أن تصل طائرة ثانية غدا. "
        "وشكر الصليب الأحمر الجميع."
    )
    assert "released" in [claim.type for claim in claims_of(text)]
