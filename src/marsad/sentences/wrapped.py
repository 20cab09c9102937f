"""Text whose lines were broken at a width, as mail, pages of PDF and terminals have it: which line ends mean nothing.

A line that was broken at a width is about as long as the longest, closes no sentence, and may end with a word that
cannot be the last one (في, التي). Lines that somebody ended (titles, paragraphs, messages) are as long as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND
from marsad.arabic.dates import COMMAS
from marsad.arabic.neighbours import NEVER_FIRST, NEVER_LAST
from marsad.arabic.words import key_of

# Lines that are broken at a width have 30 to 130 characters: columns of papers, terminals, pages of A4; the paragraphs
# of reports are longer. The numbers below are set on 60 development reports broken at 36 to 79 characters, evenly and
# unevenly; with them nothing is joined in the 1,138 reports of the shared pool or in 520 invented ones.
NARROWEST, WIDEST = 30, 130
# A line is full where the next word would have brought it to this part of the longest, as letters differ in width.
_FULL = 0.85
# The same for the first line, which is rather a title and as long as it is.
_FULL_TITLE = 0.9
# How many lines have to be full and to close no sentence, and what part of those that another follows is full.
_LEAST_BROKEN, _LEAST_FULL = 3, 0.5
# What part of the full lines has to hang on the next one, in running text one in four; unless there are so many full
# ones, and so few others, that it cannot be by chance.
_LEAST_HANGING = 0.05
_MANY_BROKEN, _NEARLY_ALL_FULL = 6, 0.75
# A line this much longer is of no text broken at a width, whatever blanks it has; most texts are told so at once.
_WITH_BLANKS = 2
_BULLETS = frozenset("-*•▪·–—●■")
_CLOSES = frozenset('.!؟?…:؛;»”"')


def unwrapped(text: str) -> str:
    """The same text, character for character, with a blank for each line end that only breaks a line at a width."""
    if text.count("\n") < _LEAST_BROKEN:
        return text
    lines = text.split("\n")
    if max(map(len, lines)) > _WITH_BLANKS * WIDEST:
        return text
    width = max(len(line.strip()) for line in lines)
    if not NARROWEST <= width <= WIDEST:
        return text
    followed = [at for at in range(len(lines) - 1) if lines[at].strip() and lines[at + 1].strip()]
    full = [at for at in followed if _is_full(lines[at], lines[at + 1], _FULL * width)]
    broken = [at for at in full if lines[at].rstrip()[-1] not in _CLOSES]
    if len(broken) < _LEAST_BROKEN or len(full) < _LEAST_FULL * len(followed):
        return text
    by_chance = len(broken) < _MANY_BROKEN or len(full) < _NEARLY_ALL_FULL * len(followed)
    hanging = sum(_hangs(lines[at], lines[at + 1]) for at in broken)
    if by_chance and hanging < max(1, _LEAST_HANGING * len(broken)):
        return text
    if full[0] == followed[0] and not _is_full(lines[full[0]], lines[full[0] + 1], _FULL_TITLE * width):
        del full[0]
    return _joined(lines, frozenset(full))


def _is_full(line: str, behind: str, width: float) -> bool:
    """Whether the first word of the next line would have made this one too long; the next opens no item of a list."""
    if behind.lstrip()[0] in _BULLETS:
        return False
    return len(line.strip()) + 1 + len(behind.split(maxsplit=1)[0]) > width


def _hangs(line: str, behind: str) -> bool:
    """Whether a line ends with a comma or a word that something has to follow, or the next opens with what follows."""
    last, next_ = key_of(line.split()[-1]), key_of(behind.split(maxsplit=1)[0])
    return last[-1:] in COMMAS or last.removeprefix(AND) in NEVER_LAST or next_ in NEVER_FIRST


def _joined(lines: Sequence[str], broken: frozenset[int]) -> str:
    ends = [" " if at in broken else "\n" for at in range(len(lines) - 1)]
    return "".join(piece for pair in zip(lines, [*ends, ""], strict=True) for piece in pair)
