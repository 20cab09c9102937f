"""Frames a second while the map of the desk is dragged, in a headless Chromium without a GPU.

    python -m bench.desk_map --points 20000

The points are invented and stand in for the answer of the server; the page is the one that ships. A frame counts when
the browser has drawn what it was asked to (requestAnimationFrame), the map being moved in every one of them.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.store import open_store
from marsad.web.desk import Desk
from tests.web.browsing import CHROMIUM, FLAGS, opened, served

SIZE = {"width": 1280, "height": 900}
GRADES = ("confirmed", "fair", "weak", "contested")
DRAG = """async seconds => {
  const map = document.querySelector('.map-frame');
  const box = map.getBoundingClientRect();
  const at = (type, x, y) => map.dispatchEvent(new PointerEvent(type, {
    bubbles: true, pointerId: 1, button: 0, buttons: 1, clientX: box.x + x, clientY: box.y + y}));
  map.setPointerCapture = () => undefined;
  const frame = () => new Promise(done => requestAnimationFrame(done));
  at('pointerdown', 200, 200);
  await frame();
  const started = performance.now();
  let frames = 0, longest = 0, before = started;
  while (performance.now() - started < seconds * 1000) {
    at('pointermove', 200 + 90 * Math.sin(frames / 9), 200 + 60 * Math.cos(frames / 11));
    await frame();
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    frames += 1;
  }
  const took = (performance.now() - started) / 1000;
  const released = performance.now();
  at('pointerup', 260, 240);
  await frame(); await frame();
  return {frames: frames / took, longest, redraw: performance.now() - released};
}"""


@dataclass(frozen=True, slots=True)
class Panned:
    """Frames a second while dragging, the longest of them and the drawing anew on release, in milliseconds."""

    frames: float
    longest: float
    redraw: float


def invented(points: int) -> dict[str, Any]:
    """An overview with so many points, thick in some places and thin in others, like a war."""
    chance = random.Random(7)
    towns = [(chance.uniform(32.5, 37), chance.uniform(35.8, 42)) for _ in range(120)]
    found = []
    for at in range(points):
        lat, lon = towns[int(chance.random() ** 2 * len(towns))]
        place = {"lat": lat + chance.gauss(0, 0.15), "lon": lon + chance.gauss(0, 0.2)}
        known = {"grade": chance.choice(GRADES), "precision": chance.choice((1, 1, 2, 3))}
        found.append({"id": f"e{at:06}", **place, "type": "airstrike", **known, "name": f"p{at}"})
    return {
        "events": points, "undated": 0, "unplaced": 0, "days": [{"day": "2018-10-09", "events": points}],
        "points": found, "types": {}, "grades": {}, "killed": [], "losses": [],
    }  # fmt: skip


def pan(page: Any, points: int, seconds: float) -> Panned:
    """Drag the map of a page that shows so many points."""
    answer = json.dumps(invented(points))
    page.route("**/api/overview?*", lambda route: route.fulfill(body=answer, content_type="application/json"))
    page.goto("/")
    page.wait_for_selector(".map .land")
    page.wait_for_selector("[data-points]")
    page.wait_for_function(
        "points => document.querySelector('[data-points]').dataset.points === `${points}`", arg=points
    )
    page.wait_for_timeout(500)
    return Panned(**page.evaluate(DRAG, seconds))


@contextmanager
def map_page(browser: Any) -> Iterator[Any]:
    """A page of an empty desk."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(open_store(str(Path(folder) / "empty.sqlite"), create=True))
        with served(desk) as address, opened(browser, address, "en", viewport=SIZE) as page:
            yield page
        desk.store.close()


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=5)
    given = parser.parse_args()
    if shutil.which("chromium") is None:
        print("expected Chromium, found none: nothing was measured")
        return 0
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for points in (2_000, given.points):
            with map_page(browser) as page:
                found = pan(page, points, given.seconds)
            told = f"longest {found.longest:.0f} ms, redraw {found.redraw:.0f} ms"
            print(f"{points:,} points: {found.frames:.1f} frames/s, {told}")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
