"""The command line as a person or a script meets it: what it prints, and its exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = (
    "قتل خمسة مدنيين وأصيب عشرة آخرون في قصف لقوات النظام على مدينة دوما أمس، بحسب المرصد السوري لحقوق الإنسان. "
    "وقال ناشطون إن الطائرات الحربية شنت غارات على البلدة. وأضافوا أن القصف دمر مستشفى. وشن الثوار هجوماً على حاجز."
)


def marsad(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "marsad", *arguments],
        input=stdin, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "مجلد التقارير"
    folder.mkdir()
    path = folder / "تقرير أول.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_help_teaches() -> None:
    done = marsad("--help")
    assert done.returncode == 0
    assert "marsad read report.txt --published" in done.stdout


def test_a_table_shows_words_numbers_and_sources(report: Path) -> None:
    done = marsad("read", str(report), "--published", "2018-10-09")
    assert done.returncode == 0
    for words in ("People killed", "دوما", "2018-10-08", "المرصد السوري"):
        assert words in done.stdout


def test_json_lines_and_json_say_the_same(report: Path) -> None:
    lines = marsad("read", str(report), "--published", "2018-10-09", "--format", "jsonl").stdout
    whole = marsad("read", str(report), "--published", "2018-10-09", "--format", "json").stdout
    assert [json.loads(lines)] == json.loads(whole)
    assert json.loads(lines)["claims"][0]["type"] == "killed"


def test_csv_has_a_row_for_each_claim(report: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(marsad("read", str(report), "--format", "csv").stdout)))
    assert {"killed", "wounded"} <= {row["type"] for row in rows}


def test_standard_input_and_a_target_file(tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    done = marsad("read", "-", "--format", "jsonl", "--output", str(target), stdin=TEXT)
    assert done.returncode == 0
    assert json.loads(target.read_text("utf-8"))["claims"]


def test_explain_shows_words_fields_and_reasons(report: Path) -> None:
    done = marsad("explain", str(report), "1", "--published", "2018-10-09")
    assert done.returncode == 0
    for words in ("⟦", "trigger", "because", "lexicon"):
        assert words in done.stdout
    identity = json.loads(marsad("read", str(report), "--format", "jsonl").stdout)["claims"][0]["id"]
    assert identity in marsad("explain", str(report), identity).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "REPORT", "--published", "2016-13-45"),
        ("read", "no/such/file.txt"),
        ("explain", "REPORT", "99"),
        ("read", "REPORT", "--format", "xml"),
    ],
)
def test_a_command_that_cannot_be_ends_with_two(report: Path, arguments: tuple[str, ...]) -> None:
    done = marsad(*(str(report) if word == "REPORT" else word for word in arguments))
    assert done.returncode == 2
    assert done.stderr.strip()
    assert done.stdout == ""


def test_one_broken_file_leaves_the_others_read(report: Path) -> None:
    (report.parent / "broken.txt").write_bytes(bytes(range(256)) * 20)
    (report.parent / "empty.txt").write_bytes(b"")
    done = marsad("read", str(report.parent), "--format", "jsonl")
    assert done.returncode == 1
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(readings) == 3
    assert sum(bool(reading["claims"]) for reading in readings) == 1
    assert "broken" in done.stderr


def test_score_of_gold_against_itself_is_perfect(report: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(marsad("read", str(report), "--format", "jsonl").stdout, "utf-8")
    done = marsad("score", str(gold), str(gold), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["claim"]["f1"] == 1.0
