"""Edges that come and go with pieces: new pieces are compared with those on their shelves.

On a crowded shelf only pieces that stand close by their content are compared. A piece that comes between two others
may part them, so the pairs of a crowded shelf are listed as they were and as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set

from marsad.events.candidates import content, is_placed, may_meet, pairs, shelf_keys
from marsad.events.cluster import ONE_INCIDENT, one_incident
from marsad.events.compare import Score, compare
from marsad.events.pieces import Piece
from marsad.events.rules import Rules
from marsad.store.ledger import Ledger, OnShelf

Pair = tuple[str, str]
Shelf = Mapping[str, OnShelf]
Key = tuple[int, str]


def changed_edges(
    ledger: Ledger, old: Sequence[Piece], new: Sequence[Piece], judged: Set[str], rules: Rules
) -> set[str]:
    """Put new pieces in the place of old ones, with their edges; the pieces that are there at which edges changed."""
    keys = {key for piece in (*old, *new) for key in shelf_keys(piece)}
    before = ledger.on_shelves(sorted(keys))
    went = ledger.edges_at([piece.id for piece in old])
    gone = {piece.id for piece in old}
    ledger.drop_pieces(old)
    ledger.put_pieces(new, {})
    after = {key: {id: one for id, one in shelf.items() if id not in gone} for key, shelf in before.items()}
    for piece in new:
        for key in shelf_keys(piece):
            after[key][piece.id] = OnShelf(content(piece), is_placed(piece))
    fresh = {piece.id: piece for piece in new}
    gained, lost = set[Pair](), set[Pair]()
    for key in sorted(keys):
        of_shelf = _moved(key, before[key], after[key], fresh, rules.largest_block)
        gained |= of_shelf[0]
        lost |= of_shelf[1]
    parted = _parted(ledger, {pair for pair in lost if not gone & set(pair)} - gained, rules)
    ledger.drop_edges(parted)
    came = _compared(ledger, gained, fresh, rules)
    came |= {(new[one].id, new[other].id): ONE_INCIDENT for one, other in one_incident(new, judged)}
    ledger.put_edges(came)
    return {id for pair in (*went, *parted, *came) for id in pair}


def _moved(key: Key, before: Shelf, after: Shelf, fresh: Collection[str], largest: int) -> tuple[set[Pair], set[Pair]]:
    """The pairs of a shelf that are new or have a new piece, and those that are no more."""
    if len(before) <= largest and len(after) <= largest:
        new = [id for id in after if id in fresh]
        found = {_pair(one, other) for one in new for other in after if one != other}
        return {pair for pair in found if may_meet(key, *(after[id].is_placed for id in pair))}, set()
    was, now = _pairs(key, before, largest), _pairs(key, after, largest)
    return {pair for pair in now if pair not in was or pair[0] in fresh or pair[1] in fresh}, was - now


def _pairs(key: Key, shelf: Shelf, largest: int) -> set[Pair]:
    found = pairs(sorted(shelf), lambda id: shelf[id].content, largest)
    return {pair for pair in found if may_meet(key, *(shelf[id].is_placed for id in pair))}


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _parted(ledger: Ledger, lost: Set[Pair], rules: Rules) -> set[Pair]:
    """Of pairs that a shelf brings together no more, those with an edge that no other shelf brings together."""
    ends = {id for pair in lost for id in pair}
    joined = {pair for pair, score in ledger.edges_at(ends).items() if pair in lost and score != ONE_INCIDENT}
    if not joined:
        return set()
    known = {id: piece for id, (_, piece) in ledger.pieces({id for pair in joined for id in pair}).items()}
    common = {pair: set(shelf_keys(known[pair[0]])) & set(shelf_keys(known[pair[1]])) for pair in joined}
    shelves = ledger.on_shelves(sorted({key for keys in common.values() for key in keys}))
    by_shelf = {key: _pairs(key, shelf, rules.largest_block) for key, shelf in shelves.items()}
    return {pair for pair, keys in common.items() if not any(pair in by_shelf[key] for key in keys)}


def _compared(ledger: Ledger, gained: Iterable[Pair], fresh: Mapping[str, Piece], rules: Rules) -> dict[Pair, Score]:
    """The edges among pairs that are compared now."""
    wanted = sorted(gained)
    near = {id for pair in wanted for id in pair} - set(fresh)
    known = {id: piece for id, (_, piece) in ledger.pieces(sorted(near)).items()} | dict(fresh)
    there = ledger.edges_at({id for pair in wanted if fresh.keys().isdisjoint(pair) for id in pair})
    found = {}
    for pair in wanted:
        if pair not in there:
            score = compare(known[pair[0]], known[pair[1]], rules)
            if score.points >= rules.threshold:
                found[pair] = score
    return found
