"""Sentences: runs of words between full stops, line ends and the marks that act like them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from operator import itemgetter

from marsad.arabic.words import Word, keys_of

_ENDS = frozenset({".", "!", "؟", "?", "…", "؛", ";"})
_CLOSERS = frozenset({"»", "”", '"', ")", "]", "›", "’"})
_BULLETS = frozenset({"*", "•", "-", "–", "—", "●", "▪", "■"})
# A run without any full stop (pages that lost their punctuation) is cut here or at the comma before, so that no step
# is quadratic.
LONGEST = 150


# Not frozen, as that makes it three times as dear; nothing changes one.
@dataclass(slots=True, eq=False)
class Sentence:
    """Words ``first`` to ``last`` (exclusive) of a report; ``paragraph`` counts its lines from 0."""

    index: int
    paragraph: int
    first: int
    last: int


def _is_initial(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether the full stop at ``at`` only closes a title of one letter (د. , م. , أ.)."""
    return at > first and words[at].key == "." and len(words[at - 1].key) == 1 and words[at - 1].key.isalpha()


def _is_in_a_name(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether the full stop stands within a name in quotes: «X.net», where no blank surrounds it."""
    if words[at].key != "." or at <= first or at + 2 >= len(words):
        return False
    close = words[at - 1].end == words[at].start and words[at].end == words[at + 1].start
    return close and words[at + 2].key in _CLOSERS and words[at + 1].end == words[at + 2].start


def _is_none(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether a mark ends no sentence: it closes a title or stands within a name."""
    return _is_initial(words, at, first) or _is_in_a_name(words, at, first)


def _last_comma(words: Sequence[Word], first: int, at: int) -> int:
    """Where to cut a run that is too long: behind its last comma, unless that leaves less than half of it."""
    half = first + LONGEST // 2
    return next((place + 1 for place in range(at - 1, half, -1) if words[place].key in ("،", ",")), at)


def _line_starts(text: str, words: Sequence[Word]) -> set[int]:
    """The indexes of the words that are the first of a line, but for the first line."""
    starts, found = list(map(_START, words)), set()
    line_end = text.find("\n")
    while line_end >= 0:
        at = bisect_right(starts, line_end)
        if at == len(starts):
            break
        found.add(at)
        line_end = text.find("\n", starts[at])
    return found


_START = itemgetter(0)


def _cuts(text: str, words: Sequence[Word]) -> list[tuple[int, bool]]:
    """Word indexes at which a new sentence begins, and whether a new line begins there too."""
    cuts: list[tuple[int, bool]] = []
    first, lines = 0, _line_starts(text, words)
    ends = set(compress(range(len(words)), map(_ENDS.__contains__, keys_of(words))))
    for at in sorted(lines | ends | {len(words)}):
        if first + LONGEST < at:
            first = _cut_long(words, first, at, cuts)  # what lies before: neither line nor end
        if at == len(words):
            break
        if at in lines and at > first:
            cuts.append((at, True))
            first = at
        if at not in ends or at + 1 == len(words) or _is_none(words, at, first):
            if first + LONGEST <= at:
                first = _cut_long(words, first, at + 1, cuts)
            continue
        stop = at + 1
        if words[stop].key in _CLOSERS and words[stop].start == words[at].end:
            stop += 1
        if stop < len(words) and words[stop].key not in _ENDS and stop > first:
            cuts.append((stop, "\n" in text[words[stop - 1].end : words[stop].start]))
            first = stop
    return cuts


def _cut_long(words: Sequence[Word], first: int, end: int, cuts: list[tuple[int, bool]]) -> int:
    """Where the run begins that goes on at ``end``, cut wherever it became too long before."""
    while first + LONGEST < end:
        first = _last_comma(words, first, first + LONGEST)
        cuts.append((first, False))
    return first


def split(text: str, words: Sequence[Word]) -> list[Sentence]:
    """The sentences of ``words``, the words of ``text``, in order and without gaps."""
    sentences: list[Sentence] = []
    first = paragraph = 0
    for cut, new_line in [*_cuts(text, words), (len(words), False)]:
        if cut > first:
            sentences.append(Sentence(len(sentences), paragraph, first, cut))
            first = cut
        paragraph += new_line
    return sentences
