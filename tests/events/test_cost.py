"""What gathering costs: near linear, also where a tenth of all reports are of one city."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.gathering import generate, measure
from marsad.events.candidates import candidates
from marsad.events.pieces import make_pieces
from tests.events.invented import RULES, told

SHELVES = 10  # a place stands on four cells, each on two days, and in its province


def test_pairs_compared_grow_with_the_pieces_and_not_with_their_square() -> None:
    def pairs(reports: int) -> float:
        pieces = make_pieces(generate(reports)[0], RULES)
        return sum(1 for _ in candidates(pieces, RULES)) / len(pieces)

    assert pairs(2400) <= 1.3 * pairs(1200)


def test_a_shelf_that_is_too_large_is_bounded() -> None:
    rules = replace(RULES, largest_block=4)
    one_city = [told(f"c{at:03d}", report=f"r{at}") for at in range(200)]
    assert sum(1 for _ in candidates(make_pieces(one_city, rules), rules)) <= 200 * 4 * SHELVES


@pytest.mark.slow
def test_a_claim_costs_as_much_among_100_000_as_among_10_000() -> None:
    assert measure(20_000) <= 1.5 * measure(2_000)
