"""A share that ends its workers: the report that does it is found by halves and set aside; all others are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from marsad.runs.job import Job
from marsad.runs.read_share import Mend, Order, Probe, probe
from marsad.runs.workers import Fallen, Workers


def set_aside(job: Job, workers: Workers, order: Order) -> Order:
    """The same order with what must not be touched; where nothing falls any more, it was chance."""
    without = _files(job, workers, order)
    order = replace(order, mend=replace(order.mend, without=order.mend.without | without))
    counted = _probe(job, workers, Probe(order))
    if counted is None:  # one file alone that nobody can take apart
        whole = frozenset(source.address for source in order.share.sources)
        return replace(order, mend=replace(order.mend, without=whole))
    unread = _falling(job, workers, order, 0, counted)
    return replace(order, mend=replace(order.mend, unread=order.mend.unread | frozenset(unread)))


def _files(job: Job, workers: Workers, order: Order) -> frozenset[str]:
    """Files that cannot even be taken apart."""
    if _probe(job, workers, Probe(order)) is not None or len(order.share.sources) == 1:
        return frozenset()
    alone = [
        Probe(Order(replace(order.share, sources=(source,)), Mend(without=order.mend.without)))
        for source in order.share.sources
    ]
    fallen = [outcome.item for outcome in workers.each(partial(probe, job), alone) if isinstance(outcome, Fallen)]
    return frozenset(each.order.share.sources[0].address for each in fallen)


def _falling(job: Job, workers: Workers, order: Order, first: int, last: int) -> Iterable[int]:
    """The numbers of the reports in this stretch that end whoever reads them."""
    if first >= last or _probe(job, workers, Probe(order, first, last)) is not None:
        return ()
    if last - first == 1:
        return (first,)
    middle = (first + last) // 2
    return (*_falling(job, workers, order, first, middle), *_falling(job, workers, order, middle, last))


def _probe(job: Job, workers: Workers, wanted: Probe) -> int | None:
    """How many reports were seen, or None where the worker fell."""
    (outcome,) = workers.each(partial(probe, job), [wanted])
    return None if isinstance(outcome, Fallen) else outcome.result
