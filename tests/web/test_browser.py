"""The whole path in a real browser, in both languages: look, open, read the words, judge, add."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from marsad.web.app import STATIC
from tests.web.browsing import NEEDS_BROWSER, is_arabic

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
# Vowels, tatweel, emoji, digits of two scripts, Latin names: everything that has ever shifted an offset.
HARD = (
    "🔴 عاجل: قُتِلَ ٣ جنود في قـــصف بصواريخ Grad على مدينة درعا 😀 صباح أمس، وفق «شبكة شام» SHAM.\n"
    "وأُصيبَ 12 مدنياً بينهم طفلان في غارة جوية لطائرات Su-24 على بلدة سراقب."
)

pytestmark = NEEDS_BROWSER


def test_from_the_overview_to_the_words_of_a_claim(page: Any) -> None:
    page.goto("/")
    page.wait_for_selector("table.events tbody tr")
    assert page.evaluate("document.documentElement.dir") == ("rtl" if is_arabic(page) else "ltr")
    page.wait_for_selector(".map circle")
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
    page.locator("form.paste button").click()
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
    page.evaluate("document.fonts.ready.then(() => true)")  # a letterform that comes late moves the text, too
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


def test_a_comment_is_asked_for_by_a_dialog_of_the_page(page: Any) -> None:
    page.goto("/review")
    page.wait_for_selector(".claim.chosen")
    claim = page.locator(".claim.chosen").get_attribute("id").removeprefix("claim-")
    page.keyboard.press("c")
    page.wait_for_selector("dialog[open] textarea:focus")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    page.keyboard.press("c")
    page.wait_for_selector("dialog[open] textarea:focus")
    # The keys of review are letters here: a comment is no rejection.
    page.keyboard.type("raced: see the photo")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("dialog", state="detached")
    page.wait_for_function(
        "async id => (await (await fetch(`/api/claims/${id}/judgements`)).json()).length === 1", arg=claim
    )
    (note,) = page.evaluate("async id => (await fetch(`/api/claims/${id}/judgements`)).json()", claim)
    assert (note["kind"], note["comment"]) == ("comment", "raced: see the photo")


def test_keys_are_bound_anew_and_last(page: Any) -> None:
    page.goto("/keys")
    page.locator(".key-table input").first.press("q")
    page.wait_for_function("() => document.querySelector('.key-table input').value === 'Q'")
    page.locator(".key-table input").nth(1).press("q")
    page.wait_for_selector(".key-table .failed")
    page.locator(".key-table input").nth(1).press("w")
    page.wait_for_selector(".key-table .failed", state="detached")
    page.goto("/review")
    page.wait_for_selector(".claim.chosen")
    before = page.locator(".claim.chosen").get_attribute("id")
    page.keyboard.press("a")
    page.keyboard.press("q")
    page.wait_for_function("id => document.querySelector('.claim.chosen')?.id !== id", arg=before)


def test_a_view_is_saved_on_the_server_and_opened_again(page: Any) -> None:
    page.goto("/?type=airstrike")
    page.locator(".filter-acts button").nth(1).click()
    page.locator("dialog input").first.fill("ضربات")
    page.locator("dialog .acts button").first.click()
    page.wait_for_selector(".saved summary")
    page.goto("/")
    page.locator(".saved summary").click()
    page.locator(".saved a").click()
    page.wait_for_url("**/?type=airstrike")
    page.locator(".saved button").click()
    page.wait_for_selector(".saved", state="detached")


def test_who_holds_which_place_is_drawn_and_listed(page: Any) -> None:
    page.goto("/")
    page.wait_for_selector(".control tbody tr")
    assert page.locator(".control .sign").count() > 5
    page.locator(".control summary").first.click()
    page.locator(".control li a").first.click()
    page.wait_for_selector(".claim")


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


# What is Latin on an Arabic page: names of formats, standards and makers, ids, and the choice of the other language.
LATIN_THERE = re.compile(
    r"English|CSV|ACLED|UCDP|Natural Earth|GeoNames|CC BY|SHA-256|marsad verify|reports\.csv|robots\.txt"
    r"|[a-z]+-\d{4}-\d\d-\d\d-\d"
)
WORDS_THERE = """() => [...document.querySelectorAll(
    "h1, h2, h3, th, td, dt, dd, li, bdi, button, summary, label, title, p")]
    .filter(node => !node.closest("code, option, .report-text, [dir=ltr]") && !node.querySelector("code, select"))
    .map(node => [...node.childNodes].filter(child => child.nodeType === 3).map(child => child.data).join(" "))"""


@pytest.mark.parametrize(
    "path", ["/", "/reports/sada-2018-10-08-1", "/review", "/add", "/agreement", "/keys", "/log", "event"]
)
def test_an_arabic_page_speaks_arabic(page: Any, path: str) -> None:
    page.goto("/?lang=ar")
    page.wait_for_selector("main h1")
    if path == "event":
        path = f"/events/{page.request.get('/api/events?sort=-claims&limit=1').json()['events'][0]['id']}"
    page.goto(path)
    page.wait_for_selector("main h1")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    words = [LATIN_THERE.sub("", each) for each in page.evaluate(WORDS_THERE)]
    assert [each for each in words if re.search(r"[A-Za-z]{3,}", each)] == []


def test_why_something_could_not_be_read_is_said_in_the_language_of_the_page(page: Any) -> None:
    page.goto("/add")
    page.locator("textarea").fill(HARD)
    page.locator("form.paste button").click()
    note = page.locator("ul[aria-live] .note").first
    note.wait_for()
    sentence = note.locator("bdi[lang=en][dir=ltr]")
    assert "no publication date" in sentence.text_content()
    assert ("أزمنته" in note.inner_text()) == is_arabic(page)
    page.locator("ul[aria-live] a").click()
    page.wait_for_selector("h2 + ul li strong")
    assert ("أزمنته" in page.locator("h2 + ul li").first.inner_text()) == is_arabic(page)


def test_days_below_the_bars_are_written_in_the_direction_of_the_page(page: Any) -> None:
    page.goto("/")
    page.wait_for_selector(".timeline text")
    days = page.locator(".timeline text").all()
    assert {each.get_attribute("direction") for each in days} == {"rtl" if is_arabic(page) else "ltr"}
    assert len({each.text_content() for each in days}) == len(days) > 2


def test_a_printed_report_is_whole(page: Any) -> None:
    page.goto("/reports/sada-2018-10-08-1")
    page.wait_for_selector(".claim")
    page.emulate_media(media="print")
    for part in (".claim-list", ".report-text"):
        assert page.evaluate("part => getComputedStyle(document.querySelector(part)).maxBlockSize", part) == "none"


def test_scripts_in_what_is_read_do_not_run(page: Any) -> None:
    page.goto("/add")
    bad = "<img src=x onerror=alert(1)><script>window.bad = 1</script>"
    page.locator("textarea").fill(f"{bad} {HARD} {HARD}")
    inputs = page.locator(".add-facts input:not([type=date])")
    inputs.nth(0).fill(bad)
    inputs.nth(1).fill(f"=HYPERLINK(1) {bad}")
    page.locator("form.paste button").click()
    page.locator("ul[aria-live] a").click()
    page.wait_for_selector(".claim")
    assert page.evaluate("window.bad") is None
    assert page.locator("main img, main script").count() == 0


@pytest.mark.parametrize(
    "path", ["/", "/reports", "/reports/sada-2018-10-08-1", "/review", "/add", "/log", "/keys", "/agreement", "event"]
)
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
    scripts = {path.name: len(gzip.compress(path.read_bytes())) for path in (STATIC / "assets").glob("*.js")}
    assert sum(scripts.values()) < 600_000  # with the map of MapLibre, which a machine with a GPU asks for besides
    assert sum(size for name, size in scripts.items() if any(url.endswith(name) for url, _ in sizes)) < 200_000


@pytest.mark.parametrize(
    "path", ["/", "/reports", "/reports/sada-2018-10-08-1", "/review", "/add", "/keys", "/log", "event"]
)
def test_a_phone_shows_every_page_at_its_width(page: Any, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    if path == "event":
        page.goto("/")
        path = page.locator("table.events tbody a").first.get_attribute("href")
    page.goto(path)
    page.wait_for_selector("main h1")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_axe_finds_nothing_in_the_dark(page: Any) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: make frontend")
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    for path in ("/", "/review", "/agreement"):
        page.goto(path)
        page.wait_for_selector("main h1")
        page.wait_for_load_state("networkidle")
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate("axe.run({runOnly: ['wcag2aa']})")
        assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []
