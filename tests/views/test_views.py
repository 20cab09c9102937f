"""The views: the contract of JSON, CSV that is safe to open, a table that Arabic does not tear apart."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

import pytest
from rich.console import Console

from marsad.records import ActorMention, Claim, Count, PlaceMention, Reading, SourceMention, Span, WeaponMention
from marsad.views.bidi import ISOLATE, RELEASE, Isolated, isolated
from marsad.views.labels import LANGUAGES, labels_in
from marsad.views.plain import json_line, reading_dict
from marsad.views.table import table_of
from marsad.views.to_csv import COLUMNS, csv_header, csv_lines
from marsad.views.words import dates, number

FULL = Claim(
    id="4f0a9c2be1d7",
    type="equipment_loss",
    trigger=Span("دمروا", 10, 15),
    agents=(ActorMention("الثوار", 0, 6, "sy-opposition-rebels", "Syrian opposition rebels"),),
    targets=(ActorMention("القوات\nالمهاجمة", 20, 34),),
    places=(PlaceMention("الميسر", 40, 46, "sy-maysar", "Al-Maysar", 36.19, 37.19, "SY", "Aleppo", "town", 1),),
    time=Span("فجر أمس", 50, 57),
    date_from="2016-12-05",
    date_to="2016-12-05",
    count=Count(3, 3, "3", 60, 61),
    item=WeaponMention("دبابات", 62, 68, "tank"),
    outcome="destroyed",
    weapons=(WeaponMention("صاروخ تاو", 70, 79, "atgm"),),
    sources=(SourceMention("الشبكة", 80, 86, "shaam", "Shaam", "network"), SourceMention("ناشطون", 90, 96)),
    status="rumoured",
    incident=2,
    because=("lexicon:destroy", "rule:subject-before-verb"),
)
BARE = Claim(id="0", type="killed", trigger=Span("قتل", 100, 103))
READING = Reading("r", date(2016, 12, 6), "شبكة", "0" * 64, (FULL, BARE))
TYPES = {"equipment_loss": "Materiel lost", "killed": "People killed"}


def drawn(reading: Reading, *, width: int, language: str = "en", terminal: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=terminal, color_system=None)
    table = table_of(reading, labels_in(language, TYPES), width=width)
    console.print(Isolated(table) if terminal else table)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_json_has_the_fields_of_the_contract_in_its_order() -> None:
    found = reading_dict(READING)
    assert list(found) == ["id", "published", "outlet", "sha256", "claims", "issues"]
    claim = found["claims"][0]
    assert list(claim) == [
        "id", "type", "trigger", "agents", "targets", "places", "time", "date_from", "date_to", "count", "item",
        "outcome", "weapons", "sources", "status", "incident", "because",
    ]  # fmt: skip
    assert claim["agents"] == [
        {"text": "الثوار", "start": 0, "end": 6, "actor": "sy-opposition-rebels", "name": "Syrian opposition rebels"}
    ]
    assert list(claim["places"][0]) == [
        "text", "start", "end", "place", "name", "lat", "lon", "country", "admin1", "kind", "precision",
            "name_ar", "admin2", "pcode", "radius_km", "where_prec", "basis", "alternatives",
    ]  # fmt: skip
    assert claim["item"] == {"text": "دبابات", "start": 62, "end": 68, "class": "tank"}
    assert list(claim["sources"][0]) == ["text", "start", "end", "source", "name", "kind"]


def test_what_a_claim_lacks_is_empty_in_json() -> None:
    claim = reading_dict(READING)["claims"][1]
    assert [claim[name] for name in ("time", "date_from", "count", "item", "outcome", "incident")] == [None] * 6
    assert [claim[name] for name in ("agents", "places", "sources", "because")] == [[]] * 4


@pytest.mark.parametrize("end", ["\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c"])
def test_one_reading_is_one_line_whatever_it_quotes(end: str) -> None:
    reading = Reading("r", None, f"شبكة{end}صدى", "0")
    line = json_line(reading)
    assert line.splitlines() == [line]
    assert json.loads(line)["outlet"] == reading.outlet


def test_csv_has_one_line_a_claim_and_no_line_end_in_a_cell() -> None:
    rows = list(csv.reader(io.StringIO(csv_header() + csv_lines(READING), newline="")))
    assert rows[0] == list(COLUMNS)
    assert len(rows) == 3
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert not any("\n" in cell or "\r" in cell for row in rows for cell in row)


@pytest.mark.parametrize("outlet", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1"])
def test_csv_holds_nothing_a_spreadsheet_would_run(outlet: str) -> None:
    line = csv_lines(Reading("r", None, outlet, "0", (BARE,)))
    (row,) = csv.DictReader(io.StringIO(csv_header() + line, newline=""))
    assert row["outlet"].startswith("'")


def test_a_table_shows_every_field() -> None:
    text = drawn(READING, width=200)
    for words in (
        "Materiel lost", "دمروا", "? rumoured", "الثوار", "Syrian opposition rebels", "→ القوات المهاجمة", "Al-Maysar",
        "2016-12-05", "فجر أمس", "3", "دبابات", "destroyed", "with صاروخ تاو", "الشبكة", "← ناشطون",
        "the report itself",
    ):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [30, 60, 87, 88, 120, 250])
def test_a_table_is_never_wider_than_the_terminal(width: int, language: str) -> None:
    console = Console(width=width)
    text = drawn(READING, width=width, language=language)
    lines = [line.rstrip() for line in text.splitlines()]
    assert all(console.measure(line).maximum <= width for line in lines if line)


def test_a_narrow_terminal_gets_a_list() -> None:
    text = drawn(READING, width=60)
    assert "│" not in text
    assert "who says so" in text


def test_arabic_columns_run_from_the_right() -> None:
    header = drawn(READING, width=140, language="ar").splitlines()[2]
    assert header.index("من يقول ذلك") < header.index("ماذا") < header.index("#")


@pytest.mark.parametrize("width", [60, 90, 140])
def test_on_a_terminal_each_line_of_a_cell_is_isolated_by_itself(width: int) -> None:
    for line in drawn(READING, width=width, terminal=True).splitlines():
        assert line.count(ISOLATE) == line.count(RELEASE)
        for cell in re.split("[│┃]", line):
            outside = re.sub(f"{ISOLATE}.*?{RELEASE}", "", cell)
            assert not re.search("[\u0600-\u06ff]", outside)


def test_isolates_leave_latin_and_signs_outside() -> None:
    assert isolated("→ «لواء الرمل» 12 Liwa") == f"→ {ISOLATE}«لواء الرمل»{RELEASE} 12 Liwa"
    assert isolated("the report itself") == "the report itself"


@pytest.mark.parametrize(
    ("count", "shown"),
    [(None, ""), (Count(3, 3, "", 0, 0), "3"), (Count(26, None, "", 0, 0), "26+"), (Count(10, 99, "", 0, 0), "10-99")],
)
def test_a_number_shows_its_bounds(count: Count | None, shown: str) -> None:
    assert number(count) == shown


def test_days_show_a_range_only_where_there_is_one() -> None:
    assert dates(FULL) == "2016-12-05"
    assert dates(BARE) == ""
    assert dates(Claim("0", "killed", FULL.trigger, date_from="2016-12-01", date_to="2016-12-05")) == (
        "2016-12-01 to 2016-12-05"
    )
