"""The whole path in a real browser, in both languages: look, open, read the words, judge, add."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import uvicorn

from marsad.store import open_store
from marsad.web.app import STATIC, create
from marsad.web.desk import Desk
from marsad.web.guard import Guard
from tests.web.conftest import known

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT = 15_000
# Vowels, tatweel, emoji, digits of two scripts, Latin names: everything that has ever shifted an offset.
HARD = (
    "🔴 عاجل: قُتِلَ ٣ جنود في قـــصف بصواريخ Grad على مدينة درعا 😀 صباح أمس، وفق «شبكة شام» SHAM.\n"
    "وأُصيبَ 12 مدنياً بينهم طفلان في غارة جوية لطائرات Su-24 على بلدة سراقب."
)

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: make test installs Debian's where it may"),
    pytest.mark.skipif(not (STATIC / "index.html").exists(), reason="the front end is not built: make frontend"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def address(filled: Path, tmp_path: Path) -> Iterator[str]:
    """A desk on a store of its own, served on a free port."""
    desk = Desk(open_store(str(shutil.copy(filled, tmp_path / "own.sqlite"))))
    desk.known = known()
    server = uvicorn.Server(
        uvicorn.Config(create(desk, Guard(None, frozenset({"127.0.0.1"}))), port=0, log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()
    desk.store.close()


@pytest.fixture(params=["en", "ar"])
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Any]:
    """A page in a language; it may not ask another host for anything nor complain."""
    context = browser.new_context(base_url=address, locale="ar" if request.param == "ar" else "en-GB")
    found = context.new_page()
    found.set_default_timeout(WAIT)
    asked: list[str] = []
    said: list[str] = []
    found.on("request", lambda each: asked.append(each.url))
    found.on("console", lambda each: said.append(each.text) if each.type in ("error", "warning") else None)
    found.on("pageerror", lambda error: said.append(str(error)))
    yield found
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []


def is_arabic(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.lang") == "ar")


def test_from_the_overview_to_the_words_of_a_claim(page: Any) -> None:
    page.goto("/")
    page.wait_for_selector("table.events tbody tr")
    assert page.evaluate("document.documentElement.dir") == ("rtl" if is_arabic(page) else "ltr")
    assert page.locator(".map circle").count() > 5
    page.locator("table.events tbody a").first.click()
    page.wait_for_selector(".claim")
    page.locator(".claim .from a").first.click()
    page.wait_for_selector(".claim.chosen")
    assert page.locator(".report-text").get_attribute("data-faults") == "0"
    assert page.evaluate("CSS.highlights.has('marsad-trigger')")


def test_every_claim_of_a_hard_text_is_coloured_at_its_very_words(page: Any) -> None:
    page.goto("/add")
    page.locator("textarea").fill(HARD)
    page.locator("input[type=date]").fill("2018-10-20")
    page.locator("form.add button").click()
    page.locator("ul[aria-live] a").click()
    page.wait_for_selector(".claim")
    count = page.locator(".claim .what").count()
    assert count >= 3
    for at in range(count):
        page.locator(".claim .what").nth(at).click()
        page.wait_for_selector(".claim.chosen")
        assert page.locator(".report-text").get_attribute("data-faults") == "0"
        words = page.evaluate("[...CSS.highlights.get('marsad-trigger')].map(String)")
        quoted = page.locator(".claim q").nth(at).text_content()
        assert words == [quoted]
    assert page.locator(".report-text").evaluate("node => node.childNodes.length") == 1


def test_colours_do_not_move_the_text(page: Any) -> None:
    page.goto("/reports/sada-2018-10-08-1")
    page.wait_for_selector(".claim")
    measure = "node => { const r = new Range(); r.selectNodeContents(node); return r.getBoundingClientRect().height }"
    before = page.locator(".report-text").evaluate(measure)
    page.locator(".claim .what").nth(2).click()
    page.wait_for_selector(".claim.chosen")
    assert page.locator(".report-text").evaluate(measure) == pytest.approx(before, abs=0.1)


def test_review_by_single_keys_on_an_arabic_keyboard(page: Any) -> None:
    page.goto("/review")
    page.wait_for_selector(".claim")
    left = int(page.locator("main > p").first.text_content().split()[0])
    # The key at the place of A, as an Arabic layout sends it.
    page.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyA', key: 'ش', bubbles: true}))")
    page.wait_for_function("left => parseInt(document.querySelector('main > p').textContent) === left - 1", arg=left)
    page.keyboard.press("u")
    page.wait_for_function("left => parseInt(document.querySelector('main > p').textContent) === left", arg=left)


def test_a_field_is_corrected_by_selecting_words(page: Any) -> None:
    page.goto("/review")
    page.wait_for_selector(".report-text")
    page.keyboard.press("e")
    page.wait_for_selector(".editor")
    page.evaluate(
        """() => { const node = document.querySelector('.report-text').firstChild;
        const range = document.createRange(); range.setStart(node, 60); range.setEnd(node, 66);
        const s = document.getSelection(); s.removeAllRanges(); s.addRange(range);
        document.querySelector('.report-text').dispatchEvent(new MouseEvent('mouseup', {bubbles: true})); }"""
    )
    page.locator(".editor button[type=button]:not([disabled])").filter(has_not=page.locator("li")).last.wait_for()
    page.locator(".editor p button").first.click()
    page.locator(".editor .acts button").first.click()
    page.wait_for_selector(".verdict.edit")


def test_filters_live_in_the_address(page: Any) -> None:
    page.goto("/?type=airstrike")
    page.wait_for_selector("table.events tbody tr")
    some = page.locator("table.events tbody tr").count()
    page.goto("/")
    page.wait_for_selector("table.events tbody tr")
    assert page.locator("table.events tbody tr").count() > some
    page.locator(".filters select").first.select_option("airstrike")
    page.wait_for_url("**/?type=airstrike")
    page.wait_for_function("some => document.querySelectorAll('table.events tbody tr').length === some", arg=some)


def test_scripts_in_what_is_read_do_not_run(page: Any) -> None:
    page.goto("/add")
    bad = "<img src=x onerror=alert(1)><script>window.bad = 1</script>"
    page.locator("textarea").fill(f"{bad} {HARD} {HARD}")
    inputs = page.locator("form.add input:not([type=date])")
    inputs.nth(0).fill(bad)
    inputs.nth(1).fill(f"=HYPERLINK(1) {bad}")
    page.locator("form.add button").click()
    page.locator("ul[aria-live] a").click()
    page.wait_for_selector(".claim")
    assert page.evaluate("window.bad") is None
    assert page.locator("main img, main script").count() == 0


@pytest.mark.parametrize("path", ["/", "/reports", "/reports/sada-2018-10-08-1", "/review", "/add", "/log", "event"])
def test_axe_finds_nothing(page: Any, path: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: make frontend")
    if path == "event":
        page.goto("/")
        path = page.locator("table.events tbody a").first.get_attribute("href")
    page.goto(quote(path))
    page.wait_for_selector("main h1")
    page.wait_for_timeout(300)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []


def test_the_first_page_is_light(page: Any) -> None:
    sizes: list[tuple[str, int]] = []
    page.on("response", lambda each: sizes.append((each.url, len(each.body()))) if each.ok else None)
    page.goto("/")
    page.wait_for_selector("table.events tbody tr")
    page.wait_for_timeout(300)
    fonts = [url for url, _ in sizes if url.endswith(".woff2")]
    assert len(sizes) - len(fonts) <= 10
    scripts = (STATIC / "assets").glob("*.js")
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) < 600_000
