"""Floors that nothing answers any more: worse than a figure below its floor, and never silent."""

from __future__ import annotations

import pytest

from evals import floors as kept
from evals import gate
from evals.floors import Floors
from evals.slices import Figure, set_of

CLAIM = Figure("dev", "claim", 0.8, 0.02, 100)


def floors() -> Floors:
    values = {"dev": {"claim": 0.7, "date": 0.9}, "half:odd": {"claim": 0.6}, "seed": {"claim": 0.9}}
    return Floors({}, values, {"dev": {"claim": 0.02, "date": 0.03}})


@pytest.mark.parametrize(("part", "whole"), [("seed", "seed"), ("half:odd", "dev"), ("type:killed", "dev")])
def test_a_slice_is_part_of_the_set_that_is_sliced(part: str, whole: str) -> None:
    assert set_of(part) == whole


def test_a_floor_without_a_figure_is_lost_where_its_set_was_measured() -> None:
    assert kept.lost(floors(), [CLAIM], ["dev"]) == [("dev", "date"), ("half:odd", "claim")]
    assert kept.lost(floors(), [], ["samples"]) == []


def test_the_verdict_fails_on_a_lost_floor_and_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.verdict([CLAIM], floors(), {"dev": "a"}) == 1
    assert "dev date has a floor but no figure" in capsys.readouterr().out


def test_only_lowering_lets_a_lost_floor_go() -> None:
    raised, lowered = floors(), floors()
    kept.move(raised, [CLAIM], {"dev": "a"}, lower=False)
    assert raised.floors["dev"] == {"claim": 0.8, "date": 0.9}
    moved = kept.move(lowered, [CLAIM], {"dev": "a"}, lower=True)
    assert "dev date: 0.900 -> none" in moved
    assert lowered.floors["dev"] == {"claim": 0.8}
