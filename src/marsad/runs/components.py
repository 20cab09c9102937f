"""Which pieces are connected by pairs that are alike: what is connected is grouped by one task, all else apart."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from marsad.runs.bundles import WITHIN, Bundle, Pieces, fair
from marsad.runs.job import Job
from marsad.runs.stretches import Stretch
from marsad.runs.tables import batches

# Pieces grouped by one task, at most; a chain of happenings that is longer is one basket all the same.
PIECES = 500
ALONE = -1


@dataclass(frozen=True, slots=True)
class Baskets:
    """The basket of every piece by its place among all, where each bundle begins, and what each basket is made of."""

    of: array[int]
    starts: dict[int, int]
    sources: list[tuple[tuple[int, ...], tuple[int, ...]]]

    def of_bundle(self, pieces: Pieces) -> bytes:
        """The baskets of the pieces of one bundle."""
        start = self.starts[pieces.number]
        return self.of[start : start + pieces.count].tobytes()


def find_baskets(
    job: Job, found: Sequence[Pieces], compared: Sequence[Stretch], joined: Iterable[tuple[int, int]]
) -> Baskets:  # fmt: skip
    """The baskets, filled in the order of the first pieces of what is connected; four bytes a piece are held."""
    starts: dict[int, int] = {}
    total = 0
    for pieces in found:
        starts[pieces.number] = total
        total += pieces.count
    above = array("i", range(total))
    for one, other in joined:
        _unite(above, one, other)
    for stretch in compared:
        for one, other in _edges(job, stretch, starts):
            _unite(above, one, other)
    of = _filled(above, fair(total, PIECES))
    return Baskets(of, starts, _sources(job, of, starts, found, compared))


def dense(number: int, starts: dict[int, int]) -> int:
    """The place of a piece among all."""
    return starts[number // WITHIN] + number % WITHIN


def _edges(job: Job, stretch: Stretch, starts: dict[int, int]) -> Iterator[tuple[int, int]]:
    for batch in batches(job.output, f"work/edges/{stretch.name}.parquet", ["one", "other"]):
        columns = batch.to_pydict()
        for one, other in zip(columns["one"], columns["other"], strict=True):
            yield dense(one, starts), dense(other, starts)


def _unite(above: array[int], one: int, other: int) -> None:
    first, second = sorted((_root(above, one), _root(above, other)))
    above[second] = first


def _root(above: array[int], at: int) -> int:
    while above[at] != at:
        above[at] = above[above[at]]
        at = above[at]
    return at


def _filled(above: array[int], limit: int) -> array[int]:
    sizes = array("i", [0]) * len(above)
    for at in range(len(above)):
        above[at] = _root(above, at)
        sizes[above[at]] += 1
    of = array("i", [ALONE]) * len(above)
    basket, held = 0, 0
    for at, root in enumerate(above):
        if sizes[root] == 1:
            continue
        if root == at:
            if held and held + sizes[root] > limit:
                basket, held = basket + 1, 0
            held += sizes[root]
            of[at] = basket
        of[at] = of[root]
    return of


def _sources(
    job: Job, of: array[int], starts: dict[int, int], found: Sequence[Pieces], compared: Sequence[Stretch]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """For each basket the bundles and the stretches that hold something of it."""
    bundles: dict[int, set[int]] = defaultdict(set)
    for pieces in found:
        start = starts[pieces.number]
        for basket in set(of[start : start + pieces.count]):
            bundles[basket].add(pieces.number)
    lists: dict[int, set[int]] = defaultdict(set)
    for stretch in compared:
        for basket in {of[one] for one, _ in _edges(job, stretch, starts)}:
            lists[basket].add(stretch.number)
    return [
        (tuple(sorted(bundles[basket])), tuple(sorted(lists[basket]))) for basket in range(max(of, default=ALONE) + 1)
    ]


def joined_by_judgements(found: Sequence[Pieces], same: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Pieces that judgements connect, by their places among all."""
    holder: dict[str, int] = {}
    start = 0
    for pieces in found:
        holder |= {claim: start + at for claim, at in pieces.holders.items()}
        yield from ((start + one, start + other) for one, other in pieces.joined)
        start += pieces.count
    yield from ((holder[one], holder[other]) for one, other in same if one in holder and other in holder)


def bundles_of(parts: Sequence[int], size: int) -> list[Bundle]:
    """The parts of a run, some together."""
    return [Bundle(number, tuple(parts[at : at + size])) for number, at in enumerate(range(0, len(parts), size))]
