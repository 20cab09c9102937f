"""Tables of strings as long texts: what goes in comes out, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.lines import LineTable, lines_of

WORDS = st.text(alphabet="ابتثجحخدذرزسش ", min_size=1, max_size=8)


@given(st.dictionaries(WORDS, WORDS))
def test_what_goes_in_comes_out(table: dict[str, str]) -> None:
    lines = LineTable(lines_of(table.items()))
    assert {key: lines.get(key) for key in table} == table
    assert len(lines) == len(table)


@given(st.dictionaries(WORDS, WORDS), WORDS)
def test_nothing_else_is_in_it(table: dict[str, str], key: str) -> None:
    lines = LineTable(lines_of(table.items()))
    assert (key in lines) == (key in table)
