"""From draft to record: spans of the report's own words, names from the registers, a stable id, the reasons."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from marsad.arabic.clitics import AND, WITH
from marsad.arabic.normalize import MARKS
from marsad.arabic.words import Word
from marsad.claims.draft import Draft
from marsad.claims.parties import MEN
from marsad.mentions.chunks import Chunk
from marsad.mentions.vocabulary import WordInfo
from marsad.records import ActorMention, Claim, Count, PlaceMention, SourceMention, Span, WeaponMention, quickly

_MARK = re.compile(f"[{MARKS}]")
ID_LENGTH = 12
Made = TypeVar("Made")
_ROLES = ("agent", "target", "place", "weapon", "source")
# What a report has by the hundred.
_claim, _span = quickly(Claim), quickly(Span)
_actor_mention, _source_mention = quickly(ActorMention), quickly(SourceMention)
_place_mention, _weapon_mention = quickly(PlaceMention), quickly(WeaponMention)


@dataclass(frozen=True, slots=True)
class Naming:
    """How chunks get their canonical names; each takes a chunk and gives the fields of its mention."""

    actor: Callable[[Chunk], tuple[str | None, str | None]]
    source: Callable[[Chunk], tuple[str | None, str | None, str | None]]
    place: Callable[[Chunk], dict[str, object]]
    weapon_class: Callable[[Chunk], str | None]


class Builder:
    """Builds the records of one report."""

    def __init__(
        self, report_id: str, text: str, words: Sequence[Word], infos: Sequence[WordInfo], naming: Naming
    ) -> None:
        self._report_id = report_id
        self._text = text
        self._words = words
        self._infos = infos
        self._naming = naming
        self._ids: dict[str, int] = {}
        # Claims share their phrases: each is named once for each role.
        self._made: dict[str, dict[Chunk, Any]] = {role: {} for role in _ROLES}

    def claim(self, draft: Draft) -> Claim:
        """The record of one draft."""
        found = draft.found
        if found.named_by >= 0:
            by = WITH if self._words[found.named_by].key.startswith(WITH) else ""
            trigger = self._span(found.named_by, found.named_by, by)
        else:
            trigger = self._span(found.first, found.last, found.prefix)
        dates = draft.dates
        agents = self._mentions("agent", draft.agents, self._agent) if draft.agents else ()
        targets = self._mentions("target", draft.targets, self._actor) if draft.targets else ()
        time = self._span(draft.time.first, draft.time.last, "") if draft.time is not None else None
        date_from, date_to = dates if dates else (None, None)
        item = self._weapon(draft.item) if draft.item is not None else None
        outcome = draft.outcome if draft.type == "equipment_loss" else None
        weapons = self._mentions("weapon", draft.weapons, self._weapon) if draft.weapons else ()
        sources = self._mentions("source", draft.sources, self._source) if draft.sources else ()
        # In the order of the fields: with their names it is twice as dear.
        return _claim(
            self._id(draft.type, trigger), draft.type, trigger, agents, targets, self.places(draft), time, date_from,
            date_to, self._count(draft), item, outcome, weapons, sources, draft.status,
            draft.incident or draft.passage or None, tuple(draft.because),
        )  # fmt: skip

    def places(self, draft: Draft) -> tuple[PlaceMention, ...]:
        """Where the places of a draft are."""
        return self._mentions("place", draft.places, self._place) if draft.places else ()

    def _id(self, kind: str, trigger: Span) -> str:
        """A hash of the report, the trigger and the type, with a number where one trigger makes several claims."""
        key = f"{self._report_id}|{trigger.start}|{trigger.end}|{kind}"
        number = self._ids[key] = self._ids.get(key, 0) + 1
        return hashlib.sha256(f"{key}|{number}".encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]

    def _span(self, first: int, last: int, prefix: str) -> Span:
        return _span(*self._piece(first, last, prefix))

    def _piece(self, first: int, last: int, prefix: str) -> tuple[str, int, int]:
        """The text of words without a proclitic, with its offsets."""
        start, end = self._words[first][0], self._words[last][1]
        if prefix:
            start = self._skip(start, end, len(prefix))
        return self._text[start:end], start, end

    def _skip(self, start: int, end: int, letters: int) -> int:
        """The offset after so many letters and the marks on them; a word that would vanish is kept whole."""
        at = start
        for _ in range(letters):
            at += 1
            while at < end and (self._text[at].isspace() or _MARK.match(self._text, at)):
                at += 1
        return at if at < end else start

    def chunk_span(self, chunk: Chunk) -> Span:
        """The words of a chunk without its proclitic."""
        return Span(*self._words_of(chunk))

    def agent_span(self, chunk: Chunk) -> Span:
        """The words of a chunk as an agent."""
        return Span(*self._words_of_agent(chunk))

    def _words_of(self, chunk: Chunk) -> tuple[str, int, int]:
        """The words of a chunk without its proclitic; ``لل`` stays, as its article went into it."""
        info = self._infos[chunk.first]
        prefix = info.prefix if chunk.kind != "count" else ""
        if chunk.kind == "place":
            if chunk.head == info.key:
                prefix = ""
            if info.key == AND + chunk.head:
                prefix = AND  # a short name in a list: قرى X وسيلم
        if prefix and prefix.endswith("ل") and info.rest.startswith("ال"):
            prefix = prefix[:-1]
        return self._piece(chunk.first, chunk.last, prefix)

    def _mentions(self, role: str, chunks: Sequence[Chunk], make: Callable[[Chunk], Made]) -> tuple[Made, ...]:
        """The mentions of a role, each phrase once."""
        known = self._made[role]
        found = []
        for chunk in chunks if len(chunks) == 1 else dict.fromkeys(chunks):
            made = known.get(chunk)
            if made is None:
                made = known[chunk] = make(chunk)
            found.append(made)
        return tuple(found)

    def _actor(self, chunk: Chunk) -> ActorMention:
        return _actor_mention(*self._words_of(chunk), *self._naming.actor(chunk))

    def _words_of_agent(self, chunk: Chunk) -> tuple[str, int, int]:
        """The words of a chunk as an agent; arms act for the side that owns them, men by themselves."""
        if chunk.kind != "weapon" or not MEN.isdisjoint(chunk.ids):
            return self._words_of(chunk)
        inner = chunk.first_inner("actor", "group")
        if inner is not None:
            return self._words_of(inner)
        if chunk.adjective_at >= 0:
            return self._piece(chunk.adjective_at, chunk.adjective_at, "")
        return self._words_of(chunk)

    def _agent(self, chunk: Chunk) -> ActorMention:
        return _actor_mention(*self._words_of_agent(chunk), *self._naming.actor(chunk))

    def _place(self, chunk: Chunk) -> PlaceMention:
        return _place_mention(*self._words_of(chunk), **self._naming.place(chunk))  # type: ignore[arg-type]

    def _source(self, chunk: Chunk) -> SourceMention:
        return _source_mention(*self._words_of(chunk), *self._naming.source(chunk))

    def _weapon(self, chunk: Chunk) -> WeaponMention:
        return _weapon_mention(*self._words_of(chunk), self._naming.weapon_class(chunk))

    def _count(self, draft: Draft) -> Count | None:
        toll = draft.toll
        if toll.low is None or not toll.counts(draft.type):
            return None
        chunk_prefix = self._infos[toll.first].prefix if toll.chunks and toll.first == toll.chunks[0].first else ""
        return Count(toll.low, toll.high, *self._piece(toll.first, toll.last, chunk_prefix))
