"""The main text of a page within the page: everything else is blanked, so that every offset stays true."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.arabic.normalize import fold
from marsad.reports.extras import need

# A block with fewer letters may stand in a menu as well as in the report: it counts only between longer ones.
_LONG = 40
# Before the first and behind the last of these so many short ones may belong to it: headline and day, a last line.
_BESIDE = 2
_SHORTEST_DROPPED = 80
_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the blanked page: where it stands, and its letters alone."""

    start: int
    end: int
    letters: str


# What the libraries of pages raise on pages that are none: found by the fuzzing of bench/fuzz.py and in crawls.
FAULTS = (
    ValueError, TypeError, AttributeError, RecursionError, AssertionError, IndexError, KeyError, OverflowError,
)  # fmt: skip


def extracted(tree: Any) -> str | None:
    """The main text of a parsed page, as trafilatura finds it; None where it finds none."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    trafilatura = need("trafilatura", "the main text of pages")
    try:
        found = trafilatura.bare_extraction(
            tree, fast=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except FAULTS:
        return None  # a page that its own rules fail on is read whole
    text = getattr(found, "text", None)
    return text if isinstance(text, str) and text.strip() else None


def blocks(blanked: str) -> Iterator[Block]:
    """The lines of a blanked page that hold letters."""
    at = 0
    for line in blanked.split("\n"):
        letters = _LETTERS.sub("", line)
        if letters:
            yield Block(at, at + len(line), letters)
        at += len(line) + 1


def kept(found: Sequence[Block], main: str) -> list[Block]:
    """The blocks that belong to the main text: the long ones in it, and what of it stands between and before them."""
    letters = _LETTERS.sub("", html.unescape(main))
    inside = [block.letters in letters for block in found]
    long = [at for at, block in enumerate(found) if inside[at] and len(block.letters) >= _LONG]
    if not long:
        return [block for block, is_in in zip(found, inside, strict=True) if is_in]
    first, last = long[0], long[-1]
    while first > max(0, long[0] - _BESIDE) and inside[first - 1]:
        first -= 1
    while last + 1 < min(len(found), long[-1] + _BESIDE + 1) and inside[last + 1]:
        last += 1
    return [block for block, is_in in zip(found[first : last + 1], inside[first : last + 1], strict=True) if is_in]


def first_long(main: Sequence[Block]) -> Block | None:
    """The first block of the main text that is more than a headline or a day."""
    return next((block for block in main if len(block.letters) >= _LONG), main[0] if main else None)


def without(found: Iterable[Block], blanked: str, drops: Iterable[str]) -> list[Block]:
    """The blocks less the short lines that begin as the drops say."""
    starts = tuple(_LETTERS.sub("", fold(drop)) for drop in drops)

    def is_dropped(block: Block) -> bool:
        if len(block.letters) > _SHORTEST_DROPPED or not starts:
            return False
        return _LETTERS.sub("", fold(blanked[block.start : block.end])).startswith(starts)

    return [block for block in found if not is_dropped(block)]


def only(blanked: str, found: Sequence[Block]) -> str:
    """The page with everything outside the blocks blanked, line ends kept."""
    parts, at = [], 0
    for block in found:
        parts += [_blank(blanked[at : block.start]), blanked[block.start : block.end]]
        at = block.end
    return "".join((*parts, _blank(blanked[at:])))


def _blank(words: str) -> str:
    return re.sub(r"[^\r\n]", " ", words)
