"""Whose deeds a post tells: those of the party that speaks in it, of the only doer it names, and of nobody."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report


@cache
def known() -> Knowledge:
    return load_knowledge()


def claims_of(text: str) -> list[Claim]:
    return list(read(Report("r", text, date(2024, 12, 1)), known()).claims)


def agents(text: str, trigger: str) -> list[str]:
    claim = next(claim for claim in claims_of(text) if claim.trigger.text == trigger)
    return [agent.text for agent in claim.agents]


POST = """جيش العزة:
- تحرير قرية تل السرو
- إحباط هجوم على محور الخربة
- مقتل 7 إرهابيين
- سقوط شهيد من مقاتلينا"""


@pytest.mark.parametrize(
    ("trigger", "doers"),
    [("تحرير", ["جيش العزة"]), ("إحباط", ["جيش العزة"]), ("مقتل", ["جيش العزة"]), ("شهيد", [])],
)
def test_a_party_did_what_it_tells_without_a_doer(trigger: str, doers: list[str]) -> None:
    assert agents(POST, trigger) == doers


def test_who_reports_without_arms_did_nothing() -> None:
    assert agents("الدفاع المدني:\n- تدمير مدرسة في بلدة السرو\n- مقتل 3 مدنيين", "تدمير") == []


def test_a_media_office_speaks_for_its_force() -> None:
    text = "المركز الإعلامي لقوات سوريا الديمقراطية\n1- تحرير قرية السرو\n2- أسر 3 عناصر من التنظيم"
    assert agents(text, "تحرير") == ["قوات سوريا الديمقراطية"]


def test_our_fighters_are_the_party_that_speaks() -> None:
    text = "جيش العزة:\nبعون الله استهدف مجاهدونا دبابة على تلة السرو بصاروخ"
    assert agents(text, "استهدف") == ["جيش العزة"]


LIST = """ريف حماة | خروقات قوات النظام اليوم
- قصف مدفعي على بلدة السرو
- مداهمة منازل في قرية الخربة"""


def test_what_a_list_tells_was_done_by_the_only_doer_it_names() -> None:
    assert agents(LIST, "قصف مدفعي") == ["قوات النظام"]
    assert agents(LIST, "مداهمة") == ["قوات النظام"]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("كمين لعناصر داعش يستهدف عربة للشرطة شرق السخنة.. مقتل شرطيين", "كمين", ["عناصر داعش"]),
        ("كمين لعناصر داعش يستهدف عربة للشرطة شرق السخنة.. مقتل شرطيين", "مقتل", ["عناصر داعش"]),
        ("مسيّرة لقوات النظام تستهدف سيارة قرب سوق السرو", "تستهدف", ["قوات النظام"]),
        ("قسد ردّت بقصف محيط مسجد السرو بالهاون", "قصف", ["قسد"]),
        ("سرايا القدس: بالاشتراك مع المجاهدين قصفنا حشودات العدو قرب السرو", "قصفنا", ["سرايا القدس"]),
        ("إصابة طفلة برصاص قناص على أطراف حي السرو", "إصابة", ["قناص"]),
        ("انسحاب آليات الاحتلال من محيط جامعة الأقصى", "انسحاب", ["الاحتلال"]),
        ("YPG: وحداتنا صدّت هجوما لداعش على قرية السرو", "صدّت", ["YPG"]),
    ],
)
def test_whose_deed_it_is(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


@pytest.mark.parametrize(
    "text", ["جيش العزة يعلن إسقاط طائرة استطلاع فوق بلدة السرو.", "أعلن جيش العزة إسقاط طائرة استطلاع فوق بلدة السرو."]
)
def test_who_announces_a_deed_did_it_wherever_the_verb_stands(text: str) -> None:
    claims = claims_of(text)
    assert [[agent.text for agent in claim.agents] for claim in claims if "إسقاط" in claim.trigger.text] == [
        ["جيش العزة"]
    ]


def test_what_is_written_out_in_sentences_is_not_done_by_the_only_doer_named() -> None:
    text = "خرق جيش العزة الهدنة بقذائف سقطت قرب قرية السرو.\n\nوانفجرت سيارة مفخخة في مدينة منبج وقتل ستة مدنيين."
    assert [claim.agents for claim in claims_of(text) if claim.type == "killed"] == [()]
