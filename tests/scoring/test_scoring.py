"""Figures of small gold and predicted claims worked out by hand, and equality with the project's yardstick."""

from __future__ import annotations

import importlib.util
import os
import random
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


def test_a_claim_answers_one_claim_only() -> None:
    gold = document(claim("killed", 0, "قتل"))
    predicted = document(claim("killed", 0, "قتل"), claim("killed", 0, "قتل"))
    figures = scoring.score(gold, predicted)
    assert (figures["claim"]["tp"], figures["claim"]["pred"]) == (1, 2)


def test_of_two_numbers_of_one_trigger_each_finds_its_own() -> None:
    tanks = {"count": {"low": 3, "high": 3}, "item": {"text": "دبابات"}}
    cars = {"count": {"low": 1, "high": 1}, "item": {"text": "عربة"}}
    gold = document(claim("equipment_loss", 0, "دمر", **tanks), claim("equipment_loss", 0, "دمر", **cars))
    predicted = document(claim("equipment_loss", 0, "دمر", **cars), claim("equipment_loss", 0, "دمر", **tanks))
    assert scoring.score(gold, predicted)["count"] == {"accuracy": 1.0, "of": 2}


def test_a_made_up_day_counts_against_the_undated() -> None:
    gold = document(claim("killed", 0, "قتل", date_from=None, date_to=None))
    predicted = document(claim("killed", 0, "قتل", date_from="2018-10-09", date_to="2018-10-09"))
    figures = scoring.score(gold, predicted)
    assert figures["undated"] == {"accuracy": 0.0, "of": 1}
    assert figures["date"] == {"accuracy": None, "of": 0}


def test_a_report_without_a_prediction_counts_as_predicted_empty() -> None:
    figures = scoring.score(document(claim("killed", 0, "قتل")), {})
    assert figures["missing_docs"] == 1
    assert figures["claim"]["r"] == 0.0


def test_errors_name_what_was_missed_and_what_was_made_up() -> None:
    lines = scoring.errors(document(claim("killed", 0, "قتل")), document(claim("wounded", 0, "قتل")))
    assert [line.split()[0] for line in lines] == ["missed", "spurious"]


WORDS = ("قوات النظام", "النظام", "المعارضة المسلحة", "مدينة حلب", "حلب", "ريف حلب الشرقي", "في", "", "ناشطون")
TYPES = ("killed", "wounded", "attack", "shelling")
STATUSES = ("asserted", "denied", "planned")


def some_claim(draw: random.Random, *, richer: bool) -> dict[str, Any]:
    """A claim in gold's form or in Marsad's richer one, with any of its fields missing now and then."""
    start, text = draw.randrange(40), draw.choice(WORDS[:6])

    def mention() -> Any:
        words = draw.choice(WORDS)
        lat, lon = draw.choice(((36.2, 37.1), (36.2, 39.9), (None, None)))
        return {"text": words, "lat": lat, "lon": lon} if richer else words

    made: dict[str, Any] = {"type": draw.choice(TYPES), "incident": draw.choice((1, 2, 3, None))}
    if richer:
        made["trigger"] = {"text": text, "start": start, "end": start + len(text)}
    else:
        made |= {"trigger": text, "start": start}
        made["place_geo"] = [draw.choice((None, {"lat": 36.2, "lon": 37.1})) for _ in range(draw.randrange(3))]
    for key in ("agents", "targets", "places", "weapons", "sources"):
        if draw.random() < 0.8:
            made[key] = [mention() for _ in range(draw.randrange(4))]
    if draw.random() < 0.7:
        day = draw.choice((None, "2018-10-08", "2018-10-09"))
        made |= {"time": draw.choice((None, mention())), "date_from": day, "date_to": day}
    if draw.random() < 0.7:
        made["count"] = draw.choice((None, {"low": 2, "high": None}, {"low": 3, "high": 3}))
        made["item"] = draw.choice((None, mention()))
    if draw.random() < 0.8:
        made["status"] = draw.choice(STATUSES)
    return made


def some_documents(seed: int, *, richer: bool) -> dict[str, dict[str, Any]]:
    draw = random.Random(seed)
    names = [name for name in "abcdef" if not richer or draw.random() < 0.9]
    return {
        name: {"id": name, "claims": [some_claim(draw, richer=richer) for _ in range(draw.randrange(12))]}
        for name in names
    }


@pytest.fixture(scope="module")
def yardstick() -> Any:
    """The project's yardstick, where it is at hand."""
    path = SHARED / "bench" / "score.py"
    if not path.exists():
        pytest.skip("the shared scorer is not at hand")
    spec = importlib.util.spec_from_file_location("yardstick", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(60))
def test_figures_and_errors_of_anything_are_those_of_the_yardstick(yardstick: Any, seed: int) -> None:
    gold, predicted = some_documents(seed, richer=False), some_documents(seed + 1000, richer=True)
    figures, errors = yardstick.score(gold, predicted)
    assert scoring.score(gold, predicted) == figures
    ours = sorted(line.split()[:3] for line in scoring.errors(gold, predicted))
    assert ours == sorted([what, f"{name}:", found["type"]] for name, what, found in errors)


@pytest.mark.parametrize("seed", range(4))
def test_figures_of_spoilt_gold_are_those_of_the_yardstick(yardstick: Any, seed: int) -> None:
    gold, draw = read_documents(SHARED / "annotation" / "dev"), random.Random(seed)
    spoilt = {name: {"id": name, "claims": [*found["claims"]]} for name, found in gold.items() if draw.random() < 0.95}
    for found in spoilt.values():
        found["claims"] = [spoil(item, draw) for item in found["claims"] if draw.random() < 0.8]
    assert scoring.score(gold, spoilt) == yardstick.score(gold, spoilt)[0]


def test_figures_of_no_prediction_are_those_of_the_yardstick(yardstick: Any) -> None:
    gold = read_documents(SHARED / "annotation" / "dev")
    assert scoring.score(gold, {}) == yardstick.score(gold, {})[0]
    silent = {name: {"id": name, "claims": []} for name in gold}
    assert scoring.score(gold, silent) == yardstick.score(gold, silent)[0]


def test_gold_is_right_about_itself(yardstick: Any) -> None:
    gold = read_documents(SHARED / "annotation" / "dev")
    figures = scoring.score(gold, gold)
    assert figures == yardstick.score(gold, gold)[0]
    assert (figures["claim"]["f1"], scoring.errors(gold, gold)) == (1.0, [])


def test_order_of_claims_and_shifted_triggers_change_nothing_against_the_yardstick(yardstick: Any) -> None:
    gold, draw = read_documents(SHARED / "annotation" / "dev"), random.Random(11)
    moved = {}
    for name, found in gold.items():
        claims = [{**item, "start": item["start"] + draw.randrange(-4, 5)} for item in found["claims"]]
        claims = [{**item, "agents": [*reversed(item.get("agents") or [])]} for item in claims]
        moved[name] = {"id": name, "claims": draw.sample(claims, len(claims))}
    assert scoring.score(gold, moved) == yardstick.score(gold, moved)[0]


def spoil(found: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    """A claim with some of its fields changed."""
    changed = dict(found)
    for key in ("agents", "targets", "places", "sources", "weapons"):
        mentions = list(changed.get(key) or [])
        if mentions and draw.random() < 0.3:
            mentions.pop(draw.randrange(len(mentions)))
        changed[key] = [" ".join(mention.split()[: draw.randrange(1, 5)]) for mention in mentions]
    if draw.random() < 0.2:
        changed |= {"status": "denied", "type": draw.choice(TYPES), "date_from": None, "incident": 1}
    return changed
