"""Runs over many reports: the same whoever does the work, each claim once, events as gathered in memory."""

from __future__ import annotations

import json
import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

import marsad.runs.gather_run as gather_run_module
import marsad.runs.run as run_module
from marsad import pipeline
from marsad.errors import InputError, MarsadError
from marsad.records import Judgement
from marsad.reports import kinds
from marsad.reports.received import Given
from marsad.runs import components, copies_found, local, read_share, shares, stretches
from marsad.runs.bundles import fair
from marsad.runs.gather_run import gather_run
from marsad.runs.job import Job
from marsad.runs.run import run
from marsad.runs.shares import planned
from marsad.runs.storage import Storage
from marsad.runs.tables import told_from
from marsad.runs.workers import Done, Fallen, InProcess, Processes, Workers
from marsad.settings import DEFAULTS
from marsad.store.codec import canonical, plain

parquet = pytest.importorskip("pyarrow.parquet")
SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "reports"
GIVEN = Given(None, None, DEFAULTS)


def made(path: Path, output: Path, workers: Workers | None = None, *, reports: int = 7, **about: Any) -> dict[str, Any]:
    """The manifest of a run over a file or folder."""
    job = Job(Storage(str(output)), longest_s=None, **about)
    return run([str(path)], job, workers or InProcess(), GIVEN, reports=reports)


def rows(output: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table, in the order of its parts."""
    files = sorted((output / table).glob("*.parquet"))
    return [row for file in files for row in parquet.read_table(file).to_pylist()]


def lines(path: Path, reports: list[dict[str, Any]]) -> Path:
    """Reports as JSON Lines."""
    path.write_text("".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports), "utf-8")
    return path


@pytest.fixture(scope="module")
def reports() -> list[dict[str, Any]]:
    """The sample reports as rows of data."""
    from marsad.reports import receive

    found = [item.report for item in receive([str(SAMPLES)]) if item.report is not None]
    return [{"id": one.id, "text": one.text, "published": str(one.published), "outlet": one.outlet} for one in found]


def events_in_memory(output: Path, judgements: tuple[Judgement, ...] = ()) -> list[str]:
    """The events that the gathering in memory makes of the claims of a run."""
    rules = pipeline.gathering_rules(pipeline.load_knowledge())
    gathered = pipeline.gather(map(told_from, rows(output, "claims")), judgements, rules)
    return sorted(canonical(plain(event)) for event in gathered.events)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run over all samples."""
    output = tmp_path_factory.mktemp("whole")
    made(SAMPLES, output)
    return output


def gathered_anew(whole: Path, output: Path, **about: Any) -> list[str]:
    """The events that are gathered from the claims of a run."""
    shutil.copytree(whole / "claims", output / "claims")
    parts = range(len(list((whole / "claims").iterdir())))
    gather_run(Job(Storage(str(output)), **about), InProcess(), parts, lambda _: None)
    return sorted(row["body"] for row in rows(output, "events"))


def test_events_are_those_of_the_gathering_in_memory(whole: Path) -> None:
    assert sorted(row["body"] for row in rows(whole, "events")) == events_in_memory(whole)


def test_days_shelves_and_baskets_may_be_cut_anywhere(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretches, "PIECES", 5)
    monkeypatch.setattr(components, "PIECES", 5)
    monkeypatch.setattr(stretches, "CUT_FROM", 0)
    monkeypatch.setattr(copies_found, "AT_ONCE", 50)
    monkeypatch.setattr(gather_run_module, "PARTS", 1)
    assert gathered_anew(whole, tmp_path) == sorted(row["body"] for row in rows(whole, "events"))


def judged(id: str, kind: str, claim: str, other: str) -> Judgement:
    """A judgement on two claims."""
    return Judgement(id, kind, claim, other, at=id)


def test_judgements_outrank_scores_in_a_run_too(whole: Path, tmp_path: Path) -> None:
    ids = [row["id"] for row in rows(whole, "claims")]
    draw = random.Random(3)
    judgements = tuple(
        judged(str(at), kind, *draw.sample(ids, 2))
        for at, kind in enumerate(["same"] * 12 + ["different"] * 12 + ["reject"] * 3)
    )
    event = json.loads(rows(whole, "events")[-1]["body"])
    judgements += (judged("x", "different", event["claims"][0], event["claims"][-1]),)
    found = gathered_anew(whole, tmp_path, judgements=judgements)
    assert found == events_in_memory(tmp_path, judgements)
    assert found != events_in_memory(tmp_path)


def test_two_processes_write_the_same_bytes_as_one(tmp_path: Path, reports: list[dict[str, Any]]) -> None:
    path = lines(tmp_path / "a.jsonl", reports[:8])
    one = made(path, tmp_path / "one", reports=3)
    with Processes(2) as two:
        assert made(path, tmp_path / "two", two, reports=3) == one
    names = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in names)
    assert not (tmp_path / "one" / "work").exists()


