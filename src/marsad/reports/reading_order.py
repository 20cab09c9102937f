"""Text as PDF files hold it: letters as drawn shapes, lines as drawn from the left. Out: letters in reading order."""

from __future__ import annotations

import re
import unicodedata

_SHAPES = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]+")
_ARABIC = re.compile(f"[{chr(0x620)}-{chr(0x65F)}{chr(0x66E)}-{chr(0x6D5)}]+")
_ALEF_LAM, _LAM_ALEF = chr(0x627) + chr(0x644), chr(0x644) + chr(0x627)
_TA_MARBUTA = chr(0x629)
# What keeps its own order in a line from the right: figures and Latin words, with the signs within them.
_LEFT_TO_RIGHT = re.compile(
    r"[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z](?:[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z.,:/@_%+-]*[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z%])?"
)
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def plain_letters(text: str) -> str:
    """The text with shapes of letters (initial, medial, final) as the letters they are."""
    return _SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def is_drawn_from_left(text: str) -> bool:
    """Whether words stand backwards: the article ends them, and ta marbuta begins them."""
    words = _ARABIC.findall(text)
    forwards = sum(word.startswith(_ALEF_LAM) + word.endswith(_TA_MARBUTA) for word in words)
    backwards = sum(word.endswith(_LAM_ALEF) + word.startswith(_TA_MARBUTA) for word in words)
    return bool(backwards > 2 * forwards)


def in_reading_order(text: str) -> str:
    """The text with each line turned round, figures and Latin words as they are."""
    return "\n".join(_turned(line) for line in text.split("\n"))


def _turned(line: str) -> str:
    if not _ARABIC.search(line):
        return line
    turned = line[::-1].translate(_MIRRORED)
    return _LEFT_TO_RIGHT.sub(lambda match: match.group()[::-1], turned)
