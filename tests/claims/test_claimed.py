"""Deeds that somebody claims, one of several told apart, and what repeats nothing though it is told again."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Report

NEWS = "قتل خمسة جنود بانفجار عبوة ناسفة في مدينة كركوك يوم الثلاثاء. "


@cache
def rules() -> Knowledge:
    """Without the ranker, which judges lone sentences: what the rules alone make of one."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def behind(text: str) -> list[Claim]:
    """The claims told behind the news."""
    claims = pipeline.read(Report("sample", NEWS + text, date(2018, 10, 9)), rules()).claims
    return [claim for claim in claims if claim.trigger.start >= len(NEWS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وتبنى تنظيم داعش التفجير.", ["bombing"]),
        ("وأعلن تنظيم داعش مسؤوليته عن الانفجار.", ["bombing"]),
        ("ولم تعلن أي جهة مسؤوليتها عن الانفجار الذي وقع في المدينة.", []),
        ("وقال البيان إن الانفجار تم في تمام الساعة السادسة مساء.", ["bombing"]),
        ("وعثر الجنود على عبوة أخرى وقاموا بإبطالها.", ["repel"]),
        ("وقال الوزير إن الجيش سيقتص من المسلحين.", ["threaten"]),
        ("وأطلقت المشافي نداء للأهالي بالتبرع بالدم.", ["demand"]),
        ("ووقع الانفجار في شارع تجاري مزدحم.", ["bombing"]),
        ("والانفجار الثاني وقع قرب السوق.", ["bombing"]),
        ("وسقط 3 من عناصر الجيش قرب المدينة.", ["killed"]),
        ("وسقط خمسة جنود جرحى.", ["wounded"]),
        ("وقال الطبيب إنه لم يصب أحد من المدنيين.", ["wounded"]),
        ("وقالت الحكومة إن صاروخا أطلق من قطاع غزة.", ["shelling"]),
        ("وأعلن الجيش السيطرة على كامل الغوطة الشرقية.", ["control_gain"]),
        ("وشدد الوزير على ضرورة ملاحقة المسلحين.", ["demand"]),
        ("وتحدث الوزير عن المدينة بالضرورة.", []),
        ("ونفذ الطيران غارات برشقات من الصواريخ على مدينة حماة.", ["airstrike"]),
        ("وعثر على قنبلة لم تنفجر.", []),
        ("ويأتي ذلك مع الذكرى الستين لاتفاقية الهدنة.", []),
        ("واستقدم الجيش إلى المدينة تعزيزات عسكرية.", ["mobilize"]),
        ("وانتشرت فرق الإغاثة في المدينة.", []),
        ("ووقع ذلك أثناء توقفه في مدينة حماة.", []),
        ("ووصل الوفد إلى مدينة تدمر بريف حمص.", []),
        ("ويبحث السكان عن لقمة عيشهم.", []),
        ("والضحايا الذين قضوا كانوا من الجيش.", ["killed"]),
        ("وقال الناطق إن ستة مستشفيات تعرضت للقصف في المنطقة.", ["shelling"]),
        ("وأشعل محتجون النيران في مبنى المجلس.", ["riot"]),
        ("وعبر السكان عن حالة من الإحباط.", []),
        ("وأشادت الصحيفة بمن وصفته بالضابط الشجاع.", []),
    ],
)
def test_what_is_told_behind_the_news(text: str, expected: list[str]) -> None:
    assert [claim.type for claim in behind(text)] == expected


def test_whoever_claims_it_did_it() -> None:
    (claim,) = behind("وأعلن تنظيم داعش مسؤوليته عن الانفجار.")
    assert [agent.text for agent in claim.agents] == ["تنظيم داعش"]
