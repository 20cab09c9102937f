"""HTML handed in as text: its markup is blanked out, so that every offset stays true to the file as received."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Names of tags, so that a "<" of prose (5 < 7, <name>) stays what it is.
_NAMES = (
    "!doctype|a|abbr|address|article|aside|b|blockquote|body|br|button|center|cite|code|dd|div|dl|dt|em|figcaption"
    "|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|mark|meta|nav|ol|option"
    "|p|picture|pre|q|s|section|select|small|source|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|title|tr|u"
    "|ul|video"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?=[\s/>])[^<>]*>", re.IGNORECASE)
# In a page any tag counts, known or not.
_ANY_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*>")
_OPENS = re.compile(r"<(script|style|noscript|template|svg)\b|<!--", re.IGNORECASE)
_BREAKS = re.compile(
    r"</?(?:p|div|br|li|h[1-6]|tr|td|th|article|section|ul|ol|table|title|header|footer|hr|blockquote|figcaption)\b",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}\d{0,2}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")


def is_markup(text: str) -> bool:
    """Whether the text holds HTML: one tag is enough, for Arabic prose never has one."""
    return _TAG.search(text) is not None


def blank_markup(text: str) -> str:
    """The text with markup, scripts, styles and entities replaced by blanks of the same length, line ends kept."""
    parts, done = [], 0
    for start, end in _wholes(text):
        parts += [text[done:start], _blank(text[start:end])]
        done = end
    text = "".join((*parts, text[done:]))
    text = _ANY_TAG.sub(lambda match: _blank(match.group(), line_end=bool(_BREAKS.match(match.group()))), text)
    return _ENTITY.sub(lambda match: _blank(match.group()), text)


def _wholes(text: str) -> Iterator[tuple[int, int]]:
    """Where scripts, styles, drawings and comments stand; one that never closes goes to the end of the page."""
    at = 0
    while match := _OPENS.search(text, at):
        closing = f"</{match.group(1)}" if match.group(1) else "-->"
        closed = re.compile(re.escape(closing) + "[^>]*>?" * (closing != "-->"), re.IGNORECASE).search(
            text, match.end()
        )
        at = closed.end() if closed else len(text)
        yield match.start(), at


def _blank(words: str, *, line_end: bool = False) -> str:
    blanks = "".join(char if char in "\r\n" else " " for char in words)
    return "\n" + blanks[1:] if line_end else blanks
