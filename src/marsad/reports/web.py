"""Addresses: a page, a feed with its entries, a sitemap with its pages. Each page is fetched once in a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urldefrag, urljoin, urlsplit

from marsad.errors import MissingExtraError
from marsad.records import Issue
from marsad.reports import from_feed, from_sitemap, kinds
from marsad.reports.fetch import Answer, Fetcher, FetchError
from marsad.reports.from_warc import MEDIA, media_of, named
from marsad.reports.parcel import HEAD, Headers, Parcel, of_bytes
from marsad.reports.received import Given, Received, notice, with_day
from marsad.reports.signs import is_feed, is_sitemap

# Sitemaps lead to sitemaps, feeds to older feeds; so many of them are followed.
MOST_LISTS = 50
NOT_CHANGED = 304


class Web:
    """Receives what addresses lead to; remembers what was fetched in this run."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._seen: set[str] = set()
        self._last: dict[str, Answer] = {}
        self._listed: set[str] = set()

    def receive(self, url: str, given: Given) -> Iterator[Received]:
        """The reports that an address leads to; one that cannot be had is an issue."""
        answer = self._answer(url)
        if isinstance(answer, Received):
            yield answer
        else:
            yield from self._received(url, answer, given)

    def _received(self, url: str, answer: Answer, given: Given) -> Iterator[Received]:
        self._seen.add(urldefrag(url).url)
        self._listed.add(url)
        parcel = _parcel(answer)
        head = answer.raw[:HEAD]
        try:
            if is_feed(head) and not _is_html(answer):
                yield from self._feed(answer, given)
            elif is_sitemap(head) and not _is_html(answer):
                yield from self._sitemap(answer, given)
            else:
                yield from kinds.receive(parcel, given)
        except MissingExtraError as error:
            yield notice(parcel.name, url, Issue("missing_extra", f"{error}."))

    def again(self, url: str, given: Given) -> Iterator[Received]:
        """What the address leads to that was not given before; unchanged since the last look, nothing."""
        self._listed.clear()
        last = self._last.get(url)
        answer = self._answer(url, _conditions(last))
        if isinstance(answer, Received):
            yield answer
        elif answer.status != NOT_CHANGED:
            self._last[url] = answer
            # A sitemap may be as it was and yet lead to others that have changed.
            if last is None or last.raw != answer.raw or is_sitemap(answer.raw[:HEAD]):
                yield from self._received(url, answer, given)

    def page(self, url: str, given: Given, published: date | None, kind: str) -> Iterator[Received]:
        """The report of a page that a list leads to, with the day of the list where it bears none itself."""
        answer = self._answer(url)
        if isinstance(answer, Received):
            yield answer
        else:
            for item in kinds.receive(_parcel(answer), given):
                yield with_day(item, published, kind)

    def _answer(self, url: str, headers: Headers = ()) -> Answer | Received:
        try:
            return self._fetcher.fetch(url, headers=headers)
        except FetchError as error:
            return notice(named(url), url, Issue(error.reason, str(error)))

    def _is_new(self, url: str) -> bool:
        """Whether the address was not met before; it is from now on."""
        plain = urldefrag(url).url
        if plain in self._seen:
            return False
        self._seen.add(plain)
        return True

    def _feed(self, answer: Answer, given: Given) -> Iterator[Received]:
        """The pages of the entries, then those of the older feeds it leads to, as long as there are new ones."""
        left = given.settings.fetch_pages
        while True:
            feed, before = from_feed.parsed(answer.raw), left
            for issue in feed.issues:
                yield notice(named(answer.url), answer.url, issue)
            for number, entry in enumerate(feed.entries, start=1):
                if left <= 0:
                    yield _too_many(answer.url, given)
                    return
                link = urljoin(answer.url, entry.link) if entry.link else None
                if link is None or self._is_new(link):
                    left -= 1
                    yield from self._entry(answer, number, replace(entry, link=link), given)
            older = urljoin(answer.url, feed.older) if feed.older else None
            if older is None or left == before or not self._may_list(older):
                return
            following = self._answer(older)
            if isinstance(following, Received):
                yield following
                return
            answer = following

    def _entry(self, answer: Answer, number: int, entry: from_feed.Entry, given: Given) -> Iterator[Received]:
        """The page of an entry; where it cannot be had, the words of the feed, with the issue that says so."""
        if entry.link is None:
            yield from_feed.received(f"{named(answer.url)}-{number}", answer.url, entry, given, answer.fetched)
            return
        page = self._answer(entry.link)
        if isinstance(page, Received):
            item = from_feed.received(page.id, entry.link, entry, given, answer.fetched)
            message = f"Only the words of the feed were read. {page.issues[0].message}"
            yield replace(item, issues=(*item.issues, Issue("feed_only", message)))
            return
        for item in kinds.receive(_parcel(page), given):
            yield with_day(item, entry.published, "feed")

    def _sitemap(self, answer: Answer, given: Given) -> Iterator[Received]:
        left = given.settings.fetch_pages
        waiting = [answer]
        while waiting:
            for place in from_sitemap.parsed(waiting.pop(0).raw):
                if place.is_sitemap:
                    waiting += self._sitemap_at(place.url)
                elif not self._is_new(place.url):
                    continue
                elif left <= 0:
                    yield _too_many(answer.url, given)
                    return
                else:
                    left -= 1
                    yield from self.page(place.url, given, place.published, "sitemap")

    def _sitemap_at(self, url: str) -> list[Answer]:
        found = self._answer(url) if self._may_list(url) else None
        return [found] if isinstance(found, Answer) else []

    def _may_list(self, url: str) -> bool:
        """Whether a feed or sitemap may be followed: each once in a look, and so many of them."""
        if url in self._listed or len(self._listed) >= MOST_LISTS:
            return False
        self._listed.add(url)
        return True


def _conditions(last: Answer | None) -> Headers:
    """The heads that ask for a page only where it has changed since the last answer."""
    if last is None:
        return ()
    said = (("If-None-Match", last.header("etag")), ("If-Modified-Since", last.header("last-modified")))
    return tuple((key, value) for key, value in said if value)


def _too_many(url: str, given: Given) -> Received:
    limit = given.settings.fetch_pages
    message = f"{url[:120]} leads to more than {limit:,} pages; the rest was left. Come back for it."
    return notice(named(url), url, Issue("too_many", message))


def _is_html(answer: Answer) -> bool:
    return "html" in answer.header("content-type").lower().partition(";")[0].replace("xhtml", "")


def _parcel(answer: Answer) -> Parcel:
    """The parcel of what a server sent."""
    media, charset = media_of(answer.header("content-type"))
    name = named(answer.url)
    ending = MEDIA.get(media) or PurePosixPath(urlsplit(answer.url).path).suffix
    return of_bytes(
        name, answer.url, f"{name}{ending}", answer.raw, media_type=media or None, charset=charset, url=answer.url,
        fetched=answer.fetched, headers=answer.headers,
    )  # fmt: skip
