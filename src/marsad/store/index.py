"""A claim in the store: its columns, its mentions, its postings, its words; put in, taken out of lists, removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BigInteger, Connection, Text, and_, bindparam, column, delete, func, select, values

from marsad.arabic.search_keys import SearchKeys
from marsad.store import bulk, words
from marsad.store.codec import storable
from marsad.store.judgements import Judged
from marsad.store.rank import rank_of
from marsad.store.ready import Name, ReadyClaim, folded, names_of, ready_claim
from marsad.store.tables import claims, mentions, names, postings

ROWS_AT_A_TIME = 300


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands in the store: its key, its report, its reading."""

    key: int
    report: int
    report_id: str
    reading: int
    published: str | None
    outlet: str | None


@dataclass(slots=True)
class Rows:
    """Rows of many claims, written together; those of claims and mentions have the columns of their tables."""

    claims: list[tuple[Any, ...]] = field(default_factory=list)
    mentions: list[tuple[Any, ...]] = field(default_factory=list)
    postings: list[tuple[str, str, int]] = field(default_factory=list)
    names: set[Name] = field(default_factory=set)
    words: list[tuple[int, SearchKeys]] = field(default_factory=list)


def take_up(rows: Rows, place: Place, judged: Judged, body: str, *, is_listed: bool = True) -> None:
    """Add the rows of one claim as it was judged."""
    put_in(rows, place, ready_claim(judged.claim, body), judged, is_listed=is_listed)
    if is_listed:
        rows.names.update(names_of(judged.claim))


def put_in(
    rows: Rows, place: Place, ready: ReadyClaim, judged: Judged | None = None, *, is_listed: bool = True
) -> None:
    """Add the rows of one claim, but for names; one of an older version is found only with its report."""
    key, rank = place.key, rank_of(ready.date_from or place.published, place.key)
    verdict, is_edited = (judged.verdict, judged.is_edited) if judged else (None, False)
    rows.claims.append(
        (key, ready.id, place.report, place.reading, ready.type, ready.status, ready.date_from, ready.date_to,
         ready.count_low, ready.count_high, verdict, is_edited, ready.body, rank)
    )  # fmt: skip
    rows.mentions += [(key, *mention) for mention in ready.mentions]
    rows.postings += [(kind, ref, rank) for kind, ref in _posted(place, ready, verdict, is_listed=is_listed)]
    if is_listed:
        rows.words.append((rank, ready.words))


def _posted(place: Place, ready: ReadyClaim, verdict: str | None, *, is_listed: bool) -> set[tuple[str, str]]:
    """Every filter that a claim answers: its kind and its value."""
    of_report = ("report", storable(place.report_id))
    if not is_listed:
        return {of_report}
    found = {*ready.posted, of_report, ("all", ""), ("verdict", verdict or "none")}
    if place.outlet:
        found.add(("outlet", folded(place.outlet)))
    return found


def posted_under(place: Place, judged: Judged, *, is_listed: bool = True) -> set[tuple[str, str]]:
    """Every filter that a claim answers as it was judged."""
    return _posted(place, ready_claim(judged.claim, ""), judged.verdict, is_listed=is_listed)


def write(connection: Connection, rows: Rows) -> None:
    """Write the rows of many claims."""
    bulk.put(connection, claims, rows.claims)
    bulk.put(connection, mentions, rows.mentions)
    bulk.put(connection, postings, rows.postings)
    bulk.put(connection, names, sorted(rows.names), but_known=True)
    words.put(connection, words.CLAIMS, rows.words)


def unlist(connection: Connection, listed: Sequence[tuple[Place, Judged]], *, but: str | None = None) -> None:
    """Take claims out of every list; ``but`` names a filter under which they stay."""
    gone, ranks = [], []
    for place, judged in listed:
        rank = rank_of(judged.claim.date_from or place.published, place.key)
        ranks.append(rank)
        gone += [{"of": kind, "to": ref, "at": rank} for kind, ref in posted_under(place, judged) if kind != but]
    if gone:
        columns = postings.c
        one = (columns.kind == bindparam("of"), columns.ref == bindparam("to"), columns.rank == bindparam("at"))
        connection.execute(delete(postings).where(*one), gone)
    words.drop(connection, words.CLAIMS, ranks)


def count_posted(connection: Connection, wanted: Sequence[tuple[str, str, int]]) -> int:
    """How many of these postings are there."""
    found = 0
    for at in range(0, len(wanted), ROWS_AT_A_TIME):
        some = list(wanted[at : at + ROWS_AT_A_TIME])
        each = (
            values(column("kind", Text), column("ref", Text), column("rank", BigInteger), name="each")
            .data(some)
            .cte("each")
        )
        same = and_(*(postings.c[name] == each.c[name] for name in ("kind", "ref", "rank")))
        found += connection.scalar(select(func.count()).select_from(each.join(postings, same))) or 0
    return found


def remove(connection: Connection, listed: Sequence[tuple[Place, Judged]]) -> None:
    """Remove claims with all by which they were found."""
    unlist(connection, listed)
    keys = [place.key for place, _ in listed]
    for at in range(0, len(keys), ROWS_AT_A_TIME):
        some = keys[at : at + ROWS_AT_A_TIME]
        connection.execute(delete(mentions).where(mentions.c.claim.in_(some)))
        connection.execute(delete(claims).where(claims.c.key.in_(some)))
