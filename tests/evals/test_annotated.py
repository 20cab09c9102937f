"""The annotated reports of the pool: offsets without words, which give words again where the pool is at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from evals import annotated
from evals.gold import shared_folder
from marsad.scoring.mentions import mentions

LINES = [json.loads(line) for line in annotated.FILE.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("file", [annotated.FILE, annotated.SECOND])
def test_no_word_of_a_report_is_kept(file: Path) -> None:
    assert not re.search("[\u0600-\u06ff]", file.read_text("utf-8"))


def test_every_report_is_there_once_and_in_one_part() -> None:
    ids = [line["report"] for line in LINES]
    assert len(ids) == len(set(ids))
    assert {line["part"] for line in LINES} == set(annotated.PARTS)


def test_spans_run_forward() -> None:
    for line in LINES:
        for claim in line["claims"]:
            spans = [claim["trigger"], *(span for role in annotated.MENTIONS for span in claim.get(role, []))]
            assert all(0 <= start < end for start, end in spans)


@pytest.mark.skipif(shared_folder() is None, reason="../shared is not at hand")
def test_the_pool_gives_the_words_back() -> None:
    sets = annotated.pool_sets()
    assert [gold.name for gold in sets] == ["pool-open", "pool-apart"]
    report = sets[0].reports[0]
    for claim in report.truth["claims"]:
        text = report.report.text
        assert text[claim["start"] :].startswith(claim["trigger"])
        assert all(word in text for word in mentions(claim, "places"))


@pytest.mark.skipif(shared_folder() is None, reason="../shared is not at hand")
def test_the_second_annotation_has_the_reports_kept_apart() -> None:
    first, second = (
        {gold.name: gold for gold in annotated.pool_sets(file)} for file in (annotated.FILE, annotated.SECOND)
    )
    apart = {one.report.id for one in first["pool-apart"].reports}
    assert {one.report.id for one in second["second-apart"].reports} == apart
    assert not apart & {one.report.id for one in second["second-open"].reports}
