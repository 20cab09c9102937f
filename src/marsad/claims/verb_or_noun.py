"""Whether a word that may be a verb or the noun of the same deed is the noun, by what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import TO
from marsad.arabic.place_words import UPON
from marsad.claims.parties import THINGS, shoots
from marsad.claims.scene import COMMAS, Found, Group, Scene
from marsad.lexicons.triggers import TriggerForm
from marsad.mentions.chunks import Chunk


def behind_a_carrying_verb(scene: Scene, at: int) -> bool:
    """كثف X وY قصفهم: the word with a pronoun behind the subject of a carrying verb is its object, a noun."""
    place = at - 1
    while place > scene.line.first and (place in scene.time_at or scene.key(place) in COMMAS):
        place = scene.time_at[place].first - 1 if place in scene.time_at else place - 1
    chunk = scene.chunk_at.get(place)
    while chunk is not None and not chunk.preposition:
        first = min(chunk.start, chunk.first)
        light = scene.info(first - 1).light
        if light is not None and light[1] == "verb":
            return True
        chunk = scene.chunk_at.get(first - 1) if chunk.conjoined else None
    return False


# Verbs that have what was done as their object.
_ANNOUNCING = frozenset({"announce", "adopt", "deny", "confirm"})


def is_announced(scene: Scene, at: int) -> bool:
    """أعلن الجيش قتل X: right behind who announces or denies it, no "that" between, a deed is told by its noun."""
    chunk = scene.chunk_at.get(at - 1)
    if chunk is None or chunk.preposition or chunk.last != at - 1 or chunk.conjoined:
        return False
    return scene.info(min(chunk.start, chunk.first) - 1).speech in _ANNOUNCING


# Deeds whose noun in the accusative is written like their verb of two.
BLOWS = frozenset({"attack", "shelling", "airstrike"})


def accusative(scene: Scene, at: int, form: TriggerForm, prefix: str) -> bool:
    """Whether what reads like a verb of two is a noun in the accusative: شنت القوات قصفا على X."""
    before = scene.chunk_at.get(at - 1)
    two = before is not None and (before.number == "d" or before.conjoined)
    return form.number == "d" and form.gender != "f" and not prefix and not two


def aimed_on(scene: Scene, at: int) -> bool:
    """Whether a blow is told "on" something, as its noun alone takes it: قصف على سراقب."""
    return scene.info(at).preposition == UPON


def takes_its_aim(found: Found, groups: Sequence[Group]) -> bool:
    """نفى قصفه لمدينة X, كثفت قصفها على بلدات: what has a pronoun and its aim behind it, but no doer, is the noun."""
    if not found.form.suffix or any(not group.preposition and shoots(group.head) for group in groups):
        return False
    return any(group.preposition in _AIMS and group.head.kind in THINGS and not group.by for group in groups)


_AIMS = (UPON, TO)


def its_aim(first: Group | None, aims: Sequence[Group]) -> list[Chunk]:
    """قصفهم الممنهج على المدارس: what a blow with a pronoun was aimed at; an unknown word before that describes it."""
    if aims and (first is None or first.head.kind == "other"):
        return aims[0].chunks
    return first.chunks if first is not None else []


# Names hold words that are triggers elsewhere: a trigger inside one of these is none.
_NAMED = frozenset({"actor", "source", "place"})


def inside_name(chunk: Chunk, form: TriggerForm, at: int) -> bool:
    """Whether a word is a part of the name that its phrase is."""
    if form.pos == "victims" and chunk.kind in ("actor", "group") and at > chunk.first:
        return True
    if form.pos in ("victims", "word") or not chunk.ids or chunk.kind not in _NAMED:
        return False
    held = chunk.kind == "actor" or (chunk.kind == "place" and bool(chunk.cue))  # مدينة تدمر, "it destroys"
    return at > chunk.first or held
