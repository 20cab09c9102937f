"""Who is told of among the victims: whom بين القتلى sets apart, whom هم names, what most of them were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.arabic.clitics import AND, ARTICLE
from marsad.claims.scene import HARD_STOPS, Found, Scene
from marsad.claims.toll import PERSONS, Toll, count_chunk
from marsad.mentions.chunks import Chunk

Words = Mapping[str, frozenset[str]]
# How far from the word for victims the people stand who were among them, in words between.
NEXT_WITHIN, BEFORE_WITHIN = 3, 5
NAMED_AMONG = "rule:named-among-them"
_PEOPLE = PERSONS | {"count"}


def told_among(scene: Scene, found: Found, words: Words) -> list[Chunk]:
    """The people of whom the word for victims tells: من بين القتلى 3 أطفال وسيدة, الضحايا معظمهم من المدنيين."""
    if found.form.pos != "victims":
        return []
    own = scene.chunk_at.get(found.first)
    if own is None or scene.info(own.last + 1).relative:
        return []
    if not found.form.definite and (own.preposition not in words["amid"] or found.form.number != "p"):
        return []
    if own.preposition in words["amid"]:
        return _behind(scene, own) or _before(scene, own)
    if any(scene.key(at) in words["they_are"] for at in (own.last + 1, own.last + 2)):
        return _behind(scene, own) or _mostly(scene, own, words)
    return _mostly(scene, own, words)


def tolls_among(scene: Scene, chunks: Sequence[Chunk]) -> list[Toll]:
    """One toll for each kind of people; people named one by one share one."""
    named = [chunk for chunk in chunks if chunk.kind == "other" or chunk.definite]
    if len(named) > 1 or (named and named[0].kind == "other"):
        number = len(chunks)
        return [Toll(list(chunks), number, number, chunks[0].first, chunks[-1].last, NAMED_AMONG)]
    tolls = [count_chunk(scene, chunk) for chunk in chunks]
    for toll, chunk in zip(tolls, chunks, strict=True):
        toll.why = "rule:among-them"
        if (
            toll.low is None
            and chunk.number == "p"
            and not scene.key(chunk.first).removeprefix(AND).startswith(ARTICLE)
        ):
            toll.low, toll.first, toll.last = 2, chunk.first, chunk.first
    return tolls


def _behind(scene: Scene, own: Chunk) -> list[Chunk]:
    """The people right behind, as far as the list goes."""
    people: list[Chunk] = []
    for chunk in scene.chunks[scene.chunks.index(own) + 1 :]:
        first = chunk.start
        last = people[-1].last if people else own.last
        if _breaks(scene, last + 1, first, bool(people)):
            break
        if people and chunk.preposition:
            continue
        if chunk.preposition or (people and not chunk.conjoined):
            break
        if not people and first - last > NEXT_WITHIN + 1:
            break
        if chunk.kind not in _PEOPLE and not (chunk.kind == "other" and (chunk.last > chunk.first or people)):
            break
        people.append(chunk)
    return people


def _before(scene: Scene, own: Chunk) -> list[Chunk]:
    """The people before, of whom a verb of being says it: أن نساء وأطفالا يوجدون بين القتلى."""
    at = scene.chunks.index(own) - 1
    if at < 0 or own.start - scene.chunks[at].last > BEFORE_WITHIN:
        return []
    people: list[Chunk] = []
    while at >= 0 and scene.chunks[at].kind in _PEOPLE and not scene.chunks[at].preposition:
        people.insert(0, scene.chunks[at])
        if not scene.chunks[at].conjoined:
            return people
        at -= 1
    return []


def _mostly(scene: Scene, own: Chunk, words: Words) -> list[Chunk]:
    """What most of them were: معظم الضحايا هم من المدنيين, الضحايا معظمهم من عائلات مقاتلين."""
    if own.count is not None or scene.key(own.first - 2) in words["many_from"] - words["most_of"]:
        return []
    start = own.start
    most = any(scene.key(at).removeprefix(AND) in words["most_of"] for at in (start - 1, start - 2))
    if most and own.inner and scene.key(own.inner[0].first - 1) in words["from"]:
        return own.inner[:1]
    if not most and scene.key(own.last + 1) not in words["most_of_them"]:
        return []
    chunk = next((chunk for chunk in scene.chunks if chunk.first > own.last), None)
    near = chunk is not None and chunk.first - own.last <= NEXT_WITHIN and chunk.kind in _PEOPLE
    return (
        [chunk] if chunk is not None and near and (not chunk.preposition or chunk.preposition in words["from"]) else []
    )


def _breaks(scene: Scene, first: int, last: int, within: bool) -> bool:
    return any(_stops(scene, at, within) for at in range(first, last))


def _stops(scene: Scene, at: int, within: bool) -> bool:
    info = scene.info(at)
    hard = scene.key(at) in HARD_STOPS and (within or scene.key(at) != ":")
    return hard or info.verb_like or info.opener or info.relative or at in scene.found_at


def sets_apart(scene: Scene, found: Found, words: Words) -> bool:
    """Whether the word for victims tells of some of them, though it points back to what was told."""
    return bool(told_among(scene, found, words))
