"""What goes into a store comes out of it, once, and is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from marsad.errors import InputError
from marsad.records import (
    ActorMention,
    Claim,
    Count,
    Issue,
    PlaceMention,
    SourceMention,
    Span,
    WeaponMention,
)
from marsad.store import Filter, Page, ReportFilter, Store, open_store, queries
from marsad.store.codec import canonical, claim_from, claim_json, plain
from marsad.store.engine import reading
from tests.store.samples import AGENCY, add, arrival, claim, entry

ANOTHER = count()
NUMBERS = st.integers(0, 10**9)
TEXTS = st.text(max_size=12)
MAYBE = st.none() | TEXTS
DEGREES = st.none() | st.floats(allow_nan=False, allow_infinity=False)


def spans(kind: type[Span], /, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.builds(kind, TEXTS, NUMBERS, NUMBERS, **fields)


ACTORS = st.lists(spans(ActorMention, actor=MAYBE, name=MAYBE), max_size=2).map(tuple)
PLACES = spans(
    PlaceMention, place=MAYBE, name=MAYBE, lat=DEGREES, lon=DEGREES, country=MAYBE, admin1=MAYBE, kind=MAYBE,
    precision=st.none() | st.integers(1, 3),
)  # fmt: skip
WEAPONS = spans(WeaponMention, weapon_class=MAYBE)
CLAIMS = st.builds(
    Claim, st.uuids().map(str), TEXTS, spans(Span), agents=ACTORS, targets=ACTORS,
    places=st.lists(PLACES, max_size=2).map(tuple), time=st.none() | spans(Span),
    date_from=st.none() | st.dates().map(str),
    date_to=st.none() | st.dates().map(str),
    count=st.none() | st.builds(Count, st.integers(), st.none() | st.integers(), TEXTS, NUMBERS, NUMBERS),
    item=st.none() | WEAPONS, outcome=MAYBE, weapons=st.lists(WEAPONS, max_size=2).map(tuple),
    sources=st.lists(spans(SourceMention, source=MAYBE, name=MAYBE, kind=MAYBE), max_size=2).map(tuple),
    status=TEXTS, incident=st.none() | NUMBERS, because=st.lists(TEXTS, max_size=2).map(tuple),
)  # fmt: skip


@given(CLAIMS)
def test_a_claim_is_the_same_after_it_was_written(made: Claim) -> None:
    assert claim_from(claim_json(made)) == made
    assert claim_json(made) == canonical(plain(made))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CLAIMS, max_size=4, unique_by=lambda made: made.id), st.text(min_size=1))
def test_a_reading_comes_out_as_it_went_in(store: Store, made: list[Claim], text: str) -> None:
    id = f"r{next(ANOTHER)}"
    issues = (Issue("damaged", text.replace("\x00", ""), 1, None),)
    went_in = replace(entry(arrival(id, f"{id} {text}")).reading, claims=tuple(made), issues=issues)
    add(store, replace(entry(arrival(id, f"{id} {text}")), reading=went_in))
    (came_out,) = store.readings([id])
    assert (came_out.reading.claims, came_out.reading.issues) == (went_in.claims, went_in.issues)
    assert list(store.verify()) == []


def test_many_reports_of_days_in_any_order_go_in_at_once_and_are_found(store: Store) -> None:
    days = [date(2019, 1 + at * 7 % 12, 1 + at * 11 % 28) for at in range(40)]
    add(store, *(entry(arrival(f"r{at}", f"{AGENCY} {at}", day=day)) for at, day in enumerate(days)))
    assert [hit.report.published for hit in store.search("قصف", Page(50))] == sorted(map(str, days), reverse=True)
    assert len(store.claims(Filter(actor="sn-guard"), Page(50))) == 40
    assert list(store.verify()) == []


def test_text_bytes_and_headers_come_out_as_they_went_in(store: Store) -> None:
    page = replace(arrival("p", "قتل    خمسة"), received="قتل <b>خمسة")
    kept = replace(page.kept, raw=b"\xff\x00page", media_type="text/html", headers=(("ETag", "x"),), title="عنوان")
    add(store, entry(replace(page, kept=kept)))
    stored = store.text("p")
    assert (stored.text, stored.raw, stored.headers) == ("قتل <b>خمسة", b"\xff\x00page", (("ETag", "x"),))
    report, received = store.arrival("p")
    assert (report, received) == (page.report, "قتل <b>خمسة")
    assert list(store.verify()) == []


def test_half_a_surrogate_pair_and_a_null_are_kept(store: Store) -> None:
    text = "قتل \ud83d خمسة \x00 مدنيين"
    add(store, entry(arrival("s", text)))
    assert store.text("s").text == text
    assert list(store.verify()) == []


def test_the_same_report_again_adds_nothing(store: Store) -> None:
    one = entry(arrival("a", AGENCY))
    again = entry(arrival("b", AGENCY, day=None, outlet=None))
    assert [added.outcome for added in add(store, one, one)] == ["added", "known"]
    before = store.totals()
    assert [added.id for added in add(store, one, again)] == ["a", "a"]
    assert store.totals() == before


def test_another_report_of_the_same_id_is_sent_back(store: Store) -> None:
    add(store, entry(arrival("a", AGENCY)))
    other = arrival("a", "قتل جندي في كمين")
    assert [added.outcome for added in add(store, entry(other))] == ["id_taken"]
    assert store.free_id(other).startswith("a~")


def test_agency_text_with_another_headline_is_a_copy_of_the_first(store: Store) -> None:
    copies = [
        entry(arrival("b", f"عاجل من تل السنديان. {AGENCY}", outlet="الراصد"), claim("c2", AGENCY)),
        entry(arrival("c", f"{AGENCY} (وكالة)", outlet="المنار"), claim("c3", AGENCY)),
    ]
    added = add(store, entry(arrival("a", AGENCY)), *copies)
    assert [each.copy_of for each in added] == [None, "a", "a"]
    assert [report.id for report in store.reports(ReportFilter(copy_of="a"))] == ["c", "b"]


def test_another_report_on_the_same_event_is_no_copy(store: Store) -> None:
    other = (
        "أعلنت مصادر طبية في تل السنديان ارتفاع حصيلة القصف المدفعي على الحي الشرقي إلى سبعة قتلى بينهم طفلان، "
        "وأوضحت أن حالة عدد من الجرحى حرجة، في حين طالب مجلس البلدة بفتح ممر آمن لإخراج العائلات المحاصرة من الحي."
    )
    added = add(store, entry(arrival("a", AGENCY)), entry(arrival("b", other), claim("c2", other)))
    assert added[1].copy_of is None


def test_an_edited_page_is_a_version_and_takes_the_place_of_the_first(store: Store) -> None:
    url = "https://sada.example/1"
    first = entry(arrival("a", AGENCY, url=url))
    edited = AGENCY.replace("خمسة", "ستة")
    second = entry(arrival("b", edited, url=url), claim("c2", edited))
    added = add(store, first, second)
    assert (added[1].version_of, added[1].copy_of) == ("a", None)
    assert [found.claim.id for found in store.claims()] == ["c2"]
    assert [report.id for report in store.reports()] == ["b"]
    assert [hit.report.id for hit in store.search("السنديان")] == ["b"]
    old = store.report("a")
    assert old is not None
    assert old.newer == "b"
    assert list(store.verify()) == []
    (told,) = store.told()
    assert (told.claim.id, told.report, told.outlet) == ("c2", "b", "صدى السنديان")
    assert told.sha256 == sha256(edited.encode()).hexdigest()


MADE: list[tuple[str, dict[str, Any]]] = [
    ("a", {"type": "killed", "date_from": "2019-03-01"}),
    ("b", {"type": "wounded", "date_from": "2019-03-02", "status": "denied"}),
    ("c", {"type": "killed", "date_from": None, "places": ()}),
    ("d", {"type": "killed", "date_from": "2018-12", "agents": (ActorMention("لواء الريح", 4, 8),)}),
]


@pytest.fixture
def filled(store: Store) -> Store:
    for number, (id, fields) in enumerate(MADE):
        text = f"{number} قتل خمسة في القصف على البلدة"
        outlet = "صدى السنديان" if id != "d" else "الراصد"
        add(store, entry(arrival(id, text, outlet=outlet), claim(f"claim-{id}", text, **fields)))
    return store


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), "cbad"),
        (Filter(type="killed"), "cad"),
        (Filter(status="denied"), "b"),
        (Filter(place="Tall al-Sindian"), "bad"),
        (Filter(place="تلّ السنديان"), "bad"),
        (Filter(place="sn-tall"), "bad"),
        (Filter(place="Hama"), "bad"),
        (Filter(place="nowhere"), ""),
        (Filter(country="sy"), "bad"),
        (Filter(actor="Sindian Guard"), "cba"),
        (Filter(actor="لواء الريح"), "d"),
        (Filter(actor="الريح"), "d"),
        (Filter(source="ناشطون", type="killed"), "cad"),
        (Filter(outlet="الراصد"), "d"),
        (Filter(report="a"), "a"),
        (Filter(since="2019-03-02"), "cb"),
        (Filter(until="2019-03-01"), "ad"),
        (Filter(since="2019", until="2019-03"), "cba"),
        (Filter(text="السنديان"), "bad"),
        (Filter(text="سنديان", type="killed"), "ad"),
        (Filter(text="لواء", actor="sn-guard"), ""),
        (Filter(verdict="none", type="wounded"), "b"),
    ],
)
def test_filters(filled: Store, wanted: Filter, expected: str) -> None:
    assert "".join(found.report for found in filled.claims(wanted)) == expected
    assert filled.count(wanted) == len(expected)


def test_pages_follow_each_other(filled: Store) -> None:
    seen, page = "", Page(1)
    while found := filled.claims(Filter(), page):
        seen += found[0].report
        page = Page(1, found[0].rank)
    assert seen == "cbad"
    assert [each.report for each in filled.all_claims(Filter(type="killed"))] == list("cad")


def test_a_day_that_cannot_be_is_refused(filled: Store) -> None:
    with pytest.raises(InputError, match="since: expected a day"):
        filled.claims(Filter(since="yesterday"))


@pytest.mark.parametrize(
    ("question", "is_found"),
    [
        ("القصف", True), ("قصف", True), ("والقصف", True), ("قَصْف", True), ("مدرس*", True), ('"قصف مدفعي"', True),
        ('"مدفعي قصف"', False), ("مدفعي قصف", True), ("طائرات", False), ("OR", False), ('القصف AND "', False),
    ],
)  # fmt: skip
def test_search_folds_and_knows_the_article(store: Store, question: str, is_found: bool) -> None:
    add(store, entry(arrival("a", AGENCY)))
    hits = store.search(question)
    assert [hit.report.id for hit in hits] == (["a"] if is_found else [])
    for hit in hits:
        assert hit.words
        assert hit.words in AGENCY


def test_search_shows_the_latest_first_and_keeps_to_days(store: Store) -> None:
    for id, day in (("a", date(2019, 1, 1)), ("b", date(2019, 3, 1)), ("c", date(2019, 2, 1))):
        add(store, entry(arrival(id, f"قصف {id}", day=day)))
    assert [hit.report.id for hit in store.search("قصف")] == ["b", "c", "a"]
    assert [hit.report.id for hit in store.search("قصف", until="2019-02")] == ["c", "a"]


def test_reports_know_their_language(store: Store) -> None:
    unread = Issue("not_read", "the reader failed")
    add(store, entry(arrival("a", AGENCY)), entry(arrival("b", "قصف"), claim("c2", "قصف"), issues=(unread,)))
    assert [report.id for report in store.reports(ReportFilter(language="ar"))] == ["a"]
    assert [hit.report.id for hit in store.search("القصف", language="ar")] == ["a"]
    assert store.search("القصف", language="en") == []
    assert (store.count(Filter(language="ar")), store.count(Filter(language="en"))) == (1, 0)


def test_a_question_without_words_is_refused(store: Store) -> None:
    with pytest.raises(InputError, match="expected words"):
        store.search("؟؟")


def test_what_is_no_store_is_refused(tmp_path: object) -> None:
    with pytest.raises(InputError, match="found nothing there"):
        open_store(f"{tmp_path}/none.sqlite")


def test_the_mentions_of_claims_are_rows_of_a_view(store: Store) -> None:
    odd = f"\ud800\x00 {AGENCY}"
    made = claim("c1", odd, trigger=Span(odd[:3], 0, 3), time=Span("اليوم", 30, 35))
    add(store, entry(arrival("a", odd), made))
    with reading(store.engine) as connection:
        asked = 'SELECT field, position, start, "end", ref, name, kind, lat, lon FROM mentions ORDER BY field'
        rows = [tuple(row) for row in connection.execute(sql(asked))]
    assert rows == [
        ("agents", 0, 4, 8, "sn-guard", "Sindian Guard", None, None, None),
        ("count", 0, 4, 8, None, None, None, None, None),
        ("places", 0, 9, 20, "sn-tall", "Tall al-Sindian", None, 35.12345, 36.54321),
        ("sources", 0, 30, 36, None, None, "activists", None, None),
        ("time", 0, 30, 35, None, None, None, None, None),
        ("trigger", 0, 0, 3, None, None, None, None, None),
        ("weapons", 0, 40, 45, "artillery", None, None, None, None),
    ]


@pytest.mark.parametrize(
    "question", ["القصف", "قصف", '"قصف مدفعي"', "مدرس*", "مدفع", "5*", "السنديان القصف", "تل-السنديان"]
)
def test_common_words_are_found_as_rare_ones_are(store: Store, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("قصف مدفعي على مدرسة", "والقصف بالمدفع 5,000", "مدفعي قصف", "تل السنديان تحت القصف")
    for number, words in enumerate(texts):
        spoken = f"{words} رقم {number}"
        add(store, entry(arrival(str(number), spoken), claim(f"c{number}", spoken, time=Span(words, 0, len(words)))))
    wanted = Filter(text=question, type="killed")
    rare = [found.claim.id for found in store.claims(wanted)]
    monkeypatch.setattr(queries, "SHORT", 0)
    assert [found.claim.id for found in store.claims(wanted)] == rare
    assert rare
