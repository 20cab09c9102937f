"""A web server of this machine for tests: what each path answers, and what was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server with its address, its pages and the requests it got."""

    url: str = ""
    pages: dict[str, Handler] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """What was asked, in order, less robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def page(self, path: str, body: str | bytes, *, status: int = 200, **headers: str) -> str:
        """Put a page there; gives its address."""
        raw = body.encode() if isinstance(body, str) else body
        heads = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(raw))}
        heads |= {key.replace("_", "-"): value for key, value in headers.items()}

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for key, value in heads.items():
                request.send_header(key, value)
            request.end_headers()
            request.wfile.write(raw)

        self.pages[path] = answer
        return self.url + path

    def sends_on(self, path: str, target: str, status: int = 302) -> str:
        """Put a redirect there."""
        return self.page(path, "", status=status, Location=target)

    def endless(self, path: str, piece: bytes, *, pause_s: float = 0.0) -> str:
        """Put a page there that never ends."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.send_header("Content-Type", "text/html")
            request.end_headers()
            for _ in range(10_000):
                request.wfile.write(piece)
                time.sleep(pause_s)

        self.pages[path] = answer
        return self.url + path


@contextmanager
def served() -> Iterator[Site]:
    """A site that answers as long as the test runs."""
    site = Site()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            page = site.pages.get(self.path)
            try:
                if page is None:
                    self.send_error(404)
                else:
                    page(self)
            except (BrokenPipeError, ConnectionResetError):
                pass

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
