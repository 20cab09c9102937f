"""Rules about rare words first ask whether the sentence has any (``Scene.has_any``): that changes no reading."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from marsad.claims import scene as scenes
from marsad.claims.scene import Scene
from marsad.pipeline import load_knowledge, read
from marsad.records import Report

SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples" / "reports").glob("*.txt"))
COMPILED = not str(scenes.__file__).endswith(".py")


@pytest.mark.skipif(COMPILED, reason="methods of compiled classes cannot be exchanged")
def test_asking_first_changes_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    known = load_knowledge()
    reports = [Report(path.name, path.read_text("utf-8"), date(2018, 10, 9)) for path in SAMPLES]
    asked = [read(report, known) for report in reports]
    monkeypatch.setattr(Scene, "has_any", lambda self, keys: True)
    assert [read(report, known) for report in reports] == asked
