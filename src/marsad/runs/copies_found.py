"""Which reports repeat another's text, over all of a run: only marks that two reports share are held in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from marsad.events.copies import Marked, copied_among
from marsad.reports.extras import need
from marsad.runs.bundles import Bundle
from marsad.runs.job import Job
from marsad.runs.tables import batches
from marsad.store.codec import canonical

# Marks counted at a time, eight bytes each.
AT_ONCE = 4_000_000
_LOW = 2**20


def find_copies(job: Job, bundles: Sequence[Bundle], marks: int) -> int:
    """Write, for each bundle, the outlets that its copies come from; how many copies there are."""
    bundle_of: dict[str, int] = {}
    reports = list(_marked(job, bundles, marks, bundle_of))
    reports.sort(key=lambda each: each[0])
    copies = copied_among(marked for _, marked in reports)
    by_bundle: dict[int, dict[str, str]] = defaultdict(dict)
    for report, (_, outlet) in copies.items():
        by_bundle[bundle_of[report]][report] = outlet
    for bundle, found in by_bundle.items():
        job.output.write(f"work/copies/{bundles[bundle].name}.json", canonical(found).encode())
    return len(copies)


def _marked(
    job: Job, bundles: Sequence[Bundle], marks: int, bundle_of: dict[str, int]
) -> Iterator[tuple[tuple[str, str], Marked]]:
    """The reports that share marks with others, with their order."""
    shared: dict[str, list[int]] = defaultdict(list)
    about: dict[str, tuple[str, str | None, int]] = {}
    rounds = max(1, -(-marks // AT_ONCE))
    for at in range(rounds):
        twice = _twice(job, bundles, at, rounds)
        for batch in _batches(job, bundles, twice, None) if len(twice) else ():
            for row in batch.to_pylist():
                report = row["report"]
                shared[report].append(row["mark"])
                about[report] = (row["day"], row["outlet"], row["count"])
                bundle_of[report] = row["bundle"]
    for report in shared:
        day, outlet, count = about[report]
        yield (day, report), Marked(report, outlet, None, shared[report], count)


def _twice(job: Job, bundles: Sequence[Bundle], at: int, rounds: int) -> Any:
    """Marks of this round that two reports have."""
    arrow, compute = need("pyarrow", "Parquet"), need("pyarrow.compute", "Parquet")
    first, last = _LOW * at // rounds, _LOW * (at + 1) // rounds
    found = []
    for batch in _batches(job, bundles, None, ["mark"]):
        marks = batch.column("mark")
        low = compute.bit_wise_and(marks, _LOW - 1)
        mine = compute.and_(compute.greater_equal(low, first), compute.less(low, last))
        found += marks.filter(mine).chunks
    counted = compute.value_counts(arrow.chunked_array(found, arrow.int64()))
    return counted.filter(compute.greater(counted.field("counts"), 1)).field("values")


def _batches(job: Job, bundles: Sequence[Bundle], of: Any, columns: list[str] | None) -> Iterator[Any]:
    compute = need("pyarrow.compute", "Parquet")
    for bundle in bundles:
        for batch in batches(job.output, f"work/marks/{bundle.name}.parquet", columns):
            yield batch if of is None else batch.filter(compute.is_in(batch.column("mark"), of))
