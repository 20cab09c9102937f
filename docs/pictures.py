"""Takes the pictures of the desk in ``docs/images`` anew, both languages, on the invented samples (needs Chromium).

python -m docs.pictures [FOLDER]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

from marsad.reports import receive
from marsad.runs.intake import add_all
from marsad.runs.versions import versions
from marsad.store import Store, open_store
from marsad.web.desk import Desk
from marsad.web.guard import Guard
from marsad.web.people import People
from tests.web.browsing import CHROMIUM, FLAGS, opened, served

HERE = Path(__file__).parent / "images"
SAMPLES = Path(__file__).parents[1] / "samples" / "reports"
REPORT = "sada-2018-10-08-1"
SIZE = {"width": 1280, "height": 860}
PASSWORD = "a long word for the pictures"


def main(folder: Path = HERE) -> None:
    """Every page in both languages; the overview also in the dark, on a phone and on paper."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as at, sync_playwright() as playwright:
        desk = Desk(open_store(str(Path(at) / "samples.sqlite"), create=True))
        list(add_all(receive([str(SAMPLES)]), desk.store, versions()))
        _judge(desk.store)
        people = People(Path(at) / "people.json")
        people.add("layla", "editor", PASSWORD)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with served(desk, Guard(people, frozenset({"127.0.0.1"}))) as address:
            for language in ("en", "ar"):
                _take_all(browser, address, language, folder)
        browser.close()
        desk.store.close()


def _without_folder(route: Any) -> None:
    """A report as the desk answers, without the folder of the machine that takes the pictures."""
    answer = route.fetch()
    body = answer.json()
    if "origin" in body:
        body["origin"] = f"samples/reports/{Path(body['origin']).name}"
    route.fulfill(response=answer, json=body)


def _judge(store: Store) -> None:
    """Two people on the same claims, not always of one mind."""
    from marsad.records import Judgement

    claims = [told.claim for told in store.told()][:24]
    for at, claim in enumerate(claims):
        store.judge(Judgement("", "accept", claim.id, by="ليلى"))
        if at % 6 == 2:
            store.judge(Judgement("", "reject", claim.id, by="omar", comment="a copy of the agency"))
        else:
            store.judge(Judgement("", "accept", claim.id, by="omar"))
        if at % 8 == 3:
            store.judge(Judgement("", "edit", claim.id, field="status", value='"rumoured"', by="omar"))


def _take_all(browser: Any, address: str, language: str, folder: Path) -> None:
    with opened(browser, address, language, viewport=SIZE) as page:
        page.goto("/api/openapi.json")
        page.route("**/api/reports/*", _without_folder)
        token = page.request.post(
            "/api/session", data={"name": "layla", "password": PASSWORD}, headers={"Origin": address}
        )
        assert token.ok
        event = page.request.get("/api/events?sort=-claims&limit=1").json()["events"][0]["id"]
        pages = {
            "overview": "/", "event": f"/events/{event}", "report": f"/reports/{REPORT}", "reports": "/reports",
            "review": "/review", "agreement": "/agreement", "keys": "/keys", "add": "/add", "log": "/log",
        }  # fmt: skip
        for name, path in pages.items():
            page.goto(quote(path))
            page.wait_for_selector("main h1")
            page.wait_for_load_state("networkidle")
            if name == "report":
                page.locator(".claim .what").nth(1).click()
            page.wait_for_timeout(300)
            page.screenshot(path=folder / f"{name}-{language}.png", full_page=name == "overview")
        _other_ways(page, folder, language)


def _other_ways(page: Any, folder: Path, language: str) -> None:
    """The overview in the dark and on a phone."""
    page.goto("/")
    page.wait_for_selector("table.events tbody tr")
    page.wait_for_load_state("networkidle")
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(400)
    page.screenshot(path=folder / f"dark-{language}.png")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(300)
    page.screenshot(path=folder / f"phone-{language}.png")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
