"""Batches: one process or two give the same, and one bad report does not stop the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Count, Issue, PlaceMention, Reading, Report, Span
from marsad.reports import Received
from marsad.runs import read_all
from marsad.runs.local import read_one

TEXT = "قتل خمسة مدنيين في قصف على مدينة دوما، بحسب ناشطين في المدينة."


def received(count: int) -> list[Received]:
    return [Received(f"r{number}", "here", Report(f"r{number}", TEXT)) for number in range(count)]


def test_two_processes_give_the_same_readings_in_the_same_order() -> None:
    assert list(read_all(received(40), jobs=2)) == list(read_all(received(40)))


def test_a_fault_of_the_reader_becomes_an_issue_of_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    known = nothing()

    def fail(*_: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(pipeline, "read", fail)
    reading = read_one(received(1)[0], known)
    assert [issue.reason for issue in reading.issues] == ["not_read"]
    assert "a fault" in reading.issues[0].message


def nothing() -> Knowledge:
    """A knowledge that no reader here asks."""
    return object.__new__(Knowledge)


def test_a_reader_is_not_asked_about_what_could_not_be_received() -> None:
    def reader(report: Report, known: Knowledge) -> Reading:
        raise AssertionError

    unread = Issue("not_arabic", "…")
    for item in (Received("r", "here", None, (unread,), "a" * 64), Received("r", "here", Report("r", TEXT), (unread,))):
        assert read_one(item, nothing(), reader).issues == (unread,)


def test_the_digest_is_that_of_what_was_received() -> None:
    item = received(1)[0]
    whole = hashlib.sha256(TEXT.encode()).hexdigest()
    assert read_one(item, pipeline.load_knowledge()).sha256 == whole
    assert read_one(replace(item, sha256="b" * 64), pipeline.load_knowledge()).sha256 == "b" * 64
    assert read_one(Received("r", "here", None, (), "c" * 64), nothing()).sha256 == "c" * 64


def test_words_of_a_page_are_given_as_the_page_has_them() -> None:
    page, blanked = "قتل <b>خمسة</b> مدنيين", "قتل    خمسة     مدنيين"

    def reader(report: Report, known: Knowledge) -> Reading:
        place = PlaceMention(blanked[7:22], 7, 22, name="a place")
        claim = Claim("0", "killed", Span(blanked[:11], 0, 11), places=(place,), count=Count(5, 5, "خمسة", 7, 11))
        return Reading(report.id, None, None, "0", (claim,))

    item = Received("r", "here", Report("r", blanked), original=page)
    (claim,) = read_one(item, nothing(), reader).claims
    assert (claim.trigger.text, claim.places[0].text) == ("قتل <b>خمسة", "خمسة</b> مدنيين")
    assert claim.places[0].name == "a place"
    assert claim.count == Count(5, 5, "خمسة", 7, 11)


def test_reports_are_taken_one_at_a_time() -> None:
    taken = 0

    def items() -> Iterator[Received]:
        nonlocal taken
        for item in received(100):
            taken += 1
            yield item

    next(iter(read_all(items())))
    assert taken == 1
