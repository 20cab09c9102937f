"""Gathering, basket by basket: pieces that are connected are grouped, and each group becomes an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from marsad.events.cluster import ONE_INCIDENT, grow, one_incident
from marsad.events.compare import Score
from marsad.events.judged import constraints
from marsad.events.merge import merge
from marsad.events.pieces import Piece, make_piece
from marsad.events.rules import Rules
from marsad.records import Told
from marsad.runs.job import Job, rules
from marsad.runs.shares import part_name
from marsad.runs.tables import Tables, batches, event_row, told_of, where


@dataclass(frozen=True, slots=True)
class Basket:
    """A basket by its number, with the bundles that hold its claims and the stretches that hold its edges."""

    number: int
    bundles: tuple[int, ...]
    stretches: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Emptied:
    """How many pieces of a basket became how many events, and the digest of their file."""

    number: int
    pieces: int
    events: int
    sha256: str


def empty_basket(job: Job, basket: Basket) -> Emptied:
    """The events of the pieces of a basket."""
    known = rules(job)
    roots: dict[str, str] = {}
    numbers, pieces = _pieces(job, basket, known, roots)
    place = {number: at for at, number in enumerate(numbers)}
    asked = constraints(job.judgements)
    scores = dict(_edges(job, basket, place)) | dict.fromkeys(one_incident(pieces, asked.claims()), ONE_INCIDENT)
    edges = [(score, one, other) for (one, other), score in scores.items()]
    holder = {one.claim.id: at for at, piece in enumerate(pieces) for one in piece.told}
    groups = grow(pieces, edges, asked, holder, known)
    with Tables(job.output, f"together-{part_name(basket.number)}", ("events",)) as events:
        for group in groups:
            events.add("events", event_row(merge(group, roots, known)))
    return Emptied(basket.number, len(pieces), events.counts["events"], events.digests["events"])


def _pieces(job: Job, basket: Basket, known: Rules, roots: dict[str, str]) -> tuple[list[int], list[Piece]]:
    """The pieces of a basket with their numbers, in the order of their ids."""
    told: dict[int, list[Told]] = defaultdict(list)

    def holds(bounds: dict[str, tuple[int, int]]) -> bool:
        return bounds["basket"][0] <= basket.number <= bounds["basket"][1]

    for bundle in basket.bundles:
        for batch in batches(job.output, f"work/told/{part_name(bundle)}.parquet", None, holds):
            for row in where(batch, basket=(basket.number, basket.number)):
                told[row["piece"]].append(told_of(row["told"]))
                roots[row["id"]] = row["root"]
    found = sorted(((make_piece(group, known), number) for number, group in told.items()), key=lambda one: one[0].id)
    return [number for _, number in found], [piece for piece, _ in found]


def _edges(job: Job, basket: Basket, place: dict[int, int]) -> Iterator[tuple[tuple[int, int], Score]]:
    for stretch in basket.stretches:
        for batch in batches(job.output, f"work/edges/{part_name(stretch)}.parquet"):
            for row in batch.to_pylist():
                if row["one"] in place:
                    score = Score(row["points"], tuple(row["levels"].split(" ")))
                    yield (place[row["one"]], place[row["other"]]), score
