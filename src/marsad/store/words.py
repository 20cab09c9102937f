"""Full-text search: FTS5 on SQLite, text search vectors on PostgreSQL, over the same folded words."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

from marsad.arabic.search_keys import search_keys
from marsad.store import bulk
from marsad.store.codec import storable

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
        split = (keys.words if phrase else keys.stems).split()
        if split:
            found.append(Term(tuple(split), bool(phrase), word.endswith("*")))
    return found


def put(connection: Connection, name: str, rows: Sequence[tuple[int, str, str]]) -> None:
    """Make texts findable under their ranks: by their words and their stems."""
    bulk.put_into(connection, name, (_rank(connection), "words", "stems"), rows)


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
    found = table(name, column("rank"), column("words"), column("stems"))
    return select(found.c.rank).where(*(_vector(found.c, term) for term in wanted))


def stands(connection: Connection, name: str, wanted: Sequence[Term], rank: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether all of this stands in the text with a rank: for questions that most texts answer."""
    found = ranks_with(connection, name, wanted)
    own = next(
        iter(found.get_final_froms()[0].c[key] for key in ("rowid", "rank") if key in found.get_final_froms()[0].c)
    )
    return found.where(own == rank).exists()


def _fts5(wanted: Sequence[Term]) -> str:
    return " AND ".join(
        f'{"words" if term.is_phrase else "stems"} : "{" ".join(term.keys)}"{" *" if term.is_begun else ""}'
        for term in wanted
    )


def _vector(columns: Any, term: Term) -> Any:
    content = columns.words if term.is_phrase else columns.stems
    simple: BindParameter[Any] = text("'simple'")  # type: ignore[assignment]
    if term.is_begun:
        asked = func.to_tsquery(simple, " <-> ".join(term.keys) + ":*")
    else:
        asked = func.phraseto_tsquery(simple, " ".join(term.keys))
    return func.to_tsvector(simple, content).op("@@")(asked)


def _rank(connection: Connection) -> str:
    return "rowid" if connection.dialect.name == "sqlite" else "rank"
