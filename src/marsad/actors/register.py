"""The registers at run time: which names may mean whom, and who is meant here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from marsad.actors.sides import agree
from marsad.arabic.phrases import PhraseTable

# Words that stand for a side (the army, the organisation) are entries too; they are never the answer themselves.
GENERIC = "generic:"
# In the table of names ``id@SY,IQ`` is an actor whom the name means in reports on these countries alone.
WHERE = "@"
ARMED = frozenset({"state_forces", "rebel", "external_forces"})


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor: readable id, neutral English name, kind, country (ISO), parent, the time it existed (ISO prefixes).

    A generic word has ``holders``, whom it means in reports on a country, and ``if_mentioned``, whom it means where
    the report names exactly one of them.
    """

    id: str
    name: str
    name_ar: str
    kind: str
    country: str | None = None
    parent: str | None = None
    active_from: str | None = None
    active_to: str | None = None
    holders: tuple[tuple[str, tuple[str, ...]], ...] = ()
    if_mentioned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source: id, English name, kind (agency, media, network, monitor, official …), country, leaning."""

    id: str
    name: str
    name_ar: str
    kind: str
    country: str | None = None
    leaning: str | None = None
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """Actors and sources by id, the tables of their names, and which side uses a name (actor and side by key)."""

    actors: dict[str, Actor]
    sources: dict[str, SourceEntry]
    actor_table: PhraseTable[str]
    source_table: PhraseTable[str]
    adjectives: dict[str, str]
    slants: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    servants: frozenset[str] = frozenset()

    def resolve(
        self,
        ids: Iterable[str],
        *,
        country: str | None,
        published: str | None,
        mentioned: Set[str] = frozenset(),
        key: str = "",
        side: str | None = None,
    ) -> Actor | None:
        """Who is meant by a name that ``ids`` share: None where the report does not decide.

        ``country`` is the report's country (ISO code), ``published`` its day, ``mentioned`` the ids it names without
        doubt. ``key``, the name, and ``side``, the outlet's leaning, tell apart what rivals claim at once. A name
        outlives its actor: where nobody of that name existed on the day, the last one to end is meant.
        """
        ids = tuple(ids)
        found = list(dict.fromkeys(actor for name in ids for actor in self._meant(name, country, published, mentioned)))
        shared = len(ids) > 1
        found = [actor for actor in found if existed(actor, published)] or _last_to_end(found, published)
        if shared and country is not None and len(found) == 1 and found[0].country not in (None, country):
            found = [actor for actor in found if actor.id in mentioned]
        if len(found) < 2:
            return found[0] if found else None
        for chosen in (
            [actor for actor in found if actor.id in mentioned],
            [actor for actor in found if self._claims(actor, key, side)],
            [actor for actor in found if country is not None and actor.country == country],
            [actor for actor in found if country is not None and actor.country == country and actor.kind in ARMED],
        ):
            if len(chosen) == 1:
                return chosen[0]
        return None

    def _claims(self, actor: Actor, key: str, side: str | None) -> bool:
        """Whether the outlet's side is one that means this actor by the name."""
        return any(name == actor.id and agree(side, used_by) for name, used_by in self.slants.get(key, ()))

    def resolve_source(self, ids: Sequence[str], *, outlet: str | None) -> SourceEntry | None:
        """The source that a name means; what rivals both call themselves is told by the outlet's side, else nobody's.

        ``outlet``: the id of the source that published the report.
        """
        found = [self.sources[name] for name in dict.fromkeys(ids) if name in self.sources]
        if len(found) < 2:
            return found[0] if found else None
        publisher = self.sources.get(outlet or "")
        side = publisher.leaning if publisher is not None else None
        for chosen in (
            [entry for entry in found if entry.id == outlet],
            [entry for entry in found if agree(side, entry.leaning)],
        ):
            if len(chosen) == 1:
                return chosen[0]
        return None

    def _meant(self, name: str, country: str | None, published: str | None, mentioned: Set[str]) -> Iterator[Actor]:
        """The actors that one value of the table can stand for in this report."""
        bare, _, where = name.partition(WHERE)
        actor = self.actors.get(bare)
        if actor is None:
            return
        if actor.kind == "generic":
            yield from self._held(actor, country, published, mentioned)
        elif not where or country in where.split(",") or (country is None and bare in mentioned):
            yield actor

    def _held(self, word: Actor, country: str | None, published: str | None, mentioned: Set[str]) -> Sequence[Actor]:
        """Who holds a generic word: the country's holder of that day, unless only a rival of his is named."""
        holding = [self.actors[name] for place, names in word.holders if place == country for name in names]
        holding = [actor for actor in holding if existed(actor, published)]
        named = [self.actors[name] for name in word.if_mentioned if name in mentioned]
        if not holding or any(actor.id in mentioned for actor in holding):
            return holding or (named if len(named) == 1 else ())
        return () if any(actor not in holding for actor in named) else holding


def existed(actor: Actor, published: str | None) -> bool:
    """Whether the actor existed on the day; dates are compared as far as both are known."""
    if published is None:
        return True
    begun = not (actor.active_from and earlier(published, actor.active_from))
    return begun and not (actor.active_to and earlier(actor.active_to, published))


def earlier(one: str, other: str) -> bool:
    """Whether an ISO prefix lies before another, as far as both are known."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _last_to_end(found: Sequence[Actor], published: str | None) -> list[Actor]:
    if published is None:
        return list(found)
    ended = [actor.active_to for actor in found if actor.active_to and earlier(actor.active_to, published)]
    return [actor for actor in found if actor.active_to == max(ended)] if ended else list(found)


def own_source(outlet: str | None, register: Register) -> str | None:
    """The id of the source that published a report, by its name, its Arabic name or the domain of its site."""
    if not outlet:
        return None
    wanted, letters = outlet.casefold().strip(), _letters(outlet)
    entries = register.sources.values()
    for entry in entries:
        site = any(wanted == domain or wanted.endswith(f".{domain}") for domain in entry.domains)
        if site or wanted in (entry.name.casefold(), entry.name_ar):
            return entry.id
    alike = [entry.id for entry in entries if letters in (_letters(entry.name), _letters(entry.name_ar))]
    return alike[0] if len(alike) == 1 else None


def _letters(name: str) -> str:
    """A name in small letters without spaces, hyphens and what stands in brackets behind it: Al-Sabah (Kuwait)."""
    return "".join(filter(str.isalnum, name.partition("(")[0].casefold()))


def build(source: Mapping[str, Any]) -> Register:
    """The register from the plain structure of :func:`marsad.actors.load.load_source`."""
    return Register(
        {raw["id"]: _actor(raw) for raw in source["actors"]},
        {raw["id"]: SourceEntry(**{**raw, "domains": tuple(raw.get("domains", ()))}) for raw in source["sources"]},
        PhraseTable(source["actor_names"]),
        PhraseTable(source["source_names"]),
        dict(source["adjectives"]),
        {key: [(actor, side) for actor, side in found] for key, found in source["slants"].items()},
        frozenset(source["servants"]),
    )


def _actor(raw: Mapping[str, Any]) -> Actor:
    if "holders" not in raw and "if_mentioned" not in raw:
        return Actor(**raw)
    holders = tuple((country, tuple(ids)) for country, ids in sorted(raw.get("holders", {}).items()))
    return Actor(**{**raw, "holders": holders, "if_mentioned": tuple(raw.get("if_mentioned", ()))})
