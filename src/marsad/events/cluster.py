"""Grouping: a pure function of pieces, scores and judgements, the same whatever the order in which they come.

Pairs are taken by score, the highest first; two groups unite when they still fit as wholes. What people joined comes
before all scores, and what they parted is never united, whatever a third piece has in common with both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from marsad.events.candidates import candidates
from marsad.events.compare import Score, compare
from marsad.events.families import is_speech
from marsad.events.judged import Constraints
from marsad.events.pieces import Piece, united
from marsad.events.rules import Rules

# Claims of one passage of one report that stand alone because a judgement names one of them.
ONE_INCIDENT = Score(40.0, ("report:one_incident",))


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that are one event, their ids, and the scores that joined them."""

    piece: Piece
    because: tuple[str, ...]
    members: tuple[str, ...]


Edge = tuple[Score, int, int]


@dataclass(slots=True)
class _Growing:
    """A group while it grows: its piece, those it must not meet, and why it is one."""

    piece: Piece
    parted: set[int] = field(default_factory=set)
    because: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)


def cluster(pieces: Sequence[Piece], constraints: Constraints, rules: Rules) -> list[Group]:
    """The groups, in the order of their smallest claim ids; ``pieces`` are in the order of their ids."""
    holder = {one.claim.id: at for at, piece in enumerate(pieces) for one in piece.told}
    return grow(pieces, edges_of(pieces, rules, constraints), constraints, holder, rules)


def grow(
    pieces: Sequence[Piece], edges: Iterable[Edge], constraints: Constraints, holder: Mapping[str, int], rules: Rules
) -> list[Group]:
    """The groups that these edges make; ``holder`` says in which piece a claim is."""
    forest = _Forest(pieces, rules)
    for mine, theirs in constraints.different:
        if mine in holder and theirs in holder:
            forest.part(holder[mine], holder[theirs])
    for mine, theirs in constraints.same:
        if mine in holder and theirs in holder:
            forest.unite(holder[mine], holder[theirs], "judgement:same", judged=True)
    for score, one, other in sorted(edges, key=lambda edge: (-edge[0].points, *edge[1:])):
        forest.unite(one, other, " ".join(score.levels), judged=False, whole=score != ONE_INCIDENT)
    return forest.groups()


def edges_of(pieces: Sequence[Piece], rules: Rules, constraints: Constraints) -> list[Edge]:
    """Every pair of pieces that may be one event, once, with its score; ``pieces`` are in the order of their ids."""
    found: dict[tuple[int, int], Score] = {}
    for one, other in candidates(pieces, rules):
        score = compare(pieces[one], pieces[other], rules)
        if score.points >= rules.threshold:
            found[one, other] = score
    found |= dict.fromkeys(one_incident(pieces, constraints.claims()), ONE_INCIDENT)
    return [(score, one, other) for (one, other), score in found.items()]


def one_incident(pieces: Sequence[Piece], judged: Set[str]) -> Iterable[tuple[int, int]]:
    """Pairs of pieces that stand alone only because a judgement names a claim of them."""
    passages: dict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        for report, passage in piece.groups:
            if passage is not None:
                planned = any(one.claim.status == "planned" for one in piece.told)
                passages[report, passage, planned].append(at)
    for group in passages.values():
        yield from (
            (one, other) for at, one in enumerate(group) for other in group[at + 1 :]
            if {pieces[one].id, pieces[other].id} & judged and pieces[one].families & pieces[other].families | {""}
            and _fit(pieces[one], pieces[other])
        )  # fmt: skip


def _fit(one: Piece, other: Piece) -> bool:
    """Speech is kept from happenings, as it is where no judgement takes a passage apart."""
    return is_speech(one.families) == is_speech(other.families)


def _group(grown: _Growing) -> Group:
    return Group(grown.piece, tuple(sorted(set(grown.because))), tuple(sorted(grown.members)))


class _Forest:
    """Groups while they grow; every way to its state gives the same groups as edges come in one order."""

    def __init__(self, pieces: Sequence[Piece], rules: Rules) -> None:
        self._rules = rules
        self._root = list(range(len(pieces)))
        self._grown = {at: _Growing(piece, members=[piece.id]) for at, piece in enumerate(pieces)}

    def part(self, one: int, other: int) -> None:
        """Keep two pieces in two groups for good."""
        self._grown[self._find(one)].parted.add(other)
        self._grown[self._find(other)].parted.add(one)

    def unite(self, one: int, other: int, because: str, *, judged: bool, whole: bool = True) -> None:
        """Make one group of two, unless people parted them or, as wholes, they do not fit."""
        mine, theirs = sorted((self._find(one), self._find(other)))
        if mine == theirs or self._are_parted(mine, theirs):
            return
        keep, take = self._grown[mine], self._grown[theirs]
        if not judged and whole and not self._fits(keep, take):
            return
        keep.piece = united(keep.piece, take.piece)
        keep.parted |= take.parted
        keep.because += [*take.because, because]
        keep.members += take.members
        self._root[theirs] = mine
        del self._grown[theirs]

    def groups(self) -> list[Group]:
        """What has grown."""
        grown = sorted(self._grown.values(), key=lambda one: one.piece.id)
        return [_group(one) for one in grown]

    def _fits(self, keep: _Growing, take: _Growing) -> bool:
        if len(keep.piece.reports) == 1 == len(take.piece.reports):
            return True  # two pieces as they were when compared, or as good as
        return compare(keep.piece, take.piece, self._rules).points >= self._rules.threshold

    def _are_parted(self, mine: int, theirs: int) -> bool:
        return any(self._find(at) == theirs for at in self._grown[mine].parted)

    def _find(self, at: int) -> int:
        while self._root[at] != at:
            self._root[at] = self._root[self._root[at]]
            at = self._root[at]
        return at
