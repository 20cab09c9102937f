"""Events in a store: brought up to date report by report they are those that are gathered from nothing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import select, text

from evals.events import SAMPLES
from marsad.events import Rules, gather
from marsad.pipeline import gathering_rules, load_knowledge
from marsad.records import Claim, Judgement, Original, Reading, Report, SourceMention
from marsad.reports import receive
from marsad.runs.gathering import bring_up_to_date
from marsad.runs.local import read_all
from marsad.runs.made import arrival_of
from marsad.store import Arrival, Entry, Store, Versions, open_store
from marsad.store.engine import reading
from marsad.store.event_rows import bodies, living
from marsad.store.event_tables import DERIVED, gatherings, tombstones
from tests.events.invented import ARMY, REBELS, RULES, told

VERSIONS = Versions("code", "lexicons", "gazetteer", "ranker")
# One observer, as two reports write its name.
OBSERVERS = (SourceMention("مرصد الوادي", 0, 5), SourceMention("مُرصد الوادي", 0, 5))


@cache
def samples() -> tuple[list[Entry], Rules]:
    """The sample reports as they were read, and the rules of the registers."""
    known = load_knowledge()
    received = list(receive([str(SAMPLES / "reports")]))
    readings = read_all(received, known)
    rules = gathering_rules(known)
    return [Entry(arrival_of(item), read) for item, read in zip(received, readings, strict=True)], rules


def entry(report: str, claims: Sequence[Claim], day: date | None, outlet: str | None) -> Entry:
    body = f"{report} {outlet} {day}"
    arrived = Arrival(Report(report, body, day, outlet), Original(body.encode(), "text/plain", report))
    return Entry(arrived, Reading(report, day, outlet, "0", tuple(claims)))


TYPES = ("airstrike", "shelling", "clash", "killed", "control_gain", "demand", "agreement", "protest", "displaced")


def invented(seed: int, reports: int = 40) -> list[Entry]:
    """Reports that crowd a few shelves, repeat one another, and name sources in words of their own."""
    draw = random.Random(seed)
    made: list[Entry] = []
    for number in range(reports):
        name, day = f"r{number:03d}", draw.choice(["2020-03-01", "2020-03-02", "2020-03-03"])
        claims = [
            told(
                f"{name}-{at}", draw.choice(TYPES),
                day=draw.choice([day, day, None]), at=draw.choice(["wadi", "wadi", "jisr", "sahl", None]),
                agents=draw.choice([(), (ARMY,), (REBELS,)]), count=draw.choice([None, (3, 3), (5, None)]),
                incident=at % 2, start=at * 7, status=draw.choice(["asserted", "asserted", "denied", "planned"]),
                source=draw.choice([None, None, *OBSERVERS]),
                item=draw.choice([None, None, "tank"]),
            ).claim
            for at in range(draw.randrange(6))
        ]  # fmt: skip
        if made and draw.random() < 0.4:
            claims = [replace(claim, id=f"{name}-{claim.id}") for claim in draw.choice(made).reading.claims]
        outlet = draw.choice(["gov", "opp", "wire", None])
        made.append(entry(name, claims, date.fromisoformat(day) if draw.random() < 0.9 else None, outlet))
    return made


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that was gathered, but for the place in the log."""
    with reading(store.engine) as connection:
        found = {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in DERIVED
            if table is not gatherings
        }
        words = connection.execute(text("SELECT actors, places, sources, words FROM event_words"))
        return found | {"words": sorted(map(tuple, words))}


def assert_whole(store: Store, rules: Rules) -> None:
    """What stands in the store is what gathering from nothing gives, by rows and as events."""
    renewed = dump(store)
    with reading(store.engine) as connection:
        events = bodies(connection, living(connection))
    pure = gather(store.told(), store.decided(), rules)
    assert events == {event.id: event for event in pure.events}
    bring_up_to_date(store, "1", lambda: rules, anew=True)
    assert dump(store) == renewed


