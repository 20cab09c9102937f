"""The gate: what raises a floor, what lies below one, what the reader is never shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evals import floors as kept
from evals import gate, gold
from evals.floors import Floors
from evals.slices import WHOLE, Figure
from evals.tally import Counts, add, noise_of, tally_of
from marsad import scoring

CLAIM = {"type": "killed", "trigger": "قتل", "start": 0}


def figure(value: float, *, slice: str = "dev", name: str = "claim", cases: int = 100) -> Figure:
    return Figure(slice, name, value, 0.02, cases)


def floors(value: float, *, slice: str = "dev") -> Floors:
    return Floors({"dev": "a"}, {slice: {"claim": value}}, {})


@pytest.mark.parametrize(("value", "below"), [(0.70, False), (0.6996, False), (0.699, True), (0.5, True), (0.9, False)])
def test_a_figure_is_below_its_floor_but_for_rounding(value: float, below: bool) -> None:
    assert kept.is_below(figure(value), floors(0.70)) == below


def test_a_small_slice_may_lose_one_case() -> None:
    small = floors(0.70, slice="outlet:x")
    assert not kept.is_below(figure(0.66, slice="outlet:x", cases=20), small)
    assert kept.is_below(figure(0.64, slice="outlet:x", cases=20), small)


def test_a_floor_goes_up_with_the_figure_and_down_only_when_told() -> None:
    for value, lower, after in ((0.8, False, 0.8), (0.6, False, 0.7), (0.6, True, 0.6), (0.7, True, 0.7)):
        moved = floors(0.7)
        kept.move(moved, [figure(value)], {"dev": "b"}, lower=lower)
        assert moved.floors["dev"]["claim"] == after
        assert moved.digests == {"dev": "b"}


def test_floors_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert kept.load(path) == Floors({}, {}, {})
    kept.save(floors(0.7), path)
    assert kept.load(path) == floors(0.7)


@pytest.mark.parametrize(
    ("value", "digest", "code"), [(0.8, "a", 0), (0.6, "a", 1), (0.8, "b", 1)], ids=["reached", "missed", "other gold"]
)
def test_the_verdict_fails_below_a_floor_and_on_changed_gold(
    value: float, digest: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate.verdict([figure(value)], floors(0.7), {"dev": digest}) == code
    assert "figures of 1 sets" in capsys.readouterr().out


def test_a_missed_slice_is_shown_even_where_only_whole_sets_are(capsys: pytest.CaptureFixture[str]) -> None:
    shown = [figure(0.5, slice="outlet:x", cases=50), figure(0.9, slice="outlet:y", cases=50)]
    gate.show(shown, Floors({}, {"outlet:x": {"claim": 0.7}, "outlet:y": {"claim": 0.7}}, {}), everything=False)
    printed = capsys.readouterr().out
    assert "outlet:x" in printed
    assert "BELOW" in printed
    assert "outlet:y" not in printed


def test_the_reader_gets_nothing_of_the_truth_but_day_and_outlet() -> None:
    truth = {"id": "a", "published": "2018-10-09", "outlet": "شبكة", "claims": [CLAIM], "sha256": "…", "text": "قتل"}
    report = gold.report_of(truth, "قتل")
    assert (report.id, report.text, str(report.published), report.outlet) == ("a", "قتل", "2018-10-09", "شبكة")


def test_without_the_shared_folder_the_samples_are_still_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARSAD_SHARED", str(tmp_path / "none"))
    assert gold.shared_folder() is None
    assert [found.name for found in gold.gold_sets()] == ["samples"]


def test_gold_written_on_another_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"id": "a", "claims": [], "sha256": "0"}', "utf-8")
    (tmp_path / "a.txt").write_text("قتل", "utf-8")
    with pytest.raises(SystemExit, match="another text"):
        gold.gold_report(tmp_path / "a.json", tmp_path / "a.txt")


def test_counts_of_parts_add_up_to_the_figures_of_the_whole() -> None:
    documents: dict[str, dict[str, Any]] = {
        "a": {"id": "a", "claims": [CLAIM]},
        "b": {"id": "b", "claims": [CLAIM, {**CLAIM, "start": 9}]},
    }
    predicted: dict[str, dict[str, Any]] = {"b": {"id": "b", "claims": [CLAIM]}}
    parts = [tally_of(scoring.score({name: found}, predicted)) for name, found in documents.items()]
    whole = scoring.score(documents, predicted)["claim"]
    assert add(parts)["claim"] == Counts(whole["tp"], whole["pred"], whole["gold"])
    assert add(parts)["claim"].f1 == pytest.approx(whole["f1"], abs=1e-4)


def test_noise_is_the_same_each_time_and_none_of_one_report() -> None:
    parts = [{"claim": Counts(right, 10, 10)} for right in (2, 9, 5, 7)]
    assert noise_of(parts, "claim") == noise_of(parts, "claim") > 0
    assert noise_of(parts[:1], "claim") == 0.0


def test_every_figure_of_a_set_is_one_the_scorer_gives() -> None:
    assert set(WHOLE) <= set(tally_of(scoring.score({}, {})))
