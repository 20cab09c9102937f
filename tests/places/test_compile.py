"""The register as it is read, and how it and GeoNames become one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from marsad.errors import DataError
from marsad.lexicons.load import read_yaml
from marsad.places.compile import merge, name_table
from marsad.places.load import HERE, load_source
from marsad.places.rows import Row, read_register
from marsad.places.spellings import Speller

TOWN = Row("sy-tall-warda", "town", "Tall Warda", ("تل وردة",), "SY", 36.0, 37.0)


def test_the_register_is_right() -> None:
    assert len(read_register(HERE / "register")) > 2000


def test_a_coordinate_written_without_a_fraction_is_a_fraction_all_the_same() -> None:
    assert {type(at) for row in read_register(HERE / "register") for at in (row.lat, row.lon)} == {float}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{id: a, kind: planet, name: A, at: [1, 2], names: [أ]}", "field kind"),
        ("{id: a, kind: town, name: A, at: [100, 2], names: [أ]}", "field at"),
        ("{id: a, kind: town, name: A, at: [1, 2], names: []}", "field names"),
        ("{id: a, kind: town, name: A, at: [1, 2]}", "missing fields"),
        ("{id: a, kind: town, name: A, at: [1, 2], names: [أ], parent: b}", "field parent"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "xx.yml").write_text(f"country: SY\nplaces:\n  - {line}\n", "utf-8")
    with pytest.raises(DataError, match=rf"xx\.yml, place a.*{message}"):
        read_register(tmp_path)


def test_a_town_of_geonames_beside_its_register_row_only_gives_its_population() -> None:
    town = replace(TOWN, id="gn-1", lat=36.03, population=4000, reviewed=False)
    assert [(row.id, row.population) for row in merge([TOWN], [town])] == [("sy-tall-warda", 4000)]


def test_a_town_of_the_same_name_far_away_stays() -> None:
    town = replace(TOWN, id="gn-1", lat=34.0, population=4000, reviewed=False)
    assert [row.id for row in merge([TOWN], [town])] == ["sy-tall-warda", "gn-1"]


def test_rules_spell_a_name_in_one_word() -> None:
    speller = Speller(read_yaml(HERE / "spellings.yml"), load_source()["sides"])
    names, _ = name_table([TOWN], speller)
    assert {"تل ورده", "تلورده", "تله ورده"} <= set(names)
