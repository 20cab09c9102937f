"""The events of a run, step by step: what is held at any time is a few bytes for each piece and one task's share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, TypeVar

from marsad.errors import MarsadError
from marsad.events.judged import constraints
from marsad.runs.baskets import Basket, empty_basket
from marsad.runs.bundles import Bundle, Pieces, Sorted, fair, first_names, make_bundle, sort_bundle
from marsad.runs.components import Baskets, bundles_of, find_baskets, joined_by_judgements
from marsad.runs.copies_found import find_copies
from marsad.runs.job import Job
from marsad.runs.shares import part_name
from marsad.runs.stretches import compare_stretch, stretches
from marsad.runs.tables import Tables
from marsad.runs.workers import Fallen, Workers, give_back
from marsad.store.codec import canonical

# Parts of the claims that one task gathers, at most.
PARTS = 4
# How often a task that ended its workers is given out: where many of them die, some do so by chance.
TRIES = 3
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step of a run is."""

    step: str
    done: int
    total: int


Tell = Callable[[Progress], None]


def gather_run(job: Job, workers: Workers, parts: Sequence[int], tell: Tell) -> dict[str, Any]:
    """Write the events of the claims that were read; counts and digests for the manifest."""
    asked = constraints(job.judgements)
    bundles = bundles_of(parts, fair(len(parts), PARTS, least=1))
    found = sorted(_all(workers, partial(_kept_bundle, job), bundles, "pieces", tell), key=lambda one: one.number)
    copies = find_copies(job, bundles, sum(pieces.marks for pieces in found))
    _write_names(job, _all(workers, partial(first_names, job), bundles, "roots", tell))
    days = list(stretches(found))
    edges = list(_all(workers, partial(compare_stretch, job), days, "pairs", tell))
    baskets = find_baskets(job, found, days, joined_by_judgements(found, asked.same))
    alone = list(_sorted(job, workers, bundles, found, baskets, tell))
    full = [Basket(number, *sources) for number, sources in enumerate(baskets.sources)]
    together = list(_all(workers, partial(empty_basket, job), full, "events", tell))
    files = {f"events/alone-{part_name(one.number)}.parquet": one.sha256 for one in alone}
    files |= {f"events/together-{part_name(one.number)}.parquet": one.sha256 for one in together}
    return {
        "counts": {
            "claims": sum(pieces.claims for pieces in found), "pieces": sum(pieces.count for pieces in found),
            "copies": copies, "compared": sum(one.compared for one in edges), "edges": sum(one.edges for one in edges),
            "largest_basket": max((one.pieces for one in together), default=0),
            "events": sum(one.events for one in alone) + sum(one.events for one in together),
        },
        "issues": _issues(job, asked.issues), "files": files,
    }  # fmt: skip


def _issues(job: Job, issues: Sequence[Any]) -> dict[str, int]:
    with Tables(job.output, "gathering", ("issues",)) as tables:
        for issue in issues:
            tables.add("issues", {"report": None, "reason": issue.reason, "message": issue.message})
    return {issue.reason: sum(one.reason == issue.reason for one in issues) for issue in issues}


def _kept_bundle(job: Job, bundle: Bundle) -> Pieces:
    """The pieces of a bundle, made once."""
    name = f"work/bundles/{bundle.name}.json"
    if job.output.exists(name):
        kept = json.loads(job.output.read(name))
        return Pieces(**kept | {"days": {int(day): count for day, count in kept["days"].items()}})
    pieces = make_bundle(job, bundle)
    job.output.write(name, json.dumps(asdict(pieces), sort_keys=True).encode())
    return pieces


def _write_names(job: Job, files: Iterable[str]) -> None:
    """For each root the name that the first to tell of it gives, over all bundles."""
    names: dict[str, tuple[list[Any], str]] = {}
    for file in files:
        for key, (order, name) in json.loads(job.output.read(file)).items():
            if key not in names or order < names[key][0]:
                names[key] = (order, name)
    told = {key: name for key, (_, name) in names.items() if name != key}
    job.output.write("work/names.json", canonical(told).encode())


def _sorted(
    job: Job, workers: Workers, bundles: Sequence[Bundle], found: Sequence[Pieces], baskets: Baskets, tell: Tell
) -> Iterable[Sorted]:
    by_number = {pieces.number: pieces for pieces in found}
    items = [(bundle, baskets.of_bundle(by_number[bundle.number])) for bundle in bundles]
    return _all(workers, partial(_sort, job), items, "baskets", tell)


def _sort(job: Job, item: tuple[Bundle, bytes]) -> Sorted:
    return sort_bundle(job, *item)


def _all(
    workers: Workers, task: Callable[[Item], Result], items: Sequence[Item], step: str, tell: Tell
) -> Iterable[Result]:
    """What the tasks gave; one that ends its workers again and again ends the run, which can be continued."""
    done, rest = 0, list(items)
    for _ in range(TRIES):
        fallen: list[Item] = []
        for outcome in workers.each(task, rest):
            if isinstance(outcome, Fallen):
                fallen.append(outcome.item)
                continue
            done += 1
            tell(Progress(step, done, len(items)))
            yield outcome.result
        rest = fallen
    give_back()
    if rest:
        raise MarsadError(
            f"gathering ({step}): a task ended every worker that tried it, perhaps for want of memory; give the "
            "workers more and begin again: what is done is kept"
        )
