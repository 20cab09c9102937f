"""The commands on a store as a person or a script meets them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.test_cli import TEXT, marsad

OTHER = (
    "قتل ثلاثة جنود في كمين لمسلحين قرب مدينة الرستن. وقصفت الطائرات الحربية المدينة بعد الهجوم، وقتل مدنيان في القصف. "
    "وقال ناشطون إن المهاجمين انسحبوا بعد اشتباكات مع قوات النظام."
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two reports."""
    folder = tmp_path_factory.mktemp("store")
    reports = folder / "تقارير"
    reports.mkdir()
    (reports / "أول.txt").write_text(TEXT, "utf-8")
    (reports / "ثان.txt").write_text(OTHER, "utf-8")
    (reports / "english.txt").write_text("Five civilians were killed.", "utf-8")
    done = marsad("add", str(reports), "--store", str(folder / "s.sqlite"), "--published", "2018-10-09", "--json")
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["added"] == 2
    assert json.loads(done.stdout)["skipped"] == {"not_arabic": 1}
    return folder / "s.sqlite"


def rows(store: Path, *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(marsad(*arguments, "--store", str(store), "--format", "json").stdout)
    return found


def test_adding_again_adds_nothing(kept: Path) -> None:
    done = marsad("add", str(kept.parent / "تقارير"), "--store", str(kept), "--published", "2018-10-09")
    assert "0 reports added with 0 claims, 2 there already, 1 skipped" in done.stdout


def test_a_dry_run_makes_no_store(tmp_path: Path) -> None:
    done = marsad("add", "-", "--store", str(tmp_path / "none.sqlite"), "--dry-run", stdin=TEXT)
    assert "1 new, 0 there already, 0 to be skipped; nothing was kept" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_claims_are_listed_by_filters(kept: Path) -> None:
    found = rows(kept, "list", "--place", "دوما", "--type", "killed")
    assert [row["report"] for row in found] == ["أول"]
    table = marsad("list", "--store", str(kept), "--text", "الرستن").stdout
    assert "Rastan" in table
    assert [row["id"] for row in rows(kept, "list", "--reports", "--until", "2018")] == ["ثان", "أول"]


def test_reports_are_found_by_their_words(kept: Path) -> None:
    (hit,) = rows(kept, "search", "كمين")
    assert (hit["id"], hit["words"]) == ("ثان", "كمين")
    assert "كمين" in marsad("search", "كمين", "--store", str(kept)).stdout


def test_a_report_and_its_text_are_shown(kept: Path) -> None:
    shown = marsad("show", "ثان", "--store", str(kept)).stdout
    assert "text_sha256" in shown
    assert "كمين" in shown
    assert marsad("show", "ثان", "--text", "--store", str(kept)).stdout == OTHER + "\n"
    target = kept.parent / "bytes"
    marsad("show", "ثان", "--original", str(target), "--store", str(kept))
    assert target.read_text("utf-8") == OTHER


def test_a_claim_is_judged_and_shown_with_its_judgement(kept: Path) -> None:
    claim = rows(kept, "list", "--report", "ثان")[0]["claim"]
    assert isinstance(claim, dict)
    arguments = ("--store", str(kept), "--by", "ليلى", "--comment", "تأكد")
    assert (
        marsad("judge", claim["id"], "edit", "--field", "date_from", "--value", "2018-10-07", *arguments).returncode
        == 0
    )
    assert marsad("judge", claim["id"][:8], "accept", *arguments).returncode == 0
    shown = marsad("show", claim["id"], "--store", str(kept)).stdout
    assert "ليلى  accept: تأكد" in shown
    assert 'edit date_from = "2018-10-07"' in shown
    assert "judgement" in marsad("log", "--store", str(kept), "--kind", "judgement").stdout
    whole = marsad("verify", "--store", str(kept))
    assert (whole.returncode, "whole" in whole.stdout) == (0, True)


def test_verify_names_what_is_broken_and_fails(kept: Path, tmp_path: Path) -> None:
    import sqlite3

    broken = tmp_path / "broken.sqlite"
    with sqlite3.connect(kept) as source, sqlite3.connect(broken) as target:
        source.backup(target)
        target.execute("UPDATE reports SET outlet = 'x' WHERE id = 'ثان'")
    done = marsad("verify", "--store", str(broken))
    assert done.returncode == 1
    assert "report ثان: its data" in done.stdout
    faults = json.loads(marsad("verify", "--store", str(broken), "--format", "json").stdout)
    assert faults["is_whole"] is False


def test_a_report_is_removed_and_the_log_says_so(kept: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    marsad("add", "-", "--store", str(store), stdin=TEXT)
    done = marsad("remove", "stdin", "--reason", "حكم", "--store", str(store))
    assert "stays in the log" in done.stdout
    assert "removed" in marsad("log", "--store", str(store)).stdout
    assert marsad("verify", "--store", str(store)).returncode == 0


def test_nothing_is_read_again_without_an_upgrade(kept: Path) -> None:
    done = marsad("reread", "--diff", "--store", str(kept))
    assert "0 reports read again, 0 changed" in done.stdout


def test_a_store_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    done = marsad("list", "--store", str(tmp_path / "none.sqlite"))
    assert done.returncode == 2
    assert "expected a store, found nothing there" in done.stderr


def test_an_export_is_redacted_and_logged(kept: Path) -> None:
    done = marsad("export-claims", "--store", str(kept), "--place", "دوما", "--decimals", "1", "--by", "ليلى")
    assert "redacted; the log says so" in done.stderr
    header, first = done.stdout.splitlines()[:2]
    assert header.startswith("report,published")
    (row,) = csv.DictReader([header, first])
    assert len(row["lat"].partition(".")[2]) == 1
    lines = marsad("export-claims", "--store", str(kept), "--format", "jsonl", "--full").stdout.splitlines()
    assert {json.loads(line)["report"] for line in lines} == {"أول", "ثان"}
    said = marsad("log", "--store", str(kept), "--kind", "export").stdout
    assert "profile=redacted" in said
    assert "profile=full" in said


def test_events_that_leave_are_redacted_and_logged(kept: Path, tmp_path: Path) -> None:
    for name, more in (("part", ("--decimals", "1", "--by", "ليلى")), ("whole", ("--full",))):
        done = marsad("export", "--as", "jsonl", "--output", str(tmp_path / name), "--store", str(kept), *more)
        assert done.returncode == 0, done.stderr
    done = marsad("brief", "--output", str(tmp_path / "brief.html"), "--store", str(kept))
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in marsad(
        "log", "--store", str(kept), "--kind", "export", "--format", "json"
    ).stdout.splitlines()][-3:]  # fmt: skip
    said = [(each["body"]["format"], each["body"]["profile"]) for each in records]
    assert said == [("jsonl", "redacted"), ("jsonl", "full"), ("brief", "redacted")]
    points = [
        {
            place["lat"]
            for line in (tmp_path / name).read_text("utf-8").splitlines()
            for place in json.loads(line)["places"]
        }
        for name in ("part", "whole")
    ]
    assert points[0] == {round(lat, 1) for lat in points[1]}
