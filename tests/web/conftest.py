"""A desk on the sample reports, read and kept once for all tests of this room."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

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

SAMPLES = Path(__file__).parents[2] / "samples" / "reports"
PASSWORDS = {"viewer": "a long word to look", "reviewer": "a long word to judge", "editor": "a long word to add"}


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
    for role, password in PASSWORDS.items():
        people.add(role, role, password)
    yield from _client(Path(shutil.copy(filled, tmp_path / "team.sqlite")), people)


def _client(path: Path, people: People | None) -> Iterator[TestClient]:
    desk = Desk(open_store(str(path)))
    desk.known = known()
    hosts = frozenset({"testserver"})
    with TestClient(create(desk, Guard(people, hosts)), client=("127.0.0.1", 5000)) as client:
        yield client
    desk.store.close()


def csrf(client: TestClient) -> dict[str, str]:
    """The header that a change has to carry."""
    return {"X-Marsad-Csrf": client.get("/api/session").json()["csrf"]}


def sign_in(client: TestClient, role: str) -> dict[str, str]:
    """Sign in as the person of a role; the header that a change has to carry."""
    answer = client.post("/api/session", json={"name": role, "password": PASSWORDS[role]})
    assert answer.status_code == 200
    return {"X-Marsad-Csrf": answer.json()["csrf"]}
