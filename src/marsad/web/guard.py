"""Who may come in: sessions and roles, the host asked for, the size of what is sent, and headers that lock the page."""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from dataclasses import dataclass, field

from fastapi import HTTPException, Request, Response
from fastapi.responses import JSONResponse
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from marsad.web.blind import Eyes, eyes_of
from marsad.web.people import People, Session, may

COOKIE = "marsad_session"
LARGEST_BODY = 12_000_000
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


@dataclass
class Guard:
    """Lets requests in. Without ``people`` there is one user, and only this machine may ask.

    On a blind desk reviewers see no judgements but their own.
    """

    people: People | None
    hosts: frozenset[str]
    is_blind: bool = False
    only: Session = field(default_factory=lambda: Session("", "admin", secrets.token_urlsafe(24)))

    @property
    def is_single(self) -> bool:
        """Whether there is one user and no login."""
        return self.people is None

    def refusal(self, request: Request) -> Response | None:
        """The answer to a request that goes no further."""
        host = (request.headers.get("host") or "").rsplit(":", 1)[0].strip("[]")
        if self.hosts and host not in self.hosts:
            return _no(421, f"This desk does not answer to the host name {host!r}; start it with --host-name.")
        if self.is_single and not is_own_machine(request.client.host if request.client else ""):
            return _no(403, "Without accounts this desk serves its own machine only; see marsad people.")
        size = request.headers.get("content-length", "0")
        if not size.isdigit() or int(size) > LARGEST_BODY or "chunked" in request.headers.get("transfer-encoding", ""):
            return _no(413, f"Expected at most {LARGEST_BODY:,} bytes with their length told, found more.")
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            return self._cross_site(request)
        return None

    def _cross_site(self, request: Request) -> Response | None:
        """A change must come from our own page: the same origin, and its token once signed in."""
        origin = request.headers.get("origin")
        if origin is not None and origin.partition("://")[2] != request.headers.get("host"):
            return _no(403, "This change came from another site and was refused.")
        session = self.session(request)
        if session is not None:
            token = request.headers.get("x-marsad-csrf", "")
            if not hmac.compare_digest(token.encode(), session.csrf.encode()):
                return _no(403, "The page is older than the session: load it again, then repeat the change.")
        return None

    def session(self, request: Request) -> Session | None:
        """Who asks, or None where nobody has signed in."""
        if self.people is None:
            return self.only
        return self.people.session(request.cookies.get(COOKIE))

    def eyes(self, session: Session) -> Eyes:
        """What somebody may see of others' judgements."""
        return eyes_of(session, self.is_blind)

    def asks(self, request: Request, least: str = "viewer") -> Session:
        """Who asks, if they may; else the request ends here."""
        session = self.session(request)
        if session is None:
            raise HTTPException(401, "Sign in first.")
        if not may(session.role, least):
            raise HTTPException(403, f"This needs the role {least}; yours is {session.role}.")
        return session


class Gate:
    """Stands before the service: turns away what the guard refuses, and locks every answer with its headers."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app, self._guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def locked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api"):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await (self._guard.refusal(Request(scope)) or self._app)(scope, receive, locked)


def is_own_machine(address: str) -> bool:
    """Whether an address is that of this machine."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address in ("localhost", "testclient")


def _no(status: int, why: str) -> JSONResponse:
    return JSONResponse({"detail": why}, status)
