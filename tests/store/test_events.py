"""Events of a store by filters, sorted, summed up: the same on SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from marsad.events import gather, losses
from marsad.records import Event, Judgement, Original, Reading, Report
from marsad.runs.gathering import bring_up_to_date
from marsad.store import Arrival, Entry, EventFilter, Store
from marsad.store.schema import NEWEST, migrate
from tests.events.invented import ARMY, REBELS, RULES, people, speaker, told
from tests.store.samples import VERSIONS


@pytest.fixture
def gathered(store: Store) -> Store:
    """A store with four reports, gathered."""
    add(store, "r1", "opp", [
        told("a1", agents=(ARMY,)), told("a2", "killed", targets=people(), count=(12, 12), start=5, agents=(ARMY,)),
    ])  # fmt: skip
    add(store, "r2", "gov", [told("b1", status="denied", source=speaker("قائد الحرس"))])
    add(store, "r3", "wire", [
        told("c1", "equipment_loss", at="tall", day="2020-03-05", item="tank", count=(3, 3), targets=people()),
        told("c2", "clash", at="sahl", day="2020-03-05", agents=(REBELS,), incident=2, start=9),
    ])  # fmt: skip
    add(store, "r4", "wire", [told("d1", "talks", at=None, day=None)], None)
    bring_up_to_date(store, "1", lambda: RULES)
    return store


def add(store: Store, report: str, outlet: str, claims: list, day: date | None = date(2020, 3, 2)) -> None:  # type: ignore[type-arg]
    arrival = Arrival(Report(report, report, day, outlet), Original(report.encode(), "text/plain", report))
    store.add_received(
        [Entry(arrival, Reading(report, day, outlet, "0", tuple(one.claim for one in claims)))], VERSIONS
    )


def types(events: tuple[Event, ...]) -> list[str]:
    return [event.type for event in events]


def test_filters_leave_what_they_ask_for(gathered: Store) -> None:
    asked = {
        EventFilter(): 4, EventFilter(type="killed"): 1, EventFilter(grade="contested"): 1,
        EventFilter(standing="claimed", since="2020-03-03"): 2, EventFilter(until="2020-03-04"): 1,
        EventFilter(place="WADI"): 1, EventFilter(place="wa"): 1, EventFilter(actor="xx-rebels"): 1,
        EventFilter(source="opp"): 1, EventFilter(text="clash"): 1, EventFilter(text="!"): 0,
        EventFilter(text="tall", type="airstrike"): 0,
    }  # fmt: skip
    assert {wanted: gathered.event_page(wanted, "date", 0, 10).total for wanted in asked} == asked


STRETCHES = (
    ("wadi", "2020-01-03", "2020-01-03"), ("sahl", "2020-01-28", "2020-02-02"), ("tall", "2020-02-20", "2020-02-20"),
    ("wadi", "2018-12-30", "2019-01-02"), ("sahl", "2021-07-01", "2021-07-01"),
)  # fmt: skip
LASTING = ("tall", "2019-11-05", "2020-06-01")


@pytest.fixture
def stretched(store: Store) -> Store:
    """A store with events of one side that last from one day to months, and one of no day."""
    for number, (at, first, last) in enumerate((*STRETCHES, LASTING)):
        kind = "talks" if first == LASTING[1] else "airstrike"
        one = told(f"s{number}", kind, at=at, agents=(ARMY,), day=first)
        lasting = replace(one, claim=replace(one.claim, date_to=last))
        add(store, f"s{number}", "opp", [lasting], date.fromisoformat(first))
    add(store, "s9", "wire", [told("s9", "talks", at=None, day=None, agents=(ARMY,))], None)
    bring_up_to_date(store, "1", lambda: RULES)
    return store


DAYS = (
    ("2020-01-01", "2020-01-31"), ("2020-02-01", "2020-02-01"), ("2020-02-03", "2020-02-19"),
    ("2020-06-01", "2020-06-30"), ("2019-01-01", "2019-01-01"), ("2018-01-01", "2021-12-31"),
    ("2020-03-01", "2020-02-01"), ("2020-02-10", None), (None, "2020-01-29"),
)  # fmt: skip


@pytest.mark.parametrize(("since", "until"), DAYS)
def test_words_within_days_leave_what_words_and_days_leave(
    stretched: Store, since: str | None, until: str | None
) -> None:
    dated = [event for event in stretched.events() if event.date_from]
    assert len(dated) == 1 + len(STRETCHES)
    within = [
        event for event in dated
        if (not since or str(event.date_to) >= since) and (not until or str(event.date_from) <= until)
    ]  # fmt: skip
    for asked, left in (
        (EventFilter(since, until), within),
        (EventFilter(since, until, actor="xx-army"), within),
        (EventFilter(since, until, text="xx-army", type="airstrike"), [one for one in within if one.type != "talks"]),
        (EventFilter(since, until, actor="xx-rebels"), []),
    ):
        page = stretched.event_page(asked, "date", 0, 10)
        assert page.events == tuple(left)
        assert page.total == stretched.event_sums(asked).events == len(left)
        assert stretched.event_sums(asked, only_days=True).days == stretched.event_sums(asked).days


def test_what_stood_before_months_were_kept_is_found_within_days(stretched: Store) -> None:
    asked = [EventFilter(since, until, actor="xx-army") for since, until in DAYS]
    before = [stretched.event_page(each, "date", 0, 10) for each in asked]
    migrate(stretched.engine, "0005")
    migrate(stretched.engine, NEWEST)
    assert [stretched.event_page(each, "date", 0, 10) for each in asked] == before


@pytest.mark.parametrize("sort", ["date", "type", "place", "killed", "claims"])
def test_every_order_goes_up_and_down_and_pages_are_the_whole(gathered: Store, sort: str) -> None:
    up = gathered.event_page(EventFilter(), sort, 0, 10).events
    down = gathered.event_page(EventFilter(), f"-{sort}", 0, 10).events
    assert up == down[::-1]
    assert up == tuple(gathered.event_page(EventFilter(), sort, at, 1).events[0] for at in range(4))
    assert {event.id for event in up} == {event.id for event in gathered.events()}


def test_events_come_by_day_those_without_one_last(gathered: Store) -> None:
    assert [event.date_from for event in gathered.events()] == ["2020-03-02", "2020-03-05", "2020-03-05", None]
    assert types(tuple(gathered.events(types=["equipment_loss"]))) == ["equipment_loss"]


def test_the_sums_are_those_of_the_events(gathered: Store) -> None:
    found = gathered.event_sums()
    assert (found.events, found.undated, found.placed) == (4, 1, 3)
    assert found.days == (("2020-03-02", 1), ("2020-03-05", 2))
    assert dict(found.types) == {"airstrike": 1, "clash": 1, "equipment_loss": 1, "talks": 1}
    (side,) = found.killed
    assert (side.low, side.high, side.events) == (12, 12, 1)
    (lost,) = found.losses
    (same,) = losses(list(gathered.events()), list(gathered.told()), gathered.event_roots(), RULES)
    assert (lost.owner, lost.item_class, lost.claimant, lost.low, lost.high, lost.events, lost.claims) == (
        same.owner, same.item_class, same.claimant, same.low, same.high, same.events, len(same.claims),
    )  # fmt: skip
    assert gathered.event_sums(EventFilter(type="clash")).losses == ()


def test_the_contested_waits_first_and_what_somebody_judged_waits_no_more(gathered: Store) -> None:
    total, waiting = gathered.waiting(EventFilter(), "layla", 10)
    assert total == len(waiting) == 6
    assert waiting[0].event.grade == "contested"
    verdict = gathered.judge(Judgement("", "accept", waiting[0].claim, by="layla"))
    assert gathered.waiting(EventFilter(), "layla", 10)[0] == 5
    assert gathered.waiting(EventFilter(), None, 10)[0] == 6
    gathered.judge(Judgement("", "withdraw", verdict.claim, verdict.id, by="layla"))
    assert gathered.waiting(EventFilter(), "layla", 10)[1] == waiting


def test_an_id_that_is_none_finds_nothing(gathered: Store) -> None:
    assert [gathered.event(id) for id in ("", "e", "nothing", "e12", "e" + "f" * 40)] == [None] * 5


def test_near_a_change_events_are_those_gathered_from_nothing(gathered: Store) -> None:
    add(gathered, "r0", "opp", [
        told("e1", agents=(ARMY,)), told("e2", "killed", targets=people(), count=(9, None), start=5, agents=(ARMY,)),
    ])  # fmt: skip
    assert not bring_up_to_date(gathered, "1", lambda: RULES).is_whole
    gathered.judge(Judgement("", "same", "c2", "e1"))
    gathered.judge(Judgement("", "edit", "c1", field="date_from", value='"2020-03-04"'))
    gathered.remove("r2", reason="asked for")
    bring_up_to_date(gathered, "1", lambda: RULES)
    pure = gather(gathered.told(), gathered.decided(), RULES)
    assert {event.id: event for event in gathered.events()} == {event.id: event for event in pure.events}
    assert gathered.tombstones()


def test_on_a_blind_desk_what_two_have_judged_waits_for_nobody(gathered: Store) -> None:
    claim = gathered.waiting(EventFilter(), "zaid", 1)[1][0].claim
    for person in ("layla", "omar"):
        gathered.judge(Judgement("", "accept", claim, by=person))
    assert gathered.waiting(EventFilter(), "zaid", 10)[0] == 6
    total, left = gathered.waiting(EventFilter(), "zaid", 10, enough=2)
    assert total == len(left) == 5
    assert claim not in [one.claim for one in left]
