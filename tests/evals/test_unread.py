"""What knowing reports gives: reports of each length weigh as much as among those that nobody read."""

from __future__ import annotations

import pytest

from evals.tally import Counts, Tally
from evals.unread import of_like_lengths

SHORT, LONG = 0, 3


def claims(short: Counts, long: Counts) -> dict[int, Tally]:
    return {SHORT: {"claim": short}, LONG: {"claim": long}}


def test_reports_of_each_length_weigh_as_much_as_in_the_other_set() -> None:
    known = claims(Counts(90, 100, 100), Counts(5, 10, 10))
    assert of_like_lengths(known, claims(Counts(0, 0, 50), Counts(0, 0, 50)), "claim") == pytest.approx(0.7)
    assert of_like_lengths(known, claims(Counts(0, 0, 30), Counts()), "claim") == pytest.approx(0.9)
    assert of_like_lengths(known, claims(Counts(0, 0, 30), Counts()), "agent") == 0.0


def test_the_same_lengths_change_nothing() -> None:
    known = claims(Counts(80, 90, 100), Counts(8, 30, 20))
    assert of_like_lengths(known, known, "claim") == pytest.approx(2 * 88 / (120 + 120))
