"""Attacks on a desk as it is served, over a real socket where a client would tidy up what is sent."""

from __future__ import annotations

import csv
import http.client
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from marsad.store import open_store
from marsad.web.desk import Desk
from marsad.web.guard import COOKIE
from marsad.web.people import MOST_WRONG, People
from tests.web.browsing import served
from tests.web.conftest import PASSWORDS, csrf, known, sign_in

# Ways out of the folder of the pages, raw, encoded, encoded twice, with the other slash.
WAYS_OUT = [
    f"{start}{step * 6}{target}"
    for start in ("/", "/assets/", "/api/reports/", "/api/events/")
    for step in ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%252f", "..\\", "..%5c", "....//")
    for target in ("etc/passwd", "people.json", "own.sqlite")
]
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def wire(filled: Path, tmp_path: Path) -> Iterator[http.client.HTTPConnection]:
    """A connection to a desk that sends what it is given."""
    desk = Desk(open_store(str(shutil.copy(filled, tmp_path / "own.sqlite"))))
    desk.known = known()
    with served(desk) as address:
        found = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        yield found
        found.close()
    desk.store.close()


def test_no_path_leads_out_of_the_pages(wire: http.client.HTTPConnection, tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text("secret of the accounts", "utf-8")
    for path in WAYS_OUT:
        wire.request("GET", path)
        answer = wire.getresponse()
        body = answer.read()
        assert answer.status < 500 or answer.status == 503, path  # 503: the pages are not built here
        assert not any(word in body for word in (b"root:", b"secret of", b"SQLite format")), path


@pytest.mark.parametrize(
    "length", [["Content-Length: 10737418240"], ["Transfer-Encoding: chunked"], ["Content-Length: -1"], []]
)
def test_ten_gigabytes_are_refused_before_they_are_sent(wire: http.client.HTTPConnection, length: list[str]) -> None:
    wire.request("GET", "/api/session")
    token = json.loads(wire.getresponse().read())["csrf"]
    wire.putrequest("POST", "/api/reports")
    for line in ["Content-Type: application/json", f"X-Marsad-Csrf: {token}", *length]:
        wire.putheader(*line.split(": "))
    wire.endheaders()
    assert wire.getresponse().status in (400, 413, 422)


def test_of_a_thousand_guesses_at_a_login_eight_are_looked_at(
    team: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    people: People = team.app.state.guard.people  # type: ignore[attr-defined]
    looked_at: list[int] = []

    class Counted:
        """The hasher, counting what it is asked."""

        def verify(self, *given: str) -> bool:
            looked_at.append(1)
            return bool(hasher.verify(*given))

    hasher = people._hasher
    monkeypatch.setattr(people, "_hasher", Counted())
    for turn in range(1000):
        # The right password is among them, and comes too late.
        password = PASSWORDS["editor"] if turn == 500 else f"guess {turn}"
        answer = team.post("/api/session", json={"name": "editor", "password": password})
        assert answer.status_code == 401
        assert COOKIE not in answer.headers.get("set-cookie", "")
    assert len(looked_at) == MOST_WRONG


def test_a_thousand_forged_sessions_are_nobody(team: TestClient) -> None:
    token = sign_in(team, "editor")
    own = team.cookies[COOKIE]
    team.cookies.clear()
    for turn in range(1000):
        forged = own[:-1] + chr(33 + turn % 90) if turn < 90 else own[: turn % len(own)] + "A" * turn
        if forged != own:
            answer = team.get("/api/overview", headers={"Cookie": f"{COOKIE}={forged}"})
            assert answer.status_code == 401
    answer = team.get("/api/session", headers={"Cookie": f"{COOKIE}={own}"})
    assert answer.json()["csrf"] == token["X-Marsad-Csrf"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize(
    "path", ["/api/judgements", "/api/reports", "/api/views", "/api/keys", "/api/views/x", "/api/export?as=csv"]
)
def test_no_other_site_changes_anything(working: TestClient, method: str, path: str) -> None:
    before = working.get("/api/log?limit=500").json()
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        csrf(working) | {"Origin": "https://testserver.evil.example"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
    ):
        assert working.request(method, path, headers=headers, content="{}").status_code == 403
    assert working.get("/api/log?limit=500").json() == before


def test_what_a_report_smuggles_in_stays_words(working: TestClient) -> None:
    token = csrf(working)
    text = f"قتل خمسة مدنيين في غارة جوية على مدينة سراقب أمس، وفق {SCRIPT} ما قال الدفاع المدني."
    given = {
        "text": text,
        "published": "2018-10-20",
        "outlet": f'=HYPERLINK("http://evil.example") {SCRIPT}',
        "title": SCRIPT,
    }
    report = working.post("/api/reports", json=given, headers=token).json()["report"]
    answer = working.get(f"/api/reports/{report}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json()["text"] == text
    for scheme in ("csv", "acled", "ucdp", "bayanat"):
        file = working.post(f"/api/export?as={scheme}", headers=token)
        assert file.headers["content-disposition"].startswith("attachment")
        for row in csv.reader(io.StringIO(file.text.removeprefix("\ufeff"))):
            assert not [cell for cell in row if cell[:1] in "=+@\t\r" and cell]


def test_who_sends_a_report_sends_no_name_of_a_file(working: TestClient) -> None:
    given = {"text": "قتل جندي في درعا.", "title": "../../etc/passwd", "outlet": "..\\..\\x"}
    added = working.post("/api/reports", json=given, headers=csrf(working)).json()
    assert added["report"].startswith("pasted-")
    assert "/" not in added["report"]
