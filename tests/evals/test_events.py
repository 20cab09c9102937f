"""The events of the samples against the written key. Floors: what was reached, less one report's noise."""

from __future__ import annotations

import csv

import pytest

from evals.events import SAMPLES, leanings, measure, told_samples
from marsad import pipeline
from marsad.scoring.groups import b_cubed, pairwise

# The reports of the second week name their places plainly; in the fourteen of the battle the reader misplaces some.
FLOORS = {"pairwise": 0.90, "B-cubed": 0.91}
LATER_FLOORS = {"pairwise": 0.90, "B-cubed": 0.92}


@pytest.fixture(scope="module")
def known() -> pipeline.Knowledge:
    return pipeline.load_knowledge()


def test_forty_reports_over_ten_days_by_six_outlets() -> None:
    with (SAMPLES / "reports" / "reports.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (len(rows), len({row["published"] for row in rows}), len({row["outlet"] for row in rows})) == (40, 10, 6)


def test_every_passage_of_the_key_is_in_its_report() -> None:
    with (SAMPLES / "key.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = (SAMPLES / "reports" / f"{row['report']}.txt").read_text("utf-8")
            passage = " ".join(text[int(row["start"]) : int(row["end"])].split())
            first, _, last = row["words"].partition(" … ")
            assert passage.startswith(first)
            assert passage.endswith(last)


def test_events_of_the_samples_agree_with_the_key(known: pipeline.Knowledge) -> None:
    told = told_samples(known)
    events = pipeline.gather(told, [], pipeline.gathering_rules(known, leanings())).events
    for name, figure in measure(events, told).items():
        assert figure.f1 >= FLOORS[name], name


def test_events_of_the_second_week_agree_with_the_key(known: pipeline.Knowledge) -> None:
    told = told_samples(known)
    events = pipeline.gather(told, [], pipeline.gathering_rules(known, leanings())).events
    later = [one for one in told if one.report[-12:] >= "2018-10-11-1" and one.report != "meridian-2018-10-11-1"]
    for name, figure in measure(events, later).items():
        assert figure.f1 >= LATER_FLOORS[name], name


def test_the_measures_on_groups_worked_out_by_hand() -> None:
    key, found = dict(zip("abcd", "xxyy", strict=True)), dict(zip("abcd", "1112", strict=True))
    assert pairwise(key, found).precision == pytest.approx(1 / 3)
    assert pairwise(key, found).recall == pytest.approx(1 / 2)
    assert b_cubed(key, found).precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert b_cubed(key, found).recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
