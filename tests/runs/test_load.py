"""A run brought into a store: the same as adding its input, once, whatever is there already."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from typer.testing import CliRunner

from marsad.cli.app import app
from marsad.errors import InputError
from marsad.reports import receive
from marsad.reports.received import Given
from marsad.runs.intake import add_all
from marsad.runs.job import Job
from marsad.runs.load import load
from marsad.runs.run import run
from marsad.runs.storage import Storage
from marsad.runs.tables import batches
from marsad.runs.versions import versions
from marsad.runs.workers import InProcess
from marsad.settings import DEFAULTS
from marsad.store import Store, open_store

pytest.importorskip("pyarrow")
SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "reports"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Storage:
    """The tables of a run over some samples."""
    folder = tmp_path_factory.mktemp("load")
    source = folder / "in"
    source.mkdir()
    for file in [*sorted(SAMPLES.glob("*.txt"))[:10], SAMPLES / "reports.csv"]:
        (source / file.name).write_bytes(file.read_bytes())
    (source / "page.html").write_text(
        "<html><body><p>قتل <b>خمسة</b> مدنيين في قصف على دوما.</p></body></html>", "utf-8"
    )
    (source / "broken.pdf").write_bytes(b"%PDF-nothing")
    output = Storage(str(folder / "out"))
    run([str(source)], Job(output, longest_s=None), InProcess(), Given(None, None, DEFAULTS), reports=4)
    return output


def held(store: Store) -> list[object]:
    """What a store holds of reports, readings and texts, but for when it was added and from where."""
    found: list[object] = []
    for report in sorted(store.reports(), key=lambda one: one.id):
        (stored,) = store.readings([report.id])
        text = store.text(report.id)
        found.append((report.id, report.published, report.outlet, report.text_sha256, report.raw_sha256, report.title))
        found.append((stored.reading, stored.versions, text.text, text.raw, text.headers))
    return found


def test_what_is_loaded_is_what_would_have_been_added(tables: Storage, tmp_path: Path) -> None:
    loaded = open_store(str(tmp_path / "loaded.sqlite"), create=True)
    steps = list(load(tables, loaded))
    added = open_store(str(tmp_path / "added.sqlite"), create=True)
    source = str(Path(tables.address).parent / "in")
    list(add_all(receive([source]), added, versions()))
    assert held(loaded) == held(added)
    assert [step.id for step in steps if step.outcome == "skipped"] == ["broken"]
    assert not list(loaded.verify())


def test_loading_again_adds_nothing(tables: Storage, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "a.sqlite"), create=True)
    first = [step.outcome for step in load(tables, store)]
    before = store.totals()
    again = [step.outcome for step in load(tables, store)]
    assert set(again) == {"known", "skipped"}
    assert len(again) == len(first)
    assert store.totals() == before


def test_a_load_that_was_cut_off_goes_on(tables: Storage, tmp_path: Path) -> None:
    store, whole = (open_store(str(tmp_path / name), create=True) for name in ("a.sqlite", "b.sqlite"))
    assert len(list(islice(load(tables, store), 3))) == 3
    list(load(tables, store))
    list(load(tables, whole))
    assert held(store) == held(whole)


def test_an_id_that_another_report_has_gets_a_mark(tables: Storage, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "a.sqlite"), create=True)
    other = tmp_path / sorted(SAMPLES.glob("*.txt"))[0].name
    other.write_text("قتل ثلاثة مدنيين في قصف على بلدة كفرنبل.", "utf-8")
    list(add_all(receive([str(other)]), store, versions()))
    list(load(tables, store))
    assert sorted(report.id.partition("~")[0] for report in store.reports()).count(other.stem) == 2
    assert not list(store.verify())


def test_the_events_of_the_run_are_in_the_store(tables: Storage, tmp_path: Path) -> None:
    for _ in range(2):  # the second finds nothing new, and nothing to gather
        done = CliRunner().invoke(app(), ["load", tables.address, "--store", str(tmp_path / "a.sqlite")])
        assert "1 skipped" in done.output
    with open_store(str(tmp_path / "a.sqlite")) as store:
        loaded = {event.id: event.claims for event in store.events()}
        at = store.gathered()
        assert at is not None
        assert at[0] == at[2]
    files = sorted((Path(tables.address) / "events").glob("*.parquet"))
    rows = [row for file in files for batch in batches(tables, f"events/{file.name}") for row in batch.to_pylist()]
    assert loaded == {row["id"]: tuple(row["claims"]) for row in rows}
    assert loaded


def test_a_folder_without_a_run_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="marsad run"):
        list(load(Storage(str(tmp_path)), open_store(str(tmp_path / "a.sqlite"), create=True)))
