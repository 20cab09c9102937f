"""Two who write at once, and a disk that is full: nothing is lost, nothing is there twice."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from marsad.store import Filter, open_store

SOURCE = Path(__file__).resolve().parents[2]
SAMPLES = sorted((SOURCE / "samples" / "reports").glob("*.txt"))
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SOURCE / "src")}
ROOM = 700_000


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "marsad", *arguments]


def folder_of(path: Path, samples: list[Path]) -> str:
    path.mkdir()
    for sample in samples:
        shutil.copy(sample, path)
    return str(path)


def kept(store: str) -> tuple[int, list[str]]:
    with open_store(store) as opened:
        assert list(opened.verify()) == []
        return opened.totals().reports, sorted(f"{one.report} {one.claim.id}" for one in opened.all_claims(Filter()))


def test_two_that_add_at_once_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    store = str(tmp_path / "s.sqlite")
    one = folder_of(tmp_path / "one", SAMPLES[:8])
    other = folder_of(tmp_path / "other", SAMPLES[4:12])
    both = [
        subprocess.Popen(command("add", path, "--store", store, "--json"), env=ENVIRONMENT, stdout=subprocess.PIPE)
        for path in (one, other)
    ]
    said = [json.loads(process.communicate()[0]) for process in both]
    assert sum(each["added"] for each in said) == 12
    assert sum(each["added"] + each["known"] for each in said) == 16
    reports, claims = kept(store)
    assert reports == 12
    assert len(set(claims)) == len(claims)


def test_a_full_disk_is_said_and_the_same_command_goes_on(tmp_path: Path) -> None:
    store, reports = str(tmp_path / "s.sqlite"), folder_of(tmp_path / "reports", SAMPLES)
    add = command("add", reports, "--store", store)
    full = subprocess.run(
        add, env=ENVIRONMENT, capture_output=True, text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM)),
    )  # fmt: skip
    assert full.returncode == 2
    assert "could not be written" in full.stderr
    assert "make room on the disk" in full.stderr
    assert "Traceback" not in full.stderr
    texts = {sample.read_text("utf-8") for sample in SAMPLES}
    assert kept(store)[0] < len(texts)
    assert subprocess.run(add, env=ENVIRONMENT, capture_output=True).returncode == 0
    assert kept(store)[0] == len(texts)


def test_a_store_is_one_whole_file_once_the_command_has_ended(tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    subprocess.run(command("add", str(SAMPLES[0]), "--store", str(store)), check=True, env=ENVIRONMENT)
    assert [path.name for path in tmp_path.iterdir()] == ["s.sqlite"]
    shutil.copy(store, tmp_path / "copy.sqlite")
    assert kept(str(tmp_path / "copy.sqlite"))[0] == 1


def test_readers_started_early_end_quietly_where_no_store_can_be(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "missing" / "s.sqlite")
    done = subprocess.run(
        command("add", str(SAMPLES[0]), "--jobs", "2", "--store", nowhere),
        env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "expected a folder for the store" in done.stderr
