"""The loader names file, entry and field, and refuses what it could not tell apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from marsad.actors.forms import Forms, load_forms
from marsad.actors.load import load_source, read_actors, read_sources
from marsad.errors import DataError

ONE = """
- id: zz-north-front
  name: Northern Front
  name_ar: جبهة الشمال
  kind: rebel
  country: SY
  names:
    - جبهة الشمال
"""
OTHER = ONE.replace("zz-north-front", "zz-other-front")


@pytest.fixture(scope="module")
def forms() -> Forms:
    return load_forms()


def refusal(tmp_path: Path, forms: Forms, text: str) -> str:
    path = tmp_path / "zz.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError) as caught:
        read_actors([path], forms)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ONE + ONE, ["zz.yml", "zz-north-front", "field id"]),
        (ONE.replace("kind: rebel", "kind: wizards"), ["zz.yml", "zz-north-front", "field kind"]),
        (ONE.replace("SY", "Syria"), ["zz-north-front", "field country"]),
        (ONE + "  flavour: sweet\n", ["zz-north-front", "field flavour"]),
        (ONE + '  from: "last year"\n', ["zz-north-front", "field from"]),
        (ONE + "  parent: zz-nobody\n", ["zz-north-front", "field parent", "zz-nobody"]),
        (ONE + "    - جبهة الشمال\n", ["zz-north-front", "field names", "generated"]),
        (ONE + "    - '...'\n", ["zz-north-front", "field names", "no key"]),
        (ONE + "  used_by:\n    self:\n      - جبهة الجنوب\n", ["zz-north-front", "field used_by"]),
        (ONE.replace("zz-north-front", "generic:front"), ["generic:front", "field id"]),
        (ONE + OTHER, ["zz-north-front", "zz-other-front", "field names", "جبهه الشمال"]),
    ],
)
def test_a_wrong_entry_is_refused_by_name(tmp_path: Path, forms: Forms, text: str, told: list[str]) -> None:
    message = refusal(tmp_path, forms, text)
    assert [part for part in told if part not in message] == []


@pytest.mark.parametrize(
    "text",
    [
        ONE + OTHER.replace("country: SY", "country: YE"),
        ONE + '  to: "2015"\n' + OTHER + '  from: "2015"\n',
        ONE + "  contested:\n    - جبهة الشمال\n" + OTHER + "  contested:\n    - جبهة الشمال\n",
        ONE + "  only_in:\n    SY:\n      - جبهة الشمال\n" + OTHER + "  only_in:\n    IQ:\n      - جبهة الشمال\n",
    ],
    ids=["country", "dates", "contested", "only_in"],
)
def test_two_may_share_a_name_that_something_tells_apart(tmp_path: Path, forms: Forms, text: str) -> None:
    path = tmp_path / "zz.yml"
    path.write_text(text, "utf-8")
    assert set(read_actors([path], forms)) == {"zz-north-front", "zz-other-front"}


def test_two_sources_that_claim_one_name_are_refused(tmp_path: Path, forms: Forms) -> None:
    entry = "- id: {}\n  name: A\n  name_ar: أ\n  kind: agency\n  names:\n    - وكالة الشمال\n"
    path = tmp_path / "sources.yml"
    path.write_text(entry.format("one") + entry.format("two"), "utf-8")
    with pytest.raises(DataError, match="one and two"):
        read_sources(path, forms)


def test_what_is_compiled_survives_json() -> None:
    source = load_source()
    assert json.loads(json.dumps(source)) == source
