"""The map drawn by the GPU: only where there is one, or where it is asked for; here a program stands in for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from bench.desk_map import invented
from tests.web.browsing import CHROMIUM, NEEDS_BROWSER, opened

pytestmark = [pytest.mark.browser, *NEEDS_BROWSER]
# A program draws WebGL: what ships has to tell it from a GPU.
BY_PROGRAM = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
SCRIPTS = "performance.getEntriesByType('resource').map(each => each.name).filter(name => /map-gl|maplibre/.test(name))"


@pytest.fixture(scope="module")
def drawing(playwright: Any) -> Iterator[Any]:
    """Chromium with WebGL by a program."""
    found = playwright.chromium.launch(executable_path=CHROMIUM, args=BY_PROGRAM)
    yield found
    found.close()


@pytest.fixture(params=["en", "ar"])
def page(request: pytest.FixtureRequest, drawing: Any, address: str) -> Iterator[Any]:
    with opened(drawing, address, request.param, reduced_motion="reduce") as found:
        yield found


def drawn(page: Any, path: str) -> None:
    """Go there and wait until the map stands."""
    page.goto(path)
    page.wait_for_selector(".map-gl[data-drawn]")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)


def test_where_no_gpu_is_nothing_of_it_is_asked_for(page: Any) -> None:
    page.goto("/")
    page.wait_for_selector(".map circle")
    page.wait_for_timeout(500)
    assert page.evaluate(SCRIPTS) == []
    assert page.locator(".map").get_attribute("data-way") == "svg"
    assert page.locator("figcaption button").count() == 0


def test_it_draws_moves_by_keys_and_asks_no_other_host(page: Any) -> None:
    drawn(page, "/?map=gl")
    scripts = page.evaluate(SCRIPTS)
    assert len([each for each in scripts if each.endswith(".js")]) >= 2
    assert page.evaluate("performance.getEntriesByType('resource').every(each => each.name.startsWith(origin))")
    frame = page.locator(".map-gl")
    seen = [frame.screenshot()]
    frame.focus()
    for key in ("ArrowLeft", "+", "0"):
        page.keyboard.press(key)
        page.wait_for_timeout(700)
        seen.append(frame.screenshot())
    assert len(seen[0]) > 5000  # an empty frame is a fifth of that
    assert seen[0] != seen[1] != seen[2] != seen[3]
    assert page.locator(".map-tools button").count() == 3
    page.locator(".map-tools button").first.click()


def test_a_point_is_chosen_and_opened(page: Any) -> None:
    crowd = invented(2000)
    for point in crowd["points"]:
        point["lat"], point["lon"] = 35.0, 37.0
    crowd["points"][-1]["id"] = last = page.request.get("/api/events?limit=1").json()["events"][0]["id"]
    body = json.dumps(crowd)
    page.route("**/api/overview?*", lambda route: route.fulfill(body=body, content_type="application/json"))
    drawn(page, "/?map=gl")
    box = page.locator(".map-gl").bounding_box()
    for _ in range(12):  # one click chooses, the next opens; a program draws slowly
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(1000)
        if page.url.endswith(last):
            break
    assert page.url.endswith(f"/events/{last}")


def test_who_wants_the_simple_map_keeps_it(page: Any) -> None:
    drawn(page, "/?map=gl")
    page.locator("figcaption button").click()
    page.wait_for_selector(".map circle")
    assert page.evaluate("localStorage.getItem('marsad.map')") == "svg"
    page.goto("/")
    page.wait_for_selector(".map circle")
    assert page.locator(".map").get_attribute("data-way") == "svg"


def test_paper_gets_the_map_drawn_as_svg(page: Any) -> None:
    drawn(page, "/?map=gl")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_selector(".map circle")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_selector(".map-gl[data-drawn]")
