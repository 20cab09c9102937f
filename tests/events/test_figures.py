"""Figures: the range over all, the last word of each root, the value a rule selects."""

from __future__ import annotations

from dataclasses import replace

from marsad.events import gather
from marsad.records import Event, Figure, Told
from tests.events.invented import ARMY, RULES, actor, people, speaker, told

MONITOR = speaker("مرصد مختلق", "monitor")


def killed(claim_id: str, number: tuple[int, int | None], **fields: object) -> Told:
    return told(claim_id, "killed", count=number, targets=people(), **fields)  # type: ignore[arg-type]


def only(claims: list[Told], rule: str = "acled") -> Event:
    (event,) = gather(claims, (), replace(RULES, toll_rule=rule)).events
    return event


def figure(claims: list[Told], rule: str = "acled") -> Figure:
    (found,) = only(claims, rule).figures
    return found


THREE = [
    killed("a", (7, 7), report="r1", outlet="opp"),
    killed("b", (5, 5), report="r2", outlet="wire"),
    killed("c", (5, 5), report="r3", outlet="other"),
]


def test_the_range_and_the_claims_at_its_ends() -> None:
    found = figure(THREE)
    assert (found.low, found.high, found.at_low, found.at_high) == (5, 7, ("b", "c"), ("a",))


def test_each_rule_selects_its_value_and_says_so() -> None:
    assert [figure(THREE, rule).selected for rule in ("acled", "ucdp", "airwars")] == [5, 5, None]
    seven = [*THREE, killed("d", (7, 7), report="r4", outlet="gov"), killed("e", (7, 7), report="r5", outlet="fifth")]
    assert [figure(seven, rule).selected for rule in ("acled", "ucdp")] == [5, 7]
    assert figure(THREE).rule.startswith("acled")


def test_a_later_figure_of_the_same_root_supersedes() -> None:
    claims = [
        killed("a", (21, 21), source=MONITOR),
        killed("b", (26, 26), source=MONITOR, report="r2", outlet="wire", published="2020-03-03"),
    ]
    (estimate,) = figure(claims).estimates
    assert (estimate.low, estimate.claims, estimate.superseded) == (26, ("b",), ("a",))
    assert only(claims).contradictions == ()


def test_two_outlets_that_quote_one_monitor_are_one_root() -> None:
    claims = [killed("a", (5, 5), source=MONITOR), killed("b", (5, 5), source=MONITOR, report="r2", outlet="wire")]
    assert only(claims).roots == ("monitor",)


def test_a_military_source_of_two_outlets_is_two_roots() -> None:
    claims = [
        killed("a", (5, 5), source=speaker("مصدر عسكري")),
        killed("b", (5, 5), source=speaker("مصدر عسكري"), report="r2", outlet="wire"),
    ]
    assert len(only(claims).roots) == 2


def test_a_correspondent_is_his_outlet() -> None:
    claims = [killed("a", (5, 5)), killed("b", (6, 6), report="r2", source=speaker("مراسل الشبكة"))]
    assert only(claims).roots == ("opp",)


def test_copies_of_one_text_count_once() -> None:
    def text(report: str, outlet: str) -> list[Told]:
        return [
            told(f"{report}1", report=report, outlet=outlet),
            killed(f"{report}2", (9, 9), report=report, outlet=outlet, start=4),
            told(f"{report}3", "wounded", report=report, outlet=outlet, count=(4, 4), start=8),
        ]

    assert only([*text("r1", "wire"), *text("r2", "gov")]).roots == ("wire",)


def test_a_part_is_not_the_total() -> None:
    claims = [killed("a", (26, 26)), told("b", "killed", count=(12, 12), targets=people("أطفال"))]
    assert figure(claims).low == 26


def test_victims_of_two_sides_are_two_figures() -> None:
    claims = [killed("a", (3, 3)), told("b", "killed", count=(8, 8), targets=(actor(ARMY),), start=9)]
    assert [(one.whom, one.low) for one in only(claims).figures] == [("civilians", 3), ("state", 8)]


def test_no_upper_bound_stays_open() -> None:
    assert figure([killed("a", (26, None)), killed("b", (5, 5), report="r2", outlet="wire")]).high is None


def test_that_nobody_was_hurt_is_a_stated_zero() -> None:
    claims = [told("a"), told("b", "wounded", status="denied", targets=people(), start=9)]
    assert [(one.low, one.high) for one in only(claims).figures] == [(0, 0)]


def test_a_number_that_nobody_gives_is_no_figure() -> None:
    assert only([told("a"), told("b", "killed", targets=people(), start=9)]).figures == ()
