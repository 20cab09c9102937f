"""Kept readings come back exactly as they were."""

from __future__ import annotations

import json
from datetime import date

from marsad import pipeline
from marsad.records import Report
from marsad.reports.readings import reading_of
from marsad.views.plain import json_line

TEXT = (
    "قتل خمسة مدنيين وأصيب عشرة في غارة جوية على مدينة سراقب أمس، وفق ناشطين. ودمر الثوار دبابتين بصاروخ تاو قرب بلدة "
    "محردة، وسيطروا على قرية معركبة، ونفى مصدر عسكري ذلك."
)


def test_a_reading_written_and_read_is_the_same() -> None:
    reading = pipeline.read(Report("r", TEXT, date(2018, 10, 9), "شبكة مختلقة"), pipeline.load_knowledge())
    assert len(reading.claims) >= 4
    assert reading_of(json.loads(json_line(reading))) == reading