def test_the_order_of_the_input_changes_nothing_but_the_order(tmp_path: Path, reports: list[dict[str, Any]]) -> None:
    some = reports[:15]
    shuffled = random.Random(1).sample(some, len(some))
    made(lines(tmp_path / "a.jsonl", some), tmp_path / "a")
    made(lines(tmp_path / "b.jsonl", shuffled), tmp_path / "b", reports=4)
    for table in ("readings", "claims", "issues", "events"):
        assert sorted(map(str, rows(tmp_path / "a", table))) == sorted(map(str, rows(tmp_path / "b", table)))


def test_a_run_that_was_cut_off_goes_on(
    tmp_path: Path, reports: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lines(tmp_path / "a.jsonl", reports[:12])
    whole = made(path, tmp_path / "whole", reports=4)
    was = read_share._read
    times = 0

    def failing(*given: Any) -> Any:
        nonlocal times
        times += 1
        if times == 10:
            raise KeyboardInterrupt
        return was(*given)

    monkeypatch.setattr(read_share, "_read", failing)
    with pytest.raises(KeyboardInterrupt):
        made(path, tmp_path / "cut", reports=4)
    assert made(path, tmp_path / "cut", reports=4) == whole
    assert times == 10 + 4
    assert len(rows(tmp_path / "cut", "readings")) == 12


def test_another_run_is_not_mixed_into_a_folder(tmp_path: Path, reports: list[dict[str, Any]]) -> None:
    made(lines(tmp_path / "a.jsonl", reports[:2]), tmp_path / "out")
    with pytest.raises(InputError, match="input"):
        made(lines(tmp_path / "b.jsonl", reports[:3]), tmp_path / "out")


def test_a_report_again_is_left_out_and_another_of_its_id_gets_a_mark(
    tmp_path: Path, reports: list[dict[str, Any]]
) -> None:
    one, other = reports[0], reports[1]
    twice = [one, other, one | {"text": other["text"]}, one]
    manifest = made(lines(tmp_path / "a.jsonl", twice), tmp_path / "out", reports=1)
    ids = [row["id"] for row in rows(tmp_path / "out", "readings")]
    assert len(ids) == len(set(ids)) == 3
    assert sum(id.startswith(f"{one['id']}~") for id in ids) == 1
    claims = [row["id"] for row in rows(tmp_path / "out", "claims")]
    assert len(claims) == len(set(claims))
    assert manifest["stages"]["reading"]["issues"]["same_report"] == 1
    assert made(tmp_path / "a.jsonl", tmp_path / "out", reports=1) == manifest


class Deadly(BaseException):
    """What ends a reader."""


class Mortal(InProcess):
    """A worker that dies of what ends a reader."""

    def each(self, task: Any, items: Any) -> Any:
        """What became of each item."""
        for item in items:
            try:
                yield Done(item, task(item))
            except Deadly:
                yield Fallen(item)


def test_a_report_that_ends_its_reader_is_set_aside_alone(
    tmp_path: Path, reports: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    was = local.read_one

    def dies(item: Any, known: Any) -> Any:
        if item.report.text == some[3]["text"] and not any(issue.reason == "not_read" for issue in item.issues):
            raise Deadly
        return was(item, known)

    some = reports[:6]
    monkeypatch.setattr(read_share, "read_one", dies)
    manifest = made(lines(tmp_path / "a.jsonl", some), tmp_path / "out", Mortal(), reports=4)
    (issue,) = [row for row in rows(tmp_path / "out", "issues") if row["reason"] == "not_read"]
    assert issue["report"] == some[3]["id"]
    assert manifest["stages"]["reading"]["counts"]["readings"] == 6


def test_a_file_that_nobody_can_take_apart_is_set_aside_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    was = kinds.receive

    def dies(parcel: Any, given: Any) -> Any:
        if parcel.name == name:
            raise Deadly
        return was(parcel, given)

    for file in (files := sorted(SAMPLES.glob("*.txt"))[:9]):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / file.name).write_bytes(file.read_bytes())
    name = files[5].stem
    monkeypatch.setattr(kinds, "receive", dies)
    manifest = made(tmp_path / "in", tmp_path / "out", Mortal())
    assert manifest["stages"]["reading"]["issues"]["not_read"] == 1
    (issue,) = [row for row in rows(tmp_path / "out", "issues") if row["reason"] == "not_read"]
    assert issue["report"] == name


def test_workers_that_die_of_everything_end_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(*_: object) -> Any:
        raise Deadly

    monkeypatch.setattr(kinds, "receive", dies)
    monkeypatch.setattr(run_module, "TRIES", 1)
    monkeypatch.setattr(read_share, "received_of", dies)
    with pytest.raises(MarsadError, match="again and again"):
        made(SAMPLES, tmp_path, Mortal())


def test_a_task_that_ends_its_process_takes_no_other_with_it() -> None:
    with Processes(2) as workers:
        outcomes = {type(outcome): outcome.item for outcome in workers.each(os._exit, [3])}
        assert outcomes == {Fallen: 3}
        assert [outcome.item for outcome in workers.each(abs, [-1])] == [-1]


def test_bad_lines_are_issues_of_theirs(tmp_path: Path, reports: list[dict[str, Any]]) -> None:
    path = lines(tmp_path / "a.jsonl", reports[:3])
    path.write_bytes(path.read_bytes() + b"\n{broken\n" + json.dumps(reports[4]).encode())
    made(path, tmp_path / "out", reports=2)
    (issue,) = rows(tmp_path / "out", "issues")
    assert (issue["reason"], issue["report"]) == ("bad_line", "a-5")
    assert len(rows(tmp_path / "out", "readings")) == 5


def test_parquet_is_cut_within_its_row_groups(tmp_path: Path, reports: list[dict[str, Any]]) -> None:
    import pyarrow

    parquet.write_table(pyarrow.Table.from_pylist(reports[:12]), tmp_path / "a.parquet", row_group_size=9)
    made(tmp_path / "a.parquet", tmp_path / "a", reports=4)
    made(lines(tmp_path / "b.jsonl", reports[:12]), tmp_path / "b")
    assert sorted(map(str, rows(tmp_path / "a", "claims"))) == sorted(map(str, rows(tmp_path / "b", "claims")))


def test_what_a_killed_worker_left_half_written_is_taken_away(tmp_path: Path, reports: list[dict[str, Any]]) -> None:
    (tmp_path / "out" / "claims").mkdir(parents=True)
    (tmp_path / "out" / "claims" / ".unfinished-1-part-000000.parquet").write_bytes(b"half")
    made(lines(tmp_path / "a.jsonl", reports[:2]), tmp_path / "out")
    assert [path.name for path in (tmp_path / "out" / "claims").iterdir()] == ["part-000000.parquet"]


def test_a_small_input_is_cut_so_that_all_workers_have_a_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reports: list[dict[str, Any]]
) -> None:
    path = lines(tmp_path / "a.jsonl", reports[:20])
    assert len(planned([str(path)], GIVEN).shares) == 1
    monkeypatch.setattr(shares, "LEAST_BYTES", 2_000)
    cut = planned([str(path)], GIVEN).shares
    assert len(cut) > 8
    assert sum(share.lines[2] for share in cut if share.lines) == 20
    made(path, tmp_path / "cut")
    monkeypatch.undo()
    made(path, tmp_path / "whole")
    assert rows(tmp_path / "cut", "claims") == rows(tmp_path / "whole", "claims")


