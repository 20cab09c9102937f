"""The filters of a view, as they stand in its address."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Query

from marsad.web.tables import Wanted

Words = Annotated[str | None, Query(max_length=200)]
Name = Annotated[str | None, Query(max_length=40)]


async def wanted(
    since: Annotated[date | None, Query(alias="from")] = None,
    until: Annotated[date | None, Query()] = None,
    type: Name = None,
    grade: Name = None,
    standing: Name = None,
    actor: Words = None,
    place: Words = None,
    source: Words = None,
    text: Words = None,
) -> Wanted:
    """Which events a view shows; it waits for nothing, so no thread is given to it."""
    first, last = (day.isoformat() if day is not None else None for day in (since, until))
    return Wanted(first, last, type, grade, standing, actor, place, source, text)
