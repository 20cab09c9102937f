"""Readers and reviewers at once on a desk in a process of its own: the bench, shortened."""

from __future__ import annotations

from pathlib import Path

from bench.desk_load import load


def test_under_load_no_answer_is_an_error_and_no_act_is_lost_or_doubled(filled: Path) -> None:
    tally, wrong = load(filled, seconds=4, readers=6, reviewers=3)
    assert wrong == []
    assert len(tally.acts) > 3
    assert set(tally.answers) == {200, 201}
