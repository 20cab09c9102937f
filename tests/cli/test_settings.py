"""``marsad settings``, and the commands that keep to what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from marsad.cli.app import app
from marsad.errors import SettingError
from marsad.store import open_store
from marsad.store.engine import writing


def marsad(*given: str) -> str:
    done = CliRunner().invoke(app(), list(given))
    if isinstance(done.exception, SettingError):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store with one page that was taken in long ago."""
    page = "<html><body><p>قتل ثلاثة مدنيين في قصف مدفعي على مدينة إدلب أمس، وفق ما قال ناشطون.</p></body></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    address = str(tmp_path / "store.sqlite")
    marsad("add", str(tmp_path / "page.html"), "--published", "2018-10-20", "--store", address, "--no-gather")
    with open_store(address) as opened, writing(opened.engine) as connection:
        connection.execute(text("UPDATE reports SET added = '2019-01-01T00:00:00Z'"))
    return address


def test_a_setting_is_given_shown_and_taken_back(store: str) -> None:
    assert "keep_originals_days: none" in marsad("settings", "--store", store)
    assert "keep_originals_days: 90" in marsad("settings", "keep_originals_days", "90", "--store", store)
    assert "keep_originals_days: none" in marsad("settings", "keep_originals_days", "none", "--store", store)
    assert marsad("log", "--kind", "setting", "--store", store).count("setting") == 2
    for given in (("keep_all",), ("keep_originals_days", "soon")):
        with pytest.raises(SettingError, match="expected"):
            marsad("settings", *given, "--store", store)


@pytest.mark.parametrize(
    "command", [("add", "FOLDER"), ("watch", "FOLDER", "--times", "1", "--every", "1s"), ("forget",)]
)
def test_what_is_due_is_forgotten_by(store: str, command: tuple[str, ...]) -> None:
    folder = str(Path(store).parent / "page.html")
    given = [folder if each == "FOLDER" else each for each in command]
    if command == ("forget",):
        with pytest.raises(SettingError, match="--older-than"):
            marsad("forget", "--store", store)
    marsad("settings", "keep_originals_days", "90", "--store", store)
    assert "the bytes of 1 reports forgotten" in marsad(*given, "--store", store)
    with open_store(store) as opened:
        (report,) = opened.reports()
        assert report.forgotten is not None
        assert [record.body["raw"] for record in opened.log(kind="forgotten")] == [report.raw_sha256]
