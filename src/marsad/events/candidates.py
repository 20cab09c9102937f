"""Which pieces are compared at all: those that share a day and a place cell, a named place or a province.

Every piece is put on the shelves of its days and places; a shelf with too many pieces compares each only with its
neighbours in an order of content, so that the cost stays near linear however much is told of one city on one day.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from marsad.events.families import SPEECH, is_speech
from marsad.events.pieces import Piece
from marsad.events.rules import Rules

CELL = 0.15  # degrees, about 16 km: twice the distance at which places are still one front
LONGEST_SPAN = 4  # days; what spans more is put on the shelves of its first and last days alone
Key = tuple[int, str]
Content = list[object]
Name = TypeVar("Name", int, str)


def candidates(pieces: Sequence[Piece], rules: Rules) -> Iterator[tuple[int, int]]:
    """Pairs of positions in ``pieces``, each once, in an order that depends on the pieces alone."""
    shelves: dict[Key, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        for key in shelf_keys(piece):
            shelves[key].append(at)
    seen: set[tuple[int, int]] = set()
    for key in sorted(shelves):
        for pair in pairs(shelves[key], lambda at: content(pieces[at]), rules.largest_block):
            if pair not in seen and may_meet(key, *(is_placed(pieces[at]) for at in pair)):
                seen.add(pair)
                yield pair


def may_meet(key: Key, one_is_placed: bool, other_is_placed: bool) -> bool:
    """Two places that are both known meet in their cells; a province brings in what names no place."""
    return ":province:" not in key[1] or not (one_is_placed and other_is_placed)


def is_placed(piece: Piece) -> bool:
    """Whether it names a spot that is known."""
    return any(not spot.area and spot.lat is not None for spot in piece.spots)


def pairs(
    shelf: Sequence[Name], content_of: Callable[[Name], Content], largest: int, part: int = 0, parts: int = 1
) -> Iterator[tuple[Name, Name]]:
    """The pairs of one shelf, the smaller name first; of a crowded shelf those that stand close by their content.

    Of a shelf that is cut into parts, those whose nearer one stands in this part, also with neighbours beyond the cut.
    """
    ordered = shelf if len(shelf) <= largest else sorted(shelf, key=content_of)
    for at in range(len(ordered) * part // parts, len(ordered) * (part + 1) // parts):
        one = ordered[at]
        for other in ordered[at + 1 : at + 1 + largest]:
            yield (one, other) if one < other else (other, one)


def content(piece: Piece) -> Content:
    """What pieces of one happening have in common, to order them by: place, kind, numbers, parties; then the id."""
    spots = sorted([-spot.votes, spot.key] for spot in piece.spots if not spot.area)
    tolls = sorted(f"{name}{low:06d}" for name, low, _ in piece.tolls)
    return [spots[:1], sorted(piece.families - {"result"}), tolls[:1], sorted(piece.agents)[:1], piece.id]


def shelf_keys(piece: Piece) -> Iterable[Key]:
    """The shelves of a piece: each of its days and the next, by each of its cells, names and provinces."""
    where = set(_wheres(piece))
    return sorted((day, place) for day in _days(piece) for place in where)


def _days(piece: Piece) -> Iterable[int]:
    if piece.first is None or piece.last is None:
        return ()
    if piece.last - piece.first > LONGEST_SPAN:
        return sorted({piece.first, piece.first + 1, piece.last, piece.last + 1})
    extra = 3 if piece.families <= {"result"} else 1
    return range(piece.first - (extra - 1), piece.last + 2)


def _wheres(piece: Piece) -> Iterator[str]:
    kind = SPEECH if is_speech(piece.families) else "event"
    points = [spot for spot in piece.spots if not spot.area]
    if not piece.spots and piece.home:
        yield f"{kind}:province:{piece.home}"
    for spot in piece.spots:
        if spot.words:
            yield f"{kind}:called:{' '.join(spot.words.split()[-2:])}"
        if spot.lat is None or spot.lon is None:
            yield f"{kind}:name:{spot.key}"
        elif spot.area or not points:
            yield f"{kind}:province:{spot.admin1}"
        else:
            # Two grids, one shifted by half a cell each way and both mixed: near points share at least one cell.
            for north in (0.0, 0.5):
                for east in (0.0, 0.5):
                    row, column = math.floor(spot.lat / CELL + north), math.floor(spot.lon / CELL + east)
                    yield f"{kind}:cell:{north}:{east}:{row}:{column}"
    if points and points[0].admin1 and kind == "event":
        yield f"{kind}:province:{points[0].admin1}"
