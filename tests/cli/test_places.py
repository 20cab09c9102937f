"""The command ``marsad places``: add, find, list."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from marsad.cli.app import app as whole_app

TABLE = "name_ar,name,lat,lon\nضيعة الوهم,Wahm,35.9,36.7\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MARSAD_PLACES", str(tmp_path / "own.jsonl"))
    (tmp_path / "table.csv").write_text(TABLE, "utf-8")
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(whole_app(), ["places", *arguments])
    return result.exit_code, result.output


def test_what_was_added_is_found_and_listed(own: Path) -> None:
    code, output = run("add", str(own / "table.csv"), "--country", "sy", "--licence", "CC0")
    assert (code, output.splitlines()[0]) == (0, f"1 places added to {own / 'own.jsonl'}")
    code, output = run("find", "ضيعة الوهم")
    assert code == 0
    assert "Wahm" in output
    assert "table" in output
    assert "1 places" in run("list", "--own")[1]
    assert "CC0" in run("list", "--licences")[1]


def test_every_place_of_a_name_is_found(own: Path) -> None:
    (own / "own.jsonl").write_text("", "utf-8")
    code, output = run("find", "دوما")
    assert (code, {line.split()[0] for line in output.splitlines()} >= {"sy-douma", "ps-duma-nablus"}) == (0, True)
    assert "ps-duma-nablus" not in run("find", "دوما", "--country", "SY")[1]
    assert run("find", "Douma")[1].startswith("sy-douma")


def test_a_name_of_no_source_says_so(own: Path) -> None:
    (own / "own.jsonl").write_text("", "utf-8")
    code, output = run("find", "غغغغغ")
    assert code == 1
    assert "no source has this name" in output


def test_places_without_a_licence_are_not_added(own: Path) -> None:
    code, output = run("add", str(own / "table.csv"))
    assert code == 1
    assert "--licence" in output


def test_a_list_says_how_many_it_leaves_out(own: Path) -> None:
    (own / "own.jsonl").write_text("", "utf-8")
    lines = run("list", "--country", "SY", "--most", "3")[1].splitlines()
    assert len(lines) == 4
    assert lines[-1].endswith("3 shown: see --most")
