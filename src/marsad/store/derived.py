"""What a store derives from reports, claims and judgements: whether it still is what they give, and all of it anew.

Columns and lists of claims, names, the words of search. Events are made anew by gathering them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, text
from sqlalchemy.exc import DatabaseError, OperationalError

from marsad.store import blobs, bulk, index, words
from marsad.store.chain import Chain
from marsad.store.codec import claim_from
from marsad.store.entries import Fault
from marsad.store.event_tables import event_bodies, event_claims, events
from marsad.store.judgements import judged, of_claims
from marsad.store.keep import claim_rows, place_of
from marsad.store.make_ready import words_of_report
from marsad.store.tables import claims, lists, names, postings, reports
from marsad.store.told import gathered, told_ids

AT_A_TIME = 500
MEND = "marsad rebuild makes it anew"


def faults_of_words(connection: Connection, listed: Sequence[tuple[Row[Any], str]]) -> Iterator[Fault]:
    """Reports whose words search does not have, or other ones; given with their texts."""
    there = words.kept(connection, words.REPORTS, [row.rank for row, _ in listed])
    for row, read in listed:
        if there.get(row.rank) != words_of_report(row.title, read):
            yield Fault(f"report {row.id}", f"the words by which search finds it are not those of its text: {MEND}")


def faults_of_lists(connection: Connection, rows: index.Rows, where: str) -> Iterator[Fault]:
    """What lists, names and search lack of the claims of a reading."""
    if index.count_posted(connection, rows.postings) != sum(map(len, rows.postings.values())):
        yield Fault(where, f"lists by which its claims are found lack some of them: {MEND}")
    if words.kept(connection, words.CLAIMS, [rank for rank, _ in rows.words]) != dict(rows.words):
        yield Fault(where, f"the words by which its claims are found are not theirs: {MEND}")
    folded = sorted({name for _, name, _ in rows.names})
    there = {tuple(row) for row in bulk.look_up(connection, names, ("kind", "folded", "ref"), "folded", folded)}
    if not rows.names <= there:
        yield Fault(where, f"names by which its claims are found are missing: {MEND}")


def faults_of_totals(connection: Connection, expected: dict[str, int]) -> Iterator[Fault]:
    """Tables with more or fewer rows than were asked about: something is found that is not there."""
    for name, number in expected.items():
        found = connection.scalar(text(f"SELECT count(*) FROM {name}")) or 0
        if found != number:
            yield Fault(name, f"expected {number} rows, found {found}: {MEND}")


def faults_of_index(connection: Connection) -> Iterator[Fault]:
    """Full-text indexes that are not those of their words; only SQLite keeps them apart from the rows."""
    if connection.dialect.name != "sqlite":
        return
    for name in (words.REPORTS, words.CLAIMS):
        try:
            connection.execute(text(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')"))
        except OperationalError:
            return  # another process writes, or nobody may: the check needs the lock of those who write
        except DatabaseError:
            yield Fault(name, f"the index of search is not that of its words: {MEND}")


def faults_of_events(connection: Connection) -> Iterator[Fault]:
    """Events that do not hold the claims they are made of."""
    at = gathered(connection)
    if at is None:
        return
    of_event: dict[str, set[str]] = defaultdict(set)
    for claim, id in connection.execute(select(event_claims.c.claim, event_claims.c.event)):
        of_event[id].add(claim)
    joined = select(events.c.id, event_bodies.c.body).outerjoin(event_bodies, event_bodies.c.event == events.c.key)
    for id, body in connection.execute(joined):
        if body is None or set(json.loads(body)["claims"]) != of_event.pop(id, set()):
            yield Fault(f"event {id}", f"does not hold the claims it is made of: {MEND}")
    yield from (Fault(f"event {id}", f"is missing: {MEND}") for id in of_event)
    if at[0] == at[2] and set(connection.scalars(select(event_claims.c.claim))) - told_ids(connection):
        yield Fault("events", f"hold claims that are not in the store, or were rejected: {MEND}")


def rebuild(connection: Connection, *, by: str | None) -> int:
    """Columns, lists, names and words of all claims and reports anew, and a record in the log; how many reports."""
    _emptied(connection)
    rows, texts, number = index.Rows(), [], 0
    stands = select(reports).where(reports.c.deleted.is_(None)).order_by(reports.c.key)
    for number, report in enumerate(connection.execute(stands).all(), start=1):  # noqa: B007 - counted for the log
        is_listed = report.newer is None
        found = claim_rows(connection, report.key)
        on_claims = of_claims(connection, [row.id for row in found])
        for row in found:
            stands_now = judged(claim_from(row.body), on_claims.get(row.id, ()))
            index.take_up(rows, place_of(row, report), stands_now, row.body, is_listed=is_listed)
        if is_listed:
            read = blobs.get(connection, report.text_sha256).decode("utf-8", "surrogatepass")
            texts.append((report.rank, words_of_report(report.title, read)))
        if len(rows.claims) > AT_A_TIME:
            _write(connection, rows, texts)
            rows, texts = index.Rows(), []
    _write(connection, rows, texts)
    chain = Chain(connection)
    chain.append("rebuilt", {"reports": number, "by": by})
    chain.close()
    return number


def _emptied(connection: Connection) -> None:
    for each in (postings, lists, names):
        connection.execute(delete(each))
    for name in (words.REPORTS, words.CLAIMS):
        words.empty(connection, name)


def _write(connection: Connection, rows: index.Rows, texts: list[tuple[int, str]]) -> None:
    keys = [row[0] for row in rows.claims]
    for at in range(0, len(keys), AT_A_TIME):
        connection.execute(delete(claims).where(claims.c.key.in_(keys[at : at + AT_A_TIME])))
    index.write(connection, rows)
    words.put(connection, words.REPORTS, texts)


def number_of_listed(connection: Connection) -> dict[str, int]:
    """How many texts search should hold, of each kind."""
    stands = (reports.c.deleted.is_(None), reports.c.newer.is_(None))
    of_reports = select(func.count()).select_from(reports).where(*stands)
    joined = claims.join(reports, claims.c.report == reports.c.key)
    of_claims_ = select(func.count()).select_from(joined).where(*stands)
    return {
        words.REPORTS: connection.scalar(of_reports) or 0, words.CLAIMS: connection.scalar(of_claims_) or 0,
    }  # fmt: skip
