"""The map with as many points as it shows."""

from __future__ import annotations

import json
from typing import Any

from bench.desk_map import invented, map_page, pan
from tests.web.browsing import NEEDS_BROWSER

pytestmark = NEEDS_BROWSER


def test_twenty_thousand_points_are_dragged_above_twenty_frames_a_second(browser: Any) -> None:
    with map_page(browser) as page:
        # The best of three: other work on the machine is not what is measured.
        found = [pan(page, 20_000, seconds=2).frames for _ in range(3)]
    assert max(found) > 20


def test_a_point_on_the_canvas_is_chosen_and_opened(page: Any) -> None:
    crowd = invented(2000)
    for point in crowd["points"]:
        point["lat"], point["lon"] = 35.0, 37.0
    last = page.request.get("/api/events?limit=1").json()["events"][0]["id"]
    crowd["points"][-1]["id"] = last
    page.route(
        "**/api/overview?*", lambda route: route.fulfill(body=json.dumps(crowd), content_type="application/json")
    )
    page.goto("/")
    page.wait_for_selector("canvas.points")
    box = page.locator(".map-frame").bounding_box()
    for _ in range(2):
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(300)
    page.wait_for_url(f"**/events/{last}")
    page.wait_for_selector(".claim")
