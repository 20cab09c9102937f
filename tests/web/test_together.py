"""What people at one desk have of their own and with each other: blind review, agreement, history, views, keys."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from marsad.store import open_store
from marsad.web.app import create
from marsad.web.desk import Desk
from marsad.web.guard import Guard
from tests.web.conftest import csrf, known, sign_in

KEYS = {act: f"Key{letter}" for act, letter in zip(
    ("accept", "reject", "edit", "next", "previous", "undo", "comment", "same", "different"), "QWERTYUIO", strict=True
)}  # fmt: skip


def first(client: TestClient) -> str:
    return str(client.get("/api/review").json()["items"][0]["told"]["claim"]["id"])


def judge(client: TestClient, token: dict[str, str], claim: str, kind: str, **more: Any) -> dict[str, Any]:
    answer = client.post("/api/judgements", json={"kind": kind, "claim": claim, **more}, headers=token)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def edit_and_reject(client: TestClient) -> tuple[str, str]:
    """The first reviewer rejects one claim and edits another."""
    token = sign_in(client, "reviewer")
    items = client.get("/api/review").json()["items"]
    one, other = (items[at]["told"]["claim"]["id"] for at in (0, 1))
    judge(client, token, one, "reject", comment="copied wrongly")
    judge(client, token, other, "edit", field="status", value="rumoured")
    return one, other


def test_a_blind_reviewer_sees_the_claim_as_it_was_read(blind: TestClient) -> None:
    rejected, edited = edit_and_reject(blind)
    report = blind.get(f"/api/claims/{rejected}").json()["report"]["id"]
    sign_in(blind, "second")
    assert blind.get("/api/session").json()["is_blind"]
    assert blind.get(f"/api/claims/{rejected}").json()["verdict"] is None
    told = blind.get(f"/api/claims/{edited}").json()
    assert (told["claim"]["status"], told["is_edited"]) == ("asserted", False)
    assert blind.get(f"/api/claims/{rejected}/judgements").json() == []
    shown = {each["claim"]["id"]: each for each in blind.get(f"/api/reports/{report}").json()["told"]}
    assert shown[rejected]["verdict"] is None
    event = blind.get(f"/api/claims/{edited}").json()["event"]
    assert {each["kind"] for each in blind.get(f"/api/events/{event}").json()["history"]} == {"arrived"}
    assert [each["body"] for each in blind.get("/api/log").json() if each["kind"] == "judgement"] == [{}, {}]
    assert blind.get("/api/agreement").status_code == 403


SEEN = (
    "/api/overview",
    "/api/overview?days=only",
    "/api/overview?type=killed",
    "/api/control",
    "/api/events?limit=500",
)


def looked_at(client: TestClient, name: str) -> list[Any]:
    """All that shows events, as somebody sees it; points in one order."""
    token = sign_in(client, name)
    found = [client.get(path).json() for path in SEEN]
    for each in found[:3]:
        each["points"].sort(key=lambda point: str(point["id"]))
    ids = [event["id"] for event in found[4]["events"][:20]]
    found += [client.get(f"/api/events/{id}").json()["event"] for id in ids]
    return [*found, client.post("/api/export?as=jsonl", headers=token).text]


def test_no_event_shows_a_blind_reviewer_what_others_decided(blind: TestClient) -> None:
    before, editors = looked_at(blind, "second"), looked_at(blind, "editor")
    token = sign_in(blind, "reviewer")
    claims = [each["told"]["claim"]["id"] for each in blind.get("/api/review?limit=40").json()["items"]]
    for at, claim in enumerate(claims):
        judge(blind, token, claim, "reject" if at % 2 else "accept")
    judge(blind, token, claims[0], "edit", field="status", value="denied")
    judge(blind, token, claims[0], "same", other=claims[30])
    waiting = blind.get("/api/review?limit=200").json()
    assert looked_at(blind, "second") == before
    assert looked_at(blind, "editor") != editors
    sign_in(blind, "second")
    queue = blind.get("/api/review?limit=40").json()
    assert [each["told"]["claim"]["id"] for each in queue["items"]] == claims
    assert {each["told"]["verdict"] for each in queue["items"]} == {None}
    assert queue["total"] == waiting["total"] + len(claims)


def test_what_comes_in_meanwhile_is_seen_by_blind_eyes_too(blind: TestClient) -> None:
    sign_in(blind, "second")
    before = blind.get("/api/overview").json()["events"]
    token = sign_in(blind, "editor")
    given = {"text": "قتل ثلاثة جنود في قصف على مدينة درعا أمس، وفق ما قال ناشطون.", "published": "2019-01-20"}
    report = blind.post("/api/reports", json=given, headers=token).json()["report"]
    sign_in(blind, "second")
    assert blind.get("/api/overview").json()["events"] > before
    told = blind.get(f"/api/reports/{report}").json()["told"]
    assert all(blind.get(f"/api/events/{each['event']}").status_code == 200 for each in told if each["event"])


def test_events_kept_apart_go_with_the_desk(filled: Path, tmp_path: Path) -> None:
    desk = Desk(open_store(str(shutil.copy(filled, tmp_path / "own.sqlite"))))
    desk.known = known()
    with TestClient(create(desk, Guard(None, frozenset({"testserver"}))), client=("127.0.0.1", 5000)):
        apart = Path(str(desk.unjudged().store.engine.url.database).removeprefix("file:"))
        assert apart.exists()
    assert not apart.parent.exists()
    desk.close()


def test_who_settles_sees_all_judgements_also_on_a_blind_desk(blind: TestClient) -> None:
    rejected, edited = edit_and_reject(blind)
    sign_in(blind, "editor")
    assert not blind.get("/api/session").json()["is_blind"]
    assert blind.get(f"/api/claims/{rejected}").json()["verdict"] == "reject"
    assert blind.get(f"/api/claims/{edited}").json()["claim"]["status"] == "rumoured"
    assert len(blind.get(f"/api/claims/{rejected}/judgements").json()) == 1


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_a_verdict_hides_the_claim_from_nobody_else_until_two_are_there(blind: TestClient, kind: str) -> None:
    token = sign_in(blind, "reviewer")
    whole, claim = blind.get("/api/review").json()["total"], first(blind)
    judge(blind, token, claim, kind)
    assert blind.get("/api/review").json()["total"] == whole - 1
    token = sign_in(blind, "second")
    queue = blind.get("/api/review?limit=200").json()
    assert queue["total"] == whole
    judge(blind, token, claim, kind)
    sign_in(blind, "editor")
    assert blind.get("/api/review").json()["total"] == whole - 1


def test_a_rejected_claim_waits_for_the_second_reviewer_too(team: TestClient) -> None:
    token = sign_in(team, "reviewer")
    whole, claim = team.get("/api/review").json()["total"], first(team)
    judge(team, token, claim, "reject")
    sign_in(team, "editor")
    assert team.get("/api/review").json()["total"] == whole


def test_agreement_is_told_field_by_field_and_two_by_two(team: TestClient) -> None:
    token = sign_in(team, "reviewer")
    claims = [each["told"]["claim"]["id"] for each in team.get("/api/review").json()["items"][:4]]
    for claim in claims:
        judge(team, token, claim, "accept")
    token = sign_in(team, "editor")
    for claim in claims[:3]:
        judge(team, token, claim, "accept")
    judge(team, token, claims[0], "edit", field="status", value="denied")
    judge(team, token, claims[3], "reject")
    found = team.get("/api/agreement").json()
    fields = {each["field"]: each for each in found["fields"]}
    assert (found["judged"], found["judged_twice"]) == (4, 4)
    assert (fields["verdict"]["claims"], fields["verdict"]["agreed"]) == (4, 0.75)
    assert fields["verdict"]["differ"] == [claims[3]]
    assert (fields["status"]["claims"], fields["status"]["differ"]) == (3, [claims[0]])
    assert fields["agents"]["alpha"] is None
    (couple,) = found["couples"]
    assert (couple["one"], couple["other"], couple["claims"]) == ("editor", "reviewer", 4)


def test_the_history_of_an_event_says_who_when_before_and_after(working: TestClient) -> None:
    token, claim = csrf(working), first(working)
    status = working.get(f"/api/claims/{claim}").json()["claim"]["status"]
    judge(working, token, claim, "edit", field="status", value="rumoured")
    taken = judge(working, token, claim, "accept")
    judge(working, token, claim, "withdraw", other=taken["id"])
    event = working.get(f"/api/claims/{claim}").json()["event"]
    changes = working.get(f"/api/events/{event}").json()["history"]
    assert changes == sorted(changes, key=lambda each: each["at"])
    assert changes[0]["kind"] == "arrived"
    (edit,) = (each for each in changes if each["kind"] == "edit")
    assert (edit["before"], edit["value"], edit["is_withdrawn"]) == (status, "rumoured", False)
    (accept,) = (each for each in changes if each["kind"] == "accept")
    assert accept["is_withdrawn"]


def test_a_key_held_down_is_one_act_and_an_act_taken_back_may_be_done_again(working: TestClient) -> None:
    token, claim = csrf(working), first(working)
    ids = [judge(working, token, claim, "comment", comment="see the photo")["id"] for _ in range(3)]
    assert len(working.get(f"/api/claims/{claim}/judgements").json()) == len(set(ids)) <= 2
    again = [judge(working, token, claim, "accept")["id"]]
    judge(working, token, claim, "withdraw", other=again[0])
    again.append(judge(working, token, claim, "accept")["id"])
    assert working.get(f"/api/claims/{claim}").json()["verdict"] == "accept"
    assert again[0] != again[1]


def test_only_what_is_there_is_taken_back(working: TestClient) -> None:
    given = {"kind": "withdraw", "claim": first(working), "other": "0123456789abcdef"}
    answer = working.post("/api/judgements", json=given, headers=csrf(working))
    assert answer.status_code == 400
    assert "expected the id of a judgement" in answer.json()["detail"]


def test_views_are_ones_own_or_shared(team: TestClient) -> None:
    token = sign_in(team, "reviewer")
    for name, is_shared in (("ضربات درعا", True), ("mine", False)):
        given = {"name": name, "to": "/?type=airstrike&place=%D8%AF", "is_shared": is_shared}
        assert team.put("/api/views", json=given, headers=token).status_code == 201
    team.put("/api/views", json={"name": "mine", "to": "/?type=clash"}, headers=token)
    assert [(view["name"], view["to"][:7]) for view in team.get("/api/views").json()] == [
        ("mine", "/?type="), ("ضربات درعا", "/?type="),
    ]  # fmt: skip
    token = sign_in(team, "viewer")
    (seen,) = team.get("/api/views").json()
    assert (seen["name"], seen["by"], seen["is_own"]) == ("ضربات درعا", "reviewer", False)
    assert team.delete("/api/views/ضربات درعا", headers=token).status_code == 404
    token = sign_in(team, "reviewer")
    assert team.delete("/api/views/ضربات درعا", headers=token).status_code == 200
    assert [view["name"] for view in team.get("/api/views").json()] == ["mine"]


@pytest.mark.parametrize("to", ["//evil.example/", "https://evil.example", "javascript:alert(1)", "/\\\\evil", "/a b"])
def test_a_view_stays_within_the_desk(working: TestClient, to: str) -> None:
    answer = working.put("/api/views", json={"name": "x", "to": to}, headers=csrf(working))
    assert answer.status_code == 422


def test_keys_are_kept_with_the_person(team: TestClient) -> None:
    token = sign_in(team, "reviewer")
    assert team.get("/api/session").json()["keys"] is None
    assert team.put("/api/keys", json={"keys": KEYS, "is_on": False}, headers=token).status_code == 200
    assert team.get("/api/session").json()["keys"] == {"keys": KEYS, "is_on": False}
    sign_in(team, "viewer")
    assert team.get("/api/session").json()["keys"] is None
