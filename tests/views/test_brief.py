"""The report of a day: one file, in two languages, every statement linked to its words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from marsad.events import gather
from marsad.records import Told
from marsad.views.brief import STYLE, Brief, html, words
from tests.events.invented import ARMY, RULES, people, told

TEXT = "قبل ذلك. قصف الطيران البلدة ظهرا وقتل سبعة مدنيين. بعد ذلك"
STRIKE = [
    told("a1", agents=(ARMY,)),
    told("a2", "killed", targets=people(), count=(7, 7), start=5),
    told("b2", "killed", report="r2", outlet="wire", targets=people(), count=(5, 5), start=5),
    told("c1", report="r3", outlet="gov", status="denied"),
    told("p1", "attack", status="planned", start=40),
]
TYPES = {"airstrike": "Air strike", "killed": "People killed"}


def page(claims: list[Told] = STRIKE, language: str = "en", **fields: object) -> str:
    events = gather(claims, (), RULES).events
    told_by = {one.claim.id: one for one in claims}
    return html(Brief(events, told_by, TYPES, language, **fields))  # type: ignore[arg-type]


class Links(HTMLParser):
    """Collects targets, links and what would be fetched from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        if tag in ("script", "img", "link", "iframe") or "src" in found:
            self.fetched.append(tag)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_link_leads_to_a_place_on_the_page_and_nothing_is_fetched(language: str) -> None:
    read = Links()
    read.feed(page(language=language))
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    assert len(read.ids) == len(set(read.ids))
    assert read.fetched == []
    assert "http" not in page(language=language)


def test_the_direction_follows_the_language_and_ranges_keep_theirs() -> None:
    assert '<html lang="ar" dir="rtl">' in page(language="ar")
    assert '<html lang="en" dir="ltr">' in page()
    assert "<bdi dir=ltr>5–7</bdi>" in page(language="ar")


def test_no_left_or_right_in_the_styles() -> None:
    assert not re.search(r"\b(left|right)\b", STYLE)


def test_no_arabic_inside_the_map() -> None:
    (drawn,) = re.findall(r"<svg.*?</svg>", page(language="ar"), re.S)
    assert not re.search("[\u0600-\u06ff]", drawn)
    assert drawn.count("<circle") == 1


def test_what_a_report_says_cannot_write_into_the_page() -> None:
    assert "<b>bold" not in page([told("a1", outlet="<b>bold</b>", targets=people("<b>bold</b>"))])


def test_tolls_show_who_says_them_and_contradictions_stand_by_themselves() -> None:
    shown = page()
    assert "opp" in shown
    assert "wire says 5" in shown
    assert "whether it happened" in shown


def test_a_plan_is_not_told_as_an_event() -> None:
    assert page().count("<tr id=") == 1


def test_claims_stand_in_their_sentence_where_the_report_is_at_hand() -> None:
    start = TEXT.index("قصف")
    one = told("a1", start=start)
    spoken = told("a1", start=start)
    trigger = type(one.claim.trigger)("قصف", start, start + 3)
    claim = type(one.claim)(id="a1", type="airstrike", trigger=trigger, places=one.claim.places, date_from="2020-03-02")
    shown = page([Told(claim, spoken.report, spoken.outlet, spoken.published)], texts={"r1": TEXT})
    assert "<mark>قصف</mark> الطيران البلدة ظهرا وقتل سبعة مدنيين" in shown
    assert "قبل ذلك" not in shown


def test_what_is_new_since_the_last() -> None:
    (event,) = [event for event in gather(STRIKE, (), RULES).events if event.standing == "claimed"]
    assert "New since the last report" not in page()
    assert "Air strike" in page(known=frozenset()).split("New since")[1].split("Day by day")[0]
    assert "none" in page(known=frozenset({event.id})).split("New since")[1].split("Day by day")[0]


def test_both_languages_have_the_same_words() -> None:
    english, arabic = words()["en"], words()["ar"]
    assert english.keys() == arabic.keys()
    for name, value in english.items():
        if isinstance(value, dict):
            assert value.keys() == arabic[name].keys()


def test_nothing_reported_is_a_page_too() -> None:
    assert "<svg" not in page([])
