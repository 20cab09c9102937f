"""Full-text search: FTS5 on SQLite, text search vectors on PostgreSQL, over the same folded words.

Kept are the words as written; a word is asked for with all that may stand before it: القصف, والقصف, بالقصف …
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Text,
    bindparam,
    column,
    func,
    select,
    table,
    text,
)

from marsad.arabic.search_keys import beginnings_with, keys_with, search_keys
from marsad.store import bulk
from marsad.store.codec import storable

AT_A_TIME = 500
REPORTS, CLAIMS = "report_words", "claim_words"
_PARTS = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must stand in a text: words in a row as written, or the stem of one, whole or begun."""

    keys: tuple[str, ...]
    is_phrase: bool
    is_begun: bool = False


def terms(question: str) -> list[Term]:
    """What a question asks for: "words in a row" between quotes, begun* words, other words in any form."""
    found = []
    for phrase, word in _PARTS.findall(question):
        keys = search_keys(storable(phrase or word))
        split = keys.words.split()
        if phrase or len(split) > 1:
            found.append(Term(tuple(split), True, word.endswith("*")))
        elif split:
            found.append(Term((keys.stems,), False, word.endswith("*")))
    return found


def put(connection: Connection, name: str, rows: Sequence[tuple[int, str]]) -> None:
    """Make texts findable under their ranks, in the order of these: FTS5 closes its index before a lower rank."""
    bulk.put_into(connection, name, (_rank(connection), "words"), sorted(rows))


def kept(connection: Connection, name: str, ranks: Sequence[int]) -> dict[int, str]:
    """The words that are kept under ranks."""
    found = table(name, column(_rank(connection)), column("words"))
    own, there = found.c[_rank(connection)], dict[int, str]()
    for at in range(0, len(ranks), AT_A_TIME):
        for rank, said in connection.execute(select(own, found.c.words).where(own.in_(ranks[at : at + AT_A_TIME]))):
            there[rank] = said
    return there


def empty(connection: Connection, name: str) -> None:
    """Take all texts out; on SQLite the index is made anew, whatever state it was in."""
    if connection.dialect.name != "sqlite":
        connection.execute(text(f"DELETE FROM {name}"))
        return
    made_by = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": name})
    connection.execute(text(f"DROP TABLE {name}"))
    connection.exec_driver_sql(str(made_by))


def drop(connection: Connection, name: str, ranks: Sequence[int]) -> None:
    """Make texts no longer findable."""
    if ranks:
        statement = text(f"DELETE FROM {name} WHERE {_rank(connection)} = :rank")
        connection.execute(statement, [{"rank": rank} for rank in ranks])


def ranks_with(connection: Connection, name: str, wanted: Sequence[Term]) -> Select[Any]:
    """The ranks of the texts in which all of this stands; the caller adds order, bounds and limit."""
    if connection.dialect.name == "sqlite":
        found = table(name, column(name), column("rowid"))
        asked = bindparam(None, _fts5(wanted), Text)
        return select(found.c.rowid.label("rank")).where(found.c[name].op("MATCH")(asked))
    found = table(name, column("rank"), column("words"))
    return select(found.c.rank).where(*(_vector(found.c, term) for term in wanted))


def stands(connection: Connection, name: str, wanted: Sequence[Term], rank: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether all of this stands in the text with a rank: for questions that most texts answer."""
    if connection.dialect.name != "sqlite":
        found = table(name, column("rank"), column("words"))
        return select(found.c.rank).where(found.c.rank == rank, *(_vector(found.c, term) for term in wanted)).exists()
    # To look at the words of one text is quicker than to ask the index about it.
    there = table(name, column("rowid"), column("words"))
    asked = (there.c.words.regexp_match(_pattern(term)) for term in wanted)
    return select(there.c.rowid).where(there.c.rowid == rank, *asked).exists()


def _pattern(term: Term) -> str:
    """A regular expression that finds what the index would find: words end where letters and numbers do."""
    one = "|".join(map(re.escape, _alternatives(term)))
    return rf"(?<![^\W_])(?:{one})" + ("" if term.is_begun else r"(?![^\W_])")


def _alternatives(term: Term) -> tuple[str, ...]:
    """The words, or rows of words, of which one must stand in a text."""
    if term.is_phrase:
        return (" ".join(term.keys),)
    return beginnings_with(term.keys[0]) if term.is_begun else keys_with(term.keys[0])


def _fts5(wanted: Sequence[Term]) -> str:
    return " AND ".join(f"({' OR '.join(map(_quoted(term), _alternatives(term)))})" for term in wanted)


def _quoted(term: Term) -> Callable[[str], str]:
    return ('"{}" *' if term.is_begun else '"{}"').format


def _vector(columns: Any, term: Term) -> Any:
    simple: BindParameter[Any] = text("'simple'")  # type: ignore[assignment]
    if term.is_phrase and not term.is_begun:
        asked = func.phraseto_tsquery(simple, " ".join(term.keys))
    else:
        end = ":*" if term.is_begun else ""
        asked = func.to_tsquery(simple, " | ".join(f"'{each}'{end}" for each in _alternatives(term)))
    return func.to_tsvector(simple, columns.words).op("@@")(asked)


def _rank(connection: Connection) -> str:
    return "rowid" if connection.dialect.name == "sqlite" else "rank"
