"""What a page says of itself in its data: title, outlet, address, day of publication. Never the day it was saved."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from marsad.reports import outlets
from marsad.reports.dates import BEFORE, MOST_WITHIN, day_in_address, day_in_line, day_of
from marsad.reports.extras import need
from marsad.reports.main_text import FAULTS, Block, first_long

# Lines behind the first of the main text in which its day is looked for, and at its end.
BEHIND, _LAST = 3, 2
# Words beside the day on a line of its own before the report: as many as a byline has.
_MOST_BEFORE = 6
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)")
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/(https?://.+)$")


@dataclass(frozen=True, slots=True)
class PageData:
    """Title, outlet and address of a page, and its day with where that stands."""

    title: str | None = None
    site: str | None = None
    url: str | None = None
    published: date | None = None


def parse(page: str) -> Any:
    """The parsed page, or None where there is nothing to parse."""
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    trafilatura = need("trafilatura", "the main text of pages")
    try:
        return trafilatura.load_html(page)
    except FAULTS:
        return None


def page_data(tree: Any, page: str, url: str | None) -> PageData:
    """What the head of the page, its JSON-LD and its <time> say."""
    metadata = need("trafilatura.metadata", "the data of pages")
    dated = {"extensive_search": False, "original_date": True}
    try:
        found = metadata.extract_metadata(tree, default_url=url, date_config=dated, extensive=False)
    except FAULTS:
        return PageData(url=url or _saved_from(page))
    address = url or _saved_from(page) or found.url
    return PageData(found.title, found.sitename, _plain(address), _day(tree))


def _day(tree: Any) -> date | None:
    """The day by the page's data alone; the address and the words are looked at by ourselves."""
    htmldate = need("htmldate", "the days of pages")
    for link in tree.xpath("//link[@rel='canonical'] | //meta[@property='og:url']"):
        link.getparent().remove(link)  # a day in the address is not the page's own word for it
    try:
        day = htmldate.find_date(tree, extensive_search=False, original_date=True, url=None)
        return day_of(day) if day else None
    except FAULTS:
        return None


def _saved_from(page: str) -> str | None:
    match = _SAVED_FROM.search(page[:4096])
    return match[1] if match else None


def _plain(url: str | None) -> str | None:
    """The address of the page itself, not that of its copy in the archive."""
    match = _ARCHIVED.match(url or "")
    return match[1] if match else url


def outlet_name(data: PageData) -> str | None:
    """The outlet by the site, as our data know it, else as the page names it, else its host."""
    known = outlets.of_address(data.url)
    return (known.name if known else None) or data.site or outlets.host_of(data.url)


def day(
    data: PageData, file: str, blanked: str, found: Sequence[Block], main: Sequence[Block]
) -> tuple[date | None, str | None]:
    """The day and the kind of its place: the page's data, the address, a line beside the main text, the file's name."""
    if data.published is not None:
        return data.published, "page"
    in_address = outlets.day_in_address(outlets.of_address(data.url), data.url or "") or day_in_address(data.url or "")
    if in_address is not None:
        return in_address, "url"
    lines = set(_days_beside(blanked, found, main))
    if len(lines) == 1:
        return lines.pop(), "text"
    in_name = day_in_address(file)
    return (in_name, "file") if in_name else (None, None)


def _days_beside(blanked: str, found: Sequence[Block], main: Sequence[Block]) -> Iterator[date]:
    """The days that lines of their own name, near the first long line of the main text."""
    begin = first_long(main)
    if begin is None:
        return
    first = next((at for at, block in enumerate(found) if block.start >= begin.start), 0)
    # Behind it only what belongs to it: further down stand the days of other reports.
    for block in {*found[max(0, first - BEFORE) : first + BEHIND], *main[-_LAST:]}:
        line = " ".join(blanked[block.start : block.end].split())
        day = day_in_line(line, beside=_MOST_BEFORE if block.start < begin.start else MOST_WITHIN)
        if day is not None and not outlets.tells_of_a_change(line):
            yield day
