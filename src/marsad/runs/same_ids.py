"""Reports of one id: the same report again is left out, another one gets a mark, so that a claim has one row.

Which one keeps the id depends on what the reports say, not on where they stand.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from marsad.reports.extras import need
from marsad.runs.job import Job
from marsad.runs.read_share import Mend
from marsad.runs.shares import part_name
from marsad.runs.tables import batches
from marsad.store.codec import sha256

KEPT = "work/same.json"


def mends(job: Job, parts: Iterable[int]) -> dict[int, Mend]:
    """What has to be mended in each part; found once, as the parts that are mended show it no more."""
    if job.output.exists(KEPT):
        found = json.loads(job.output.read(KEPT))
    else:
        found = _found(job, list(parts))
        job.output.write(KEPT, json.dumps(found, sort_keys=True).encode())
    return {
        int(part): Mend(left_out=frozenset(each["left_out"]), names={int(at): id for at, id in each["names"].items()})
        for part, each in found.items()
    }


def _found(job: Job, parts: list[int]) -> dict[str, Any]:
    """By part: the numbers of reports to leave out, and the names of those that get another."""
    shared = _shared(job, parts)
    holders: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for part, ids, numbers, identities in _columns(job, parts) if shared else ():
        for id, number, identity in zip(ids, numbers, identities, strict=True):
            if _hash(id) in shared:
                holders[id].append((identity, part, number))
    found: dict[str, Any] = defaultdict(lambda: {"left_out": [], "names": {}})
    for id, holding in holders.items():
        for at, (identity, part, number) in enumerate(sorted(holding)):
            if at and identity == sorted(holding)[at - 1][0]:
                found[str(part)]["left_out"].append(number)
            elif at:
                found[str(part)]["names"][str(number)] = f"{id}~{identity[:8]}"
    return dict(found)


def _shared(job: Job, parts: list[int]) -> set[int]:
    """Hashes of the ids that more than one report has: eight bytes are held for each report, no more."""
    arrow, compute = need("pyarrow", "Parquet"), need("pyarrow.compute", "Parquet")
    hashes = [arrow.array(map(_hash, ids), arrow.int64()) for _, ids, _, _ in _columns(job, parts)]
    if not hashes:
        return set()
    counted = compute.value_counts(arrow.chunked_array(hashes, arrow.int64()))
    return set(counted.filter(compute.greater(counted.field("counts"), 1)).field("values").to_pylist())


def _columns(job: Job, parts: Iterable[int]) -> Iterator[tuple[int, list[str], list[int], list[str]]]:
    for part in parts:
        for batch in batches(job.output, f"work/ids/{part_name(part)}.parquet"):
            columns = batch.to_pydict()
            yield part, columns["id"], columns["number"], columns["identity"]


def _hash(id: str) -> int:
    return int(sha256(id.encode("utf-8", "surrogatepass"))[:16], 16) - 2**63
