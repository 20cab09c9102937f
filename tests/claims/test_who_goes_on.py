"""Whom a verb of speech without a subject means, sentence after sentence. All texts are invented."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report

AROUND = "وتشهد المنطقة معارك بين الجيش والفصائل المسلحة قتل فيها عشرات المقاتلين، بحسب سكان محليين."


@lru_cache(maxsize=1)
def known() -> Knowledge:
    return load_knowledge()


def claim_of(text: str, trigger: str) -> Claim:
    claims = read(Report("r", f"{text}\n{AROUND}", date(2018, 3, 14)), known()).claims
    return next(claim for claim in claims if claim.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        (
            "قال المتحدث باسم الحكومة علي الحسن إن سيارة مفخخة انفجرت. وأضاف الحسن أن حاكم المدينة أبلغ الصحفيين بأن "
            "الانفجار أوقع جرحى. وأشار إلى أن السيارة دمرت المقر.",
            "دمرت",
            "المتحدث باسم الحكومة علي الحسن",
        ),
        (
            "أكدت مصادر مطلعة أن مواجهات دارت داخل المدينة، حيث أصر عناصر المقاومة على خروج المسلحين. وأضافت أن 12 "
            "مسلحا قتلوا أمس.",
            "قتلوا",
            "مصادر مطلعة",
        ),
        (
            "ذكر الدفاع المدني أن مدنيا يدعى لطفي قتل بقصف. وأضاف أن القصف أدى إلى إصابة شخصين.",
            "إصابة",
            "الدفاع المدني",
        ),
        (
            "أوضح شاهد أن الأهالي فوجئوا بالقوات. وأضاف أن الأهالي أظهروا مقاومة. ولفت إلى أن أخاه قتل.",
            "قتل",
            "شاهد",
        ),
        (
            "أشار الدفاع المدني إلى أن القوات قصفت البلدة. وكانت “الشبكة السورية لحقوق الإنسان” قد وثقت مقتل 129 شخصا "
            "الشهر الماضي. ولفتت إلى أن 14 طفلا قتلوا في درعا.",
            "قتلوا",
            "الشبكة السورية لحقوق الإنسان",
        ),
        (
            "قالت منظمة الإغاثة المحلية إن البلدة تعرضت للقصف. ووثق المرصد السوري سقوط جرحى. وأضافت أن امرأة قتلت.",
            "قتلت",
            "منظمة الإغاثة المحلية",
        ),
    ],
    ids=["told-inside", "where", "called", "carried", "quotes", "gender"],
)
def test_who_speaks_in_what_another_tells_does_not_go_on(text: str, trigger: str, source: str) -> None:
    assert [one.text for one in claim_of(text, trigger).sources] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وأعلنت ما تسمى مؤسسة الفجر الإعلامية أن الجيش اقتحم البلدة.", "مؤسسة الفجر الإعلامية"),
        ("وقالت ما يسمى بوزارة الصحة إن الجيش اقتحم البلدة.", "وزارة الصحة"),
        ("ونشر ناشطون صورا قالوا إنها لجنود، وقال ناشطون إن الجيش اقتحم البلدة.", "ناشطون"),
    ],
)
def test_who_speaks_is_no_more_than_his_name(text: str, source: str) -> None:
    assert [one.text for one in claim_of(text, "اقتحم").sources] == [source]


def test_who_is_called_so_claims_nothing() -> None:
    assert [one.text for one in claim_of("ذكر الدفاع المدني أن مدنيا يدعى لطفي قتل بقصف.", "قتل").sources] == [
        "الدفاع المدني"
    ]


def test_an_agency_at_the_end_goes_on_with_whom_it_quotes() -> None:
    text = "أوضحت مصادر أهلية أن مسيرة قصفت سيارته، بحسب ما نقلت وكالة الأنباء. وأشارت إلى أن القوات اقتحمت البلدة."
    assert [one.text for one in claim_of(text, "اقتحمت").sources] == ["مصادر أهلية", "وكالة الأنباء"]


def test_a_station_behind_a_verb_of_speech_is_no_announcement() -> None:
    claim = claim_of("قالت إذاعة محلية إن الجيش اقتحم البلدة.", "اقتحم")
    assert [one.text for one in claim.sources] == ["إذاعة محلية"]


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("أغار الطيران الإسرائيلي على مواقع في محيط البلدة.", ["الطيران الإسرائيلي"], ["مواقع"]),
        ("وأغار طيران النظام على بلدة الخيام.", ["طيران النظام"], ["الخيام"]),
        ("أغارت المقاتلات السورية على بلدة الخيام.", ["السورية"], ["الخيام"]),
        ("أغارت أربع طائرات إسرائيلية على موقع للجيش.", ["إسرائيلية"], ["موقع للجيش"]),
        ("أغارت مروحيات تابعة للجيش على معاقل المتمردين.", ["للجيش"], ["معاقل المتمردين"]),
        ("أغار الطيران الإسرائيلي قرابة الظهر على بلدة الخيام.", ["الطيران الإسرائيلي"], ["الخيام"]),
    ],
)
def test_aircraft_that_raid_are_who_does_it(text: str, agents: list[str], targets: list[str]) -> None:
    claim = claim_of(f"قالت القوات الحكومية إنها قصفت مواقع الفصائل. {text}", text.split()[0].removeprefix("و"))
    assert [one.text for one in claim.agents] == agents
    assert [one.text for one in claim.targets] == targets


@pytest.mark.parametrize("when", ["حوالي الساعة الثالثة ظهرا", "قرابة الظهر", "نحو الساعة الثامنة صباحا", "زهاء الفجر"])
def test_about_an_hour_is_nobody(when: str) -> None:
    claim = claim_of(f"قصفت الطائرات {when} بلدة الخيام.", "قصفت")
    assert [one.text for one in claim.targets] == ["الخيام"]
