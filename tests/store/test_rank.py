"""Days, months and years as ranks: the last of all days too."""

from __future__ import annotations

import pytest

from marsad.store.rank import first_rank, last_rank


@pytest.mark.parametrize(
    ("whole", "last"),
    [("2018", "2018-12-31"), ("2018-02", "2018-02-28"), ("2018-12", "2018-12-31"), ("9999", "9999-12-31"),
     ("9999-12", "9999-12-31"), ("0001", "0001-12-31")],
)  # fmt: skip
def test_a_month_or_a_year_ends_with_its_last_day(whole: str, last: str) -> None:
    assert last_rank(whole) == last_rank(last)
    assert first_rank(whole) < last_rank(whole)
