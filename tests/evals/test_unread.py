"""What knowing reports gives: reports of each length weigh as much as among those that nobody read."""

from __future__ import annotations

import pytest

from evals.tally import Counts
from evals.unread import of_like_lengths

SHORT, LONG = 0, 3


def test_reports_of_each_length_weigh_as_much_as_in_the_other_set() -> None:
    known = {SHORT: Counts(90, 100, 100), LONG: Counts(5, 10, 10)}
    assert of_like_lengths(known, {SHORT: Counts(0, 0, 50), LONG: Counts(0, 0, 50)}) == pytest.approx(0.7)
    assert of_like_lengths(known, {SHORT: Counts(0, 0, 30)}) == pytest.approx(0.9)


def test_the_same_lengths_change_nothing() -> None:
    known = {SHORT: Counts(80, 90, 100), LONG: Counts(8, 30, 20)}
    assert of_like_lengths(known, known) == pytest.approx(2 * 88 / (120 + 120))
