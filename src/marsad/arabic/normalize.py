"""Folding: the match key of an Arabic word. Stored text is never changed; only keys are folded."""

from __future__ import annotations

import re
from unicodedata import normalize

# Marks that carry no identity: tatweel, harakat, Quranic signs, superscript alef, and the
# invisible direction and joiner characters that web pages leave inside words.
MARKS = "\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
# A full stop behind a tatweel and before a letter hides a word from filters: قـ.صف. Not so in a year: 1436هـ.
HIDES = rf"(?<=\u0640)(?<!\dه\u0640)[.،,]+[{MARKS}]*(?=[^\W\d_])"
_MARK = re.compile(f"[{MARKS}]+(?:{HIDES})?")

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
    "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "گ": "ك", "چ": "ج", "پ": "ب", "ڤ": "ف",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_BASE = str.maketrans(_LETTERS)
# Letters in the shapes that old type setting gave them, as some pages still do: each is its letter, or its letters.
_SHAPES = {chr(code): normalize("NFKC", chr(code)).translate(_BASE) for code in range(0xFE80, 0xFEFD)}
_FOLD = str.maketrans(_LETTERS | _DIGITS | _SHAPES)
# A vehicle, which would fold to what "to him" does.
_VEHICLE, _TO_HIM, _KEPT = "آلية", "اليه", "آليه"


def fold(text: str) -> str:
    """The match key of ``text``: marks dropped, letter variants and digits unified, Latin lower-cased.

    The key may be shorter than the text; use word spans, not key offsets, to point into a report.
    """
    if not text.isascii():
        written = _MARK.sub("", text)
        text = written.translate(_FOLD)
        if _VEHICLE in written:
            text = text.replace(_TO_HIM, _KEPT)
    return text.lower()
