"""Watching: what is new or has changed since the last look, and nothing twice."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from marsad.errors import InputError
from marsad.reports.fetch import Fetcher
from marsad.reports.received import Given
from marsad.reports.watch import Watch, looks
from marsad.settings import DEFAULTS
from tests.reports import making
from tests.reports.making import MORE, TEXT
from tests.reports.serving import Site, served

SETTINGS = replace(DEFAULTS, allow_private=True, fetch_pause_s=0.0)


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        yield found


def watched(*paths: str) -> Watch:
    fetcher = Fetcher(SETTINGS, sleep=lambda seconds: None)
    return Watch(paths, Given(None, None, SETTINGS), fetcher, now=lambda: time.time() + 60)


def ids(watch: Watch) -> list[str]:
    return [item.id for item in watch.look() if item.report]


def test_a_file_is_given_when_it_is_new_and_when_it_has_changed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    watch = watched(str(tmp_path))
    assert ids(watch) == ["a"]
    assert ids(watch) == []
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    assert ids(watch) == ["b"]
    (tmp_path / "a.txt").write_text(MORE, "utf-8")
    assert ids(watch) == ["a"]


def test_an_empty_folder_is_watched_and_one_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert ids(watched(str(tmp_path))) == []
    with pytest.raises(InputError, match="nothing there"):
        watched(str(tmp_path / "gone"))


def test_a_file_that_is_being_written_waits_for_the_next_look(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    clock = [path.stat().st_mtime + 0.5]
    watch = Watch([str(tmp_path)], Given(None, None, SETTINGS), Fetcher(SETTINGS), now=lambda: clock[0])
    assert ids(watch) == []
    clock[0] += 10
    assert ids(watch) == ["a"]


def test_an_index_that_breaks_does_not_end_the_watching(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "reports.csv").write_text("name,day\na.txt,x\n", "utf-8")
    items = list(watched(str(tmp_path)).look())
    assert [issue.reason for item in items for issue in item.issues] == ["unreadable"]


def test_of_a_feed_the_new_entries_are_given(site: Site) -> None:
    one, two = (site.page(f"/{name}", making.page()) for name in "ab")
    feed = site.page("/feed", making.rss(making.item(one)), Content_Type="text/xml")
    watch = watched(feed)
    assert len(ids(watch)) == 1
    assert ids(watch) == []
    site.page("/feed", making.rss(making.item(two), making.item(one)), Content_Type="text/xml")
    assert len(ids(watch)) == 1
    assert site.paths().count("/a") == 1


def test_a_feed_is_asked_for_only_where_it_has_changed(site: Site) -> None:
    feed = site.page("/feed", making.rss(), Content_Type="text/xml", ETag='"one"')
    watch = watched(feed)
    list(watch.look())
    site.page("/feed", "", status=304)
    assert list(watch.look()) == []
    assert site.asked[-1][1]["If-None-Match"] == '"one"'


def test_new_pages_of_a_sitemap_below_another_are_given(site: Site) -> None:
    site.page("/a", making.page())
    site.page("/b", making.page())
    below = f"{site.url}/below.xml"
    xml = "application/xml"
    top = site.page("/top.xml", f"<sitemapindex><sitemap><loc>{below}</loc></sitemap></sitemapindex>", Content_Type=xml)
    site.page("/below.xml", f"<urlset><url><loc>{site.url}/a</loc></url></urlset>", Content_Type=xml)
    watch = watched(top)
    assert len(ids(watch)) == 1
    urls = "".join(f"<url><loc>{site.url}/{name}</loc></url>" for name in "ab")
    site.page("/below.xml", f"<urlset>{urls}</urlset>", Content_Type=xml)
    assert len(ids(watch)) == 1


def test_between_two_looks_there_is_the_rest_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    os.utime(tmp_path / "a.txt", (1_000_000_000, 1_000_000_000))
    rests: list[float] = []
    items = list(chain.from_iterable(looks([str(tmp_path)], every_s=30.0, times=3, sleep=rests.append)))
    assert [item.id for item in items] == ["a"]
    assert rests == [30.0, 30.0]
