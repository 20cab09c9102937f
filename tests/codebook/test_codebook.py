"""The codebook at run time: every type is there, named in both languages, and needs neither YAML nor pydantic."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache

import pytest

from marsad.codebook.codebook import Codebook, EventType, Label, build
from marsad.codebook.load import load_source

TYPES = [
    "clash", "attack", "repel", "shelling", "airstrike", "bombing", "suicide_bombing", "chemical_attack", "shooting",
    "assassination", "killed", "wounded", "captured", "abducted", "arrested", "released", "displaced",
    "equipment_loss", "property_damage", "control_gain", "withdrawal", "siege", "mobilize", "protest", "riot", "talks",
    "agreement", "violation", "aid", "reject", "demand", "accuse", "threaten",
]  # fmt: skip
ARABIC = re.compile(r"[\u0621-\u064a]")


@cache
def codebook() -> Codebook:
    return build(json.loads(json.dumps(load_source())))


def test_the_codebook_has_exactly_the_types_of_the_guidelines() -> None:
    assert list(codebook().types) == TYPES


def test_labels_of_the_other_parts_are_there() -> None:
    known = codebook()
    assert list(known.statuses) == ["asserted", "denied", "planned", "background", "rumoured"]
    assert list(known.outcomes) == ["destroyed", "damaged", "captured"]
    assert {"agents", "targets", "places", "weapons", "sources", "time", "count", "item"} == set(known.roles)
    assert known.count_kinds["materiel"] == Label("pieces of materiel", "قطع عتاد")


@pytest.mark.parametrize("name", TYPES)
def test_a_type_is_named_and_shown_in_arabic(name: str) -> None:
    entry = codebook().types[name]
    assert ARABIC.search(entry.label.ar)
    assert ARABIC.search(entry.example)
    assert not ARABIC.search(entry.label.en + entry.covers)


@pytest.mark.parametrize(
    ("name", "acled", "plover", "cameo"),
    [
        ("clash", ("Battles", "Armed clash"), ("ASSAULT", "firearms"), "19"),
        ("airstrike", ("Explosions/Remote violence", "Air/drone strike"), ("ASSAULT", "aerial"), "19"),
        ("chemical_attack", ("Explosions/Remote violence", "Chemical weapon"), ("ASSAULT", "unconventional"), "20"),
        ("captured", (None, None), ("ASSAULT", "abduct"), "18"),
        ("displaced", ("Strategic developments", "Other"), ("SANCTION", "expel"), "20"),
        ("killed", (None, None), (None, None), None),
    ],
)  # fmt: skip
def test_a_type_has_its_equivalents(
    name: str, acled: tuple[str | None, str | None], plover: tuple[str | None, str | None], cameo: str | None
) -> None:
    entry = codebook().types[name]
    assert (entry.acled, entry.plover, entry.cameo) == (acled, plover, cameo)


def test_people_killed_wounded_and_captured_are_casualties() -> None:
    assert [entry.id for entry in codebook().types.values() if entry.casualty] == ["killed", "wounded", "captured"]


def test_a_type_that_counts_has_the_role_count() -> None:
    def counted(entry: EventType) -> bool:
        return entry.counts is not None

    assert all(counted(entry) == ("count" in entry.roles) for entry in codebook().types.values())


def test_the_codebook_is_built_without_yaml_or_pydantic() -> None:
    modules = "marsad.codebook.codebook, marsad.codebook.document"
    program = f"import sys, {modules}; sys.exit(bool({{'yaml', 'pydantic'}} & {{*sys.modules}}))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
