"""Sitemaps: the addresses of pages, with the day of publication where a news sitemap says it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from marsad.reports.dates import day_of
from marsad.reports.extras import need


@dataclass(frozen=True, slots=True)
class Place:
    """An address that a sitemap gives: of a page, or of another sitemap."""

    url: str
    published: date | None
    is_sitemap: bool


def parsed(raw: bytes) -> Iterator[Place]:
    """The addresses; a sitemap that breaks off gives those before."""
    etree = need("lxml.etree", "sitemaps")
    # Nothing outside is opened and no entity unfolded: a sitemap needs neither.
    walk = etree.iterparse(io.BytesIO(raw), events=("end",), resolve_entities=False, no_network=True, recover=True)
    for _, node in walk:
        name = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if name in ("url", "sitemap"):
            found = {etree.QName(part).localname: (part.text or "").strip() for part in _parts(node)}
            if found.get("loc"):
                yield Place(found["loc"], _day(found.get("publication_date")), name == "sitemap")
            node.clear()


def _parts(node: Any) -> Iterator[Any]:
    return (part for part in node.iter() if isinstance(part.tag, str))


def _day(value: str | None) -> date | None:
    """The day of publication; lastmod is the day of a change and says nothing."""
    try:
        return day_of(value) if value else None
    except (ValueError, OverflowError):
        return None
