"""Background: what the next sentence goes on with, what came hours before, how long another deed has lasted."""

from __future__ import annotations

from datetime import date

from marsad.pipeline import load_knowledge, read
from marsad.records import Report

NEWS = "قصفت قوات النظام بلدة النيرب بالمدفعية اليوم. "


def statuses(text: str) -> dict[str, str]:
    known = load_knowledge(with_ranker=False, with_linker=False)
    claims = read(Report("r", NEWS + text, date(2021, 3, 10), "x"), known).claims
    return {claim.type: claim.status for claim in claims if claim.trigger.start >= len(NEWS)}


def test_what_came_hours_before_is_news_and_the_day_before_is_not() -> None:
    assert statuses("ويأتي ذلك بعد ساعات من انفجار عبوة ناسفة في سوق المدينة.")["bombing"] == "asserted"
    assert statuses("ويأتي ذلك بعد يوم من انفجار عبوة ناسفة في سوق المدينة.")["bombing"] == "background"


def test_what_somebody_said_behind_it_did_not_come_before() -> None:
    told = statuses("وجاء ذلك غداة انفجار عبوة ناسفة في أعزاز، وقال المرصد إن الطيران شن غارات على البلدة.")
    assert (told["bombing"], told["airstrike"]) == ("background", "asserted")


def test_how_long_a_fight_has_lasted_says_nothing_of_the_death_in_it() -> None:
    told = statuses("وقتل قيادي في التنظيم في درنة التي تشهد اشتباكات منذ أسابيع.")
    assert told["killed"] == "asserted"


def test_only_what_is_long_past_goes_on() -> None:
    bombed = " وقتل مدنيان في انفجار لغم."
    assert statuses("يذكر أن الطائرات شنت غارات على سراقب." + bombed)["killed"] == "background"
    assert statuses("وكانت طائرات قد شنت غارات على البلدة." + bombed)["killed"] == "asserted"