@pytest.mark.parametrize(("total", "each"), [(0, 250), (6_000, 250), (64_000, 2_000), (1_000_000, 5_000)])
def test_a_task_takes_its_part_of_a_small_run_and_so_much_of_a_large_one(total: int, each: int) -> None:
    assert fair(total, 5_000) == each


def test_a_gathering_task_that_loses_its_worker_is_given_out_again(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unlucky(InProcess):
        """Every task falls once."""

        def each(self, task: Any, items: Any) -> Any:
            for item in items:
                key = f"{task} {item}"
                yield Done(item, task(item)) if key in fallen else Fallen(item)
                fallen.add(key)

    fallen: set[str] = set()
    shutil.copytree(whole / "claims", tmp_path / "claims")
    parts = range(len(list((whole / "claims").iterdir())))
    gather_run(Job(Storage(str(tmp_path))), Unlucky(), parts, lambda _: None)
    assert sorted(row["body"] for row in rows(tmp_path, "events")) == sorted(
        row["body"] for row in rows(whole, "events")
    )
    monkeypatch.setattr(gather_run_module, "TRIES", 1)
    fallen.clear()
    with pytest.raises(MarsadError, match="ended every worker"):
        gather_run(Job(Storage(str(tmp_path))), Unlucky(), parts, lambda _: None)


def test_files_through_the_file_systems_of_the_engine(tmp_path: Path, reports: list[dict[str, Any]]) -> None:
    pytest.importorskip("fsspec")
    lines(tmp_path / "a.jsonl", reports[:4])
    job = Job(Storage(f"file://{tmp_path}/remote"), longest_s=None)
    run([f"file://{tmp_path}/a.jsonl"], job, InProcess(), GIVEN, reports=2)
    made(tmp_path / "a.jsonl", tmp_path / "local", reports=2)
    assert rows(tmp_path / "remote", "events") == rows(tmp_path / "local", "events")
    assert rows(tmp_path / "remote", "claims") == rows(tmp_path / "local", "claims")
