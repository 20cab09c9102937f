"""The invented texts: each says that it is one, each claim stands in its text."""

from __future__ import annotations

import json

import pytest

from evals.gold import ROOT
from evals.invented import NEWS, NEWS_APART, POSTS, POSTS_APART, invented_set
from marsad.scoring.mentions import mentions

SETS = (POSTS, POSTS_APART, NEWS, NEWS_APART)


@pytest.mark.parametrize("file", sorted((ROOT / "samples").glob("*/*.jsonl")), ids=lambda path: path.parent.name)
def test_every_text_says_that_it_is_invented(file: object) -> None:
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]  # type: ignore[attr-defined]
    assert {line["sample"] for line in lines} == {"invented"}
    assert len({line["id"] for line in lines}) == len(lines)


@pytest.mark.parametrize("name", SETS)
def test_claims_stand_in_their_texts(name: str) -> None:
    for one in invented_set(name).reports:
        text = one.report.text
        for claim in one.truth["claims"]:
            assert text[claim["start"] :].startswith(claim["trigger"])
            assert all(word in text for role in ("agents", "targets", "places") for word in mentions(claim, role))


def test_no_text_is_in_two_sets() -> None:
    ids = [one.report.id for name in SETS for one in invented_set(name).reports]
    assert len(ids) == len(set(ids))
