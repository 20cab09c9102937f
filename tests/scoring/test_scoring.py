"""Figures of small gold and predicted claims worked out by hand, and equality with the project's yardstick."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from marsad import scoring
from marsad.reports.documents import read_documents

SHARED = Path(os.environ.get("MARSAD_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))


def claim(kind: str, start: int, text: str, **rest: Any) -> dict[str, Any]:
    return {"type": kind, "trigger": {"text": text, "start": start, "end": start + len(text)}, **rest}


def document(*claims: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {"a": {"id": "a", "claims": list(claims)}}


def test_a_claim_counts_where_trigger_and_type_agree() -> None:
    gold = document(claim("killed", 0, "قتل"), claim("wounded", 10, "أصيب"), claim("attack", 20, "هجوم"))
    predicted = document(claim("killed", 0, "قتل"), claim("killed", 10, "أصيب"))
    figures = scoring.score(gold, predicted)
    assert figures["detection"]["p"] == 1.0
    assert figures["claim"]["p"] == 0.5
    assert figures["claim"]["r"] == pytest.approx(1 / 3, abs=1e-3)


def test_mentions_agree_where_one_holds_the_other() -> None:
    gold = document(claim("killed", 0, "قتل", agents=[{"text": "قوات النظام السوري"}]))
    predicted = document(claim("killed", 0, "قتل", agents=[{"text": "قوات النظام"}, {"text": "الثوار"}]))
    assert scoring.score(gold, predicted)["agent"]["p"] == 0.5


def test_figures_are_those_of_the_shared_scorer(tmp_path: Path) -> None:
    gold = SHARED / "annotation" / "dev"
    scorer = SHARED / "bench" / "score.py"
    if not scorer.exists() or not gold.exists():
        pytest.skip("the shared scorer and gold are not at hand")
    documents = read_documents(gold)
    for number, found in enumerate(documents.values()):
        found["claims"] = [item for at, item in enumerate(found["claims"]) if (at + number) % 4]
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(json.dumps(found, ensure_ascii=False) for found in documents.values()), "utf-8")
    theirs = json.loads(
        subprocess.run(
            [sys.executable, str(scorer), str(gold), str(predicted), "--json"], capture_output=True, check=True
        ).stdout
    )
    ours = scoring.score(read_documents(gold), read_documents(predicted))
    for name, figure in theirs.items():
        assert ours[name] == figure, name
