"""A run from input to events: read every share once, mend what has to be, gather, and say what was done."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from marsad.errors import MarsadError
from marsad.reports.received import Given
from marsad.runs import manifest
from marsad.runs.gather_run import Progress, Tell, gather_run
from marsad.runs.job import Job
from marsad.runs.poison import set_aside
from marsad.runs.read_share import TABLES, Mend, Order, Part, read_share
from marsad.runs.same_ids import mends
from marsad.runs.shares import REPORTS, Plan, planned
from marsad.runs.workers import Fallen, Workers

# How often a share is cleared of what ends its workers before the run gives up.
TRIES = 3


def run(
    paths: Iterable[str], job: Job, workers: Workers, given: Given, *, tell: Tell | None = None, reports: int = REPORTS
) -> dict[str, Any]:
    """Read and gather all that the paths name; the manifest. A run that was cut off goes on where it stopped."""
    tell = tell or _quiet
    plan = planned(paths, given, reports=reports)
    now = manifest.begun(job, plan)
    manifest.begin(job, now)
    if not job.output.exists(manifest.NAME):
        parts = _read(job, workers, plan, tell)
        gathered = gather_run(job, workers, [part.number for part in parts], tell)
        job.output.write(manifest.NAME, manifest.written(job, now, plan, parts, gathered))
    job.output.remove("work")
    for table in (*TABLES, "events"):
        job.output.tidy(table)
    found: dict[str, Any] = json.loads(job.output.read(manifest.NAME))
    return found


def _quiet(_: Progress) -> None:
    """Nobody watches."""


def _read(job: Job, workers: Workers, plan: Plan, tell: Tell) -> Sequence[Part]:
    """The parts of all shares, once everything in them has a name of its own."""
    orders = [Order(share) for share in plan.shares]
    done = dict[int, tuple[Order, Part]]()
    for order, part in _done(job, workers, orders, tell, "reading"):
        done[part.number] = order, part
    found = mends(job, sorted(done))
    again = [_again(*done[number], mend) for number, mend in found.items()]
    for order, part in _done(job, workers, again, tell, "same ids"):
        done[part.number] = order, part
    return [done[number][1] for number in sorted(done)]


def _again(order: Order, part: Part, mend: Mend) -> Order:
    """The order of a part that has to be written anew, with what was mended in it before."""
    return Order(order.share, replace(mend, unread=part.mend.unread, without=part.mend.without))


def _done(job: Job, workers: Workers, orders: Sequence[Order], tell: Tell, step: str) -> Iterator[tuple[Order, Part]]:
    """Each order with its part; one that ends its workers is cleared of what does so and given out again."""
    suspects: list[Order] = []
    done = 0
    for outcome in workers.each(partial(read_share, job), orders):
        if isinstance(outcome, Fallen):
            suspects.append(outcome.item)
            continue
        done += 1
        tell(Progress(step, done, len(orders)))
        yield outcome.item, outcome.result
    for order in suspects:
        yield from _cleared(job, workers, order)
        done += 1
        tell(Progress(step, done, len(orders)))


def _cleared(job: Job, workers: Workers, order: Order) -> Iterator[tuple[Order, Part]]:
    for _ in range(TRIES):
        order = set_aside(job, workers, order)
        for outcome in workers.each(partial(read_share, job), [order]):
            if not isinstance(outcome, Fallen):
                yield outcome.item, outcome.result
                return
    raise MarsadError(
        f"{order.share.sources[0].address}: reading this share of the input ended every worker again and again, "
        "perhaps for want of memory; give the workers more and begin again: what is done is kept"
    )
