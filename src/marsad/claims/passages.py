"""Which claims stand in one passage: one causal story, one place and day, told without turning to anything else.

Passages are what events are gathered from. Incidents, wider than these, are what :mod:`marsad.claims.incident` makes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.claims.draft import INHERITED, SIDE, Draft
from marsad.claims.links import RESULTS
from marsad.claims.narrative import ELSEWHERE

POLITICS = frozenset({"accuse", "demand", "reject", "threaten", "talks", "agreement", "released", "aid", "protest"})
# Ways of violence that one passage seldom mixes beyond a sentence: of claims joined across sentences that were one of
# these and one of those, the development gold makes one incident of one in eight.
WAYS = {
    "shelling": "remote", "airstrike": "remote", "chemical_attack": "remote", "attack": "ground", "clash": "ground",
    "repel": "ground", "control_gain": "ground", "withdrawal": "ground", "bombing": "blast",
    "suicide_bombing": "blast", "mobilize": "moves",
}  # fmt: skip
# Which other ways each is apart from.
APART = {
    "remote": frozenset({"ground", "moves"}), "ground": frozenset({"remote", "moves"}),
    "moves": frozenset({"remote", "ground"}), "blast": frozenset(),
}  # fmt: skip
# Fire from the ground and from the air, where the report says what with; a mere قصف may be either.
FIRED = frozenset({"shelling", "airstrike"})
# The word for what is left behind, and how near it stands behind its explosion, in words.
LEFT, LEFT_WITHIN = frozenset({"مخلفات"}), 6
EXCHANGED = frozenset({"arrested", "abducted", "captured", "released"})
# How many passages back a claim may be joined to: reports return to their first lines, seldom further.
LOOK_BACK = 6
# Within so many sentences a claim without a place goes on with a passage; farther on it needs a place of its own.
NEAR = 2


@dataclass(slots=True, eq=False)
class Passage:
    """What the claims of one passage have told so far."""

    number: int
    places: set[str] = field(default_factory=set)
    dates: tuple[str, str] | None = None
    background: bool = False
    politics: bool = False
    sentence: int = 0
    types: set[str] = field(default_factory=set)
    ways: set[str] = field(default_factory=set)


def into_passages(drafts: Sequence[Draft]) -> None:
    """Give each draft the number of its passage, in the order of the text."""
    passages: list[Passage] = []
    for at, draft in enumerate(drafts):
        cause = _told_with(drafts[at - 1], draft) if at and draft.type in RESULTS else None
        places = _place_keys(draft)
        passage = passages[cause.passage - 1] if cause is not None else _joined(draft, places, passages)
        if passage is None:
            passage = Passage(
                len(passages) + 1, background=draft.status == "background", politics=draft.type in POLITICS
            )
            passages.append(passage)
        _add(passage, draft, places)
        draft.passage = passage.number


def _joined(draft: Draft, places: set[str], passages: Sequence[Passage]) -> Passage | None:
    """The latest of the last passages that the claim can be of."""
    background, dates, sentence = draft.status == "background", draft.dates, draft.scene.line.index
    for known in reversed(passages[-LOOK_BACK:]):
        if background != known.background or (places and known.places and places.isdisjoint(known.places)):
            continue
        if dates is not None and known.dates is not None and not _overlap(dates, known.dates):
            continue
        if _joins(draft, places, known, sentence):
            return known
    return None


def _told_with(other: Draft, draft: Draft) -> Draft | None:
    """The claim right before a result in its sentence, where no place or day parts them: قصفوا X ما أدى إلى مقتل 3."""
    if other.scene is not draft.scene:
        return None
    if other.type in POLITICS or other.status != draft.status or not _same_days(draft, other):
        return None
    return other if other.found is draft.found or _tied(draft, other) else None


def _same_days(draft: Draft, other: Draft) -> bool:
    return draft.dates is None or other.dates is None or _overlap(draft.dates, other.dates)


def _tied(draft: Draft, other: Draft) -> bool:
    """Whether nothing but the deed before places the result; another place of its own is another happening."""
    if not draft.own_places:
        return True
    return "rule:agent-of-cause" in draft.because and not draft.places_differ(other.places)


def _place_keys(draft: Draft) -> set[str]:
    """The names of the places; one that only a side is named after says nothing."""
    if not draft.places or SIDE in draft.because:
        return set()
    return {place.head.removeprefix("ال") for place in draft.places}


def _joins(draft: Draft, places: set[str], passage: Passage, sentence: int) -> bool:
    """Whether a claim of a sentence can be of an passage, with no other places or days: by what it is and how far."""
    if (draft.type in POLITICS) != passage.politics and not _in_one_breath(draft, passage):
        return False
    if passage.politics and (draft.type not in passage.types and sentence - passage.sentence > 1):
        return False
    if sentence != passage.sentence and _another_way(draft, passage):
        return False
    if not places and not ELSEWHERE.isdisjoint(draft.because):
        return sentence == passage.sentence
    if sentence - passage.sentence <= NEAR:
        return True
    return not places.isdisjoint(passage.places) and INHERITED not in draft.because


def _in_one_breath(draft: Draft, passage: Passage) -> bool:
    """Whether one sentence tells of deeds that go together: support beside fighting, who is held and who set free."""
    if passage.sentence != draft.scene.line.index:
        return False
    held = passage.types & EXCHANGED - {draft.type}
    return "aid" in {draft.type} | passage.types or (draft.type in EXCHANGED and bool(held))


def _another_way(draft: Draft, passage: Passage) -> bool:
    """Whether it tells of another way of violence than all of the passage so far."""
    if draft.type == "bombing" and left_behind(draft):
        return True
    if draft.weapons and draft.type in FIRED and draft.type not in passage.types and passage.types & FIRED:
        return True
    if not passage.ways or draft.type not in WAYS:
        return False
    mine = WAYS[draft.type]
    return mine not in passage.ways and not passage.ways.isdisjoint(APART[mine])


def left_behind(draft: Draft) -> bool:
    """Whether what blew up was left behind by fighting long over: انفجار لغم من مخلفات X."""
    words = range(draft.found.last + 1, min(draft.found.last + LEFT_WITHIN, draft.scene.line.last))
    return any(draft.scene.key(at) in LEFT for at in words)


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _add(passage: Passage, draft: Draft, places: set[str]) -> None:
    passage.places |= places
    passage.dates = passage.dates or draft.dates
    passage.sentence = draft.scene.line.index
    passage.types.add(draft.type)
    if draft.type in WAYS:
        passage.ways.add(WAYS[draft.type])
