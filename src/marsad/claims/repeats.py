"""Repeats: a claim that tells nothing new of a happening already claimed is left out (guidelines, section 1, 4)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import date

from marsad.claims.among import NAMED_AMONG
from marsad.claims.claimed import CLAIMED
from marsad.claims.draft import Draft
from marsad.claims.toll import NUMBERED
from marsad.claims.weapons import SHARED
from marsad.mentions.chunks import Chunk

# History told as background of more than a year before publication is not claimed (guidelines, section 1).
YEAR_DAYS = 366
# With how many earlier claims of its type and number a claim is compared; no report at hand has as many.
LOOK_BACK = 100
# Reasons of a claim that tells more of what was told, though its words are the same.
TELLS_MORE = "rule:tells-more"
_APART = frozenset({CLAIMED, TELLS_MORE, NAMED_AMONG})
# Reasons of a claim that only says from when something else is counted.
_SINCE = frozenset({"rule:counted-from"})
# The word for those found dead.
_BODIES = "bodies"
# With how many claims before it in its own sentence.
SAME_LINE = 12


def is_history(dates: tuple[str, str], published: date) -> bool:
    """Whether days are more than a year before publication: history, not news."""
    return (published - date.fromisoformat(dates[1])).days > YEAR_DAYS


def without_repeats(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that bring a number, place, party, weapon or result of their own."""
    kept: list[Draft] = []
    told: dict[tuple[str, int | None, int | None], deque[Draft]] = {}
    # Those kept of the sentence, each with what another must share.
    here: list[tuple[tuple[str, int | None, int | None], Draft]] = []
    for draft in drafts:
        if here and kept[-1].scene is not draft.scene:
            for key, other in here:
                if key not in told:
                    told[key] = deque(maxlen=LOOK_BACK)
                told[key].append(other)
            here = []
        key = _key(draft)
        before = told.get(key)
        if (before is not None and _is_among(draft, before)) or (draft.found.form.suffix and _of_the_dead(draft, told)):
            continue
        counted = draft.toll.low is not None and bool(draft.targets)
        if here and counted and any(_says_again(draft, known) for _, known in here[-SAME_LINE:]):
            continue
        here.append((key, draft))
        kept.append(draft)
    return kept


def _of_the_dead(draft: Draft, told: Iterable[tuple[str, int | None, int | None]]) -> bool:
    """Whether bodies without a number are those of people told dead before: جثثهم."""
    return draft.found.trigger.id == _BODIES and draft.toll.why != NUMBERED and any(key[0] == "killed" for key in told)


def _is_among(draft: Draft, told: Iterable[Draft]) -> bool:
    """Whether a claim repeats one told in a sentence before."""
    if not _APART.isdisjoint(draft.because) or (draft.toll.low == 0 and draft.found.form.pos == "verb"):
        return False
    if _told_anew(draft):
        return False
    for known in told:
        if _repeats(draft, known):
            return True
    return False


def _says_again(draft: Draft, known: Draft) -> bool:
    """A title that the line repeats word for word: the same trigger, number, people and places."""
    if draft.found is known.found or draft.type != known.type:
        return False
    return (
        draft.found.form.entry == known.found.form.entry
        and (draft.toll.low, draft.toll.high) == (known.toll.low, known.toll.high)
        and _heads(draft.targets) == _heads(known.targets)
        and _heads(draft.own_places) == _heads(known.own_places)
    )


def _heads(chunks: Sequence[Chunk]) -> list[str]:
    return [chunk.head for chunk in chunks]


def _key(draft: Draft) -> tuple[str, int | None, int | None]:
    """What two claims must share for one to repeat the other; a sentence does not repeat itself."""
    return draft.type, draft.toll.low, draft.toll.high


def _repeats(draft: Draft, known: Draft) -> bool:
    if draft.dates and known.dates and draft.dates != known.dates:
        return False
    if draft.status != known.status and known.status != "background":
        points_back = draft.found.form.definite or draft.found.form.suffix or not _SINCE.isdisjoint(draft.because)
        if not points_back:
            return False
    if not _within(draft.own_places, known.places):
        return False
    if not _within([] if SHARED in draft.because else draft.weapons, known.weapons):
        return False
    if draft.toll.low is not None and draft.toll.low > 1 and (_generic(draft) or _generic(known)):
        return True
    if not _within(_own(draft.agents, draft), known.agents) or not _within(draft.targets, known.targets):
        return False
    return draft.toll.low is not None or draft.found.form.definite or (bool(draft.targets) and bool(known.targets))


def _told_anew(draft: Draft) -> bool:
    """A verb with its doer tells a deed from the start, where a noun would point back to it; so do bodies counted."""
    if draft.found.trigger.id == _BODIES and draft.toll.why == NUMBERED:
        return True
    return draft.found.form.pos == "verb" and draft.status == "asserted" and bool(_own(draft.agents, draft))


def _own(chunks: Sequence[Chunk], draft: Draft) -> list[Chunk]:
    return [chunk for chunk in chunks if chunk.sentence == draft.scene.line.index]


# Words that say no more of victims than that they are: the number tells whether they are the same.
_GENERIC = frozenset({"شهيد", "قتيل", "جريح", "مصاب", "اخر", "شخص", "ضحيه", "جثه", ""})


def _generic(draft: Draft) -> bool:
    return all(chunk.head.removeprefix("ال") in _GENERIC for chunk in draft.targets)


def _within(chunks: Sequence[Chunk], known: Sequence[Chunk]) -> bool:
    """Whether every phrase is named by one of the known ones."""
    if not chunks:
        return True
    heads = {chunk.head.removeprefix("ال") for chunk in known}
    for chunk in chunks:
        if chunk.head.removeprefix("ال") not in heads:
            return False
    return True
