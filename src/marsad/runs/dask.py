"""The tasks of a run on Dask, here or on a cluster: the one place that knows the engine.

Tasks hand over files, not data: a worker that is lost takes nothing with it, and what it was doing is done again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any, TypeVar

from marsad.errors import MarsadError, MissingExtraError, SettingError
from marsad.runs.job import Job
from marsad.runs.manifest import made_by
from marsad.runs.storage import Storage
from marsad.runs.workers import AHEAD, Done, Fallen, tried

Item = TypeVar("Item")
Result = TypeVar("Result")
# Times a task may lose its worker before it is looked into: any worker may die by chance.
DEATHS = 3
# A worker that is started again on a busy machine takes longer than the 15 seconds after which Dask gives it up.
# Looking at what a worker does a hundred times a second costs a quarter of the run (26 November 2026: 31 s became 24).
SETTINGS = {
    "distributed.scheduler.allowed-failures": DEATHS, "distributed.deploy.lost-worker-timeout": "60s",
    "distributed.worker.profile.enabled": False, "distributed.admin.tick.interval": "1s",
    # What nobody reads afterwards is not kept: by default it grows for an hour in every process.
    "distributed.admin.log-length": 100, "distributed.admin.low-level-log-length": 100,
    "distributed.admin.system-monitor.log-length": 60, "distributed.admin.system-monitor.interval": "5s",
}  # fmt: skip
_WAIT_S = 60
# How often is looked whether workers are there, and how long a run waits where there is none.
_LOOK_S = 5.0
PATIENCE_S = 600.0


class DaskWorkers:
    """The workers of a cluster, by a client of its scheduler."""

    def __init__(self, client: Any, renew: Callable[[], object] | None = None, patience_s: float = PATIENCE_S) -> None:
        self.client, self._renew, self._patience_s = client, renew, patience_s

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[Done[Item, Result] | Fallen[Item]]:
        """What became of each item; no more is handed out than the workers can have at hand."""
        from distributed import as_completed

        rest = iter(items)
        given: dict[str, Item] = {}
        working = as_completed()
        call = partial(tried, task)

        def hand_out() -> None:
            for item in rest:
                future = self.client.submit(call, item, pure=False)
                given[future.key] = item
                working.add(future)
                if len(given) >= self._room():
                    return

        hand_out()
        with self._watched(working):
            for future in working:
                yield _outcome(future, given.pop(future.key))
                future.release()
                hand_out()

    @contextmanager
    def _watched(self, working: Any) -> Iterator[None]:
        """While tasks are at work: workers lost for good get successors, and where none comes the tasks are called off.

        A worker that dies while it starts is given up by Dask, and its tasks would wait for ever.
        """
        stop = threading.Event()

        def look() -> None:
            seen = time.monotonic()
            while not stop.wait(_LOOK_S):
                if self._renew is not None:
                    self._renew()
                if self._is_staffed():
                    seen = time.monotonic()
                elif time.monotonic() - seen > self._patience_s:
                    self.client.cancel(list(working.futures), force=True)
                    return

        thread = threading.Thread(target=look, daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def _is_staffed(self) -> bool:
        """Whether there is a worker; a scheduler that does not answer has none."""
        try:
            return bool(self.client.nthreads())
        except (OSError, TimeoutError):
            return False

    def _room(self) -> int:
        threads: dict[str, int] = self.client.nthreads()
        return max(1, AHEAD * sum(threads.values()))


def _outcome(future: Any, item: Item) -> Done[Item, Any] | Fallen[Item]:
    from distributed import CancelledError, KilledWorker

    try:
        return Done(item, future.result())
    except KilledWorker:
        return Fallen(item)
    except CancelledError as error:
        raise MarsadError(
            "the engine was lost, or has had no worker for a long time; start it and begin again: what is done is kept"
        ) from error


@contextmanager
def on_dask(scheduler: str | None, count: int) -> Iterator[DaskWorkers]:
    """The workers of the cluster with this scheduler; without one, so many processes started here for this run."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise MissingExtraError("--on dask needs Dask: install it with pip install 'marsad[dask]'") from error
    with ExitStack() as opened:
        opened.enter_context(dask.config.set(SETTINGS))
        renew = None
        if scheduler is None:
            cluster = LocalCluster(
                n_workers=count, threads_per_worker=1, dashboard_address=None, memory_limit=0,
                scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},  # else it listens to all, on a port others want
            )  # fmt: skip
            client = opened.enter_context(Client(opened.enter_context(cluster)))
            renew = partial(cluster.scale, count)
        else:
            try:
                client = opened.enter_context(Client(scheduler, timeout=_WAIT_S))
            except (OSError, ValueError) as error:
                raise SettingError(
                    f"--scheduler: expected the address of a Dask scheduler such as tcp://10.0.0.5:8786, found "
                    f"{scheduler!r} ({error or 'no answer'}); check that it runs"
                ) from error
        client.wait_for_workers(1, timeout=_WAIT_S)
        check(client)
        yield DaskWorkers(client, renew)


def check(client: Any) -> None:
    """Workers that would read otherwise than this machine are refused: their rows would be of two kinds."""
    mine = _versions()
    others = {where: found for where, found in client.run(_versions).items() if found != mine}
    for where, found in others.items():
        names = ", ".join(name for name in mine if found.get(name) != mine[name])
        raise SettingError(
            f"worker {where}: expected the same code and data as here, found another {names}; "
            "install the same version of marsad and of pyarrow on every worker"
        )


def _versions() -> dict[str, str]:
    return made_by(Job(Storage("")))
