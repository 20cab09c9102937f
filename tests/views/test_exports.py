"""Exports: exactly the columns and codes of each standard, readable by the tools, every row back to its claims."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas
import openpyxl
import pyarrow.parquet
import pytest

from evals.events import leanings, told_samples
from marsad import compiled, pipeline
from marsad.codebook.codebook import build
from marsad.events import gather
from marsad.records import Told, WeaponMention
from marsad.views import events_plain, to_acled, to_ucdp
from marsad.views.export import FORMATS, Export, write
from marsad.views.schemes import Party, schemes
from marsad.views.to_plover import QUAD, SCALE
from marsad.views.to_tables import csv_text, safe
from marsad.views.to_ucdp import priogrid
from tests.events.invented import ARMY, REBELS, RULES, people, place, told

CODEBOOK = build(compiled.load("codebook"))
ACLED = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
]  # fmt: skip
UCDP = [
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
    "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
    "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
]  # fmt: skip


@pytest.fixture(scope="module")
def samples() -> Export:
    known = pipeline.load_knowledge()
    claims = told_samples(known)
    rules = pipeline.gathering_rules(known, leanings())
    events = pipeline.gather(claims, [], rules).events
    return Export(events, {one.claim.id: one for one in claims}, rules, CODEBOOK)


def written(export: Export, name: str, folder: Path) -> Path:
    path = folder / f"events.{name}"
    assert write(export, name, path) > 0
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def export_of(claims: list[Told]) -> Export:
    return Export(gather(claims, (), RULES).events, {one.claim.id: one for one in claims}, RULES, CODEBOOK)


def acled(claims: list[Told]) -> list[dict[str, Any]]:
    return export_of(claims).acled()


def test_the_formats() -> None:
    assert list(FORMATS) == [
        "acled", "ucdp", "plover", "geojson", "geopackage", "csv", "xlsx", "parquet", "jsonl", "sqlite", "bayanat",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["acled", "ucdp", "csv", "bayanat"])
def test_one_line_a_record_and_claims_behind_every_row(samples: Export, tmp_path: Path, name: str) -> None:
    path = written(samples, name, tmp_path)
    rows = rows_of(path)
    assert path.read_bytes().count(b"\n") == len(rows) + 1
    assert all(set(row["claims"].split("; ")) <= samples.told.keys() and row["claims"] for row in rows)


def test_acled_has_its_31_columns_in_order(samples: Export, tmp_path: Path) -> None:
    strict = written(replace(samples, with_claims=False), "acled", tmp_path)
    assert strict.read_text("utf-8").splitlines()[0].split(",") == ACLED
    assert list(rows_of(written(samples, "acled", tmp_path))[0]) == [*ACLED, "claims"]


def test_acled_rows_use_its_codes(samples: Export) -> None:
    pairs = {tuple(pair) for pair in schemes()["acled_order"]}
    inters = {inter for _, inter in schemes()["inter"].values()}
    rows = samples.acled()
    for row in rows:
        assert (row["event_type"], row["sub_event_type"]) in pairs
        assert row["disorder_type"] in (
            "Political violence", "Demonstrations", "Strategic developments", "Political violence; Demonstrations",
        )  # fmt: skip
        assert row["inter1"] in inters
        assert row["inter2"] in inters | {""}
        assert row["time_precision"] in (1, 2, 3)
        assert row["geo_precision"] in (1, 2, 3)
        assert row["civilian_targeting"] in ("", "Civilian targeting")
        assert isinstance(row["fatalities"], int)
        assert row["notes"].startswith("On ")
        assert row["event_id_cnty"][:3].isupper()
    assert len({row["event_id_cnty"] for row in rows}) == len(rows)


def test_acled_takes_the_lowest_and_no_information_is_zero() -> None:
    claims = [
        told("a", agents=(ARMY,)),
        told("b", "killed", targets=people(), count=(7, 7), start=5),
        told("c", "killed", targets=people(), count=(5, 5), report="r2", outlet="wire"),
    ]
    assert [row["fatalities"] for row in acled(claims)] == [5]
    assert [row["fatalities"] for row in acled(claims[:1])] == [0]


def test_what_tens_and_several_export_as_is_a_choice() -> None:
    claims = [
        told("a", agents=(ARMY,)),
        told("b", "killed", targets=people(), count=(10, 99), start=5),
        told("c", "killed", targets=people("مقاتلين"), count=(2, None), start=9),
    ]
    assert acled(claims)[0]["fatalities"] == 13
    chosen = replace(export_of(claims), options=to_acled.Options(tens=12, several=10)).acled()
    assert chosen[0]["fatalities"] == 22


def test_a_total_of_two_places_is_divided_and_conserved() -> None:
    one = told("a", agents=(ARMY,))
    two = replace(one, claim=replace(one.claim, places=(place("wadi"), place("sahl"))))
    dead = told("b", "killed", targets=people(), count=(5, 5), start=5, at=None)
    assert sorted(row["fatalities"] for row in acled([two, dead])) == [2, 3]


GAIN = [told("g", "control_gain", agents=(REBELS,)), told("f", "clash", agents=(REBELS,), start=4)]
LATER = told("z", report="r8", day="2020-03-09", published="2020-03-09", at="tall")


def test_a_gain_is_provisional_until_a_later_day_is_told_of() -> None:
    (row,) = acled(GAIN)
    assert (row["sub_event_type"], row["tags"]) == ("Non-state actor overtakes territory", "provisional")
    assert acled([*GAIN, LATER])[0]["tags"] == ""


def test_a_gain_taken_back_within_a_day_is_an_armed_clash() -> None:
    back = told("h", "control_gain", agents=(ARMY,), report="r5", day="2020-03-03", published="2020-03-03")
    assert acled([*GAIN, back, LATER])[0]["sub_event_type"] == "Armed clash"


def test_a_denied_gain_is_an_armed_clash() -> None:
    denied = told("h", "control_gain", agents=(REBELS,), report="r5", outlet="gov", status="denied")
    assert acled([*GAIN, denied])[0]["sub_event_type"] == "Armed clash"


def test_the_state_regains_and_an_entry_without_a_fight_is_a_transfer() -> None:
    state = [told("g", "control_gain", agents=(ARMY,)), told("f", "clash", agents=(ARMY,), start=4)]
    assert acled(state)[0]["sub_event_type"] == "Government regains territory"
    assert acled(state[:1])[0]["sub_event_type"] == "Non-violent transfer of territory"


def test_what_is_planned_or_only_denied_has_no_row() -> None:
    assert acled([told("a", "attack", status="planned"), told("b", status="denied", at="tall")]) == []


def test_the_lower_kind_of_actor_stands_first_but_outsiders_before_civilians() -> None:
    state, rebels = Party("a", 1, "State forces"), Party("b", 2, "Rebel group")
    civilians, others = Party("c", 7, "Civilians"), Party("d", 8, "External/Other forces")
    assert to_acled.interaction(rebels, state) == "State forces-Rebel group"
    assert to_acled.interaction(civilians, others) == "External/Other forces-Civilians"
    assert to_acled.interaction(state, None) == "State forces only"


def test_ucdp_has_its_49_columns_and_best_is_the_sum(samples: Export, tmp_path: Path) -> None:
    rows = rows_of(written(samples, "ucdp", tmp_path))
    assert list(rows[0]) == [*UCDP, "claims"]
    for row in rows:
        parts = [int(row[name]) for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
        assert int(row["best"]) == sum(parts)
        assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
        assert int(row["type_of_violence"]) in (1, 2, 3)
        assert int(row["where_prec"]) in range(1, 8)
        assert int(row["date_prec"]) in range(1, 6)
        assert row["date_start"] <= row["date_end"]


def test_the_cell_of_aleppo_in_priogrid() -> None:
    assert priogrid(36.201241, 37.161173) == 181875


def test_ucdp_keeps_only_what_killed() -> None:
    export = export_of([told("a"), told("b", "killed", targets=people(), count=(4, 4), at="tall")])
    assert [row["deaths_civilians"] for row in to_ucdp.ucdp_rows(export.events, export.told, RULES)] == [4]


def test_plover_records_have_what_is_required(samples: Export, tmp_path: Path) -> None:
    for line in written(samples, "plover", tmp_path).read_text("utf-8").splitlines():
        record = json.loads(line)
        assert record["actor"]
        assert record["event"][0] in QUAD.keys() & SCALE.keys()
        assert record["date"]
        assert set(record["claims"]) <= samples.told.keys()


def test_geopandas_reads_geojson_and_geopackage(samples: Export, tmp_path: Path) -> None:
    number = len(samples.rows())
    for name in ("geojson", "geopackage"):
        path = written(samples, name, tmp_path)
        if name == "geopackage":
            path = path.rename(tmp_path / "events.gpkg")
        frame = geopandas.read_file(path)
        assert len(frame) == number
        assert frame.crs.to_epsg() == 4326
        assert {"event_id", "radius_km", "geo_precision", "claims"} <= set(frame.columns)
        row = next(row for row in samples.rows() if row["latitude"] is not None)
        point = frame[frame.event_id == row["event_id"]].geometry.iloc[0]
        assert (point.x, point.y) == pytest.approx((row["longitude"], row["latitude"]))


def test_pyarrow_reads_parquet_with_types(samples: Export, tmp_path: Path) -> None:
    table = pyarrow.parquet.read_table(written(samples, "parquet", tmp_path))
    assert table.column_names == list(events_plain.COLUMNS)
    assert str(table.schema.field("latitude").type) == "double"
    assert str(table.schema.field("killed_low").type) == "int64"
    assert table.column("event_id").to_pylist() == [row["event_id"] for row in samples.rows()]


def test_openpyxl_reads_the_workbook_with_its_codebook(samples: Export, tmp_path: Path) -> None:
    path = written(samples, "xlsx", tmp_path).rename(tmp_path / "events.xlsx")
    book = openpyxl.load_workbook(path, read_only=True)
    assert book.sheetnames == ["events", "figures", "contradictions", "claims", "codebook", "tombstones"]
    rows = list(book["events"].iter_rows(values_only=True))
    assert rows[0] == events_plain.COLUMNS
    assert len(rows) == len(samples.rows()) + 1
    assert len(list(book["codebook"].iter_rows())) == len(CODEBOOK.types) + 1
    book.close()


def test_sqlite_adds_up(samples: Export, tmp_path: Path) -> None:
    base = sqlite3.connect(written(samples, "sqlite", tmp_path))
    (claims,) = base.execute("SELECT count(*) FROM claims").fetchone()
    orphans = "SELECT count(*) FROM figures WHERE event_id NOT IN (SELECT event_id FROM claims)"
    (lost,) = base.execute(orphans).fetchone()
    base.close()
    assert (claims, lost) == (len(samples.told), 0)


def test_every_claim_is_in_exactly_one_event(samples: Export) -> None:
    held = [claim for event in samples.events for claim in event.claims]
    assert sorted(held) == sorted(samples.told)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", " =1", "\t=1"])
def test_what_a_spreadsheet_would_run_is_made_harmless(cell: str) -> None:
    assert str(safe(cell)).startswith("'")


def test_lines_in_a_cell_become_blanks_and_numbers_stay() -> None:
    assert (safe("a\r\nb\u2028c"), safe(-1), safe(None)) == ("a b c", -1, "")


def test_tags_of_hxl_and_the_mark_for_excel_on_request() -> None:
    text = csv_text([{"event_id": "e"}], ["event_id", "other"], hxl=True, bom=True)
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff")))) == [
        ["event_id", "other"],
        ["#event+code", ""],
        ["e", ""],
    ]
    assert text.startswith("\ufeff")


def test_the_same_events_give_the_same_file(samples: Export, tmp_path: Path) -> None:
    for name in ("acled", "ucdp", "geojson", "bayanat", "jsonl"):
        assert written(samples, name, tmp_path).read_bytes() == written(samples, name, tmp_path).read_bytes()


def dead(*weapons: str, agents: tuple[str, ...] = (), targets: str = "مدنيين") -> list[Told]:
    """People killed, by these means and these parties."""
    one = told("k1", "killed", targets=people(targets), count=(4, 4), agents=agents)
    means = tuple(WeaponMention(name, 0, len(name), name) for name in weapons)
    return [replace(one, claim=replace(one.claim, weapons=means))]


@pytest.mark.parametrize(
    ("claims", "coded"),
    [
        (dead(), []),  # nobody saw an attack where no more is told than the dead
        (dead(agents=(ARMY,)), ["Attack"]),
        (dead("small_arms"), ["Attack"]),
        (dead("mortar"), ["Shelling/artillery/missile attack"]),
        (dead("barrel_bomb", "shell"), ["Air/drone strike"]),
        (dead("mine", agents=(ARMY,)), ["Remote explosive/landmine/IED"]),
        (dead(targets="جنود"), ["Armed clash"]),
    ],
)
def test_the_dead_are_coded_in_acled_by_what_killed_them(claims: list[Told], coded: list[str]) -> None:
    assert [row["sub_event_type"] for row in acled(claims)] == coded
