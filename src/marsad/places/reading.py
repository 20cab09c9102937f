"""What the words of a mention may name before anything of the report is weighed: candidates, and how they were read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.arabic.clitics import ARTICLE
from marsad.places.gazetteer import Gazetteer
from marsad.places.sides import Part

# How the name came to be known: as it stands, one letter off, or by the consonants of a name known in Latin script.
NAMED, MISSPELT, LATIN = "name", "spelling", "skeleton"


@dataclass(frozen=True, slots=True)
class Words:
    """Ids that the words may mean, the side of them that is told, whether other words stand beside the name.

    ``between``: ids of the second place where the words are of a road between two; ``points_back``: no name but a word
    such as المدينة for the place named before.
    """

    ids: tuple[str, ...] = ()
    part: Part | None = None
    loose: bool = False
    basis: str = NAMED
    between: tuple[str, ...] = ()
    points_back: bool = False


def read_words(key: str, ids: tuple[str, ...], gazetteer: Gazetteer, *, cue: str | None = None) -> Words:
    """Candidates of the folded words ``key``; ``ids`` are those that the finder of names saw in them."""
    known: dict[tuple[str, tuple[str, ...], str | None], Words] = gazetteer.memory("words")
    name = key, ids, cue
    found = known.get(name)
    if found is None:
        found = known[name] = _read(key, ids, gazetteer, cue)
    return found


def _read(key: str, ids: tuple[str, ...], gazetteer: Gazetteer, cue: str | None) -> Words:
    sides, keys = gazetteer.sides, key.split(" ")
    if key in sides.the_last:
        return Words(points_back=True)
    whole = gazetteer.names.get(key)
    if whole:
        return Words(whole)
    if keys[0] in sides.roads:
        return _road(keys, ids, gazetteer)
    if len(keys) == 2 and keys[1] in sides.the_last:
        return Words(points_back=True)
    part = sides.read(keys)
    if part.around:
        return _around(keys, part, ids, gazetteer)
    if ids:
        return Words(ids, loose=_stands_within(keys, gazetteer))
    inside = _inside(keys, gazetteer)
    return Words(inside, loose=True) if inside else _unknown(key, gazetteer, cue)


def compound(key: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Ids of the known name inside the words: the whole, the place whose side it is, else the first name in them."""
    found = read_words(key, (), gazetteer)
    return found.ids if found.basis == NAMED else ()


def _around(keys: Sequence[str], part: Part, ids: tuple[str, ...], gazetteer: Gazetteer) -> Words:
    if part.inner and part.inner[0] in gazetteer.sides.the_country:
        return Words((), part)
    inner = gazetteer.names.get(" ".join(part.inner)) or _inside(part.inner, gazetteer) or ids
    known = _countryside(keys, part, gazetteer) if part.countryside and len(part.inner) < len(keys) - 1 else ()
    return Words(known) if known else Words(inner, part)


def _countryside(keys: Sequence[str], part: Part, gazetteer: Gazetteer) -> tuple[str, ...]:
    """الريف الشرقي لمحافظة X under the name that the register has for it: ريف X الشرقي."""
    sides = [key for key in keys if key.startswith(ARTICLE) and key.removeprefix(ARTICLE) in gazetteer.sides.bearings]
    names = (" ".join((word, *part.inner, *sides)) for word in sorted(gazetteer.sides.countryside))
    return next((gazetteer.names[name] for name in names if sides and name in gazetteer.names), ())


def _road(keys: Sequence[str], ids: tuple[str, ...], gazetteer: Gazetteer) -> Words:
    """The road itself where it is known, else what it leads to: one place, or the stretch between two."""
    found = _all_inside(keys[1:], gazetteer)
    if len(found) > 1:
        return Words(found[0], between=found[1], loose=True)
    return Words(found[0] if found else ids, loose=True)


def _stands_within(keys: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether a side stands inside the words: مزرعة غرب مدينة إدلب is not Idlib."""
    return any(key in gazetteer.sides.bearings or key in gazetteer.sides.countryside for key in keys[1:-1])


def _all_inside(keys: Sequence[str], gazetteer: Gazetteer) -> list[tuple[str, ...]]:
    found, at = [], 0
    while at < len(keys):
        key = keys[at] if keys[at] in gazetteer.names or gazetteer.table.starts(keys[at]) else keys[at][1:]
        match = gazetteer.table.longest(key, keys, at + 1) if len(key) > 2 else None
        if match is not None:
            found.append(match.values)
        at += match.length if match is not None else 1
    return found


def _inside(keys: Sequence[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Ids of the first name among the words that is no ordinary word."""
    for at, key in enumerate(keys):
        match = gazetteer.table.longest(key, keys, at + 1)
        if match is not None and " ".join(keys[at : at + match.length]) not in gazetteer.ordinary:
            return match.values
    return ()


def _unknown(key: str, gazetteer: Gazetteer, cue: str | None) -> Words:
    """A name after a cue word that nothing holds as it stands: one letter off, else by its consonants."""
    if not cue:
        return Words(loose=True)
    misspelt = gazetteer.spelt_otherwise(key)
    if misspelt:
        return Words(misspelt, basis=MISSPELT)
    latin = gazetteer.by_skeleton(key)
    return Words(latin, basis=LATIN) if latin else Words(loose=True)
