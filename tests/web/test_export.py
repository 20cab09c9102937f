"""What leaves by the desk: redacted unless somebody who may asks for all of it, and said in the log."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import csrf, sign_in

# Invented: a person with a name, told by a witness with another.
NAMED = "قتل المدني سامر الحموي في غارة جوية على مدينة سراقب أمس، بحسب الناشط رامي الدومي."
NAMES = ("سامر", "الحموي", "رامي", "الدومي")


def add(client: TestClient, token: dict[str, str]) -> None:
    given = {"text": NAMED, "published": "2018-10-20", "outlet": "وكالة النخيل"}
    assert client.post("/api/reports", json=given, headers=token).status_code == 201


def exports(client: TestClient) -> list[dict[str, Any]]:
    return [one["body"] for one in client.get("/api/log?limit=500").json() if one["kind"] == "export"]


def test_an_export_leaves_out_what_could_harm_a_person(working: TestClient) -> None:
    token = csrf(working)
    add(working, token)
    for scheme in ("jsonl", "csv", "acled", "geojson", "bayanat"):
        answer = working.post(f"/api/export?as={scheme}&from=2018-10-18", headers=token)
        assert answer.status_code == 200
        assert [name for name in NAMES if name in answer.text] == []
    for line in working.post("/api/export?as=jsonl", headers=token).text.splitlines():
        places = json.loads(line)["places"]
        assert all(round(at, 2) == at for place in places for at in (place["lat"], place["lon"]) if at is not None)


def test_all_of_it_is_handed_out_only_where_asked_for_and_the_log_says_so(working: TestClient) -> None:
    token = csrf(working)
    add(working, token)
    whole = working.post("/api/export?as=jsonl&from=2018-10-18&full=true", headers=token).text
    assert "رامي الدومي" in whole
    working.post("/api/export?as=csv&type=killed&decimals=1", headers=token)
    full, redacted = exports(working)
    assert (full["profile"], full["decimals"], full["format"]) == ("full", None, "jsonl")
    assert full["events"] == len(whole.splitlines())
    assert (redacted["profile"], redacted["decimals"], redacted["filters"]) == (
        "redacted", 1, "as=csv&type=killed&decimals=1",
    )  # fmt: skip


@pytest.mark.parametrize("chart", ["killed", "losses", "control"])
def test_the_table_of_a_chart_leaves_as_carefully(working: TestClient, chart: str) -> None:
    token = csrf(working)
    given = {
        "text": "دمر الجيش دبابة وسيطر على مدينة سراقب أمس وقتل خمسة جنود، بحسب الناشط رامي الدومي.",
        "published": "2018-10-20",
    }
    assert working.post("/api/reports", json=given, headers=token).status_code == 201
    safe = working.post(f"/api/export?as={chart}", headers=token)
    whole = working.post(f"/api/export?as={chart}&full=true", headers=token)
    assert safe.headers["content-disposition"].endswith(f'marsad-{chart}.csv"')
    assert [name for name in NAMES if name in safe.text] == []
    assert len(safe.text.splitlines()) > 3
    if chart != "killed":
        assert "رامي الدومي" in whole.text
    assert [(one["format"], one["profile"]) for one in exports(working)] == [(chart, "redacted"), (chart, "full")]


def test_the_table_of_a_chart_is_what_the_chart_shows(working: TestClient) -> None:
    token = csrf(working)
    shown = working.get("/api/overview").json()["killed"]
    lines = working.post("/api/export?as=killed&full=true", headers=token).text.splitlines()[1:]
    assert [line.split(",")[-3:] for line in lines] == [
        [str(one["low"]), "" if one["high"] is None else str(one["high"]), str(one["events"])] for one in shown
    ]


@pytest.mark.parametrize(("role", "status"), [("viewer", 403), ("reviewer", 403), ("editor", 200)])
def test_only_those_who_settle_may_take_all(team: TestClient, role: str, status: int) -> None:
    token = sign_in(team, role)
    assert team.post("/api/export?as=csv", headers=token).status_code == 200
    assert team.post("/api/export?as=csv&full=true", headers=token).status_code == status
    said = exports(team)
    assert [(one["by"], one["profile"]) for one in said] == [(role, "redacted"), *([(role, "full")] * (status == 200))]
