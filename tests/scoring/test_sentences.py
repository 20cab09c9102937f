"""Detection in labelled sentences: cases worked out by hand, and equality with the project's yardstick."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from marsad.scoring import sentences

SHARED = Path(os.environ.get("MARSAD_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
LABELS = ("yes", "yes", "easy no", "difficult no")
KINDS = ("attack", "killed", "protest", "riot", "talks")
NAMES = ("مسلحون", "المتظاهرين", "قوات الشرطة", "الشرطة", "حي", "")


def sentence(name: str, label: str, event: str = "ASSAULT", **spans: str) -> dict[str, Any]:
    return {"id": name, "event": event, "label": label, "text": "نص", **({"spans": spans} if spans else {})}


def predicted(**kinds: str) -> dict[str, dict[str, Any]]:
    """One claim of a kind for each sentence named."""
    return {name: {"id": name, "claims": [{"type": kind}]} for name, kind in kinds.items()}


@pytest.mark.parametrize(
    ("label", "kind", "counts"),
    [
        ("yes", "attack", (1, 1, 1)),
        ("yes", "protest", (0, 0, 1)),
        ("yes", "talks", (0, 0, 1)),
        ("easy no", "killed", (0, 1, 0)),
        ("easy no", "talks", (0, 0, 0)),
    ],
)
def test_a_sentence_is_found_where_a_claim_is_of_its_class(label: str, kind: str, counts: tuple[int, ...]) -> None:
    figure = sentences.detection([sentence("a", label)], predicted(a=kind))["ASSAULT"]
    assert (figure["tp"], figure["pred"], figure["gold"]) == counts


@pytest.mark.parametrize(("status", "found"), [("asserted", 1), ("background", 1), ("denied", 0), ("planned", 0)])
def test_what_is_denied_or_planned_is_not_reported(status: str, found: int) -> None:
    documents = {"a": {"id": "a", "claims": [{"type": "attack", "status": status}]}}
    assert sentences.detection([sentence("a", "yes")], documents)["ASSAULT"]["tp"] == found


def test_a_difficult_no_wrongly_found_is_counted_apart() -> None:
    figure = sentences.detection(
        [sentence("a", "difficult no"), sentence("b", "easy no")], predicted(a="killed", b="killed")
    )["ASSAULT"]
    assert (figure["pred"], figure["difficult"]) == (2, 1)


def test_a_marked_agent_is_answered_by_a_shared_word() -> None:
    gold = [sentence("a", "yes", source="الشرطة قوات", target="")]
    documents = {"a": {"id": "a", "claims": [{"type": "attack", "agents": [{"text": "عناصر الشرطة"}]}]}}
    figure = sentences.detection(gold, documents)["ASSAULT"]
    assert figure["source"] == {"ok": 1, "of": 1}
    assert figure["target"] == {"ok": 0, "of": 0}


def some_prediction(draw: random.Random, names: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {
            "type": draw.choice(KINDS),
            "status": draw.choice(("asserted", "asserted", "background", "denied")),
            "agents": [{"text": draw.choice(names)} for _ in range(draw.randrange(3))],
            "targets": [{"text": draw.choice(names)} for _ in range(draw.randrange(3))],
        }
        for _ in range(draw.choice((0, 0, 1, 1, 2)))
    ]


def theirs(gold: list[dict[str, Any]], documents: dict[str, Any], folder: Path) -> dict[str, tuple[str, ...]]:
    """What the yardstick prints, by class: p, r, f1, tp, fp, fn, difficult, source and target."""
    scorer = SHARED / "bench" / "oeda.py"
    if not scorer.exists():
        pytest.skip("the shared scorer is not at hand")
    paths = (folder / "sentences.jsonl", folder / "predicted.jsonl")
    for path, objects in zip(paths, (gold, documents.values()), strict=True):
        path.write_text("".join(json.dumps(found, ensure_ascii=False) + "\n" for found in objects), "utf-8")
    run = subprocess.run(
        [sys.executable, str(scorer), *map(str, paths)],
        capture_output=True, check=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    lines = [line for line in run.stdout.splitlines() if line.startswith(tuple(sentences.CLASSES))]
    return {line.split()[0]: tuple(re.findall(r"\d+/\d+|\d+(?:\.\d+)?", line.replace("F1", ""))) for line in lines}


def ours(gold: list[dict[str, Any]], documents: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """The same figures in the same order."""
    found = {}
    for event, f in sentences.detection(gold, documents).items():
        shown = [f["tp"], f["pred"] - f["tp"], f["gold"] - f["tp"], f["difficult"]]
        marked = [f"{f[role]['ok']}/{f[role]['of']}" for role in ("source", "target")]
        found[event] = (*(f"{f[name]:.3f}" for name in ("p", "r", "f1")), *map(str, shown), *marked)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_figures_of_invented_sentences_are_those_of_the_yardstick(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    gold = [
        sentence(
            str(number), draw.choice(LABELS), draw.choice(("ASSAULT", "PROTEST")),
            **({"source": draw.choice(NAMES), "target": draw.choice(NAMES), "verb": ""} if draw.random() < 0.7 else {}),
        )
        for number in range(100)
    ]  # fmt: skip
    documents = {s["id"]: {"id": s["id"], "claims": some_prediction(draw, NAMES)} for s in gold if draw.random() < 0.9}
    assert_equal(ours(gold, documents), theirs(gold, documents, tmp_path))


def test_figures_of_the_shared_sentences_are_those_of_the_yardstick(tmp_path: Path) -> None:
    path = SHARED / "data" / "oeda" / "dev.jsonl"
    if not path.exists():
        pytest.skip("the shared sentences are not at hand")
    gold, draw = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()], random.Random(7)
    marked = tuple(text for s in gold for text in (s.get("spans") or {}).values())
    documents = {s["id"]: {"id": s["id"], "claims": some_prediction(draw, marked[:40])} for s in gold}
    assert_equal(ours(gold, documents), theirs(gold, documents, tmp_path))
    assert_equal(ours(gold, {}), theirs(gold, {}, tmp_path))


def assert_equal(mine: dict[str, tuple[str, ...]], other: dict[str, tuple[str, ...]]) -> None:
    """Counts to the last one; ratios but for the rounding, which ours does twice."""
    assert mine.keys() == other.keys()
    for event, figures in mine.items():
        assert figures[3:] == other[event][3:], event
        assert [float(f) for f in figures[:3]] == pytest.approx([float(f) for f in other[event][:3]], abs=0.0011)
