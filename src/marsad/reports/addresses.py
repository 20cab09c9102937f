"""Which addresses may be fetched: http and https, and no machine of our own network unless that is allowed."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from marsad.settings import Settings

SCHEMES = {"http": 80, "https": 443}


class RefusedError(Exception):
    """An address that must not be fetched, with the reason."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address, taken apart, with the machines its host stands for."""

    scheme: str
    host: str
    port: int
    target: str
    machines: tuple[str, ...]


def checked(url: str, settings: Settings) -> Address:
    """The address, its host looked up once: what is checked is what will be connected to."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise RefusedError(f"expected an address, found {url[:80]!r} ({error})") from error
    if parts.scheme not in SCHEMES:
        raise RefusedError(f"expected http or https, found {parts.scheme or 'nothing'} in {url[:80]!r}")
    if not host:
        raise RefusedError(f"expected a host in {url[:80]!r}, found none")
    if parts.username is not None or any(char in url for char in "\r\n\t "):
        raise RefusedError(f"expected an address without a name, password or blanks, found {url[:80]!r}")
    port = port or SCHEMES[parts.scheme]
    machines = tuple(_machines(host, port))
    for machine in machines:
        if not settings.allow_private and not _is_public(machine):
            raise RefusedError(f"{host} is {machine}, a machine of this network; allow it with --allow-private")
    target = urlunsplit(("", "", _quoted(parts.path) or "/", _quoted(parts.query), ""))
    return Address(parts.scheme, _idna(host), port, target, machines)


def _machines(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(_idna(host), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise LookupError(f"no machine is known under the name {host} ({error})") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _idna(host: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise RefusedError(f"expected the name of a host, found {host[:60]!r} ({error})") from error


def _quoted(part: str) -> str:
    """The part as a request may hold it: letters of other alphabets percent-encoded, what is encoded left as it is."""
    return "".join(char if "!" <= char <= "~" else _percent(char) for char in part)


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def _is_public(machine: str) -> bool:
    """Whether an IP address is one of the open internet; what stands for an IPv4 address is looked at as such."""
    address = ipaddress.ip_address(machine.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(str(inner))
    return address.is_global and not address.is_multicast
