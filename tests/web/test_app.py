"""What the service answers on the sample reports."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import csrf


def get(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_session_says_who_is_here_and_names_the_types_in_both_languages(looking: TestClient) -> None:
    session = get(looking, "/api/session")
    assert (session["is_single"], session["role"]) == (True, "admin")
    assert all(each["en"] and each["ar"] for each in session["types"])
    assert len(session["types"]) == 33


def test_the_overview_adds_up(looking: TestClient) -> None:
    found = get(looking, "/api/overview")
    assert sum(day["events"] for day in found["days"]) + found["undated"] == found["events"]
    assert len(found["points"]) + found["unplaced"] == found["events"]
    assert sum(found["types"].values()) == sum(found["grades"].values()) == found["events"]


def test_pages_of_events_are_the_whole_in_order(looking: TestClient) -> None:
    whole = get(looking, "/api/events?limit=500&sort=date")
    pages = [
        get(looking, f"/api/events?limit=40&sort=date&offset={at}")["events"] for at in range(0, whole["total"], 40)
    ]
    assert [event for page in pages for event in page] == whole["events"]
    days = [event["date_from"] or "" for event in whole["events"]]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("filter", "holds"),
    [
        ("type=airstrike", lambda event: "airstrike" in event["types"]),
        ("from=2018-10-10&until=2018-10-11", lambda event: event["date_from"] <= "2018-10-11"),
        ("grade=contested", lambda event: event["grade"] == "contested"),
        ("standing=planned", lambda event: event["standing"] == "planned"),
    ],
)
def test_a_filter_leaves_what_it_asks_for(looking: TestClient, filter: str, holds: Any) -> None:
    whole, some = get(looking, "/api/events?limit=500"), get(looking, f"/api/events?limit=500&{filter}")
    assert 0 < some["total"] < whole["total"]
    assert all(holds(event) for event in some["events"])


def test_places_are_found_under_any_spelling(looking: TestClient) -> None:
    first = next(e for e in get(looking, "/api/events?limit=500")["events"] if e["places"] and e["places"][0]["name"])
    place = first["places"][0]
    for name in (place["text"], place["name"], place["name"].upper()):
        found = get(looking, f"/api/events?limit=500&place={name}")
        assert first["id"] in [event["id"] for event in found["events"]]


def test_an_event_leads_to_its_claims_and_these_to_their_words(looking: TestClient) -> None:
    event = get(looking, "/api/events?limit=1&sort=-claims")["events"][0]
    full = get(looking, f"/api/events/{event['id']}")
    assert [each["claim"]["id"] for each in full["told"]] == event["claims"]
    for told in full["told"]:
        report = get(looking, f"/api/reports/{told['report']['id']}")
        trigger = told["claim"]["trigger"]
        assert report["text"][trigger["start"] : trigger["end"]] == trigger["text"]
        assert told["event"] == event["id"]


def test_what_is_pasted_is_read_at_once_and_once(working: TestClient) -> None:
    given = {"text": "قتل ثلاثة جنود في قصف على مدينة درعا أمس، وفق ما قال ناشطون.", "published": "2018-10-20"}
    first = working.post("/api/reports", json=given, headers=csrf(working)).json()
    again = working.post("/api/reports", json=given, headers=csrf(working)).json()
    assert first["is_new"]
    assert first["claims"] > 0
    assert (again["report"], again["is_new"]) == (first["report"], False)
    read = get(working, f"/api/reports/{first['report']}")
    assert {told["claim"]["type"] for told in read["told"]} >= {"killed"}
    assert all(told["event"] for told in read["told"] if told["claim"]["type"] == "killed")


def test_actors_and_sources_have_a_name_in_both_languages(looking: TestClient) -> None:
    rows = get(looking, "/api/names")
    assert len(rows) > 500
    assert all(len(row) == 3 and all(row) for row in rows)
    assert ["ru-russia", "Russia", "روسيا"] in rows
    points = get(looking, "/api/overview")["points"]
    assert sum("name_ar" in point for point in points) > len(points) / 2


def test_a_judgement_is_kept_moves_the_queue_and_can_be_taken_back(working: TestClient) -> None:
    queue = get(working, "/api/review")
    claim = queue["items"][0]["told"]["claim"]["id"]
    kept = working.post("/api/judgements", json={"kind": "accept", "claim": claim}, headers=csrf(working))
    assert kept.status_code == 201
    assert get(working, f"/api/claims/{claim}")["verdict"] == "accept"
    assert get(working, "/api/review")["total"] == queue["total"] - 1
    back = {"kind": "withdraw", "claim": claim, "other": kept.json()["id"]}
    assert working.post("/api/judgements", json=back, headers=csrf(working)).status_code == 201
    assert get(working, f"/api/claims/{claim}")["verdict"] is None
    assert get(working, "/api/review")["total"] == queue["total"]
    assert [record["kind"] for record in get(working, "/api/log")][-2:] == ["judgement", "judgement"]


def test_a_rejected_claim_leaves_its_event(working: TestClient) -> None:
    claim = get(working, "/api/review")["items"][0]["told"]["claim"]["id"]
    event = get(working, f"/api/claims/{claim}")["event"]
    working.post("/api/judgements", json={"kind": "reject", "claim": claim}, headers=csrf(working))
    assert get(working, f"/api/claims/{claim}")["event"] is None
    left = working.get(f"/api/events/{event}")
    assert left.status_code == 404 or claim not in left.json()["event"]["claims"]


def test_an_edit_stands_and_is_checked(working: TestClient) -> None:
    claim = get(working, "/api/review")["items"][0]["told"]["claim"]["id"]
    edit = {"kind": "edit", "claim": claim, "field": "status", "value": "rumoured"}
    assert working.post("/api/judgements", json=edit, headers=csrf(working)).status_code == 201
    assert get(working, f"/api/claims/{claim}")["claim"]["status"] == "rumoured"
    wrong = working.post("/api/judgements", json=edit | {"value": "perhaps"}, headers=csrf(working))
    assert wrong.status_code == 400
    assert "expected one of" in wrong.json()["detail"]


@pytest.mark.parametrize(
    "address",
    [
        "/api/events/nothing",
        "/api/reports/nothing",
        "/api/claims/nothing",
        "/api/nothing",
        "/api/reports/..%2f..%2fetc",
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(looking: TestClient, address: str) -> None:
    answer = looking.get(address)
    assert answer.status_code == 404
    assert answer.json()["detail"]


@pytest.mark.parametrize("address", ["/api/events?limit=0", "/api/events?sort=nothing", "/api/overview?from=yesterday"])
def test_a_question_that_cannot_be_is_refused(looking: TestClient, address: str) -> None:
    answer = looking.get(address)
    assert answer.status_code == 422
    assert isinstance(answer.json()["detail"], str)
