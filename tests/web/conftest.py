"""A desk on the sample reports, read and kept once for all tests of this room."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from marsad.pipeline import Knowledge, load_knowledge
from marsad.reports import receive
from marsad.runs.intake import add_all
from marsad.runs.versions import versions
from marsad.store import open_store
from marsad.web.app import create
from marsad.web.desk import Desk
from marsad.web.guard import Guard
from marsad.web.people import People
from tests.web.browsing import CHROMIUM, FLAGS, opened, served

SAMPLES = Path(__file__).parents[2] / "samples" / "reports"
ROLES = ("viewer", "reviewer", "editor")
PASSWORDS = {name: f"a long word of the {name}" for name in (*ROLES, "second")}


@cache
def known() -> Knowledge:
    """The knowledge of the reader, loaded once."""
    return load_knowledge()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the samples, which no test changes."""
    path = tmp_path_factory.mktemp("filled") / "store.sqlite"
    with open_store(str(path), create=True) as store:
        list(add_all(receive([str(SAMPLES)]), store, versions()))
    return path


@pytest.fixture(scope="session")
def looking(filled: Path) -> Iterator[TestClient]:
    """A browser of the only user, for tests that change nothing."""
    yield from _client(filled, None)


@pytest.fixture
def working(filled: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A browser of the only user, on a store of its own."""
    yield from _client(Path(shutil.copy(filled, tmp_path / "own.sqlite")), None)


@pytest.fixture
def team(filled: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A browser of nobody yet, on a desk with accounts: one for each role, named like it."""
    people = People(tmp_path / "people.json")
    for role in ROLES:
        people.add(role, role, PASSWORDS[role])
    yield from _client(Path(shutil.copy(filled, tmp_path / "team.sqlite")), people)


@pytest.fixture
def blind(filled: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A browser of nobody yet, on a blind desk: two reviewers and an editor who settles."""
    people = People(tmp_path / "people.json")
    for name, role in (("reviewer", "reviewer"), ("second", "reviewer"), ("editor", "editor")):
        people.add(name, role, PASSWORDS[name])
    yield from _client(Path(shutil.copy(filled, tmp_path / "blind.sqlite")), people, is_blind=True)


def _client(path: Path, people: People | None, *, is_blind: bool = False) -> Iterator[TestClient]:
    desk = Desk(open_store(str(path)))
    desk.known = known()
    hosts = frozenset({"testserver"})
    with TestClient(create(desk, Guard(people, hosts, is_blind)), client=("127.0.0.1", 5000)) as client:
        yield client
    desk.close()


def csrf(client: TestClient) -> dict[str, str]:
    """The header that a change has to carry."""
    return {"X-Marsad-Csrf": client.get("/api/session").json()["csrf"]}


def sign_in(client: TestClient, name: str) -> dict[str, str]:
    """Sign in as somebody, in the place of whoever was here; the header that a change has to carry."""
    client.cookies.clear()
    answer = client.post("/api/session", json={"name": name, "password": PASSWORDS[name]})
    assert answer.status_code == 200
    return {"X-Marsad-Csrf": answer.json()["csrf"]}


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    """What drives browsers; one a run, as two do not stand each other."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright: Any) -> Iterator[Any]:
    """Chromium, one for all tests."""
    found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield found
    found.close()


@pytest.fixture
def address(filled: Path, tmp_path: Path) -> Iterator[str]:
    """A desk on a store of its own, served on a free port."""
    desk = Desk(open_store(str(shutil.copy(filled, tmp_path / "own.sqlite"))))
    desk.known = known()
    with served(desk) as found:
        yield found
    desk.close()


@pytest.fixture(params=["en", "ar"])
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Any]:
    """A page of the samples in a language."""
    with opened(browser, address, request.param) as found:
        yield found
