"""Reports from the page Add: words, files, addresses. Who brings them needs the role; addresses have their pace."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Body, HTTPException, Query, Request

from marsad.web import payloads
from marsad.web.desk import Desk
from marsad.web.guard import Guard
from marsad.web.take import take, take_address, take_file

ADDS = "editor"
# So many addresses one person may have fetched within a minute, and so many the desk fetches at a time.
A_MINUTE, WINDOW_S, AT_ONCE = 10, 60.0, 3
Name = Annotated[str, Query(min_length=1, max_length=300)]
Outlet = Annotated[str | None, Query(max_length=200)]


@dataclass(slots=True)
class Pace:
    """How often the desk goes out for somebody."""

    _asked: dict[str, deque[float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _out: int = 0

    @contextmanager
    def kept(self, who: str) -> Iterator[None]:
        """While the desk is out; refused where somebody asks too often or too many ask."""
        with self._lock:
            now = time.monotonic()
            asked = self._asked.setdefault(who, deque(maxlen=A_MINUTE))
            if len(asked) == A_MINUTE and now - asked[0] < WINDOW_S:
                raise HTTPException(429, f"At most {A_MINUTE} addresses a minute are fetched for one person: wait.")
            if self._out >= AT_ONCE:
                raise HTTPException(429, f"{AT_ONCE} addresses are being fetched now: try again in a moment.")
            asked.append(now)
            self._out += 1
        try:
            yield
        finally:
            with self._lock:
                self._out -= 1


def adding_routes(desk: Desk, guard: Guard) -> APIRouter:
    """Words, files and addresses in."""
    router, pace = APIRouter(tags=["reports"]), Pace()

    @router.post("/reports", status_code=201)
    def add(request: Request, given: payloads.NewReport) -> dict[str, Any]:
        guard.asks(request, ADDS)
        return take(desk, given)

    @router.post("/files", status_code=201)
    def add_file(
        request: Request,
        name: Name,
        body: Annotated[bytes, Body(media_type="application/octet-stream")],
        published: date | None = None,
        outlet: Outlet = None,
    ) -> dict[str, Any]:
        guard.asks(request, ADDS)
        return take_file(desk, name, body, published, outlet or None)

    @router.post("/addresses", status_code=201)
    def add_address(request: Request, given: payloads.NewAddress) -> dict[str, Any]:
        who = guard.asks(request, ADDS)
        with pace.kept(who.name):
            return take_address(desk, given.url, given.published, given.outlet or None)

    return router
