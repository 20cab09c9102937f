"""HTML handed in as text: its markup is blanked out, so that every offset stays true to the file as received."""

from __future__ import annotations

import re

_LOOKS_LIKE = re.compile(r"<\s*(?:!doctype\s+html|html|head|body|div|p|article|span|br|table)\b", re.IGNORECASE)
_WHOLE = re.compile(r"<(script|style|noscript|template|svg)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_BREAKS = re.compile(r"^</?(?:p|div|br|li|h[1-6]|tr|article|section|ul|ol|table|title|header|footer)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_MARKUP_SIGNS = 3


def is_markup(text: str) -> bool:
    """Whether the text is a page rather than prose that mentions a tag."""
    return len(_LOOKS_LIKE.findall(text[:20_000])) >= _MARKUP_SIGNS or text.lstrip()[:15].lower().startswith(
        ("<!doctype", "<html")
    )


def blank_markup(text: str) -> str:
    """The text with markup, scripts, styles and entities replaced by blanks of the same length, line ends kept."""
    text = _WHOLE.sub(lambda match: _blank(match.group()), text)
    text = _TAG.sub(lambda match: _blank(match.group(), line_end=bool(_BREAKS.match(match.group()))), text)
    return _ENTITY.sub(lambda match: _blank(match.group()), text)


def _blank(words: str, *, line_end: bool = False) -> str:
    blanks = "".join("\n" if char == "\n" else " " for char in words)
    return "\n" + blanks[1:] if line_end else blanks
