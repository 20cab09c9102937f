"""The frame of words that name the dead and the wounded themselves: whose men, whose bodies, how many of a toll."""

from __future__ import annotations

from dataclasses import replace

from marsad.arabic.clitics import FROM, TO
from marsad.arabic.whole_and_part import ALL_OF_THEM
from marsad.claims.clause import group_from
from marsad.claims.parties import AMONG, Parties, bare_head
from marsad.claims.scene import COMMAS, TOLL_NOUNS, Found, Group, Scene, number_behind
from marsad.claims.who_suffers import who_lost
from marsad.mentions.chunks import Chunk

_FROM_OR_AMONG = frozenset({FROM, *AMONG})
_SIDES = frozenset({"actor", "group", "fighters"})
_WHOSE = frozenset({"people", "fighters", "actor", "group"})


def _of_both(scene: Scene, chunk: Chunk | None) -> list[Chunk]:
    """القتلى والجرحى من X: both words name people of X."""
    if chunk is None or chunk.inner:
        return []
    for other in scene.chunks[scene.chunks.index(chunk) + 1 :]:
        if other.first > chunk.last + 8 or (other.first - 1 > chunk.last and other.first - 1 in scene.found_at):
            return []
        if other.preposition in AMONG and other.kind in _WHOSE:
            return group_from(scene, other)
        if other.preposition == TO and other.kind in _SIDES and other.start == chunk.last + 1:
            return group_from(scene, other)  # قتيل و3 جرحى لقوات X
        if (
            not other.conjoined
            or other.kind != "people"
            or chunk.last + 1 not in (other.start - 1, other.start, other.first)
        ):
            return []
        if other.inner:
            return [other.inner[0], *group_from(scene, other)[1:]]
        chunk = other
    return []


def _without_the_toll(scene: Scene, found: Found, chunk: Chunk) -> Chunk:
    """عدد القتلى المدنيين, حصيلة ضحايا X: the people inside the phrase, else the word for victims alone."""
    people = next((inner for inner in chunk.inner if inner.first > found.first), None)
    if people is not None:
        return people
    behind = found.last + 1 if scene.info(found.last + 1).is_word else found.last + 2
    at = behind if behind <= chunk.last else found.first
    return replace(chunk, first=at, start=at, head=scene.info(at).rest)


def _whose_bodies(scene: Scene, found: Found) -> list[Chunk]:
    """جثث ثلاثة جنود, جثة لمقاتل, جثة شاب: the dead stand behind the word for a body."""
    if found.trigger.id != "bodies":
        return []
    own, dead = scene.chunk_at.get(found.first), scene.chunk_at.get(found.last + 1)
    if dead is not own and dead is not None and dead.start == found.last + 1:
        near = dead.preposition in ("", TO) and dead.kind in _WHOSE
        return group_from(scene, dead) if near else []
    inner = next((one for one in own.inner if one.first > found.first), None) if own is not None else None
    return [inner] if inner is not None and inner.kind in ("people", "fighters") else []


def _inside(scene: Scene, found: Found, chunk: Chunk | None) -> list[Chunk]:
    """جرحى من عناصر X: whom the phrase itself says behind "of"."""
    inner = chunk.inner[0] if chunk is not None and chunk.inner and chunk.first == found.first else None
    of = inner is not None and inner.kind in _WHOSE and scene.key(inner.first - 1) == FROM
    return [inner, *group_from(scene, chunk)[1:]] if of and inner is not None and chunk is not None else []


def _all_of_them(scene: Scene, chunk: Chunk | None) -> list[Chunk]:
    """70 جريحا جميعهم مدنيون, 20 قتيلا كلهم من المدنيين: who they all were."""
    at = chunk.last + 1 if chunk is not None else -1
    at += scene.key(at) in COMMAS
    if chunk is None or scene.key(at) not in ALL_OF_THEM:
        return []
    who = scene.chunk_at.get(at + 1) or scene.chunk_at.get(at + 2)
    return group_from(scene, who) if who is not None and who.kind in _WHOSE and who.preposition in ("", FROM) else []


def _belongs_to(found: Found, group: Group) -> bool:
    """سبعة قتلى لقوات X: a side right behind the word for victims, with ل."""
    return group.preposition == TO and group.head.kind in _SIDES and group.head.start == found.last + 1


def victim_word(scene: Scene, found: Found, groups: list[Group]) -> Parties:
    """قتلى, جرحى: the word names the people itself; من or بين says of whom they were."""
    parties = Parties()
    toll, chunk = number_behind(scene, found), scene.chunk_at.get(found.first)
    if toll is not None:
        parties.targets = [toll if toll.kind != "count" or chunk is None else chunk]
        parties.because.append("rule:number-of-a-toll")
        return parties
    if chunk is not None:
        parties.targets = [chunk]
    if chunk is not None and chunk.first < found.first and bare_head(chunk) in TOLL_NOUNS:
        parties.targets = [_without_the_toll(scene, found, chunk)]
        return parties
    of = [
        group
        for group in groups[:1]
        if group.first <= found.last + 4
        and not any(scene.info(at).pronoun for at in range(found.last + 1, group.first))
        and (group.preposition in _FROM_OR_AMONG or _belongs_to(found, group))
        and group.head.kind in _WHOSE
    ]
    whose = of[0].chunks if of and of[0].head.count is None else _of_both(scene, chunk)
    if not whose and chunk is not None and chunk.inner and chunk.inner[0].preposition == "":
        more = group_from(scene, chunk)[1:]
        if more and all(one.kind in ("actor", "group") for one in more):
            whose = [chunk.inner[0], *more]
    whose = whose or _inside(scene, found, chunk) or _all_of_them(scene, chunk)
    whose = whose or _whose_bodies(scene, found) or who_lost(scene, found)
    if whose:
        parties.targets = whose
        parties.because.append("rule:victims-of-a-group")
    before = scene.chunk_at.get(found.first - 1)
    if chunk is None and before is not None:
        parties.targets = [before]
    return parties
