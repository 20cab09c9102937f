"""Gathering, report by report: the claims of some parts become pieces and marks, then roots, then events or baskets."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from marsad.events.candidates import shelf_keys
from marsad.events.cluster import Group, one_incident
from marsad.events.copies import first_told, marks_of
from marsad.events.judged import Constraints, constraints
from marsad.events.merge import merge
from marsad.events.pieces import Piece, make_pieces
from marsad.events.roots import named, root_of
from marsad.records import Told
from marsad.runs.job import Job, rules
from marsad.runs.shares import part_name
from marsad.runs.tables import Tables, batches, event_row, told_from, told_json
from marsad.store.codec import canonical
from marsad.store.gathered_codec import piece_json

# A piece's number holds that of its bundle and its place within; so many fit into one.
WITHIN = 2**24
# A small run is cut into so many tasks a step, of at least so many pieces: two large ones would keep two workers busy
# for as long as the larger takes.
TASKS = 32
LEAST = 250


@dataclass(frozen=True, slots=True)
class Bundle:
    """Parts of the claims that are gathered by one task."""

    number: int
    parts: tuple[int, ...]

    @property
    def name(self) -> str:
        """The name of its files."""
        return part_name(self.number)


@dataclass(frozen=True, slots=True)
class Pieces:
    """How many pieces a bundle has, how many stand on each day, and what judgements have to do with them."""

    number: int
    count: int
    claims: int
    marks: int
    days: dict[int, int]
    holders: dict[str, int] = field(default_factory=dict)
    joined: list[list[int]] = field(default_factory=list)


def fair(total: int, most: int, least: int = LEAST) -> int:
    """How many of so many things one task takes."""
    return min(most, max(least, total // TASKS))


def make_bundle(job: Job, bundle: Bundle) -> Pieces:
    """The pieces of a bundle, without their claims, by their days; and the marks by which copies are known."""
    asked, known = constraints(job.judgements), rules(job)
    judged = asked.claims()
    marks: list[tuple[int, Told, int]] = []
    rows: list[tuple[int, int, int, str]] = []
    days: Counter[int] = Counter()
    found = Pieces(bundle.number, 0, 0, 0, {})
    count = claims = 0
    for told in reports_of(job, bundle, asked):
        claims += len(told)
        own = marks_of(told)
        marks += [(mark, told[0], len(own)) for mark in own]
        pieces = make_pieces(told, known, judged)
        for at, piece in enumerate(pieces, start=count):
            found.holders.update({one.claim.id: at for one in piece.told if one.claim.id in judged})
            body = piece_json(piece)
            for first, last in _stretches(piece):
                rows.append((first, last, bundle.number * WITHIN + at, body))
                days.update(range(first, last + 1))
        if judged:
            found.joined.extend([one + count, other + count] for one, other in one_incident(pieces, judged))
        count += len(pieces)
    _write_pieces(job, bundle, sorted(rows), sorted(marks, key=lambda each: (each[0], each[1].report)))
    return Pieces(bundle.number, count, claims, len(marks), dict(days), found.holders, found.joined)


def _stretches(piece: Piece) -> Iterator[tuple[int, int]]:
    """The runs of days on which a piece stands: one, or the ends of a long stretch."""
    days = sorted({day for day, _ in shelf_keys(piece)})
    start = None
    for at, day in enumerate(days):
        start = day if start is None else start
        if at + 1 == len(days) or days[at + 1] != day + 1:
            yield start, day
            start = None


def _write_pieces(
    job: Job, bundle: Bundle, rows: Sequence[tuple[int, int, int, str]], marks: Sequence[tuple[int, Told, int]]
) -> None:
    with Tables(job.output, bundle.name, ("pieces", "marks"), "work/") as tables:
        for first, last, number, body in rows:
            tables.add("pieces", {"piece": number, "from": first, "to": last, "body": body})
        for mark, told, count in marks:
            day, report = first_told(told)
            tables.add(
                "marks", {"mark": mark, "report": report, "day": day, "outlet": told.outlet, "count": count,
                          "bundle": bundle.number},
            )  # fmt: skip


def reports_of(job: Job, bundle: Bundle, asked: Constraints) -> Iterator[list[Told]]:
    """The claims of each report of a bundle that people have not rejected, in the order in which they are gathered."""
    for part in bundle.parts:
        for _, group in groupby(_claims(job, part), key=lambda one: one.report):
            told = [one for one in group if one.claim.id not in asked.rejected]
            if told:
                yield sorted(told, key=lambda one: (one.claim.trigger.start, one.claim.id))


def _claims(job: Job, part: int) -> Iterator[Told]:
    columns = ["report", "published", "outlet", "sha256", "body"]
    for batch in batches(job.output, f"claims/{part_name(part)}.parquet", columns):
        yield from map(told_from, batch.to_pylist())


Names = dict[str, tuple[tuple[str, str, int, str], str]]


def first_names(job: Job, bundle: Bundle) -> str:
    """The file with the roots of a bundle's claims, and the name that the first of them gives to each."""
    asked, known, copies = constraints(job.judgements), rules(job), _copies(job, bundle)
    names: Names = {}
    for told in reports_of(job, bundle, asked):
        for one in told:
            key = root_of(one, copies, known)
            order = (*first_told(one), one.claim.trigger.start, one.claim.id)
            if key not in names or order < names[key][0]:
                names[key] = (order, named(key, one))
    name = f"work/first_names/{bundle.name}.json"
    job.output.write(name, canonical(names).encode())
    return name


def _copies(job: Job, bundle: Bundle) -> dict[str, str]:
    name = f"work/copies/{bundle.name}.json"
    found: dict[str, str] = json.loads(job.output.read(name)) if job.output.exists(name) else {}
    return found


@dataclass(frozen=True, slots=True)
class Sorted:
    """How many events of single pieces a bundle gave, and the digest of their file."""

    number: int
    events: int
    sha256: str


def sort_bundle(job: Job, bundle: Bundle, baskets: bytes) -> Sorted:
    """The events of pieces that stand alone; the claims of the others go to the baskets of their pieces."""
    asked, known, copies = constraints(job.judgements), rules(job), _copies(job, bundle)
    names: dict[str, str] = json.loads(job.output.read("work/names.json"))
    basket = array("i", baskets)
    rows: list[tuple[int, int, str, str, str]] = []
    count = 0
    with Tables(job.output, f"alone-{bundle.name}", ("events",)) as events:
        for told in reports_of(job, bundle, asked):
            keys = {one.claim.id: root_of(one, copies, known) for one in told}
            roots = {claim: names.get(key, key) for claim, key in keys.items()}
            pieces = make_pieces(told, known, asked.claims())
            for at, piece in enumerate(pieces, start=count):
                if basket[at] < 0:
                    events.add("events", event_row(merge(Group(piece, (), (piece.id,)), roots, known)))
                else:
                    rows += _told_rows(piece, basket[at], bundle.number * WITHIN + at, roots)
            count += len(pieces)
    with Tables(job.output, bundle.name, ("told",), "work/") as tables:
        for number, piece_number, id, root, body in sorted(rows):
            tables.add("told", {"basket": number, "piece": piece_number, "id": id, "root": root, "told": body})
    return Sorted(bundle.number, events.counts["events"], events.digests["events"])


def _told_rows(
    piece: Piece, basket: int, number: int, roots: dict[str, str]
) -> Iterator[tuple[int, int, str, str, str]]:
    for one in piece.told:
        yield basket, number, one.claim.id, roots[one.claim.id], told_json(one)
