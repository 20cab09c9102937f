"""What messages and posts have: pictures, tags, bullets and numbers of lists; and whether a text is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from marsad.arabic.words import Word, keys_of

# Marks that only tie the words of a tag together: #الجيش_الوطني reads as its words.
_TAG_MARKS = frozenset({"#", "_"})
# Pictures, arrows, shapes and numbers in circles, with what only selects how they look.
_PICTURE = re.compile(
    "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]"
)
# No word that begins with a picture is before it.
_LEAST_PICTURE = "\u2190"
# What opens an item of a list: a bullet, or a number with its mark.
_ITEM = re.compile(
    r"[ \t]*(?:[*\u2022\u25aa\u00b7-][ \t]*(?=\w)|\d{1,2}[ \t]*[-.)/\u2013\u2014](?:[ \t]+(?=\w)|(?=[^\W\d])))"
)
# How many words a post has at most; longer texts are read as pages are. The longest of 280 invented ones has 89.
LONGEST = 200
# Up to how many words lines under each other are those of a post, whatever closes them. Origin, 2026-11-26: of the 100
# invented posts with several lines the longest has 89 words; 8 of 870 annotated reports out of papers are as short.
LINES_WITHIN = 90
# What may stand around a line and closes nothing.
_AROUND = " \t\r>"
# A verse between its brackets, either way round: it tells nothing of the day.
_BRACKET = "\ufd3e"
_VERSE = re.compile("\ufd3f[^\ufd3e\n]*\ufd3e|\ufd3e[^\ufd3f\n]*\ufd3f")
_FORMS = re.compile("[#|]")
# What closes a sentence out of a newspaper. Origin, 2026-11-26: 2,639 of the 2,655 labelled sentences of the Open Event
# Data Alliance end so, and 17 in 100 of 120 invented posts.
_CLOSES = frozenset('.\u061f?!"\u201d\u00bb\u2026)')


def without_marks(text: str, words: list[Word]) -> list[Word]:
    """The words without what says nothing: marks of tags, pictures, what opens the items of a list, verses."""
    dropped = _opening_items(text) if "\n" in text else frozenset()
    if _BRACKET in text:
        dropped |= {at for verse in _VERSE.finditer(text) for at in range(*verse.span())}
    keys = keys_of(words)
    pictured = max(keys, default="") >= _LEAST_PICTURE
    if not dropped and not pictured and _TAG_MARKS.isdisjoint(keys):
        return words
    return [
        word
        for word in words
        if word.key not in _TAG_MARKS
        and word.start not in dropped
        and not (pictured and _PICTURE.match(text, word.start, word.end))
    ]


def _opening_items(text: str) -> frozenset[int]:
    """Where the characters stand that open an item of a list, line by line."""
    found: set[int] = set()
    at = 0
    while at >= 0:
        opening = _ITEM.match(text, at)
        if opening is not None:
            found.update(range(opening.start(), opening.end()))
        at = text.find("\n", at) + 1 or -1
    return frozenset(found)


def is_post(text: str, words: Sequence[Word]) -> bool:
    """Whether a text is written as messages are, which are reports by themselves, not as pages of papers."""
    if not 0 < len(words) <= LONGEST:
        return False
    lines = [line for line in (part.strip(_AROUND) for part in text.split("\n")) if line]
    if len(lines) > 1 and len(words) <= LINES_WITHIN:
        return True
    closed = all(line[-1] in _CLOSES for line in lines[1:] or lines)  # a title has no full stop
    return not closed or _FORMS.search(text) is not None or _PICTURE.search(text) is not None
