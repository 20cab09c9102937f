"""From the settings of a command to a server that is ready to run."""

from __future__ import annotations

import socket
import threading
import time
import webbrowser
from pathlib import Path
from typing import Any

from marsad.errors import InputError
from marsad.store import open_store
from marsad.web.app import create
from marsad.web.desk import Desk
from marsad.web.guard import Guard
from marsad.web.people import People

# So long a browser waits for the service to come up, in seconds.
PATIENCE = 10.0


def server_of(
    uvicorn: Any,
    store: str,
    people: Path | None,
    names: frozenset[str],
    listen: str,
    port: int,
    *,
    is_blind: bool = False,
) -> tuple[Any, str]:
    """A server on a port of its own, and the address to type."""
    accounts = People(people) if people is not None else None
    if accounts is not None and not accounts.all():
        raise InputError(f"{people}: expected somebody who may sign in, found nobody; see marsad people add")
    desk = Desk(open_store(store, create=True))
    desk.gathered()  # a store that was never gathered takes its time now, not with the first page
    if is_blind:
        desk.unjudged().gathered()
    app = create(desk, Guard(accounts, names, is_blind))
    family = socket.AF_INET6 if ":" in listen else socket.AF_INET
    bound = socket.socket(family)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((listen, port))
    except OSError as error:
        raise InputError(f"--listen {listen} --port {port}: {error.strerror}; choose another port") from error
    config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_keep_alive=15)
    server = _Bound(uvicorn.Server(config), bound)
    shown = f"[{listen}]" if ":" in listen else listen
    return server, f"http://{shown}:{bound.getsockname()[1]}/"


class _Bound:
    """A server with the socket it serves on."""

    def __init__(self, server: Any, bound: socket.socket) -> None:
        self._server, self._bound = server, bound

    def run(self) -> None:
        """Serve until told to end."""
        self._server.run(sockets=[self._bound])


def open_when_up(address: str) -> None:
    """Open the browser once the service answers; nothing where there is no browser."""
    threading.Thread(target=_open, args=(address,), daemon=True).start()


def _open(address: str) -> None:
    host, port = address.removeprefix("http://").rstrip("/").rsplit(":", 1)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection((host.strip("[]"), int(port)), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            webbrowser.open(address)
            return
