"""The name of whoever holds an office, wherever it stands beside the office, and what an accuser says."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report

WAR = " وقصفت قوات النظام بلدة النيرب بالمدفعية ما أدى إلى جرح ثلاثة مدنيين في الحي الغربي."


@cache
def rules() -> Knowledge:
    return load_knowledge(with_ranker=False, with_linker=False)


def first_of(text: str, kind: str) -> Claim:
    claims = read(Report("r", text + WAR, date(2021, 3, 10), "x"), rules()).claims
    return next(claim for claim in claims if claim.type == kind)


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("علي سالم النجار", "وقال المتحدث باسم المقاومة الشعبية، علي سالم النجار، إن خمسة جنود قتلوا."),
        ("المشير خليفة حفتر", "وأعلن القائد العام للجيش، المشير خليفة حفتر، مقتل خمسة جنود."),
        ("بشار الأسد", "واعتبر الرئيس السوري، بشار الأسد، أن مقتل خمسة جنود خسارة."),
        ("نقيب الأطباء علي الدروبي", "وأكد نقيب الأطباء علي الدروبي مقتل خمسة جنود."),
        ("الجنرال قاسم عطا", "وقتل خمسة جنود حسب الناطق باسم قيادة الجيش في بغداد الجنرال قاسم عطا."),
        ("محمد حسن قائمقام الدجيل", "لكن محمد حسن قائمقام الدجيل قال إن خمسة جنود قتلوا."),
        ("الطبيب سامي البحري", "وقال مدير عام الإسعاف بوزارة الصحة، الطبيب سامي البحري: قتل خمسة جنود."),
        ("سامي البحري", "وقال ناظر المستشفى الجهوي بمدنين، سامي البحري، في تصريح صحفي، إن خمسة جنود قتلوا."),
        ("سامي البحري", "وقال ابن عمه، سامي البحري في حديث قصير، إن خمسة جنود قتلوا."),
        ("سلمى البحري", "وقالت وزيرة الإعلام والتي تشغل أيضا منصب نائبة الرئيس، سلمى البحري، إن خمسة جنود قتلوا."),
        ("وزارة الصحة الليبية", "وبحسب آخر حصيلة صدرت عن وزارة الصحة الليبية، قتل خمسة جنود."),
        ("الأمم المتحدة", "واتهمت الأمم المتحدة قوات النظام بقتل خمسة جنود."),
    ],
)
def test_who_says_so(speaker: str, text: str) -> None:
    assert [source.text for source in first_of(text, "killed").sources] == [speaker]


def test_an_office_cited_again_means_its_holder() -> None:
    text = "وقال مدير المرصد رامي عبد الرحمن إن القصف مستمر. وأضاف مدير المرصد أن خمسة جنود قتلوا."
    assert "رامي عبد الرحمن" in first_of(text, "killed").sources[0].text
