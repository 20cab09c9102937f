"""The commands on events, on the sample reports."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from marsad.cli.app import app as whole_app
from marsad.errors import InputError, MissingExtraError, SettingError
from marsad.views.pdf import BROWSERS, browser

SAMPLES = str(Path(__file__).resolve().parents[2] / "samples" / "reports")
CHROMIUM = next((path for name in BROWSERS if (path := shutil.which(name))), None)


def marsad(*arguments: str) -> Result:
    return CliRunner().invoke(whole_app(), arguments)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("kept") / "claims.jsonl"
    assert marsad("read", SAMPLES, "--format", "jsonl", "--output", str(path)).exit_code == 0
    return str(path)


def test_kept_readings_give_the_events_of_their_reports(kept: str) -> None:
    outlets = f"{SAMPLES}/reports.csv"
    assert (
        marsad("events", kept, "--format", "json", "--outlets", outlets).stdout
        == marsad("events", SAMPLES, "--format", "json").stdout
    )


def test_events_of_given_days_with_their_words(kept: str) -> None:
    events = json.loads(marsad("events", kept, "--from", "2018-10-15", "--to", "2018-10-15", "--format", "json").stdout)
    market = next(event for event in events if event["places"] and event["places"][0]["name"] == "Jisr al-Shughur")
    assert market["type"] == "airstrike"
    assert market["grade"] == "contested"
    assert len(market["reports"]) >= 5
    (civilians,) = [one for one in market["figures"] if (one["kind"], one["whom"]) == ("killed", "civilians")]
    assert civilians["low"] == 9


@pytest.mark.parametrize("command", [["events"], ["timeline", "all"], ["losses"], ["contradictions"]])
def test_each_table_is_drawn(kept: str, command: list[str]) -> None:
    done = marsad(*command, kept)
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) > 10


def test_a_timeline_of_one_place(kept: str) -> None:
    stretches = json.loads(marsad("timeline", "Kafr Nabudah", kept, "--format", "json").stdout)
    assert {one["name"] for one in stretches} == {"Kafr Nabudah"}
    assert {one["holder"] for one in stretches} == {"nonstate"}


def test_a_timeline_of_a_place_nobody_tells_of_names_those_written_like_it(kept: str) -> None:
    done = marsad("timeline", "Maarrkabah", kept)
    assert done.exit_code == 0
    assert "Maarkabah" in done.stderr


def test_judgements_from_a_file(kept: str, tmp_path: Path) -> None:
    events = json.loads(marsad("events", kept, "--format", "json").stdout)
    one, other = events[3]["claims"][0]["id"], events[40]["claims"][0]["id"]
    decided = tmp_path / "decided.jsonl"
    decided.write_text(json.dumps({"id": "j1", "kind": "same", "claim": one, "other": other}), "utf-8")
    joined = json.loads(marsad("events", kept, "--judgements", str(decided), "--format", "json").stdout)
    assert any({one, other} <= {claim["id"] for claim in event["claims"]} for event in joined)


@pytest.mark.parametrize("scheme", ["acled", "ucdp", "geojson", "xlsx", "jsonl"])
def test_export_writes_a_file(kept: str, tmp_path: Path, scheme: str) -> None:
    target = tmp_path / f"out.{scheme}"
    assert marsad("export", kept, "--as", scheme, "--output", str(target)).exit_code == 0
    assert target.stat().st_size > 1000
    assert list(tmp_path.iterdir()) == [target]


def test_an_earlier_export_gives_tombstones(kept: str, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.jsonl"
    earlier.write_text(json.dumps({"id": "e000000000000", "claims": [{"id": "none"}]}), "utf-8")
    done = marsad("export", kept, "--as", "csv", "--output", str(tmp_path / "x.csv"), "--previous", str(earlier))
    assert "e000000000000 gone" in done.stderr


def test_a_line_that_is_no_reading_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "x", "claims": []}\n{"id": "y", "claims": [{}]}\n', "utf-8")
    done = marsad("events", str(broken))
    assert isinstance(done.exception, InputError)
    assert f"{broken}:2" in str(done.exception)


def test_a_table_of_outlets_that_is_not_there_is_named(kept: str) -> None:
    assert isinstance(marsad("events", kept, "--outlets", "nowhere.csv").exception, SettingError)


def test_a_brief_is_one_file(kept: str, tmp_path: Path) -> None:
    target = tmp_path / "day.html"
    options = ("--language", "ar", "--from", "2018-10-15", "--to", "2018-10-16", "--output", str(target))
    assert marsad("brief", SAMPLES, *options).exit_code == 0
    assert target.read_text("utf-8").startswith("<!doctype html>")
    assert list(tmp_path.iterdir()) == [target]


def test_a_store_gives_the_events_of_its_reports(tmp_path: Path) -> None:
    store = str(tmp_path / "war.sqlite")
    assert marsad("add", SAMPLES, "--store", store).exit_code == 0
    from_store = json.loads(marsad("events", "--store", store, "--format", "json").stdout)
    from_files = json.loads(marsad("events", SAMPLES, "--format", "json").stdout)
    assert {event["id"]: event["claims"] for event in from_store} == {e["id"]: e["claims"] for e in from_files}
    short = ("--from", "2018-10-10", "--to", "2018-10-11", "--format", "json")
    some = json.loads(marsad("events", "--store", store, *short).stdout)
    assert some == [event for event in from_store if event in some]
    assert 0 < len(some) < len(from_store)
    losses = json.loads(marsad("losses", "--store", store, "--format", "json").stdout)
    assert losses == json.loads(marsad("losses", SAMPLES, "--format", "json").stdout)
    control = json.loads(marsad("timeline", "all", "--store", store, "--format", "json").stdout)
    assert control


def test_neither_reports_nor_a_store_is_said() -> None:
    assert isinstance(marsad("events").exception, SettingError)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_a_brief_is_printed_where_there_is_a_browser(kept: str, tmp_path: Path) -> None:
    target = tmp_path / "day.pdf"
    assert marsad("brief", kept, "--pdf", "--from", "2018-10-15", "--output", str(target)).exit_code == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [target]


def test_a_brief_as_pdf_without_a_browser_is_one_sentence() -> None:
    with pytest.raises(MissingExtraError, match="expected Chromium or Chrome"):
        browser(lambda name: None)
