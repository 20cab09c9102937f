"""Right-to-left words kept in their cell on a terminal, line by line.

A terminal that orders Arabic does so for each line by itself, across cells: two Arabic cells side by side change
places, and the rule between them goes along. So each run of Arabic stands between a first strong isolate and a pop
isolate. That is done after the layout, for a run that is folded over two lines needs a pair of marks on each. The
marks are made at run time, take no room, and go to a terminal only: nothing that is stored or piped holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

ISOLATE, RELEASE = chr(0x2068), chr(0x2069)
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# From one right-to-left letter to the last before Latin letters or a sign of the table; quotes around belong to it.
_RUN = re.compile(rf"[«“\"'(]?[{_RTL}](?:[^a-zA-Z=→←│┃|;\n]*[{_RTL}])*[»”\"')]?")


def isolated(text: str) -> str:
    """The text with each run of right-to-left words between isolates."""
    return _RUN.sub(lambda match: f"{ISOLATE}{match.group()}{RELEASE}", text)


def whole(text: str) -> str:
    """The text between isolates as one piece, whatever it holds."""
    return f"{ISOLATE}{text}{RELEASE}" if text else text


class Isolated:
    """Anything that rich can draw, with its right-to-left runs isolated line by line."""

    def __init__(self, drawn: RenderableType) -> None:
        self._drawn = drawn

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """The segments of what is drawn; a segment never goes beyond one line of one cell."""
        for segment in console.render(self._drawn, options):
            yield segment if segment.control else segment._replace(text=isolated(segment.text))
