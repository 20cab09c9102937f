"""Contradictions, grades, control and losses."""

from __future__ import annotations

from marsad.events import control_timeline, gather, losses
from marsad.records import Event, Told
from tests.events.invented import ARMY, REBELS, RULES, actor, people, speaker, told


def only(claims: list[Told]) -> Event:
    (event,) = gather(claims, (), RULES).events
    return event


def about(claims: list[Told]) -> list[str]:
    return [one.about for one in only(claims).contradictions]


OPP = told("a", report="r1", outlet="opp", agents=(ARMY,))
WIRE = told("b", report="r2", outlet="wire", agents=(ARMY,))
DENIAL = told("c", report="r3", outlet="gov", status="denied")
GAIN = told("g", "control_gain", report="r1", outlet="opp", agents=(REBELS,))


def test_a_denial_contradicts_that_it_happened() -> None:
    assert about([OPP, DENIAL]) == ["happened"]
    assert only([OPP, DENIAL]).grade == "contested"


def test_two_authors_contradict_on_blame() -> None:
    assert about([OPP, told("d", report="r4", outlet="gov", agents=(REBELS,))]) == ["blame"]


def test_tolls_that_exclude_one_another() -> None:
    claims = [
        told("a", "killed", count=(7, 7), targets=people()),
        told("b", "killed", count=(3, 3), targets=people(), report="r2", outlet="wire"),
    ]
    (dispute,) = only(claims).contradictions
    assert (dispute.about, dispute.one, dispute.other) == ("toll", ("b",), ("a",))
    assert "wire says 3" in dispute.says


def test_at_least_seven_does_not_contradict_nine() -> None:
    claims = [
        told("a", "killed", count=(7, None), targets=people()),
        told("b", "killed", count=(9, 9), targets=people(), report="r2", outlet="wire"),
    ]
    assert about(claims) == []


def test_a_gain_that_is_denied_is_a_dispute_on_control() -> None:
    assert about([GAIN, told("h", "control_gain", report="r3", outlet="gov", status="denied", agents=(REBELS,))]) == [
        "control"
    ]


def test_two_holders_of_one_place() -> None:
    assert about([GAIN, told("h", "control_gain", report="r3", outlet="gov", agents=(ARMY,))]) == ["control"]


def test_one_root_is_weak_whoever_repeats_it() -> None:
    source = speaker("مرصد مختلق", "monitor")
    claims = [told("a", source=source), told("b", source=source, report="r2", outlet="wire")]
    assert only(claims).grade == "weak"


def test_two_outlets_of_one_side_are_weak() -> None:
    assert only([OPP, told("d", report="r4", source=speaker("ناشطون"))]).grade == "weak"


def test_two_roots_of_two_sides_are_fair() -> None:
    assert only([OPP, WIRE]).grade == "fair"


def test_what_the_author_admits_is_confirmed() -> None:
    assert only([OPP, told("d", report="r4", outlet="gov", agents=(ARMY,))]).grade == "confirmed"


def test_what_two_sides_deny_and_one_root_says_is_discounted() -> None:
    claims = [OPP, DENIAL, told("e", report="r5", outlet="wire", status="denied")]
    assert only(claims).grade == "discounted"


def timeline(claims: list[Told], place: str | None = None) -> list[tuple[str, str | None, str, str, bool]]:
    gathered = gather(claims, (), RULES)
    found = control_timeline(gathered.events, claims, gathered.roots, RULES, place)
    return [(one.claimant, one.until, one.state, one.holder, one.contested) for one in found]


def test_a_claimed_gain_lasts_until_the_claimant_says_otherwise() -> None:
    left = told(
        "w", "withdrawal", report="r9", outlet="opp", agents=(REBELS,), day="2020-03-05", published="2020-03-05"
    )
    assert timeline([GAIN, left]) == [
        ("opp", "2020-03-05", "held", "nonstate", False),
        ("opp", None, "left", "nonstate", False),
    ]


def test_a_denied_gain_is_shown_as_contested_by_both() -> None:
    denied = told("h", "control_gain", report="r3", outlet="gov", status="denied", agents=(REBELS,))
    assert timeline([GAIN, denied]) == [
        ("opp", None, "held", "nonstate", True),
        ("gov", None, "denied", "nonstate", True),
    ]


def test_what_is_planned_is_listed_where_it_is_asked_for_with_whom_the_report_names() -> None:
    plan = told("p", "control_gain", report="r8", outlet="gov", status="planned", agents=(ARMY,))
    gathered = gather([GAIN, plan], (), RULES)
    claims = [GAIN, plan]
    assert len(control_timeline(gathered.events, claims, gathered.roots, RULES)) == 1
    found = control_timeline(gathered.events, claims, gathered.roots, RULES, planned=True)
    assert {(one.type, one.status, one.actor) for one in found} == {
        ("control_gain", "asserted", REBELS.upper()), ("control_gain", "planned", ARMY.upper()),
    }  # fmt: skip


def test_a_timeline_of_one_place() -> None:
    elsewhere = told("x", "control_gain", report="r7", at="tall", agents=(ARMY,))
    assert len(timeline([GAIN, elsewhere])) == 2
    assert len(timeline([GAIN, elsewhere], "Wadi")) == 1


def test_losses_by_owner_class_outcome_and_claimant() -> None:
    def loss(claim_id: str, number: int, **fields: object) -> Told:
        return told(
            claim_id, "equipment_loss", count=(number, number), item="tank", outcome="destroyed", agents=(REBELS,),
            targets=(actor(ARMY),), **fields,  # type: ignore[arg-type]
        )  # fmt: skip

    claims = [loss("a", 3), loss("b", 2, report="r2", outlet="wire"), loss("c", 4, report="r3", at="tall")]
    gathered = gather(claims, (), RULES)
    found = losses(gathered.events, claims, gathered.roots, RULES)
    assert [(one.owner, one.item_class, one.outcome, one.claimant, one.low, one.events) for one in found] == [
        ("state", "tank", "destroyed", "opp", 7, 2),
        ("state", "tank", "destroyed", "wire", 2, 1),
    ]
    assert {one.documented for one in found} == {0}
