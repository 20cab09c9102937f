"""Batches: one process or two give the same, and one bad report does not stop the rest."""

from __future__ import annotations

import pytest

from marsad import pipeline
from marsad.records import Report
from marsad.reports import Received
from marsad.runs import read_all
from marsad.runs.local import read_one

TEXT = "قتل خمسة مدنيين في قصف على مدينة دوما، بحسب ناشطين في المدينة."


def received(count: int) -> list[Received]:
    return [Received(f"r{number}", "here", Report(f"r{number}", TEXT)) for number in range(count)]


def test_two_processes_give_the_same_readings_in_the_same_order() -> None:
    assert list(read_all(received(40), jobs=2)) == list(read_all(received(40)))


def test_a_fault_of_the_reader_becomes_an_issue_of_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    known = pipeline.load_knowledge()

    def fail(*_: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(pipeline, "read", fail)
    reading = read_one(received(1)[0], known)
    assert [issue.reason for issue in reading.issues] == ["not_read"]
    assert "a fault" in reading.issues[0].message
