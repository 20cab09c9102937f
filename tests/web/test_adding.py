"""Addresses and files on the page Add: read at once, kept as received; what must not be asked is not asked."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from marsad.reports import addresses
from marsad.web.adding import A_MINUTE
from marsad.web.desk import AT_THE_DESK, Desk
from tests.reports.serving import Site, served
from tests.web.conftest import csrf, sign_in

WORDS = "قتل ثلاثة جنود في قصف على مدينة درعا أمس، وفق ما قال ناشطون محليون في المدينة."
PAGE = f"""<html lang="ar"><head><title>خبر من درعا</title>
<meta property="article:published_time" content="2018-10-20T08:00:00Z"></head>
<body><article><h1>خبر من درعا</h1><p>{WORDS}</p></article></body></html>"""


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        yield found


@pytest.fixture
def open_desk(working: TestClient) -> TestClient:
    """A desk that may ask this machine, as no desk of a user may."""
    desk: Desk = working.app.state.desk  # type: ignore[attr-defined]
    desk.settings = replace(AT_THE_DESK, allow_private=True, fetch_pause_s=0.0, fetch_retries=0)
    return working


def fetched(client: TestClient, url: str, **more: Any) -> Any:
    return client.post("/api/addresses", json={"url": url, **more}, headers=csrf(client))


def test_a_page_is_read_at_once_and_kept_as_its_server_sent_it(open_desk: TestClient, site: Site) -> None:
    url = site.page("/news/1", PAGE)
    answer = fetched(open_desk, url)
    assert answer.status_code == 201, answer.text
    (one,) = answer.json()["reports"]
    assert (one["is_new"], one["claims"] > 0) == (True, True)
    report = open_desk.get(f"/api/reports/{one['report']}").json()
    assert (report["url"], report["report"]["published"]) == (url, "2018-10-20")
    assert report["raw_sha256"] == hashlib.sha256(PAGE.encode()).hexdigest()
    assert all(told["event"] for told in report["told"] if told["claim"]["type"] == "killed")
    (again,) = fetched(open_desk, url).json()["reports"]
    assert (again["report"], again["is_new"]) == (one["report"], False)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "/etc/passwd", "ftp://example.org/a", "http://", "gopher://x/", "http://a b/", ""]
)
def test_what_is_no_address_is_refused_before_anything_is_asked(open_desk: TestClient, url: str) -> None:
    assert fetched(open_desk, url).status_code in (400, 422)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/secret", "http://localhost:{port}/secret", "http://[::1]:{port}/secret",
        "http://2130706433:{port}/secret", "http://0x7f.1:{port}/secret", "http://[::ffff:127.0.0.1]:{port}/secret",
        "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://user:word@127.0.0.1:{port}/",
    ],
)  # fmt: skip
def test_no_machine_of_the_own_network_is_asked(working: TestClient, site: Site, url: str) -> None:
    before = len(working.get("/api/log?limit=500").json())
    answer = fetched(working, url.format(port=site.url.rpartition(":")[2]))
    assert answer.status_code == 400
    assert "expected an address of the open internet" in answer.json()["detail"]
    assert site.asked == []
    assert len(working.get("/api/log?limit=500").json()) == before


def test_no_redirect_leads_into_the_own_network(
    working: TestClient, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server stands for one of the open internet; where it sends us does not."""
    monkeypatch.setattr(addresses, "_is_public", lambda machine: machine == "127.0.0.1")
    for at, target in enumerate(("http://10.0.0.1/", "http://169.254.169.254/latest", "file:///etc/passwd")):
        answer = fetched(working, site.sends_on(f"/{at}", target))
        assert answer.status_code == 400
        assert "open internet" in answer.json()["detail"]


def test_no_feed_tells_which_machines_there_are(
    working: TestClient, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "_is_public", lambda machine: machine == "127.0.0.1")
    entry = f"<item><title>خبر</title><link>http://10.1.2.3/a</link><description>{WORDS}</description></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{entry}</channel></rss>'
    answer = fetched(working, site.page("/feed", feed, Content_Type="application/rss+xml"))
    assert answer.status_code == 201
    assert "of this network" not in answer.text


def test_why_there_is_no_report_is_one_sentence(open_desk: TestClient, site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /closed")
    site.page("/gone", "", status=410)
    site.page("/closed/a", PAGE)
    assert "robots.txt" in fetched(open_desk, f"{site.url}/closed/a").json()["detail"]
    assert "answered 410" in fetched(open_desk, f"{site.url}/gone").json()["detail"]
    large = replace(open_desk.app.state.desk.settings, max_bytes=1000)  # type: ignore[attr-defined]
    open_desk.app.state.desk.settings = large  # type: ignore[attr-defined]
    assert "more than 1,000 bytes" in fetched(open_desk, site.endless("/endless", b"x" * 600)).json()["detail"]


def test_who_may_not_add_fetches_nothing(team: TestClient, site: Site) -> None:
    for role in ("viewer", "reviewer"):
        token = sign_in(team, role)
        for path, sent in (("addresses", {"json": {"url": site.url}}), ("files?name=a.txt", {"content": b"x"})):
            assert team.post(f"/api/{path}", headers=token, **sent).status_code == 403
    assert site.asked == []


def test_addresses_of_one_person_have_their_pace(working: TestClient) -> None:
    answers = [fetched(working, f"http://10.0.0.1/{at}").status_code for at in range(A_MINUTE + 1)]
    assert answers == [400] * A_MINUTE + [429]


def dropped(client: TestClient, name: str, raw: bytes) -> Any:
    headers = csrf(client) | {"Content-Type": "application/octet-stream"}
    return client.post("/api/files", params={"name": name, "published": "2018-10-20"}, content=raw, headers=headers)


def test_a_file_is_read_by_its_kind_and_its_name_is_no_path(working: TestClient) -> None:
    answer = dropped(working, "../../etc/خبر.html", PAGE.encode("windows-1256", "xmlcharrefreplace"))
    (one,) = answer.json()["reports"]
    report = working.get(f"/api/reports/{one['report']}").json()
    assert one["claims"] > 0
    assert report["origin"].startswith("dropped://dropped-")
    assert "/" not in one["report"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for at in (1, 2):
            archive.writestr(f"{at}.txt", WORDS.replace("ثلاثة", ("أربعة", "خمسة")[at - 1]))
    assert len(dropped(working, "two.zip", packed.getvalue()).json()["reports"]) == 2


def test_a_file_that_is_no_report_is_said(working: TestClient) -> None:
    answer = dropped(working, "photo.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    assert answer.status_code == 400
    assert "a picture" in answer.json()["detail"]
