"""Bytes to text: the encoding is recognised, never guessed in silence."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE = ("cp1256", "iso-8859-6")
_WESTERN = "cp1252"
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"\xd0\xcf\x11\xe0")
# Letters that make up most of any Arabic text (alef, lam, ya, mim, waw, nun, ra, ta, ba): a wrong single-byte
# encoding turns them into rare signs.
_COMMON = frozenset(chr(code) for code in (0x627, 0x644, 0x64A, 0x645, 0x648, 0x646, 0x631, 0x62A, 0x628))
_SAMPLE = 20_000
_LOST = "\ufffd"
# Signs below the escape sign, less tab, line ends and page breaks.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a]")
# Text holds next to no control signs; a picture or a program is full of them.
MOST_CONTROLS = 0.01
# A file with fewer good characters than this for each broken one is not damaged UTF-8 but something else.
LEAST_GOOD_FOR_ONE_BROKEN = 20


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text and the name of its encoding; ``text`` is None where the bytes are no text.

    ``lost`` counts the signs that could not be read and stand as U+FFFD in the text.
    """

    text: str | None
    encoding: str
    lost: int = 0


def decode(raw: bytes) -> Decoded:
    """The text of a file: by its byte order mark, as UTF-8, as UTF-16 without a mark, else as a single-byte code page.

    Line ends stay as they are; a byte order mark is part of the encoding, not of the text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding) or _damaged(raw, encoding) or Decoded(None, "binary")
    if raw.startswith(_BINARY):
        return Decoded(None, "binary")
    return (
        _strict(raw, "utf-8")
        or _unmarked_utf16(raw)
        or _damaged(raw, "utf-8")
        or _single_byte(raw)
        or Decoded(None, "binary")
    )


def _strict(raw: bytes, encoding: str) -> Decoded | None:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text, encoding.removesuffix("-sig")) if _is_text(text) else None


def _damaged(raw: bytes, encoding: str) -> Decoded | None:
    """The text of a file of which a few bytes are broken, as a download cut short leaves it."""
    text = raw.decode(encoding, "replace")
    lost = text.count(_LOST)
    good = sum(char > "\x7f" for char in text) - lost
    if good < LEAST_GOOD_FOR_ONE_BROKEN * lost or not _is_text(text):
        return None
    return Decoded(text, encoding.removesuffix("-sig"), lost)


def _unmarked_utf16(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: every second byte of Arabic text is 0x06 (or 0x00 in blanks)."""
    if len(raw) < 4 or len(raw) % 2:
        return None
    for encoding, odd in (("utf-16-le", 1), ("utf-16-be", 0)):
        high = raw[odd:_SAMPLE:2]
        if sum(byte in (0x06, 0x00) for byte in high) > 0.9 * len(high):
            return _strict(raw, encoding)
    return None


def _single_byte(raw: bytes) -> Decoded | None:
    """The Arabic code page under which the text has most of the common letters; a western one for Latin letters."""
    sample = raw[:_SAMPLE]
    if not _is_text(sample.decode("latin-1")):
        return None
    scored = []
    for encoding in _SINGLE:
        decoded = sample.decode(encoding, "replace")
        scored.append((sum(char in _COMMON for char in decoded) - 5 * decoded.count(_LOST), encoding))
    score, best = max(scored)
    if score < 0.15 * len(sample):
        if sum(byte < 128 for byte in sample) < 0.8 * len(sample):
            return None
        best = _WESTERN
    text = raw.decode(best, "replace")
    return Decoded(text, best, text.count(_LOST))


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROLS.findall(sample)) <= MOST_CONTROLS * len(sample) + 1
