"""A claim in the store: its columns, its postings, its names, its words; put in, taken out of lists, removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Connection, Integer, and_, bindparam, column, delete, func, select, values

from marsad.store import bulk, words
from marsad.store.entries import Listed, Name, ReadyClaim
from marsad.store.judgements import Judged
from marsad.store.make_ready import Spans, folded, ready_claim
from marsad.store.rank import rank_of
from marsad.store.tables import claims, lists, names, postings

ROWS_AT_A_TIME = 300


class Place(NamedTuple):
    """Where a claim stands in the store: its key, its report, its reading."""

    key: int
    report: int
    report_id: str
    reading: int
    published: str | None
    outlet: str | None


@dataclass(slots=True)
class Rows:
    """Rows of many claims, written together; those of claims have the columns of their table.

    ``postings`` are the ranks of the claims that answer each filter.
    """

    claims: list[tuple[Any, ...]] = field(default_factory=list)
    postings: defaultdict[Listed, list[int]] = field(default_factory=lambda: defaultdict(list))
    names: set[Name] = field(default_factory=set)
    words: list[tuple[int, str]] = field(default_factory=list)


def take_up(rows: Rows, place: Place, judged: Judged, body: str, *, is_listed: bool = True) -> None:
    """Add the rows of one claim as it was judged."""
    spans = Spans()
    put_in(rows, place, ready_claim(judged.claim, body, spans), judged, is_listed=is_listed)
    if is_listed:
        rows.names |= spans.names()


def put_in(
    rows: Rows, place: Place, ready: ReadyClaim, judged: Judged | None = None, *, is_listed: bool = True
) -> None:
    """Add the rows of one claim but its names; one of an older version is found only with its report."""
    put_all(rows, place, (ready,), judged, is_listed=is_listed)


def put_all(
    rows: Rows, first: Place, made: Iterable[ReadyClaim], judged: Judged | None = None, *, is_listed: bool = True
) -> None:
    """The same for claims of a reading that follow each other from a place on and stand alike."""
    verdict, is_edited = (judged.verdict, judged.is_edited) if judged else (None, False)
    report, reading, published, listed = first.report, first.reading, first.published, rows.postings
    ranks = []
    for key, ready in enumerate(made, first.key):
        id, kind, status, date_from, date_to, low, high, body, posted, found = ready
        rank = rank_of(date_from or published, key)
        rows.claims.append(
            (key, id, report, reading, kind, status, date_from, date_to, low, high, verdict, is_edited, body, rank)
        )
        if is_listed:
            for each in posted:
                listed[each].append(rank)
            rows.words.append((rank, found))
            ranks.append(rank)
    if ranks:
        for each in _everywhere(first.outlet, verdict):
            listed[each] += ranks


@lru_cache(1000)
def _everywhere(outlet: str | None, verdict: str | None) -> frozenset[Listed]:
    """The filters that a claim answers whatever it says, but for its report."""
    found = {("all", ""), ("verdict", verdict or "none")}
    if outlet:
        found.add(("outlet", folded(outlet)))
    return frozenset(found)


def write(connection: Connection, rows: Rows) -> None:
    """Write the rows of many claims."""
    bulk.put(connection, claims, rows.claims)
    _write_postings(connection, rows.postings)
    bulk.put(connection, names, sorted(rows.names), but_known=True)
    words.put(connection, words.CLAIMS, rows.words)


def _write_postings(connection: Connection, rows: Mapping[Listed, Sequence[int]]) -> None:
    if not rows:
        return
    there = keys_of_lists(connection, rows)
    new = sorted(rows.keys() - there.keys())
    first = (connection.scalar(select(func.max(lists.c.key))) or 0) + 1
    there |= {each: key for key, each in enumerate(new, start=first)}
    bulk.put(connection, lists, [(there[each], *each) for each in new])
    in_order = sorted((key, sorted(rows[each])) for each, key in there.items())
    bulk.put_pairs(connection, postings, [(key, rank) for key, ranks in in_order for rank in ranks])


def keys_of_lists(connection: Connection, wanted: Iterable[Listed]) -> dict[Listed, int]:
    """The numbers of lists, of those that are there."""
    by_kind: dict[str, list[str]] = {}
    for kind, ref in wanted:
        by_kind.setdefault(kind, []).append(ref)
    return {
        (kind, ref): key
        for kind, refs in by_kind.items()
        for ref, key in bulk.look_up(connection, lists, ("ref", "key"), "ref", refs, kind=kind)
    }


def unlist(connection: Connection, listed: Sequence[tuple[Place, Judged]]) -> None:
    """Take claims out of every list and of search; they are still found with their report."""
    gone: list[tuple[Listed, int]] = []
    for place, judged in listed:
        rank = rank_of(judged.claim.date_from or place.published, place.key)
        own = ready_claim(judged.claim, "").posted | _everywhere(place.outlet, judged.verdict)
        gone += [(each, rank) for each in own]
    keys = keys_of_lists(connection, {each for each, _ in gone})
    rows = [{"in": keys[each], "at": rank} for each, rank in gone if each in keys]
    if rows:
        one = (postings.c.list == bindparam("in"), postings.c.rank == bindparam("at"))
        connection.execute(delete(postings).where(*one), rows)
    words.drop(connection, words.CLAIMS, list({rank for _, rank in gone}))


def count_posted(connection: Connection, wanted: Mapping[Listed, Sequence[int]]) -> int:
    """How many of these postings are there."""
    keys, found = keys_of_lists(connection, wanted), 0
    rows = [(key, rank) for each, key in keys.items() for rank in wanted[each]]
    for at in range(0, len(rows), ROWS_AT_A_TIME):
        each = (
            values(column("list", Integer), column("rank", BigInteger), name="each")
            .data(rows[at : at + ROWS_AT_A_TIME])
            .cte("each")
        )
        same = and_(postings.c.list == each.c.list, postings.c.rank == each.c.rank)
        found += connection.scalar(select(func.count()).select_from(each.join(postings, same))) or 0
    return found


def remove(connection: Connection, listed: Sequence[tuple[Place, Judged]]) -> None:
    """Remove claims with all by which they were found."""
    unlist(connection, listed)
    keys = [place.key for place, _ in listed]
    for at in range(0, len(keys), ROWS_AT_A_TIME):
        some = keys[at : at + ROWS_AT_A_TIME]
        connection.execute(delete(claims).where(claims.c.key.in_(some)))
