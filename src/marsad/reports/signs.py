"""What a parcel is, as its beginning shows it: asked of every parcel, so that only the reader it needs is loaded."""

from __future__ import annotations

import re

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEEDS = (b"<rss", b"<feed", b"<rdf:rdf")
_SITEMAPS = (b"<urlset", b"<sitemapindex")
# The endings of pages.
PAGES = (".html", ".htm", ".xhtml")


def is_page(start: str) -> bool:
    """Whether a text begins as a page does."""
    return _PAGE.search(start) is not None


def is_feed(head: bytes) -> bool:
    """Whether bytes begin as a feed does."""
    return any(root in head.lower() for root in _FEEDS)


def is_sitemap(head: bytes) -> bool:
    """Whether bytes begin as a sitemap does."""
    return any(root in head.lower() for root in _SITEMAPS)


def is_export(head: bytes) -> bool:
    """Whether a JSON file is an export of Telegram, by its first bytes."""
    return b'"messages"' in head or (b'"chats"' in head and b'"list"' in head) or b'"personal_information"' in head


def is_page_of_export(head: str) -> bool:
    """Whether a page is one of an export of Telegram."""
    return 'class="page_wrap"' in head and ("Exported Data" in head or 'class="history"' in head)


def is_wacz(names: list[str]) -> bool:
    """Whether a zip is a crawl: WARC files under archive/."""
    return any(name.startswith("archive/") and ".warc" in name for name in names)
