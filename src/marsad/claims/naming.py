"""Canonical names for the mentions of one report: actors, sources and weapons by register, places by gazetteer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from marsad.actors.register import Register
from marsad.claims.build import Naming
from marsad.claims.scene import Scene
from marsad.lexicons.weapons import Weapons
from marsad.mentions.chunks import Chunk
from marsad.places.gazetteer import Gazetteer
from marsad.places.resolve import PlaceQuery, Resolved, compound, resolve


class Namer:
    """Resolves the mentions of one report together, as each helps to tell what the others mean."""

    def __init__(
        self, actors: Register, weapons: Weapons, gazetteer: Gazetteer, scenes: Sequence[Scene], published: date | None
    ) -> None:
        self._actors = actors
        self._weapons = weapons
        self._gazetteer = gazetteer
        self._published = published.isoformat() if published else None
        self._places: dict[int, Resolved | None] = {}
        self._country: str | None = None
        self._mentioned = frozenset(
            name
            for scene in scenes
            for chunk in scene.chunks
            if chunk.kind == "actor" and len(chunk.ids) == 1
            for name in chunk.ids
        )
        self._resolve_places(scenes)

    def naming(self) -> Naming:
        """The look-ups the builder asks."""
        return Naming(self._actor, self._source, self._place, self._weapon_class)

    def _resolve_places(self, scenes: Sequence[Scene]) -> None:
        chunks = [chunk for scene in scenes for chunk in _all_places(scene.chunks)]
        queries = [self._query(chunk, scene) for scene in scenes for chunk in _all_places(scene.chunks)]
        hint = self._country_hint(scenes)
        found = resolve(queries, self._gazetteer, country_hint=hint) if queries else []
        for chunk, resolved in zip(chunks, found, strict=True):
            self._places[id(chunk)] = resolved
        countries = Counter(
            resolved.place.country for resolved in found if resolved is not None and resolved.place.country
        )
        self._country = countries.most_common(1)[0][0] if countries else hint

    def _query(self, chunk: Chunk, scene: Scene) -> PlaceQuery:
        keys = [
            scene.line.infos[chunk.first].rest or scene.line.keys[chunk.first],
            *scene.line.keys[chunk.first + 1 : chunk.last + 1],
        ]
        key = " ".join(keys)
        ids = chunk.ids or tuple(compound(key, self._gazetteer))
        near = tuple(
            other.ids
            for other in scene.chunks
            if other.kind == "place" and 0 < other.first - chunk.last <= 5 and other.ids
        )
        return PlaceQuery(key, tuple(ids), chunk.cue or None, near[:2])

    def _country_hint(self, scenes: Sequence[Scene]) -> str | None:
        votes: Counter[str] = Counter()
        for scene in scenes:
            for chunk in scene.chunks:
                if chunk.kind == "actor" and len(chunk.ids) == 1:
                    actor = self._actors.actors.get(chunk.ids[0])
                    if actor is not None and actor.country and actor.kind not in ("external_forces", "igo"):
                        votes[actor.country] += 1
        return votes.most_common(1)[0][0] if votes else None

    def _actor(self, chunk: Chunk) -> tuple[str | None, str | None]:
        inner = chunk.first_inner("actor")
        ids = inner.ids if inner is not None else ((chunk.adjective_actor,) if chunk.adjective_actor else ())
        if not ids:
            return None, None
        actor = self._actors.resolve(ids, country=self._country, published=self._published, mentioned=self._mentioned)
        return (actor.id, actor.name) if actor is not None else (None, None)

    def _source(self, chunk: Chunk) -> tuple[str | None, str | None, str | None]:
        inner = chunk.first_inner("source")
        for name in inner.ids if inner is not None else ():
            entry = self._actors.sources.get(name)
            if entry is not None:
                return entry.id, entry.name, entry.kind
        actor, name_en = self._actor(chunk)
        return actor, name_en, "official" if chunk.kind == "office" else None

    def _place(self, chunk: Chunk) -> dict[str, object]:
        resolved = self._places.get(id(chunk))
        if resolved is None:
            return {}
        place = resolved.place
        return {
            "place": place.id, "name": place.name, "lat": place.lat, "lon": place.lon, "country": place.country,
            "admin1": place.admin1, "kind": place.kind, "precision": resolved.precision,
        }  # fmt: skip

    def _weapon_class(self, chunk: Chunk) -> str | None:
        inner = chunk.first_inner("weapon")
        for name in inner.ids if inner is not None else ():
            entry = self._weapons.entries.get(name)
            if entry is not None:
                return entry.weapon_class
        return None


def _all_places(chunks: Sequence[Chunk]) -> list[Chunk]:
    found: list[Chunk] = []
    for chunk in chunks:
        if chunk.kind == "place":
            found.append(chunk)
        found.extend(_all_places(chunk.inner))
    return found
