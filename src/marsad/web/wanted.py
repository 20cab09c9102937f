"""The filters of a view, as they stand in its address."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from marsad.web.tables import Wanted

Words = Annotated[str | None, Query(max_length=200)]
Name = Annotated[str | None, Query(max_length=40)]


def wanted(
    since: Annotated[str | None, Query(alias="from", pattern=r"^\d{4}-\d{2}-\d{2}$")] = None,
    until: Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$")] = None,
    type: Name = None,
    grade: Name = None,
    standing: Name = None,
    actor: Words = None,
    place: Words = None,
    source: Words = None,
    text: Words = None,
) -> Wanted:
    """Which events a view shows."""
    return Wanted(since, until, type, grade, standing, actor, place, source, text)
