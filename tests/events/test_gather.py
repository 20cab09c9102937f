"""Gathering: what belongs together, in any order, and what people decided."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.events import gather, tombstones
from marsad.events.pieces import make_pieces
from marsad.records import PASSAGE, Event, Judgement, Told
from tests.events.invented import ALLY, ARMY, REBELS, RULES, people, speaker, told

STRIKE = [
    told("a1", agents=(ALLY,), report="opp-1"),
    told("a2", "killed", report="opp-1", targets=people(), count=(7, 7), start=5),
    told("b1", report="wire-1", outlet="wire", agents=(ARMY,)),
    told("b2", "killed", report="wire-1", outlet="wire", targets=people(), count=(5, 5), start=5),
    told("c1", report="gov-1", outlet="gov", status="denied"),
]
ELSEWHERE = told("d1", report="wire-2", outlet="wire", at="tall")
NEXT_DAY = told("e1", report="wire-3", outlet="wire", day="2020-03-03", published="2020-03-03")


def events_of(claims: list[Told], judgements: tuple[Judgement, ...] = ()) -> tuple[Event, ...]:
    return gather(claims, judgements, RULES).events


def grouping(claims: list[Told], judgements: tuple[Judgement, ...] = ()) -> dict[str, str]:
    return {claim: event.id for event in events_of(claims, judgements) for claim in event.claims}


def judged(kind: str, claim: str, other: str, at: str = "2020-04-01", name: str = "") -> Judgement:
    return Judgement(name or f"{kind}-{claim}-{other}-{at}", kind, claim, other, at=at)


def test_three_outlets_on_one_strike_are_one_event() -> None:
    (event,) = events_of(STRIKE)
    assert event.type == "airstrike"
    assert event.claims == ("c1", "a1", "a2", "b1", "b2")
    assert event.standing == "claimed"


def test_another_place_and_another_day_are_other_events() -> None:
    assert len(events_of([*STRIKE, ELSEWHERE, NEXT_DAY])) == 3


def test_a_denial_alone_is_no_event_that_happened() -> None:
    assert [event.standing for event in events_of([STRIKE[-1]])] == ["denied"]


def test_a_plan_stays_apart_from_what_happened() -> None:
    plan = told("p1", "attack", report="opp-1", status="planned", start=9)
    assert {event.standing for event in events_of([STRIKE[0], plan])} == {"claimed", "planned"}


def test_a_claim_without_a_day_joins_the_day_of_its_report() -> None:
    assert len(events_of([*STRIKE, told("f1", report="x", outlet="other", day=None)])) == 1


def test_a_toll_that_has_risen_belongs_to_the_day_of_the_happening() -> None:
    later = told("f1", "killed", report="wire-2", outlet="wire", day="2020-03-03", published="2020-03-03")
    assert len(events_of([*STRIKE, later])) == 2
    raised = replace(later, claim=replace(later.claim, because=("rule:toll-has-risen",)))
    assert len(events_of([*STRIKE, raised])) == 1


def test_fighting_is_no_part_of_a_strike_that_one_report_tells_with_it() -> None:
    mixed = [
        told("m1", report="x-1", outlet="other"), told("m2", report="x-1", outlet="other", start=3),
        told("m3", "clash", report="x-1", outlet="other", start=6),
    ]  # fmt: skip
    fought = [told(f"n{at}", "clash", report=f"y-{at}", outlet="wire", agents=(REBELS,)) for at in range(3)]
    assert len(events_of([*STRIKE, *mixed, *fought])) == 2


def test_a_battle_that_begins_is_part_of_the_fighting() -> None:
    begun = told("f1", "mobilize", report="x-1", outlet="other", agents=(REBELS,))
    fought = told("g1", "clash", report="y-1", outlet="wire", agents=(REBELS,))
    assert len(events_of([begun, fought])) == 2
    opened = replace(begun, claim=replace(begun.claim, because=("rule:battle-opened",)))
    assert len(events_of([opened, fought])) == 1


def test_prisoners_come_of_fighting_and_not_of_a_strike() -> None:
    taken = told("f1", "captured", report="x-1", outlet="other")
    assert len(events_of([*STRIKE, taken])) == 2
    assert len(events_of([taken, told("g1", "clash", report="y-1", outlet="wire")])) == 1


def test_flight_is_an_event_beside_what_people_flee_from() -> None:
    fled = told("f1", "displaced", report="opp-1", count=(900, 900), start=9)
    assert {event.type for event in events_of([*STRIKE, fled])} == {"airstrike", "displaced"}


def test_a_plan_without_a_day_joins_nothing_that_happened() -> None:
    plan = told("p1", "attack", report="x-1", outlet="other", status="planned", day=None)
    assert len(events_of([told("g1", "attack", report="y-1", outlet="wire"), plan])) == 2


def test_an_agreement_is_one_on_the_days_around_it_and_without_a_place() -> None:
    truce = [
        told("t1", "agreement", report="x-1", outlet="other"),
        told("t2", "agreement", report="y-1", outlet="wire", day="2020-03-03", published="2020-03-03"),
        told("t3", "agreement", report="z-1", outlet="gov", day=None, at=None),
    ]
    others = [told("z2", report="z-1", outlet="gov", incident=2, start=9)]
    assert {event.claims for event in events_of([*truce, *others])} == {("z2",), ("t1", "t2", "t3")}


def test_what_a_crowd_demands_is_part_of_its_protest() -> None:
    crowd = [told("c1", "protest"), told("c2", "demand", at=None, start=5)]
    assert [event.type for event in events_of(crowd)] == ["protest"]


def test_same_joins_what_no_rule_proposes() -> None:
    found = grouping([*STRIKE, ELSEWHERE], (judged("same", "a1", "d1"),))
    assert found["d1"] == found["a1"]


def test_different_parts_what_a_third_claim_would_join() -> None:
    found = grouping(STRIKE, (judged("different", "a1", "b1"),))
    assert found["a1"] != found["b1"]
    assert found["c1"] in (found["a1"], found["b1"])


def test_different_parts_two_claims_of_one_incident() -> None:
    found = grouping(STRIKE, (judged("different", "a1", "a2"),))
    assert found["a1"] != found["a2"]


def test_pieces_are_of_passages_and_without_one_of_incidents() -> None:
    strike, clash = told("p1"), told("p2", "clash", start=9)
    apart = [with_passage(strike, 1), with_passage(clash, 2)]
    assert [piece.id for piece in make_pieces([strike, clash], RULES)] == ["p1"]
    assert [piece.id for piece in make_pieces(apart, RULES)] == ["p1", "p2"]


def with_passage(one: Told, number: int) -> Told:
    return replace(one, claim=replace(one.claim, because=(f"{PASSAGE}{number}",)))


def test_the_later_judgement_outranks_and_the_other_is_named() -> None:
    early, late = judged("same", "a1", "d1", "2020-04-01"), judged("different", "a1", "d1", "2020-04-02")
    gathered = gather([*STRIKE, ELSEWHERE], (early, late), RULES)
    assert grouping([*STRIKE, ELSEWHERE], (early, late))["d1"] != grouping(STRIKE)["a1"]
    assert [issue.reason for issue in gathered.issues] == ["judgement_unkept"]


def test_a_chain_that_contradicts_a_later_judgement_is_named() -> None:
    chain = (judged("same", "a1", "d1", "1"), judged("same", "d1", "e1", "2"), judged("different", "a1", "e1", "3"))
    gathered = gather([*STRIKE, ELSEWHERE, NEXT_DAY], chain, RULES)
    assert [issue.reason for issue in gathered.issues] == ["judgement_unkept"]
    assert "same-a1-d1" in gathered.issues[0].message


def test_a_rejected_claim_belongs_to_no_event() -> None:
    assert "b2" not in grouping(STRIKE, (Judgement("j", "reject", "b2"),))


def test_accepting_later_takes_a_rejection_back() -> None:
    judgements = (Judgement("j", "reject", "b2", at="1"), Judgement("k", "accept", "b2", at="2"))
    assert "b2" in grouping(STRIKE, judgements)


def test_an_event_keeps_its_id_when_more_is_told_later() -> None:
    later = told("z9", report="later", outlet="other", published="2020-03-03")
    assert {event.id for event in events_of(STRIKE)} == {event.id for event in events_of([*STRIKE, later])}


def test_events_that_merge_leave_a_tombstone() -> None:
    before = events_of([*STRIKE, ELSEWHERE])
    after = events_of([*STRIKE, ELSEWHERE], (judged("same", "a1", "d1"),))
    (stone,) = tombstones(before, after)
    assert (stone.reason, stone.into) == ("merged", (after[0].id,))


def test_events_that_split_or_go_leave_a_tombstone() -> None:
    (whole,) = events_of(STRIKE)
    parts = events_of([claim for claim in STRIKE if claim.claim.id != "c1"], (judged("different", "a1", "b1"),))
    assert [stone.reason for stone in tombstones([whole], parts)] == ["split"]
    assert [stone.reason for stone in tombstones([whole], [])] == ["gone"]


TYPES = ("airstrike", "shelling", "clash", "killed", "control_gain", "agreement", "protest", "demand", "displaced")


def many() -> list[Told]:
    draw = random.Random(7)
    return [
        told(
            f"c{at}", draw.choice(TYPES), report=f"r{at // 3}",
            outlet=draw.choice(["gov", "opp", "wire"]), day=draw.choice(["2020-03-01", "2020-03-02", None]),
            at=draw.choice(["wadi", "jisr", "sahl", None]), agents=draw.choice([(), (ARMY,), (REBELS,)]),
            count=draw.choice([None, (3, 3), (5, None)]), incident=at % 2, start=at,
            status=draw.choice(["asserted", "asserted", "denied", "planned"]),
        )
        for at in range(90)
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(100))
def test_any_order_gives_identical_events(seed: int) -> None:
    claims = many()
    judgements = [judged("same", "c1", "c50"), judged("different", "c3", "c4"), judged("different", "c9", "c60")]
    wanted = gather(claims, judgements, RULES)
    draw = random.Random(seed)
    draw.shuffle(claims)
    draw.shuffle(judgements)
    assert gather(claims, judgements, RULES) == wanted


@pytest.mark.parametrize("size", [1, 2, 7, 30, 89])
def test_batches_of_any_size_give_identical_events(size: int) -> None:
    claims = many()
    kept: list[Told] = []
    for start in range(0, len(claims), size):
        kept = [*claims[start : start + size], *kept]
        gathered = gather(kept, (), RULES)
    assert gathered == gather(claims, (), RULES)


PAIRS = st.tuples(st.integers(0, 29), st.integers(0, 29)).filter(lambda pair: pair[0] != pair[1])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["same", "different"]), PAIRS), max_size=12), st.randoms())
def test_judgements_are_always_kept_or_named(asked: list[tuple[str, tuple[int, int]]], draw: random.Random) -> None:
    claims = many()[:30]
    judgements = [
        judged(kind, f"c{one}", f"c{other}", f"{at:03d}", f"j{at}") for at, (kind, (one, other)) in enumerate(asked)
    ]
    draw.shuffle(judgements)
    gathered = gather(claims, judgements, RULES)
    found = {claim: event.id for event in gathered.events for claim in event.claims}
    named = {issue.message.split(":")[0].removeprefix("judgement ") for issue in gathered.issues}
    for judgement in judgements:
        if judgement.id not in named and judgement.other:
            assert (found[judgement.claim] == found[judgement.other]) is (judgement.kind == "same")


@settings(max_examples=60, deadline=None)
@given(st.lists(PAIRS, max_size=12))
def test_judgements_that_agree_are_all_kept(asked: list[tuple[int, int]]) -> None:
    """Judgements of somebody who knows the truth never contradict one another."""
    judgements = [
        judged("same" if one % 4 == other % 4 else "different", f"c{one}", f"c{other}") for one, other in asked
    ]
    assert gather(many()[:30], judgements, RULES).issues == ()


def test_the_same_claim_twice_counts_once() -> None:
    assert events_of([*STRIKE, *STRIKE]) == events_of(STRIKE)


def test_a_block_that_is_too_large_is_still_grouped_by_content() -> None:
    rules = replace(RULES, largest_block=5)
    claims = [told(f"{place}{at}", report=f"{place}{at}", at=place) for place in ("wadi", "jisr") for at in range(40)]
    events = gather(claims, (), rules).events
    assert max(len(event.claims) for event in events) == 40


def test_speech_of_one_speaker_is_one_event_apart_from_the_happening() -> None:
    claims = [
        STRIKE[0],
        told("s1", "accuse", report="opp-1", agents=(REBELS,), source=speaker("x"), at=None, start=20),
        told("s2", "demand", report="opp-1", agents=(REBELS,), source=speaker("x"), at=None, start=30),
    ]
    found = grouping(claims)
    assert found["s1"] == found["s2"] != found["a1"]
