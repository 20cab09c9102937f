"""Weapons: found in every written form, with the class and the claim type that their use implies."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from marsad.arabic.phrases import joined
from marsad.errors import DataError
from marsad.lexicons.weapons import WeaponEntry, Weapons, build, load_source, read_weapons


@cache
def weapons() -> Weapons:
    return build(json.loads(json.dumps(load_source())))


def found(words: str) -> WeaponEntry | None:
    """The entry that the whole of some words means."""
    first, *rest = joined(words).split(" ")
    match = weapons().table.longest(first, rest)
    if match is None or match.length != len(rest) + 1:
        return None
    (name,) = match.values
    return weapons().entries[name]


@pytest.mark.parametrize(
    ("words", "remote"),
    [
        ("صواريخ", "shelling"),
        ("قذائف هاون", "shelling"),
        ("المدفعية", "shelling"),
        ("صواريخ الغراد", "shelling"),
        ("صاروخ تاو", "shelling"),
        ("الصواريخ المضادة للدروع", "shelling"),
        ("طائرات حربية", "airstrike"),
        ("الطيران", "airstrike"),
        ("مروحيات", "airstrike"),
        ("براميل متفجرة", "airstrike"),
        ("طائرة مسيرة", "airstrike"),
        ("عبوة ناسفة", "bombing"),
        ("لغم أرضي", "bombing"),
        ("سيارة مفخخة", "bombing"),
        ("رصاص", "shooting"),
        ("رصاص قناص", "shooting"),
        ("بنادق", "shooting"),
        ("غاز الكلور", "chemical_attack"),
        ("السارين", "chemical_attack"),
        ("حزام ناسف", "suicide_bombing"),
        ("سكين", None),
        ("قنابل عنقودية", None),
    ],
)
def test_a_weapon_implies_the_type_of_its_use(words: str, remote: str | None) -> None:
    entry = found(words)
    assert entry is not None
    assert entry.remote == remote


@pytest.mark.parametrize(
    ("words", "weapon_class"),
    [
        ("دبابة", "tank"),
        ("الدبابات", "tank"),
        ("دبابتين", "tank"),
        ("دبابتان", "tank"),
        ("دبابته", "tank"),
        ("الآليات", "vehicle"),
        ("الآليات القتالية", "vehicle"),
        ("عبوتين ناسفتين", "ied"),
        ("العبوات الناسفة", "ied"),
        ("حزاماً ناسفاً", "suicide_vest"),
        ("صاروخين موجهين", "atgm"),
        ("الطائرة بدون طيار", "drone"),
        ("طائرتين مسيرتين", "drone"),
        ("بي إم بي", "apc"),
        ("صاروخا غراد", "rocket"),
    ],
)
def test_a_weapon_is_found_in_every_number_and_state(words: str, weapon_class: str) -> None:
    entry = found(words)
    assert entry is not None
    assert entry.weapon_class == weapon_class


@pytest.mark.parametrize(
    "word", ["بدر", "قدس", "شاهد", "يافا", "سهم", "ميلان", "سيرغي", "روسية", "سيطرة", "مسيرة", "شظايا", "أطقم"]
)
def test_a_word_that_is_mostly_something_else_is_no_weapon(word: str) -> None:
    assert found(word) is None


def test_a_civilian_car_is_not_military() -> None:
    car, tank = found("سيارة"), found("دبابة")
    assert car is not None
    assert tank is not None
    assert (car.military, tank.military) == (False, True)


def test_an_entry_knows_its_lemma_and_its_name() -> None:
    entry = weapons().entries["tank"]
    assert (entry.lemma, entry.name) == ("دبابة", "Tank")


ENTRY = """
- id: slingshot
  name: Slingshot
  class: melee
  role: weapon
  names:
    - مقلاع | مقاليع
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ENTRY + ENTRY, "field id"),
        (ENTRY + ENTRY.replace("id: slingshot", "id: catapult"), "field names"),
        (ENTRY.replace("role: weapon", "role: toy"), "field role"),
        (ENTRY + "  remote: thunder\n", "field remote"),
        (ENTRY + "  colour: red\n", "field colour"),
        (ENTRY.replace("  class: melee\n", ""), "field class"),
    ],
)
def test_a_wrong_entry_is_refused_by_name(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "weapons.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=told):
        read_weapons(path)
