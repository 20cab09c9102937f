"""Whatever is asked of the API that its own description allows or forbids: no answer is a fault of the server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable

from marsad.reports import addresses
from marsad.store import open_store
from marsad.web.app import create
from marsad.web.desk import AT_THE_DESK, Desk
from marsad.web.guard import Guard
from tests.web.conftest import known

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis comes with the dev extra")
# Headers of the guard: without the token no change would get as far as what is tested here.
GUARD = Guard(None, frozenset())
PATIENCE = 120.0  # seconds
# So many questions of each operation; more by hand: MARSAD_EXAMPLES=500.
EXAMPLES = int(os.environ.get("MARSAD_EXAMPLES", "6"))


@pytest.fixture(scope="module")
def described(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    own = shutil.copy(filled, tmp_path_factory.mktemp("contract") / "own.sqlite")
    desk = Desk(open_store(str(own)), replace(AT_THE_DESK, fetch_retries=0))
    desk.known = known()
    with pytest.MonkeyPatch.context() as alone:
        alone.setattr(addresses, "_machines", lambda host, port: ["192.0.2.1"])  # no name is asked for, no machine
        yield schemathesis.openapi.from_asgi("/api/openapi.json", create(desk, GUARD))
    assert list(desk.store.verify()) == []
    desk.store.close()


def test_no_question_is_a_fault_of_the_server(described: Any) -> None:
    modes = schemathesis.GenerationMode
    asked = [
        _ask(each.ok(), mode) for each in described.get_all_operations() for mode in (modes.POSITIVE, modes.NEGATIVE)
    ]
    assert len(asked) >= 40


def _ask(operation: Any, mode: Any) -> str:
    """Ask one operation what fits its description, or what does not."""

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def ask(case: Any) -> None:
        answer = case.call(headers={"X-Marsad-Csrf": GUARD.only.csrf}, timeout=PATIENCE)
        assert answer.status_code < 500, f"{case.method} {case.path}: {answer.text}"
        if answer.status_code >= 400:
            assert isinstance(answer.json()["detail"], str)

    try:
        ask()
    except Unsatisfiable:
        # What asks for nothing cannot be asked wrongly.
        assert mode is schemathesis.GenerationMode.NEGATIVE
    return str(operation.label)
