"""The ACLED rows of the first report Marsad was made for, each with the reason a coder would give.

The report itself is not in the repository: where it is missing the test is skipped.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from marsad import compiled, pipeline
from marsad.codebook.codebook import build
from marsad.records import Report
from marsad.views.export import Export

REPORT = Path(__file__).resolve().parents[3] / "shared" / "seed" / "report.txt"
ARMY, REBELS = "Military Forces of Syria (2000-2024)", "Opposition Rebels (Syria)"
RUSSIA = "Military Forces of Russia (2000-)"
OVERTAKEN, CLASH = "Non-state actor overtakes territory", "Armed clash"
SHELLED, STRUCK = "Shelling/artillery/missile attack", "Air/drone strike"

# day, sub-event, first actor, place, and why a coder writes the row.
ROWS = [
    ("2016-12-05", OVERTAKEN, REBELS, "Karm al-Maysar", "retaken at dawn yesterday after fighting with many dead"),
    ("2016-12-05", OVERTAKEN, REBELS, "Karm al-Tahhan", "retaken in the same assault"),
    ("2016-12-05", OVERTAKEN, REBELS, "Karm al-Qaterji", "retaken in the same assault"),
    ("2016-12-05", CLASH, ARMY, "Bustan al-Qasr", "a new front opened by the army and beaten off: nothing was taken"),
    ("2016-12-05", CLASH, ARMY, "Al-Amiriya (Aleppo)", "the same"),
    ("2016-12-05", CLASH, ARMY, "Al-Iza'a", "the same"),
    ("2016-12-05", CLASH, ARMY, "Jub al-Shalabi", "the same"),
    ("2016-12-05", SHELLED, REBELS, "Al-Furqan (Aleppo)", "Grad rockets on a named quarter, one dead"),
    ("2016-12-05", SHELLED, REBELS, "Nubl", "Grad rockets on a named town"),
    ("2016-12-05", SHELLED, REBELS, "Al-Zahraa (town by Nubl)", "the same, a town of its own"),
    ("2016-12-05", SHELLED, REBELS, "Minyan", "an anti-tank missile on a position, its crew dead"),
    ("2016-12-05", STRUCK, RUSSIA, "Aleppo countryside", "air raids on towns of the countryside, no town named"),
]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    if not REPORT.exists():
        pytest.skip("the report is not at hand")
    known = pipeline.load_knowledge()
    reading = pipeline.read(Report("seed", REPORT.read_text("utf-8"), date(2016, 12, 6), "a daily"), known)
    told = pipeline.told([reading])
    rules = pipeline.gathering_rules(known)
    events = pipeline.gather(told, [], rules).events
    return Export(events, {one.claim.id: one for one in told}, rules, build(compiled.load("codebook"))).acled()


@pytest.mark.parametrize(("day", "sub_event", "actor", "place", "why"), ROWS)
def test_a_coder_would_write_this_row(
    rows: list[dict[str, Any]], day: str, sub_event: str, actor: str, place: str, why: str
) -> None:
    found = [row for row in rows if row["location"] == place and row["event_date"] == day]
    assert [(row["sub_event_type"], row["actor1"]) for row in found] == [(sub_event, actor)], why


def test_the_first_taking_did_not_last_a_day(rows: list[dict[str, Any]]) -> None:
    before = [row for row in rows if row["event_date"] == "2016-12-04"]
    assert {row["sub_event_type"] for row in before} == {CLASH}
    assert {row["tags"] for row in before} == {"gain disputed or short-lived"}


def test_what_was_taken_yesterday_is_still_provisional(rows: list[dict[str, Any]]) -> None:
    assert {row["tags"] for row in rows if row["sub_event_type"] == OVERTAKEN} == {"provisional"}


def test_planned_talks_and_demands_have_no_row(rows: list[dict[str, Any]]) -> None:
    assert not [row for row in rows if row["location"] == "Geneva" or row["sub_event_type"] == "Agreement"]


def test_more_than_25_dead_are_26_over_the_places_of_the_battle(rows: list[dict[str, Any]]) -> None:
    assert sum(row["fatalities"] for row in rows if row["sub_event_type"] == OVERTAKEN) == 26
