"""What is asked of words again and again, answered once for each written form and kept for the life of the process.

News repeats its words: of a long report nine in ten were met before. A memory that is full is emptied, never trimmed,
so that what it answers does not hang on what was asked before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")
KEPT = 100_000


class Remembered(dict[str, Answer]):
    """Answers by key, made when a key is first asked for; a plain dictionary, so that ``map`` can ask it."""

    def __init__(self, make: Callable[[str], Answer]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> Answer:
        if len(self) >= KEPT:
            self.clear()
        answer = self[key] = self._make(key)
        return answer
