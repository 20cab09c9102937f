"""The whole path of an analyst: from an empty store to a reviewed, exported event."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

# Invented: two outlets tell of one strike, with other figures.
REPORTS = (
    ("وكالة النخيل", "قتل خمسة مدنيين في غارة جوية على مدينة سراقب أمس، وفق ما قال الدفاع المدني."),
    ("شبكة الميناء", "قتل سبعة مدنيين أمس جراء غارة جوية استهدفت مدينة سراقب، بحسب ناشطين."),
)


def walk(page: Any, folder: Path) -> list[dict[str, str]]:
    """Add two reports, find their event, judge each claim, export; what the export holds."""
    page.goto("/")
    page.wait_for_selector("main h1")
    assert page.locator("table.events").count() == 0
    for outlet, text in REPORTS:
        page.goto("/add")
        page.locator("textarea").fill(text)
        page.locator("input[type=date]").fill("2018-10-20")
        page.locator(".add-facts input:not([type=date])").first.fill(outlet)
        page.locator("form.paste button").click()
        page.wait_for_selector("ul.added a")
    page.goto("/")
    page.wait_for_selector("table.events tbody tr")
    assert page.locator(".map circle").count() > 0
    page.locator("table.events tbody a").first.click()
    page.wait_for_selector(".claim")
    assert page.locator(".claim").count() >= 2
    assert page.locator(".history tbody tr").count() == 2
    _judge_all(page)
    page.goto("/")
    with page.expect_download() as download:
        page.locator(".export button").click()
    path = folder / "events.csv"
    download.value.save_as(path)
    page.goto("/log")
    page.wait_for_selector("tr[data-kind=export]")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _judge_all(page: Any) -> None:
    """Accept every claim that waits, by its key."""
    page.goto("/review")
    page.wait_for_selector(".claim.chosen")
    while page.locator(".claim.chosen").count():
        before = page.locator(".claim.chosen").get_attribute("id")
        page.keyboard.press("a")
        page.wait_for_function("id => document.querySelector('.claim.chosen')?.id !== id", arg=before)
