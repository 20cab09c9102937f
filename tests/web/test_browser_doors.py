"""What comes in and what goes out, in a real browser: addresses, files, exports."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from marsad.store import open_store
from marsad.web.desk import AT_THE_DESK, Desk
from tests.reports.serving import served as site_served
from tests.web.browsing import NEEDS_BROWSER, opened, served
from tests.web.conftest import known
from tests.web.test_adding import PAGE

pytestmark = [pytest.mark.browser, *NEEDS_BROWSER]


@pytest.fixture(params=["en", "ar"])
def page(request: pytest.FixtureRequest, browser: Any, filled: Path, tmp_path: Path) -> Iterator[Any]:
    """A page of a desk that may fetch from this machine, where the site of the test is."""
    settings = replace(AT_THE_DESK, allow_private=True, fetch_pause_s=0.0)
    desk = Desk(open_store(str(shutil.copy(filled, tmp_path / "own.sqlite"))), settings)
    desk.known = known()
    with served(desk) as address, opened(browser, address, request.param) as found:
        yield found
    desk.store.close()


def test_an_address_is_read_at_once(page: Any) -> None:
    with site_served() as site:
        page.goto("/add")
        page.locator("input[type=url]").fill(site.page("/news/1", PAGE))
        page.locator("form.address button").click()
        page.locator("ul.added a").click()
        page.wait_for_selector(".claim")
    assert page.locator(".report-text").get_attribute("data-faults") == "0"


def test_files_are_read_by_their_kind(page: Any, tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        (tmp_path / name).write_text(PAGE.replace("ثلاثة جنود", f"{'أربعة' if name < 'p' else 'خمسة'} جنود"), "utf-8")
    page.goto("/add")
    page.locator("input[type=file]").set_input_files([tmp_path / "one.html", tmp_path / "two.html"])
    page.wait_for_selector("ul.added li:nth-child(2)")
    assert page.locator("ul.added a").count() == 2
    assert page.locator("[role=alert]").count() == 0


def test_an_export_is_redacted_unless_all_is_asked_for(page: Any, tmp_path: Path) -> None:
    page.goto("/")
    page.wait_for_selector(".export button")
    said: list[str] = []
    for is_full in (False, True):
        page.locator(".export input[type=checkbox]").set_checked(is_full)
        with page.expect_download():
            page.locator(".export button").click()
        page.wait_for_function(
            "before => ![...before, ''].includes(document.querySelector('.export [role=status]').textContent)", arg=said
        )
        said.append(page.locator(".export [role=status]").text_content())
    records = [each["body"] for each in page.request.get("/api/log?limit=500").json() if each["kind"] == "export"]
    assert [each["profile"] for each in records] == ["redacted", "full"]
