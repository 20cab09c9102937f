"""The command ``marsad slant``: sides counted by outlet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from marsad.cli.app import app as whole_app

TEXT = "قصفت قوات الأسد بلدة سراقب وقتلت ثلاثة مدنيين في محافظة إدلب. وقالت الشبكة إن قوات الأسد قصفت السوق."


@pytest.fixture
def reports(tmp_path: Path) -> str:
    path = tmp_path / "reports.jsonl"
    rows = [{"id": "a", "text": TEXT, "published": "2016-12-06", "outlet": "One"}]
    rows.append({"id": "b", "text": "قال سكان البلدة إن الهدوء عاد.", "published": "2016-12-06", "outlet": "Two"})
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return str(path)


def test_sides_are_counted_by_outlet(reports: str) -> None:
    result = CliRunner().invoke(whole_app(), ["slant", reports, "--names"])
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "One: 1 report",
        "      2  opposition",
        "             2  قوات الاسد = Syrian government forces",
        "Two: 1 report",
        "  no name of one side alone",
    ]


def test_usages_come_as_json(reports: str) -> None:
    result = CliRunner().invoke(whole_app(), ["slant", reports, "--json"])
    (usage,) = (json.loads(line) for line in result.output.splitlines())
    assert (usage["outlet"], usage["side"], usage["times"], usage["reports"]) == ("One", "opposition", 2, 1)