def judge_at_random(store: Store, draw: random.Random) -> None:
    """One judgement on some claim, or one taken back."""
    ids = sorted(one.claim.id for one in store.told())
    if len(ids) < 2:
        return
    claim, other = draw.sample(ids, 2)
    kind = draw.choice(["same", "different", "reject", "accept", "edit", "withdraw"])
    if kind == "withdraw":
        given = store.judgements()
        if not given:
            return
        taken = draw.choice(given)
        store.judge(Judgement("", "withdraw", taken.claim, taken.id))
    elif kind == "edit":
        store.judge(Judgement("", "edit", claim, field="date_from", value='"2020-03-02"'))
    else:
        store.judge(Judgement("", kind, claim, other if kind in ("same", "different") else None))


def run(store: Store, entries: list[Entry], rules: Rules, draw: random.Random, *, most: int) -> int:
    """Keep entries in batches, judge between them, bring up to date after each; how often near a change only."""
    near = 0
    waiting = list(entries)
    draw.shuffle(waiting)
    while waiting:
        size = draw.randint(1, most)
        store.add_received(waiting[:size], VERSIONS)
        waiting = waiting[size:]
        if draw.random() < 0.6:
            judge_at_random(store, draw)
        near += not bring_up_to_date(store, "1", lambda: rules).is_whole
    return near


@pytest.mark.parametrize("seed", range(6))
def test_any_order_in_batches_with_judgements_gives_what_gathering_from_nothing_gives(
    seed: int, tmp_path: Path
) -> None:
    rules = replace(RULES, largest_block=(4, 60)[seed % 2])
    with open_store(str(tmp_path / "store.sqlite"), create=True) as store:
        near = run(store, invented(seed), rules, random.Random(seed), most=4)
        assert near > 3
        assert_whole(store, rules)


@pytest.mark.parametrize("seed", range(2))
def test_the_samples_give_the_same_events_report_by_report(seed: int, tmp_path: Path) -> None:
    entries, rules = samples()
    with open_store(str(tmp_path / "store.sqlite"), create=True) as store:
        assert run(store, entries, rules, random.Random(seed), most=3) > 5
        assert_whole(store, rules)


def test_a_removed_report_leaves_events_and_what_repeated_it(tmp_path: Path) -> None:
    entries = invented(3)
    with open_store(str(tmp_path / "store.sqlite"), create=True) as store:
        store.add_received(entries, VERSIONS)
        bring_up_to_date(store, "1", lambda: RULES)
        for number in range(0, 40, 5):
            store.remove(f"r{number:03d}", reason="asked for")
            assert not bring_up_to_date(store, "1", lambda: RULES).is_whole
        assert_whole(store, RULES)


def test_what_did_not_change_is_not_gathered_again(tmp_path: Path) -> None:
    def never() -> Rules:
        raise AssertionError("the rules were asked for")

    with open_store(str(tmp_path / "store.sqlite"), create=True) as store:
        store.add_received(invented(1), VERSIONS)
        assert bring_up_to_date(store, "1", lambda: RULES).is_whole
        assert bring_up_to_date(store, "1", never).events == 0
        assert bring_up_to_date(store, "2", lambda: RULES).is_whole


def test_an_event_that_becomes_part_of_another_leaves_a_tombstone(tmp_path: Path) -> None:
    one, other = told("a1", report="r1").claim, told("b1", report="r2", at="tall").claim
    day = date(2020, 3, 2)
    with open_store(str(tmp_path / "store.sqlite"), create=True) as store:
        store.add_received([entry("r1", [one], day, "opp"), entry("r2", [other], day, "wire")], VERSIONS)
        store.add_received([entry(f"x{at}", [], day, None) for at in range(9)], VERSIONS)
        bring_up_to_date(store, "1", lambda: RULES)
        with reading(store.engine) as connection:
            before = set(living(connection))
        joined = store.judge(Judgement("", "same", "a1", "b1"))
        bring_up_to_date(store, "1", lambda: RULES)
        with reading(store.engine) as connection:
            (stone,) = connection.execute(select(tombstones)).all()
            (left,) = living(connection)
        assert ({stone.id, left}, stone.reason) == (before, "merged")
        store.judge(Judgement("", "withdraw", "a1", joined.id))
        bring_up_to_date(store, "1", lambda: RULES)
        with reading(store.engine) as connection:
            assert set(living(connection)) == before
            assert connection.execute(select(tombstones)).all() == []
