"""Addresses: pages, feeds and sitemaps of a server of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from marsad.reports import Received, receive
from marsad.reports.fetch import Fetcher
from marsad.reports.web import Web
from marsad.settings import DEFAULTS, Settings
from tests.reports import making
from tests.reports.serving import Site, served

SETTINGS = replace(DEFAULTS, allow_private=True, fetch_pause_s=0.0)
SUNDAY = date(2016, 12, 4)
XML = "application/rss+xml"


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        yield found


def read(url: str, settings: Settings = SETTINGS) -> list[Received]:
    web = Web(Fetcher(settings, sleep=lambda seconds: None))
    return list(receive([url], settings=settings, web=web))


def reasons(items: list[Received]) -> list[str]:
    return [issue.reason for item in items for issue in item.issues]


def days(items: list[Received]) -> list[date | None]:
    return [item.report.published for item in items if item.report]


def test_a_page_is_read_with_what_is_kept_of_it(site: Site) -> None:
    (item,) = read(site.page("/2016/12/04/a", making.page()))
    assert item.kept is not None
    assert (item.kept.url, item.kept.date_kind) == (f"{site.url}/2016/12/04/a", "url")
    assert item.kept.fetched
    assert item.kept.raw == making.page().encode()
    assert any(key == "Content-Type" for key, _ in item.kept.headers)
    assert days([item]) == [SUNDAY]


def test_the_day_of_fetching_is_never_that_of_publication(site: Site) -> None:
    items = read(site.page("/a", making.page()))
    assert days(items) == [None]
    assert "only_fetch_day" in reasons(items)


def test_each_entry_of_a_feed_gives_its_page_with_the_day_of_the_feed(site: Site) -> None:
    links = [site.page(f"/{number}", making.page(title=f"خبر {number}")) for number in range(3)]
    feed = site.page("/feed", making.rss(*(making.item(link) for link in (*links, links[0]))), Content_Type=XML)
    items = read(feed)
    assert days(items) == [SUNDAY] * 3
    assert [item.kept and item.kept.date_kind for item in items] == ["feed"] * 3
    assert site.paths() == ["/feed", "/0", "/1", "/2"]


def test_of_a_page_that_cannot_be_had_the_words_of_the_feed_are_read(site: Site) -> None:
    items = read(site.page("/feed", making.rss(making.item(f"{site.url}/gone")), Content_Type=XML))
    assert [item.report and item.report.text for item in items] == [making.TEXT]
    assert "feed_only" in reasons(items)


def test_a_feed_that_leads_to_itself_ends(site: Site) -> None:
    def older(path: str) -> str:
        return f'<atom:link rel="next" href="{site.url}{path}"/>'

    link = site.page("/a", making.page())
    site.page("/feed2", making.rss(making.item(link), extra=older("/feed")), Content_Type=XML)
    items = read(site.page("/feed", making.rss(making.item(link), extra=older("/feed2")), Content_Type=XML))
    assert len(items) == 1
    assert site.paths() == ["/feed", "/a", "/feed2"]


def test_a_feed_that_makes_new_pages_for_ever_is_left_at_the_limit(site: Site) -> None:
    links = [site.page(f"/{number}", making.page()) for number in range(5)]
    feed = site.page("/feed", making.rss(*map(making.item, links)), Content_Type=XML)
    items = read(feed, replace(SETTINGS, fetch_pages=3))
    assert len(days(items)) == 3
    assert reasons(items)[-1] == "too_many"


def test_a_sitemap_leads_to_pages_and_its_day_of_change_is_no_day_of_publication(site: Site) -> None:
    for path in ("/a", "/b"):
        site.page(path, making.page())
    news = "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'"
    dated = "<n:news><n:publication_date>2016-12-04T10:00:00Z</n:publication_date></n:news>"
    urls = f"<url><loc>{site.url}/a</loc>{dated}</url><url><loc>{site.url}/b</loc><lastmod>2016-12-05</lastmod></url>"
    space = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    site.page("/pages.xml", f"<urlset {space} {news}>{urls}</urlset>", Content_Type="application/xml")
    index = f"<sitemapindex {space}><sitemap><loc>{site.url}/pages.xml</loc></sitemap>"
    index += f"<sitemap><loc>{site.url}/sitemap.xml</loc></sitemap></sitemapindex>"
    items = read(site.page("/sitemap.xml", index, Content_Type="application/xml"))
    assert days(items) == [SUNDAY, None]
    assert items[0].kept is not None
    assert items[0].kept.date_kind == "sitemap"


def test_documents_behind_an_address_are_read_as_such(site: Site) -> None:
    (item,) = read(
        site.page("/report", making.docx(making.DATE_LINE, making.TEXT), Content_Type="application/octet-stream")
    )
    assert item.report is not None
    assert making.TEXT in item.report.text
    assert item.kept is not None
    assert item.kept.url == f"{site.url}/report"


def test_what_cannot_be_fetched_is_an_issue_and_the_batch_goes_on(site: Site) -> None:
    good = site.page("/a", making.page())
    web = Web(Fetcher(SETTINGS, sleep=lambda seconds: None))
    items = list(receive([f"{site.url}/gone", good], settings=SETTINGS, web=web))
    assert reasons(items)[0] == "not_fetched"
    assert items[1].report is not None


def test_this_machine_is_not_fetched_unless_allowed(site: Site) -> None:
    assert reasons(read(site.page("/a", making.page()), DEFAULTS)) == ["refused"]
    assert site.asked == []
