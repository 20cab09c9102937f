"""Agreement as its inventors worked it out, and what of judgements is compared."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from marsad.records import Judgement
from marsad.scoring.agreement import LEFT, agreements, alpha, couples, decisions, kappa

FIELDS = ("status", "agents", "count")


def note(id: str, kind: str, claim: str, by: str, **more: Any) -> Judgement:
    return replace(Judgement(id, kind, claim, by=by), **more)


def units(rows: list[str]) -> list[list[str]]:
    return [[value for value in column if value != "."] for column in zip(*rows, strict=True)]


def test_alpha_is_that_of_the_paper() -> None:
    four = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    assert alpha(units(four)) == pytest.approx(0.743, abs=0.0005)
    two = ["0100000000", "1110010010"]
    assert alpha(units(two)) == pytest.approx(0.095, abs=0.0005)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        # 45 of both, 25 of one only, 15 of the other only, 15 of neither.
        ([("y", "y")] * 45 + [("y", "n")] * 15 + [("n", "y")] * 25 + [("n", "n")] * 15, 0.1304),
        ([("y", "y")] * 25 + [("y", "n")] * 35 + [("n", "y")] * 5 + [("n", "n")] * 35, 0.2593),
        ([("y", "y"), ("n", "n")], 1.0),
        ([("y", "n"), ("n", "y")], -1.0),
    ],
)
def test_kappa_is_that_of_its_formula(pairs: list[tuple[str, str]], expected: float) -> None:
    assert kappa(pairs) == pytest.approx(expected, abs=0.0001)


def test_where_nothing_varies_chance_cannot_be_told_from_agreement() -> None:
    assert alpha([["accept", "accept"]] * 5) is None
    assert kappa([("accept", "accept")] * 5) is None
    assert alpha([]) is None


def test_only_claims_that_two_decided_on_count() -> None:
    notes = [
        note("1", "accept", "a", "layla"), note("2", "accept", "a", "omar"), note("3", "reject", "b", "layla"),
        note("4", "reject", "c", "layla"), note("5", "accept", "c", "omar"),
    ]  # fmt: skip
    verdict = agreements(notes, ())[0]
    assert (verdict.field, verdict.claims, verdict.agreed, verdict.differ) == ("verdict", 2, 0.5, ("c",))
    (couple,) = couples(notes)
    assert (couple.one, couple.other, couple.claims, couple.agreed) == ("layla", "omar", 2, 0.5)


def test_the_last_verdict_that_was_not_taken_back_counts() -> None:
    notes = [
        note("1", "accept", "a", "layla"), note("2", "reject", "a", "layla"),
        note("3", "withdraw", "a", "layla", other="2"), note("4", "comment", "a", "omar", comment="?"),
    ]  # fmt: skip
    assert decisions(notes, ())["verdict"] == {"a": {"layla": "accept"}}


def test_a_field_is_left_as_read_or_has_its_new_value_and_none_of_a_rejected_claim() -> None:
    span = {"start": 3, "end": 9, "text": "فصائل", "actor": None, "name": None}
    notes = [
        note("1", "accept", "a", "layla"),
        note("2", "edit", "a", "omar", field="agents", value=json.dumps([span])),
        note("3", "edit", "a", "zayd", field="agents", value=json.dumps([span | {"name": "Factions"}])),
        note("4", "reject", "a", "rana"),
        note("5", "edit", "a", "omar", field="count", value=json.dumps(span | {"low": 3, "high": 3})),
    ]  # fmt: skip
    found = decisions(notes, FIELDS)
    assert found["status"]["a"] == {"layla": LEFT, "omar": LEFT, "zayd": LEFT}
    assert found["agents"]["a"]["omar"] == found["agents"]["a"]["zayd"] != LEFT
    assert found["count"]["a"]["omar"] == "[3, 3]"
    by_field = {one.field: one for one in agreements(notes, FIELDS)}
    assert by_field["agents"].agreed == pytest.approx(1 / 3)
    assert by_field["status"].alpha is None


def test_a_pair_is_the_same_pair_from_either_side() -> None:
    notes = [note("1", "same", "a", "layla", other="b"), note("2", "different", "b", "omar", other="a")]
    (pairing,) = agreements(notes, ())
    assert (pairing.field, pairing.claims, pairing.differ) == ("same event", 1, ("a b",))
