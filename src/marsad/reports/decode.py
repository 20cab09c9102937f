"""Bytes to text: the encoding is recognised, never guessed in silence."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE = ("cp1256", "iso-8859-6")
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"\xd0\xcf\x11\xe0")
# Letters that make up most of any Arabic text (alef, lam, ya, mim, waw, nun, ra, ta, ba): a wrong single-byte
# encoding turns them into rare signs.
_COMMON = frozenset(chr(code) for code in (0x627, 0x644, 0x64A, 0x645, 0x648, 0x646, 0x631, 0x62A, 0x628))
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text and the name of its encoding; ``text`` is None where the bytes are no text."""

    text: str | None
    encoding: str


def decode(raw: bytes) -> Decoded:
    """The text of a file: by its byte order mark, as UTF-8, as UTF-16 without a mark, else as a single-byte code page.

    Line ends stay as they are. Bytes that are no text in any of these give no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding) or Decoded(None, encoding)
    if raw.startswith(_BINARY):
        return Decoded(None, "binary")
    return _strict(raw, "utf-8") or _unmarked_utf16(raw) or _single_byte(raw) or Decoded(None, "binary")


def _strict(raw: bytes, encoding: str) -> Decoded | None:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else Decoded(text, encoding.removesuffix("-sig"))


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
    sample = raw[:_SAMPLE]
    if sum(byte < 9 or 13 < byte < 27 for byte in sample) > 0.01 * len(sample):
        return None
    scored = []
    for encoding in _SINGLE:
        decoded = sample.decode(encoding, "replace")
        scored.append((sum(char in _COMMON for char in decoded) - 5 * decoded.count("\ufffd"), encoding))
    score, best = max(scored)
    if score < 0.15 * len(sample):
        return None
    return Decoded(raw.decode(best, "replace"), best)
