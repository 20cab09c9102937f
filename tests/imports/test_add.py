"""Files of users become places: each layout, what is known already, namesakes, licences, what is refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from marsad.arabic.phrases import joined
from marsad.errors import InputError
from marsad.imports.add import OUTLINES, Summary, add_file
from marsad.imports.columns import Wanted
from marsad.imports.compiled import compiled_path
from marsad.imports.places_file import compiled_places, places_file
from marsad.imports.rows import read_rows
from marsad.places.answer import Resolved
from marsad.places.gazetteer import Gazetteer, load_built
from marsad.places.resolve import PlaceQuery, place_all


# Villages that are invented, beside Saraqib and in the desert.
def dumped(number: int, name: str, names: str, at: str, admin1: str, population: int) -> str:
    """A line of a GeoNames dump."""
    lat, lon = at.split(",")
    before = [str(number), name, name, names, lat, lon, "P", "PPL", "SY", "", admin1, "", "", ""]
    return "\t".join([*before, str(population), "", "300", "Asia/Damascus", "2020-01-01"]) + "\n"


GEONAMES = (
    dumped(9000001, "Tall Zahr", "Tall Zahr,تل زهر الوهمي", "35.87,36.82", "12", 900)
    + dumped(9000002, "Saraqib", "سراقب", "35.865,36.806", "12", 33000)
    + dumped(9000003, "Bir Kahl", "", "34.5,38.5", "11", 0)
)


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "data" / "places.jsonl"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def added(tmp_path: Path, to: Path, name: str, text: str, wanted: Wanted | None = None) -> Summary:
    return add_file(written(tmp_path, name, text), to, wanted or Wanted(""))


def gazetteer(to: Path) -> Gazetteer:
    return load_built(compiled_path(to))


def test_a_geonames_dump_is_known_by_its_columns(tmp_path: Path, to: Path) -> None:
    summary = added(tmp_path, to, "SY.txt", GEONAMES)
    assert (summary.added, summary.known, summary.refused) == (2, 1, ())
    first = read_rows(to)[0]
    assert (first.admin1, first.licence, first.population) == ("Idlib", "CC BY 4.0 (GeoNames)", 900)


def test_a_new_place_is_found_in_a_report_on_its_surroundings(tmp_path: Path, to: Path) -> None:
    added(tmp_path, to, "SY.txt", GEONAMES)
    queries = [PlaceQuery(joined("سراقب")), PlaceQuery(joined("تل زهر الوهمي"), cue="village")]
    _, answer = place_all(queries, gazetteer(to))
    assert isinstance(answer, Resolved)
    assert (answer.place.id, answer.place.source) == ("geonames-9000001", "geonames")


def test_a_place_known_in_latin_script_is_found_by_its_consonants(tmp_path: Path, to: Path) -> None:
    added(tmp_path, to, "SY.txt", GEONAMES)
    queries = [PlaceQuery(joined("تدمر")), PlaceQuery(joined("حمص")), PlaceQuery(joined("بير كحل"), cue="village")]
    answer = place_all(queries, gazetteer(to))[-1]
    assert isinstance(answer, Resolved)
    assert (answer.place.id, answer.basis) == ("geonames-9000003", "skeleton")


def test_a_dump_may_be_zipped_and_have_its_arabic_names_apart(tmp_path: Path, to: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "about this file " * 1000)
        archive.writestr("SY.txt", GEONAMES)
    names = written(tmp_path, "names.txt", "1\t9000003\tar\tبئر كحل الوهمية\t1\n2\t9000003\tfr\tPuits\n")
    add_file(tmp_path / "SY.zip", to, Wanted(""), names=names)
    assert next(row for row in read_rows(to) if row.id == "geonames-9000003").names == ("بئر كحل الوهمية",)


def test_ocha_codes_are_kept_also_for_places_known_already(tmp_path: Path, to: Path) -> None:
    text = (
        "PCODE,featureName_en,featureName_ar,ADM1_EN,ADM1_PCODE,ADM2_EN,POINT_X,POINT_Y\n"
        "C9001,Saraqab,سراقب,Idleb,SY07,Ariha,36.806,35.865\n"
        "SY0799,Qaryat Wahm,قرية الوهم البعيد,Idleb,SY07,Ariha,36.7,35.9\n"
    )
    summary = added(tmp_path, to, "syr_pplp.csv", text, Wanted("", country="SY"))
    assert (summary.added, summary.known) == (1, 1)
    known = gazetteer(to)
    assert (known.places["sy-saraqib"].pcode, known.places["sy-saraqib"].admin2) == ("C9001", "Ariha")
    assert read_rows(to)[1].admin1 == "Idlib"
    assert "OCHA" in read_rows(to)[1].licence


def test_a_neighbourhood_gets_its_city(tmp_path: Path, to: Path) -> None:
    text = "neighborhoodname_ar,neighborhoodname_en,lat,lon\nحي الوهم الشمالي,Wahm North,34.74,36.72\n"
    added(tmp_path, to, "quarters.csv", text, Wanted("", "CC0", "SY"))
    (row,) = read_rows(to)
    assert (row.kind, row.parent, row.admin1) == ("neighbourhood", "sy-homs", "Homs")


def test_outlines_of_governorates_are_kept_for_the_map(tmp_path: Path, to: Path) -> None:
    ring = [[36.0, 35.0], [37.00001, 35.0], [37.00002, 35.0], [37.0, 36.0], [36.0, 36.0], [36.0, 35.0]]
    feature = {
        "type": "Feature",
        "properties": {"ADM1_EN": "Idleb", "ADM1_AR": "إدلب", "ADM1_PCODE": "SY07"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    summary = added(tmp_path, to, "adm1.geojson", text)
    assert (summary.known, summary.outlines) == (1, 1)
    (kept,) = json.loads((to.parent / OUTLINES).read_text("utf-8"))["features"]
    assert kept["properties"]["admin1"] == "Idlib"
    assert len(kept["geometry"]["coordinates"][0]) == len(ring) - 1


def test_a_folder_of_whos_on_first_features_is_read_whole(tmp_path: Path, to: Path) -> None:
    folder = tmp_path / "data" / "856"
    folder.mkdir(parents=True)
    for number in (1, 2):
        properties = {
            "wof:id": number, "wof:name": f"Wahm {number}", "wof:placetype": "locality", "wof:country": "SY",
            "name:ara_x_preferred": [f"الوهمة {number}"], "geom:latitude": 35.0 + number, "geom:longitude": 37.0,
        }  # fmt: skip
        feature = {"type": "Feature", "properties": properties, "geometry": None}
        written(folder, f"{number}.geojson", json.dumps(feature))
    assert add_file(tmp_path / "data", to, Wanted("")).added == 2
    assert {row.source for row in read_rows(to)} == {"whosonfirst"}


def test_a_row_without_a_licence_or_a_point_is_refused_with_its_reason(tmp_path: Path, to: Path) -> None:
    summary = added(tmp_path, to, "a.csv", "name,lat,lon\nWahm,35,37\n")
    assert (summary.added, summary.refused[0].reason) == (0, "its licence is not known: say it with --licence")
    assert not to.exists()
    summary = added(tmp_path, to, "a.csv", "name,lat,lon\nWahm,95,37\n,35,37\n", Wanted("", "CC0"))
    assert ["latitude" in item.reason or "no name" in item.reason for item in summary.refused] == [True, True]


def test_a_namesake_elsewhere_is_kept_apart_and_told(tmp_path: Path, to: Path) -> None:
    summary = added(tmp_path, to, "a.csv", "name_ar,name,lat,lon\nسراقب,Saraqib,33.0,36.5\n", Wanted("", "CC0", "SY"))
    assert (summary.added, [known for _, known in summary.homonyms]) == (1, ["sy-saraqib"])
    (answer,) = place_all([PlaceQuery(joined("سراقب"))], gazetteer(to))
    assert isinstance(answer, Resolved)
    assert answer.place.id == "sy-saraqib"


def test_adding_a_file_again_changes_nothing(tmp_path: Path, to: Path) -> None:
    added(tmp_path, to, "SY.txt", GEONAMES)
    before = to.read_bytes()
    summary = added(tmp_path, to, "SY.txt", GEONAMES)
    assert (summary.added, summary.repeated, to.read_bytes()) == (0, 3, before)


def test_a_dry_run_writes_nothing(tmp_path: Path, to: Path) -> None:
    assert add_file(written(tmp_path, "SY.txt", GEONAMES), to, Wanted(""), dry_run=True).added == 2
    assert not to.exists()


def test_an_ordinary_word_that_is_a_village_needs_a_sign(tmp_path: Path, to: Path) -> None:
    added(tmp_path, to, "a.csv", "name_ar,name,lat,lon\nالمدرسة,Madrasah,33.27,35.3\n", Wanted("", "CC0", "LB"))
    assert joined("المدرسة") in gazetteer(to).ordinary


def test_a_village_named_like_a_happening_is_not_believed_at_all(tmp_path: Path, to: Path) -> None:
    added(tmp_path, to, "a.csv", "name_ar,name,lat,lon\nمعركة,Maarakah,33.27,35.3\n", Wanted("", "CC0", "LB"))
    assert joined("معركة") not in gazetteer(to).names


def test_an_edited_file_is_compiled_anew(tmp_path: Path, to: Path) -> None:
    added(tmp_path, to, "SY.txt", GEONAMES)
    compiled_path(to)
    to.write_text(to.read_text("utf-8").replace("تل زهر الوهمي", "تل زهرة الخيالية"), "utf-8")
    assert joined("تل زهرة الخيالية") in gazetteer(to).names


@pytest.mark.parametrize("text", ["{}\n", "no json\n", '{"id": 1}\n'])
def test_a_damaged_line_of_the_own_file_is_named(to: Path, text: str) -> None:
    to.parent.mkdir(parents=True)
    to.write_text(text, "utf-8")
    with pytest.raises(InputError, match="line 1"):
        read_rows(to)


def test_a_file_that_is_no_table_is_refused(tmp_path: Path, to: Path) -> None:
    with pytest.raises(InputError, match="GeoJSON"):
        added(tmp_path, to, "a.geojson", "[1, 2]")
    with pytest.raises(InputError, match="no record"):
        added(tmp_path, to, "a.csv", "name,lat,lon\n")


def test_the_own_file_is_named_by_option_environment_or_data_folder(tmp_path: Path) -> None:
    assert places_file(tmp_path / "a", {"MARSAD_PLACES": "b"}) == tmp_path / "a"
    assert places_file(None, {"MARSAD_PLACES": "b"}) == Path("b")
    assert places_file(None, {"XDG_DATA_HOME": "/data"}) == Path("/data/marsad/places.jsonl")
    assert compiled_places(None, {"XDG_DATA_HOME": str(tmp_path)}) is None
