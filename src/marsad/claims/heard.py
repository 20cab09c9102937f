"""Which words of a status a sentence has at all, found out once for all its claims."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Heard:
    """What a sentence has none of is asked of no claim in it."""

    comes_of: bool
    negates: bool
    will: bool
    coming: bool
    planned: bool
    rumoured: bool
    recalled: bool
    had: bool
    habits: bool
