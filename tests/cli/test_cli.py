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


def marsad(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "marsad", *arguments],
        input=stdin, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path), **environment},
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
        ("read", "REPORT", "--output", "no/such/folder/claims.csv"),
        ("read", "REPORT", "--jobs", "0"),
        ("read", "REPORT", "no/such/file.txt"),
        ("read",),
        ("score", "REPORT", "REPORT"),
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


def test_what_a_file_held_stays_until_the_new_claims_are_whole(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("before", "utf-8")
    (report.parent / "reports.csv").write_text("name,day\na,b\n", "utf-8")
    assert marsad("read", str(report), "--format", "csv", "--output", str(target)).returncode == 2
    assert target.read_text("utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir() if "claims" in path.name] == ["claims.csv"]


def test_arabic_is_written_whatever_the_locale_says(report: Path) -> None:
    for form in ("table", "jsonl", "csv"):
        done = marsad("read", str(report), "--format", form, PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
        assert done.returncode == 0
        assert "دوما" in done.stdout


def test_half_a_surrogate_pair_does_not_stop_the_writing() -> None:
    line = json.dumps({"id": "a \ud800", "outlet": "\ud800", "text": TEXT})
    done = marsad("read", "-", "--format", "jsonl", stdin=line)
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert (found["id"], found["outlet"]) == ("a \\ud800", "\ud800")


def test_a_file_name_that_is_no_text_is_read(report: Path) -> None:
    (report.parent / os.fsdecode("خبر".encode("cp1256") + b".txt")).write_text(TEXT, "utf-8")
    done = marsad("read", str(report.parent), "--format", "jsonl")
    assert done.returncode == 0
    assert all(json.loads(line)["claims"] for line in done.stdout.splitlines())


def test_a_reader_of_our_output_may_leave(report: Path) -> None:
    command = f'"{sys.executable}" -m marsad read "{report.parent}" --format jsonl | head -c 10 > /dev/null; '
    command += 'echo "${PIPESTATUS[0]}"'
    for number in range(40):
        (report.parent / f"{number}.txt").write_text(TEXT * 4, "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", check=True, env=environment)
    assert done.stdout.strip() == "0"
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


@pytest.mark.parametrize("tail", ["| true", "2>&1 | true", ">&-", ">&- 2>&-"])
@pytest.mark.parametrize("command", ["read REPORT --format table", "read REPORT --format json", "explain REPORT 1"])
def test_nobody_reads_our_output_and_that_is_no_failure(report: Path, command: str, tail: str) -> None:
    command = command.replace("REPORT", f"'{report}'")
    line = f'"{sys.executable}" -m marsad {command} {tail}; echo "${{PIPESTATUS[0]}}"'
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(["bash", "-c", line], capture_output=True, encoding="utf-8", check=True, env=environment)
    assert done.stdout.strip() == "0"
    assert "Traceback" not in done.stderr


def test_explain_says_the_issues_of_the_report(report: Path) -> None:
    assert "no publication date" in marsad("explain", str(report), "1").stderr


def test_nothing_piped_holds_marks_of_direction_or_colours(report: Path) -> None:
    for arguments in (("read", str(report)), ("explain", str(report), "1")):
        done = marsad(*arguments)
        assert not any(chr(code) in done.stdout for code in (0x2066, 0x2067, 0x2068, 0x2069, 0x1B))


def test_the_table_speaks_arabic_too(report: Path) -> None:
    done = marsad("read", str(report), "--labels", "ar")
    assert "من يقول ذلك" in done.stdout
    assert "People killed" not in done.stdout


def test_of_many_issues_of_a_kind_the_first_are_said_and_the_rest_counted(report: Path) -> None:
    for number in range(9):
        (report.parent / f"{number}.txt").write_text(TEXT, "utf-8")
    done = marsad("read", str(report.parent), "--format", "jsonl")
    assert done.stderr.count("no publication date") == 5
    assert "5 more reports with the issue no_date" in done.stderr
    assert "10 reports" in done.stderr


@pytest.mark.parametrize("name", ["--help", "read", "explain", "score", "watch"])
def test_every_command_teaches_by_example(name: str) -> None:
    done = marsad(name) if name == "--help" else marsad(name, "--help")
    assert done.returncode == 0
    assert f"  marsad {'read' if name == '--help' else name} " in done.stdout


def test_two_jobs_write_what_one_writes(report: Path) -> None:
    for number in range(20):
        (report.parent / f"{number}.txt").write_text(TEXT, "utf-8")
    one, two = (marsad("read", str(report.parent), "--format", "jsonl", "--jobs", jobs).stdout for jobs in ("1", "2"))
    assert one == two
    assert one.count("\n") == 21


@pytest.mark.parametrize("command", [("read",), ("explain", "1")])
def test_an_impossible_day_is_said_in_one_sentence(report: Path, command: tuple[str, ...]) -> None:
    name, *rest = command
    done = marsad(name, str(report), *rest, "--published", "2016-13-45")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "expected a day such as 2016-12-06, found '2016-13-45'" in done.stderr


def test_watch_looks_once_and_reads_what_is_there(report: Path) -> None:
    os.utime(report, (1_000_000_000, 1_000_000_000))
    done = marsad("watch", str(report.parent), "--times", "1")
    assert done.returncode == 0
    assert json.loads(done.stdout)["claims"]


def test_watch_keeps_what_comes_in_once(report: Path, tmp_path: Path) -> None:
    os.utime(report, (1_000_000_000, 1_000_000_000))
    command = ("watch", str(report.parent), "--times", "2", "--every", "1s", "--store", str(tmp_path / "war.sqlite"))
    first, again = marsad(*command), marsad(*command)
    assert (first.returncode, again.returncode) == (0, 0)
    assert first.stdout.count("1 added with") == 1
    assert "0 added with 0 claims" in again.stdout


@pytest.mark.parametrize("every", ["0", "soon", "-5s", "1d"])
def test_a_rest_that_is_none_is_refused(report: Path, every: str) -> None:
    done = marsad("watch", str(report.parent), "--every", every)
    assert done.returncode == 2
    assert "--every: expected" in done.stderr or "No such option" in done.stderr


def test_columns_are_said_and_shown(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f"notes,body\nx,{TEXT}\n", "utf-8")
    done = marsad("read", str(table), "--format", "jsonl")
    assert "Columns were read as text=body" in done.stderr
    assert done.stdout.count("\n") == 1
    assert marsad("read", str(table), "--columns", "text=gone").returncode == 1
    assert marsad("read", str(table), "--columns", "words=body").returncode == 2


def test_an_address_of_this_machine_is_not_fetched_unless_allowed() -> None:
    done = marsad("read", "http://127.0.0.1:9/a")
    assert done.returncode == 1
    assert "--allow-private" in done.stderr
