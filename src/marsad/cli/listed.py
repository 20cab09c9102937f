"""How lists are printed: a table that keeps Arabic in its cells, or JSON."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType


class Shape(StrEnum):
    """How a list is written."""

    table = "table"
    json = "json"


def shown(drawn: RenderableType) -> None:
    """Print a table on standard output."""
    from rich.console import Console

    from marsad.cli.write import WIDTH_OF_A_FILE
    from marsad.views.bidi import Isolated

    is_terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if is_terminal else WIDTH_OF_A_FILE, highlight=False)
    console.print(Isolated(drawn) if is_terminal else drawn)
