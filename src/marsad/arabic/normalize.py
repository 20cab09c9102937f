"""Folding: the match key of an Arabic word. Stored text is never changed; only keys are folded."""

from __future__ import annotations

import re
from unicodedata import normalize

# Marks that carry no identity: tatweel, harakat, Quranic signs, superscript alef, and the
# invisible direction and joiner characters that web pages leave inside words.
MARKS = "\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
_MARK = re.compile(f"[{MARKS}]+")

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
    "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "گ": "ك", "چ": "ج", "پ": "ب", "ڤ": "ف",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_BASE = str.maketrans(_LETTERS)
# Letters in the shapes that old type setting gave them, as some pages still do: each is its letter, or its letters.
_SHAPES = {chr(code): normalize("NFKC", chr(code)).translate(_BASE) for code in range(0xFE80, 0xFEFD)}
# Each letter and digit that stays what it is: a look-up that finds nothing costs more than one that does.
_SAME = {
    chr(code): chr(code) for code in [*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B), *range(0x621, 0x64B)]
}
_DROPPED = {chr(code): None for code in [*range(0x700), *range(0x2000, 0x2070), 0xFEFF] if _MARK.match(chr(code))}
_FOLD = str.maketrans({**_SAME, **_LETTERS, **_DIGITS, **_SHAPES, **_DROPPED})
# A vehicle, which would fold to what "to him" does, and its first letter.
_VEHICLE, _TO_HIM, _KEPT, _ITS_FIRST = "آلية", "اليه", "آليه", "آ"


def fold(text: str) -> str:
    """The match key of ``text``: marks dropped, letter variants and digits unified, Latin lower-cased.

    The key may be shorter than the text; use word spans, not key offsets, to point into a report.
    """
    if not text.isascii():
        written, text = text, text.translate(_FOLD)
        if _ITS_FIRST in written and _VEHICLE in _MARK.sub("", written):
            text = text.replace(_TO_HIM, _KEPT)
    return text.lower()
