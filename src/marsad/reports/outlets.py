"""What is known of outlets and their pages, as the files of outlets/ say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from marsad import compiled
from marsad.arabic.normalize import fold


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: its name, its sites, and what on its pages is no part of a report."""

    id: str
    name: str | None = None
    hosts: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    title_tail: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    day_in_address: str | None = None


@lru_cache(maxsize=1)
def known() -> tuple[Outlet, ...]:
    """Every outlet that the data know."""
    return tuple(map(_outlet, compiled.load("intake")["outlets"]))


def _outlet(raw: dict[str, Any]) -> Outlet:
    lists = {field: tuple(raw.get(field, ())) for field in ("hosts", "drop", "title_tail", "changed")}
    return Outlet(raw["id"], raw.get("name"), day_in_address=raw.get("day_in_address"), **lists)


def host_of(url: str | None) -> str | None:
    """The host of an address without www."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def of_address(url: str | None) -> Outlet | None:
    """The outlet whose page an address is."""
    host = host_of(url)
    if host is None:
        return None
    sites = ((outlet, site) for outlet in known() for site in outlet.hosts)
    return next((outlet for outlet, site in sites if host == site or host.endswith(f".{site}")), None)


def dropped(outlet: Outlet | None) -> Iterator[str]:
    """What short lines begin with that are no part of a report, on any page and on those of the outlet."""
    for entry in known():
        if entry is outlet or not (entry.hosts or entry.name):
            yield from entry.drop


def tells_of_a_change(line: str) -> bool:
    """Whether a line says when the page was changed, not when it was published."""
    folded = fold(line)
    return any(fold(words) in folded for entry in known() for words in entry.changed)


def day_in_address(outlet: Outlet | None, url: str) -> date | None:
    """The day in an address of an outlet that writes it in a way of its own."""
    match = re.search(outlet.day_in_address, url) if outlet and outlet.day_in_address else None
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except (ValueError, IndexError):
        return None


def title_without_tail(outlet: Outlet | None, title: str) -> str:
    """The headline in the title of a page."""
    for tail in outlet.title_tail if outlet else ():
        title = title.removesuffix(tail)
    return title.strip()
