"""Who does the tasks of a run: this process, or several of this machine; a worker that dies takes no task with it."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar

from marsad.errors import MarsadError

Item = TypeVar("Item")
Result = TypeVar("Result")
# Tasks handed out for each process: one at work, one that waits.
AHEAD = 2
_WATCH_S = 2.0


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Result]):
    """A task that is done, with what it gave."""

    item: Item
    result: Result


@dataclass(frozen=True, slots=True)
class Fallen(Generic[Item]):
    """A task that ended every worker that tried it."""

    item: Item


class Workers(Protocol):
    """Those who do tasks side by side; tasks may be done twice, so each has to write the same again."""

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[Done[Item, Result] | Fallen[Item]]:
        """What became of each item, in the order in which it happens."""


class InProcess:
    """The tasks one after the other, here: for small inputs and for tests. Nothing holds a task that never ends."""

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[Done[Item, Result] | Fallen[Item]]:
        """What became of each item."""
        for item in items:
            yield Done(item, tried(task, item))


class Processes:
    """So many processes of this machine, started anew when one dies."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool: Any = None

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[Done[Item, Result] | Fallen[Item]]:
        """What became of each item; of tasks at work when a process died, each is tried once more by itself."""
        rest = iter(items)
        suspects: list[Item] = []
        while True:
            yield from self._round(task, rest, suspects)
            if not suspects:
                return
            alone, suspects = suspects, []
            for item in alone:
                yield from self._alone(task, item)

    def _round(
        self, task: Callable[[Item], Result], rest: Iterator[Item], suspects: list[Item]
    ) -> Iterator[Done[Item, Result]]:
        """Tasks side by side until all are done or a process dies; those at work then become suspects."""
        from concurrent.futures import FIRST_COMPLETED, wait
        from concurrent.futures.process import BrokenProcessPool

        working: dict[Any, Item] = {}
        pool = self._started(self.count)
        while True:
            for item in rest:
                try:
                    working[pool.submit(tried, task, item)] = item
                except BrokenProcessPool:
                    suspects.append(item)
                    break
                if len(working) >= self.count * AHEAD:
                    break
            if not working:
                return
            for future in wait(working, return_when=FIRST_COMPLETED).done:
                item = working.pop(future)
                try:
                    yield Done(item, future.result())
                except BrokenProcessPool:
                    suspects.append(item)
            if suspects:
                yield from self._broken(working, suspects)
                return

    def _broken(self, working: dict[Any, Item], suspects: list[Item]) -> Iterator[Done[Item, Any]]:
        """What was done before the process died; the rest becomes suspects."""
        from concurrent.futures.process import BrokenProcessPool

        for future, item in working.items():
            try:
                yield Done(item, future.result())
            except BrokenProcessPool:
                suspects.append(item)
        self._stop()

    def _alone(self, task: Callable[[Item], Result], item: Item) -> Iterator[Done[Item, Result] | Fallen[Item]]:
        from concurrent.futures.process import BrokenProcessPool

        pool = self._started(1)
        try:
            yield Done(item, pool.submit(tried, task, item).result())
        except BrokenProcessPool:
            yield Fallen(item)
        self._stop()

    def _started(self, count: int) -> Any:
        """The pool; processes are started afresh, as those that share a parent's threads may hang."""
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            context = get_context("spawn")
            self._pool = ProcessPoolExecutor(count, mp_context=context, initializer=_watch, initargs=(os.getpid(),))
        return self._pool

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def tried(task: Callable[[Item], Result], item: Item) -> Result:
    """What the task gives; what a disk or a network refuses is asked for again. Then memory is given back."""
    try:
        return _tried(task, item)
    finally:
        give_back()


def _tried(task: Callable[[Item], Result], item: Item) -> Result:
    for pause in (0.2, 1.0, None):
        try:
            return task(item)
        except MarsadError:
            raise
        except OSError:
            if pause is None:
                raise
            time.sleep(pause)
    raise AssertionError


def give_back() -> None:
    """Give the memory that a task has left unused back to the system: tables and texts leave holes that grow."""
    arrow = sys.modules.get("pyarrow")
    if arrow is not None:
        arrow.default_memory_pool().release_unused()
    if (trim := _trim()) is not None:
        trim(0)


@lru_cache(maxsize=1)
def _trim() -> Callable[[int], int] | None:
    """What gives back holes of the C library, where it is glibc."""
    try:
        trim: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    except (OSError, TypeError):
        return None
    return trim


def _watch(parent: int) -> None:
    """End this process when the one that started it is gone: nobody else would."""

    def look() -> None:
        while os.getppid() == parent:
            time.sleep(_WATCH_S)
        os._exit(1)

    threading.Thread(target=look, daemon=True).start()
