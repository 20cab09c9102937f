"""Attacks that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from marsad.errors import InputError
from marsad.store import open_store
from marsad.web.app import create
from marsad.web.desk import Desk
from marsad.web.guard import COOKIE, LARGEST_BODY, Guard
from marsad.web.people import MOST_WRONG, People
from tests.web.conftest import PASSWORDS, csrf, sign_in

JUDGEMENT = {"kind": "accept", "claim": "000000000000"}


def test_every_answer_locks_the_page(looking: TestClient) -> None:
    for address in ("/", "/api/session", "/api/nothing", "/assets/nothing"):
        headers = looking.get(address).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_without_accounts_only_this_machine_is_served(filled: Path) -> None:
    with open_store(str(filled)) as store:
        app = create(Desk(store), Guard(None, frozenset()))
        assert TestClient(app, client=("203.0.113.5", 1)).get("/api/session").status_code == 403
        assert TestClient(app, client=("127.0.0.1", 1)).get("/api/session").status_code == 200


def test_another_host_name_is_not_answered(looking: TestClient) -> None:
    assert looking.get("/api/session", headers={"Host": "evil.example"}).status_code == 421


def test_a_change_from_another_site_is_refused(working: TestClient) -> None:
    headers = csrf(working) | {"Origin": "http://evil.example"}
    assert working.post("/api/judgements", json=JUDGEMENT, headers=headers).status_code == 403


@pytest.mark.parametrize("token", [{}, {"X-Marsad-Csrf": "guessed"}])
def test_a_change_without_the_token_of_the_session_is_refused(working: TestClient, token: dict[str, str]) -> None:
    assert working.post("/api/judgements", json=JUDGEMENT, headers=token).status_code == 403


def test_a_report_that_claims_to_be_ten_gigabytes_is_refused(working: TestClient) -> None:
    headers = csrf(working) | {"Content-Length": str(10 * 2**30), "Content-Type": "application/json"}
    assert working.post("/api/reports", content=b"{}", headers=headers).status_code == 413
    assert LARGEST_BODY < 2**30


def test_nobody_who_has_not_signed_in_sees_anything(team: TestClient) -> None:
    for address in (
        "session",
        "overview",
        "events",
        "reports",
        "review",
        "log",
        "claims/abcdef",
        "events/a",
        "reports/a",
    ):
        assert team.get(f"/api/{address}").status_code == 401
    assert team.post("/api/judgements", json=JUDGEMENT).status_code == 401


@pytest.mark.parametrize(
    ("role", "judges", "adds"), [("viewer", 403, 403), ("reviewer", 400, 403), ("editor", 400, 201)]
)
def test_a_role_may_what_it_may(team: TestClient, role: str, judges: int, adds: int) -> None:
    token = sign_in(team, role)
    assert team.get("/api/overview").status_code == 200
    assert team.post("/api/judgements", json=JUDGEMENT, headers=token).status_code == judges
    assert team.post("/api/reports", json={"text": "قتل جندي في درعا."}, headers=token).status_code == adds


def test_a_forged_session_is_nobody(team: TestClient) -> None:
    team.cookies.set(COOKIE, "forged")
    assert team.get("/api/session").status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(team: TestClient) -> None:
    answer = team.post("/api/session", json={"name": "viewer", "password": PASSWORDS["viewer"]})
    assert {"HttpOnly", "SameSite=strict"} <= {part.strip() for part in answer.headers["set-cookie"].split(";")}


def test_after_too_many_guesses_even_the_right_password_waits(team: TestClient) -> None:
    for _ in range(MOST_WRONG):
        assert team.post("/api/session", json={"name": "viewer", "password": "guess"}).status_code == 401
    right = {"name": "viewer", "password": PASSWORDS["viewer"]}
    assert team.post("/api/session", json=right).status_code == 401


def test_who_signs_out_is_out(team: TestClient) -> None:
    token = sign_in(team, "viewer")
    assert team.delete("/api/session", headers=token).status_code == 200
    assert team.get("/api/session").status_code == 401


def test_a_judgement_carries_the_name_of_who_made_it(team: TestClient) -> None:
    token = sign_in(team, "reviewer")
    claim = team.get("/api/review").json()["items"][0]["told"]["claim"]["id"]
    kept = team.post("/api/judgements", json={"kind": "accept", "claim": claim}, headers=token).json()
    assert kept["by"] == "reviewer"


def test_one_reviewer_does_not_hide_a_claim_from_the_other(team: TestClient) -> None:
    token = sign_in(team, "reviewer")
    before = team.get("/api/review").json()
    claim = before["items"][0]["told"]["claim"]["id"]
    team.post("/api/judgements", json={"kind": "accept", "claim": claim}, headers=token)
    team.cookies.clear()
    sign_in(team, "editor")
    assert team.get("/api/review").json()["total"] == before["total"]


@pytest.mark.parametrize(
    ("name", "role", "password"), [("", "viewer", "x" * 12), ("layla", "king", "x" * 12), ("layla", "viewer", "short")]
)
def test_an_account_that_cannot_be_is_refused(tmp_path: Path, name: str, role: str, password: str) -> None:
    with pytest.raises(InputError):
        People(tmp_path / "people.json").add(name, role, password)


def test_passwords_are_kept_as_argon2_hashes_only(tmp_path: Path) -> None:
    people = People(tmp_path / "people.json")
    people.add("layla", "admin", "a secret of some length")
    kept = (tmp_path / "people.json").read_text("utf-8")
    assert "$argon2id$" in kept
    assert "a secret of some length" not in kept
    assert (tmp_path / "people.json").stat().st_mode & 0o077 == 0
    people.remove("layla")
    assert people.all() == []
