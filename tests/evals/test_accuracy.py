"""The page on what the reader gets right: its tables, and how kinds of error are counted."""

from __future__ import annotations

from typing import Any

from evals import accuracy
from evals.gold import gold_sets


def claim(**fields: Any) -> dict[str, Any]:
    plain = {"type": "killed", "trigger": "قتل", "start": 0, "agents": [], "targets": [], "places": [], "sources": []}
    return plain | {"weapons": [], "time": None, "date_from": None, "date_to": None, "status": "asserted"} | fields


def test_errors_are_counted_by_kind() -> None:
    gold = [claim(places=["درعا"], agents=["الجيش"]), claim(trigger="أصيب", start=20, type="wounded")]
    predicted = [claim(places=["حمص"]), claim(trigger="خطف", start=60, type="abducted")]
    found = accuracy.errors_of(gold, predicted)
    assert {kind: times for kind, times in found.items() if times} == {
        "missed": 1,
        "made up": 1,
        "place wrong": 1,
        "agent missing": 1,
    }


def test_the_page_has_its_tables_and_an_example_for_each_kind() -> None:
    samples = next(one for one in gold_sets() if one.name == "samples")
    page = accuracy.page_of(samples.reports)
    for title in ("By field", "By type of claim", "By country", "By outlet", "The commonest kinds of error"):
        assert f"## {title}" in page
    assert "| claim |" in page
