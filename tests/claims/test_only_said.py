"""Words of deeds that tell of none: prayers, what something is called, what a court does. All texts are invented."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report

BEFORE = (
    "قصفت القوات الحكومية أمس الثلاثاء مواقع الفصائل المسلحة في ريف حلب الشمالي وقتلت خمسة مقاتلين، ودارت اشتباكات.\n"
)
BEHIND = "\nوتشهد المنطقة معارك منذ أسابيع، بحسب سكان تحدثوا عن قصف ونزوح عشرات العائلات من بيوتها باتجاه الحدود."


@lru_cache(maxsize=1)
def known() -> Knowledge:
    return load_knowledge()


def claims_of(text: str) -> list[Claim]:
    found = read(Report("r", BEFORE + text + BEHIND, date(2018, 3, 14)), known()).claims
    return [claim for claim in found if len(BEFORE) <= claim.trigger.start < len(BEFORE) + len(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أدانت الوزارة الهجوم على المسجد، داعية الله أن يرحم الضحايا.", "demand"),
        ("قدم الوزير تعازيه لأسر الشهداء، ودعا المولى أن يتغمدهم برحمته.", "demand"),
        ("قضت المحكمة على ثلاثة متهمين بالسجن المؤبد في قضية الحافلة.", "killed"),
    ],
)
def test_what_tells_of_no_deed(text: str, kind: str) -> None:
    assert kind not in [claim.type for claim in claims_of(text)]


def test_a_demand_of_people_stays_one() -> None:
    assert "demand" in [claim.type for claim in claims_of("دعت الوزارة الفصائل إلى وقف القصف على البلدة.")]


def test_what_a_deed_is_called_is_no_other() -> None:
    found = claims_of('وصف رئيس الوزراء إحراق المنزل بأنه "عمل إرهابي"، وتعهد بمحاسبة الجناة.')
    assert "عمل إرهابي" not in [claim.trigger.text for claim in found]


def test_a_veto_named_twice_is_one() -> None:
    found = claims_of("استخدمت روسيا حق النقض (الفيتو) على قرار يدعو إلى وقف القصف.")
    assert [claim.trigger.text for claim in found if claim.type == "reject"] == ["حق النقض"]


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("قتل الثلاثاء رجل خطفه مسلحون يوم الجمعة.", "خطفه", date(2018, 3, 9)),
        ("أعلن الأحد أن الجيش قصف البلدة يوم الجمعة.", "قصف", date(2018, 3, 9)),
        ("قصف أمس الجيش البلدة وقتل خمسة مدنيين.", "قصف", date(2018, 3, 13)),
    ],
)
def test_a_time_right_behind_another_verb_is_of_that_one(text: str, trigger: str, day: date) -> None:
    (claim,) = [claim for claim in claims_of(text) if claim.trigger.text == trigger]
    assert claim.date_from == day.isoformat()


def test_who_was_abducted_years_ago_is_no_news() -> None:
    assert not claims_of("وصلت الاثنين رفات 38 عاملا خطفهم المسلحون في الموصل عام 2014.")


def test_who_raises_a_toll_killed_nobody() -> None:
    text = "ورفع المرصد حصيلة الغارات التي طالت مشفى في كفرزيتا إلى 11 قتيلا، بعدما كان قد أفاد بمقتل خمسة."
    found = claims_of(text)
    assert not [agent.text for claim in found for agent in claim.agents if "المرصد" in agent.text]
    first, earlier = [claim for claim in found if claim.type == "killed"]
    assert earlier.date_from == first.date_from


@pytest.mark.parametrize(
    "text",
    [
        "وذكرت وكالة بلاد أن الجيش قصف البلدة، وقصف المشفى بعد ذلك.",
        "ودعا متحدث أممي الأطراف إلى حماية المشافي بعد استهدافها بثلاث غارات.",
    ],
)
def test_who_is_only_cited_did_nothing(text: str) -> None:
    agents = [
        agent.text for claim in claims_of(text) if claim.type in ("shelling", "airstrike") for agent in claim.agents
    ]
    assert not [agent for agent in agents if "وكالة" in agent or "متحدث" in agent]
    assert {"shelling", "airstrike"} & {claim.type for claim in claims_of(text)}


def test_what_such_deeds_are_is_no_deed() -> None:
    found = claims_of("ودعا متحدث أممي إلى حماية المشافي، مذكرا بأن استهدافها يرقى إلى جريمة حرب.")
    assert "استهدافها" not in [claim.trigger.text for claim in found]


def test_missiles_that_an_aircraft_launched() -> None:
    assert "airstrike" in [claim.type for claim in claims_of("وقتل ثلاثة بصاروخين أطلقتهما طائرة أمريكية على منزل.")]
