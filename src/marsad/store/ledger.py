"""What was gathered, row by row: who told what, pieces on their shelves, edges between them, roots and their names."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    union_all,
    update,
)

from marsad.events.candidates import Content, content, is_placed, shelf_keys
from marsad.events.cluster import Edge
from marsad.events.compare import Score
from marsad.events.pieces import Piece
from marsad.store.bulk import put_rows
from marsad.store.codec import canonical, storable
from marsad.store.event_tables import DERIVED, edges, event_claims, gatherings, marks, pieces, roots, shelves, tellers
from marsad.store.gathered_codec import piece_from, piece_json

AT_A_TIME = 400
MARKS_AT_A_TIME = 16
Order = tuple[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """Up to which record of the log, by which rules and with which pairs of claims the store was gathered."""

    seq: int
    rules: str
    same: frozenset[tuple[str, str]]
    different: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Teller:
    """A report that tells something; ``told_by`` is the outlet whose text it repeats, if it does."""

    report: str
    day: str
    outlet: str | None
    copy_of: str | None
    marks: int
    root: str | None = None
    told_by: str | None = None

    @property
    def order(self) -> Order:
        """The order in which reports were told."""
        return self.day, self.report


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A piece as its shelf orders it."""

    content: Content
    is_placed: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A claim as it was gathered."""

    claim: str
    event: str
    piece: str
    report: str
    root: str
    day: str
    start: int


def shelf_number(key: tuple[int, str]) -> int:
    """A shelf as a number."""
    return int.from_bytes(blake2b(f"{key[0]} {key[1]}".encode(), digest_size=8).digest(), "little", signed=True)


class Ledger:
    """The rows of a gathering, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def state(self) -> State | None:
        """Where the gathering stands; None before the first."""
        row = self.connection.execute(select(gatherings).where(gatherings.c.key == 1)).one_or_none()
        if row is None:
            return None
        same, different = (frozenset(map(tuple, pairs)) for pairs in json.loads(row.decided))
        return State(row.seq, row.rules, same, different)

    def close(self, state: State) -> None:
        """Say where the gathering stands now."""
        self.connection.execute(delete(gatherings))
        decided = canonical([sorted(state.same), sorted(state.different)])
        row = {"key": 1, "seq": state.seq, "rules": state.rules, "decided": decided}
        self.connection.execute(insert(gatherings), [row])

    def clear(self) -> None:
        """Forget all that was gathered but the tombstones."""
        for table in DERIVED:
            self.connection.execute(delete(table))

    def rows(self, wanted: Select[Any], column: Column[Any], values: Iterable[Any]) -> Iterator[Row[Any]]:
        """The rows in which a column has one of many values."""
        listed = list(values)
        for at in range(0, len(listed), AT_A_TIME):
            yield from self.connection.execute(wanted.where(column.in_(listed[at : at + AT_A_TIME])))

    def _drop(self, column: Column[Any], values: Iterable[Any]) -> None:
        listed = list(values)
        for at in range(0, len(listed), AT_A_TIME):
            self.connection.execute(delete(column.table).where(column.in_(listed[at : at + AT_A_TIME])))

    def _put(self, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        put_rows(self.connection, table, rows)

    # Who told, and who repeats whom

    def count_tellers(self) -> int:
        """How many reports were gathered."""
        return self.connection.scalar(select(func.count()).select_from(tellers)) or 0

    def tellers(self, reports: Iterable[str]) -> dict[str, Teller]:
        """Those of these reports that tell something."""
        return {row.report: Teller(**row._mapping) for row in self.rows(select(tellers), tellers.c.report, reports)}

    def repeating(self, report: str) -> list[Teller]:
        """The reports that repeat this one, or would if it told something."""
        wanted = select(tellers).where(or_(tellers.c.root == report, tellers.c.copy_of == report))
        return [Teller(**row._mapping) for row in self.connection.execute(wanted)]

    def put_tellers(self, found: Mapping[Teller, Collection[int]], *, are_decided: bool = True) -> None:
        """Keep reports with the marks of their claims; until it is decided, none counts as an original."""
        self._put(tellers, [_teller_row(teller) for teller in found])
        rows = [
            {
                "mark": mark,
                "day": teller.day,
                "report": teller.report,
                "is_original": are_decided and teller.told_by is None,
            }
            for teller, own in found.items()
            for mark in own
        ]
        self._put(marks, rows)

    def drop_tellers(self, reports: Collection[str]) -> None:
        """Forget reports with their marks."""
        self._drop(tellers.c.report, reports)
        self._drop(marks.c.report, reports)

    def decide(self, report: str, root: str | None, told_by: str | None, *, is_original: bool) -> None:
        """Say of a report whom it repeats."""
        of = {"root": root, "told_by": told_by}
        self.connection.execute(update(tellers).where(tellers.c.report == report).values(**of))
        self.connection.execute(update(marks).where(marks.c.report == report).values(is_original=is_original))

    def marks_of(self, report: str) -> frozenset[int]:
        """The marks of the claims of a report."""
        return frozenset(self.connection.scalars(select(marks.c.mark).where(marks.c.report == report)))

    def originals(self, wanted: Collection[int], limit: int, before: Order = ("~", "")) -> dict[int, list[Order]]:
        """For each mark the first reports with it that repeat nobody, told before another."""
        found: dict[int, list[Order]] = defaultdict(list)
        listed = list(wanted)
        for at in range(0, len(listed), MARKS_AT_A_TIME):
            some = listed[at : at + MARKS_AT_A_TIME]
            asked: dict[str, Any] = {f"mark_{number}": mark for number, mark in enumerate(some)}
            asked |= {"day": before[0], "report": before[1], "most": limit}
            for row in self.connection.execute(_first_originals(len(some)), asked):
                found[row.mark].append((row.day, row.report))
        return {mark: sorted(orders) for mark, orders in found.items()}

    def sharing(self, wanted: Collection[int], after: Order, least: int) -> list[Order]:
        """The reports told after another that share so many of these marks."""
        counts: dict[Order, int] = defaultdict(int)
        columns = marks.c
        later = or_(columns.day > after[0], and_(columns.day == after[0], columns.report > after[1]))
        base = select(columns.day, columns.report, func.count().label("times")).where(later)
        for row in self.rows(base.group_by(columns.day, columns.report), columns.mark, wanted):
            counts[row.day, row.report] += row.times
        return [order for order, times in counts.items() if times >= least]

    # Pieces, shelves, edges

    def pieces_of(self, reports: Iterable[str]) -> dict[str, tuple[str, Piece]]:
        """The pieces of reports, each with the event it is of."""
        wanted = select(pieces.c.id, pieces.c.event, pieces.c.body)
        return {row.id: (row.event, piece_from(row.body)) for row in self.rows(wanted, pieces.c.report, reports)}

    def pieces(self, ids: Iterable[str]) -> dict[str, tuple[str, Piece]]:
        """Pieces by their ids, each with the event it is of."""
        wanted = select(pieces.c.id, pieces.c.event, pieces.c.body)
        return {row.id: (row.event, piece_from(row.body)) for row in self.rows(wanted, pieces.c.id, ids)}

    def put_pieces(self, found: Iterable[Piece], event_of: Mapping[str, str]) -> None:
        """Keep pieces and put them on their shelves."""
        rows, places = [], []
        for piece in found:
            (report,) = piece.reports
            rows.append({
                "id": piece.id, "report": report, "event": event_of.get(piece.id, ""), "is_placed": is_placed(piece),
                "content": canonical(content(piece)), "body": piece_json(piece),
            })  # fmt: skip
            numbers = dict.fromkeys(map(shelf_number, shelf_keys(piece)))
            places += [{"shelf": number, "piece": piece.id} for number in numbers]
        self._put(pieces, rows)
        self._put(shelves, places)

    def drop_pieces(self, gone: Collection[Piece]) -> None:
        """Forget pieces, their places on shelves and their edges."""
        places = [
            {"of": number, "is": piece.id} for piece in gone for number in set(map(shelf_number, shelf_keys(piece)))
        ]
        if places:
            one = (shelves.c.shelf == bindparam("of"), shelves.c.piece == bindparam("is"))
            self.connection.execute(delete(shelves).where(*one), places)
        ids = [piece.id for piece in gone]
        self._drop(pieces.c.id, ids)
        self._drop(edges.c.one, ids)
        self._drop(edges.c.other, ids)

    def put_event_of(self, event_of: Mapping[str, str]) -> None:
        """Say of which event pieces are."""
        if event_of:
            change = update(pieces).where(pieces.c.id == bindparam("is")).values(event=bindparam("of"))
            self.connection.execute(change, [{"is": piece, "of": event} for piece, event in event_of.items()])

    def on_shelves(self, keys: Iterable[tuple[int, str]]) -> dict[tuple[int, str], dict[str, OnShelf]]:
        """The pieces on each of these shelves."""
        by_number = {shelf_number(key): key for key in keys}
        joined = shelves.join(pieces, pieces.c.id == shelves.c.piece)
        wanted = select(shelves.c.shelf, pieces.c.id, pieces.c.content, pieces.c.is_placed).select_from(joined)
        found: dict[tuple[int, str], dict[str, OnShelf]] = {key: {} for key in by_number.values()}
        read: dict[str, OnShelf] = {}
        for row in self.rows(wanted, shelves.c.shelf, by_number):
            if row.id not in read:
                read[row.id] = OnShelf(json.loads(row.content), row.is_placed)
            found[by_number[row.shelf]][row.id] = read[row.id]
        return found

    def edges_at(self, ids: Iterable[str]) -> dict[tuple[str, str], Score]:
        """The edges that begin or end at these pieces."""
        listed = list(ids)
        return {
            (row.one, row.other): Score(row.points, tuple(row.levels.split(" ")))
            for column in (edges.c.one, edges.c.other)
            for row in self.rows(select(edges), column, listed)
        }

    def put_edges(self, found: Mapping[tuple[str, str], Score]) -> None:
        """Keep edges."""
        self._put(edges, [
            {"one": one, "other": other, "points": score.points, "levels": " ".join(score.levels)}
            for (one, other), score in found.items()
        ])  # fmt: skip

    def drop_edges(self, gone: Iterable[tuple[str, str]]) -> None:
        """Forget edges."""
        rows = [{"from": one, "to": other} for one, other in gone]
        if rows:
            same = (edges.c.one == bindparam("from"), edges.c.other == bindparam("to"))
            self.connection.execute(delete(edges).where(*same), rows)

    # Claims and roots

    def held(self, column: str, values: Iterable[str]) -> list[Held]:
        """The claims as gathered in which a column has one of these values."""
        listed = self.rows(select(event_claims), event_claims.c[column], values)
        return [Held(**row._mapping) for row in listed]

    def put_claims(self, found: Iterable[Held]) -> None:
        """Keep claims as they are gathered."""
        self._put(event_claims, [{name: getattr(one, name) for name in Held.__slots__} for one in found])

    def put_claims_of(self, event_of: Mapping[str, str]) -> None:
        """Say under which event claims stand."""
        if event_of:
            change = update(event_claims).where(event_claims.c.claim == bindparam("is")).values(event=bindparam("of"))
            self.connection.execute(change, [{"is": claim, "of": event} for claim, event in event_of.items()])

    def drop_claims(self, gone: Iterable[str]) -> None:
        """Forget claims."""
        self._drop(event_claims.c.claim, gone)

    def claims_by_event(self) -> dict[str, list[str]]:
        """The claims of every event."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.connection.execute(select(event_claims.c.event, event_claims.c.claim)):
            found[row.event].append(row.claim)
        return found

    def all_names(self) -> dict[str, tuple[str, str]]:
        """The names of all roots."""
        return {row.root: (row.name, row.claim) for row in self.connection.execute(select(roots))}

    def names(self, wanted: Iterable[str]) -> dict[str, tuple[str, str]]:
        """The names of roots, each with the claim that gives it."""
        return {row.root: (row.name, row.claim) for row in self.rows(select(roots), roots.c.root, wanted)}

    def put_names(self, found: Mapping[str, tuple[str, str]]) -> None:
        """Keep the names of roots."""
        self._put(roots, [{"root": key, "name": name, "claim": claim} for key, (name, claim) in found.items()])

    def drop_names(self, gone: Iterable[str]) -> None:
        """Forget roots."""
        self._drop(roots.c.root, gone)

    def first_of(self, root: str) -> Held | None:
        """The claim first told of a root."""
        order = (event_claims.c[name] for name in ("day", "report", "start", "claim"))
        wanted = select(event_claims).where(event_claims.c.root == root).order_by(*order).limit(1)
        row = self.connection.execute(wanted).one_or_none()
        return Held(**row._mapping) if row is not None else None


def _teller_row(teller: Teller) -> dict[str, Any]:
    row = {name: getattr(teller, name) for name in Teller.__slots__}
    return row | {"outlet": None if teller.outlet is None else storable(teller.outlet)}


@lru_cache
def _first_originals(number: int) -> Any:
    """The first originals with each of so many marks; built once, as building it costs more than asking it."""
    columns = marks.c
    before = or_(
        columns.day < bindparam("day"), and_(columns.day == bindparam("day"), columns.report < bindparam("report"))
    )
    each = []
    for at in range(number):
        one = (columns.mark == bindparam(f"mark_{at}", type_=BigInteger), columns.is_original.is_(True), before)
        first = select(columns.mark, columns.day, columns.report).where(*one).order_by(columns.day, columns.report)
        each.append(select(first.limit(bindparam("most")).subquery()))
    return union_all(*each)


def edge_list(found: Mapping[tuple[str, str], Score], at: Mapping[str, int]) -> list[Edge]:
    """Edges between pieces by their positions."""
    return [(score, at[one], at[other]) for (one, other), score in found.items()]
