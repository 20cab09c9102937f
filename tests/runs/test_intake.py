"""Reports that come in are read and kept once, whatever comes between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Issue, Original, Report
from marsad.reports import Received
from marsad.runs import intake
from marsad.runs.intake import Summary, add_all, look_at
from marsad.runs.reread import reread
from marsad.runs.versions import versions
from marsad.store import Filter, Ready, Store, open_store

VERSIONS = versions()
DAY = date(2018, 10, 9)


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return pipeline.load_knowledge()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.sqlite"), create=True) as opened:
        yield opened


def item(id: str, number: int, **fields: object) -> Received:
    text = f"قتل {number} مدنيين في قصف على مدينة دوما، بحسب ناشطين."
    made = Received(id, f"{id}.txt", Report(id, text, DAY), kept=Original(text.encode(), "text/plain", f"{id}.txt"))
    return replace(made, **fields)  # type: ignore[arg-type]


def items(count: int) -> list[Received]:
    return [item(f"r{number}", number) for number in range(3, count + 3)]


def summary(steps: Iterator[object]) -> Summary:
    counted = Summary()
    for step in steps:
        counted.take(step)  # type: ignore[arg-type]
    return counted


def test_what_was_cut_off_continues(store: Store, known: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "TOGETHER", 32)
    steps = add_all(items(100), store, VERSIONS, known=known)
    for _ in range(20):
        next(steps)
    steps.close()  # type: ignore[attr-defined]
    kept = store.totals().reports
    assert 20 <= kept < 100
    done = summary(add_all(items(100), store, VERSIONS, known=known))
    assert (done.outcomes["known"], done.outcomes["added"]) == (kept, 100 - kept)
    assert store.totals().reports == 100
    assert len({found.claim.id for found in store.all_claims(Filter())}) == store.totals().claims
    assert list(store.verify()) == []


def test_two_processes_keep_the_same_as_one(tmp_path: Path, store: Store, known: Knowledge) -> None:
    list(add_all(items(20), store, VERSIONS, known=known))
    with open_store(str(tmp_path / "other.sqlite"), create=True) as other:
        list(add_all(items(20), other, VERSIONS, jobs=2))
        ids = [f"r{number}" for number in range(3, 23)]
        assert [each.reading for each in store.readings(ids)] == [each.reading for each in other.readings(ids)]


def test_two_reports_of_one_id_are_kept_under_two(store: Store, known: Knowledge) -> None:
    one, two, three = (item("page", number, kept=None, origin=f"{number}/page.txt") for number in (3, 4, 5))
    list(add_all([one, two], store, VERSIONS, known=known))
    list(add_all([three], store, VERSIONS, known=known))
    ids = sorted(report.id for report in store.reports())
    assert ids[0] == "page"
    assert [id[:5] for id in ids[1:]] == ["page~", "page~"]
    claims = [found.claim.id for found in store.claims()]
    assert len(set(claims)) == len(claims) >= 3


def test_a_report_whose_id_another_run_took_meanwhile_is_read_again(
    store: Store, known: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, raced = store.add_ready, list[bool]()

    def after_another(entries: list[Ready], made_by: object) -> object:
        if not raced:
            raced.append(True)
            list(add_all([item("page", 4)], store, VERSIONS, known=known))
        return keep(entries, made_by)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "add_ready", after_another)
    done = summary(add_all([item("page", 3)], store, VERSIONS, known=known))
    assert done.outcomes["added"] == 1
    assert store.totals().reports == 2


def test_what_cannot_be_read_is_skipped_with_its_reason(store: Store, known: Knowledge) -> None:
    unread = Received("x", "x.txt", None, (Issue("not_text", "x.txt: expected text."),), "0" * 64)
    persian = item("p", 1, report=Report("p", "این گزارش درباره درگیری ها در شهر است که پلیس گفت"))
    english = item("e", 1, report=Report("e", "Five civilians were killed in shelling."))
    done = summary(add_all([unread, english, persian, item("r", 3)], store, VERSIONS, known=known))
    assert done.outcomes["added"] >= 1
    assert done.skipped["not_text"] == 1
    assert done.skipped["not_arabic"] >= 1
    assert store.report("r") is not None
    assert store.report("e") is None


def test_only_what_is_new_enough_is_taken(store: Store, known: Knowledge) -> None:
    done = summary(add_all([item("r", 3)], store, VERSIONS, known=known, since=date(2019, 1, 1)))
    assert dict(done.skipped) == {"too_old": 1}


def test_a_look_keeps_nothing(store: Store, known: Knowledge) -> None:
    list(add_all(items(2), store, VERSIONS, known=known))
    before = store.log_end()
    done = summary(look_at(items(3), store))
    assert (done.outcomes["known"], done.outcomes["new"]) == (2, 1)
    assert summary(look_at(items(3), None)).outcomes["new"] == 3
    assert store.log_end() == before


def test_reports_are_read_again_only_where_another_version_read_them(store: Store, known: Knowledge) -> None:
    list(add_all(items(2), store, replace(VERSIONS, lexicons="older"), known=known))
    list(add_all(items(3), store, VERSIONS, known=known))
    before = [each.reading for each in store.readings(["r3", "r4", "r5"])]
    assert [change.report for change in reread(store, VERSIONS, keeps=False, known=known)] == ["r3", "r4"]
    changes = list(reread(store, VERSIONS, known=known))
    assert [(change.gone, change.new, change.other) for change in changes] == [((), (), ())] * 2
    assert list(reread(store, VERSIONS, known=known)) == []
    assert [each.reading for each in store.readings(["r3", "r4", "r5"])] == before
    assert list(store.verify()) == []
