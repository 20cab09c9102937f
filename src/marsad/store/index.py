"""From a claim to the rows by which it is found: its columns, its mentions, its postings, its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BigInteger, Connection, Text, and_, bindparam, column, delete, func, insert, select, values
from sqlalchemy.dialects.postgresql import insert as insert_postgres
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from marsad.arabic.search_keys import SearchKeys, keys_of_name
from marsad.records import ActorMention, Claim, Count, PlaceMention, SourceMention, Span, WeaponMention
from marsad.store import words
from marsad.store.codec import storable
from marsad.store.judgements import Judged
from marsad.store.rank import rank_of
from marsad.store.tables import claims, mentions, names, postings

# A name that no register knows stands under itself.
UNKNOWN, REGION = "~", "admin1:"
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
    """Rows of many claims, written together."""

    claims: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    postings: list[dict[str, Any]] = field(default_factory=list)
    names: set[tuple[str, str, str]] = field(default_factory=set)
    words: list[tuple[int, SearchKeys]] = field(default_factory=list)


def take_up(rows: Rows, place: Place, judged: Judged, body: str, *, is_listed: bool = True) -> None:
    """Add the rows of one claim; one of an older version is found only with its report."""
    claim = judged.claim
    rank = rank_of(claim.date_from or place.published, place.key)
    rows.claims.append(_row(place, judged, body, rank))
    rows.mentions.extend(mention_rows(place.key, claim))
    posted = posted_under(place, judged, is_listed=is_listed)
    rows.postings.extend({"kind": kind, "ref": ref, "rank": rank} for kind, ref in posted)
    if is_listed:
        rows.names |= set(_names(claim))
        rows.words.append((rank, words_of(claim)))


def _row(place: Place, judged: Judged, body: str, rank: int) -> dict[str, Any]:
    claim = judged.claim
    return {
        "key": place.key, "id": claim.id, "report": place.report, "reading": place.reading,
        "type": storable(claim.type), "status": storable(claim.status),
        "date_from": _storable(claim.date_from), "date_to": _storable(claim.date_to),
        "count_low": _whole(claim.count.low if claim.count else None),
        "count_high": _whole(claim.count.high if claim.count else None),
        "verdict": judged.verdict, "is_edited": judged.is_edited, "body": body, "rank": rank,
    }  # fmt: skip


def _whole(number: int | None) -> int | None:
    """A number as a column takes it; the body has it in full."""
    return None if number is None else max(-(2**63), min(number, 2**63 - 1))


def spans(claim: Claim) -> Iterator[tuple[str, int, Span | Count]]:
    """Every span of a claim, with its field and its place in it."""
    yield "trigger", 0, claim.trigger
    for name in ("agents", "targets", "places", "weapons", "sources"):
        for position, span in enumerate(getattr(claim, name)):
            yield name, position, span
    for name in ("time", "count", "item"):
        if getattr(claim, name) is not None:
            yield name, 0, getattr(claim, name)


def mention_rows(key: int, claim: Claim) -> list[dict[str, Any]]:
    """The rows of the table of mentions."""
    return [
        {
            "claim": key, "field": name, "position": position, "start": span.start, "end": span.end,
            "text": storable(span.text), "ref": _id(span), "name": _text(getattr(span, "name", None)),
            "kind": _text(getattr(span, "kind", None)), "lat": getattr(span, "lat", None),
            "lon": getattr(span, "lon", None),
        }
        for name, position, span in spans(claim)
    ]  # fmt: skip


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)


def _id(span: Span | Count) -> str | None:
    if isinstance(span, ActorMention):
        return _text(span.actor)
    if isinstance(span, PlaceMention):
        return _text(span.place)
    if isinstance(span, SourceMention):
        return _text(span.source)
    return _text(span.weapon_class) if isinstance(span, WeaponMention) else None


def folded(value: str) -> str:
    """A name as it is looked up."""
    return keys_of_name(storable(value)).words


def _ref(span: Span) -> str:
    return _id(span) or UNKNOWN + folded(span.text)


def _named(claim: Claim) -> Iterator[tuple[str, ActorMention | PlaceMention | SourceMention]]:
    for actor in (*claim.agents, *claim.targets):
        yield "actor", actor
    for place in claim.places:
        yield "place", place
    for source in claim.sources:
        yield "source", source


def posted_under(place: Place, judged: Judged, *, is_listed: bool = True) -> set[tuple[str, str]]:
    """Every filter that a claim answers: its kind and its value."""
    found = {("report", storable(place.report_id))}
    if not is_listed:
        return found
    claim = judged.claim
    found |= {("all", ""), ("type", storable(claim.type)), ("status", storable(claim.status))}
    found.add(("verdict", judged.verdict or "none"))
    found |= {(kind, _ref(span)) for kind, span in _named(claim)}
    if place.outlet:
        found.add(("outlet", folded(place.outlet)))
    for where in claim.places:
        if where.admin1:
            found.add(("place", REGION + storable(where.admin1)))
        if where.country:
            found.add(("country", storable(where.country).upper()))
    return found


def _storable(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _names(claim: Claim) -> Iterator[tuple[str, str, str]]:
    for kind, span in _named(claim):
        ref = _ref(span)
        for written in (span.text, span.name, getattr(span, "name_ar", None)):
            if written:
                yield kind, folded(written), ref
    for where in claim.places:
        if where.admin1:
            yield "place", folded(where.admin1), REGION + storable(where.admin1)


def words_of(claim: Claim) -> SearchKeys:
    """The words by which a claim is found: those of its spans, and the names they stand for."""
    found = dict.fromkeys([span.text for _, _, span in spans(claim)])
    found |= dict.fromkeys(span.name for _, span in _named(claim) if span.name)
    keys = [keys_of_name(storable(text)) for text in found]
    return SearchKeys(" ".join(key.words for key in keys), " ".join(key.stems for key in keys))


def write(connection: Connection, rows: Rows) -> None:
    """Write the rows of many claims."""
    if rows.claims:
        connection.execute(insert(claims), rows.claims)
        connection.execute(insert(mentions), rows.mentions)
        connection.execute(insert(postings), rows.postings)
    _write_names(connection, rows.names)
    words.put(connection, words.CLAIMS, rows.words)


def _write_names(connection: Connection, found: Iterable[tuple[str, str, str]]) -> None:
    made = [{"kind": kind, "folded": written, "ref": ref} for kind, written, ref in sorted(found)]
    if made:
        kind_of_insert = insert_sqlite if connection.dialect.name == "sqlite" else insert_postgres
        connection.execute(kind_of_insert(names).on_conflict_do_nothing(), made)


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


def count_posted(connection: Connection, wanted: Sequence[dict[str, Any]]) -> int:
    """How many of these postings are there."""
    found = 0
    for at in range(0, len(wanted), ROWS_AT_A_TIME):
        some = [(row["kind"], row["ref"], row["rank"]) for row in wanted[at : at + ROWS_AT_A_TIME]]
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
