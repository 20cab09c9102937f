"""The guide to taking reports in: what it says to type runs, and what it lists is all there is."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from marsad.cli.app import app as whole_app
from marsad.reports.dates import KINDS
from tests.reports import making
from tests.reports.serving import served

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "intake.md").read_text("utf-8")
COMMANDS = re.findall(r"^    marsad (.+)$", GUIDE, re.MULTILINE)


def lay(folder: Path) -> None:
    """Every file that the guide names, with one report in each."""
    page = making.page('<meta property="article:published_time" content="2016-12-04">')
    rows = f"when,site,notes\n2016-12-04,صدى,{making.TEXT}\n"
    files = {
        "pages/a.html": page.encode(),
        "ChatExport/result.json": making.telegram(making.message(1)).encode(),
        "crawl.warc.gz": making.warc(making.warc_record("http://sada.example/a", page.encode())),
        "crawl.wacz": making.wacz(making.warc_record("http://sada.example/a", page.encode())),
        "reports.zip": making.zipped_of({"a.html": page}),
        "decade.csv": rows.encode(),
        "inbox/a.txt": making.TEXT.encode(),
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_guide_reads_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    with served() as site:
        link = site.page("/a", making.page())
        feed = site.page("/feed", making.rss(making.item(link)), Content_Type="text/xml")
        arguments = [feed if word.startswith("https://") else word for word in shlex.split(command)]
        if arguments[0] == "watch":
            arguments += [] if "--times" in arguments else ["--times", "1"]
            monkeypatch.setattr("marsad.reports.watch.SETTLED_S", 0.0)
        if feed in arguments:
            arguments.append("--allow-private")
        done = CliRunner().invoke(whole_app(), arguments)
    assert done.exit_code == 0, done.output
    if "--store" in arguments:
        assert "added" in done.stdout
        assert (tmp_path / "war.sqlite").is_file()
        return
    written = (tmp_path / "claims.csv").read_text("utf-8") if "--output" in arguments else done.stdout
    assert "دوما" in written


@pytest.mark.parametrize("kind", KINDS)
def test_every_place_of_a_day_is_in_the_guide(kind: str) -> None:
    assert f"`{kind}`" in GUIDE
