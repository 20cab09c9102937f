"""Gathering, day by day: pieces of a stretch of days meet on their shelves, and the pairs that are alike are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from marsad.events.candidates import Key, content, is_placed, may_meet, pairs, shelf_keys
from marsad.events.compare import compare
from marsad.events.pieces import Piece
from marsad.events.rules import Rules
from marsad.runs.bundles import Pieces, fair
from marsad.runs.job import Job, rules
from marsad.runs.shares import part_name
from marsad.runs.tables import Tables, batches, where
from marsad.store.gathered_codec import piece_from

# Pieces compared by one task, at most: what it holds in memory, with the pairs of them that were looked at.
PIECES = 2_500
# From this many times the largest block on a shelf is cut between the tasks of a crowded day.
CUT_FROM = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` up to ``last`` without it; of a crowded day the part of its shelves that is ours."""

    number: int
    first: int
    last: int
    bundles: tuple[int, ...]
    part: int = 0
    parts: int = 1

    @property
    def name(self) -> str:
        """The name of its file of edges."""
        return part_name(self.number)


@dataclass(frozen=True, slots=True)
class Edges:
    """How many pairs of a stretch are alike, and how many were compared."""

    number: int
    edges: int
    compared: int


def stretches(found: Sequence[Pieces]) -> Iterator[Stretch]:
    """The days cut so that each stretch holds about as many pieces; a day that holds more is cut by its places."""
    crowd: dict[int, int] = defaultdict(int)
    for pieces in found:
        for day, count in pieces.days.items():
            crowd[int(day)] += count
    ends = {pieces.number: (min(map(int, pieces.days)), max(map(int, pieces.days))) for pieces in found if pieces.days}
    number = 0
    limit = fair(sum(crowd.values()), PIECES)
    for first, last, parts in _cut(sorted(crowd.items()), limit):
        bundles = tuple(bundle for bundle, (early, late) in ends.items() if early < last and late >= first)
        for part in range(parts):
            yield Stretch(number, first, last, bundles, part, parts)
            number += 1


def _cut(crowd: Sequence[tuple[int, int]], limit: int) -> Iterator[tuple[int, int, int]]:
    start, held = None, 0
    for day, count in crowd:
        if start is not None and held + count > limit:
            yield start, day, 1
            start, held = None, 0
        if count > limit:
            yield day, day + 1, -(-count // limit)
        else:
            start, held = day if start is None else start, held + count
    if start is not None:
        yield start, crowd[-1][0] + 1, 1


def compare_stretch(job: Job, stretch: Stretch) -> Edges:
    """The pairs of pieces that meet on the days of a stretch and are alike."""
    known = rules(job)
    numbers, pieces = _pieces(job, stretch)
    shelves: dict[Key, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        for key in shelf_keys(piece):
            if stretch.first <= key[0] < stretch.last:
                shelves[key].append(at)
    seen = set[int]()
    with Tables(job.output, stretch.name, ("edges",), "work/") as tables:
        for one, other in _pairs(shelves, pieces, known, stretch, seen):
            score = compare(pieces[one], pieces[other], known)
            if score.points >= known.threshold:
                levels = " ".join(score.levels)
                row = {"one": numbers[one], "other": numbers[other], "points": score.points, "levels": levels}
                tables.add("edges", row)
    return Edges(stretch.number, tables.counts["edges"], len(seen))


def _pairs(
    shelves: dict[Key, list[int]], pieces: Sequence[Piece], known: Rules, stretch: Stretch, seen: set[int]
) -> Iterator[tuple[int, int]]:
    """Pairs, each once; every shelf of the stretch is whole here, or cut with its neighbours beyond the cut."""
    for key in sorted(shelves):
        shelf = shelves[key]
        part, parts = stretch.part, stretch.parts
        if len(shelf) < CUT_FROM * known.largest_block:
            if _part_of(key, parts) != part:
                continue
            part, parts = 0, 1
        for one, other in pairs(shelf, lambda at: content(pieces[at]), known.largest_block, part, parts):
            pair = one * len(pieces) + other
            if pair not in seen and may_meet(key, is_placed(pieces[one]), is_placed(pieces[other])):
                seen.add(pair)
                yield one, other


def _part_of(key: Key, parts: int) -> int:
    return int.from_bytes(blake2b(key[1].encode("utf-8", "surrogatepass"), digest_size=8).digest()) % parts


def _pieces(job: Job, stretch: Stretch) -> tuple[list[int], list[Piece]]:
    """The pieces that stand on the days of a stretch, with their numbers, in the order of their ids."""
    found: dict[int, str] = {}

    def meets(bounds: dict[str, tuple[int, int]]) -> bool:
        return bounds["from"][0] < stretch.last and bounds["to"][1] >= stretch.first

    for bundle in stretch.bundles:
        for batch in batches(job.output, f"work/pieces/{part_name(bundle)}.parquet", None, meets):
            for row in where(batch, **{"from": (None, stretch.last - 1), "to": (stretch.first, None)}):
                found[row["piece"]] = row["body"]
    pieces = sorted(((piece_from(body), number) for number, body in found.items()), key=lambda each: each[0].id)
    return [number for _, number in pieces], [piece for piece, _ in pieces]
