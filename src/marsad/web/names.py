"""Actors and sources of the registers under their neutral names in both languages: what pages call them by."""

from __future__ import annotations

import json
from functools import cache

from fastapi import APIRouter, Request, Response

from marsad import compiled
from marsad.web.guard import Guard

# The registers are those of the version that the page asks with, so the answer stays.
A_DAY = "private, max-age=86400"


@cache
def names() -> bytes:
    """Rows of id, English name and Arabic name, as JSON."""
    registers = compiled.load("actors")
    rows = [
        [one["id"], one["name"], one["name_ar"]]
        for one in (*registers["actors"], *registers["sources"])
        if "name_ar" in one
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def name_routes(guard: Guard) -> APIRouter:
    """The names."""
    router = APIRouter(tags=["session"])

    @router.get("/names", response_model=list[tuple[str, str, str]])
    def listed(request: Request) -> Response:
        guard.asks(request)
        return Response(names(), media_type="application/json", headers={"Cache-Control": A_DAY})

    return router
