"""Reports without conflict stay empty, but for so many claims as the limit allows."""

from __future__ import annotations

import pytest

from evals.negatives import MOST, clean_negatives
from marsad import pipeline


def test_clean_negatives_are_read_as_good_as_empty() -> None:
    reports = list(clean_negatives())
    if not reports:
        pytest.skip("the pool of ../shared is not here")
    known = pipeline.load_knowledge()
    assert sum(len(pipeline.read(report, known).claims) for report in reports) <= MOST * len(reports)
