"""A real browser on a desk: where it is, how it is started, how a desk is served to it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn

from marsad.web.app import STATIC, create
from marsad.web.desk import Desk
from marsad.web.guard import Guard

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT = 15_000
NEEDS_BROWSER = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: make test installs Debian's where it may"),
    pytest.mark.skipif(not (STATIC / "index.html").exists(), reason="the front end is not built: make frontend"),
]


@contextmanager
def served(desk: Desk, guard: Guard | None = None) -> Iterator[str]:
    """The address of a desk while it is served on a free port."""
    app = create(desk, guard or Guard(None, frozenset({"127.0.0.1"})))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@contextmanager
def opened(browser: Any, address: str, language: str, **more: Any) -> Iterator[Any]:
    """A page in a language; it may not ask another host for anything nor complain."""
    context = browser.new_context(base_url=address, locale="ar" if language == "ar" else "en-GB", **more)
    found = context.new_page()
    found.set_default_timeout(WAIT)
    asked: list[str] = []
    said: list[str] = []
    found.on("request", lambda each: asked.append(each.url))
    found.on("console", lambda each: said.append(each.text) if each.type in ("error", "warning") else None)
    found.on("pageerror", lambda error: said.append(str(error)))
    yield found
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []


def is_arabic(page: Any) -> bool:
    """Whether the page speaks Arabic."""
    return bool(page.evaluate("document.documentElement.lang") == "ar")
