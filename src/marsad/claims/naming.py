"""Canonical names for the mentions of one report: actors, sources and weapons by register, places by gazetteer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from marsad.actors.register import GENERIC, Register, own_source
from marsad.arabic.clitics import ARTICLE
from marsad.claims.build import Naming
from marsad.claims.scene import Scene
from marsad.lexicons.weapons import Weapons
from marsad.mentions.chunks import Chunk
from marsad.mentions.numbers import numbers_among
from marsad.places.gazetteer import Gazetteer
from marsad.places.resolve import PlaceQuery, Resolved, Unplaced, compound, place_all
from marsad.records import PlaceAlternative

# How far from the words of a side its distance may stand: على بعد 20 كم شرق X, شرق X بـ20 كم.
_DISTANCE_WORDS = 5


class Namer:
    """Resolves the mentions of one report together, as each helps to tell what the others mean."""

    def __init__(
        self,
        actors: Register,
        weapons: Weapons,
        gazetteer: Gazetteer,
        scenes: Sequence[Scene],
        published: date | None,
        outlet: str | None = None,
    ) -> None:
        self._actors = actors
        self._weapons = weapons
        self._gazetteer = gazetteer
        self._published = published.isoformat() if published else None
        self._outlet = own_source(outlet, actors)
        publisher = actors.sources.get(self._outlet or "")
        self._side = publisher.leaning if publisher is not None else None
        self._places: dict[int, Resolved | Unplaced] = {}
        # Who is meant by the ids and words of a mention, once asked.
        self._meant: dict[tuple[tuple[str, ...], str], tuple[str | None, str | None]] = {}
        self._country: str | None = None
        self._scenes = {scene.line.index: scene for scene in scenes}
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
        placed = [
            (chunk, scene)
            for scene in scenes
            for chunk in _all_places(scene.chunks)
            if chunk.kind == "place" or self._is_of_a_city(chunk, scene)
        ]
        queries = [self._query(chunk, scene) for chunk, scene in placed]
        hint = self._country_hint(scenes)
        found = place_all(queries, self._gazetteer, country_hint=hint) if queries else []
        for (chunk, _), resolved in zip(placed, found, strict=True):
            self._places[id(chunk)] = resolved
        countries = Counter(
            [resolved.place.country for resolved in found if isinstance(resolved, Resolved) and resolved.place.country]
        )
        self._country = countries.most_common(1)[0][0] if countries else hint

    def _is_of_a_city(self, chunk: Chunk, scene: Scene) -> bool:
        """Whether a facility is one of the city named before: وفي مدينة X انفجرت عبوة في السوق."""
        return _keys_of(chunk, scene)[0] in self._gazetteer.sides.within_city

    def _query(self, chunk: Chunk, scene: Scene) -> PlaceQuery:
        if scene.info(chunk.first - 1).rest in self._gazetteer.sides.named_after:
            return PlaceQuery("")
        keys = _keys_of(chunk, scene)
        holders: list[Chunk] = []
        for other in scene.chunks:
            if other.first > chunk.last + 5:
                break
            if other.first > chunk.last and other.kind == "place" and other.ids and not other.conjoined:
                holders.append(other)
        near = tuple([other.ids for other in holders])
        held_by = " ".join(_keys_of(holders[0], scene)) if holders else ""
        km = self._km(chunk, scene) if keys[0] in self._gazetteer.sides.bearings else None
        speaks = not chunk.preposition and chunk.start > scene.line.first and bool(scene.info(chunk.start - 1).speech)
        key = " ".join(keys)
        ids, end = chunk.ids or compound(key, self._gazetteer), self._other_end(chunk, scene)
        return PlaceQuery(key, ids, chunk.cue or None, near[:2], km, end, speaks, held_by)

    def _km(self, chunk: Chunk, scene: Scene) -> float | None:
        """The distance that stands beside a side, in km."""
        line = scene.line
        first, last = max(line.first, chunk.first - _DISTANCE_WORDS), min(line.last, chunk.last + _DISTANCE_WORDS) - 1
        for number in numbers_among(line.keys, first, last):
            unit = scene.key(number.last + 1) if number.last < chunk.first or number.first > chunk.last else ""
            units = (scene.key(number.last), unit)
            if number.unit == "distance" and any(key in self._gazetteer.sides.kilometres for key in units):
                return float(number.low)
        return None

    def _other_end(self, chunk: Chunk, scene: Scene) -> tuple[str, ...]:
        """The second of two places that something lies between: بين X وY, طريق X - Y."""
        one: Chunk | None = None
        for other in scene.chunks:
            if other.kind != "place":
                continue
            if one is not None and (chunk is one or chunk is other) and self._lies_between(scene, one, other):
                end = other if chunk is one else one
                return end.ids or compound(" ".join(_keys_of(end, scene)), self._gazetteer)
            if one is chunk:
                break
            one = other
        return ()

    def _lies_between(self, scene: Scene, one: Chunk, other: Chunk) -> bool:
        """Whether what is told lies between two places named one after the other."""
        sides = self._gazetteer.sides
        if one.preposition in sides.between and other.conjoined and other.first - one.last <= 2:
            return True
        if scene.key(one.first) not in sides.roads or other.preposition or other.cue:
            return False
        return not any(scene.info(at).is_word for at in range(one.last + 1, other.first))

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
        inner = chunk.first_inner("actor") if chunk.inner or chunk.kind == "actor" else None
        ids = inner.ids if inner is not None else ()
        if not ids or all(name.startswith(GENERIC) for name in ids):
            scene = self._scenes.get(chunk.sentence)
            if scene is not None:
                ids = self._named_within(chunk, scene) or ids or self._by_adjective(chunk, scene)
        if not ids:
            return None, None
        asked = ids, self._key(inner)
        if asked not in self._meant:
            actor = self._actors.resolve(
                ids,
                country=self._country,
                published=self._published,
                mentioned=self._mentioned,
                key=asked[1],
                side=self._side,
            )
            self._meant[asked] = (actor.id, actor.name) if actor is not None else (None, None)
        return self._meant[asked]

    def _named_within(self, chunk: Chunk, scene: Scene) -> tuple[str, ...]:
        """The actor named among the words behind a generic head: قوات "التحالف الدولي", عناصر من حركة "حسم"."""
        table = self._actors.actor_table
        infos = scene.line.infos
        for at in range(chunk.first, chunk.last + 1):
            info = infos[at]
            first = info.rest or info.key
            if not info.is_word or not table.starts(first):
                continue
            behind = infos[at + 1 : chunk.last + 1]
            match = table.longest(first, [other.key for other in behind if other.is_word])
            if match is not None and not any(name.startswith(GENERIC) for name in match.values):
                return match.values
        return ()

    def _by_adjective(self, chunk: Chunk, scene: Scene) -> tuple[str, ...]:
        """Whom an adjective makes the doer: a state for its servants alone, other actors for all who are called so."""
        name = chunk.adjective_actor
        if not name and chunk.kind == "fighters":
            name = self._actors.adjectives.get(scene.info(chunk.first).rest or scene.key(chunk.first), "")
        actor = self._actors.actors.get(name) if name else None
        if actor is None:
            return ()
        of_people = chunk.kind in ("people", "fighters") and actor.kind in ("external_forces", "government")
        return () if of_people and not self._serves(chunk, scene) else (name,)

    def _serves(self, chunk: Chunk, scene: Scene) -> bool:
        words = range(chunk.first, chunk.last + 1)
        return any(
            (scene.info(at).rest or scene.key(at)).removeprefix(ARTICLE) in self._actors.servants for at in words
        )

    def _key(self, chunk: Chunk | None) -> str:
        scene = self._scenes.get(chunk.sentence) if chunk is not None else None
        return " ".join(_keys_of(chunk, scene)) if chunk is not None and scene is not None else ""

    def _source(self, chunk: Chunk) -> tuple[str | None, str | None, str | None]:
        inner = chunk.first_inner("source")
        ids = inner.ids if inner is not None else ()
        entry = self._actors.resolve_source(ids, outlet=self._outlet)
        if entry is not None:
            return entry.id, entry.name, entry.kind
        kinds = {self._actors.sources[name].kind for name in ids if name in self._actors.sources}
        if kinds:
            return None, None, kinds.pop() if len(kinds) == 1 else None
        actor, name_en = self._actor(chunk)
        return actor, name_en, "official" if chunk.kind == "office" else None

    def _place(self, chunk: Chunk) -> dict[str, object]:
        resolved = self._places.get(id(chunk))
        if resolved is None:
            return {}
        others = tuple(
            PlaceAlternative(other.id, self._gazetteer.places[other.id].name, other.share)
            for other in resolved.alternatives
        )
        if isinstance(resolved, Unplaced):
            return {"basis": resolved.basis, "alternatives": others}
        place = resolved.place
        return {
            "place": place.id, "name": place.name, "name_ar": place.name_ar or None, "lat": place.lat, "lon": place.lon,
            "country": place.country, "admin1": place.admin1, "admin2": place.admin2, "pcode": place.pcode,
            "kind": place.kind, "precision": resolved.precision, "where_prec": resolved.where_prec,
            "radius_km": resolved.radius_km, "basis": resolved.basis, "alternatives": others,
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
        kind = chunk.kind
        if kind == "place" or (kind == "facility" and (not chunk.inner or chunk.first_inner("place") is None)):
            found.append(chunk)
        if chunk.inner:
            found.extend(_all_places(chunk.inner))
    return found


def _keys_of(chunk: Chunk, scene: Scene) -> list[str]:
    """The folded words of a chunk without its proclitic."""
    first = scene.line.infos[chunk.first].rest or scene.line.keys[chunk.first]
    return [first, *scene.line.keys[chunk.first + 1 : chunk.last + 1]]
