"""The registers at run time: which names may mean whom, and who is meant here."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Any

from marsad.arabic.phrases import PhraseTable

GENERIC = "generic:"


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor: readable id, neutral English name, kind, country (ISO), parent, the time it existed (ISO prefixes)."""

    id: str
    name: str
    name_ar: str
    kind: str
    country: str | None = None
    parent: str | None = None
    active_from: str | None = None
    active_to: str | None = None
    holders: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source: id, English name, kind (agency, media, network, monitor, official …), country, leaning."""

    id: str
    name: str
    name_ar: str
    kind: str
    country: str | None = None
    leaning: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """Actors and sources by id, and the tables of their names."""

    actors: dict[str, Actor]
    sources: dict[str, SourceEntry]
    actor_table: PhraseTable[str]
    source_table: PhraseTable[str]
    adjectives: dict[str, str]

    def resolve(
        self, ids: Iterable[str], *, country: str | None, published: str | None, mentioned: Set[str] = frozenset()
    ) -> Actor | None:
        """Who is meant by a name shared by ``ids``: None where the report does not decide.

        ``country`` is the report's country (ISO code), ``published`` its day, ``mentioned`` the actors it names
        without doubt.
        """
        found = [actor for name in ids if (actor := self._holder(name, country)) is not None]
        found = [actor for actor in found if _existed(actor, published)] or found
        if len({actor.id for actor in found}) == 1:
            return found[0]
        for narrower in (
            [actor for actor in found if actor.id in mentioned],
            [actor for actor in found if country is not None and actor.country == country],
        ):
            if len({actor.id for actor in narrower}) == 1:
                return narrower[0]
        here = [actor for actor in found if country is not None and actor.country == country]
        forces = [actor for actor in here or found if actor.kind in ("state_forces", "rebel", "external_forces")]
        return forces[0] if len({actor.id for actor in forces}) == 1 else None

    def _holder(self, name: str, country: str | None) -> Actor | None:
        actor = self.actors.get(name)
        if actor is None or not name.startswith(GENERIC):
            return actor
        held = dict(actor.holders).get(country or "")
        return self.actors.get(held) if held else None


def _existed(actor: Actor, published: str | None) -> bool:
    """Whether the actor existed on the day; compared as ISO prefixes, with the length of the shorter one."""
    if published is None:
        return True
    if actor.active_from and published[: len(actor.active_from)] < actor.active_from:
        return False
    return not (actor.active_to and published[: len(actor.active_to)] > actor.active_to)


def build(source: dict[str, Any]) -> Register:
    """The register from the plain structure of :func:`marsad.actors.load.load_source`."""
    actors = {
        raw["id"]: Actor(**{**raw, "holders": tuple(sorted(raw.get("holders", {}).items()))}) for raw in source["actors"]
    }
    sources = {raw["id"]: SourceEntry(**raw) for raw in source["sources"]}
    return Register(
        actors, sources, PhraseTable(source["actor_names"]), PhraseTable(source["source_names"]), source["adjectives"]
    )
