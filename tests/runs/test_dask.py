"""The engine: two workers here give the bytes that one process gives, also when one of them dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from marsad.errors import MarsadError, SettingError
from marsad.reports.received import Given
from marsad.runs.job import Job
from marsad.runs.run import run
from marsad.runs.storage import Storage
from marsad.runs.workers import Fallen, InProcess
from marsad.settings import DEFAULTS

pytest.importorskip("distributed")
pytestmark = [pytest.mark.dask, pytest.mark.filterwarnings("ignore")]
SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "reports"


@pytest.fixture(scope="module")
def workers() -> Iterator[Any]:
    """Two workers of the engine on this machine."""
    from marsad.runs.dask import on_dask

    with on_dask(None, 2) as found:
        yield found


def few(folder: Path, count: int) -> Path:
    """A folder with some of the samples."""
    folder.mkdir()
    for file in sorted(SAMPLES.glob("*.txt"))[:count]:
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "reports.csv").write_bytes((SAMPLES / "reports.csv").read_bytes())
    return folder


def made(path: Path, output: Path, workers: Any, tell: Any = None) -> dict[str, Any]:
    """The manifest of a run."""
    job = Job(Storage(str(output)))
    return run([str(path)], job, workers, Given(None, None, DEFAULTS), reports=3, tell=tell)


def test_the_engine_writes_the_same_bytes_though_a_worker_dies(tmp_path: Path, workers: Any) -> None:
    path = few(tmp_path / "in", 12)
    killed: list[int] = []

    def kill(_: object) -> None:
        if not killed:
            killed.append(next(iter(workers.client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    there = made(path, tmp_path / "engine", workers, kill)
    assert killed
    assert there == made(path, tmp_path / "here", InProcess())
    files = [file.relative_to(tmp_path / "here") for file in (tmp_path / "here").rglob("*.parquet")]
    assert all((tmp_path / "here" / name).read_bytes() == (tmp_path / "engine" / name).read_bytes() for name in files)


def test_a_task_that_ends_every_worker_falls_alone(workers: Any) -> None:
    workers.client.cluster.scheduler.allowed_failures = 0
    outcomes = {type(outcome): outcome.item for outcome in workers.each(os._exit, [3])}
    assert outcomes == {Fallen: 3}
    assert [outcome.item for outcome in workers.each(abs, [-1])] == [-1]


def test_a_run_without_a_worker_for_long_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import Client, LocalCluster

    from marsad.runs import dask

    monkeypatch.setattr(dask, "_LOOK_S", 0.1)
    cluster = LocalCluster(n_workers=0, processes=False, dashboard_address=None)
    with cluster, Client(cluster) as client, pytest.raises(MarsadError, match="no worker for a long time"):
        list(dask.DaskWorkers(client, patience_s=0.5).each(abs, [-1]))


def test_workers_that_are_gone_for_good_get_successors(monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import Client, LocalCluster

    from marsad.runs import dask

    monkeypatch.setattr(dask, "_LOOK_S", 0.1)
    cluster = LocalCluster(n_workers=0, processes=False, dashboard_address=None)
    with cluster, Client(cluster) as client:
        workers = dask.DaskWorkers(client, partial(cluster.scale, 1))
        assert [outcome.item for outcome in workers.each(abs, [-1])] == [-1]


def test_workers_with_another_version_are_refused() -> None:
    from marsad.runs.dask import check

    class Other:
        def run(self, _: object) -> dict[str, dict[str, str]]:
            """What a worker answers that was installed long ago."""
            return {"tcp://old": {"marsad": "0.0"}}

    with pytest.raises(SettingError, match="tcp://old"):
        check(Other())


def test_what_is_started_here_listens_to_this_machine_only(workers: Any) -> None:
    server = workers.client.cluster.scheduler.http_server
    assert {each.getsockname()[0] for each in server._sockets.values()} == {"127.0.0.1"}
