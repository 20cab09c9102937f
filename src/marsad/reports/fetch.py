"""Pages from the network, politely: robots.txt, pauses, limits of time and size, few retries, checked redirects.

Every request goes to a machine that was checked (:mod:`marsad.reports.addresses`), after each redirect anew.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from marsad.reports.addresses import Address, RefusedError, checked
from marsad.reports.robots import Rules, parse
from marsad.settings import Settings

_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 500, 502, 503, 504)
_CHUNK = 64 * 1024
# A server that asks for a longer rest is not asked again in this run.
_LONGEST_REST_S = 60.0


class FetchError(Exception):
    """A page that could not be had: ``reason`` is that of the issue."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: where it came from in the end, when, with which head and which bytes."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    fetched: str

    def header(self, name: str) -> str:
        """A line of the head, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass(slots=True)
class Fetcher:
    """Fetches pages of many servers; remembers their rules and when each was last asked."""

    settings: Settings
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _rules: dict[str, Rules] = field(default_factory=dict)
    _lost: dict[str, tuple[str, str]] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str, *, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
        """The page at an address, after at most so many redirects; :class:`FetchError` says why there is none."""
        for _ in range(self.settings.fetch_redirects + 1):
            self._obey_robots(url)
            answer = self._patiently(url, headers)
            if answer.status not in _REDIRECTS or not answer.header("location"):
                return self._good(answer)
            url = urljoin(url, answer.header("location"))
        message = f"{url[:120]}: sent on more than {self.settings.fetch_redirects} times; the page was left."
        raise FetchError("not_fetched", message)

    def _good(self, answer: Answer) -> Answer:
        if answer.status in (200, 304):
            return answer
        raise FetchError("not_fetched", f"{answer.url[:120]}: expected a page, the server answered {answer.status}.")

    def _obey_robots(self, url: str) -> None:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site in self._lost:
            raise FetchError(self._lost[site][0], f"{url[:120]}: {self._lost[site][1]}")
        if site not in self._rules:
            try:
                self._rules[site] = self._robots(site)
            except FetchError as error:
                self._lost[site] = (error.reason, str(error).partition("/robots.txt: ")[2] or str(error))
                raise FetchError(error.reason, f"{url[:120]}: {self._lost[site][1]}") from error
        if not self._rules[site].allows(url):
            raise FetchError("robots", f"{url[:120]}: robots.txt of the site asks not to fetch it; it was left.")

    def _robots(self, site: str) -> Rules:
        """The rules of a site: none where it has no such file, all closed where the server fails to say."""
        url = f"{site}/robots.txt"
        for _ in range(self.settings.fetch_redirects + 1):
            answer = self._patiently(url, ())
            if answer.status not in _REDIRECTS or not answer.header("location"):
                break
            url = urljoin(url, answer.header("location"))
        name = self.settings.user_agent.partition("/")[0]
        if answer.status >= 500 or answer.status == 429:
            return parse("User-agent: *\nDisallow: /", name)
        return parse(answer.raw.decode("utf-8", "replace") if answer.status == 200 else "", name)

    def _patiently(self, url: str, headers: tuple[tuple[str, str], ...]) -> Answer:
        """One answer; a server that is busy or silent is asked again, later and later."""
        for attempt in range(self.settings.fetch_retries + 1):
            is_last = attempt == self.settings.fetch_retries
            rest = 2.0**attempt * self.settings.fetch_pause_s
            try:
                answer = self._once(url, headers)
            except (OSError, http.client.HTTPException, LookupError) as error:
                if is_last or isinstance(error, ssl.SSLCertVerificationError):
                    raise FetchError("not_fetched", f"{url[:120]}: could not be fetched ({_said(error)}).") from error
                self.sleep(rest)
                continue
            if answer.status not in _BUSY or is_last:
                return answer
            rest = max(rest, _asked_rest(answer))
            if rest > _LONGEST_REST_S:
                return answer
            self.sleep(rest)
        raise AssertionError("the last attempt returns or raises")

    def _once(self, url: str, headers: tuple[tuple[str, str], ...]) -> Answer:
        try:
            address = checked(url, self.settings)
        except RefusedError as error:
            raise FetchError("refused", f"{url[:120]}: not fetched: {error}.") from error
        self._pause(url, address.host)
        connection = _connection(address, self.settings)
        try:
            connection.request("GET", address.target, headers=dict(_heads(self.settings, headers)))
            with connection.getresponse() as response:
                raw = b"".join(_body(response, url, self.settings, self.clock))
        finally:
            connection.close()
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return Answer(url, response.status, tuple(response.getheaders()), raw, now)

    def _pause(self, url: str, host: str) -> None:
        parts = urlsplit(url)
        rules = self._rules.get(f"{parts.scheme}://{parts.netloc}")
        pause = max(self.settings.fetch_pause_s, min(rules.delay_s if rules else 0.0, _LONGEST_REST_S))
        last = self._asked.get(host)
        if last is not None and (wait := last + pause - self.clock()) > 0:
            self.sleep(wait)
        self._asked[host] = self.clock()


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__


def _heads(settings: Settings, more: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    yield "User-Agent", settings.user_agent
    yield "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"
    yield "Accept-Encoding", "gzip, deflate"
    yield "Connection", "close"
    yield from more


def _asked_rest(answer: Answer) -> float:
    """The rest that the server asks for, in seconds."""
    said = answer.header("retry-after").strip()
    if said.isdigit():
        return float(said)
    with contextlib.suppress(ValueError, TypeError):
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    return 0.0


class _Plain(http.client.HTTPConnection):
    """A connection to the machine that was checked, whatever its name means by now."""

    def __init__(self, address: Address, settings: Settings) -> None:
        super().__init__(address.host, address.port, timeout=settings.fetch_timeout_s)
        self.address = address

    def connect(self) -> None:
        """Connect to the first of the checked machines that answers."""
        self.sock = _socket(self.address, float(self.timeout or 20))


class _Secure(_Plain):
    """The same under TLS, for the name of the host."""

    def connect(self) -> None:
        """Connect, then agree on keys."""
        super().connect()
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(self.sock, server_hostname=self.address.host)


def _connection(address: Address, settings: Settings) -> _Plain:
    return _Secure(address, settings) if address.scheme == "https" else _Plain(address, settings)


def _socket(address: Address, timeout_s: float) -> socket.socket:
    failed: OSError | None = None
    for machine in address.machines:
        try:
            return socket.create_connection((machine, address.port), timeout_s)
        except OSError as error:
            failed = error
    raise failed or OSError(f"no machine of {address.host} answers")


def _body(
    response: http.client.HTTPResponse, url: str, settings: Settings, clock: Callable[[], float]
) -> Iterator[bytes]:
    """The bytes of the answer, unpacked; too many of them or too slow ones end it."""
    packed = response.getheader("content-encoding", "").strip().lower()
    unpack = zlib.decompressobj(47) if packed in ("gzip", "x-gzip", "deflate") else None
    begun, size = clock(), 0
    while chunk := response.read1(_CHUNK):
        data = chunk
        while data or (unpack is not None and unpack.unconsumed_tail):
            piece = data if unpack is None else _unpacked(unpack, data or unpack.unconsumed_tail)
            data = b"" if unpack is None else unpack.unconsumed_tail
            size += len(piece)
            if size > settings.max_bytes:
                raise FetchError("not_fetched", f"{url[:120]}: more than {settings.max_bytes:,} bytes; it was left.")
            yield piece
        if clock() - begun > settings.fetch_whole_s:
            raise FetchError("not_fetched", f"{url[:120]}: took more than {settings.fetch_whole_s:g} s; it was left.")
    if response.length:
        raise OSError(f"the page breaks off {response.length:,} bytes before its end")


def _unpacked(unpack: zlib._Decompress, data: bytes) -> bytes:
    try:
        return unpack.decompress(data, _CHUNK)
    except zlib.error as error:
        raise OSError(f"broken packed data: {error}") from error
