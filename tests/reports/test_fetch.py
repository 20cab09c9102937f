"""Fetching: what is asked for, what is refused, and how a server is spared. All on this machine."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from marsad.reports import addresses
from marsad.reports.addresses import RefusedError, checked
from marsad.reports.fetch import Fetcher, FetchError
from marsad.reports.robots import parse
from marsad.settings import DEFAULTS
from tests.reports.serving import Site, served

SETTINGS = replace(DEFAULTS, allow_private=True, fetch_timeout_s=0.5, fetch_whole_s=1.0, max_bytes=100_000)


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        yield found


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def fetcher(slept: list[float]) -> Fetcher:
    return Fetcher(SETTINGS, sleep=slept.append)


def failed(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    return caught.value


def test_a_page_comes_with_its_head_and_its_time(site: Site, fetcher: Fetcher) -> None:
    answer = fetcher.fetch(site.page("/a", "خبر", X_Made_By="hand"))
    assert answer.raw.decode() == "خبر"
    assert answer.header("x-made-by") == "hand"
    assert answer.fetched.endswith("+00:00")
    assert site.asked[-1][1]["User-Agent"] == DEFAULTS.user_agent


def test_an_address_in_arabic_letters_is_asked_for_as_servers_expect(site: Site, fetcher: Fetcher) -> None:
    site.page("/%D8%AE%D8%A8%D8%B1?q=%D8%AE", "yes")
    assert fetcher.fetch(f"{site.url}/خبر?q=خ").raw == b"yes"


def test_robots_are_asked_once_and_obeyed(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /closed\nAllow: /closed/open\n")
    for path in ("/a", "/closed/open", "/closed/a"):
        site.page(path, "x")
    fetcher.fetch(f"{site.url}/a")
    fetcher.fetch(f"{site.url}/closed/open")
    assert failed(fetcher, f"{site.url}/closed/a").reason == "robots"
    assert [path for path, _ in site.asked].count("/robots.txt") == 1
    assert site.paths() == ["/a", "/closed/open"]


def test_where_robots_cannot_be_told_nothing_is_fetched(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", "", status=503)
    assert failed(fetcher, site.page("/a", "x")).reason == "robots"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/a", False),
        ("/private/open.html", True),
        ("/a.pdf", False),
        ("/a.pdf?x", True),
        ("/x/y/z", False),
    ],
)
def test_rules_of_robots(path: str, allowed: bool) -> None:
    rules = "User-agent: other\nDisallow: /\n\nUser-agent: Marsad\nDisallow: /private\nAllow: /private/open\n"
    rules += "Disallow: /*.pdf$\nDisallow: /x/*/z # a note\nCrawl-delay: 4\n\nUser-agent: *\nDisallow: /\n"
    found = parse(rules, "marsad")
    assert found.allows(f"http://sada.example{path}") is allowed
    assert found.delay_s == 4


def test_between_two_requests_to_a_server_there_is_a_pause(site: Site, fetcher: Fetcher, slept: list[float]) -> None:
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 7\n")
    fetcher.fetch(site.page("/a", "x"))
    fetcher.fetch(site.page("/b", "x"))
    assert [round(pause) for pause in slept] == [7, 7]


def test_a_busy_server_is_asked_again_when_it_says(site: Site, slept: list[float]) -> None:
    site.page("/a", "", status=503, Retry_After="3")
    patient = Fetcher(replace(SETTINGS, fetch_pause_s=0.001), sleep=slept.append)
    assert "503" in str(failed(patient, f"{site.url}/a"))
    assert [pause for pause in slept if pause >= 3] == [3, 3]
    assert site.paths() == ["/a"] * 3


def test_a_server_that_asks_for_a_long_rest_is_left(site: Site, fetcher: Fetcher, slept: list[float]) -> None:
    failed(fetcher, site.page("/a", "", status=429, Retry_After="86400"))
    assert site.paths() == ["/a"]
    assert max(slept) < 60


def test_redirects_are_followed_and_counted(site: Site, fetcher: Fetcher) -> None:
    site.sends_on("/a", "/b")
    site.page("/b", "here")
    site.sends_on("/round", "/round")
    assert fetcher.fetch(f"{site.url}/a").url == f"{site.url}/b"
    assert "more than 5" in str(failed(fetcher, f"{site.url}/round"))


@pytest.mark.parametrize(("status", "path"), [(404, "/gone"), (500, "/broken"), (403, "/closed")])
def test_an_answer_that_is_no_page_is_said(site: Site, fetcher: Fetcher, status: int, path: str) -> None:
    assert str(status) in str(failed(fetcher, site.page(path, "x", status=status)))


def test_what_is_too_large_too_slow_or_silent_is_left(site: Site, fetcher: Fetcher) -> None:
    bomb = gzip.compress(bytes(10_000_000))
    assert "100,000 bytes" in str(failed(fetcher, site.endless("/large", b"x" * 50_000)))
    assert "100,000 bytes" in str(failed(fetcher, site.page("/bomb", bomb, Content_Encoding="gzip")))
    assert "took more than" in str(failed(fetcher, site.endless("/slow", b"x", pause_s=0.1)))


def test_a_server_that_is_not_there_is_said_once_and_not_asked_again(fetcher: Fetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    assert "could not be fetched" in str(failed(fetcher, f"{url}/a"))
    assert "could not be fetched" in str(failed(fetcher, f"{url}/b"))


def test_a_packed_page_is_unpacked(site: Site, fetcher: Fetcher) -> None:
    assert fetcher.fetch(site.page("/a", gzip.compress(b"here"), Content_Encoding="gzip")).raw == b"here"


PRIVATE = [
    "127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "::",
]  # fmt: skip


@pytest.mark.parametrize("machine", PRIVATE)
def test_machines_of_this_network_are_refused_unless_allowed(machine: str) -> None:
    url = f"http://[{machine}]/" if ":" in machine else f"http://{machine}/"
    with pytest.raises(RefusedError, match="--allow-private"):
        checked(url, DEFAULTS)
    assert checked(url, SETTINGS).machines


@pytest.mark.parametrize("machine", ["93.184.216.34", "2606:2800:220:1::1"])
def test_machines_of_the_open_internet_are_not(machine: str) -> None:
    assert checked(f"http://[{machine}]/" if ":" in machine else f"http://{machine}/", DEFAULTS).machines == (machine,)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://sada.example/a", "gopher://sada.example", "http://", "http://user:pass@sada.example/",
        "http://sada.example:99999/", "http://sada.example/a\r\nHost: x", "http://[::1", "javascript:1",
    ],
)  # fmt: skip
def test_what_is_no_address_for_us_is_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        checked(url, SETTINGS)


@pytest.mark.parametrize("url", ["http://2130706433/", "http://0x7f000001/", "http://localhost/", "http://127.1/"])
def test_other_ways_to_write_this_machine_are_refused(url: str) -> None:
    with pytest.raises((RefusedError, LookupError)):
        checked(url, DEFAULTS)


def test_a_redirect_into_this_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server stands for one of the open internet; where it sends us does not."""
    monkeypatch.setattr(addresses, "_is_public", lambda machine: machine == "127.0.0.1")
    outside = Fetcher(replace(SETTINGS, allow_private=False), sleep=lambda seconds: None)
    for number, target in enumerate(("http://10.0.0.1/", "http://169.254.169.254/latest", "file:///etc/passwd")):
        assert failed(outside, site.sends_on(f"/{number}", target)).reason == "refused"


def test_a_name_is_looked_up_once_so_that_it_cannot_change_its_meaning(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.url.rpartition(":")[2])
    site.page("/a", "here")
    asked: list[str] = []

    def lookup(host: str, *arguments: object, **options: object) -> list[object]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    assert addresses.checked("http://sada.example/a", SETTINGS).machines == ("127.0.0.1",)
    assert asked == ["sada.example"]
